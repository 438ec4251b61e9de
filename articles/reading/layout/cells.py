"""Rows of a page cut into cells.

"道文明创建推进会没有    下水口。走到第二处，"   ->   two cells
"场门口出发，边走边开会 菜缸，主人就站在旁边"    ->   two, where a column begins there

Places are counted in characters, as tools count that keep the places of print.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from articles.reading.cleaning import SPACES
from articles.reading.lines import Line, display_width
from articles.reading.phrases import ENDED

if TYPE_CHECKING:
    from articles.reading.layout.columns import Column

WIDE = re.compile(f"[{SPACES}]{{2,}}(?=[^{SPACES}])")
THIN = re.compile(f"(?<=[^{SPACES}])[{SPACES}](?=[^{SPACES}])")
#: the end of a paragraph, or an office in brackets
CLOSED = re.compile(f"(?:{ENDED.pattern})|[）)]$")
NARROW = re.compile("[!-~]")
NEAR = 3  # rows that show where a column begins
DRIFT = 6  # characters that a column moves from row to row where rows hold digits
LONG = 10  # characters before a single space that may part two columns
SURE = 12  # characters before a space that another line has as well
REST = 5  # fewer behind it are no line of their own, unless they end a paragraph
MOST_CHARACTERS = 600  # on one row of a page
MOST_CELLS = 12
MOST_BLANKS = 5


@dataclass(slots=True, eq=False)
class Cell:
    """A piece of one row, from `start` to `end` in characters.

    `row` counts blank rows too, `size` is the width in Chinese characters; `place` is
    its number in its column. `shown` says that it looks like a headline or a caption.
    """

    line: Line
    text: str
    start: int
    end: int
    row: int
    size: float = 0.0
    place: int = 0
    shown: bool = False
    column: "Column" = field(default=None, repr=False)  # type: ignore[assignment]


Row = list[Cell]


def find_cells(lines: list[Line], raw: str) -> list[Row]:
    """The rows of a page, cut where two or more spaces stand, or one at a column."""
    rows, number = [], 0
    for line in lines:
        number += min(line.gap, MOST_BLANKS) + 1
        rows.append(cut_wide(line, text_of(line, raw), number))
    for _ in range(2):  # rows cut later show where to cut those above
        for place, row in enumerate(rows):
            near = rows[max(0, place - NEAR) : place + NEAR + 1]
            others = [cell for other in near if other is not row for cell in other]
            rows[place] = [part for cell in row for part in cut_thin(cell, others)]
    return rows


def text_of(line: Line, raw: str) -> str:
    """A row as printed, with its spaces and without its line break."""
    return raw[line.start : line.end].rstrip("\r\n\f\v\u2028\u2029")


def cut_wide(line: Line, text: str, row: int) -> Row:
    """One row cut at its wide gaps."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    cuts = []
    if line.role is None and len(text) <= MOST_CHARACTERS:
        cuts = [match.span() for match in WIDE.finditer(text, start, end)]
    if len(cuts) >= MOST_CELLS:
        cuts = []
    starts = [start] + [right for _, right in cuts]
    ends = [left for left, _ in cuts] + [end]
    return [
        make_cell(line, text[first:last], first, row)
        for first, last in zip(starts, ends, strict=True)
    ]


def make_cell(line: Line, text: str, start: int, row: int) -> Cell:
    """A cell with its size."""
    return Cell(line, text, start, start + len(text), row, display_width(text) / 2)


def cut_thin(cell: Cell, others: list[Cell]) -> Row:
    """Cut at single spaces where rows near by have a column that begins or ends."""
    if cell.line.role is not None or len(cell.text) > MOST_CHARACTERS:
        return [cell]
    done, first = [], cell.start
    for match in THIN.finditer(cell.text):
        cut = cell.start + match.end()
        rest = part_of(cell, cut, cell.end)
        if cut - first <= LONG or (rest.size < REST and not CLOSED.search(rest.text)):
            continue
        part = part_of(cell, first, cut - 1)
        if parts_columns(part, others):
            done.append(part)
            first = cut
    return [*done, part_of(cell, first, cell.end)]


def part_of(cell: Cell, start: int, end: int) -> Cell:
    """The characters of a cell from `start` to `end`, as a cell."""
    if start == cell.start and end == cell.end:
        return cell
    text = cell.text[start - cell.start : end - cell.start]
    return make_cell(cell.line, text, start, cell.row)


def parts_columns(cell: Cell, others: list[Cell]) -> bool:
    """Whether a column begins behind a cell, or lines that begin with it are as long.

    Such a line ends there, with a column beside it, or has a space there as well.
    """
    cut = cell.end + 1
    if any(abs(other.start - cut) <= 1 for other in others):
        return True
    begins = any(abs(other.start - cut) <= DRIFT + 2 for other in others)
    for other in others:
        if abs(other.start - cell.start) > DRIFT:
            continue
        texts = [other.text] if begins else []
        if cell.size >= SURE and not cell.text[-1].isascii():
            texts += [other.text[: m.start()] for m in THIN.finditer(other.text, LONG)]
        if any(is_as_long(cell, text, other.start) for text in texts):
            return True
    return False


def is_as_long(cell: Cell, text: str, start: int) -> bool:
    """Whether two lines are as wide, or would be but for the indent of one.

    Digits are wider than half a character, and set off by gaps.
    """
    narrow = len(NARROW.findall(cell.text + text))
    room = min(2.0, 0.5 + 0.15 * narrow)
    short = cell.size - display_width(text) / 2
    if short * (start - cell.start) > 0 and abs(abs(short) - 2) <= room:
        return True
    return abs(short) <= room
