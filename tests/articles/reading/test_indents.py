"""Indents that a text prints as spaces: paragraphs begin there and nowhere else."""

import pytest

from articles.reading import read_page
from articles.reading.columns import prints_indents
from articles.reading.lines import Line, split_lines
from articles.reading.structure import Role
from articles.reading.wrapped import SPACED, UNSPACED, spaced_weight

#: a column broken off above the headline of another article
FERRY = """\
早班船提前了半个钟头

　　渡口的早班船提前到五点半，卖菜的人
最高兴，担子不用在石阶上等天亮。
　　船长姓麦，五十八岁，听见铜铃响三下
就起身。“铃不响，我睡不着。”他说这话
的时候正在擦灯罩。
　　第一天开船，来了十七个人，船尾还坐
着一条黄狗。
　　麦船长从舱里搬出一只旧藤椅，坐着

井水又清了

　　井边居民区昨天把老井淘了一遍，捞出
铜钱十七枚，茶壶盖三只。
　　水要过三天才能喝。


的是他九十岁的母亲，她要去对岸看桃花。
　　桃花开了一半。
"""


def test_indented_line_at_the_end_of_a_column_goes_on_in_a_line_without_indent():
    ferry, well = read_page(FERRY).articles
    assert [part.text[-5:] for part in ferry.paragraphs] == [
        "上等天亮。",
        "在擦灯罩。",
        "一条黄狗。",
        "岸看桃花。",
        "开了一半。",
    ]
    assert [part.text[:4] for part in well.paragraphs] == ["井边居民", "水要过三"]


def text_lines(page: str, measure: int) -> list[Line]:
    found = [line for line in split_lines(page) if line.text]
    for place, line in enumerate(found):
        line.index, line.measure, line.measured = place, measure, True
    return found


@pytest.mark.parametrize(
    ("indent", "printed"),
    [("　　", True), ("  ", True), ("", False)],
)
def test_indents_are_printed_where_first_lines_have_them(indent: str, printed: bool):
    paragraph = f"{indent}渡口的早班船提前到五点半，卖菜的人\n最高兴。\n"
    assert prints_indents(text_lines(paragraph * 5, 36)) is printed


def test_short_line_without_indent_below_a_paragraph_is_none():
    above, line, below = text_lines("船开了。\n铜铃响三下\n　　船长姓麦，\n", 36)
    for each in (above, line, below):
        each.spaced = True
    above.role = Role.BODY
    assert spaced_weight(above, line, below) == UNSPACED
    assert spaced_weight(line, below, None) == SPACED
    above.text, above.width = "渡口的早班船提前到五点半，卖菜的人", 34
    assert spaced_weight(above, line, below) == 0
