"""Lines of columns side by side that were printed as one."""

import pytest

from articles.reading import read_page
from articles.reading.abreast import ends_above, in_columns, move_tops, pieces_of
from articles.reading.lines import Line, make_line

COLUMN = (
    "5月9日，河埠头的石阶换\n"
    "好以后，渔歌队在岸边唱了\n"
    "九段渔歌，来听的老人把石\n"
    "阶坐得满满当当，还有人站\n"
)
BELOW = "孩子们数着石阶往下跑，跑\n到水边又被奶奶叫了回来。\n"


def body_of(text: str) -> str:
    page = read_page("河埠头换上新石阶\n\n" + text)
    return "".join(part.text for part in page.articles[0].paragraphs)


def test_line_of_two_columns_is_cut_and_the_second_follows_the_block():
    row = "在后面一直听到天黑才散。 石榴又教大家唱了第十段。\n"
    body = body_of(COLUMN + row + BELOW)
    assert "站在后面一直听到天黑才散。孩子们数着石阶" in body
    assert body.endswith("奶奶叫了回来。石榴又教大家唱了第十段。")


def test_wide_line_without_full_columns_stays_whole():
    row = "在后面听。 石榴又教大家唱了第十段，老人们都跟着拍手\n"
    assert "在后面听。石榴又教大家" in body_of(COLUMN + row + BELOW)


def line_of(text: str, *, gap: int = 0, parted: bool = False) -> Line:
    """A line of a column of twelve characters."""
    line = Line(0, len(text), 0, len(text), text, width=2 * len(text), gap=gap)
    line.measure, line.measured, line.parted = 24, True, parted
    return line


def test_top_of_a_column_that_was_cut_from_a_row_goes_where_it_goes_on():
    lines = [
        line_of("船厂的师傅们刨了三个晚上"),
        line_of("木头还有江水的味道，老公", parted=True),
        line_of("灯塔边的小屋本周起开夜课", gap=1),
        line_of("园里也要换上这样的长椅。", gap=1),
    ]
    moved = [line.text[:4] for line in move_tops(lines)]
    assert moved == ["船厂的师", "灯塔边的", "木头还有", "园里也要"]


@pytest.mark.parametrize(
    "row",
    [
        "石榴把最后一段渔歌教给孩子 沈 砚 摄 新石阶铺到了水边",
        "石榴把最后一段渔歌教给孩子 图/文 沈砚 新石阶铺到了水边",
    ],
)
def test_nothing_parts_a_photographer_from_the_picture(row):
    line = make_line(row, 0, len(row))
    line.measure, line.measured = 24, True
    cuts = [piece.text for piece in pieces_of(line, row, {24, 26, 34}, 7)]
    assert all(text.startswith("石榴") or "沈砚" not in text for text in cuts)


def test_pieces_of_rows_stand_column_by_column():
    rows = [[line_of("一"), line_of("甲")], [line_of("二")], [line_of("三")]]
    found = in_columns(rows)
    assert [line.text for line in found] == ["一", "二", "三", "甲"]
    assert [line.gap for line in found] == [1, 0, 0, 1]


def test_piece_that_ends_the_sentence_above_stays_below_it():
    above, first = (
        line_of("河埠头的石阶换好以后，渔"),
        line_of("船工们也换了新的救生衣，"),
    )
    ends = line_of("歌队在岸边唱。")
    assert ends_above(above, first, [ends])
    assert not ends_above(above, ends, [ends])
    assert not ends_above(above, first, [line_of("歌队在岸边唱着老歌，还")])
    assert not ends_above(line_of("渔歌又响了"), first, [ends])
