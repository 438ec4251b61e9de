"""Headlines put above the first line of their text.

□记者 单 夏                               早市搬进了新棚
         早市搬进了新棚          ->    □记者 单 夏
  柳条弄的早市上周搬进                      柳条弄的早市上周搬进

A large letter stands low on its line; tools that sort by the foot of a line give the
first line of small type before the headline above it, or on one row with it.
"""

from articles.reading.bylines import is_byline
from articles.reading.layout.cells import Cell, Row


def raise_headlines(rows: list[Row]) -> list[Row]:
    """The rows of a page, headlines above the row that opens their text."""
    done: list[Row] = []
    for row in rows:
        heads = [cell for cell in row if is_head(cell)]
        lower = [cell for cell in row if not is_head(cell)]
        above = done[-1] if done else []
        near = bool(above) and row[0].row - above[0].row == 1
        if heads and near and any(map(opens_text, above)):
            done[-1:] = [heads, above]
        elif heads and any(map(opens_text, lower)):
            done.append(heads)
        else:
            lower = row
        if lower:
            done.append(lower)
    return done


def is_head(cell: Cell) -> bool:
    """Whether a cell is set on display and in the middle."""
    return cell.shown and not cell.column.is_text and cell.line.role is None


def opens_text(cell: Cell) -> bool:
    """Whether a cell is a byline, or the first of a column of text."""
    if is_byline(cell.text):
        return True
    return cell.column.is_text and not cell.shown and cell.place == 0
