"""Lines of text put together to strips, and strips to paragraphs.

"……修好水泵" / blank / "房，再装……"            ->   one paragraph
"……出席大会。" (short) / "目前，街道……"        ->   two paragraphs
"""

import math
import re
from collections import defaultdict
from dataclasses import dataclass, field

from articles.reading import weights
from articles.reading.breaks import OPENED, find_paragraphs
from articles.reading.columns import INDENT, SLACK, is_full, narrowest, reach
from articles.reading.lines import Line
from articles.reading.names import parts_name
from articles.reading.phrases import (
    CLOSING_START,
    DATED_ITEM,
    ITEM_START,
    LABELLED_ITEM,
    LIST_END,
    NEVER_FIRST,
    NUMERAL,
    PARAGRAPH_START,
    QUOTE_START,
    SAYING,
    SENTENCE_END,
    Continuity,
)
from articles.reading.seams import seam_value
from articles.reading.structure import Role
from articles.reading.wrapped import FIRST_LINE, TEXT, lacks_beginning

FAR = 40  # strips further apart than this are never one paragraph
CURLY = re.compile("[“”]")
LONG = 60  # a whole paragraph of this width does not end without a mark
#: a date that was broken off behind its month
DAY = re.compile("月[0-9]{1,2}日")
NAMED = 1.5  # `Continuity.seam` of a title and a name
UNLIKE = 6.0  # columns of other widths
NARROW = 20  # a line of less than ten characters


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
    sureness: float = 1.0


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


Pair = tuple[float, Strip, Strip]  # what speaks for the second to go on the first


def link_strips(strips: list[Strip], continuity: Continuity) -> None:
    """Join strips that are pieces of one paragraph, the surest pair first."""
    pairs: list[Pair] = []
    for strip in strips:
        if strip.open_end < 0 and not SENTENCE_END.search(strip.lines[-1].text):
            continue
        near = strips[max(0, strip.index - FAR) : strip.index + FAR]
        for other in near:
            if other is strip or other.open_start <= -4 or ends_whole(strip, other):
                continue
            score = link_score(strip, other, continuity)
            if score >= weights.LINKED or (
                score >= weights.LINKED_LAST and are_broken(strip, other)
            ):
                pairs.append((score, strip, other))
    pairs.sort(key=by_likelihood)
    rivals = defaultdict(list)
    for pair in pairs:
        rivals[pair[1].index, "next"].append(pair)
        rivals[pair[2].index, "previous"].append(pair)
    for pair in pairs:
        score, strip, other = pair
        if not is_free(pair) or last_of(other) is strip:
            continue
        if score < weights.LINKED:
            sides = (rivals[strip.index, "next"], rivals[other.index, "previous"])
            if any(has_rival(pair, side) for side in sides):
                continue
        join(strip, other, score)


def join(strip: Strip, other: Strip, score: float) -> None:
    """Let the paragraph of one strip go on in another."""
    strip.next, other.previous = other, strip
    strip.sureness = 1 / (1 + math.exp(-score))


def by_likelihood(pair: Pair) -> tuple[float, int, int]:
    """The likeliest first, then those that stand next to each other."""
    score, strip, other = pair
    return -score, abs(other.index - strip.index - 1), strip.index


def are_broken(strip: Strip, other: Strip) -> bool:
    """Whether one strip must go on somewhere, and the other must follow another."""
    return strip.open_end >= 2 and other.open_start > 0


def is_free(pair: Pair) -> bool:
    """Whether neither of two strips is joined on that side."""
    return not pair[1].next and not pair[2].previous


def has_rival(pair: Pair, others: list[Pair]) -> bool:
    """Whether another of these pairs, the likeliest first, is nearly as likely."""
    rest = (other[0] for other in others if other is not pair and is_free(other))
    return next(rest, -math.inf) > pair[0] - weights.LINK_RIVAL


