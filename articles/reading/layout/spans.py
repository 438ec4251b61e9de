"""Which columns a headline stands above: its letters tell by where they begin.

    街道出台六条办法                  set in the middle of both columns,
三天内有人回信      五楼以上的        not above the left one alone
"""

from articles.reading.layout.cells import Cell, Row
from articles.reading.layout.columns import INDENT, Column

ABOVE, BELOW = 12, 25  # rows around a headline in which its columns stand
FEW = 3  # rows of text below it that show them
NEAR = 3  # characters that a gutter drifts
#: a character on display in characters of the text: small type, headlines, the largest
LEAST, LARGE, MOST = 0.7, 1.2, 3.8


class Spans:
    """The columns that stand near the headlines of a region."""

    def __init__(self, rows: list[Row]) -> None:
        self.below: dict[int, list[Column]] = {}
        self.held: set[int] = set()
        for number, row in enumerate(rows):
            shown = [cell for cell in row if cell.shown]
            if not shown:
                continue
            near = columns_of(rows[max(0, number - ABOVE) : number + BELOW])
            below = columns_below(rows, number)
            for cell in shown:
                self.below[id(cell)] = below
                if any(holds(column, cell) for column in near):
                    self.held.add(id(cell))

    def is_across(self, cell: Cell, right_of: bool, place: int) -> bool:
        """Whether a headline stands in the middle of columns on both sides only.

        `right_of` is the side of the gutter at `place` on which the headline begins.
        """
        if id(cell) in self.held:
            return False
        columns = self.below[id(cell)]
        right = [column.left >= place - NEAR for column in columns]
        across = False
        for number, first in enumerate(columns):
            for other, last in enumerate(columns[number:], number):
                if right[number] == right[other] == right_of:
                    if stands_above(cell, first, last):
                        return False
                elif not right[number]:
                    scale = scale_of(cell, first, last)
                    across = across or LARGE <= scale <= MOST
        return across


def columns_of(rows: list[Row]) -> list[Column]:
    """The columns of text of some rows, from left to right."""
    found = {id(c.column): c.column for row in rows for c in row if c.column.is_text}
    return sorted(found.values(), key=lambda column: column.left)


def columns_below(rows: list[Row], number: int) -> list[Column]:
    """The columns of the rows of text next below a row."""
    found: list[Row] = []
    for row in rows[number : number + BELOW]:
        if row[0].row - rows[number][0].row > BELOW or len(found) > FEW + 1:
            break
        text = [cell for cell in row if cell.column.is_text and not cell.shown]
        if text:
            found.append(text)
    return columns_of(found)


def holds(column: Column, cell: Cell) -> bool:
    """Whether a line on display stands inside a column of text."""
    if column is cell.column:
        return True
    if cell.end > column.right + 2 or cell.start < column.left - 1:
        return False
    return 2 * cell.start <= column.left + column.right + 2


def stands_above(cell: Cell, first: Column, last: Column) -> bool:
    """Whether a headline begins where columns do, or stands in their middle."""
    if LEAST <= scale_of(cell, first, last) <= MOST:
        return True
    room = last.right - first.left + 2
    return -1 <= cell.start - first.left <= INDENT and cell.size * LEAST <= room


def scale_of(cell: Cell, first: Column, last: Column) -> float:
    """How large the letters of a headline are if it stands in the middle."""
    return (first.left + last.right - 2 * cell.start) / cell.size
