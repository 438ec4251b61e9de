"""Broken strips that are left over, joined where each can have one of the others.

"……仁和路居民" / "……三天，" + "区书记说……" / "水就来了。"   ->   two pairs

On a page whose blocks are mixed, the end of a column and the top of the next stand
far apart. If as many strips must go on as must follow another, they go together.
"""

from itertools import permutations

from articles.reading import weights
from articles.reading.columns import INDENT, reach
from articles.reading.phrases import (
    ITEM_START,
    LABELLED_ITEM,
    LIST_END,
    SENTENCE_END,
    Continuity,
)
from articles.reading.strips import (
    Strip,
    is_item,
    join,
    last_of,
    quotes_score,
    seam_score,
    shape_score,
    unlike,
)

MOST = 5  # of either kind; more are no few leftovers
MOST_LOOSE = 12  # where not all of them are joined


def join_leftovers(strips: list[Strip], continuity: Continuity) -> None:
    """Join the ends and the beginnings that nothing else goes with."""
    ends = [strip for strip in strips if is_loose_end(strips, strip)]
    starts = [strip for strip in strips if is_loose_start(strip)]
    if not 0 < max(len(ends), len(starts)) <= MOST_LOOSE:
        return
    worth = {
        (end.index, start.index): left_score(strips, end, start, continuity)
        for end in ends
        for start in starts
    }
    if len(ends) != len(starts) or len(ends) > MOST:
        join_sure(ends, starts, worth)
        return
    best = max(
        permutations(starts),
        key=lambda order: sum(
            max(0.0, worth[end.index, start.index] - weights.LEFT)
            for end, start in zip(ends, order, strict=True)
        ),
    )
    for end, start in zip(ends, best, strict=True):
        score = worth[end.index, start.index]
        if score > weights.LEFT and last_of(start) is not end:
            join(end, start, score)


def join_sure(
    ends: list[Strip], starts: list[Strip], worth: dict[tuple[int, int], float]
) -> None:
    """Join those that nothing else goes with nearly as well, where some are alone."""
    for end in ends:
        for start in starts:
            score = worth[end.index, start.index]
            rivals = (
                other
                for pair, other in worth.items()
                if (pair[0] == end.index) != (pair[1] == start.index)
            )
            sure = score >= weights.LEFT_ALONE and last_of(start) is not end
            if sure and score >= max(rivals, default=score) + weights.LEFT_RIVAL:
                join(end, start, score)


def is_loose_end(strips: list[Strip], strip: Strip) -> bool:
    """Whether a strip is broken off at the end of its block and nothing goes on."""
    first, last = strip.lines[0], strip.lines[-1]
    if strip.next or not (strip.open_end >= 2 or is_indented(strip)):
        return False
    if SENTENCE_END.search(last.text) or LIST_END.search(last.text):
        return False
    if LABELLED_ITEM.match(first.text) and "、" in strip.text:
        return False  # the end of a list of names tells nothing
    if strip.index + 1 == len(strips):
        return True
    below = strips[strip.index + 1].lines[0]
    return bool(below.gap) or below.index > last.index + 1


def is_indented(strip: Strip) -> bool:
    """Whether a strip is one line, narrower than its column by the indent."""
    line = strip.lines[-1]
    short = line.measure - reach(line)
    return line is strip.lines[0] and line.measured and abs(short - INDENT) <= 1


def is_loose_start(strip: Strip) -> bool:
    """Whether a strip at the top of a block seems to go on with another."""
    first = strip.lines[0]
    if strip.previous or strip.open_start < 0 or not first.gap:
        return False
    addressed = first is strip.lines[-1] and LIST_END.search(first.text)
    return not addressed and not ITEM_START.match(first.text)


def left_score(
    strips: list[Strip], end: Strip, start: Strip, continuity: Continuity
) -> float:
    """What speaks for two leftovers to be one paragraph, wherever they stand."""
    if unlike(end, start):
        return float("-inf")
    score = seam_score(end.lines[-1].text, start.lines[0].text, continuity)
    score += shape_score(end, start) + quotes_score(end, start)
    below = strips[start.index + 1 : start.index + 2]
    if is_item(end) and any(strip.inside and is_item(strip) for strip in below):
        score += weights.LEFT_LIST
    score += weights.LEFT_NEXT * (start.index == end.index + 1)
    return score + weights.LEFT_BACK * (start.index < end.index)
