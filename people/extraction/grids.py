"""Names in a table of spaces, as rolls of honour print them.

霍　东　　关启慧　　云　海
关　月　　霍启安
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from people.extraction.lines import Line
from people.extraction.lists import is_label, looks_like_name
from people.extraction.names import is_common
from people.extraction.wordlists import words

Span = tuple[int, int]
_WEEKDAY = re.compile("周[一二三四五六日末]")
_LEAST = 3
_FURTHEST = 40


def find_grid(index: int, lines: tuple[Line, ...]) -> Iterator[Span]:
    """The spans of the names in `lines[index]`, a row of a table of names. Most of
    the names of the table must be no words."""
    row = _row(lines[index])
    if not row:
        return
    names = [lines[index].text[a:b] for a, b in row]
    for step in (-1, 1):
        near = index + step
        while 0 <= near < len(lines) and abs(near - index) <= _FURTHEST:
            beside = _row(lines[near])
            if not beside:
                break
            names += [lines[near].text[a:b] for a, b in beside]
            near += step
    plain = sum(not _is_word(name) for name in names)
    if len(names) >= _LEAST and 2 * plain >= len(names):
        yield from row


def _row(line: Line) -> list[Span]:
    """The names of a line of nothing but names parted by spaces, perhaps behind a
    label; [] for any other line."""
    if not line.gaps or any(mark in line.text for mark in "，。；：！？、"):
        return []
    items = _items(line)
    texts = [_bare(line.text[a:b]) for a, b in items]
    if len(items) > _LEAST and not looks_like_name(texts[0]) and is_label(texts[0]):
        items, texts = items[1:], texts[1:]
    spaced = [a + 1 in line.gaps for a, _ in items]
    if not all(map(_may_stand, texts, spaced)):
        return []
    return [(a, a + len(text)) for (a, _), text in zip(items, texts, strict=True)]


def _items(line: Line) -> list[Span]:
    """What stands between spaces; two single characters are one name."""
    marks = [0, *sorted(gap for gap in line.gaps if 0 < gap < len(line.text))]
    items: list[Span] = []
    single = False
    for start, end in pairwise([*marks, len(line.text)]):
        if single and end - start == 1:
            items[-1] = (items[-1][0], end)
            single = False
            continue
        items.append((start, end))
        single = end - start == 1
    return items


def _bare(item: str) -> str:
    """Without the bracket behind the name: 关启慧（女）."""
    return item.partition("（")[0] if item.endswith("）") else item


def _may_stand(item: str, spaced: bool) -> bool:
    """A word is a name where a space stands between its two characters: 毕　业."""
    barred = _WEEKDAY.fullmatch(item) or item in words("not_names")
    return looks_like_name(item) and (spaced or not barred)


def _is_word(name: str) -> bool:
    return is_common(name) or name[:2] in words("not_names")
