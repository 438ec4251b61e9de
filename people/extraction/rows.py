"""Rows of names in running text, which no label announces.

他们是霍启安、关慧和古丽娜·买买提。   three names that nothing but 、 and 和 parts
霍启安和霍慧是父女                   two names of whom kinship is told
"""

import re
from collections.abc import Iterator

from people.extraction.followers import LIST_END, STOPS, follow_strength
from people.extraction.lines import HAN, Line
from people.extraction.lists import looks_like_name
from people.extraction.lookalikes import is_title
from people.extraction.names import (
    Name,
    NameReader,
    Slot,
    is_common,
    is_plain,
    surname_length,
)
from people.extraction.wordlists import alternation, words

_FIRST = re.compile(rf"(?:[{HAN}]{{1,7}}(?:·[{HAN}]{{1,8}})+|[{HAN}]{{2,4}})\Z")
# 他们是, 还有, 分别为, 依次是, 包括; 由, 请, 和 before people who do something.
_CUE = re.compile(r"[是有为括由请让与和对给向被把派]\Z|依次\Z|分别\Z")
_NAMING = re.compile(r"(?:是|有|分别为?|依次为?|包括)\Z")
_AND = re.compile(r"、|以及|[和与及]")
_MARKS = re.compile(r"[，。；：！？（）“”《》—…\s]")
_RELATED = re.compile(
    rf"(?:(?:既?是|成为?)(?:一对|多年的?|老)?)?"
    rf"(?:{alternation(words('pairs'))})"
)
#: What a row that nothing announces must have.
_LEAST = 3


def find_rows(line: Line, reader: NameReader) -> Iterator[Name]:
    """The names of every row in `line`."""
    text, position = line.text, 0
    for mark in re.finditer("[、和与]", text):
        if mark.start() < position:
            continue
        for start, announced in _starts(text, mark.start()):
            names = _row(text, start, mark.start(), reader)
            if _is_row(text, names, announced):
                yield from names
                position = names[-1].end
                break


def _starts(text: str, end: int) -> Iterator[tuple[int, bool]]:
    """Where a name that ends at `end` may begin, the longest first, and whether what
    stands before announces names."""
    first = _FIRST.search(text, max(0, end - 20), end)
    if first is None:
        return
    for start in range(first.start(), end - 1):
        before = text[max(0, start - 2) : start]
        if not before or _MARKS.match(before[-1]):
            yield start, False
        elif _CUE.search(before):
            yield start, bool(_NAMING.search(before))


def _row(text: str, start: int, stop: int, reader: NameReader) -> list[Name]:
    """The names from `start` on, the first of which ends at `stop`."""
    if not looks_like_name(text[start:stop]):
        return []
    names = [Name(start, stop, text[start:stop], 4.0)]
    while link := _AND.match(text, names[-1].end):
        name = _next(text, link.end(), reader)
        if name is None:
            return []
        names.append(name)
    return names


def _next(text: str, start: int, reader: NameReader) -> Name | None:
    """A whole item up to 、 or 和, or what the reader makes of the last one."""
    end = re.compile(rf"[^{HAN}·]|[和与及]|以及|$").search(text, start).start()
    item = text[start:end]
    closed = text[end : end + 1] in ("", "、", "和", "与", "。", "；", "，", "（")
    if closed and looks_like_name(item):
        return Name(start, end, item, 4.0)
    name = reader.read(text, start, Slot.SURE)
    if name is None and closed and _may_be_rare(item):
        return Name(start, end, item, 2.0)
    return name


def _may_be_rare(item: str) -> bool:
    """央凡旭: three usual characters behind a surname of no list."""
    usual = all(character in words("given_characters") for character in item)
    inside = {item[:2], item[1:]} & words("followers")
    return len(item) == 3 and usual and not inside and not is_title(item, True)


def _is_row(text: str, names: list[Name], announced: bool) -> bool:
    """Mostly full names without an ordinary word, and no place or title."""
    if len(names) < 2 or any(is_title(name.text, True) for name in names):
        return False
    if any(name.text[:2] in words("not_names") for name in names):
        return False
    after = names[-1].end
    if text[after : after + 1] == "的":
        return False
    full = sum(is_full(name.text) for name in names)
    likely = full + sum(_is_short(name.text) for name in names)
    if _RELATED.match(text, after):
        return 2 * likely >= len(names)
    ends = text[after : after + 1] in ("", *STOPS) or LIST_END.match(text, after)
    if announced and ends and len(names) < _LEAST:
        return full == 2
    weak = sum(name.text[0] in words("weak_surnames") for name in names)
    if 2 * weak > len(names) > full and text[names[0].start - 1] == "有":
        # 种有金银花、万年青和常春藤
        return False
    follows = ends or follow_strength(text, after) >= 2.0
    return follows and len(names) >= _LEAST and full and 3 * likely >= 2 * len(names)


def _is_short(name: str) -> bool:
    """霍东: a usual character behind a surname, and no word."""
    usual = name[1:] in words("given_characters") and not is_common(name)
    return usual and name[0] not in words("weak_surnames")


def is_full(name: str) -> bool:
    """霍启安, 古丽娜·买买提, 欧阳小荷: no word and no place looks like that."""
    if name[:2] in words("followers"):
        # 施工方, 经营户
        return False
    if "·" in name or is_plain(name):
        return name[-1] not in words("place_characters")
    given = name[surname_length(name) :]
    usual = all(character in words("given_characters") for character in given)
    weak = name[0] in words("weak_surnames") or name[-1] in words("place_characters")
    return usual and len(given) == 2 and not weak and not is_common(name)
