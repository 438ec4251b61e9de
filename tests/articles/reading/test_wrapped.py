"""Text or display: what the lines above and below a line say of it."""

import pytest

from articles.reading.judging import ends_block, text_odds
from articles.reading.lines import Line
from articles.reading.phrases import Continuity
from articles.reading.structure import Role
from articles.reading.wrapped import (
    TEXT,
    are_broken_off,
    breaks_off,
    closes_first,
    leaves_open,
    skip_weight,
)

MEASURE = 24  # half-width columns


def line_of(text: str, *, gap: int = 0, role: Role | None = None) -> Line:
    """A line of a column whose width is known."""
    line = Line(0, len(text), 0, len(text), text, width=2 * len(text), gap=gap)
    line.measure, line.measured, line.role = MEASURE, True, role
    return line


ABOVE = line_of("船工们就这样等了一夜。", role=TEXT)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("第二天早上六点半，钟", True),  # narrower by the indent
        ("钟楼的灯亮了，对岸的渔船", True),
        ("第二天的钟声", False),
        ("钟楼亮灯，渔船回港啦", True),
        ("钟楼亮灯渔船已经回港", True),
        ("钟楼的灯在夜里亮了", False),  # narrower by three characters
    ],
)
def test_line_between_text_and_a_blank_line_is_text_if_it_fills_the_column(text, ends):
    assert ends_block(ABOVE, line_of(text), line_of("渡口", gap=1)) is ends


def test_line_in_the_middle_of_a_block_or_below_a_headline_tells_nothing():
    line = line_of("第二天早上六点半，钟")
    assert not ends_block(ABOVE, line, line_of("楼的灯亮了。"))
    assert not ends_block(ABOVE, line, None)
    assert not ends_block(line_of("钟", role=Role.HEADLINE), line, line_of("渡", gap=1))
    line.gap = 1
    assert not ends_block(ABOVE, line, line_of("渡口", gap=1))


@pytest.mark.parametrize(
    ("text", "below", "left"),
    [
        ("“开渡船不难，难的是", None, True),
        ("“开渡船不难，难的是", "开得久，还要", True),
        ("“开渡船不难", "难的是开得久”", False),
        ("“开渡船不难”", None, False),
        ("开渡船不难", None, False),
    ],
)
def test_quotation_left_open_asks_for_the_next_line(text, below, left):
    assert leaves_open(text, line_of(below) if below else None) is left


@pytest.mark.parametrize(
    ("text", "above", "closes"),
    [
        ("多少年？”", None, True),
        ("多少年？”", "钟楼下的“半点", False),
        ("“多少年？”", None, False),
        ("多少年", None, False),
    ],
)
def test_quotation_that_was_not_opened_goes_on_from_elsewhere(text, above, closes):
    assert closes_first(text, line_of(above) if above else None) is closes


@pytest.mark.parametrize(
    ("rows", "broken"),
    [
        (["船工修好了两盏灯，天亮前", "又去看了西头的桥，说那里"], True),
        (["船工修好了两盏灯天亮以前", "又去看了西头的桥说那里有"], False),
        (["船工修好了两盏灯，天亮前", "又去看了西头的桥"], False),
        (["船工修好了两盏灯，天亮前"], False),
    ],
)
def test_full_rows_with_a_mark_inside_are_broken_off(rows, broken):
    assert are_broken_off([line_of(row) for row in rows]) is broken


def test_short_line_breaks_no_sentence_off():
    line = line_of("三分钟，")
    assert not breaks_off(line)
    line.measured = False
    assert not breaks_off(line)
    line.measure = 12
    assert breaks_off(line)


def test_first_line_of_a_block_is_skipped_where_the_text_above_goes_on_below_it():
    lines = [
        line_of("渔歌队今年又收了二百个居", role=TEXT),
        line_of("老码头", gap=1, role=Role.HEADLINE),
        line_of("渡口的夜校人人来", gap=1),
        line_of("民报名，年纪最大的九十岁"),
    ]
    assert skip_weight(lines, 2, Continuity([])) < 0
    lines[3] = line_of("晚上七点，钟楼的灯都亮着")
    assert skip_weight(lines, 2, Continuity([])) == 0
    assert skip_weight(lines, 0, Continuity([])) == 0


def odds_of(text: str, below: str = "石榴记账，一笔一笔地记") -> float:
    """How likely a line below a heading is text."""
    lines = [line_of("渡口人家", role=Role.HEADLINE), line_of(text), line_of(below)]
    return text_odds(lines, 1, Continuity([]))


@pytest.mark.parametrize(
    ("why", "text", "display"),
    [
        (
            "first lines fall short by an indent",
            "渡口食堂清早的一碗粥",
            "渡口食堂清早一碗粥",
        ),
        ("text leads on", "石榴账本上记下的", "石榴账本上记下账"),
        (
            "headlines have words of their own",
            "船工新缆绳，一根根",
            "船工新缆绳，开张啦",
        ),
    ],
)
def test_place_width_and_wording_speak_for_text_or_display(why, text, display):
    assert odds_of(text) > odds_of(display), why


def test_a_line_without_a_mark_below_speaks_for_display():
    assert odds_of("渡口食堂清早", "石榴记账") < odds_of("渡口食堂清早", "石榴，账")
