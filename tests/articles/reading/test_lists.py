"""Lists of names: no writers in them, and a headline above them is one."""

import pytest

from articles.reading import read_page
from articles.reading.blocks import plain_role
from articles.reading.entries import is_listed, item_weight
from articles.reading.lines import Line, split_lines
from articles.reading.phrases import lists_names

WINNERS = """\
船票换了新纸

  渡口的船票昨天换了新纸，票
面印着灯塔，摸上去是凸的，盲
人也认得出来。
  老票可以用到年底，售票员备
了一只木箱，专收老票。

9月“热心船客”榜
东码头：麦小舟、杜若、白鹭
西码头：丁香、余粮、石榴
南码头：舒展、贺兰、郁金
  上榜的船客每人一把雨伞，伞
面上写着码头的名字。
"""


def test_list_of_names_below_a_headline_is_an_article_of_its_own() -> None:
    tickets, heroes = read_page(WINNERS).articles
    assert [part.text[:4] for part in tickets.paragraphs] == ["渡口的船", "老票可以"]
    assert heroes.headline == "9月“热心船客”榜"
    assert [part.text for part in heroes.paragraphs] == [
        "东码头：麦小舟、杜若、白鹭",
        "西码头：丁香、余粮、石榴",
        "南码头：舒展、贺兰、郁金",
        "上榜的船客每人一把雨伞，伞面上写着码头的名字。",
    ]
    assert not heroes.bylines


def rows(text: str) -> list[Line]:
    return [line for line in split_lines(text) if line.text]


def test_names_below_an_item_that_goes_on_are_no_byline() -> None:
    raw = "东码头：麦小舟、杜若、\n白 鹭\n"
    assert plain_role(rows(raw), 1, raw, letters=False) is None
    raw = "老码头开出早班船\n本报记者 白 鹭\n"
    assert plain_role(rows(raw), 1, raw, letters=False) == "byline"


@pytest.mark.parametrize(
    ("why", "text", "listed"),
    [
        ("another item below", "东码头：麦小舟\n西码头：杜若\n", True),
        ("its names go on first", "东码头：麦小舟\n白鹭\n西码头：杜若\n", True),
        ("a blank line parts them", "东码头：麦小舟\n\n西码头：杜若\n", False),
        ("one alone may be a headline", "渡口：灯又亮了\n老船工的一天\n", False),
        ("headings with a number", "第一步：看\n第二步：问\n", False),
    ],
)
def test_items_of_a_list_stand_together(why: str, text: str, listed: bool) -> None:
    assert is_listed(rows(text), 0) is listed, why


def test_heading_behind_the_end_of_a_list_is_not_of_it() -> None:
    lines = rows("麦师傅：绳子要干。\n杜师傅：要晒。\n早班船\n")
    lines[0].role = lines[1].role = "body"
    assert item_weight(lines, 2) == 0
    lines = rows("东码头：麦小舟；\n西码头：杜若、\n白鹭、连环\n")
    lines[0].role = lines[1].role = "body"
    assert item_weight(lines, 2) > 2


def test_names_are_listed_behind_a_label() -> None:
    assert lists_names("银奖：白鹭、丁一")
    assert not lists_names("银奖：白鹭")
    assert not lists_names("他说：东西、南北")
