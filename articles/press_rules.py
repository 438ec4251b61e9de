"""见报前核对: what is wrong with a text, judged against what is known. Pure.

“七位”工作法”                         a closing mark too many
习近 平 总书记, 刁近平总书记              a leader's name broken or misspelt
街道党工委书记王燕花 (known: 王燕华)       a name one character from a known one
办事处主任甲、党工委书记乙                 乙 stands before 甲 on the roster
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .likeness import is_one_apart


class FlagKind(StrEnum):
    """What a flag is about, in the order in which they are shown."""

    LEADER = "领导人姓名"
    CONTRADICTION = "职务矛盾"
    NEAR_NAME = "姓名一字之差"
    NEAR_BODY = "单位一字之差"
    CHANGED = "职务有变"
    HELD = "此前另有其人"
    ORDER = "排序与名单不同"
    UNKNOWN = "首次见报的姓名"
    QUOTES = "引号、括号不配"


@dataclass(frozen=True)
class Flag:
    """Something to look at before printing; `blocking` must be put right."""

    kind: FlagKind
    words: str
    advice: str
    quote: str = ""
    blocking: bool = False


PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "「": "」", "『": "』", "（": "）"}
_CLOSING = {close: opening for opening, close in PAIRS.items()}
_MARKS = re.compile("[" + "".join([*PAIRS, *_CLOSING]) + "]")
#: An item's number: 1）, （2）, 一）.
_ITEM = re.compile(r"(?:^|[；。，、\s])[0-9一二三四五六七八九十]{1,2}\Z")
#: White space and marks that may have slipped into a name.
_GAP = r"[ \t\u3000\u00a0\u2002-\u200b.·,，、]"
_HAN = re.compile(r"[\u3400-\u9fff]+")
#: Titles that nobody else has: a name beside one of them is a leader's.
_TELLING = re.compile(r"总书记|国家|中央|全国|国务院|副总理|委员长")


def check_quotes(lines: Iterable[str]) -> Iterator[Flag]:
    """Quotation marks, title marks and brackets that do not pair in their line."""
    for line in lines:
        stack: list[tuple[str, int]] = []
        for match in _MARKS.finditer(line):
            mark, at = match[0], match.start()
            if mark in PAIRS:
                stack.append((mark, at))
            elif stack and stack[-1][0] == _CLOSING[mark]:
                stack.pop()
            elif mark != "）" or not _ITEM.search(line, 0, at):
                yield _unpaired(
                    line, at, f"多了一个“{mark}”，或前面少了“{_CLOSING[mark]}”"
                )
        for mark, at in stack:
            yield _unpaired(line, at, f"“{mark}”没有配对的“{PAIRS[mark]}”")


def _unpaired(line: str, at: int, advice: str) -> Flag:
    around = line[max(0, at - 8) : at + 9]
    return Flag(FlagKind.QUOTES, line[at], f"{advice}。", around)


def check_leaders(text: str, leaders: Mapping[str, Iterable[str]]) -> Iterator[Flag]:
    """Names of national leaders that are broken or misspelt.

    `leaders` gives the titles printed with each name. A namesake with another title
    is nobody's business here.
    """
    for name, titles in leaders.items():
        yield from _broken(text, name)
        for title in titles:
            yield from _misspelt(text, name, title, leaders)


def _broken(text: str, name: str) -> Iterator[Flag]:
    pattern = f"{_GAP}*\n?{_GAP}*".join(map(re.escape, name))
    if len(name) < 3:
        return
    for match in re.finditer(pattern, text):
        inner = match[0]
        if inner == name:
            continue
        wrapped = "\n" in inner and not re.search(_GAP, inner)
        words = inner.replace("\n", "⏎")
        yield Flag(
            FlagKind.LEADER,
            words,
            f"“{name}”被{'换行' if wrapped else '空格或标点'}断开。",
            _around(text, *match.span()),
            blocking=not wrapped,
        )


def _misspelt(text: str, name: str, title: str, leaders) -> Iterator[Flag]:
    """A name one character off, right before or right behind the title."""
    telling = bool(_TELLING.search(title))
    if title == "同志" or (len(name) < 3 and not telling):
        return
    for match in re.finditer(re.escape(title), text):
        start, end = match.span()
        sides = [text[max(0, start - len(name)) : start]]
        if telling:
            sides.append(text[end : end + len(name)])
        if any(text.endswith(n, 0, start) or text.startswith(n, end) for n in leaders):
            continue
        for side in filter(_HAN.fullmatch, sides):
            if len(side) == len(name) and is_misspelt(side, name):
                yield Flag(
                    FlagKind.LEADER,
                    side,
                    f"与“{name}”一字之差，又连着“{title}”，请核对姓名。",
                    _around(text, start - len(name), end + len(name)),
                    blocking=telling and len(name) > 2,
                )


def is_misspelt(words: str, name: str) -> bool:
    """One character off; a name of two characters must keep its surname."""
    return is_one_apart(words, name) and (len(name) > 2 or words[0] == name[0])


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - 8) : end + 8].replace("\n", "⏎")


@dataclass(frozen=True)
class Named:
    """A person as the draft prints them: bodies and full titles; `at` is the place
    in reading order, `sentence` where it stands."""

    name: str
    titles: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    at: tuple[int, int] = (0, 0)
    sentence: str = ""


@dataclass(frozen=True)
class KnownPerson:
    """Somebody of the records, with the titles and bodies last printed."""

    name: str
    titles: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


def check_near_names(
    unknown: Iterable[Named], known: Iterable[KnownPerson]
) -> Iterator[Flag]:
    """Unknown names one character from somebody of the same body.

    Only a changed character counts, never an added one, and only where a body, or
    without any post a name of three characters, gives a reason to ask.
    """
    by_length: dict[int, list[KnownPerson]] = {}
    for person in known:
        by_length.setdefault(len(person.name), []).append(person)
    for named in unknown:
        for person in by_length.get(len(named.name), ()):
            if not is_one_apart(named.name, person.name):
                continue
            shared = set(named.bodies) & set(person.bodies)
            if shared or (not named.bodies and len(named.name) > 2):
                where = f"（{person.titles[0]}）" if person.titles else ""
                yield Flag(
                    FlagKind.NEAR_NAME,
                    named.name,
                    f"与{person.name}{where}一字之差，是否误写？",
                    named.sentence,
                )


def check_order(
    named: Iterable[Named], positions: Mapping[str, Mapping[str, int]]
) -> Iterator[Flag]:
    """People of one body who stand in another order than on the roster.

    `positions` gives numbers by list (a body's, or a whole street's) and name.
    Guests before hosts are no matter: only people of one list in one sentence are
    compared.
    """
    last: dict[tuple[str, str], Named] = {}
    for person in sorted(named, key=lambda each: each.at):
        for body in dict.fromkeys(person.bodies):
            numbers = positions.get(body, {})
            if person.name not in numbers:
                continue
            before = last.get((body, person.sentence))
            if before and numbers[before.name] > numbers[person.name]:
                yield Flag(
                    FlagKind.ORDER,
                    f"{before.name}、{person.name}",
                    f"{body}的名单上{person.name}在{before.name}之前。",
                    person.sentence,
                )
            last[body, person.sentence] = person
