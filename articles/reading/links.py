"""Which strip of a page goes on in which: all of them decided together.

"……居民抢修好水泵" / blank / "5月3日，……" / blank / "房，再装……"
->   the first goes on in the third

What speaks for two strips, and for an article to end with the one and another to begin
with the other, are sums of signs. Of all ways to join strips the best sum wins: an end
goes on in one place at most, and what is missing somewhere is not taken elsewhere.
"""

import math
from bisect import bisect_left, bisect_right

from articles.reading.breaks import OPENED
from articles.reading.columns import SLACK, reach
from articles.reading.groups import (
    FIRST_SHAPES,
    FULL_SHAPES,
    Blocks,
    is_ended,
    shape_of,
)
from articles.reading.lines import Line
from articles.reading.link_signs import (
    signs_of_end,
    signs_of_pair,
    signs_of_start,
)
from articles.reading.matching import best_matching
from articles.reading.phrases import (
    CLOSING_START,
    ITEM_START,
    LIST_END,
    PARAGRAPH_START,
    Continuity,
)
from articles.reading.signs import total
from articles.reading.strips import FIRST_LINE, LONG, Strip, is_item
from articles.reading.terms import Terms

TABLE = "link_signs"
FAR = 60  # strips further apart than this are never joined

SURE = 1.0  # what must speak for a strip to go on elsewhere than in the next
SURE_WHOLE = 4.0  # and anywhere, where paragraphs are printed whole

#: what speaks for two strips to be joined rather than apart, by their numbers
Gains = dict[tuple[int, int], float]


def link_strips(
    strips: list[Strip], lines: list[Line], continuity: Continuity, terms: Terms
) -> Gains:
    """Join strips that are pieces of one paragraph, or of one article; return what
    speaks for all pairs."""
    blocks = Blocks(strips, lines, terms)
    gains = {
        (strip.index, other.index): gain
        for strip, other, gain in weigh_pairs(blocks, continuity)
    }
    join_best(strips, gains)
    return gains


def link_groups(strips: list[Strip], groups: list[list[Strip]], gains: Gains) -> None:
    """Join strips anew, each with one of its own group."""
    group_of = {
        strip.index: number for number, group in enumerate(groups) for strip in group
    }
    for strip in strips:
        strip.next = strip.previous = strip.below = strip.above = None
    own = {
        pair: gain
        for pair, gain in gains.items()
        if group_of[pair[0]] == group_of[pair[1]]
    }
    join_best(strips, own)


def join_best(strips: list[Strip], gains: Gains) -> None:
    """Join the pairs with the greatest sum."""
    gains = {
        pair: gain
        for pair, gain in gains.items()
        if gain > needed(*(strips[place] for place in pair))
    }
    found = best_matching(gains)
    for place, below in sorted(found.items(), key=lambda pair: -gains[pair]):
        strip, other = strips[place], strips[below]
        whole = not other.lines[0].measure
        sure = gains[place, below] > SURE_WHOLE * whole
        if sure and last_of(other) is not strip:
            join(strip, other, gains[place, below])


def needed(strip: Strip, other: Strip) -> float:
    """What must speak for two strips at least."""
    if other.index == strip.index + 1:
        return 0.0
    return SURE if other.lines[0].measure else SURE_WHOLE


def weigh_pairs(
    blocks: Blocks, continuity: Continuity
) -> list[tuple[Strip, Strip, float]]:
    """Pairs of strips and how much more speaks for them to be joined than apart."""
    firsts = [
        (strip, total(signs_of_start(strip, blocks), TABLE)) for strip in starts(blocks)
    ]
    places = [strip.index for strip, _ in firsts]
    found = []
    for strip in ends(blocks):
        apart = total(signs_of_end(strip, blocks), TABLE)
        near = slice(
            bisect_left(places, strip.index - FAR),
            bisect_right(places, strip.index + FAR),
        )
        for other, begins in firsts[near]:
            if may_follow(strip, other, blocks):
                signs = signs_of_pair(strip, other, blocks, continuity)
                found.append((strip, other, total(signs, TABLE) - apart - begins))
    return found


def ends(blocks: Blocks) -> list[Strip]:
    """Strips that may go on elsewhere: all but what ends a sentence inside a block."""
    return [
        strip
        for strip in blocks.strips
        if strip.open_end > -5 and (blocks.ends(strip) or not is_ended(strip))
    ]


def starts(blocks: Blocks) -> list[Strip]:
    """Strips that may go on with another."""
    return [
        strip
        for strip in blocks.strips
        if strip.open_start > -4 or (blocks.begins(strip) and strip.open_start > -5)
    ]


def may_follow(strip: Strip, other: Strip, blocks: Blocks) -> bool:
    """Whether one strip may go on in another at all."""
    if other.index == strip.index + 1:
        return True
    if abs(other.index - strip.index) > FAR or announces(strip):
        return False
    same = blocks.number[strip.index] == blocks.number[other.index]
    return not (same and other.index < strip.index)


def announces(strip: Strip) -> bool:
    """Whether a short line announces what stands right below: 一等奖："""
    last = strip.lines[-1]
    short = last.measure - reach(last) > SLACK
    return short and bool(LIST_END.search(last.text))


def join(strip: Strip, other: Strip, gain: float) -> None:
    """Let the paragraph of one strip, or its article, go on in another."""
    strip.sureness = 1 / (1 + math.exp(-gain))
    if ends_paragraph(strip, other):
        if other.index != strip.index + 1:
            strip.below, other.above = other, strip
    else:
        strip.next, other.previous = other, strip


def ends_paragraph(strip: Strip, other: Strip) -> bool:
    """Whether what goes on in another strip is the article, with a new paragraph.

    A line that falls far short ends its paragraph; a list goes on with its next item
    where the last is short or ends with a mark.
    """
    last, first = strip.lines[-1], other.lines[0]
    if CLOSING_START.match(first.text):
        return False
    if is_ended(strip) or ITEM_START.match(first.text):
        return True
    if PARAGRAPH_START.match(first.text) and shape_of(other) not in FULL_SHAPES:
        return True
    if last.measure - reach(last) > FIRST_LINE:
        return True
    short = last.measure - reach(last) > SLACK if last.measure else last.width < LONG
    if LIST_END.search(last.text):
        return short or shape_of(other) in FIRST_SHAPES or not last.measure
    listed = is_item(strip) and not OPENED.search(last.text)
    return listed and (short or is_item(other))


def last_of(strip: Strip) -> Strip:
    """The last strip of the chain that this strip belongs to."""
    while after := strip.after:
        strip = after
    return strip
