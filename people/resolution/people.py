"""Printed names to people: same name and same or compatible body, nothing else.

王燕华 街道党工委书记 (two issues)              ->  one person
张强 派出所所长 / 张强 一家公司的经理              ->  two people, and a question
王磊 / 童磊, 夏玲 / 夏小玲                      ->  never compared
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass, field

from people.models import Membership, Organization, Person, PersonName, Ruling

from .compatible import are_compatible, share_staff
from .sort_names import sort_name
from .visibility import visibility_of

#: More people of one name than this are not all asked about.
MOST_ASKED = 3
#: Names of two characters are shared by too many to follow one from post to post.
RARE_NAME = 3


@dataclass(frozen=True)
class NamedPerson:
    """One name of one article, with the bodies of its posts (ids of Organization).

    `key` is the caller's; `article` tells which names stand in one article.
    `named_bodies` are all bodies that the article names. `titles` are the posts in
    full, `bare_titles` those of which print does not say whose they are (居委会主任).
    """

    key: Hashable
    name: str
    article: Hashable
    bodies: frozenset[int] = frozenset()
    named_bodies: frozenset[int] = frozenset()
    titles: frozenset[str] = frozenset()
    bare_titles: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PersonDecision:
    """Who a name is, the rule in Chinese, and others of that name to ask about."""

    person: Person
    rule: str
    is_new: bool = False
    asks: tuple[Person, ...] = ()


@dataclass
class Namesakes:
    """People by every name they are known by, and the bodies they were seen with.

    `titles` and `bare_titles` are those that the same paper printed.
    """

    by_name: dict[str, list[Person]] = field(default_factory=dict)
    bodies: dict[int, set[int]] = field(default_factory=dict)
    titles: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    bare_titles: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def ids(self) -> list[int]:
        return [person.pk for people in self.by_name.values() for person in people]


def namesakes_of(names: Collection[str]) -> Namesakes:
    """Everybody known by one of the names, in a fixed number of queries."""
    by_name: dict[str, dict[int, Person]] = defaultdict(dict)
    for row in Person.objects.filter(name__in=names).select_related("merged_into"):
        person = row.merged_into or row
        by_name[row.name].setdefault(person.pk, person)
    others = PersonName.objects.filter(name__in=names)
    for other in others.select_related("person__merged_into"):
        person = other.person.merged_into or other.person
        by_name[other.name].setdefault(person.pk, person)
    known = Namesakes({name: list(rows.values()) for name, rows in by_name.items()})
    bodies: dict[int, set[int]] = defaultdict(set)
    for model in (Membership, Ruling):
        pairs = model.objects.filter(person__in=known.ids)
        for person, body in pairs.values_list("person", "post__organization"):
            bodies[person].add(body)
    known.bodies = bodies
    return known


def resolve_person(
    named: NamedPerson, known: Namesakes | None = None
) -> PersonDecision:
    """One name; where there are several, `resolve_people` asks the database once."""
    known = known or namesakes_of([named.name])
    return resolve_people([named], known)[0][named.key]


def resolve_people(
    wanted: Iterable[NamedPerson], known: Namesakes
) -> tuple[dict[Hashable, PersonDecision], list[Person]]:
    """A decision for every key, and the people made for them.

    Names printed with a post come first, so that a bare name finds them.
    """
    queue = sorted(wanted, key=lambda n: (not n.bodies, not n.bare_titles))
    bodies = _bodies_by_id(queue, known)
    candidates = _candidates(known)
    taken: dict[tuple, list[_Candidate]] = defaultdict(list)
    decisions: dict[Hashable, PersonDecision] = {}
    for named in queue:
        beside = taken[named.article, named.name]
        others = [c for c in candidates[named.name] if c not in beside]
        chosen, rule = _choose(named, others, bodies)
        asks: tuple[Person, ...] = ()
        if chosen is None:
            person = Person(name=named.name, sort_name=sort_name(named.name))
            chosen = _Candidate(person, is_new=True)
            rule, asks = _apart(named, others, known)
            candidates[named.name].append(chosen)
        chosen.add(named)
        beside.append(chosen)
        decisions[named.key] = PersonDecision(chosen.person, rule, chosen.is_new, asks)
    return decisions, _save_new(candidates, bodies)


@dataclass(eq=False)
class _Candidate:
    """Somebody of a name, with every body they were seen with so far."""

    person: Person
    bodies: set[int] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    bare_titles: set[str] = field(default_factory=set)
    is_new: bool = False

    def add(self, named: NamedPerson) -> None:
        self.bodies |= named.bodies
        self.titles |= named.titles
        self.bare_titles |= named.bare_titles

    def shared_title(self, named: NamedPerson) -> str:
        """A post printed once in full and once without its body, or twice without."""
        for bare in sorted(named.bare_titles):
            if any(title.endswith(bare) for title in self.titles | self.bare_titles):
                return bare
        for bare in sorted(self.bare_titles):
            if any(title.endswith(bare) for title in named.titles):
                return bare
        return ""


def _candidates(known: Namesakes) -> dict[str, list[_Candidate]]:
    one_a_person: dict[int, _Candidate] = {}
    candidates: dict[str, list[_Candidate]] = defaultdict(list)
    for name, people in known.by_name.items():
        for person in sorted(people, key=lambda person: person.pk):
            row = one_a_person.setdefault(person.pk, _Candidate(person))
            for what in ("bodies", "titles", "bare_titles"):
                getattr(row, what).update(getattr(known, what).get(person.pk, ()))
            candidates[name].append(row)
    return candidates


def _bodies_by_id(
    queue: list[NamedPerson], known: Namesakes
) -> dict[int, Organization]:
    wanted = {pk for named in queue for pk in named.bodies}
    wanted |= {pk for seen in known.bodies.values() for pk in seen}
    rows = Organization.objects.filter(pk__in=wanted).select_related("area")
    return {row.pk: row for row in rows}


def _choose(
    named: NamedPerson, others: list[_Candidate], bodies: dict[int, Organization]
) -> tuple[_Candidate | None, str]:
    """The one of that name whose body is the same, else compatible, else nobody."""
    for candidate in others:
        same = candidate.bodies & named.bodies
        if same:
            return candidate, f"同名，同一单位：{bodies[min(same)].name}"
    for candidate in others:
        pair = _pair(candidate.bodies, named.bodies, bodies, are_compatible)
        if pair:
            return candidate, f"同名，单位相容：{pair[0].name}、{pair[1].name}"
    if len(others) == 1 and len(named.name) >= RARE_NAME:
        pair = _pair(others[0].bodies, named.bodies, bodies, share_staff)
        if pair:
            return others[0], f"同名，居民区与街道：{pair[0].name}、{pair[1].name}"
    for candidate in others:
        title = candidate.shared_title(named)
        if title:
            return candidate, f"同名，同一报纸，职务同为“{title}”"
    if not named.bodies:
        for candidate in others:
            same = candidate.bodies & named.named_bodies
            if same:
                return candidate, f"同名，本文写到其单位：{bodies[min(same)].name}"
    return None, ""


def _pair(
    seen: set[int],
    named: frozenset[int],
    bodies: dict[int, Organization],
    fit: Callable[[Organization, Organization], bool],
) -> tuple[Organization, Organization] | None:
    for first in sorted(seen & bodies.keys()):
        for second in sorted(named & bodies.keys()):
            if fit(bodies[first], bodies[second]):
                return bodies[first], bodies[second]
    return None


def _apart(
    named: NamedPerson, others: list[_Candidate], known: Namesakes
) -> tuple[str, tuple[Person, ...]]:
    """Why somebody new, and which others of that name a person should look at."""
    if not named.bodies:
        return ("未印职务，不与同名者合并，新建" if others else "首次见报，新建"), ()
    if not others:
        return "首次见报，新建", ()
    asked = [candidate.person for candidate in others if candidate.bodies]
    if not asked:
        return "同名者未印单位，不合并，新建", ()
    return "同名而单位不相干，另立一人，待核", tuple(asked[-MOST_ASKED:])


def _save_new(
    candidates: dict[str, list[_Candidate]], bodies: dict[int, Organization]
) -> list[Person]:
    fresh = [row for rows in candidates.values() for row in rows if row.is_new]
    for row in fresh:
        held = [bodies[pk] for pk in row.bodies]
        row.person.visibility = visibility_of(held, row.bare_titles)
        initials = (part[0] for part in row.person.sort_name.split())
        row.person.initials = "".join(initials)
    return Person.objects.bulk_create([row.person for row in fresh])
