"""Where the sightings of a post lie on a line of years."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

#: Years marked at most, so that their numbers do not touch on a phone.
MAX_TICKS = 4


@dataclass(frozen=True)
class Tick:
    x: str
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

    def place(self, day: date) -> str:
        """Where the day lies between the two ends: 0.0% to 100.0%, in half percents."""
        share = (day - self.first) / (self.last - self.first)
        return f"{round(share * 200) / 200:.1%}"


@dataclass(frozen=True)
class Track:
    """One post on the axis: a dot a sighting, a bar from the first to the last.
    Where print says that the post was held before, a ring off the bar."""

    dots: list[str]
    rings: list[str]

    @property
    def start(self) -> str:
        return (self.dots or self.rings)[0]

    @property
    def end(self) -> str:
        return self.dots[-1] if self.dots else self.start


def axis_of(days: Iterable[date]) -> Axis | None:
    """The axis that holds all days; None where nothing is dated."""
    days = sorted(days)
    if not days:
        return None
    return Axis(date(days[0].year, 1, 1), date(days[-1].year, 12, 31))


def track_of(
    axis: Axis, days: Iterable[date], former: Iterable[date] = ()
) -> Track | None:
    """The track of one post; None where no sighting is dated."""
    dots, rings = _places(axis, days), _places(axis, former)
    rings = [place for place in rings if place not in dots]
    return Track(dots, rings) if dots or rings else None


def _places(axis: Axis, days: Iterable[date]) -> list[str]:
    return list(dict.fromkeys(axis.place(day) for day in sorted(days)))
