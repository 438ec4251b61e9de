"""Events of an article: the main one first.

日前，青石街道第三次代表大会在影剧院举行 -> 青石街道第三次代表大会, 日前, 影剧院
"""

import re
from dataclasses import replace
from itertools import islice, pairwise

from people.extraction.bodies import Body
from people.extraction.boundaries import name_start
from people.extraction.dates import UNKNOWN, Bounds, DateSpan
from people.extraction.event_names import (
    HOUR,
    kind_of_event,
    name_of_main,
    named_events,
)
from people.extraction.hours import Hours, read_hours
from people.extraction.lines import HAN, Line
from people.extraction.main_date import main_date
from people.extraction.resolver import Resolver
from people.extraction.structure import FoundDate, FoundEvent

_PLACE = re.compile(
    rf"在(?P<place>[{HAN}A-Za-z0-9“”·（）]{{2,24}}?)(?:正式|顺利|成功|圆满|隆重|如期)?(?:举行|召开|举办|落幕|开幕|开展|进行|启动|上演|揭牌|开赛|登场|集合)"
)
_LABEL = r"(?P<label>(?:19|20)\d{2}年(?:度)?|第[一二三四五六七八九十\d]+次)"
_MEETS = r"(?:联席会议|专委会|联盟|理事会|委员会|领导小组|议事会)"
# 2019年…联席会议, and …联席会议2020年工作会议.
_LABEL_FIRST = re.compile(rf"{_LABEL}(?P<body>[{HAN}“”]{{2,30}}?{_MEETS})")
_LABEL_LAST = re.compile(rf"(?P<body>[{HAN}“”]{{2,30}}?{_MEETS}){_LABEL}")
_ATTENDANCE = re.compile(
    r"[^，。；]{0,20}(?:\d+|[一二三四五六七八九十百]+)余?(?:多)?(?:人|名|家|位)[^，。；]{0,16}(?:参加|出席|到会|与会)[^，。；]{0,8}"
)
#: An article reports few events; more are lists and are cut off.
_MOST = 20
_CORRECTION = re.compile(r"更正|订正|勘误|致歉")
_CLAUSE = re.compile(r"[，。；：！？]")
_TOLD = re.compile(r"[。！？]")
_UPCOMING = re.compile(r"将(?:于|在|举行|召开|举办)|敬请|报名|预告|欢迎|即日起|届时")


def find_events(
    lines: tuple[Line, ...],
    dates: tuple[DateSpan, ...],
    bodies: tuple[Body, ...],
    resolver: Resolver,
    printed: Bounds = UNKNOWN,
) -> tuple[FoundEvent, ...]:
    """The main event and others named with a verb of taking place."""
    named = list(islice(named_events(lines, dates), _MOST))
    places = [(index, start) for index, start, _, _ in named]
    date = main_date(lines, dates, places, printed)
    programme = _programme(lines, dates)
    if programme and not named:
        return programme
    if not named and (date is None or _corrects(lines)):
        return ()
    found = [_main(lines, named, date, bodies, resolver)]
    for index, start, end, name in named:
        if any(_is_same(name, lines[index].field, event.name) for event in found):
            continue
        own = _date_of_sentence(lines, dates, index, start)
        found.append(_event(lines, index, start, end, name, own, bodies, resolver))
    session_of, label = _session(lines, resolver)
    found[0] = replace(found[0], session_of=session_of, session_label=label)
    taken = {event.date.place for event in found if event.date}
    found += [event for event in programme if not _is_within(event, taken)]
    return tuple(found)


def _main(lines, named, date: DateSpan | None, bodies, resolver) -> FoundEvent:
    if named:
        index, start, end, name = named[0]
        return _event(lines, index, start, end, name, date, bodies, resolver)
    headline = next((n for n, line in enumerate(lines) if line.field == "headline"), 0)
    index = date.line if date else headline
    name = name_of_main(lines, date)
    return _event(lines, index, 0, 0, name, date, bodies, resolver)


def _is_same(name: str, field: str, known: str) -> bool:
    """A part of a known name, or the headline's short word for it."""
    if name in known or known in name:
        return True
    ending = known.removeprefix(known[:-3])
    return field != "body" and name.endswith(ending)


def _corrects(lines) -> bool:
    """The paper puts something right: what it tells of is no event."""
    return any(_CORRECTION.search(n.text) for n in lines if n.field == "headline")


def _event(lines, index, start, end, name, date, bodies, resolver) -> FoundEvent:
    text = lines[index].text
    low, high = lines[index].sentence(start)
    place = _PLACE.search(text, low, high)
    hours = _hours_of(lines, date, index, start) if end > start else None
    return FoundEvent(
        name=name,
        kind=kind_of_event(name),
        date=date.found(lines) if date else None,
        starts=hours.starts if hours else None,
        ends=hours.ends if hours else None,
        month_day=date.month_day if date and date.earliest is None else "",
        place=place["place"] if place else "",
        organizers=_organizers(text, low, high, index, bodies),
        attendance=_attendance(lines, index),
        upcoming=bool(_UPCOMING.search(text, low, high)),
    )


