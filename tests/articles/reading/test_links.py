"""Strips of a page go on where all of them together say so, each in one place."""

import pytest

from articles.reading.lines import Line
from articles.reading.links import ends_paragraph, link_strips
from articles.reading.matching import best_matching
from articles.reading.phrases import Continuity
from articles.reading.strips import Strip
from articles.reading.structure import Role
from articles.reading.terms import Terms
from tests.articles.reading.test_strips import AFTER, BEFORE, ENDED, WIDE, strip_of

FIRST = "渔歌合唱队下个星期还要到码头"  # narrower than the column by an indent


def linked(*given: tuple[str, float, float]) -> list[Strip]:
    """Strips in blocks of their own, joined."""
    strips = [
        strip_of(text, place, open_start=start, open_end=end)
        for place, (text, start, end) in enumerate(given)
    ]
    for place, strip in enumerate(strips):
        strip.lines[0].gap, strip.lines[0].index = 1, place
        strip.lines[0].role = Role.BODY
        strip.lines[0].width = min(WIDE, 2 * len(strip.text))
    lines = [strip.lines[0] for strip in strips]
    link_strips(strips, lines, Continuity([]), Terms([strip.text for strip in strips]))
    return strips


def test_broken_strip_goes_on_behind_foreign_ones():
    whole = (ENDED, -5.0, -3.0)  # begins a paragraph, and ends it
    strips = linked((BEFORE, -1.0, 2.0), whole, whole, (AFTER, 1.2, -3.0))
    assert strips[0].next is strips[3]
    assert strips[3].previous is strips[0]


def test_strip_that_another_needs_is_left_to_it():
    strips = linked(
        (BEFORE, -1.0, 2.0),
        (FIRST, -1.0, 2.0),
        (AFTER, 1.2, -3.0),
    )
    assert strips[0].next is strips[2]
    assert strips[1].next is None


@pytest.mark.parametrize(
    ("why", "before", "width", "ends"),
    [
        ("a sentence has ended", "渔歌唱完了。", 36, True),
        ("broken off", "渔歌唱完了，台下的老渔民站起来鼓", 36, False),
        ("a short line announces a list", "一等奖：", 36, True),
        ("an item that does not fill its line", "指挥：石榴、白帆", 36, True),
        ("an item that does", "指挥：石榴、白帆、江鸥、海燕、帆影", 36, False),
    ],
)
def test_paragraph_ends_where_nothing_is_broken_off(why, before, width, ends):
    above, below = strip_of(before, 0), strip_of(AFTER, 3)
    above.lines[0].width = 2 * len(before)
    below.lines[0].width = width
    assert ends_paragraph(above, below) is ends, why


def test_article_goes_on_in_a_paragraph_of_another_column():
    line = Line(0, 9, 0, 9, ENDED, width=WIDE)
    strip, other = Strip([line]), strip_of(ENDED, 4)
    strip.below, other.above = other, strip
    assert strip.after is other
    assert other.before is strip
    assert strip.next is None


@pytest.mark.parametrize(
    ("why", "gains", "found"),
    [
        ("nothing", {}, {}),
        ("alone", {(1, 2): 0.5}, {1: 2}),
        ("the sum", {(1, 5): 3.0, (1, 7): 2.5, (2, 5): 2.0}, {1: 7, 2: 5}),
        ("the better", {(1, 5): 3.0, (2, 5): 2.0}, {1: 5}),
        ("two for one", {(1, 5): 3.0, (2, 5): 2.0, (2, 6): 0.1}, {1: 5, 2: 6}),
        ("as good", {(1, 5): 1.0, (2, 5): 1.0, (1, 6): 1.0, (2, 6): 1.0}, None),
    ],
)
def test_pairs_have_the_greatest_sum(why, gains, found):
    pairs = best_matching(gains)
    if found is None:
        assert sorted(pairs.values()) == [5, 6], why
    else:
        assert pairs == found, why
