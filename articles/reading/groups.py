"""Strips that stand directly below each other, in blocks, and what parts the blocks.

"……修好水泵" (one column) / blank / "5月3日，……" (of another article)   ->   two blocks
"""

import math
from itertools import pairwise

from articles.reading.bodies import find_ties
from articles.reading.columns import SLACK, reach
from articles.reading.flows import lines_between
from articles.reading.lines import Line
from articles.reading.phrases import ENDED, SENTENCE_END
from articles.reading.strips import FIRST_LINE, Strip, unlike
from articles.reading.terms import Terms

FEW = 2  # lines that may be a headline
BROKEN = 2.0  # `open_end` of a strip that does not end
#: how the first line of a paragraph fills its column
FIRST_SHAPES = frozenset({"indented", "spaced", "short"})
#: and how a line inside a paragraph does
FULL_SHAPES = frozenset({"full", "nearly full"})


class Blocks:
    """Strips that stand directly below each other, and what stands between blocks."""

    def __init__(self, strips: list[Strip], lines: list[Line], terms: Terms) -> None:
        self.strips = strips
        self.above, self.tail = lines_between(lines, strips)
        self.number: list[int] = []
        self.forms: dict[int, dict[str, float]] = {}  # how first lines look, once asked
        words: list[set[str]] = []
        for strip in strips:
            if not (strip.inside and words):
                words.append(set())
            words[-1] |= terms.of[strip.index]
            self.number.append(len(words) - 1)
        self.ties = find_ties(words, terms)
        self.scatter = self.measure_scatter()

    def measure_scatter(self) -> float:
        """Of blocks that break off, the share with a foreign one below."""
        broken = foreign = 0
        for strip, below in pairwise(self.strips):
            if self.ends(strip) and strip.open_end >= BROKEN:
                broken += 1
                foreign += unlike(strip, below) > 0 or shape_of(below) in FIRST_SHAPES
        return foreign / (broken + 1)

    def ends(self, strip: Strip) -> bool:
        """Whether a strip is the last of its block."""
        below = self.number[strip.index + 1 : strip.index + 2]
        return below != [self.number[strip.index]]

    def begins(self, strip: Strip) -> bool:
        """Whether a strip is the first of its block."""
        return not strip.index or self.ends(self.strips[strip.index - 1])

    def lines_below(self, strip: Strip) -> list[Line]:
        """The lines between a strip and the next."""
        if strip.index + 1 == len(self.strips):
            return self.tail
        return self.above.get(strip.index + 1, [])

    def tie(self, strip: Strip, other: Strip) -> float:
        """How much the words tell that the blocks of two strips have in common."""
        numbers = sorted((self.number[strip.index], self.number[other.index]))
        return math.log1p(self.ties.get((numbers[0], numbers[1]), 0.0))


def is_ended(strip: Strip) -> bool:
    """Whether a strip ends with a sentence."""
    return bool(SENTENCE_END.search(strip.lines[-1].text))


def is_lone(strip: Strip, blocks: Blocks) -> bool:
    """Whether a strip is a line or two that end no sentence, with nothing around."""
    alone = blocks.begins(strip) and blocks.ends(strip)
    return alone and len(strip.lines) <= FEW and not ENDED.search(strip.text)


def shape_of(strip: Strip) -> str:
    """How far the first line of a strip fills its column."""
    line = strip.lines[0]
    room = line.measure - reach(line)
    if line.spaced or not line.measure:
        return "spaced" if line.indent else "unspaced"
    if line.flush:
        return "flush" if room <= SLACK else "flush short"
    if not line.measured and len(strip.lines) == 1:
        return "unmeasured"
    if len(strip.lines) == 1 and is_ended(strip):
        return "one line"
    names = ((0, "full"), (SLACK + 1, "nearly full"), (FIRST_LINE, "indented"))
    return next((name for most, name in names if room <= most), "short")
