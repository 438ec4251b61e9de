"""A read file as JSON and as the report that a person checks."""

from datetime import date

import pytest

from articles.page_json import event_date, page_json
from articles.page_report import page_report
from articles.reading import read_pages
from people.extraction.structure import (
    Found,
    FoundDate,
    FoundEvent,
    FoundPerson,
    FoundPost,
    Place,
)

PAGE = """# 枫桥里街道开出“夜间门诊”

□记者 沈 砚

9月3日晚，枫桥里街道社区卫生服务中心的夜间门诊开张，二十几位居民排队看中医。

### 灯亮到九点

中心主任裴知远说，夜间门诊每周二、周四开到九点，医保结算同白天一样。（健康办）

裴知远为居民针灸 沈砚 摄

扫描二维码
"""


def test_schema_follows_the_gold_pages():
    data = page_json("a.txt", read_pages(PAGE.encode()))
    assert data["source"] == "a.txt"
    (article,) = data["articles"]
    assert article["headline"] == "枫桥里街道开出“夜间门诊”"
    assert article["bylines"] == ["沈砚"]
    assert article["credit"] == "健康办"
    assert article["section_headings"] == ["灯亮到九点"]
    assert len(article["paragraphs"]) == 2
    assert article["captions"] == ["裴知远为居民针灸 沈砚 摄"]
    assert article["kicker"] is None
    assert data["furniture"] == ["扫描二维码"]
    assert data["unplaced"] == []
    assert data["masthead"] is None


def test_people_come_with_posts_and_the_bodies_they_are_held_in():
    place = Place("body", 2, 0, 4)
    post = FoundPost("中心主任", "主任", place, "", body="枫桥里街道社区卫生服务中心")
    found = Found(people=(FoundPerson("裴知远", (place,), (post,)),))
    data = page_json("a.txt", read_pages(PAGE.encode()), [[found]])
    assert data["articles"][0]["people"] == [
        {
            "name": "裴知远",
            "posts": ["中心主任"],
            "organizations": ["枫桥里街道社区卫生服务中心"],
        }
    ]


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        (date(2025, 9, 3), date(2025, 9, 3), "2025-09-03"),
        (date(2025, 9, 1), date(2025, 9, 30), "2025-09"),
        (date(2025, 9, 11), date(2025, 9, 20), "2025-09"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2025, 9, 1), date(2025, 9, 7), None),
        (date(2025, 12, 29), date(2026, 1, 4), None),
        (None, None, None),
    ],
)
def test_no_day_is_told_that_print_does_not_prove(first, last, wanted):
    words = FoundDate("那几天", first, last, Place("body", 0, 0, 3))
    assert event_date(FoundEvent("开张", date=words)) == wanted


def test_an_article_continued_on_the_next_page_is_one():
    first = "# 老码头的灯\n\n码头的灯亮了。守灯的人换了三代。\n\n（下转第3版）\n\f"
    second = "第3版 深读\n\n# 老码头的灯\n\n（上接第1版）\n\n灯塔如今归孩子们看管。\n"
    data = page_json("a.txt", read_pages((first + second).encode()))
    (article,) = data["articles"]
    assert article["paragraphs"] == [
        "码头的灯亮了。守灯的人换了三代。",
        "灯塔如今归孩子们看管。",
    ]


def test_line_repeated_on_the_next_page_is_the_headline():
    first = (
        "老码头的灯\n守灯的人换了三代\n\n"
        "码头的灯亮了，照着晚归的渔船，一盏一盏数过来，一共有二十四盏。\n\n（下转第3版）\n\f"
    )
    second = (
        "第3版 深读\n\n（上接第1版）\n\n守灯的人换了三代\n\n"
        "灯塔如今归孩子们看管，每天傍晚由两个人爬上去擦一遍玻璃。\n"
    )
    data = page_json("a.txt", read_pages((first + second).encode()))
    (article,) = data["articles"]
    assert article["kicker"] == "老码头的灯"
    assert article["headline"] == "守灯的人换了三代"
    assert len(article["paragraphs"]) == 2


def test_same_headline_on_two_pages_without_a_jump_is_two_articles():
    page = "# 一周短讯\n\n{}的灯亮了，照着晚归的渔船。\n"
    data = page_json(
        "a.txt", read_pages((page.format("码头") + "\f" + page.format("桥头")).encode())
    )
    assert len(data["articles"]) == 2


def test_report_shows_the_paper_and_what_is_no_article():
    head = "社区晨报·枫桥里 2021年9月9日 第2版 邻里\n扫描二维码\n\n"
    text = page_report("a.txt", read_pages((head + PAGE).encode()))
    assert "报头：社区晨报·枫桥里 2021-09-09" in text
    assert "第2版 邻里" in text
    assert "非正文：" in text and "扫描二维码" in text


def test_report_shows_what_a_person_checks():
    text = page_report("a.txt", read_pages((PAGE + "\n一行没有归处的话\n").encode()))
    for words in (
        "a.txt（utf-8，1 版）",
        "枫桥里街道开出“夜间门诊”",
        "署名：□记者 沈 砚",
        "文末：健康办",
        "小标题：灯亮到九点",
        "2 段",
        "图：裴知远为居民针灸",
    ):
        assert words in text


def test_feast_by_name_is_no_printed_day():
    day = date(2025, 5, 31)
    words = FoundDate("端午节当天", day, day, Place("body", 0, 0, 5))
    assert event_date(FoundEvent("开张", date=words)) is None
