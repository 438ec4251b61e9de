"""What an event is called.

日前，青石街道第三次代表大会在影剧院举行     -> 青石街道第三次代表大会
11月8日，青石食堂开门迎客 under 《香得很》   -> 青石食堂开门迎客
"""

import re
from collections.abc import Iterator

from people.extraction.boundaries import name_start
from people.extraction.dates import DateSpan
from people.extraction.hours import HOURS
from people.extraction.lines import HAN, Line
from people.extraction.wordlists import alternation, table, words

_KIND = re.compile(alternation(table("event_endings")))
_HAPPENS = re.compile(
    r"(?:正式|顺利|成功|圆满|隆重|如期|同步|火热|热闹)?(?:在[^，。；]{2,24}?)?(?:正式|顺利|成功|圆满|隆重)?"
    r"(?P<verb>举行|召开|举办|开展|启动|落幕|开幕|闭幕|结束|拉开|开赛|开讲|开班|开营|开场|启用|落成|揭牌|上演|登场|收官|进行|起登记)"
)
_HELD = re.compile(r"(?:召开|举行|举办|开展|启动|组织了?|推出)(?:了)?\Z")
# 联席会议2020年工作会议: the meeting of a body that is called a meeting.
_MEETING = re.compile(r"(?:(?:19|20)\d{2}年(?:度)?(?:工作会议|全体会议|年会|例会))?")
_SHORT_FORM = re.compile(r"（(?:以下)?简?称[^）]*）")
#: （星期五）14:00, 晚上七点: what follows the day in a programme or a lead.
HOUR = re.compile(rf"{HOURS}(?:[-—~至到](?:\d{{1,2}}月)?\d{{1,2}}日)?", re.VERBOSE)
_MARK = re.compile(r"[，。；：！？…]")
_ASKS = re.compile(r"[？?]|能不能|怎么|为何|如何|哪|谁|几时|吗|何时|记$")
_TELLS = re.compile(alternation(words("happening_verbs")))
# 由甲、乙承办的第三届龙舟赛, 一场特别的讲座: what describes it is not its name.
_DESCRIBED = re.compile(r"(?:办|组织|发起|参与|参加|[个场次期])的")
# A clause that sets a scene or speaks of somebody: 弄堂口，…… 九岁的他……
_SCENE = re.compile(
    r"[前后里上下时中内旁边处间]$|^[\d晴雨阴雪一这那他她它我你们“在据每]|[他她我你说岁]"
    r"|是.{0,4}的$|^、|、.*、|还有"
)
# The whole name begins with a place, an ordinal, a year or a motto.
_SUBJECT = re.compile(
    rf"[{HAN}]{{1,6}}(?:街道|[区镇乡村苑园]|社区|学校|[中小]学|公司)|[区市]|“|首届|第"
    r"|20\d\d"
)
_NO_SUBJECT = re.compile(r"[。；：！？]|[了着过]|召开|举行|举办|开展|推出|推进|参加")
# 文化活动|中心, 普查|员: the noun goes on.
_NOUN_ENDS = re.compile(r"(?![中室员场厅站点上日])")
_GATHERINGS = frozenset(["meeting", "ceremony", "competition", "show", "drill"])
# 纪念展将于|1月2日|开幕, 自|1月2日|起: what leads to the day.
_LINK = re.compile(r"(?:将?于|将在|自从?|从)\Z")
_SHORTEST, _LONGEST, _REACH = 6, 34, 80


def named_events(
    lines: tuple[Line, ...], dates: tuple[DateSpan, ...]
) -> Iterator[tuple[int, int, int, str]]:
    """(line, start, end, name) of nouns of events that take place, in the body first
    then in the headline."""
    ends = {(span.line, span.start): span.end for span in dates}
    order = sorted(range(len(lines)), key=lambda n: lines[n].field != "body")
    for index in order:
        if lines[index].field == "caption":
            continue
        text = lines[index].text
        for match in _KIND.finditer(text):
            end = _MEETING.match(text, match.end()).end()
            start, end = _quoted(text, name_start(text, 0, match.start()), end)
            happens = _happens(text, end, index, ends)
            if happens:
                start = _subject_start(text, start, index, dates)
            if happens or _HELD.search(text, max(0, start - 4), start):
                name = _SHORT_FORM.sub("", text[start:end])
                if len(name) > len(match[0]) + 1:
                    yield index, start, end, name


