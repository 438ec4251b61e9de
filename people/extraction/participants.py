"""Who took part in an event, as printed: verb, order, sentence.

会议由街道党工委书记温如玉主持，40余家单位代表参加会议
-> 温如玉 主持; attendance 40余家单位代表参加会议
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from people.extraction.lines import Line
from people.extraction.structure import (
    FoundEvent,
    FoundOrganization,
    FoundPerson,
    Participation,
    Place,
)
from people.extraction.wordlists import alternation, table

_VERBS = table("participation_verbs")
_SPEECH = {verb for verb, (kind, *_) in _VERBS.items() if kind == "speech"}
_OF_PEOPLE = (verb for verb, (_, *rest) in _VERBS.items() if "only" not in rest)
_OF_UNITS = (verb for verb, (_, *rest) in _VERBS.items() if rest)
_VERB = re.compile(alternation(tuple(_OF_PEOPLE)))
_UNIT_VERB = re.compile(alternation(tuple(_OF_UNITS)))
_ATTENDANCE = re.compile(
    r"[^，。；！？：]{0,30}?\d+\s*[余多]?\s*(?:家|名|位|人|户)[^，。；！？]{0,50}?"
    r"(?:参加|出席|到会|与会)[^，。；！？]{0,8}"
)
#: 联席会议成员单位 are others than the 联席会议.
_MEMBERS = re.compile(r"的?(?:各|全体)?(?:成员|理事|会员|共建|会长|牵头)")
#: A verb further behind a name than this belongs to somebody else.
_REACH_OF_PERSON, _REACH_OF_UNIT = 160, 40
_LONGEST_QUOTE = 400


@dataclass(frozen=True, slots=True)
class _Seen:
    """A person or unit before a verb, at a place of a clean line."""

    line: int
    start: int
    person: tuple[str, int] | None
    unit: str
    verb: str
    place: Place


def find_participants(
    lines: tuple[Line, ...],
    events: tuple[FoundEvent, ...],
    people: Iterable[FoundPerson],
    organizations: Iterable[FoundOrganization],
) -> tuple[FoundEvent, ...]:
    """The events with all who took part; what names no event is the main one's."""
    if not events:
        return ()
    people = tuple(people)
    places = {(line.field, line.number): n for n, line in enumerate(lines)}
    seen = list(_people(lines, places, people))
    seen += _units(lines, places, people, organizations)
    seen.sort(key=lambda each: (each.line, each.start))
    by_event: list[list[_Seen]] = [[] for _ in events]
    for each in seen:
        by_event[_event_of(each, lines, events)].append(each)
    return tuple(
        _complete(event, part, lines, main=not number)
        for number, (event, part) in enumerate(zip(events, by_event, strict=True))
    )


def _people(lines, places, people: Iterable[FoundPerson]) -> Iterator[_Seen]:
    for person in people:
        if person.public_figure:
            continue
        for place in person.places:
            index = places[place.field, place.line]
            line = lines[index]
            start, end = _clean_span(line, place)
            verb = _verb_behind(_VERB, line, end, _REACH_OF_PERSON)
            if verb:
                who = (person.name, person.ordinal)
                yield _Seen(index, start, who, "", verb, place)


def _units(lines, places, people, organizations) -> Iterator[_Seen]:
    """Units that act themselves; the owner of a printed post does not act by it."""
    in_posts = {
        (post.place.field, post.place.line, post.place.start)
        for person in people
        for post in person.posts
    }
    for body in organizations:
        for place in body.places:
            if (place.field, place.line, place.start) in in_posts:
                continue
            index = places[place.field, place.line]
            line = lines[index]
            start, end = _clean_span(line, place)
            if _MEMBERS.match(line.text, end):
                continue
            verb = _verb_behind(_UNIT_VERB, line, end, _REACH_OF_UNIT)
            if verb and "，" not in line.text[end : line.text.index(verb, end)]:
                yield _Seen(index, start, None, body.name, verb, place)


def _clean_span(line: Line, place: Place) -> tuple[int, int]:
    start = bisect_left(line.at, place.start)
    return start, bisect_left(line.at, place.end, start)


def _verb_behind(pattern: re.Pattern, line: Line, end: int, reach: int) -> str:
    """The first verb behind a name in its sentence."""
    stop = min(line.sentence(max(0, end - 1))[1], end + reach)
    match = pattern.search(line.text, end, stop)
    return match[0] if match else ""


def _event_of(each: _Seen, lines, events: tuple[FoundEvent, ...]) -> int:
    quote = _quote(lines[each.line], each.start)
    named = (n for n, event in enumerate(events) if n and event.name in quote)
    return next(named, 0)


def _complete(event: FoundEvent, seen: list[_Seen], lines, main: bool) -> FoundEvent:
    """The event with its participants in printed order, each act once."""
    acting = {each.person or each.unit for each in seen if each.verb not in _SPEECH}
    found: dict[tuple, Participation] = {}
    for each in seen:
        who = each.person or each.unit
        if (each.verb in _SPEECH and who in acting) or (who, each.verb) in found:
            continue
        found[who, each.verb] = Participation(
            person=each.person,
            unit=each.unit,
            role=each.verb,
            order=len(found) + 1,
            quote=_quote(lines[each.line], each.start),
            place=each.place,
        )
    attendance = event.attendance or (_attendance(lines) if main else "")
    return replace(event, participants=tuple(found.values()), attendance=attendance)


def _attendance(lines: Iterable[Line]) -> str:
    """The first clause that prints how many came."""
    for line in lines:
        match = _ATTENDANCE.search(line.text)
        if match and not line.heading:
            return match[0].strip()
    return ""


def _quote(line: Line, position: int) -> str:
    start, end = line.sentence(position)
    if end - start > _LONGEST_QUOTE:
        start = max(start, position - _LONGEST_QUOTE // 2)
        end = min(end, start + _LONGEST_QUOTE)
    return line.text[start:end]
