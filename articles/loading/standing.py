"""Rows that stand already, against rows as found now.

New keys are made, known keys follow what was found, keys found no more go. What an
editor made or judged stays as it is in every case.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import asdict

from django.db.models import Q, QuerySet

from articles.models.linked import Verdict
from people.extraction.structure import Place

#: Fields that say who or what a print is, and those that say why.
RECORDS = {"person", "post", "organization", "event"}
RULES = {"rule", "body_rule"}


class Standing:
    """The rows of some articles by what is printed.

    `below` are the rows that hang on these: what somebody judged there is not lost
    with a row that print does not show any more. (field, rows) or None.
    """

    def __init__(
        self,
        rows: QuerySet,
        key: Callable[..., Hashable],
        below: tuple[str, QuerySet] | None = None,
    ):
        self.model = rows.model
        self.key = key
        self.before = {key(row): row for row in rows}
        self.found: dict[Hashable, object] = {}
        self.fresh: list = []
        self.changed: list = []
        self.fields: tuple[str, ...] = ()
        self.below = below

    def put(self, row, fields: Iterable[str] = ()):
        """The standing row of that print, brought up to date, or this new one."""
        key = self.key(row)
        if key in self.found:
            return self.found[key]
        standing = self.before.get(key)
        self.fields = tuple(fields) or self.fields
        if standing is None:
            self.fresh.append(row)
        elif is_judged(standing):
            row = standing
        else:
            row = self._follow(standing, row)
        self.found[key] = row
        return row

    def save(self) -> list:
        """Write everything; return the rows made."""
        gone = [
            row.pk
            for key, row in self.before.items()
            if key not in self.found and not is_judged(row)
        ]
        if gone:
            lost = self.model.objects.filter(pk__in=gone)
            if self.below:
                name, rows = self.below
                held = rows.filter(judged()).values(name)
                lost = lost.exclude(pk__in=held)
            lost.delete()
        if self.changed:
            self.model.objects.bulk_update(self.changed, self.fields)
        return self.model.objects.bulk_create(self.fresh)

    def _follow(self, standing, row):
        differing = {n for n in self.fields if getattr(standing, n) != getattr(row, n)}
        if not differing & RECORDS:
            differing -= RULES  # the rule that found the record first stays its rule
        for name in differing:
            setattr(standing, name, getattr(row, name))
        if differing:
            self.changed.append(standing)
        return standing


def is_judged(row) -> bool:
    """Whether a person made or judged the row."""
    return row.by_editor or row.verdict != Verdict.FOUND


def judged() -> Q:
    """The same as a filter."""
    return Q(by_editor=True) | ~Q(verdict=Verdict.FOUND)


def spans_of(places: Iterable[Place]) -> list[dict]:
    """Places as JSON: [{field, line, start, end}, ...]."""
    return [asdict(place) for place in places]
