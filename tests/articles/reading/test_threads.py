"""Columns that a tool has read row by row are read column by column again."""

import pytest

from articles.reading.folio import read_folio
from articles.reading.lines import split_lines
from articles.reading.shapes import column_widths, shape_of
from articles.reading.threads import thread_columns

LEFT = [
    "清明过后，柳絮从河对岸过来，",
    "落在晾着的被单上。住在三楼的老人",
    "把被单收进屋里，又晾出去，一个上",
    "午来回走了七趟。邻居笑她，她说被",
    "单晒过太阳才有气味，机器烘出来的",
    "没有。",
]
RIGHT = [
    "修表铺门口挂着一只停了的钟，",
    "指针停在十点零五分。店主说这是招",
    "牌，不是等着修的活，真正要修的表",
    "都收在玻璃柜里，一共四十三块，每",
    "一块都贴着主人的名字和送来的日子",
    "和电话。",
]


def read(*chunks: list[str]) -> list[str]:
    """The texts of a page in order, its chunks parted by blank lines."""
    raw = "\n\n".join("\n".join(chunk) for chunk in chunks) + "\n"
    lines = split_lines(raw)
    read_folio(lines, raw)
    return [line.text for line in thread_columns(lines)]


def rows(*columns: list[str]) -> list[list[str]]:
    """Chunks of one line each, the first of every column, then the second."""
    return [[line] for row in zip(*columns, strict=True) for line in row]


@pytest.mark.parametrize(
    ("why", "chunks", "expected"),
    [
        ("row by row", rows(LEFT, RIGHT), LEFT + RIGHT),
        ("column by column", [[line] for line in LEFT + RIGHT], LEFT + RIGHT),
        (
            "two lines stand together",
            [
                LEFT[:2],
                RIGHT[:2],
                *rows(LEFT[2:], RIGHT[2:]),
            ],
            LEFT + RIGHT,
        ),
        (
            "a headline above both",
            [["渡口边的两个人"], *rows(LEFT, RIGHT)],
            ["渡口边的两个人", *LEFT, *RIGHT],
        ),
    ],
)
def test_columns_are_threaded(why, chunks, expected):
    assert read(*chunks) == expected


def test_columns_that_stand_together_are_left_alone():
    assert read(RIGHT, LEFT) == RIGHT + LEFT


def test_a_sentence_stands_without_a_gap_and_a_column_begins_with_one():
    raw = "\n\n".join(line for row in zip(LEFT, RIGHT, strict=True) for line in row)
    lines = thread_columns(split_lines(raw))
    gaps = [line.gap for line in lines]
    assert not any(gaps[1:6])
    assert gaps[6]
    assert [line.index for line in lines] == list(range(12))


@pytest.mark.parametrize(
    ("why", "text", "is_display"),
    [
        ("neither mark nor width", "早市搬进了新棚子", True),
        ("the end of what a bracket holds", "和桥公寓）", False),
        ("an item of a list", "（二）家中无人照看", False),
        ("the end of a sentence", "都来了。", False),
        ("as wide as its column", "落在晾着的被单上住在三楼的老人", False),
    ],
)
def test_few_lines_are_taken_for_headlines(why, text, is_display):
    (line,) = split_lines(text + "\n")
    assert shape_of(line, [30]).display == is_display


def test_width_of_a_column_is_that_of_its_full_lines():
    lines = split_lines("\n\n".join(2 * (LEFT + RIGHT)) + "\n")
    assert column_widths(lines) == [32]
