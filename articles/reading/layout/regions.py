"""The order in which the cells of a page are read: cut across and along, over and over.

headline            headline              a gutter parts rows that follow each other;
A1    A2       ->   A1 from top to        what stands above it is read first, then
A1    A2            bottom, then A2       its left side, its right side, what is below
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from articles.reading.layout.cells import Cell, Row
from articles.reading.layout.slabs import cut_across
from articles.reading.layout.spans import NEAR, Spans, columns_of
from articles.reading.structure import Role

MOST_GUTTERS = 40
FEWEST = 3  # lines of text side by side that make a gutter
LEFT, ACROSS, RIGHT = -1, 0, 1


def read_in_order(rows: list[Row]) -> Iterator[list[Row]]:
    """Groups of rows, in order of reading."""
    stack = [rows]
    while stack:
        part = stack.pop()
        if slabs := cut_across(part):
            stack += reversed(slabs)
            continue
        under = Spans(part)
        found = find_gutter(part, under)
        if found is None:
            yield part
            continue
        first, last, place = found
        left, right = halves(part[first : last + 1], place, under)
        later = [part[last + 1 :], right, left, part[:first]]
        stack += [kept for rest in later if (kept := [row for row in rest if row])]


def halves(rows: list[Row], place: int, under: Spans) -> tuple[list[Row], list[Row]]:
    """The cells left and right of a gutter."""
    left, right = [], []
    for row in rows:
        pairs = list(zip(row, sides_of(row, place, under), strict=True))
        left.append([cell for cell, side in pairs if side == LEFT])
        right.append([cell for cell, side in pairs if side != LEFT])
    return left, right


def find_gutter(rows: list[Row], under: Spans) -> tuple[int, int, int] | None:
    """First and last row and the place of the gutter that parts most rows.

    Of two that part as many the right one comes first: it has the headlines of two
    articles above it, where the other parts the columns of one.
    """
    places = sorted({column.left for column in columns_of(rows)})[1:]
    best, most = None, 0
    for place in places[:MOST_GUTTERS]:
        sides = [make_sides(row, place, under) for row in rows]
        for first, last in runs_at(sides):
            if last - first + 1 >= most and has_text_beside(sides, first, last):
                best, most = (first, last, place), last - first + 1
    return best


@dataclass(slots=True)
class Sides:
    """What a row has on both sides of a gutter: text, or something on display."""

    left: bool = False
    right: bool = False
    left_shown: bool = False
    right_shown: bool = False
    across: bool = False


def make_sides(row: Row, place: int, under: Spans) -> Sides:
    """What a row has left and right of a place, and whether something is across."""
    found = Sides()
    for cell, side in zip(row, sides_of(row, place, under), strict=True):
        if side == ACROSS:
            found.across = True
        elif side == LEFT:
            found.left |= not cell.shown
            found.left_shown |= cell.shown
        else:
            found.right |= not cell.shown
            found.right_shown |= cell.shown
    return found


def sides_of(row: Row, place: int, under: Spans) -> list[int]:
    """On which side of a gutter the cells of a row stand.

    A gutter drifts: where a cell begins near it, those before are left of it.
    """
    begins = [begin_of(cell) for cell in row]
    cut = max((b for b in begins if abs(b - place) <= NEAR), default=None)
    sides = []
    for cell, begin in zip(row, begins, strict=True):
        side = side_of(cell, begin, place, cut)
        if side and cell.shown and under.is_across(cell, side == RIGHT, place):
            side = ACROSS
        sides.append(side)
    return sides


def begin_of(cell: Cell) -> int:
    """Where a cell begins, or most of its column."""
    column = cell.column
    return cell.start if cell.shown or len(column.cells) < 3 else column.left


def side_of(cell: Cell, begin: int, place: int, cut: int | None) -> int:
    """On which side of a gutter a cell stands, or that it stands across."""
    if cell.line.role in (Role.MASTHEAD, Role.FOLIO):
        return ACROSS
    if cut is not None:
        return LEFT if begin < cut else RIGHT
    if begin >= place - NEAR:
        return RIGHT
    return LEFT if cell.end <= place + NEAR else ACROSS


def runs_at(sides: list[Sides]) -> Iterator[tuple[int, int]]:
    """Rows that follow each other with nothing across, and text among them.

    Headlines at the top belong to the run if both sides have some.
    """
    for across, group in groupby(range(len(sides)), key=lambda n: sides[n].across):
        run = list(group)
        text = [n for n in run if sides[n].left or sides[n].right]
        if across or not text:
            continue
        head = sides[run[0] : text[0]]
        both = any(s.left_shown for s in head) and any(s.right_shown for s in head)
        yield (run[0] if both else text[0]), text[-1]


def has_text_beside(sides: list[Sides], first: int, last: int) -> bool:
    """Whether lines of text stand side by side in a run."""
    left = [n for n in range(first, last + 1) if sides[n].left]
    right = [n for n in range(first, last + 1) if sides[n].right]
    if not left or not right:
        return False
    top, bottom = max(left[0], right[0]), min(left[-1], right[-1])
    return sum(top <= n <= bottom for n in left + right) >= FEWEST
