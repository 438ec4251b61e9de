"""The newspaper form of GB/T 7714."""

from datetime import date

import pytest

from articles.models import Article, Edition, Issue, Page
from articles.views.citation import authors, citation


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("□记者 丁 晚", ["丁晚"]),
        ("记者 白予 通讯员 宁小满", ["白予", "宁小满"]),
        ("本报记者丁晚、白予", ["丁晚", "白予"]),
        ("文/丁晚 图/白予", ["丁晚", "白予"]),
        ("丁晚", ["丁晚"]),
        ("丁 晚", ["丁晚"]),
        ("", []),
        ("□通讯员", []),
    ],
)
def test_authors_are_bare_names(byline, names):
    assert authors(byline) == names


def make(*, day=(date(2024, 5, 9),) * 2, number="12", page=3, **fields):
    issue = Issue(
        edition=Edition(place="枫桥"),
        number=number,
        date_earliest=day[0],
        date_latest=day[1],
    )
    values = {"headline": "灯亮了", "byline": "记者 丁晚"} | fields
    page = Page(issue=issue, number=page) if page else None
    return Article(issue=issue, page=page, **values)


@pytest.mark.parametrize(
    ("why", "article", "expected"),
    [
        ("whole", make(), "丁晚. 灯亮了[N]. 社区晨报·枫桥, 2024-05-09(3)."),
        ("no author", make(byline=""), "灯亮了[N]. 社区晨报·枫桥, 2024-05-09(3)."),
        ("no page", make(page=None), "丁晚. 灯亮了[N]. 社区晨报·枫桥, 2024-05-09."),
        (
            "a month",
            make(day=(date(2024, 5, 1), date(2024, 5, 31))),
            "丁晚. 灯亮了[N]. 社区晨报·枫桥, 2024-05(3).",
        ),
        (
            "no date",
            make(day=(None, None)),
            "丁晚. 灯亮了[N]. 社区晨报·枫桥, 第12期[出报日期未载](3).",
        ),
        (
            "hidden name",
            make(byline="丁晚", hidden_names=["丁晚"]),
            "某某. 灯亮了[N]. 社区晨报·枫桥, 2024-05-09(3).",
        ),
    ],
)
def test_citation_says_what_print_says(why, article, expected):
    assert citation(article) == expected, why