def _quoted(text: str, start: int, end: int) -> tuple[int, int]:
    """首届“屋顶歌会”: a name that ends with its motto has both marks."""
    if text[end : end + 1] == "”" and text[start - 1 : start] == "“":
        return name_start(text, 0, start - 1), end + 1
    return start, end


def _happens(text: str, end: int, line: int, dates: dict) -> re.Match | None:
    """A verb of taking place behind a noun: 推进会日前在剧场举行."""
    start = end + (text[end : end + 1] == "，")
    start = dates.get((line, start), end)
    return _HAPPENS.match(text, HOUR.match(text, start).end() if start > end else end)


def _subject_start(text: str, start: int, line: int, dates) -> int:
    """Where the subject of a clause begins that reads on up to the noun: 青石街道|创建
    文明城区推进会|举行, which a word of boundary cuts in two."""
    clause = _clause_start(text, start)
    for span in dates:
        within = span.line == line and clause <= span.start and span.end <= start
        if within and span.kind != "year":
            clause = HOUR.match(text, span.end).end()
    described = [found.end() for found in _DESCRIBED.finditer(text, clause, start)]
    begin = described[-1] if described else clause
    whole = text[begin:start]
    fits = _SUBJECT.match(whole) and not _NO_SUBJECT.search(whole)
    return begin if fits and len(whole) <= _LONGEST else start


def _clause_start(text: str, position: int) -> int:
    marks = _MARK.finditer(text, max(0, position - _REACH), position)
    return max((mark.end() for mark in marks), default=max(0, position - _REACH))


def kind_of_event(name: str) -> str:
    """The kind by the last noun of the name that says one."""
    kinds = [table("event_endings")[m[0]][0] for m in _KIND.finditer(name)]
    return kinds[-1] if kinds else ""


def name_of_main(lines: tuple[Line, ...], date: DateSpan | None) -> str:
    """The name of the event of an article that names none with a verb: a noun in the
    sentence of its date, else a headline that tells, else the clause of the date."""
    headline = next((line.text for line in lines if line.field == "headline"), "")
    headline = (headline or lines[0].text).strip("，。！？")
    if date is None or lines[date.line].field == "headline":
        return headline
    told = _TELLS.search(headline) and not _ASKS.search(headline)
    return (
        _noun_of_sentence(lines[date.line], date)
        or (headline if told else "")
        or _clause_of(lines[date.line].text, date)
        or headline
    )


def _noun_of_sentence(line: Line, date: DateSpan) -> str:
    _, stop = line.sentence(date.start)
    for match in _KIND.finditer(line.text, date.end, stop):
        start = name_start(line.text, date.end, match.start())
        start = _subject_start(line.text, start, date.line, (date,))
        name = line.text[start : match.end()]
        whole = table("event_endings")[match[0]][0] in _GATHERINGS
        if (
            whole
            and len(name) > len(match[0]) + 1
            and _NOUN_ENDS.match(line.text, match.end())
        ):
            return name
    return ""


def _clause_of(text: str, date: DateSpan) -> str:
    """The clause that says what happened on the day, without the day; "" where it
    only sets a scene."""
    start = _clause_start(text, date.start)
    behind = HOUR.match(text, date.end).end()
    behind += text[behind : behind + 1] == "起"
    if _MARK.match(text, behind) and not text[start : date.start].strip("从自"):
        behind += 1
    mark = _MARK.search(text, behind)
    before = _LINK.sub("", text[start : date.start])
    clause = before + text[behind : mark.start() if mark else len(text)]
    fits = _SHORTEST <= len(clause) <= _LONGEST and not _SCENE.search(clause)
    return clause if fits else ""
