"""Posts and bodies one character away from known ones.

某区常委 beside 某区委常委            a post of a body that can have none
上海至清律师事务所 / 上海至青律师事务所    two bodies, or one misprinted
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from articles.models import Article, Claim, OrganizationMention
from articles.models.linked import Verdict
from people.extraction.kinds import kind_of, longest_ending
from people.extraction.parts import unit_of
from people.models import Identity, Organization
from people.models.organization import Kind

from .likeness import is_told_apart, near_pairs

#: Areas as a whole: a post printed with one of them lacks its body.
UMBRELLAS = {Kind.DISTRICT, Kind.STREET, Kind.NEIGHBOURHOOD}
#: Kinds of bodies whose names are complete without an area.
STANDING_ALONE = {
    Kind.PARTY_BRANCH,
    Kind.CENTRE,
    Kind.CHAMBER,
    Kind.SOCIAL_ORG,
    Kind.COMPANY,
    Kind.PROPERTY_COMPANY,
    Kind.SCHOOL,
    Kind.MEDICAL,
    Kind.CULTURE,
    Kind.MEDIA,
    Kind.STUDIO,
    Kind.OTHER,
}
#: Stems shorter than this are one apart by chance.
SHORTEST_STEM = 3


@dataclass(frozen=True)
class NearCase:
    """Two names one apart: the doubtful one first, the known one second."""

    kind: str
    key: tuple[str, ...]
    summary: str
    first_quote: str = ""
    second_quote: str = ""
    first_article: Article | None = None
    second_article: Article | None = None
    about: dict = field(default_factory=dict)


def near_posts(claims: Iterable[Claim]) -> Iterator[NearCase]:
    """Claims whose post has no possible body, one apart from a known post."""
    doubtful: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        titles = [title for title in titles_of(claim) if _lacks_body(title, claim.role)]
        if titles:
            doubtful[titles[0]].append(claim)
    if not doubtful:
        return
    known = _known_titles({same[0].role for same in doubtful.values()} - {""})
    for pair in near_pairs([*doubtful, *known], wanted=doubtful):
        for odd, right in (pair, pair[::-1]):
            one, other = doubtful.get(odd), known.get(right)
            if one and other and one[0].role == other.role:
                yield from _post_cases(odd, one, right, other)


def _known_titles(roles: set[str]) -> dict[str, Claim]:
    """Full titles with one of the roles, each with a claim that prints it."""
    claims = Claim.objects.filter(role__in=roles, post__isnull=False)
    claims = claims.exclude(verdict__in=[Verdict.REJECTED, Verdict.MISPRINT])
    claims = claims.exclude(post__organization__kind__in=UMBRELLAS)
    claims = claims.select_related("post__organization", "mention__article__issue")
    claims = claims.defer("mention__article__body", "mention__article__as_read")
    known: dict[str, Claim] = {}
    for claim in claims.order_by("pk").iterator():
        known.setdefault(str(claim.post), claim)
    return known


def titles_of(claim: Claim) -> list[str]:
    """The title as printed and as read, without the doubled 区 of 虹口区区委."""
    titles = [claim.post_as_printed]
    if claim.body_as_named:
        titles.append(f"{claim.body_as_named}{claim.role}")
    return [title.replace("区区", "区") for title in titles]


def _lacks_body(title: str, role: str) -> bool:
    owner = title.removesuffix(role)
    return len(owner) > 2 and owner != title and kind_of(owner) in UMBRELLAS


def _post_cases(odd, claims: list[Claim], right: str, known: Claim):
    by_name: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_name[claim.mention.name_as_printed].append(claim)
    for name, same in by_name.items():
        yield NearCase(
            kind="near_post",
            key=(name, odd, right),
            summary=f"{name}：“{odd}”与已知的“{right}”一字之差",
            first_quote=same[0].quote or odd,
            second_quote=known.quote or right,
            first_article=same[0].mention.article,
            second_article=known.mention.article,
            about={
                "first": [claim.pk for claim in same],
                "second": [],
                "questioned": [claim.pk for claim in same],
                "people": sorted({claim.mention.person_id for claim in same}),
            },
        )


def near_bodies(article_ids: set[int] | None) -> Iterator[NearCase]:
    """Pairs of units of one kind whose names are one apart, one of them printed in
    the articles; not those that somebody judged to be different.

    A unit is known by any body of it: X律师事务所党支部 prints X律师事务所.
    """
    rows = _mentions()
    if article_ids is not None:
        rows = rows.filter(article__in=article_ids)
    fresh = set(rows.values_list("organization", flat=True))
    units: dict[str, list[tuple[int, int]]] = defaultdict(list)
    bodies = Organization.objects.unmerged().values_list("name", "pk")
    for name, pk in bodies:
        units[unit_of(name)].append((len(name), pk))
    wanted = {name for name, known in units.items() if fresh & {pk for _, pk in known}}
    likely = {tuple(sorted(pair)) for pair in near_pairs(units, stem_of, wanted)}
    likely = {pair for pair in likely if may_be_one(*pair)} | _renamed(units, wanted)
    shortest = {name: min(units[name])[1] for pair in likely for name in pair}
    rows = Organization.objects.in_bulk(shortest.values())
    judged = set(Identity.objects.of_bodies().values_list("first_body", "second_body"))
    for pair in sorted(likely):
        known = sorted(((rows[shortest[name]], name) for name in pair), key=_by_pk)
        (first, _), (second, _) = known
        if _are_placed(first, second) and (first.pk, second.pk) not in judged:
            yield _body_case(known)


def _are_placed(first: Organization, second: Organization) -> bool:
    """Of one area, or units that need none. A body of a street printed without it
    has no full name to compare."""
    if {first.kind, second.kind} & STANDING_ALONE:
        areas = {first.area_id, second.area_id} - {None}
        return len(areas) < 2
    return first.area_id is not None and first.area_id == second.area_id


def _by_pk(pair: tuple[Organization, str]) -> int:
    return pair[0].pk


def stem_of(name: str) -> str:
    """The name without the words that only say what kind of body it is."""
    return name.removesuffix(longest_ending(name))


def may_be_one(first: str, second: str) -> bool:
    """Two names of units one apart that a misprint may have made of one."""
    stems = stem_of(first), stem_of(second)
    if kind_of(first) != kind_of(second) or min(map(len, stems)) < SHORTEST_STEM:
        return False
    same_ending = longest_ending(first) == longest_ending(second)
    return same_ending and not is_told_apart(*stems)


def _mentions():
    rows = OrganizationMention.objects.filter(organization__isnull=False)
    rows = rows.exclude(article__status=Article.Status.WITHDRAWN)
    return rows.exclude(verdict=Verdict.REJECTED)


def _body_case(known: list[tuple[Organization, str]]) -> NearCase:
    """A case of two units, each with the shortest body that prints it."""
    names = [name for _, name in known]
    quotes = [_sentence(*pair) for pair in known]
    kind, words = "near_body", "一字之差，是同一单位还是两个？"
    if is_renaming(*names):
        kind, words = "renamed_body", "是否更名（沿革）？"
    return NearCase(
        kind=kind,
        key=tuple(sorted(names)),
        summary=f"{'、'.join(names)}：{words}",
        first_quote=quotes[0][0] or names[0],
        second_quote=quotes[1][0] or names[1],
        first_article=quotes[0][1],
        second_article=quotes[1][1],
        about={"bodies": [body.pk for body, _ in known], "names": names},
    )


def _sentence(body: Organization, unit: str) -> tuple[str, Article | None]:
    """The sentence in which a body is first printed, and its article."""
    rows = _mentions().filter(organization=body).select_related("article__issue")
    row = rows.order_by("pk").first()
    if row is None:
        return "", None
    article = row.article
    name = row.name_as_printed if row.name_as_printed else unit
    lines = [*article.paragraphs, article.headline, article.subheadline]
    whole = next((line for line in lines if name in line), "")
    parts = whole.replace("。", "。\n").split("\n")
    return next((part for part in parts if name in part), whole), article


def _renamed(units: Container[str], wanted: Iterable[str]) -> set[tuple[str, str]]:
    """Pairs of units whose names differ by words that bodies are known to change."""
    changed = (
        (name, name.replace(one, other))
        for name in wanted
        for words in _renamings()
        for one, other in (words, words[::-1])
        if one in name
    )
    return {tuple(sorted(pair)) for pair in changed if pair[1] in units}


def is_renaming(first: str, second: str) -> bool:
    """The difference is one that a body made in its own name, 党建 to 党群."""
    return any(
        second in (first.replace(before, after), first.replace(after, before))
        for before, after in _renamings()
    )


@cache
def _renamings() -> list[tuple[str, str]]:
    path = Path(__file__).parent / "data" / "renamings.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return [(before, after) for before, after in pairs]
