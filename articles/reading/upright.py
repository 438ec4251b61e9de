"""Headlines set from top to bottom, which come out one character a line.

"渡" / "口" / "开" / "船"   ->   "渡口开船", one line on display
"""

import re

from articles.reading.displays import DISPLAY
from articles.reading.lines import Line, make_line

LEAST = 4  # characters of such a headline
ONE = re.compile(r"[“《『﹃「（]?(?:[一-鿿]|\d{1,2})?[”》』﹄」），、？！]?")


def join_upright(lines: list[Line], raw: str) -> list[Line]:
    """Put headlines set upright together; return all lines, numbered again."""
    done: list[Line] = []
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and is_one(line) and goes_below(run, line):
            run.append(line)
            continue
        done += joined(run, raw) if len(run) >= LEAST else run
        run = []
        if line is not None:
            done.append(line)
    for index, line in enumerate(done):
        line.index = index
    return done


def is_one(line: Line) -> bool:
    """Whether a line has one character, perhaps with a mark."""
    return line.role is None and bool(ONE.fullmatch(line.text))


def goes_below(run: list[Line], line: Line) -> bool:
    """Whether a line stands directly below the characters so far."""
    return not run or (line.start == run[-1].end and not line.gap)


def joined(run: list[Line], raw: str) -> list[Line]:
    """The lines of one headline as one line."""
    first = run[0]
    line = make_line(raw, first.start, run[-1].end, first.first)
    line.role, line.gap, line.measure = DISPLAY, first.gap, first.measure
    return [line]
