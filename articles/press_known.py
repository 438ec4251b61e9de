"""What the records say of the names, posts and bodies of a draft."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from articles.models import Article, Claim
from articles.models.linked import Verdict
from articles.models.undated import UNDATED
from people.extraction.parts import unit_of
from people.extraction.structure import Found, FoundPerson, PostKind
from people.models import Area, Organization, Person, Post

from .likeness import near_pairs
from .near_names import may_be_one, stem_of
from .press_rules import Flag, FlagKind, KnownPerson, Named, check_near_names
from .roster import valid_rulings


@dataclass
class LastPrint:
    """Posts of a person in the newest published article that prints any.

    `in_body` holds the titles last printed in each body, with their article.
    """

    article: Article
    titles: list[str] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    in_body: dict[str, tuple[list[str], Article]] = field(default_factory=dict)


@dataclass
class CheckedName:
    """One name of the draft; `last` and `roster` are empty for an unknown one."""

    name: str
    printed: list[str]
    titles: list[str]
    person: Person | None = None
    last: LastPrint | None = None
    roster: list[str] = field(default_factory=list)
    by_body: dict[str, list[str]] = field(default_factory=dict)
    leader: bool = False


def titles_of(person: FoundPerson) -> list[str]:
    """Full titles of the posts that are held, each once."""
    posts = [p for p in person.posts if p.kind == PostKind.POST and p.role]
    return list(dict.fromkeys(f"{post.body}{post.role}" for post in posts if post.body))


def bodies_of(person: FoundPerson) -> tuple[str, ...]:
    return tuple(dict.fromkeys(post.body for post in person.posts if post.body))


class Known:
    """What the records say of the names, posts and bodies of a draft."""

    def __init__(self, people: list[FoundPerson], today: date):
        self.people = people
        names = {person.name for person in people}
        self.by_name = _people_by_name(names)
        ids = {person.pk for people in self.by_name.values() for person in people}
        self.last = _last_prints(ids)
        self.rulings = list(
            valid_rulings(today).select_related("post__organization__area", "person")
        )
        titles = {title for person in people for title in titles_of(person)}
        self.posts = _posts_by_title(titles)
        self.seats = {title: post.seats for title, post in self.posts.items()}

    def row(self, found: FoundPerson) -> CheckedName:
        person = None if found.public_figure else self._who(found)
        row = CheckedName(
            name=found.name,
            printed=list(dict.fromkeys(post.text for post in found.posts)),
            titles=titles_of(found),
            person=person,
            by_body=_by_body(found),
            leader=found.public_figure,
        )
        if person:
            row.last = self.last.get(person.pk)
            row.roster = [str(r.post) for r in self.rulings if r.person_id == person.pk]
        return row

    def _who(self, found: FoundPerson) -> Person | None:
        """The namesake with a title or a unit in common, else the only one."""
        people = self.by_name.get(found.name, [])
        units = {unit_of(body) for body in bodies_of(found)}
        for person in people:
            last = self.last.get(person.pk)
            if last and any(unit in title for title in last.titles for unit in units):
                return person
        return people[0] if len(people) == 1 else None

    def near_names(self) -> Iterable[Flag]:
        unknown = [
            Named(
                person.name,
                tuple(titles_of(person)),
                bodies_of(person),
                sentence=next((post.quote for post in person.posts), ""),
            )
            for person in self.people
            if person.name not in self.by_name and not person.public_figure
        ]
        if not unknown:
            return []
        return check_near_names(unknown, _known_people())

    def near_bodies(self, found: Iterable[Found]) -> Iterable[Flag]:
        """Bodies of the draft that are unknown and one character from a known one."""
        printed = {
            unit_of(body.name): body.printed
            for each in found
            for body in each.organizations
            if body.name
        }
        names = Organization.objects.unmerged().values_list("name", flat=True)
        known = {unit_of(name) for name in names}
        unknown = {name for name in printed if name not in known}
        for pair in near_pairs(known | unknown, stem_of, unknown):
            new, old = pair if pair[0] in unknown else pair[::-1]
            if old in known and may_be_one(new, old):
                yield Flag(
                    FlagKind.NEAR_BODY, new, f"与已知的“{old}”一字之差，是否误写？"
                )

    def changed(self, rows: Iterable[CheckedName]) -> Iterable[Flag]:
        """Titles other than those last printed, or on the roster, in that body."""
        for row in rows:
            if row.person is None:
                continue
            for body, titles in row.by_body.items():
                before, article = self._before(row, body)
                new = [title for title in titles if title not in before]
                if new and article:
                    yield Flag(
                        FlagKind.CHANGED,
                        f"{row.name}：{'、'.join(new)}",
                        f"上次见报为{'、'.join(before)}（{article}）。",
                    )
                listed = [title for title in row.roster if title.startswith(body)]
                if listed and not set(titles) & set(listed):
                    yield Flag(
                        FlagKind.CHANGED,
                        f"{row.name}：{'、'.join(titles)}",
                        f"核定名单上为{'、'.join(listed)}。",
                    )

    def _before(self, row: CheckedName, body: str) -> tuple[list[str], Article | None]:
        """Titles last printed in the body, else those last printed anywhere."""
        if row.last is None:
            return [], None
        return row.last.in_body.get(body) or (row.last.titles, row.last.article)

    def held_by_others(self, rows: Iterable[CheckedName]) -> Iterable[Flag]:
        """Posts with one seat that somebody else was last printed with."""
        holders = _last_holders([p for p in self.posts.values() if p.seats == 1])
        for row in rows:
            for title in row.titles:
                post = self.posts.get(title)
                claim = holders.get(post.pk) if post else None
                vouched = title in row.roster
                if claim and not vouched and claim.mention.person.name != row.name:
                    yield Flag(FlagKind.HELD, f"{row.name}：{title}", _held_by(claim))

    def positions(self) -> dict[str, dict[str, int]]:
        """Numbers by list and name; `list_of` says which list numbers a body."""
        positions: dict[str, dict[str, int]] = defaultdict(dict)
        for ruling in self.rulings:
            if ruling.position is not None:
                numbers = positions[self.list_of(ruling.post.organization.name)]
                before = numbers.get(ruling.person.name, ruling.position)
                numbers[ruling.person.name] = min(before, ruling.position)
        return positions

    def list_of(self, body: str) -> str:
        """The street, where one list numbers all its bodies; else the body."""
        return self._lists.get(body, body)

    @cached_property
    def _lists(self) -> dict[str, str]:
        """Streets by body: no two people share a number of what is one list."""
        holders: dict[Area, dict[int, set[int]]] = defaultdict(dict)
        bodies: dict[str, Area] = {}
        for ruling in self.rulings:
            area = ruling.post.organization.area
            if area is not None and ruling.position is not None:
                bodies[ruling.post.organization.name] = area
                numbered = holders[area].setdefault(ruling.position, set())
                numbered.add(ruling.person_id)
        return {
            body: area.name
            for body, area in bodies.items()
            if all(len(people) == 1 for people in holders[area].values())
        }


def _held_by(claim: Claim) -> str:
    name, article = claim.mention.person.name, claim.mention.article
    if article.sort_date == UNDATED:
        return f"这一职务也印过{name}（{article}，日期不明）。"
    return f"这一职务上次见报的是{name}（{article}）。"


def _by_body(person: FoundPerson) -> dict[str, list[str]]:
    """Full titles of held posts, by body."""
    titles: dict[str, list[str]] = defaultdict(list)
    for post in person.posts:
        if post.kind == PostKind.POST and post.body and not post.former:
            titles[post.body].append(f"{post.body}{post.role}")
    return {body: list(dict.fromkeys(held)) for body, held in titles.items()}


def _people_by_name(names: set[str]) -> dict[str, list[Person]]:
    people: dict[str, list[Person]] = defaultdict(list)
    for person in Person.objects.unmerged().filter(name__in=names):
        people[person.name].append(person)
    others = Person.objects.unmerged().filter(other_names__name__in=names)
    for person, name in ((p, n) for p in others for n in p.other_names.all()):
        if name.name in names and person not in people[name.name]:
            people[name.name].append(person)
    return dict(people)


def _printed_claims():
    claims = Claim.objects.shown().filter(
        verdict=Verdict.ACCEPTED, post__isnull=False, former=False
    )
    claims = claims.select_related(
        "post__organization", "mention__person", "mention__article"
    )
    return claims.order_by(
        "-mention__article__sort_date", "-mention__article_id", "order"
    )


def _last_prints(people: set[int]) -> dict[int, LastPrint]:
    last: dict[int, LastPrint] = {}
    for claim in _printed_claims().filter(mention__person__in=people):
        article, title = claim.mention.article, str(claim.post)
        row = last.setdefault(claim.mention.person_id, LastPrint(article))
        if row.article == article and title not in row.titles:
            row.titles.append(title)
            row.printed.append(claim.post_as_printed)
        body = claim.post.organization.name
        titles, newest = row.in_body.setdefault(body, ([], article))
        if newest == article and title not in titles:
            titles.append(title)
    return last


def _last_holders(posts: list[Post]) -> dict[int, Claim]:
    holders: dict[int, Claim] = {}
    claims = _printed_claims().filter(post__in=posts, mention__person__isnull=False)
    for claim in claims:
        holders.setdefault(claim.post_id, claim)
    return holders


def _posts_by_title(titles: set[str]) -> dict[str, Post]:
    roles = {title[-size:] for title in titles for size in range(2, 9)}
    posts = Post.objects.filter(role__in=roles).select_related("organization")
    return {str(post): post for post in posts if str(post) in titles}


def _known_people() -> list[KnownPerson]:
    """Everybody with a post in print, with titles and bodies."""
    titles: dict[tuple, dict[str, str]] = defaultdict(dict)
    claims = Claim.objects.shown().filter(verdict=Verdict.ACCEPTED, post__isnull=False)
    rows = claims.values_list(
        "mention__person", "mention__person__name", "post__organization__name", "role"
    )
    for person, name, body, role in rows.distinct():
        if name:
            titles[person, name][f"{body}{role}"] = body
    return [
        KnownPerson(name, tuple(held), tuple(dict.fromkeys(held.values())))
        for (_, name), held in titles.items()
    ]
