"""How dates, issues and hidden names stand on a page."""

import re
from calendar import monthrange
from datetime import date
from itertools import groupby

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

from articles.evidence import day_bounds
from articles.models.undated import UNDATED

register = template.Library()

#: 2024年, 2024年5月, 2024年5月9日
DATE = re.compile(r"\d{4}年(?:\d+月(?:\d+日)?)?")
WEEKDAYS = "一二三四五六日"
#: So many first words stand for a headline that print does not have.
UNTITLED_WORDS = 14


@register.filter
def masked(text, article):
    """The text with the hidden names of its article as 某某."""
    return article.masked(text)


@register.filter
def headline(article):
    """The headline as visitors read it; without one the first words."""
    if article.headline:
        return article.masked(article.headline)
    words = article.masked(_first_paragraph(_body_of(article)))
    return f"（无题）{words[:UNTITLED_WORDS]}……" if words else "（无题）"


def _body_of(article):
    """The body, or its first words where the list was loaded without bodies."""
    if "body" in article.get_deferred_fields():
        return getattr(article, "first_words", "")
    return article.body


@register.filter
def phrases(text):
    """The parts of a headline that print parts by a space; a line breaks between."""
    return text.split()


@register.filter
def opening(article, length=90):
    """The first words of an article loaded with `first_words`, cut at a sentence."""
    text = article.masked(article.standfirst or _first_paragraph(article.first_words))
    if len(text) <= length:
        return text
    end = max(text.rfind(mark, length // 2, length) for mark in "。！？；")
    if end > 0:
        return text[: end + 1]
    end = text.rfind("，", length // 2, length)
    return f"{text[: end if end > 0 else length]}……"


def _first_paragraph(text):
    lines = (line for line in text.split("\n") if line and not line.startswith("■"))
    return next(lines, "")


@register.filter
def issue_name(issue):
    return issue.name


@register.filter
def issue_date(issue):
    if issue.date_earliest is None:
        return "出报日期未载"
    return between(issue.date_earliest, issue.date_latest)


@register.filter
def printed_on(article):
    """When an article was printed, else the time that its text proves."""
    reported = between(*day_bounds(article))
    if article.issue.date_earliest or reported == "日期未载":
        return issue_date(article.issue)
    return f"出报日期未载，所记为{reported}"


@register.filter
def newest_sighting(article):
    """最近见报 with the day of printing, else with the time that the text proves."""
    known = between(*day_bounds(article))
    if article.issue.date_earliest:
        known = issue_date(article.issue)
    return "见报日期不明" if known == "日期未载" else f"最近见报 {known}"


@register.filter
def seen(membership):
    """First and last sighting in months; a year where no more is proven."""
    first, last = membership.first_seen, membership.last_seen
    if first is None or last is None:
        return "见报日期不明"
    start = f"{first.year}年" if (first.month, first.day) == (1, 1) else month(first)
    end = f"{last.year}年" if (last.month, last.day) == (12, 31) else month(last)
    if first.year == last.year and f"{first.year}年" in (start, end):
        start = end = f"{first.year}年"
    return f"见报 {start}" if start == end else f"见报 {start}至{end}"


@register.filter
def weekday(day):
    return f"星期{WEEKDAYS[day.weekday()]}"


@register.filter
def page_name(page):
    return f"第{page.number}版{' ' + page.name if page.name else ''}"


@register.filter
def happened(event):
    """When an event was: its bounds, else the printed words, else 日期未载."""
    if event.date_earliest or event.date_latest:
        return between(event.date_earliest, event.date_latest)
    return f"日期未载（原文“{event.date_words}”）" if event.date_words else "日期未载"


@register.filter
def coming(event):
    """A day to come with its weekday and hour: 2026年12月5日 星期六 9:30."""
    day = event.date_earliest
    if day is None or day != event.date_latest:
        return happened(event)
    return " ".join(filter(None, [_day(day), weekday(day), hours(event)]))


@register.filter
def hours(event):
    """9:30, 9:30—11:00, or nothing where no hour is known."""
    return "—".join(
        f"{hour.hour}:{hour:%M}" for hour in (event.starts, event.ends) if hour
    )


@register.filter
def whole(text):
    """The text with each of its dates kept on one line."""
    kept = r'<span class="nowrap">\g<0></span>'
    return mark_safe(DATE.sub(kept, conditional_escape(text)))


@register.filter
def month(day):
    return f"{day.year}年{day.month}月"


def between(earliest: date | None, latest: date | None) -> str:
    """Two bounds in words: 2024年5月9日, 2024年5月, 2024年5月9日至12日, 2024年以后."""
    if earliest is None:
        return f"{_day(latest)}以前" if latest else "日期未载"
    if latest is None:
        whole = (earliest.month, earliest.day) == (1, 1)
        return f"{earliest.year}年以后" if whole else f"{_day(earliest)}以后"
    if earliest == latest:
        return _day(earliest)
    if earliest.year == latest.year:
        return _within_a_year(earliest, latest)
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        return f"{earliest.year}年至{latest.year}年"
    return f"{_day(earliest)}至{_day(latest)}"


def _within_a_year(earliest, latest):
    whole = earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]
    if whole and (earliest.month, latest.month) == (1, 12):
        return f"{earliest.year}年"
    if earliest.month == latest.month:
        if whole:
            return month(earliest)
        return f"{_day(earliest)}至{latest.day}日"
    if whole:
        return f"{month(earliest)}至{latest.month}月"
    return f"{_day(earliest)}至{latest.month}月{latest.day}日"


def _day(day):
    return f"{day.year}年{day.month}月{day.day}日"


@register.filter
def by_year(rows, path):
    """Neighbouring rows of one year together: [(2024年, rows), (日期不明, rows)].

    `path` names the date in a row: `sort_date`, `article.sort_date`, `date_latest`.
    """
    return [(label, list(group)) for label, group in groupby(rows, _year_of(path))]


@register.filter
def year_label(year):
    return f"{year}年" if year.isdecimal() else "日期不明"


def _year_of(path):
    def label(row):
        for name in path.split("."):
            row = getattr(row, name)
        if row is None:
            return "日期未载"
        return "日期不明" if row.year == UNDATED.year else f"{row.year}年"

    return label
