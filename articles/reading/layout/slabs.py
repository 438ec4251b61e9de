"""Where a page may be cut across: no column goes on there, and some plainly ends.

A1     A2                 A1 ends inside a sentence and what stands below begins a
A1     A2.                paragraph; A2 ends one and what stands below does not
   headline         ->    begin any: a cut above the headline
  C1   C2
C1     C2
"""

from collections.abc import Iterator
from itertools import accumulate
from statistics import median_low

from articles.reading.bylines import is_byline
from articles.reading.layout.cells import CLOSED, Cell, Row
from articles.reading.layout.columns import INDENT, PLAIN_INDENT, neighbours

NEAR = 3  # characters between where two lines of one column begin
FAR = 40  # rows between them at most
NEXT = 12  # rows between columns that end and columns that begin
LOW = 2  # rows at the end of a part
WIDEST = 3  # rows from one line of a text to the next

Pair = tuple[Cell, Cell, int, int]


def cut_across(rows: list[Row]) -> list[list[Row]]:
    """The parts above and below the plainest cut, or nothing."""
    pairs = find_pairs(rows)
    pitch = pitches(pairs)
    bars, votes = Tally(len(rows)), Tally(len(rows))
    ends = list(changes(rows, pairs))
    for above, cell, first, last in pairs:
        if cell.row - above.row <= pitch[id(cell.column)]:
            bars.add(first, last)
        elif not goes_on(above, cell):
            ends.append((first, last))
    shown = list(accumulate((any(c.shown for c in row) for row in rows), initial=0))
    for first, last in ends:
        if shown[last + 1] > shown[first + 1]:
            votes.add(first, last)
    barred, voted = bars.sums(), votes.sums()
    open_places = [place for place in range(1, len(rows)) if not barred[place]]
    best = max(open_places, key=voted.__getitem__, default=0)
    if not voted[best]:
        return []
    return lowered(rows[:best], rows[best:])


def lowered(above: list[Row], below: list[Row]) -> list[list[Row]]:
    """Two parts, with headlines at the end of the first put into the second.

    Where the columns of one part end on different rows, they stand beside its text.
    """
    kept, moved = above[:-LOW], []
    text: list[Cell] = []
    for row in reversed(above[-LOW:]):
        heads = [cell for cell in row if is_above_text(cell)]
        heads = [cell for cell in heads if not any(stands_over(cell, t) for t in text)]
        text += [cell for cell in row if cell not in heads]
        if heads:
            moved.insert(0, heads)
    lower = {id(cell) for row in moved for cell in row}
    for row in above[-LOW:]:
        if rest := [cell for cell in row if id(cell) not in lower]:
            kept.append(rest)
    return [kept, moved + below] if kept else [above, below]


def stands_over(cell: Cell, other: Cell) -> bool:
    """Whether a cell stands over a part of another's column."""
    return cell.start < other.column.right and other.column.left < cell.end


def is_above_text(cell: Cell) -> bool:
    """Whether a cell is on display or a byline: it belongs to what is below."""
    return cell.shown or is_byline(cell.text)


class Tally:
    """How many spans of rows cover each place between two rows."""

    def __init__(self, size: int) -> None:
        self.steps = [0] * (size + 1)

    def add(self, first: int, last: int) -> None:
        """Count the places below row `first` and above row `last`."""
        self.steps[first + 1] += 1
        self.steps[last + 1] -= 1

    def sums(self) -> list[int]:
        """The counts; place 1 is the one below the first row."""
        return list(accumulate(self.steps))


def find_pairs(rows: list[Row]) -> list[Pair]:
    """Lines of text with the next one above that begins where they do."""
    pairs = []
    last: dict[int, tuple[Cell, int]] = {}
    for number, row in enumerate(rows):
        for cell in text_cells(row):
            key = min(last, key=lambda start: abs(start - cell.start), default=None)
            if key is not None and abs(key - cell.start) <= NEAR:
                above, place = last.pop(key)
                if cell.row - above.row <= FAR:
                    pairs.append((above, cell, place, number))
            last[cell.start] = cell, number
    return pairs


def text_cells(row: Row) -> list[Cell]:
    """The cells of a row that are lines of a column of text."""
    return [cell for cell in row if cell.column.is_text and not cell.shown]


def pitches(pairs: list[Pair]) -> dict[int, int]:
    """How many rows apart the lines of each column stand."""
    steps: dict[int, list[int]] = {}
    for above, cell, *_ in pairs:
        steps.setdefault(id(cell.column), []).append(cell.row - above.row)
    return {
        column: min(WIDEST, median_low(sorted(found)))
        for column, found in steps.items()
    }


def changes(rows: list[Row], pairs: list[Pair]) -> Iterator[tuple[int, int]]:
    """Rows where columns end, with rows below where others begin elsewhere."""
    followed = {id(above) for above, *_ in pairs}
    following = {id(cell) for _, cell, *_ in pairs}
    ended: list[int] = []
    for number, row in enumerate(rows):
        text = text_cells(row)
        ended = [last for last in ended if number - last <= NEXT]
        if any(id(cell) not in following for cell in text):
            yield from ((last, number) for last in ended)
        if any(id(cell) not in followed for cell in text):
            ended.append(number)


def goes_on(above: Cell, cell: Cell) -> bool:
    """Whether two lines of text may follow each other in one column."""
    if is_opening(cell):
        return bool(CLOSED.search(above.text))
    full = above.size >= above.column.size - INDENT
    return full or not CLOSED.search(above.text)


def is_opening(cell: Cell) -> bool:
    """Whether a line is indented, or a byline."""
    below = neighbours(cell)[1]
    edge = cell.column.left if below is None else below.start
    return 1 <= cell.start - edge <= PLAIN_INDENT or is_byline(cell.text)
