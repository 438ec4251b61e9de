"""Dates in words: what print proves, and never a month or day more."""

from datetime import date

import pytest

from articles.models import Article, Issue
from articles.templatetags.printed import (
    between,
    newest_sighting,
    printed_on,
    seen,
    whole,
)
from people.models import Membership

YEAR = (date(2019, 1, 1), date(2019, 12, 31))
MARCH = (date(2019, 3, 1), date(2019, 3, 31))
DAY = (date(2021, 5, 3), date(2021, 5, 3))


@pytest.mark.parametrize(
    ("why", "first", "last", "words"),
    [
        ("nothing is known", None, None, "见报日期不明"),
        ("only the year is proven", *YEAR, "见报 2019年"),
        ("only the month is proven", *MARCH, "见报 2019年3月"),
        ("a day", *DAY, "见报 2021年5月"),
        ("two days", date(2019, 3, 22), DAY[1], "见报 2019年3月至2021年5月"),
        ("from some day of a year", YEAR[0], DAY[1], "见报 2019年至2021年5月"),
        ("within a year", YEAR[0], date(2019, 5, 3), "见报 2019年"),
    ],
)
def test_sightings_are_no_finer_than_their_proof(why, first, last, words):
    assert seen(Membership(first_seen=first, last_seen=last)) == words, why


def article(issue=(None, None), happened=(None, None)):
    printed = Issue(date_earliest=issue[0], date_latest=issue[1])
    earliest, latest = happened
    return Article(issue=printed, happened_earliest=earliest, happened_latest=latest)


@pytest.mark.parametrize(
    ("why", "printed", "words", "newest"),
    [
        ("no date", article(), "出报日期未载", "见报日期不明"),
        ("a dated issue", article(DAY, YEAR), "2021年5月3日", "最近见报 2021年5月3日"),
        (
            "the text proves a year",
            article(happened=YEAR),
            "出报日期未载，所记为2019年",
            "最近见报 2019年",
        ),
        (
            "a year that may have ended before",
            article(happened=(YEAR[0], None)),
            "出报日期未载，所记为2019年以后",
            "最近见报 2019年以后",
        ),
    ],
)
def test_time_of_print_or_what_the_text_proves(why, printed, words, newest):
    assert (printed_on(printed), newest_sighting(printed)) == (words, newest), why


def test_open_end_keeps_its_day():
    assert between(date(2020, 3, 2), None) == "2020年3月2日以后"


@pytest.mark.parametrize(
    ("why", "text", "html"),
    [
        ("a day", "最近见报 2024年3月1日", "最近见报 <b>2024年3月1日</b>"),
        (
            "a range breaks at 至",
            "2024年3月至2025年",
            "<b>2024年3月</b>至<b>2025年</b>",
        ),
        ("no date", "日期未载（原文“日前”）", "日期未载（原文“日前”）"),
        ("marks are escaped", "<b>2024年", "&lt;b&gt;<b>2024年</b>"),
    ],
)
def test_dates_break_across_lines_nowhere(why, text, html):
    kept = html.replace("<b>", '<span class="nowrap">').replace("</b>", "</span>")
    assert whole(text) == kept, why
