"""Text or display, line by line, on a page with a paragraph a line.

"老码头的渡船从五点半开出第一班，……。"   ->   text
"两块钱的船票"                           ->   display: headline, heading or caption
"""

import re

from articles.reading.displays import DISPLAY, weigh_caption
from articles.reading.lines import Line
from articles.reading.phrases import (
    CLOSING_START,
    DATED_ITEM,
    ENDED,
    ITEM_START,
    LABELLED_ITEM,
    PARAGRAPH_START,
    SENTENCE_END,
    SERIAL_HEADING,
    Continuity,
)
from articles.reading.reports import INNER_STOP
from articles.reading.structure import Role
from articles.reading.wrapped import (
    LIST_LIKE,
    TEXT,
    breaks_off,
    goes_elsewhere,
    is_called,
    wishes,
)

BROKEN = 40  # columns of a paragraph that breaks off at a comma, at least
#: a line so short, with no mark but a comma, is hardly a piece of a paragraph
BARE = re.compile("[^、：（《；。！？…]{1,20}")
SLIGHT = 1.6
MARK_END = re.compile("[，。；：！？]")


def decide_whole(lines: list[Line], index: int, continuity: Continuity) -> None:
    """Text or display, on a page with a paragraph a line."""
    line = lines[index]
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    if is_called(lines, index):
        line.role = DISPLAY
        return
    marked = line.level or line.doubled or line.bullet
    if not marked and goes_elsewhere(line, after):
        line.role = TEXT
        return
    line.role = TEXT if weigh_whole(line, before, after, continuity) > 0 else DISPLAY


def weigh_whole(
    line: Line, before: Line | None, after: Line | None, continuity: Continuity
) -> float:
    """Above 0 where the line reads like text."""
    text = line.text
    if line.level or line.doubled or line.bullet:
        return -5
    if after is not None and after.role == Role.BYLINE and not ENDED.search(text):
        return -3
    weight = -1.0
    short = breaks_off(line) and line.width < BROKEN
    if SERIAL_HEADING.match(text):
        weight -= 3.0
    weight += weigh_end(line, short)
    if INNER_STOP.search(text):
        weight += 2.5
    if line.width >= 56:
        weight += 1.5
    if "，" in text:
        weight += 0.3
    if ITEM_START.match(text):
        weight += 2.0 if DATED_ITEM.match(text) else 0.6
    if LIST_LIKE.search(text):
        weight += 1.2
    if LABELLED_ITEM.match(text):
        weight += 1.0
    if CLOSING_START.match(text) or wishes(text, before):
        weight += 3
    if before is not None and before.role == TEXT and not ENDED.search(before.text):
        weight += max(0, min(1.5, continuity.score(before.text, text)))
    if weigh_caption(text, 0, False, 0) >= 1.5 and not MARK_END.search(text):
        weight -= 1.5
    undecided = after is not None and after.role is None and not ENDED.search(text)
    if undecided and not short and not PARAGRAPH_START.match(after.text):
        weight += max(0, min(2.5, 1.5 * continuity.score(text, after.text) - 0.9))
    return weight


def weigh_end(line: Line, short: bool) -> float:
    """How much the end of a line speaks for text; `short` lines that break off are
    broken headlines as well."""
    text = line.text
    if SENTENCE_END.search(text):
        return 2.5 if text[-1] in "。”" and "。" in text[-3:] else 0.8
    if ENDED.search(text) or (breaks_off(line) and not short):
        return 2.5
    return -SLIGHT if BARE.fullmatch(text) else 0.0
