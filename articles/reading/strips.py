"""Lines of text put together to strips, and strips to paragraphs.

"……修好水泵" / blank / "房，再装……"            ->   one paragraph
"……出席大会。" (short) / "目前，街道……"        ->   two paragraphs
"""

import re
from dataclasses import dataclass, field

from articles.reading.breaks import find_paragraphs
from articles.reading.columns import INDENT, SLACK, is_full, narrowest, reach
from articles.reading.lines import Line
from articles.reading.names import parts_name
from articles.reading.phrases import (
    CLOSING_START,
    DATED_ITEM,
    ITEM_START,
    LABELLED_ITEM,
    LIST_END,
    PARAGRAPH_START,
    QUOTE_START,
    SAYING,
    SENTENCE_END,
    Continuity,
)
from articles.reading.structure import Role
from articles.reading.wrapped import FIRST_LINE, TEXT, lacks_beginning

CURLY = re.compile("[“”]")
LONG = 60  # a whole paragraph of this width does not end without a mark
NAMED = 1.5  # `Continuity.seam` of a title and a name
UNLIKE = 6.0  # columns of other widths


@dataclass(slots=True, eq=False)
class Strip:
    """Lines of one paragraph that stand together on the page."""

    lines: list[Line]
    index: int = 0
    inside: bool = False  # another paragraph stands directly above
    open_start: float = 0.0
    open_end: float = 0.0
    text: str = ""
    next: "Strip | None" = field(default=None, repr=False)
    previous: "Strip | None" = field(default=None, repr=False)
    below: "Strip | None" = field(default=None, repr=False)
    above: "Strip | None" = field(default=None, repr=False)
    sureness: float = 1.0

    @property
    def after(self) -> "Strip | None":
        """The strip that is read after this one, where the page tells."""
        return self.next or self.below

    @property
    def before(self) -> "Strip | None":
        """The strip that this one is read after, where the page tells."""
        return self.previous or self.above


def find_strips(
    lines: list[Line], wrapped: bool, continuity: Continuity
) -> list[Strip]:
    """Paragraphs as far as they stand together."""
    strips: list[Strip] = []
    for group in find_paragraphs(lines, wrapped, continuity):
        first = group[0]
        above = lines[first.index - 1] if first.index else None
        inside = above is not None and above.role == TEXT and not first.gap
        ended = inside and SENTENCE_END.search(above.text)
        torn = ended and is_torn_off(first)
        strips.append(Strip(group, len(strips), inside and not torn))
    for strip in strips:
        strip.text = "".join(line.text for line in strip.lines)
        ended = strip.lines[-1].index + 1 < len(lines) and (
            lines[strip.lines[-1].index + 1].role == Role.SIGN_OFF
        )
        weigh_ends(strip, wrapped, ended)
        first = strip.lines[0]
        if follows_byline(lines, first.index) and not is_torn_off(first):
            strip.open_start = -5.0
    return strips


def follows_byline(lines: list[Line], index: int) -> bool:
    """Whether a byline stands between this line and the text before it."""
    for line in reversed(lines[max(0, index - 8) : index]):
        if line.role == TEXT:
            return False
        if line.role == Role.BYLINE:
            return True
    return False


def weigh_ends(strip: Strip, wrapped: bool, ended: bool) -> None:
    """How far a strip seems to be broken off at its beginning and at its end."""
    first, last = strip.lines[0], strip.lines[-1]
    if first.grid:
        strip.open_start = -5.0
    elif CLOSING_START.match(first.text):
        strip.open_start = 4.0
    elif not strip.inside and (closes_quote(strip) or SAYING.match(first.text)):
        strip.open_start = 2.0
    elif strip.inside or first.indent >= 2:
        strip.open_start = -5.0
    elif (first.room or first.spaced) and not first.flush:
        strip.open_start = 1.5
    elif PARAGRAPH_START.match(first.text):
        strip.open_start = -1.5
    elif LABELLED_ITEM.match(first.text):
        strip.open_start = -2.5
    elif QUOTE_START.match(first.text):
        strip.open_start = -0.3
    elif wrapped and first.flush:
        strip.open_start = 0.2
    elif wrapped and reach(first) >= first.measure - FIRST_LINE:
        strip.open_start = 1.2 if lacks_beginning(first) else -1.0
        strip.open_start += 0.3 * (first.width == first.measure - 2)
    if ended or last.grid:
        strip.open_end = -5.0
    elif SENTENCE_END.search(last.text):
        strip.open_end = 0.2 if wrapped and is_full(last) else -3.0
    elif LIST_END.search(last.text):
        strip.open_end = 0.0 if wrapped and is_full(last) else -1.5
    elif not wrapped:
        listed = ITEM_START.match(first.text) or LABELLED_ITEM.match(first.text)
        strip.open_end = 0.3 if listed and last.width < 60 else 2.0
    else:
        room = FIRST_LINE if last is first and not last.flush else 2 * SLACK
        if last is first and LABELLED_ITEM.match(first.text):
            room = SLACK
        reaches = reach(last) >= last.measure - room
        strip.open_end = 2.0 if reaches else 0.2


def is_torn_off(line: Line) -> bool:
    """Whether a line below the end of a paragraph is too wide to begin another."""
    indented = line.measured and not line.flush and not line.room
    return indented and lacks_beginning(line) and line.width <= line.measure + 1


def word_value(before: str, after: str, continuity: Continuity) -> float:
    """How surely one word stands across the break.

    A title goes on with any name: one that it often stands before proves no more.
    """
    if parts_name(before, after):
        return NAMED
    return continuity.seam(before, after)


def is_item(strip: Strip) -> bool:
    """Whether a strip begins like an item of a list."""
    text = strip.lines[0].text
    return bool(LABELLED_ITEM.match(text) or DATED_ITEM.match(text))


def closes_quote(strip: Strip) -> bool:
    """Whether the first quotation mark of a strip ends what began before it."""
    first = CURLY.search(strip.text)
    return first is not None and first[0] == "”"


def unlike(strip: Strip, other: Strip) -> float:
    """How little two strips look like parts of one column.

    All lines but the last are full, even where nothing else tells the width.
    """
    here, there = width_of(strip), width_of(other)
    if here and there:
        return 0.0 if abs(here - there) <= 5 else UNLIKE
    if not here and not there:
        return 0.0
    loose, width = (other, here) if here else (strip, there)
    if max(map(narrowest, loose.lines)) > width + SLACK:
        return UNLIKE
    full = [reach(line) for line in loose.lines[:-1]]
    return UNLIKE if full and max(full) + FIRST_LINE < width else 0.0


def width_of(strip: Strip) -> int:
    """The width of the column of a strip, 0 where its lines do not tell."""
    for line in strip.lines:
        if line.measured and reach(line) >= line.measure - INDENT - SLACK:
            return line.measure
    return 0
