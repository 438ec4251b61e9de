"""Which of the dates of an article is that of its event.

日前，青石书场开馆。3月20日，第一批听众来了    -> 日前: a vague lead stays vague
“今天都来了。”3月20日，老街坊进馆           -> 3月20日, not what somebody said
"""

import re
from datetime import timedelta

from people.extraction.dates import Bounds, DateSpan
from people.extraction.event_names import HOUR
from people.extraction.lines import Line

_KINDS = ("day", "word", "vague", "week")
_ELSEWHERE = re.compile(
    r"(?:本报|此前|曾于|早在|始于|出生于|生于|原定|见|至|(?<!想)到|距离?|离|—|~|～|-|刊于|成立于|建于)\Z"
)
_SINCE = re.compile(r"(?:自从|自|从)\Z")
_UNTIL = re.compile(r"(?:截至|截止)\Z")
# 延长|到5月31日: when it is over, where nothing else is told.
_ENDS = re.compile(r"(?:延长|延期|推迟|顺延|持续|截止)(?:至|到)\Z")
# 定于|11月上旬
_PLANNED = re.compile(r"(?:定于|将于|拟于|计划于?|预计)\Z")
_GOES_ON = re.compile(
    r"(?:第?[一二三四五六七八九十\d]+版|出生|以来|前|之前|的报纸|《|截止|为止|止[，。；])"
)
_CLAUSE = re.compile(r"[，。；！？”]")
# 5月8日开张的食堂满月了: how something is called, not when it was news.
_OF_OLD = re.compile(
    r"(?:新?(?:开[张业馆园]|启用|投用|成立|落成|建成|上线)|投入使用)的"
)
# 读者5月8日来信, 记者于5月8日到现场: how the paper came to know.
_WRITES = re.compile(
    r"[^。！？；]{0,24}?(?:写信|来信|致信|来电|致电|来稿|打来电话|打电话|拨打|投诉|发帖|留言)"
)
_REPORTER = re.compile(r"记者(?:于|在)?\Z")
_REPORTS = re.compile(r"，?(?:本报)?记者")
_HABIT = re.compile(r"每(?:个?月|周|年|逢)?[^，。；]{0,6}\Z")
_TO = re.compile(r"[至到—~～-]")
# 自5月1日至5月9日封闭; 5月1日到9日，来的人多了 tells of a time that is over.
_DOES = re.compile(r"[\d一-龥]")
#: The day of the news goes before one that print sets a year back.
_PAST = ("去年", "前年")
#: What happened longer before the paper is told as history.
_NEWS = timedelta(days=180)
_REACH = 300


def main_date(
    lines: tuple[Line, ...],
    dates: tuple[DateSpan, ...],
    places: list[tuple[int, int]],
    printed: Bounds,
) -> DateSpan | None:
    """The date of the lead; else of a sentence that names an event, whose places
    (line, start) are given; else the first day of the body; else the day up to which
    the article counts, or a month."""
    lead = _lead(lines)
    told = [d for d in dates if lines[d.line].field in ("standfirst", "body")]
    told = [d for d in told if not _is_quoted(lines[d.line].text, d)]
    news = [d for d in told if d.kind in _KINDS and _is_news(d, printed)]
    usable = [d for d in news if not _is_aside(lines[d.line].text, d, printed)]
    usable = [d for d in usable if not d.text.startswith(_PAST)] or usable
    of_lead = _told_first([d for d in usable if d.line in lead], lines)
    of_names = (
        d
        for index, start in places
        for d in usable
        if d.line == index and _same_sentence(lines[index], d.start, start)
    )
    days = (
        d for d in usable if d.kind == "day" and not _is_reported(lines[d.line].text, d)
    )
    until = (d for d in news if d.kind == "day" and _before(_UNTIL, lines, d))
    months = (d for d in told if _is_month(d, lines, printed))
    ends = (d for d in news if d.kind == "day" and _before(_ENDS, lines, d))
    for candidates in (of_lead, of_names, days, until, months, ends):
        for found in candidates:
            return found
    return None


def _told_first(lead: list[DateSpan], lines: tuple[Line, ...]) -> list[DateSpan]:
    """The dates of the lead; a day of the first paragraph goes before 日前 of the
    standfirst."""
    days = [d for d in lead if d.kind == "day" and lines[d.line].field == "body"]
    vague = lead and lead[0].kind == "vague" and lines[lead[0].line].field != "body"
    return days + lead if vague else lead


def _lead(lines: tuple[Line, ...]) -> set[int]:
    """The standfirst and the first paragraph."""
    lead = {n for n, line in enumerate(lines) if line.field == "standfirst"}
    body = (n for n, line in enumerate(lines) if line.field == "body")
    first = next((n for n in body if not lines[n].heading), -1)
    return lead | {first}


def _same_sentence(line: Line, first: int, second: int) -> bool:
    return line.sentence(first) == line.sentence(second)


def _is_news(span: DateSpan, printed: Bounds) -> bool:
    """Not a printed year long before the paper."""
    return not (printed[0] and span.latest and span.latest < printed[0] - _NEWS)


def _is_aside(text: str, span: DateSpan, printed: Bounds) -> bool:
    """Another date than that of the event: of an older paper, a birth, a habit, said
    by somebody. 从3月2日起 of the year of the paper is when something begins."""
    if span.kind == "week" and _HABIT.search(text, max(0, span.start - 10), span.start):
        return True
    if span.kind == "week" and span.text[0] in "周星礼":
        return bool(span.start) and not _CLAUSE.match(text, span.start - 1)
    low = max(0, span.start - 4)
    if _SINCE.search(text, low, span.start):
        recent = "年" not in span.text or bool(printed[0])
        behind = HOUR.match(text, span.end).end()
        lasts = _TO.search(text, span.end, behind) and _DOES.match(text, behind)
        begins = text.startswith("起", behind) or lasts
        return not (span.kind == "day" and recent and begins)
    if span.kind == "day" and _WRITES.match(text, span.end):
        return True
    return bool(
        _ELSEWHERE.search(text, low, span.start)
        or _UNTIL.search(text, low, span.start)
        or _GOES_ON.match(text, span.end)
        or _OF_OLD.match(text, span.end)
    )


def _is_reported(text: str, span: DateSpan) -> bool:
    """The day on which the reporter came."""
    low = max(0, span.start - 4)
    behind = HOUR.match(text, span.end).end()
    return bool(_REPORTER.search(text, low, span.start) or _REPORTS.match(text, behind))


def _is_month(span: DateSpan, lines: tuple[Line, ...], printed: Bounds) -> bool:
    """今年3月，……: a month of the half year before the paper at the head of a
    paragraph; 本月起 and a third of a month anywhere."""
    if span.kind not in ("part", "month") or not (printed[1] and span.earliest):
        return False
    coming = _before(_PLANNED, lines, span)
    known = _is_news(span, printed) and (coming or span.earliest <= printed[1])
    text = lines[span.line].text
    begins = text.startswith("起", span.end) and span.text[0] in "本上下"
    head = span.kind == "part" or begins or not span.start
    return head and known and not _GOES_ON.match(text, span.end)


def _before(pattern: re.Pattern, lines: tuple[Line, ...], span: DateSpan) -> bool:
    text = lines[span.line].text
    return bool(pattern.search(text, max(0, span.start - 4), span.start))


def _is_quoted(text: str, span: DateSpan) -> bool:
    """Between a pair of quotation marks."""
    low = max(0, span.start - _REACH)
    opening = text.rfind("“", low, span.start)
    closed = text.find("”", span.end, span.end + _REACH) >= 0
    return opening > text.rfind("”", low, span.start) and closed
