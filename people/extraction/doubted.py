"""Words that are names because several places say so.

选民成全今年九十岁。……成全（右）投了票。   an age behind, a place in the picture
站长支援把门推开。……“快！”支援说。        a title in front, a verb of speech
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from people.extraction.followers import ACTS, STOPS, follow_strength, speaks
from people.extraction.lines import HAN, Line
from people.extraction.lists import looks_like_name
from people.extraction.lookalikes import is_title
from people.extraction.names import is_common
from people.extraction.sightings import Span
from people.extraction.titles import Title
from people.extraction.wordlists import words

_LENGTHS = (2, 3)
_HEAD = re.compile(rf"(?:^|(?<=[，。；：！？”]))(?=[{HAN}]{{2}})")
_AGED = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})[多来]?岁的")
_AGE = re.compile(r"，?(?:今年|现年)(?:\d{1,3}|[一二三四五六七八九十]{1,3})岁")
_CALLED = re.compile("(?:名叫|名字叫|[人个位]叫)")
_SHOWN = re.compile("（[前后]?排?[左右中][一二三四五六七八九十]?）")
_HAS = re.compile(r"有[一两三四五几\d]|是[个位名]|也?笑|答：|问：")
_KIN = re.compile(rf"的(?:{'|'.join(sorted(words('kin_terms')))})")
#: Evidence that tells of a person by itself, one of which there must be.
_STRONG = frozenset(["title", "described", "aged", "age", "called", "shown"])


def find_doubted(
    lines: Sequence[Line], titles: Sequence[Sequence[Title]]
) -> Iterator[tuple[str, Span]]:
    """Every word with two kinds of evidence in two places, one of them strong."""
    kinds: dict[str, set[str]] = defaultdict(set)
    spans: dict[str, set[Span]] = defaultdict(set)
    for index, line in enumerate(lines):
        for start, before in _places(line.text, titles[index]):
            for word, found in _words(line.text, start, before):
                kinds[word] |= found
                spans[word].add((index, start, start + len(word)))
    for word, found in kinds.items():
        if len(found) > 1 and len(spans[word]) > 1 and found & _STRONG:
            yield from ((word, span) for span in sorted(spans[word]))


def _places(text: str, titles: Sequence[Title]) -> Iterator[tuple[int, str]]:
    """Where a name may begin, and what stands in front."""
    yield from ((match.start(), "") for match in _HEAD.finditer(text))
    yield from ((match.end(), "aged") for match in _AGED.finditer(text))
    yield from ((match.end(), "called") for match in _CALLED.finditer(text))
    for title in titles:
        yield title.after, "described" if title.group == "description" else "title"


def _words(text: str, start: int, before: str) -> Iterator[tuple[str, set[str]]]:
    """The words at `start` that may be names, each with its evidence."""
    for length in _LENGTHS:
        word, end = text[start : start + length], start + length
        if not is_common(word) or not _may_be_name(word):
            continue
        found = set(_evidence(text, end))
        closed = text[end : end + 1] in ("", *STOPS)
        told = before not in ("", "described") and follow_strength(text, end) >= 2.0
        if before and (found or closed or told):
            found.add(before)
        if found:
            yield word, found


def _may_be_name(word: str) -> bool:
    manner = word in words("manner_words") or word in words("not_names")
    return looks_like_name(word) and not manner and not is_title(word, True)


def _evidence(text: str, end: int) -> Iterator[str]:
    """What stands behind a name at `end`."""
    if _AGE.match(text, end):
        yield "age"
    if _SHOWN.match(text, end):
        yield "shown"
    if _KIN.match(text, end):
        yield "kin"
    if speaks(text, end) or ACTS.match(text, end) or _HAS.match(text, end):
        yield "acts"
