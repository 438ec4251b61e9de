"""A page whose columns stand side by side, kept apart by spaces, read column by column.

                早市搬进了新棚                ->   the headline,
  柳条弄的早市上周搬进    管理员每天清早           the left column from top to bottom,
新棚，四十个摊位都在。    五点开门。               then the right one

Text of a PDF has this form when its columns are kept as printed. Only the order
changes: each piece keeps its place in the raw text. In order: rows are cut into cells,
cells that stand below each other make columns, headlines go above their text, and the
page is cut across and along until only rows to be read one after the other are left.
"""

from articles.reading.layout.cells import Cell, cut_wide, find_cells, text_of
from articles.reading.layout.columns import INDENT, find_columns
from articles.reading.layout.headlines import raise_headlines
from articles.reading.layout.pieces import ordered_lines
from articles.reading.layout.regions import read_in_order
from articles.reading.lines import Line

FEWEST = 2  # rows with text side by side, after the first
LONG = 6  # characters of such text
MOST_PLACES = 8  # where second cells began, looked back at
MOST_ROWS = 400  # looked at together

__all__ = ["read_layout"]


def read_layout(lines: list[Line], raw: str) -> list[Line] | None:
    """The lines of a page in order of reading; None where it has no columns."""
    if not has_columns(lines, raw):
        return None
    rows = find_cells(lines, raw)
    done: list[Line] = []
    for place in range(0, len(rows), MOST_ROWS):
        part = rows[place : place + MOST_ROWS]
        find_columns(part)
        groups = read_in_order(raise_headlines(part))
        done += ordered_lines(groups, raw)
    for index, line in enumerate(done):
        line.index = index
    return done


def has_columns(lines: list[Line], raw: str) -> bool:
    """Whether long cells, far apart on their rows, begin at the same places."""
    found = 0
    places: list[int] = []
    for line in lines:
        cells: list[Cell] = []
        if line.role is None:
            cells = cut_wide(line, text_of(line, raw), 0)
        begun = [c.start for c in [c for c in cells if c.size >= LONG][1:]]
        found += any(abs(here - there) <= INDENT for here in begun for there in places)
        places = (begun + places)[:MOST_PLACES]
        if found >= FEWEST:
            return True
    return False
