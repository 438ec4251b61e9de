"""Rolls of honour: names in a table of spaces, which are text and no columns.

"霍　东　　关启慧　　云　海"   ->   one line of text "霍 东 关启慧 云 海"
"关　月"                      ->   the same, below such a line
"""

import re

from articles.reading.cleaning import SPACES
from articles.reading.lines import Line, make_line
from articles.reading.names import is_name
from articles.reading.structure import Role

FEWEST = 3  # names on a row that proves a table
MOST = 5  # names of a whole table, at least
LONGEST = 120
SINGLE = re.compile(f"(?<![^{SPACES}])([一-鿿])[{SPACES}]+([一-鿿])(?![^{SPACES}（(])")
SHORT = re.compile("[一-鿿]{2,4}|[一-鿿]{1,7}·[一-鿿]{1,8}")
SURNAMED = 1.5  # in so many words one must begin with a usual surname
REMARK = re.compile("（[^（）]{4,20}）")
NOTE = re.compile("[（(][^（）()]{1,8}[)）]$")


def mark_grids(lines: list[Line], raw: str) -> list[Line]:
    """Give the rows of tables of names their role, their spaces kept."""
    counts = [count_names(line, raw) for line in lines]
    done = list(lines)
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and counts[end]:
            end += 1
        run = counts[place:end]
        if run and max(run) >= FEWEST and sum(run) >= MOST:
            first = place - (place > 0 and is_remark(lines[place - 1]))
            for index in range(first, end):
                done[index] = row_of(lines[index], raw)
        place = max(end, place + 1)
    return done


def count_names(line: Line, raw: str) -> int:
    """How many names the line holds, 0 where it holds anything else."""
    printed = raw[line.first : line.last]
    if line.role is not None or line.level or len(printed) > LONGEST:
        return 0
    names = [NOTE.sub("", name) for name in SINGLE.sub(r"\1\2", printed).split()]
    if not all(map(SHORT.fullmatch, names)):
        return 0
    surnamed = sum(map(is_name, names))
    return len(names) if SURNAMED * surnamed >= len(names) else 0


def is_remark(line: Line) -> bool:
    """（按姓氏笔画为序）: what brackets say above the table."""
    return line.role is None and bool(REMARK.fullmatch(line.text))


def row_of(line: Line, raw: str) -> Line:
    """The row as text that keeps one space between names."""
    row = make_line(raw, line.start, line.end, line.first, keep_spaces=True)
    row.indent, row.gap, row.index = line.indent, line.gap, line.index
    row.role, row.grid = Role.BODY, True
    return row
