"""Broken paragraphs left over go on in the only strip that they can go on in."""

import pytest

from articles.reading import weights
from articles.reading.lines import Line
from articles.reading.phrases import Continuity
from articles.reading.strips import (
    UNLIKE,
    Strip,
    has_rival,
    is_torn_off,
    link_score,
    link_strips,
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


def page() -> list[Strip]:
    """One strip broken at its end, six whole ones, one without its beginning."""
    whole = [
        strip_of(ENDED, place, open_start=-5.0, open_end=-3.0) for place in range(1, 7)
    ]
    first = strip_of(BEFORE, 0, open_start=-5.0, open_end=2.0)
    return [first, *whole, strip_of(AFTER, 7, open_start=1.2, open_end=-3.0)]


def test_strips_left_to_each_other_are_joined_on_weak_signs():
    strips = page()
    score = link_score(strips[0], strips[7], Continuity([]))
    assert weights.LINKED_LAST < score < weights.LINKED
    link_strips(strips, Continuity([]))
    assert strips[0].next is strips[7]


@pytest.mark.parametrize(("place", "end"), [(0, 1.9), (7, 0.0)])
def test_strip_that_may_be_whole_is_not_joined_on_weak_signs(place, end):
    strips = page()
    if place:
        strips[place].open_start = end
    else:
        strips[place].open_end = end
    link_strips(strips, Continuity([]))
    assert strips[0].next is None


def test_another_as_likely_is_a_rival_until_it_is_joined():
    first, one, other = Strip([]), Strip([], 1), Strip([], 2)
    pair, likely = (-1.0, first, one), (-1.2, first, other)
    assert has_rival(pair, [pair, likely])
    assert not has_rival(pair, [pair, (-1.6, first, other)])
    other.previous = Strip([], 3)
    assert not has_rival(pair, [pair, likely])


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
