"""Lines of several columns that a tool has printed as one.

"员到会指导。 每件实事都有人领办。 小于一寸”。"   ->   a line of each column

The first goes on with the column that it stands in; the others come behind it.
"""

import re
from itertools import pairwise

from articles.reading.columns import SLACK, follows, reach
from articles.reading.lines import Line, make_line
from articles.reading.phrases import SENTENCE_END

WIDER = 8  # half-width columns beyond its own measure, at least
MOST = 6  # columns side by side
#: not beside digits and Latin letters, which type sets off by spaces
SPACE = re.compile(r"(?<=[^\sA-Za-z0-9])[ \u3000\u00a0]+(?=[^\sA-Za-z0-9])")


def part_columns(lines: list[Line], raw: str) -> list[Line]:
    """Cut such lines, and put what is of other columns behind the block of text."""
    done: list[Line] = []
    waiting: list[Line] = []
    above: Line | None = None
    for line in lines:
        if waiting and (line.role is not None or not follows(above, line)):
            done += waiting
            waiting = []
        first, *others = pieces_of(line, raw)
        done.append(first)
        waiting += others
        above = line
    done += waiting
    for index, line in enumerate(done):
        line.index = index
    return done


def pieces_of(line: Line, raw: str) -> list[Line]:
    """The line of each column; the line itself where it is of one."""
    if line.role is not None or not line.measured or line.level:
        return [line]
    if line.width < line.measure + WIDER:
        return [line]
    places = [space.end() for space in SPACE.finditer(raw, line.first, line.last)]
    if not 0 < len(places) < MOST:
        return [line]
    pieces = []
    for start, end in pairwise([line.start, *places, line.end]):
        piece = make_line(raw, start, end, start if pieces else line.first)
        piece.measure, piece.measured = line.measure, True
        piece.flush, piece.gap = line.flush, 1 if pieces else line.gap
        pieces.append(piece)
    return pieces if all(map(is_line, pieces)) else [line]


def is_line(piece: Line) -> bool:
    """Whether a piece fills its column or ends a sentence in it."""
    room = piece.measure - reach(piece)
    if room < -SLACK:
        return False
    return room <= SLACK or bool(SENTENCE_END.search(piece.text))
