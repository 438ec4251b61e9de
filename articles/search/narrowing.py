"""By what a search can be narrowed: year, topic, official, body."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.models import SearchEntry, Topic
from articles.models.undated import UNDATED
from people.models import Organization, Person

from .index import UNDATED_YEAR, body_mark, person_mark, topic_mark, year_mark

MAX_DIGITS = 18


@dataclass(frozen=True)
class Narrowing:
    """What the reader chose, as it stands in the address; empty is no choice."""

    year: str = ""
    topic: str = ""
    person: str = ""
    body: str = ""

    @property
    def marks(self) -> list[str]:
        """The marks that an entry must hold; nobody holds one of no known form."""
        marks = [
            make(value if _is_number(value) else "none")
            for value, make in (
                (self.topic, topic_mark),
                (self.person, person_mark),
                (self.body, body_mark),
            )
            if value
        ]
        if self.year:
            is_year = _is_number(self.year) or self.year == UNDATED_YEAR
            marks.append(year_mark(self.year if is_year else "none"))
        return marks


@dataclass(frozen=True)
class Choices:
    """What the found articles can be narrowed by; never with counts."""

    years: list[str] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    bodies: list[Organization] = field(default_factory=list)


def find_choices(found: Iterable[str], topics: Iterable[Topic]) -> Choices:
    """What the marks of the found entries leave to choose, as far as it is public."""
    marks = {mark for marks in found for mark in marks.split()}
    people = Person.objects.published().filter(pk__in=_ids(marks, person_mark("")))
    bodies = Organization.objects.published().filter(pk__in=_ids(marks, body_mark("")))
    years = [mark.removeprefix(year_mark("")) for mark in marks if _is_year(mark)]
    return Choices(
        sorted(years, key=lambda year: (year != UNDATED_YEAR, year), reverse=True),
        [topic for topic in topics if topic_mark(topic.pk) in marks],
        list(people.by_index()),
        list(bodies.in_listed_order()),
    )


def choices_of_many(narrowing: Narrowing, topics: Iterable[Topic]) -> Choices:
    """Of very many hits: every year, every topic, and whom the reader chose."""
    days = SearchEntry.objects.order_by().dates("sort_date", "year", order="DESC")
    years = [
        UNDATED_YEAR if day.year == UNDATED.year else str(day.year) for day in days
    ]
    people, bodies = Person.objects.published(), Organization.objects.published()
    return Choices(
        years,
        list(topics),
        list(people.filter(pk=int(narrowing.person))) if narrowing.person else [],
        list(bodies.filter(pk=int(narrowing.body))) if narrowing.body else [],
    )


def is_public(narrowing: Narrowing, choices: Choices) -> bool:
    """Whether what was chosen may be seen: it is among the choices that it leaves."""
    chosen = (
        (narrowing.topic, choices.topics),
        (narrowing.person, choices.people),
        (narrowing.body, choices.bodies),
    )
    return all(
        value in {str(row.pk) for row in rows} for value, rows in chosen if value
    )


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) <= MAX_DIGITS


def _is_year(mark: str) -> bool:
    return mark.startswith(year_mark(""))


def _ids(marks: set[str], kind: str) -> list[int]:
    return [int(mark[len(kind) :]) for mark in marks if mark.startswith(kind)]
