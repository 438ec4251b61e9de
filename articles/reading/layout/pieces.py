"""Cells in order of reading made lines again, each with its place in the raw text."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from articles.reading.folio import mark_line
from articles.reading.layout.cells import Cell, Row
from articles.reading.layout.columns import INDENT, SHORT, neighbours, room_of
from articles.reading.lines import Line, make_line
from articles.reading.phrases import ENDED

LONG = 6  # characters of a cell that is a line of its own
SPLIT = 4  # spaces between two such cells
WINDOW = 6  # rows that show where a column begins
CLOSE = 5  # rows between two lines of a column
MOST_GAP = 2


def ordered_lines(groups: Iterable[list[Row]], raw: str) -> list[Line]:
    """The lines of all groups; cells of a row that nothing parted stay one line."""
    joined = [cells for group in groups for row in group for cells in join_near(row)]
    ends = piece_ends([cells[0] for cells in joined])
    done: list[Line] = []
    above: Cell | None = None
    for cells in joined:
        cell = cells[0]
        line = make_piece(cell, ends[id(cell)], raw)
        line.gap = gap_between(above, cell)
        line.indent = 2 * indent_of(cell)
        if cell.column.is_text and not cell.shown:
            line.room = room_of(cell.column)
        above = cells[-1]
        done.append(line)
    return done


def join_near(row: Row) -> list[Row]:
    """Cells of one row put together where one is short or little stands between."""
    joined: list[Row] = []
    for cell in row:
        last = joined[-1][-1] if joined else None
        if last is not None and last.line is cell.line and is_joined(last, cell):
            joined[-1].append(cell)
        else:
            joined.append([cell])
    return joined


def is_joined(cell: Cell, after: Cell) -> bool:
    """Whether two cells of one row are rather one line with a gap."""
    return min(cell.size, after.size) < LONG or after.start - cell.end < SPLIT


def piece_ends(cells: list[Cell]) -> dict[int, int]:
    """Where each piece of a row ends in the raw text, by the id of its first cell."""
    by_line: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_line[id(cell.line)].append(cell)
    ends = {}
    for row in by_line.values():
        row.sort(key=lambda cell: cell.start)
        for cell, after in pairwise(row):
            ends[id(cell)] = after.line.start + after.start
        ends[id(row[-1])] = row[-1].line.end
    return ends


def make_piece(cell: Cell, end: int, raw: str) -> Line:
    """The part of a line that begins with a cell."""
    line, start = cell.line, cell.line.start + cell.start
    if not raw[line.start : start].strip():
        start = line.start
    if start == line.start and end == line.end:
        return line
    piece = make_line(raw, start, end)
    mark_line(piece, raw)
    return piece


def gap_between(above: Cell | None, cell: Cell) -> int:
    """How many blank lines seem to stand above a line; one above a new column."""
    step = cell.row - above.row if above is not None else 0
    if step <= 0:
        return 1
    if above.column is cell.column and step <= CLOSE:
        return 0
    return min(step - 1, MOST_GAP)


def indent_of(cell: Cell) -> int:
    """Characters before the first line of a paragraph, 0 inside one."""
    above, below = neighbours(cell)
    if below is not None and 2 <= cell.start - below.start <= INDENT + 1:
        return 2
    if above is not None and not (ENDED.search(above.text) or is_short(above)):
        return 0
    near = cell.column.cells[max(0, cell.place - WINDOW) : cell.place + WINDOW]
    edge = min(c.start for c in near if c.start >= cell.start - INDENT)
    return 2 if cell.start - edge >= 2 else 0


def is_short(cell: Cell) -> bool:
    """Whether a line leaves much of its column empty."""
    return cell.size < SHORT * cell.column.size
