"""Strips of text: their columns, how they begin and how they end."""

import pytest

from articles.reading.lines import Line
from articles.reading.phrases import Continuity
from articles.reading.strips import (
    UNLIKE,
    Strip,
    is_torn_off,
    unlike,
    weigh_ends,
)

WIDE = 36  # half-width columns
BEFORE = "星期五晚上渔歌合唱队队长石榴又提"
AFTER = "醒大家，带好自己抄的渔歌九段词句。"
ENDED = "渔歌唱完了，台下的老渔民站起来鼓掌。"


def strip_of(text: str, index: int, **ends: float) -> Strip:
    """A strip of one line as wide as its column."""
    line = Line(0, len(text), 0, len(text), text, width=WIDE, index=2 * index)
    line.measure, line.measured = WIDE, True
    return Strip([line], index, text=text, **ends)


@pytest.mark.parametrize(("width", "cost"), [(WIDE, 0.0), (WIDE + 10, UNLIKE)])
def test_full_lines_of_a_narrow_column_are_unlike_a_wide_one(width, cost):
    narrow = Strip([Line(0, 9, 0, 9, BEFORE, width=32), Line(9, 18, 9, 18, AFTER)])
    wide = strip_of(AFTER, 1)
    wide.lines[0].measure = wide.lines[0].width = width
    assert unlike(narrow, wide) == unlike(wide, narrow) == cost


@pytest.mark.parametrize(
    ("why", "text", "torn"),
    [
        ("as wide as the lines that go on", "字，最老的一条叫作“海燕”，它", True),
        ("narrower by an indent", "候船的老人坐下以后说，这木", False),
        ("a paragraph begins so", "一是船票要换，二是灯要修，三", False),
    ],
)
def test_line_too_wide_to_begin_a_paragraph_goes_on(why, text, torn):
    line = Line(0, len(text), 0, len(text), text, width=2 * len(text))
    line.measure, line.measured = 30, True
    assert is_torn_off(line) is torn, why


@pytest.mark.parametrize(
    ("before", "after", "more"),
    [
        ("一百零一张船票交给了欧", "阳帆，他是渡口最老的船工", True),
        ("一百零一张船票交给了欧阳", "帆，他是渡口最老的船工", True),
        ("一百零一张船票交给了石", "帆，他是渡口最老的船工", False),
        ("一百零一张船票交给了欧阳", "，他是渡口最老的船工", False),
    ],
)
def test_surname_of_two_characters_goes_on(before, after, more):
    assert (Continuity([]).seam(before, after) > 0.0) is more


def test_strip_that_begins_with_a_verb_of_saying_goes_on_from_elsewhere():
    says = strip_of("说，渔歌一共有九段词，一段也不能少。", 3)
    weigh_ends(says, True, False)
    tells = strip_of("说起渔歌，他记得一共有九段词，不能少。", 3)
    weigh_ends(tells, True, False)
    assert says.open_start > tells.open_start
