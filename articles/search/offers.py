"""What stands above the articles: people, bodies, topics and places that a query names.

王燕华        the person               wyh           everybody spelt so
王书记        every 书记 named 王       湿垃圾        the topic that has it as a synonym
宏祥花苑      the 居民区 it lies in
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, reduce
from operator import or_
from pathlib import Path

from django.db.models import (
    Case,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from articles.models import Claim, OrganizationMention, Topic
from people.models import (
    Area,
    AreaName,
    Organization,
    OrganizationName,
    Person,
    PersonName,
)

from .folding import fold, is_chinese
from .names import Folded, holds
from .query import LATIN
from .spelling import is_spelt

#: Everybody whom 王书记 can mean is offered; of the rest what fits above the articles.
MAX_PEOPLE, MAX_BODIES, MAX_TOPICS, MAX_PLACES = 60, 4, 4, 4
#: Surnames of one and of two characters, as in 王书记 and 欧阳书记.
SURNAME_LENGTHS = (1, 2)
RESIDENCES = Path(__file__).parent / "data" / "residences.txt"
#: A typed name of so few characters may have come with a gap in it: 王 燕华.
LONGEST_NAME = 4


@dataclass(frozen=True)
class Place:
    """An area that the query names, and the area whose page tells about it.

    Without `area` the query is no area on record, but every article that prints it
    and names a 居民区 names this one.
    """

    area: Area | None
    target: Area


@dataclass(frozen=True)
class Offers:
    people: list[Person] = field(default_factory=list)
    bodies: list[Organization] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def __bool__(self):
        return any((self.people, self.bodies, self.topics, self.places))


def find_offers(words: list[str], topics: Iterable[Topic]) -> Offers:
    """Shown rows that the folded words name; nobody is picked among several.

    `topics` are all public ones.
    """
    joined = "".join(words)
    if not joined:
        return Offers()
    if LATIN.fullmatch(joined):
        return Offers(people_spelt(joined))
    names = [*words, joined] if len(joined) <= LONGEST_NAME else words
    names = list(dict.fromkeys(names))
    long_names = [name for name in names if len(name) > 1]
    places = _places(long_names)
    bodies = _bodies(long_names, {place.area.name for place in places})
    people = _people(long_names or names)
    return Offers(people, bodies, _topics(long_names, topics), places)


def place_beside(words: list[str], articles: Iterable[int]) -> list[Place]:
    """The one 居民区 named in the articles that print the name of this 小区.

    宏福花苑, printed only beside 梧桐里居委会   ->   梧桐里居民区
    """
    if len(words) != 1 or not words[0].endswith(residence_endings()):
        return []
    bodies = OrganizationMention.objects.shown().filter(article__in=articles)
    areas = Area.objects.neighbourhoods().published()
    areas = areas.filter(organizations__in=bodies.values("organization"))
    found = list(areas.distinct()[:2])
    return [Place(None, found[0])] if len(found) == 1 else []


@cache
def residence_endings() -> tuple[str, ...]:
    lines = RESIDENCES.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


def people_spelt(letters: str) -> list[Person]:
    """Everybody with a page whose name is spelt so; A–Z."""
    rows = _people_with_posts().filter(initials__startswith=letters[0])
    spelt = (row for row in rows if is_spelt(letters, row.name, row.sort_name))
    return [person for person, _ in zip(spelt, range(MAX_PEOPLE), strict=False)]


def _people(names: list[str]) -> list[Person]:
    names = [name for name in names if is_chinese(name[0])]
    if not names:
        return []
    wanted = reduce(or_, (_person_meant_by(name) for name in names))
    return list(_people_with_posts().filter(wanted)[:MAX_PEOPLE])


def _person_meant_by(name: str) -> Q:
    if len(name) == 1:
        return Q(name__startswith=name)
    return _is_called(name, PersonName, "person") | _has_surname_and_title(name)


def _has_surname_and_title(name: str) -> Q:
    """王书记: people named 王 with an accepted post that ends with 书记."""
    meant = Q(pk__in=[])
    for length in SURNAME_LENGTHS:
        surname, title = name[:length], name[length:]
        if len(title) > 1:
            claims = _proven_posts().filter(role__endswith=title)
            claims = claims.filter(mention__person=OuterRef("pk"))
            meant |= Q(name__startswith=surname) & Q(Exists(claims))
    return meant


def _people_with_posts() -> QuerySet[Person]:
    """People with a page, A–Z; `newest_post`, as printed, tells namesakes apart."""
    claims = _proven_posts().filter(mention__person=OuterRef("pk"))
    newest = claims.order_by("-mention__sort_date", "-mention__article_id", "order")
    people = Person.objects.published().unmerged().by_index()
    return people.annotate(newest_post=Subquery(newest.values("post_as_printed")[:1]))


def _proven_posts() -> QuerySet[Claim]:
    return Claim.objects.shown().filter(verdict="accepted", kind=Claim.Kind.POST)


def _bodies(names: list[str], taken: set[str]) -> list[Organization]:
    rows = Organization.objects.published().unmerged().exclude(name__in=taken)
    wanted = [_is_called(name, OrganizationName, "organization") for name in names]
    return _first_exact(rows.in_listed_order(), wanted, names, MAX_BODIES)


def _places(names: list[str]) -> list[Place]:
    """Public areas; a 小区 leads to its 居民区, which says who looks after it."""
    inside = [Area.Kind.COMPOUND, Area.Kind.PLOT]
    rows = Area.objects.filter(Q(shown=True) | Q(kind__in=inside, parent__shown=True))
    rows = rows.select_related("parent").order_by("kind", "name", "pk")
    wanted = [_is_called(name, AreaName, "area") for name in names]
    found = _first_exact(rows, wanted, names, MAX_PLACES)
    return [Place(area, _target(area, inside)) for area in found]


def _target(area: Area, inside: list[str]) -> Area:
    is_inside = area.kind in inside and area.parent is not None
    return area.parent if is_inside and area.parent.shown else area


def _topics(names: list[str], topics: Iterable[Topic]) -> list[Topic]:
    found = []
    for topic in topics:
        words = [word for each in topic.words() if (word := fold(each).text)]
        if any(name in word or word in name for name in names for word in words):
            found.append(topic)
    return found[:MAX_TOPICS]


def _first_exact(rows, wanted: list[Q], names: list[str], limit: int) -> list:
    """Rows that any of the names means; those called exactly so come first."""
    if not wanted:
        return []
    exact = Case(When(name__in=names, then=Value(0)), default=Value(1))
    rows = rows.filter(reduce(or_, wanted))
    return list(rows.order_by(exact, *rows.query.order_by)[:limit])


def _is_called(name: str, other_names, owner: str) -> Q:
    """The row's name holds what was typed, or stands in it; or another name does."""
    others = other_names.objects.filter(**{owner: OuterRef("pk")})
    is_other = Q(Exists(others.filter(holds(Folded("name"), Value(name)))))
    return (
        Q(holds(Folded("name"), Value(name)))
        | Q(holds(Value(name), Folded("name")))
        | is_other
    )
