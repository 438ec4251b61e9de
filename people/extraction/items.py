"""Lists at 、 and what their items are, told by the list as a whole.

组员由池清、谷雨、帆影担任           opened by 由, closed by 担任, surnames inside
获奖者：池清、谷雨、帆影（女）         behind a label, a bracket that tells of a person
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from people.extraction.frames import PERSONAL
from people.extraction.lines import HAN
from people.extraction.lists import is_label
from people.extraction.surnames import surname_length

_NAME = rf"(?:[{HAN}]{{1,9}}(?:·[{HAN}]{{1,8}})+|[{HAN}]{{1,24}})"
_ITEM = rf"{_NAME}(?:（[^（）]{{1,24}}）)?"
_LIST = re.compile(rf"{_ITEM}(?:、{_ITEM})+(?:(?:以及|[和与及]){_ITEM})?")
_PIECE = re.compile(rf"(?P<name>{_NAME})[^、]*")
# 帆影|当选委员, 谷雨|等九人担任
_CLOSER = re.compile(
    r"(?P<verb>当选|[担兼出]任|任|为|组成|出席|参加|到场|到会|获|分别|共同|一起)"
    r"|等?(?:[一二两三四五六七八九十百\d]+余?(?:个?人|位|名))|等(?:同志|领导|人)?"
    r"|[两三四五六七八九十]*(?:兄弟|姐妹|夫妇|夫妻|父子|母子|父女|母女)"
)
_OPENER = re.compile(
    r"(?:[推选]选|推举|选[举出]|产生|当选|增补|[聘邀]?请|聘|任命|提名|包括|分别"
    r"|[由有是为叫给向让和与对])\Z"
)
_LABEL = re.compile(r"([^，。；：！？]{1,12}?)(?:（[^（）]*）)?：\Z")
#: Lengths of a name in a list, and the share of items that makes most of them.
_LENGTHS, _MOST = (2, 3, 4), 0.6
_MANY = 6


@dataclass(frozen=True, slots=True)
class NameList:
    """A list with what it shows as a whole; `items` are spans without brackets."""

    start: int
    end: int
    items: tuple[tuple[int, int], ...]
    signs: tuple[str, ...]


def find_lists(text: str) -> list[NameList]:
    """All lists of two items and more in a line, left to right."""
    return (
        [_read(text, found) for found in _LIST.finditer(text)] if "、" in text else []
    )


def signs_of_item(
    lists: Sequence[NameList], start: int, end: int, kind: str
) -> Iterator[str]:
    """What the list says of its item `text[start:end]`, or of a part of an item."""
    before = bisect_right(lists, start, key=lambda each: each.start) - 1
    if before < 0 or end > lists[before].end:
        return
    place = _place(lists[before].items, start, end)
    yield f"item {place}"
    if place.startswith("cut"):
        return
    word = kind.partition(" ")[2] or "plain"
    for sign in lists[before].signs:
        yield f"item {place}|{sign}"
        yield f"item {place}|{sign}|{word}"


def _place(items: Sequence[tuple[int, int]], start: int, end: int) -> str:
    """Whole, the end of the first item, the beginning of the last, or cut: what runs
    before the first name and behind the last is no part of the list."""
    if (start, end) in items:
        return "whole"
    if start < items[0][1]:
        return "first" if end == items[0][1] else "cut first"
    if end > items[-1][0]:
        return "last" if start == items[-1][0] else "cut last"
    return "cut"


def _read(text: str, found: re.Match) -> NameList:
    pieces = [piece.span("name") for piece in _PIECE.finditer(text, *found.span())]
    items = [text[a:b] for a, b in pieces]
    signs = [f"{min(len(items), _MANY)} items", *_signs_inside(items[1:-1])]
    if "·" in found[0]:
        signs.append("a dot")
    if PERSONAL.search(found[0]):
        signs.append("personal")
    signs += _signs_of_ends(items[0], items[-1])
    signs += _signs_of_label(text, found.start())
    return NameList(*found.span(), tuple(pieces), tuple(signs))


def _signs_inside(items: list[str]) -> Iterator[str]:
    """How many look like names of those that nothing but marks bounds."""
    if items:
        short = sum(len(x) in _LENGTHS or "·" in x for x in items) / len(items)
        yield (
            "all short" if short == 1 else "mostly short" if short >= _MOST else "long"
        )
        named = sum(bool(surname_length(x)) and len(x) <= max(_LENGTHS) for x in items)
        share = named / len(items)
        most = "mostly" if share >= _MOST else "no"
        yield f"{'all' if share == 1 else most} surnames"


def _signs_of_ends(first: str, last: str) -> Iterator[str]:
    """由|甲 in front, 乙|当选委员 behind."""
    for length in _LENGTHS:
        closer = _CLOSER.match(last, length)
        if closer:
            yield "closed"
            yield f"closed by {closer['verb'] or 'number'}"
            break
    if any(_OPENER.search(first[:-n]) for n in _LENGTHS if len(first) > n):
        yield "opened"


def _signs_of_label(text: str, start: int) -> Iterator[str]:
    label = _LABEL.search(text, max(0, start - 16), start)
    if label:
        yield "labelled" if is_label(label[1]) else "behind a colon"
        yield f"label {label[1][-1]}"