def ends_whole(strip: Strip, other: Strip) -> bool:
    """Whether a strip that ends its sentence can only go on in the next below it."""
    if strip.open_end <= -5:
        return True
    ended = SENTENCE_END.search(strip.lines[-1].text)
    return bool(ended) and other.index != strip.index + 1


def link_score(strip: Strip, other: Strip, continuity: Continuity) -> float:
    """Above 0: `other` more likely than not goes on with the paragraph of `strip`."""
    here, there = strip.lines[-1], other.lines[0]
    score = seam_score(here.text, there.text, continuity)
    score += place_score(strip, other) + shape_score(strip, other)
    return score + quotes_score(strip, other)


def seam_score(before: str, after: str, continuity: Continuity) -> float:
    """What the words on both sides say."""
    score = weights.LINK + weights.LINK_SEAM * seam_value(before, after)
    score += weights.LINK_WORD * word_value(before, after, continuity)
    if SENTENCE_END.search(before):
        score += weights.LINK_ENDED
    elif LIST_END.search(before):
        score += weights.LINK_LISTED
    if DAY.match(after) and not NUMERAL.search(before):
        score -= UNLIKE
    if CLOSING_START.match(after):
        score += weights.LINK_CLOSING
    elif after[0] in NEVER_FIRST:
        score += weights.LINK_NEVER_FIRST
    if PARAGRAPH_START.match(after):
        score += weights.LINK_PARAGRAPH
    elif LABELLED_ITEM.match(after):
        score += weights.LINK_ITEM
    elif QUOTE_START.match(after):
        score += weights.LINK_QUOTE
    return score


def word_value(before: str, after: str, continuity: Continuity) -> float:
    """How surely one word stands across the break.

    A title goes on with any name: one that it often stands before proves no more.
    """
    if parts_name(before, after):
        return NAMED
    return continuity.seam(before, after)


def place_score(strip: Strip, other: Strip) -> float:
    """What the places on the page say."""
    distance = other.index - strip.index
    if distance != 1:
        return weights.LINK_NEAR if 1 < distance <= 4 else weights.LINK_FAR
    there = other.lines[0]
    if there.index - strip.lines[-1].index > 1:
        return weights.LINK_OVER
    return weights.LINK_NEXT if there.gap < 2 else weights.LINK_GAP


def shape_score(strip: Strip, other: Strip) -> float:
    """What the widths of the last line, of the first and of the columns say."""
    here, there = strip.lines[-1], other.lines[0]
    score = 0.0
    room = max(0, min(FIRST_LINE, here.measure - reach(here)))
    if here.measured:
        score += weights.LINK_ROOM * room / 4
    most = SLACK + INDENT * (here is strip.lines[0])
    short = room > most if here.measure else here.width < LONG
    opened = bool(OPENED.search(here.text))
    if is_item(strip) and (short or is_item(other)) and not opened:
        score += weights.LINK_LIST
    if here.width < NARROW:
        score += weights.LINK_SHORT
    if (
        there.measured
        and not there.spaced
        and 3 <= there.measure - there.width <= FIRST_LINE
    ):
        score += weights.LINK_INDENT
    if other.open_start <= -5:
        score += weights.LINK_BYLINE
    return score - unlike(strip, other)


def is_item(strip: Strip) -> bool:
    """Whether a strip begins like an item of a list."""
    text = strip.lines[0].text
    return bool(LABELLED_ITEM.match(text) or DATED_ITEM.match(text))


def quotes_score(strip: Strip, other: Strip) -> float:
    """Quotation marks left open ask to be closed; closed ones do not."""
    opened = strip.text.rfind("“") > strip.text.rfind("”")
    closes = closes_quote(other)
    if opened:
        return weights.LINK_CLOSES if closes else -weights.LINK_CLOSES / 2
    return -weights.LINK_CLOSES if closes and "“" in strip.text else 0.0


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


def last_of(strip: Strip) -> Strip:
    """The last strip of the paragraph that this strip belongs to."""
    while strip.next:
        strip = strip.next
    return strip
