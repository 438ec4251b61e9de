"""Columns that stand side by side on one row of text, put one after the other.

"道文明创建推进会没有    下水口。走到第二处，"        ->   the left column from top
"场门口出发，边走边开    菜缸，主人就站在旁边"             to bottom, then the right

A gutter is a place where cells begin on many rows and which no row crosses. The
text of each row keeps its place in the raw text; only the order changes.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from articles.reading.cleaning import SPACES
from articles.reading.layout import read_layout
from articles.reading.lines import Line, make_line

INDENT = 2  # characters before the first line of a paragraph
FEWEST = 2  # rows that must have text on both sides of a gutter
LONG = 14  # characters of a piece that one space may part from the next
MOST_CELLS = 12  # columns on one row
MOST_PLACES = 30  # gutters looked at
MOST_ROWS = 400  # looked at together
MOST_CHARACTERS = 600  # on one row of a page
#: between two cells; one space counts where a long piece stands before it, but not
#: behind a mark, where type is set with a space of its own
GAP = re.compile(
    f"(?P<wide>[{SPACES}]{{2,}})(?=[^{SPACES}\r\n])"
    f"|(?<=[^{SPACES}A-Za-z0-9]{{3}})(?<![，。、；：！？,;:”’）)])[{SPACES}]"
    f"(?=[^{SPACES}A-Za-z0-9]{{4}})"
)
#: 　　6月5日（星期五）9:30　修补集市　街心花园: an entry of a list, of one column
ENTRY = re.compile(
    f"[{SPACES}]*(?:\\d{{4}}年)?\\d{{1,2}}月\\d{{1,2}}日"
    f"[^{SPACES}]*\u3000[^{SPACES}]+(?:\u3000[^{SPACES}]+)*[{SPACES}]*"
)
PACKED = re.compile(f"[^{SPACES}][{SPACES}][^{SPACES}]")
BLANK = frozenset(" \t\u00a0\u1680\u202f\u205f\u3000\r\n") | set(
    map(chr, range(0x2000, 0x200B))
)


@dataclass(slots=True, eq=False)
class Row:
    """A part of one line: the characters from `start` to `end`, counted from `zero`."""

    line: Line
    zero: int
    text: str
    start: int = 0
    end: int = 0
    number: int = 0
    edge: int = 0
    starts: list[int] = field(default_factory=list)

    def open_at(self, place: int) -> int | None:
        """Where the row may be cut near this place, if it can be."""
        for near in (place, place + 1, place + 2, place - 1):
            if near >= self.end:
                return self.end
            if near <= self.start:
                return self.start
            if self.text[near - 1] in BLANK and self.text[near] not in BLANK:
                return near
        for near in (place - 2, place - 3):  # a long line before it, and one space
            if near > self.start + 1 and PACKED.match(self.text, near - 2):
                return near
        if self.text[place - 1] in BLANK:
            return place
        return None

    def has_text(self, start: int, end: int) -> bool:
        return bool(self.text[start:end].strip())

    def first(self) -> int:
        """Where the text begins."""
        part = self.text[self.start : self.end]
        return self.start + len(part) - len(part.lstrip())


def split_rows(lines: list[Line], raw: str) -> list[Line]:
    """Cut rows at the gutters of the page and read column after column."""
    if (done := read_layout(lines, raw)) is not None:
        return done
    rows = [make_row(line, raw, number) for number, line in enumerate(lines)]
    if sum(len(row.starts) > 0 for row in rows) < FEWEST:
        return lines
    done: list[Line] = []
    above: Line | None = None
    for block in parts_of(rows):
        for row in block:
            line = cut(row, raw)
            if line is None:
                continue
            follows = above is not None and row.number == above.index + 1
            line.gap = row.line.gap if follows or row.line.gap else 1
            line.index = row.number
            above = line
            done.append(line)
    for index, line in enumerate(done):
        line.index = index
    return done


def make_row(line: Line, raw: str, number: int) -> Row:
    """One line as a row, with the places where its cells begin."""
    text = raw[line.start : line.end].rstrip("\r\n\f\v\u2028\u2029")
    row = Row(line, line.start, text, 0, len(text), number)
    is_whole = len(text) > MOST_CHARACTERS or ENTRY.fullmatch(text)
    if line.role is None and not is_whole:
        row.starts = cell_starts(text)
    return row


def cell_starts(text: str) -> list[int]:
    """Where the second and later cells of a row begin."""
    starts, place = [], len(text) - len(text.lstrip())
    for match in GAP.finditer(text, place):
        if match["wide"] or match.start() - place >= LONG:
            starts.append(match.end())
            place = match.end()
    return starts if len(starts) < MOST_CELLS else []


def cut(row: Row, raw: str) -> Line | None:
    """The part of a line that a row stands for."""
    start, end = row.zero + row.start, row.zero + row.end
    if row.end == len(row.text):
        end = row.line.end
    if row.start == 0 and end == row.line.end and not row.edge:
        return row.line
    line = make_line(raw, start, end)
    line.indent = max(0, row.first() - row.edge)
    line.role = row.line.role
    return line if line.text else None


def parts_of(rows: list[Row]) -> Iterator[list[Row]]:
    """The rows in order of reading, cut at the gutters."""
    places = range(0, len(rows), MOST_ROWS)
    stack = [rows[place : place + MOST_ROWS] for place in reversed(places)]
    while stack:
        part = stack.pop()
        found = find_gutter(part)
        if found is None:
            yield part
            continue
        first, last, place = found
        sides: tuple[list[Row], list[Row]] = ([], [])
        for row in part[first : last + 1]:
            for side, half in zip(sides, halves(row, place), strict=True):
                if half is not None:
                    side.append(half)
        later = [part[last + 1 :], sides[1], sides[0], part[:first]]
        stack += [rest for rest in later if rest]


def halves(row: Row, place: int) -> tuple[Row | None, Row | None]:
    """What stands left and right of a gutter on one row."""
    here = row.open_at(place)
    if here is None:
        return row, None
    left = replace(row, end=here)
    right = replace(row, start=here, edge=place)
    left.starts = [start for start in row.starts if start < here]
    right.starts = [start for start in row.starts if start > here]
    if not row.has_text(here, row.end):
        left.end = row.end
        return left, None
    if not row.has_text(row.start, here):
        right.start = row.start
        return None, right
    return left, right


def find_gutter(rows: list[Row]) -> tuple[int, int, int] | None:
    """First and last row and the place of the gutter that parts most rows."""
    counts: Counter[int] = Counter()
    for row in rows:
        counts.update(row.starts)
    best: tuple[int, int, int] | None = None
    most = 0
    for place, _ in counts.most_common(MOST_PLACES):
        if sum(counts[place + step] for step in range(-1, 3)) < FEWEST:
            continue
        for first, last, score in runs_at(rows, place):
            if score > most:
                best, most = (first, last, place), score
    return best


def runs_at(rows: list[Row], place: int) -> Iterator[tuple[int, int, int]]:
    """Rows that follow each other and are open at a place, with their number."""
    first = last = -1
    both = score = 0
    for number, row in enumerate(rows):
        here = row.open_at(place)
        if here is None:
            if is_gutter(both, score):
                yield first, last, score
            first, both, score = -1, 0, 0
            continue
        left = row.has_text(row.start, here)
        right = row.has_text(here, row.end)
        aligned = not left and row.first() in (place, place + INDENT)
        beside = left and right and starts_at(row, here, place)
        both += beside
        if beside or aligned or (first >= 0 and goes_left(rows, row, first)):
            first = number if first < 0 else first
            last = number
            score += 1
    if is_gutter(both, score):
        yield first, last, score


def is_gutter(both: int, score: int) -> bool:
    """Whether enough rows have text on both sides, or keep to one of them."""
    return both >= FEWEST or (both > 0 and score >= 3 * FEWEST)


def starts_at(row: Row, here: int, place: int) -> bool:
    """Whether the text right of a gutter begins at its column."""
    right = row.text[here : row.end]
    begin = here + len(right) - len(right.lstrip())
    packed = begin > 1 and row.text[begin - 2] not in BLANK
    return place - (3 if packed else 1) <= begin <= place + INDENT + 1


def goes_left(rows: list[Row], row: Row, first: int) -> bool:
    """Whether a row stands in the left column that began above."""
    edge = min(other.first() for other in rows[first : first + 3])
    return not row.line.gap and row.first() in (edge, edge + INDENT)
