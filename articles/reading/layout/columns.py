"""Cells that stand below each other put together to columns of text.

A column may drift from row to row. What is set in the middle of it, and what is no
text, stands in a column of its own: headlines, captions.
"""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from articles.reading.bylines import is_byline
from articles.reading.layout.cells import CLOSED, DRIFT, LONG, NARROW, Cell, Row
from articles.reading.phrases import LABELLED_ITEM, SENTENCE_END

APART = 5  # rows between two cells of one column
INDENT = 4  # characters before the first line of a paragraph, at most
PLAIN_INDENT = 3  # more may be drift
SHORT = 0.7  # of the width of a column
NEAR = 4  # cells above that show how wide a column is
STOPS = frozenset("，。；")
STOP_ENDS = ("。", "；", "。”", "）", ")")
SENTENCE = 20  # characters of a line with a comma that is no headline


@dataclass(slots=True, eq=False)
class Column:
    """Cells that stand below each other, by where most begin and the widest end.

    `size` is the width in Chinese characters of its full lines; `edge` is where its
    last lines begin.
    """

    cells: list[Cell]
    edge: int = 0
    left: int = 0
    right: int = 0
    size: float = 0.0

    @property
    def last(self) -> Cell:
        return self.cells[-1]

    @property
    def is_text(self) -> bool:
        return len(self.cells) > 1

    def add(self, cell: Cell) -> None:
        """Put a cell below the others, and follow where the column drifts to."""
        before = self.last.start
        self.cells.append(cell)
        if cell.start < self.edge or abs(cell.start - before) <= 1:
            self.edge = min(cell.start, before)
        elif cell.start - self.edge == 1 or cell.start - self.edge > INDENT:
            self.edge = cell.start
        self.size = common_size(self.cells[-4 * NEAR :])

    def settle(self) -> None:
        """Measure the whole column and tell its cells apart."""
        self.left = median_low(sorted(cell.start for cell in self.cells))
        ends = sorted(cell.end for cell in self.cells)
        self.right = ends[-1 - len(ends) // 8]
        self.size = common_size(self.cells)
        for place, cell in enumerate(self.cells):
            cell.column, cell.place = self, place
        for cell in self.cells:
            cell.shown = is_shown(cell)


def common_size(cells: list[Cell]) -> float:
    """How wide most lines are that go on below."""
    sizes = sorted(cell.size for cell in cells if not CLOSED.search(cell.text))
    sizes = sizes or [max(cell.size for cell in cells)]
    return sizes[len(sizes) * 3 // 4]


def find_columns(rows: list[Row]) -> None:
    """Give every cell its column."""
    columns: list[Column] = []
    live: list[Column] = []
    for row in rows:
        live = [column for column in live if row[0].row - column.last.row <= APART]
        taken: list[Column] = []
        for cell in row:
            column = None
            if cell.line.role is None:
                open_ones = [column for column in live if column not in taken]
                column = best_column(cell, row, open_ones)
            if column is None:
                column = Column([cell], cell.start, size=cell.size)
                columns.append(column)
            else:
                column.add(cell)
            taken.append(column)
        live += [new for new in taken if new not in live and not new.last.line.role]
    for column in columns:
        for part in loosened(column):
            part.settle()


def best_column(cell: Cell, row: Row, columns: list[Column]) -> Column | None:
    """The column that a cell goes on with, if it begins where one does."""
    best, least = None, DRIFT + 1.0
    for column in columns:
        step = misplaced(cell, column)
        if step is None or is_blocked(cell, column, row):
            continue
        step += 0.1 * (cell.row - column.last.row)
        if step < least:
            best, least = column, step
    return best


def misplaced(cell: Cell, column: Column) -> float | None:
    """How far a cell begins from where its column does; None where too far."""
    step, last = cell.start - column.edge, column.last
    if -1 <= step <= 1:
        return float(abs(step))
    indent = INDENT if column.is_text else PLAIN_INDENT
    if 2 <= step <= indent or abs(cell.start - last.start) <= 1:
        return 1.5
    if -INDENT <= step < 0 and (not column.is_text or begins_in(cell, column)):
        return 1.5
    if abs(cell.start - last.start) > DRIFT or cell.start >= last.end:
        return None
    if cell.row - last.row > 2 or not goes_below(cell, column):
        return None
    return float(abs(step))


def begins_in(cell: Cell, column: Column) -> bool:
    """Whether a cell begins where one of the last lines of a column did."""
    return any(abs(cell.start - c.start) <= 1 for c in column.cells[-2 * NEAR :])


def goes_below(cell: Cell, column: Column) -> bool:
    """Whether a line is as wide as a column, or shorter and ends a paragraph."""
    if not column.is_text or not LONG <= cell.size <= column.last.size + INDENT:
        return False
    return cell.size >= SHORT * column.size or bool(CLOSED.search(cell.text))


def is_blocked(cell: Cell, column: Column, row: Row) -> bool:
    """Whether a cell is too wide for a column, or another stands inside it."""
    if column.is_text and cell.size > column.size + INDENT:
        return True
    right = max(other.end for other in column.cells[-NEAR:])
    drift = min(0, cell.start - column.last.start)
    return any(
        column.edge + INDENT < other.start < right - 1 + drift
        for other in row
        if other is not cell
    )


def loosened(column: Column) -> list[Column]:
    """A column of text, and what is set in the middle of it, each line alone."""
    text = has_text(column.cells)
    inside, alone = [], []
    for place, cell in enumerate(column.cells):
        stays = text and not is_centred(column, place)
        (inside if stays else alone).append(cell)
    parts = [Column([cell], cell.start) for cell in alone]
    return [*parts, Column(inside)] if inside else parts


def has_text(cells: list[Cell]) -> bool:
    """Whether cells end sentences, or are set like lines of a text."""
    if any(cell.text.endswith(STOP_ENDS) or is_sentence(cell) for cell in cells):
        return True
    if any(are_set_alike(cell, below) for cell, below in pairwise(cells)):
        return True
    return any(are_even(cells[place : place + 3]) for place in range(len(cells) - 2))


def is_sentence(cell: Cell) -> bool:
    """Whether a line is too long for a headline and has a comma."""
    return cell.size >= SENTENCE and "，" in cell.text


def are_even(cells: list[Cell]) -> bool:
    """Whether cells begin at one place and are as wide as each other."""
    starts, sizes = [c.start for c in cells], [c.size for c in cells]
    return max(starts) - min(starts) <= 1 and max(sizes) - min(sizes) <= 1


def are_set_alike(cell: Cell, below: Cell) -> bool:
    """Whether two cells with a comma begin at one place, or fill a column both."""
    if not STOPS & set(cell.text + below.text):
        return False
    if abs(cell.start - below.start) <= 1:
        return True
    ends = cell.start + cell.size, below.start + below.size
    return min(cell.size, below.size) >= LONG and abs(ends[0] - ends[1]) <= 1.5


def is_centred(column: Column, place: int) -> bool:
    """Whether a short line begins where neither its neighbours nor indents do."""
    cell = column.cells[place]
    if cell.size >= SHORT * column.size or is_surely_text(cell):
        return False
    if cell.start + cell.size >= column.edge + column.size - 1:
        return False
    near = column.cells[max(0, place - 2) : place + 3]
    return cell.start - min(other.start for other in near) >= 2


def is_surely_text(cell: Cell) -> bool:
    """Whether a line ends a sentence, names its writer or has a label."""
    return bool(
        CLOSED.search(cell.text)
        or LABELLED_ITEM.match(cell.text)
        or is_byline(cell.text)
    )


def is_shown(cell: Cell) -> bool:
    """Whether a cell neither fills its column nor ends a sentence."""
    if cell.line.role is not None:
        return True
    column = cell.column
    if not column.is_text and is_byline(cell.text):
        return True
    if is_surely_text(cell):
        return False
    if not column.is_text:
        return not is_sentence(cell)
    if cell.size < SHORT * column.size:
        return True
    above, below = neighbours(cell)
    if above is not None and not (above.shown or SENTENCE_END.search(above.text)):
        return False
    return below is not None and 2 <= below.start - cell.start <= PLAIN_INDENT


def neighbours(cell: Cell) -> tuple[Cell | None, Cell | None]:
    """The cells above and below in a column."""
    cells, place = cell.column.cells, cell.place
    above = cells[place - 1] if place else None
    return above, cells[place + 1] if place + 1 < len(cells) else None


def room_of(column: Column) -> int:
    """How wide a column is in half characters, as its full lines are set."""
    reaches = sorted(reach(c) for c in column.cells if not CLOSED.search(c.text))
    return reaches[len(reaches) * 3 // 4] if reaches else 0


def reach(cell: Cell) -> int:
    """The width as set: digits are wider than half a character and set off by gaps."""
    narrow = len(NARROW.findall(cell.text))
    return int(2 * cell.size) + (narrow // 3 + 1 if narrow else 0)
