"""Pages that keep the places of print: cut into cells, columns and regions."""

import pytest

from articles.reading import read_page
from articles.reading.folio import read_folio
from articles.reading.layout import read_layout
from articles.reading.lines import split_lines
from articles.reading.structure import Role

WELL = [
    "  老井边的石凳上周换了新",
    "的，一共六条，都是从山里",
    "运来的青石。石匠老董量了",
    "三遍尺寸，才肯动手。",
]
WELL_ON = [
    "  井水如今不再喝了，居民",
    "打上来浇花，夏天还拿来镇",
    "西瓜。孩子们放学以后围着",
    "井栏写作业。",
]
KITE = [
    "  风筝铺的第三代传人昨天",
    "开了夜课，头一晚来了二十",
    "个人，小的八岁，大的八十",
    "岁，坐满了两张长桌子，又",
]
KITE_ON = [
    "添了四条板凳。师傅从削竹",
    "篾教起，说竹子要过三道水",
    "才不裂。",
    "  下一课讲怎样糊纸。",
]
BAKER = [
    "  面包房把停业的时间改到",
    "晚上九点，给下夜班的护士",
    "留一炉热的。店主说，两个",
    "月里没有剩过一只，倒是常",
]
BAKER_ON = [
    "有人多付一份钱，留给后来",
    "的人。",
    "  墙上的小黑板记着还有几",
    "份没有人领。",
]


def beside(*columns: list[str], width: int = 15) -> list[str]:
    """Columns put side by side, each `width` characters from the last."""
    height = max(map(len, columns))
    padded = [column + [""] * (height - len(column)) for column in columns]
    rows = zip(*padded, strict=True)
    return ["".join(c.ljust(width) for c in row).rstrip() for row in rows]


def texts(rows: list[str]) -> list[str]:
    """The lines of a page in order of reading."""
    page = "\n".join(rows) + "\n"
    lines = read_layout(split_lines(page), page)
    assert lines is not None
    return [line.text for line in lines]


def plain(*columns: list[str]) -> list[str]:
    return [line.strip() for column in columns for line in column]


def test_two_articles_side_by_side_are_read_one_after_the_other() -> None:
    head = " " * 10 + "石凳换新" + " " * 27 + "夜课开张"
    rows = [head, *beside(WELL, WELL_ON, KITE, KITE_ON)]
    assert texts(rows) == [
        "石凳换新",
        *plain(WELL, WELL_ON),
        "夜课开张",
        *plain(KITE, KITE_ON),
    ]


def test_articles_of_one_grid_are_cut_at_the_headline_between() -> None:
    rows = [
        *beside(KITE, KITE_ON, WELL),
        "",
        " " * 16 + "热面包留到九点",
        *beside(BAKER, BAKER_ON, WELL_ON),
    ]
    assert texts(rows) == [
        *plain(KITE, KITE_ON, WELL),
        "热面包留到九点",
        *plain(BAKER, BAKER_ON, WELL_ON),
    ]


def test_headline_beside_the_end_of_another_column_stays_with_its_text() -> None:
    long = [*WELL, "  石凳不怕雨，也不怕晒，"]
    rows = [
        *beside([*KITE, "热面包到九点"], KITE_ON, long),
        "",
        *beside(BAKER, BAKER_ON, WELL_ON),
    ]
    found = texts(rows)
    assert found.index("热面包到九点") + 1 == found.index(BAKER[0].strip())


def test_columns_of_another_width_below_are_cut_off() -> None:
    wide = [a.ljust(12) + b for a, b in zip(KITE[1:], KITE_ON[1:], strict=True)]
    wide = [line.replace(" ", "") for line in wide]
    rows = [
        *beside(WELL, WELL_ON, BAKER),
        "",
        "夜课开张",
        *beside(wide, wide[::-1], width=26),
    ]
    assert texts(rows)[:13] == [*plain(WELL, WELL_ON, BAKER), "夜课开张"]
    assert texts(rows)[13:] == [*wide, *wide[::-1]]


def test_a_heading_inside_a_column_cuts_nothing() -> None:
    left = [*KITE, "    夜里的灯    ".rstrip(), "  灯挂在门口。"]
    right = [*KITE_ON, "  糊完要晾一夜，第二天再", "上色。"]
    assert texts(beside(left, right)) == plain(left, right)


def test_one_space_parts_columns_where_lines_are_as_long() -> None:
    rows = [
        "的，一共六条，都是从山里 打上来浇花，夏天还拿来镇",
        "运来的青石。石匠老董量了 西瓜。孩子们放学以后围着",
        "三遍尺寸，才肯动手。      井栏写作业，天黑了才走，",
        "  石凳底下还刻了年月，给 大人也不催，隔着墙喊一声",
        "以后的人看。              吃饭。",
        "  老人们说坐着凉。        明年再换井栏。",
        "  刻字的人没留姓名，         井绳也换了新的一条，",
    ]
    cut = [(row[:13].strip(), row[13:].strip()) for row in rows]
    assert texts(rows) == [left for left, _ in cut] + [right for _, right in cut]


def test_spaces_inside_a_line_part_nothing() -> None:
    left = [*KITE, "  学费一人二十元。"]
    right = ["  报名找 施三省 老师，电", *KITE_ON]
    assert "报名找施三省老师，电" in texts(beside(left, right))


def test_headline_printed_below_the_byline_goes_above_it() -> None:
    rows = [
        "□记者 施 予",
        " " * 12 + "石凳换新",
        *beside(WELL, WELL_ON, KITE),
    ]
    assert texts(rows)[:3] == ["石凳换新", "□记者施予", "老井边的石凳上周换了新"]


def test_columns_drift_where_a_row_above_holds_digits() -> None:
    rows = [
        left.ljust(15 + number // 2) + right
        for number, (left, right) in enumerate(
            zip(BAKER, KITE[1:] + KITE, strict=False)
        )
    ]
    assert texts(rows)[:4] == plain(BAKER)


@pytest.mark.parametrize(
    ("why", "rows"),
    [
        ("one column", plain(WELL, KITE)),
        ("a table of short cells", ["张三  李四  王五"] * 8),
        ("one row with a gap", ["石凳换新了没有      夜课开张了没有", *plain(WELL)]),
    ],
)
def test_a_page_without_columns_is_left_alone(why: str, rows: list[str]) -> None:
    page = "\n".join(rows)
    assert read_layout(split_lines(page), page) is None, why


def test_printed_indents_tell_the_paragraphs() -> None:
    rows = ["  夜课开张", "", *beside(KITE, KITE_ON)]
    (article,) = read_page("\n".join(rows)).articles
    assert len(article.paragraphs) == 2
    assert article.paragraphs[0].text.endswith("才不裂。")


def test_edition_beside_the_title_belongs_to_the_masthead() -> None:
    page = (
        "      社区晨报      枣树弄\n"
        "      JUJUBE LANE NEWS\n"
        "      2024年5月6日 星期一\n" + "\n".join(beside(WELL, WELL_ON, KITE))
    )
    lines = split_lines(page)
    masthead, _ = read_folio(lines, page)
    assert lines[0].role == Role.MASTHEAD
    assert masthead is not None


def test_every_character_keeps_its_place() -> None:
    page = "\n".join([" " * 16 + "热面包", *beside(BAKER, BAKER_ON, WELL, KITE)])
    done = read_page(page)
    assert "".join(page[part.start : part.end] for part in done.fragments) == page
