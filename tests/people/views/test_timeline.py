"""Sightings on a line of years."""

from datetime import date

from people.views.timeline import axis_of, track_of


def test_axis_holds_whole_years():
    axis = axis_of([date(2024, 11, 28), date(2025, 3, 1)])
    assert (axis.first, axis.last) == (date(2024, 1, 1), date(2025, 12, 31))
    assert [tick.year for tick in axis.ticks] == [2024, 2025]
    assert axis.ticks[0].x == "0.0%"


def test_nothing_dated_has_no_axis():
    assert axis_of([]) is None


def test_long_axis_marks_few_years():
    axis = axis_of([date(1990, 1, 1), date(2025, 1, 1)])
    years = [tick.year for tick in axis.ticks]
    assert len(years) <= 4
    assert years[0] == 1990


def test_track_goes_from_first_to_last_dot():
    axis = axis_of([date(2024, 1, 1), date(2024, 12, 31)])
    days = [date(2024, 12, 31), date(2024, 1, 1), date(2024, 1, 1)]
    track = track_of(axis, days)
    assert (track.start, track.end) == ("0.0%", "100.0%")
    assert track.dots == ["0.0%", "100.0%"]
    assert track_of(axis, []) is None


def test_post_printed_as_former_is_a_ring_off_the_bar():
    axis = axis_of([date(2024, 1, 1), date(2024, 12, 31)])
    track = track_of(axis, [date(2024, 1, 1)], [date(2024, 12, 31)])
    assert (track.start, track.end) == ("0.0%", "0.0%")
    assert track.rings == ["100.0%"]
    only_former = track_of(axis, [], [date(2024, 12, 31)])
    assert (only_former.dots, only_former.start) == ([], only_former.end)
