"""Text or display on a page of wrapped lines: all signs of a line together.

"石榴巷街道长者食堂的早饭"   24 of 28 columns, as first lines are   ->   text
"石榴巷食堂开出早市"         18 of 28 columns                       ->   display
"""

import re

from articles.reading import weights
from articles.reading.columns import INDENT, reach
from articles.reading.displays import (
    DISPLAY,
    PROOF,
    weigh_caption,
    weigh_headline,
)
from articles.reading.entries import item_weight
from articles.reading.lines import Line
from articles.reading.phrases import ENDED, MARK_INSIDE, Continuity
from articles.reading.reports import INNER_STOP, stands_before_report
from articles.reading.structure import PAGE_ROLES
from articles.reading.wrapped import (
    TEXT,
    chunk_weight,
    is_called,
    skip_weight,
    weigh_wrapped,
)

ISOLATED = 1.2  # `weigh_caption` of a line with two blank lines above and below
LONG = 16  # characters that few headings have
WIDER = 6  # columns that the line below has more
#: a line broken off inside its sentence
LEADING_ON = re.compile("[的在了和与是将向为被把对从]$")


def decide_wrapped(lines: list[Line], index: int, continuity: Continuity) -> None:
    """Text or display, on a page of wrapped lines."""
    line = lines[index]
    marked = line.level or line.doubled or line.bullet
    shown = marked or is_called(lines, index)
    told = not shown and text_odds(lines, index, continuity) > 0
    line.role = TEXT if told else DISPLAY


def text_odds(lines: list[Line], index: int, continuity: Continuity) -> float:
    """How likely a line is text rather than display, as log-odds."""
    line = lines[index]
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    odds = weights.LINE
    odds += weights.LINE_SHAPE * weigh_wrapped(line, before, after, continuity)
    odds += weights.LINE_CHUNK * chunk_weight(lines, index)
    odds += weights.LINE_ITEM * item_weight(lines, index)
    odds += weights.LINE_SKIP * skip_weight(lines, index, continuity)
    odds += weights.LINE_REPORT * stands_before_report(lines, index, continuity)
    odds += weights.LINE_BLOCK * ends_block(before, line, after)
    odds += weights.LINE_ALONE * stands_alone(line, after)
    if after is not None:
        odds += weights.LINE_MARK_BELOW * bool(MARK_INSIDE.search(after.text))
        odds += weights.LINE_WIDER * (after.width > line.width + WIDER)
    return odds + wording_odds(line) + odds_above(before, line, continuity)


def wording_odds(line: Line) -> float:
    """What the words and the width of a line say by themselves."""
    text = line.text
    odds = weights.LINE_STOP * bool(INNER_STOP.search(text))
    odds += weights.LINE_LONG * (len(text) > LONG)
    odds += weights.LINE_HEADLINE * weigh_headline(text, 0, doubled=False)
    odds += weights.LINE_CAPTION * max(0.0, weigh_caption(text, 0, False, 0))
    odds += weights.LINE_LEADING_ON * bool(LEADING_ON.search(text))
    if ENDED.search(text):
        return odds
    odds += weights.LINE_UNENDED
    short = abs(line.measure - reach(line))
    first = abs(short - INDENT) <= 1 and line.measure > reach(line)
    odds += weights.LINE_FULL * (line.measured and (short <= 1 or first))
    return odds + weights.LINE_FIRST * (line.measured and first)


def odds_above(before: Line | None, line: Line, continuity: Continuity) -> float:
    """What the line above says."""
    if before is None:
        return 0.0
    odds = weights.LINE_BELOW_TEXT * (before.role == TEXT)
    odds += weights.LINE_BELOW_DISPLAY * (before.role == DISPLAY)
    odds += weights.LINE_BELOW_PAGE * (before.role in PAGE_ROLES)
    if ENDED.search(before.text):
        return odds + weights.LINE_BELOW_ENDED
    return odds + weights.LINE_GOES_ON * continuity.score(before.text, line.text)


def stands_alone(line: Line, after: Line | None) -> bool:
    """Whether a line worded like a caption stands between blank lines."""
    if not line.gap or after is None or not after.gap or ENDED.search(line.text):
        return False
    needed = ISOLATED if min(line.gap, after.gap) > 1 else PROOF
    return weigh_caption(line.text, 0, False, 0) >= needed


def ends_block(before: Line | None, line: Line, after: Line | None) -> bool:
    """Whether the first line of a paragraph is the last line of a block of text.

    It stands directly below text and above a blank line, and is as wide as the
    column, or narrower by the indent.
    """
    if line.level or line.doubled or line.bullet or not line.measured:
        return False
    if before is None or before.role != TEXT or line.gap or not (after and after.gap):
        return False
    short = line.measure - reach(line)
    return abs(short) <= 1 or abs(short - INDENT) <= 1
