"""Column widths are known by the lines whose sentence goes on below."""

from articles.reading import read_page
from articles.reading.columns import measure_columns
from articles.reading.lines import Line, split_lines

NARROW = """\
  菜场的新秤上周装好了，一共六
台，每台都会说话。头一天有七位老
人把菜重新称过，只有一份少了二
钱，摊主当场补上。
"""
WIDE = """\
  河边的步道昨天贯通了，从老码头走到新桥一共要走两千
三百步。工程队留下了岸边的每一棵柳树，长椅朝着水面，
傍晚坐满了散步的人。
"""
FLUSH = """\
柳树下的修鞋摊开了四十年，摊主老
何今年七十三岁，每天清早五点出门，
修一双鞋只收三块钱。
街坊们都说他的手艺好，连邻近两个
街区的人也赶来，等上半个钟头不急。
"""


def measured(page: str) -> list[Line]:
    lines = split_lines(page)
    assert measure_columns(lines)
    return lines


def test_columns_of_two_widths_without_a_blank_line() -> None:
    lines = measured(NARROW * 2 + WIDE * 2)
    assert {line.measure for line in lines[:7]} == {32}
    assert min(line.measure for line in lines[9:]) > 50


def test_full_lines_of_a_narrow_column_end_no_paragraph() -> None:
    page = read_page("菜场换了新秤\n" + NARROW * 2 + WIDE * 2)
    paragraphs = [line for article in page.articles for line in article.paragraphs]
    assert len(paragraphs) == 4


def test_box_below_a_column_that_is_broken_off_has_its_own_width() -> None:
    broken = (
        NARROW * 2 + "  菜场的账本也换了新的，摊主们\n说从来没有见过这样厚的账本，三\n"
    )
    box = "要闻\n  渡船下月起改走新的航线，早晚\n各添一班。票价不变，老人乘\n"
    box += "船仍旧不收钱。\n"
    lines = measured(broken + box + box)
    assert [line.measure for line in lines[8:10]] == [32, 32]
    assert lines[12].measure == 28


def test_columns_without_indents() -> None:
    lines = measured(FLUSH * 3)
    assert all(line.flush for line in lines)
    assert not any(line.flush for line in measured(NARROW * 3))


def test_a_paragraph_a_line_is_not_wrapped() -> None:
    page = "\n\n".join(
        "街坊议事会" + "又谈了一件事，" * count + "散会很晚。" for count in range(4, 12)
    )
    assert not measure_columns(split_lines(page))