def _hours_of(lines, date: DateSpan | None, index: int, start: int) -> Hours | None:
    """The hours printed right behind the day, in the sentence that names the event."""
    if date is None or date.line != index or date.kind not in ("day", "word"):
        return None
    line = lines[index]
    if line.sentence(date.start) != line.sentence(start):
        return None
    return read_hours(line.text, date.end, date.text)


def _date_of_sentence(lines, dates, index: int, position: int) -> DateSpan | None:
    low, high = lines[index].sentence(position)
    own = [
        d
        for d in dates
        if d.line == index and low <= d.start < high and d.kind != "year"
    ]
    return own[0] if own else None


def _session(lines, resolver) -> tuple[str, str]:
    """2019年…联席会议: the body that met and which meeting it was."""
    for number, line in enumerate(lines):
        for pattern in (_LABEL_FIRST, _LABEL_LAST):
            match = pattern.search(line.text)
            if match:
                body = match["body"]
                body = body[name_start(body, 0, len(body)) :]
                full, _ = resolver.complete(body, number, match.start())
                return full or body, match["label"]
    return "", ""


def _organizers(text, low, high, index, bodies) -> tuple[str, ...]:
    """由…主办, 街道召开…: bodies in front of the verb of the sentence."""
    found = []
    for body in bodies:
        if body.line != index or not low <= body.start < high or not body.name:
            continue
        after = text[body.end : body.end + 3]
        if re.match(
            r"(?:联合)?(?:举办|主办|召开|组织|承办|协办|举行|开展|推出|启动)", after
        ):
            found.append(body.name)
    return tuple(dict.fromkeys(found))


def _attendance(lines, index: int) -> str:
    for line in lines[index : index + 3]:
        match = _ATTENDANCE.search(line.text)
        if match:
            return match[0]
    return ""


def _programme(lines, dates) -> tuple[FoundEvent, ...]:
    """Paragraphs that begin with a day each and tell nothing in sentences: a list of
    coming activities."""
    opening = [
        d
        for d in dates
        if d.start == 0 and d.kind == "day" and lines[d.line].field == "body"
        if not _TOLD.search(lines[d.line].text)
    ]
    if len(opening) < 2:
        return ()
    return tuple(_entry(lines, span) for span in opening)


def _entry(lines, span: DateSpan) -> FoundEvent:
    """12月11日（星期五）14:00　修补集市　一楼大厅　自带雨伞: when, what, where."""
    line = lines[span.line]
    hours = read_hours(line.text, span.end)
    end = HOUR.match(line.text, span.end).end()
    ends = sorted(gap for gap in line.gaps if gap > end)
    text, name, *columns = (
        line.text[start:stop].strip("，。：、")
        for start, stop in pairwise([span.start, end, *ends, len(line.text)])
    )
    day = replace(span, text=text, end=end)
    return FoundEvent(
        name=name[:40],
        kind=kind_of_event(name),
        date=day.found(lines),
        starts=hours.starts,
        ends=hours.ends,
        month_day=span.month_day if span.earliest is None else "",
        place=columns[0] if columns and not _CLAUSE.search(columns[0]) else "",
        upcoming=True,
    )


def _is_within(event: FoundEvent, places) -> bool:
    """Whether the day of the event is that of one found before."""
    own = event.date.place
    return any(
        own.field == each.field and own.start <= each.start < own.end for each in places
    )


def happened(
    lines, dates: tuple[DateSpan, ...], events: tuple[FoundEvent, ...]
) -> FoundDate | None:
    """Bounds of what the article tells: the main event's day, else the year that its
    session carries, else nothing."""
    if events and events[0].date and events[0].date.earliest:
        return events[0].date
    for event in events[:1]:
        if re.match(r"(?:19|20)\d{2}年", event.session_label):
            span = next(
                (d for d in dates if event.session_label.startswith(d.text[:5])), None
            )
            if span and _reviews_year(lines, span):
                return replace(span.found(lines), latest=None)
            if span:
                return span.found(lines)
    return None


def _reviews_year(lines, span: DateSpan) -> bool:
    """A meeting that looks back on the whole year may be held after it, not before."""
    year = span.text[:5]
    return any(
        re.search(
            rf"(?:回顾|总结)[^。]{{0,12}}{year}|部署[^。]{{0,6}}{int(year[:4]) + 1}年",
            line.text,
        )
        for line in lines
    )
