"""Entries of programmes and lists, line by line: none of them is a heading.

"6月5日（星期五）9:30" / "二楼排练厅"                ->   text
"银奖：白鹭、丁一" / "麦小舟" / "铜奖：杜若"         ->   text
"""

import re

from articles.reading.lines import Line
from articles.reading.phrases import (
    DATED_ITEM,
    LABELLED_ITEM,
    SENTENCE_END,
    SERIAL_HEADING,
)
from articles.reading.structure import Role

ENTRY = re.compile(f"{DATED_ITEM.pattern}|[问答][：:]")
MOST_ENTRY = 4  # lines of an entry
FIRST, OTHER, NAMES = 4.0, 2.0, 1.0  # lines of an entry, and names among them


def item_weight(lines: list[Line], index: int) -> float:
    """Speaks for text in an entry of a programme or list, in a question's answer."""
    for place in range(index, max(-1, index - MOST_ENTRY), -1):
        line = lines[place]
        listed = is_listed(lines, place)
        if listed or ENTRY.match(line.text):
            if place < index and listed and SENTENCE_END.search(lines[index - 1].text):
                return 0.0
            if place == index:
                return FIRST
            return OTHER + NAMES * ("、" in lines[index].text)
        if line.gap or (place < index and line.role != Role.BODY):
            break
    return 0.0


def is_listed(lines: list[Line], index: int) -> bool:
    """Whether a line begins like one of several items that stand together."""
    if lines[index].role is not None and lines[index].role != Role.BODY:
        return False
    text = lines[index].text
    if not LABELLED_ITEM.match(text) or SERIAL_HEADING.match(text):
        return False
    for step in (-1, 1):
        for place in range(index + step, index + step * (MOST_ENTRY + 1), step):
            if not 0 <= place < len(lines) or lines[max(place, place - step)].gap:
                break
            if LABELLED_ITEM.match(lines[place].text):
                return True
    return False
