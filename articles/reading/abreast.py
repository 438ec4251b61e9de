"""Lines of several columns that a tool has printed as one.

"员到会指导。 每件实事都有人领办。 小于一寸”。"   ->   a line of each column

The first goes on with the column that it stands in; the others come behind it.
"""

import re
from itertools import zip_longest

from articles.reading.columns import INDENT, SLACK, follows, reach
from articles.reading.lines import Line, make_line
from articles.reading.phrases import ENDED, PARAGRAPH_START, SENTENCE_END
from articles.reading.seams import seam_value

WIDER = 7  # half-width columns beyond its own measure, at least
WIDEST = 400  # half-width columns of a row of the page
MOST = 6  # columns side by side
AHEAD, SEAM = 60, 1.0  # lines looked at, `seam_value` of two that go on
MOST_SPACES = 12  # in one line that is looked at
#: not beside digits and Latin letters, which type sets off by spaces
SPACE = re.compile(r"(?<=[^\sA-Za-z0-9])[ \u3000\u00a0]+(?=[^\sA-Za-z0-9])")

GLYPH, ROOM = "[\u2e80-\u9fff]", "[ \u3000\u00a0]"  # radicals among them
#: 余 粮 摄, 图/文 余粮: nothing parts a photographer from the picture, nor the name
CREDIT = re.compile(
    rf"{ROOM}+(?:(?:{GLYPH}{ROOM}*){{2,3}}(?:摄影?|供图)"
    rf"|(?:图[/／∕][文⽂]|[文⽂][/／∕]图){ROOM}*"
    rf"(?:{GLYPH}{{2,3}}|{GLYPH}(?:{ROOM}{GLYPH}){{1,2}})(?!{GLYPH}))"
)


def part_columns(lines: list[Line], raw: str) -> list[Line]:
    """Cut such lines, and put what is of other columns behind the block of text."""
    widths = {line.measure for line in lines if line.role is None and line.measured}
    done: list[Line] = []
    waiting: list[list[Line]] = []
    above: Line | None = None
    for line in lines:
        if waiting and (line.role is not None or not follows(above, line)):
            done += in_columns(waiting)
            waiting = []
        wider = SLACK if waiting else WIDER
        first, *others = pieces_of(line, raw, widths, wider)
        if not waiting and ends_above(above, first, others):
            first.gap, others[0].gap = 1, 0
            done += others
            others = []
        done.append(first)
        waiting += [others] if others else []
        above = line
    done = move_tops(done + in_columns(waiting))
    for index, line in enumerate(done):
        line.index = index
    return done


def ends_above(above: Line | None, first: Line, others: list[Line]) -> bool:
    """Whether not the first piece but the other ends the sentence of the line above."""
    if above is None or len(others) != 1 or first.gap:
        return False
    if SENTENCE_END.search(first.text):
        return False
    if above.role is not None or ENDED.search(above.text):
        return False
    if reach(above) < above.measure - INDENT - SLACK:
        return False
    return bool(SENTENCE_END.search(others[0].text))


def in_columns(rows: list[list[Line]]) -> list[Line]:
    """The pieces of rows that stand together, column by column."""
    columns = list(zip_longest(*rows))
    done = []
    for column in columns:
        pieces = [piece for piece in column if piece is not None]
        for piece in pieces:
            piece.gap = int(piece is pieces[0])
        done += pieces
    return done


def move_tops(lines: list[Line]) -> list[Line]:
    """Put the top line of a column, cut from a row, above the block it goes on in."""
    done = list(lines)
    for piece in [line for line in lines if line.parted]:
        place = done.index(piece)
        if SENTENCE_END.search(piece.text) or not stands_off(done, place + 1):
            continue
        starts = [
            (seam_value(piece.text, done[below].text), -below)
            for below in range(place + 1, min(len(done), place + AHEAD))
            if stands_off(done, below) and is_alike(piece, done[below])
        ]
        seam, below = max(starts, default=(0.0, 0))
        if seam >= SEAM:
            done[-below].gap, piece.gap = 0, 1
            done.insert(-below, piece)
            del done[place]
    return done


def is_alike(piece: Line, line: Line) -> bool:
    """Whether a line is as wide as a piece of a column, and begins no paragraph."""
    if PARAGRAPH_START.match(line.text) or not line.measured:
        return False
    return abs(line.measure - piece.measure) <= SLACK


def stands_off(lines: list[Line], place: int) -> bool:
    """Whether a line of text begins a block."""
    if place >= len(lines) or lines[place].role is not None:
        return False
    return lines[place].gap > 0 or lines[place - 1].role is not None


def pieces_of(line: Line, raw: str, widths: set[int], wider: int) -> list[Line]:
    """The line of each column; the line itself where it is of one."""
    if line.role is not None or not line.measure or line.level:
        return [line]
    if not line.measure + wider < line.width <= WIDEST:
        return [line]
    credits = [found.span() for found in CREDIT.finditer(raw, line.first, line.last)]
    places = [
        space.end()
        for space in SPACE.finditer(raw, line.first, line.last)
        if not any(start < space.end() < end for start, end in credits)
    ]
    if not 0 < len(places) <= MOST_SPACES:
        return [line]
    found = fill_columns(line, raw, [line.start, *places, line.end], widths)
    return found if len(found) > 2 or (found and line.measured) else [line]


def fill_columns(
    line: Line, raw: str, places: list[int], widths: set[int]
) -> list[Line]:
    """The cuts with the fewest pieces that each fill a column; none if none do."""
    best: dict[int, list[Line]] = {0: []}
    for stop in range(1, len(places)):
        for start in range(stop):
            if start not in best or stop - start == len(places) - 1:
                continue
            piece = cut_piece(line, raw, places[start], places[stop])
            found = [*best[start], piece]
            fewer = stop not in best or len(found) < len(best[stop])
            if fewer and len(found) <= MOST and fills_column(piece, widths):
                best[stop] = found
    return best.get(len(places) - 1, [])


def cut_piece(line: Line, raw: str, start: int, end: int) -> Line:
    """A piece of a line, as a line of its own column."""
    begins = start == line.start
    piece = make_line(raw, start, end, line.first if begins else start)
    piece.measure, piece.measured = line.measure, True
    piece.flush, piece.gap = line.flush, line.gap if begins else 1
    piece.parted = not begins
    return piece


def fills_column(piece: Line, widths: set[int]) -> bool:
    """Whether a piece fills a column, but for an indent, or ends a sentence in it."""
    size = reach(piece)
    fitting = [width for width in widths if -SLACK <= width - size <= INDENT + SLACK]
    if fitting:
        piece.measure = min(fitting, key=lambda width: abs(width - size))
        return True
    ended = bool(SENTENCE_END.search(piece.text))
    return ended and size <= piece.measure + SLACK
