"""What blank lines tell of the size of type, in pages read column by column.

Tools that follow the flow of print leave a blank line wherever larger type begins,
and wherever a column ends; inside a flow type never grows.

"停航多年的渡船重新下水" / "" / "老码头开出早班船"   ->   the second is larger
"老码头开出早班船" / "一天六班，老人免费"           ->   it is not
"""

from itertools import pairwise

from articles.reading.lines import Line
from articles.reading.phrases import SENTENCE_END

#: of the sentences that end a line, how many may have a blank line below; where more
#: have, it is paragraphs that are set apart
MOST_PARTED = 0.5


def mark_sizes(lines: list[Line], raw: str) -> None:
    """Note of every line of such a page whether larger type may begin with it."""
    if not raw.rstrip(" \r\n").endswith("\f") or not parts_flows(lines):
        return
    for line in lines[1:]:
        line.grown = 1 if line.gap else -1


def parts_flows(lines: list[Line]) -> bool:
    """Whether blank lines part flows of print, not paragraphs."""
    inside = [below for above, below in pairwise(lines) if not ends(above)]
    ended = [below for above, below in pairwise(lines) if ends(above)]
    parted = sum(line.gap > 0 for line in ended)
    return any(line.gap for line in inside) and parted <= MOST_PARTED * len(ended)


def ends(line: Line) -> bool:
    """Whether a line ends a sentence."""
    return bool(SENTENCE_END.search(line.text))


def growth(above: Line, below: Line) -> int:
    """1 where the lower of two lines begins larger type, -1 where it cannot, else 0."""
    if below.index != above.index + 1 or below.start < above.end:
        return 0
    if below.grown < 0 and below.start != above.end:
        return 0
    return below.grown
