"""Rolls of honour: tables of names are text, whatever spaces part them."""

import pytest

from articles.reading import read_page

HEAD = "# 枫桥里街道志愿者光荣榜\n\n"
TAIL = (
    "\n\n以上九名志愿者全年服务都在两百小时以上，街道将在年底的大会上为他们颁发证书，"
    "请大家互相转告。\n"
)
ROWS = ("裴　远　　沈知砚　　江　川　　何小立", "明　了　　汤　圆　　万　里　　丁　山")


def read(*rows: str, between: str = "\n"):
    (article,) = read_page(HEAD + between.join(rows) + TAIL).articles
    return article


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_rows_of_names_are_text_that_keeps_a_space_between_names(between):
    article = read(*ROWS, "慕容石", between=between)
    assert [line.text for line in article.paragraphs[:3]] == [
        "裴 远 沈知砚 江 川 何小立",
        "明 了 汤 圆 万 里 丁 山",
        "慕容石",
    ]
    assert not article.pictures


def test_remark_above_the_names_belongs_to_them():
    article = read("（按姓氏笔画为序）", *ROWS)
    assert article.paragraphs[0].text == "（按姓氏笔画为序）"


@pytest.mark.parametrize("row", ["裴　远　　沈知砚", "时　间　　地　点　　内　容"])
def test_few_names_and_other_words_make_no_table(row):
    lines = [line.text for line in read(row).paragraphs]
    assert all(" " not in line for line in lines)
