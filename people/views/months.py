"""A day, a month or a year that an address asks for, and a month drawn by weeks."""

import re
from calendar import Calendar, monthrange
from dataclasses import dataclass
from datetime import date

ISO = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


@dataclass(frozen=True)
class Moment:
    """`?on=2019`, `2019-06` or `2019-06-30` as two days; both None where not asked,
    or where there is no such day, which `error` then says."""

    words: str = ""
    earliest: date | None = None
    latest: date | None = None
    error: str = ""

    @classmethod
    def read(cls, words: str) -> "Moment":
        words = words.strip()
        if not words:
            return cls()
        found = ISO.fullmatch(words)
        if not found:
            return cls(error="请把日期写成2019、2019-06或2019-06-30的样子。")
        _, month, day = found.groups()
        try:
            first = date(*map(int, found.groups(default="01")))
        except ValueError:
            return cls(error="没有这一天，请核对年、月、日。")
        return cls(words, first, _last_day(first, month, day))

    @property
    def is_asked(self) -> bool:
        return self.earliest is not None

    def proves(self, membership) -> bool:
        """Whether sightings lie on both sides of the moment, or inside it."""
        first, last = membership.first_seen, membership.last_seen
        return first is not None and first <= self.latest and last >= self.earliest

    def allows(self, membership) -> bool:
        """Whether no bound contradicts that the post was held at the moment."""
        start, end = membership.start_earliest, membership.end_latest
        after_start = start is None or start <= self.latest
        return after_start and (end is None or end >= self.earliest)


def _last_day(first: date, month: str | None, day: str | None) -> date:
    """The last day of the year, the month or the day that begins with `first`."""
    if day:
        return first
    number = first.month if month else 12
    return date(first.year, number, monthrange(first.year, number)[1])


def weeks_of(moment: Moment, events) -> list[list[tuple[date, list] | None]]:
    """The weeks of a month from Monday on; a day with its events, None beside it."""
    by_day: dict[date, list] = {}
    for event in events:
        by_day.setdefault(max(event.date_earliest, moment.earliest), []).append(event)
    year, month = moment.earliest.year, moment.earliest.month
    return [
        [(day, by_day.get(day, [])) if day.month == month else None for day in week]
        for week in Calendar().monthdatescalendar(year, month)
    ]
