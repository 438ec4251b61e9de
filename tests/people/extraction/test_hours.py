"""Hours behind a day: what print proves, and what it leaves open."""

from datetime import time

import pytest

from people.extraction.hours import read_hours


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("（星期五）14:00　修补集市", time(14), None),
        ("14:00-15:30", time(14), time(15, 30)),
        ("9：30—11：00", time(9, 30), time(11)),
        ("上午9时30分至11时", time(9, 30), time(11)),
        ("上午10时05分", time(10, 5), None),
        ("上午九点半", time(9, 30), None),
        ("上午八点四十五分", time(8, 45), None),
        ("上午十点零五分", time(10, 5), None),
        ("上午9时至下午4时", time(9), time(16)),
        ("中午12点", time(12), None),
        ("中午1点", time(13), None),
        ("下午2:30", time(14, 30), None),
        ("下午14时", time(14), None),
        ("傍晚六点", time(18), None),
        ("晚七时，水塔亮灯", time(19), None),
        ("晚上七点一刻到九点", time(19, 15), time(21)),
        ("晚上十一点整", time(23), None),
        ("凌晨1时", time(1), None),
        ("清晨6时许", time(6), None),
        ("二十时", time(20), None),
        ("19点", time(19), None),
        ("（周六）早上八点", time(8), None),
    ],
)
def test_printed_hours_are_read(text, starts, ends):
    hours = read_hours(text, 0)
    assert (hours.starts, hours.ends) == (starts, ends)


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("which half of the day?", "七点，弄堂口"),
        ("which half of the day?", "2:30放映"),
        ("opinions", "上午三点意见"),
        ("no such hour", "25:00"),
        ("no such minute", "9时75分"),
        ("midnight is another day", "晚上12点"),
        ("no hour of the morning", "上午4点"),
        ("a score", "3:2获胜"),
        ("nothing there", "，弄堂口的路灯亮了"),
        ("no hour", "上午，弄堂口的路灯亮了"),
        ("midnight begins a day", "零时起停业"),
        ("an era", "时代在变"),
    ],
)
def test_what_proves_no_hour_gives_none(why, text):
    assert read_hours(text, 0).starts is None, why


@pytest.mark.parametrize(
    ("why", "text"),
    [("before the start", "上午9时至4时"), ("on another day", "晚上9点到凌晨1点")],
)
def test_end_that_is_not_proven_is_left_out(why, text):
    hours = read_hours(text, 0)
    assert hours.starts and hours.ends is None, why


def test_evening_said_by_the_day_counts():
    assert read_hours("七点，弄堂口", 0, "昨晚").starts == time(19)


def test_words_stop_behind_the_hours():
    text = "（星期五）下午2:30—4:00　修补集市"
    assert text[read_hours(text, 0).stop :] == "　修补集市"
