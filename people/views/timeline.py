"""Where the sightings of a post lie on a line of years."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

#: The line is this long; a year is never narrower than its label allows.
WIDTH = 1000
MAX_TICKS = 6


@dataclass(frozen=True)
class Tick:
    x: int
    year: int


@dataclass(frozen=True)
class Axis:
    """The years from the first to the last sighting, whole."""

    first: date
    last: date

    @property
    def ticks(self) -> list[Tick]:
        years = range(self.first.year, self.last.year + 1)
        step = -(-len(years) // MAX_TICKS)
        return [Tick(self.place(date(year, 1, 1)), year) for year in years[::step]]

    def place(self, day: date) -> int:
        days = (self.last - self.first).days
        return round((day - self.first).days / days * WIDTH)


@dataclass(frozen=True)
class Track:
    """One post on the axis: a dot a sighting, a bar from the first to the last."""

    dots: list[int]

    @property
    def start(self) -> int:
        return self.dots[0]

    @property
    def end(self) -> int:
        return self.dots[-1]


def axis_of(days: Iterable[date]) -> Axis | None:
    """The axis that holds all days; None where nothing is dated."""
    days = sorted(days)
    if not days:
        return None
    return Axis(date(days[0].year, 1, 1), date(days[-1].year, 12, 31))


def track_of(axis: Axis, days: Iterable[date]) -> Track | None:
    dots = sorted({axis.place(day) for day in days})
    return Track(dots) if dots else None
