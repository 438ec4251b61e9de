"""What a line of a column looks like on a page whose lines stand apart.

In columns that are 34 wide: a line of 34 is full, one of 30 may be the first of its
paragraph, and one of 20 without any mark is on display.
"""

import re
from collections import Counter
from dataclasses import dataclass

from articles.reading.columns import INDENT, NARROWEST, SLACK
from articles.reading.lines import Line
from articles.reading.phrases import (
    LABELLED_ITEM,
    MARK_INSIDE,
    PARAGRAPH_START,
    SENTENCE_END,
)

ENDED = re.compile(r"[。！？…!?；：;:][”’」』\"'）)】]*$")
#: a bracket is left open; one is closed that was opened before
OPENS = re.compile("[（(][^）)]*$")
CLOSES = re.compile("[^（(]*[）)]")
FIGURES = 1  # columns that figures and the room around them may add
FEWEST = 5  # lines that make a width, the middle one counted twice
SHARE = 0.06  # and their share of all lines


@dataclass(frozen=True, slots=True)
class Shape:
    """`full`: widths that the line fills; `first`: those it fills with an indent."""

    full: frozenset[int]
    first: frozenset[int]
    ended: bool
    new: bool
    display: bool
    opens: bool
    closes: bool

    @property
    def is_open(self) -> bool:
        """Whether the sentence goes on in another line."""
        return not self.ended and bool(self.full or self.first)


def shape_of(line: Line, widths: list[int]) -> Shape:
    """What is seen of one line where columns have these widths."""
    text, most = line.text, line.width + SLACK
    least = line.width - SLACK - FIGURES * (line.width < 2 * len(text))
    full = frozenset(width for width in widths if least <= width <= most)
    first = frozenset(width for width in widths if least <= width - INDENT <= most)
    ended = bool(ENDED.search(text))
    closes = bool(CLOSES.match(text))
    new = bool(PARAGRAPH_START.match(text) or LABELLED_ITEM.match(text))
    marked = ended or closes or new or bool(MARK_INSIDE.search(text))
    return Shape(
        full,
        first,
        ended,
        new,
        not marked and not full,
        bool(OPENS.search(text)),
        closes,
    )


def column_widths(lines: list[Line]) -> list[int]:
    """Widths that many unfinished lines share, those of first lines left out."""
    counts = Counter(
        line.width
        for line in lines
        if line.width > NARROWEST
        and MARK_INSIDE.search(line.text)
        and not SENTENCE_END.search(line.text)
    )
    whole, found = counts.total(), []
    while counts:
        near = {w: 2 * n + counts[w - 1] + counts[w + 1] for w, n in counts.items()}
        best = max(near, key=lambda width: (near[width], width))
        if near[best] < max(FEWEST, SHARE * whole):
            break
        found.append(best)
        for width in range(best - INDENT - SLACK, best + SLACK + 1):
            counts[width] = 0 if width >= best - SLACK else counts[width] // 2
        counts = +counts
    return sorted(found)
