"""A month drawn by weeks."""

from calendar import Calendar, monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Month:
    """A month of a year between 1 and 9998; others raise ValueError."""

    year: int
    month: int

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def weeks(self, events) -> list[list[tuple[date, list] | None]]:
        """From Monday on: a day with the events that begin on it, or go on from an
        earlier month; None for days of other months."""
        by_day: dict[date, list] = {}
        for event in events:
            by_day.setdefault(max(event.date_earliest, self.first), []).append(event)
        return [
            [
                (day, by_day.get(day, [])) if day.month == self.month else None
                for day in week
            ]
            for week in Calendar().monthdatescalendar(self.year, self.month)
        ]


def month_of(year: int, month: int) -> Month | None:
    """The month, or None where no calendar has it."""
    return Month(year, month) if 1 <= year < 9999 and 1 <= month <= 12 else None
