"""Ends and beginnings of paragraphs that nothing else goes with are joined."""

import pytest

from articles.reading.leftovers import is_indented, join_leftovers
from articles.reading.lines import Line
from articles.reading.phrases import Continuity
from articles.reading.strips import Strip, closes_quote

WIDE = 36  # half-width columns
#: text, whether it must follow another, whether it must go on
END = ("会长端木青说，老码头的钟每天敲两次，早", 0, 1)
REST = ("上一次，夜里一次，听见的人越来越少。", 1, 0)
ITEM_END = ("5月3日（周五）14:00，阅览室，听桥", 0, 1)
ITEM_REST = ("边故事，讲述人：澹台雨。", 1, 0)
ITEM = ("5月4日（周六）9:00，码头，看龙舟。", 0, 0)
WHOLE = ("渔歌唱完了，台下的老渔民站起来鼓掌。", 0, 0)
GREETING = ("各位街坊邻居：", 1, 0)
NUMBERED = ("2.请自备水杯和雨伞，不要带小狗。", 1, 0)


def strips_of(*rows: tuple[str, int, int], inside: tuple[int, ...] = ()) -> list[Strip]:
    """Strips of one line, each below a blank line but for those `inside` a block."""
    strips = []
    for place, (text, open_start, open_end) in enumerate(rows):
        start = 40 * place
        line = Line(start, start + 40, start, start + 40, text, width=WIDE, index=place)
        line.measure, line.measured = WIDE, True
        line.gap = int(place not in inside)
        ends = {"open_start": 1.2 if open_start else -5.0}
        ends["open_end"] = 2.0 if open_end else -3.0
        strips.append(Strip([line], place, place in inside, text=text, **ends))
    return strips


def joined(strips: list[Strip]) -> list[tuple[int, int]]:
    """Which strip goes on in which."""
    join_leftovers(strips, Continuity([]))
    return [(strip.index, strip.next.index) for strip in strips if strip.next]


def test_the_only_end_goes_with_the_only_beginning():
    assert joined(strips_of(END, WHOLE, WHOLE, REST, WHOLE)) == [(0, 3)]


def test_as_many_ends_as_beginnings_go_together():
    rows = strips_of(END, WHOLE, ITEM_REST, ITEM, ITEM_END, REST, inside=(3,))
    assert joined(rows) == [(0, 5), (4, 2)]


@pytest.mark.parametrize(
    "rows",
    [
        (END, WHOLE, WHOLE),
        (WHOLE, REST, WHOLE),
        (END, WHOLE, END, WHOLE, REST),
        (END, WHOLE, GREETING),
        (END, WHOLE, NUMBERED),
    ],
)
def test_nothing_is_joined_where_nothing_or_one_too_many_is_left(rows):
    assert joined(strips_of(*rows)) == []


def test_one_too_many_is_left_alone_where_only_another_fits():
    assert joined(strips_of(END, WHOLE, ITEM_END, REST)) == [(0, 3)]
    assert joined(strips_of(END, WHOLE, ITEM_REST, REST)) == [(0, 3)]


def test_first_line_narrower_by_the_indent_may_be_all_of_a_paragraph():
    strips = strips_of(("会长端木青说，老码头的钟敲了，早", 0, 0), WHOLE, REST)
    strips[0].open_end = 0.2
    strips[0].lines[0].width = WIDE - 4
    assert is_indented(strips[0])
    assert joined(strips) == [(0, 2)]
    strips = strips_of(("会长端木青说，老码头的钟早", 0, 0), WHOLE, REST)
    strips[0].open_end = 0.2
    strips[0].lines[0].width = WIDE - 10
    assert joined(strips) == []


def test_beginning_inside_a_block_belongs_to_what_stands_above():
    assert joined(strips_of(END, WHOLE, REST, inside=(2,))) == []


@pytest.mark.parametrize(
    ("text", "closes"),
    [("的船。”他说，“明天", True), ("他说“明天”。", False), ("没有引号。", False)],
)
def test_quotation_that_closes_first_was_opened_before(text, closes):
    assert closes_quote(Strip([], text=text)) is closes
