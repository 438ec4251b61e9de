"""Columns that stand side by side are read one after the other."""

from articles.reading import read_page
from articles.reading.lines import split_lines
from articles.reading.rows import split_rows

LEFT = [
    "柳条弄的早市上周三搬进",
    "了新棚，四十个摊位一个",
    "也没有少。",
    "摊主们自己画了位置图，",
    "贴在棚子的柱子上。",
]


def aligned(rows: list[tuple[str, str]], width: int) -> str:
    """Rows of two cells, the second of which begins at one place."""
    return "".join(left.ljust(width) + right + "\n" for left, right in rows)


def texts(page: str) -> list[str]:
    return [line.text for line in split_rows(split_lines(page), page)]


def test_left_column_is_read_before_the_right() -> None:
    right = [
        "新棚亮着十二盏灯，摊主",
        "们说夜里也看得清秤。",
        "管理员每天清早五点开门。",
    ]
    page = aligned(list(zip(LEFT, right * 2, strict=False)), 20)
    assert texts(page) == [*LEFT, *right, *right[:2]]


def test_headline_above_both_columns_stays_above() -> None:
    rows = [(left, "右边的一行字也在这里") for left in LEFT]
    page = "              早市搬进了新棚子里\n" + aligned(rows, 18)
    assert texts(page)[0] == "早市搬进了新棚子里"
    assert texts(page)[1:6] == LEFT


def test_one_row_alone_is_not_cut() -> None:
    page = "夜里要热闹    也要睡得着\n街道开了一次会。\n居民都来了。\n"
    assert texts(page) == [line.text for line in split_lines(page)]


def test_entries_of_a_programme_are_no_columns() -> None:
    entries = [
        "6月5日（星期五）9:30　居民们的修补集市又来了　街心花园　磨刀、修伞",
        "6月12日（星期五）9:30　居民们的夏夜书场开讲　街道会堂　请先登记",
        "2027年6月20日　居民们的第三届凉茶铺开张　弄堂口　自带杯子",
    ]
    page = "".join(f"　　{entry}\n" for entry in entries)
    assert texts(page) == [entry.replace("　", "") for entry in entries]


def test_nothing_is_lost_or_read_twice() -> None:
    rows = [(left, left[::-1]) for left in LEFT] * 3
    page = aligned(rows, 24)
    done = read_page(page)
    assert "".join(page[part.start : part.end] for part in done.fragments) == page


def test_pieces_keep_their_place_in_the_raw_text() -> None:
    page = aligned([(left, "右边的一行字也在这里") for left in LEFT], 18)
    for line in split_rows(split_lines(page), page):
        assert page[line.first : line.last].strip() == line.text
