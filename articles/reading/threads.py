"""Columns that a tool has read row by row, put one after the other.

"他在桥头等" / "" / "灯亮以后，" / "" / "了半个钟头。" / "" / "人都来了。"
->   "他在桥头等" "了半个钟头。" / "" / "灯亮以后，" "人都来了。"

The text of each line keeps its place in the raw text; only the order changes.
"""

from articles.reading.lines import Line
from articles.reading.phrases import Continuity
from articles.reading.tracks import APART, BLOCK, Chunk, find_tracks, read_chunks

FEWEST = 6  # chunks that end inside a sentence
SHARE = 0.3  # and their share of all lines
MOST = 2_000  # chunks of one page


def thread_columns(lines: list[Line]) -> list[Line]:
    """The lines in the order of their columns, where most of them stand alone."""
    chunks = read_chunks(lines)
    if not is_scattered(chunks):
        return lines
    continuity = Continuity([line.text for chunk in chunks for line in chunk.lines])
    above = find_tracks(chunks, continuity)
    order: list[tuple[int, bool]] = []
    for block in blocks_of(chunks, above):
        order += order_block(block, chunks, above)
    return reorder(lines, chunks, order)


def is_scattered(chunks: list[Chunk]) -> bool:
    """Whether many lines end inside a sentence above a blank line."""
    broken = sum(chunk.tail.is_open for chunk in chunks)
    size = sum(len(chunk.lines) for chunk in chunks)
    return broken >= FEWEST and broken >= SHARE * size and len(chunks) <= MOST


def blocks_of(chunks: list[Chunk], above: list[int]) -> list[list[int]]:
    """Chunks of columns side by side: a line on display that no sentence passes parts.

    What stands above it is read first, in all its columns.
    """
    below = {place: number for number, place in enumerate(above) if place >= 0}
    blocks: list[list[int]] = []
    reached = -1
    for number, chunk in enumerate(chunks):
        shown = chunk.display and number > 0 and not chunks[number - 1].display
        if not blocks or above[number] == BLOCK or (shown and reached < number):
            blocks.append([])
        blocks[-1].append(number)
        if chunk.tail.is_open:
            reached = max(reached, below.get(number, -1))
    return blocks


def order_block(
    block: list[int], chunks: list[Chunk], above: list[int]
) -> list[tuple[int, bool]]:
    """The chunks of one block column by column, and whether each stands off.

    What stands apart comes before the next paragraph that begins after it.
    """
    columns: list[list[int]] = []
    leading: dict[int, list[int]] = {}
    waiting: list[int] = []
    column: list[int] | None = None
    for number in block:
        if above[number] == APART:
            waiting.append(number)
            continue
        ends = {part[-1]: part for part in columns}
        if above[number] in ends:
            column = ends[above[number]]
            column.append(number)
        else:
            place = columns.index(column) + 1 if column in columns else 0
            column = [number]
            columns.insert(place, column)
        if waiting and not (column[:-1] and chunks[column[-2]].tail.is_open):
            leading[number], waiting = waiting, []
    order = []
    for column in columns:
        for before, number in zip([None, *column], column, strict=False):
            order += [(other, True) for other in leading.get(number, ())]
            shown = chunks[number].display or number in leading
            shown = shown or before is None or chunks[before].display
            order.append((number, shown))
    return order + [(number, True) for number in waiting]


def reorder(
    lines: list[Line], chunks: list[Chunk], order: list[tuple[int, bool]]
) -> list[Line]:
    """The lines as ordered; those that have a role stay before what follows them."""
    number_of = {id(chunk.lines[0]): n for n, chunk in enumerate(chunks)}
    leading: dict[int, list[Line]] = {}
    waiting: list[Line] = []
    for line in lines:
        if line.role is not None:
            waiting.append(line)
        elif id(line) in number_of:
            leading[number_of[id(line)]], waiting = waiting, []
    done: list[Line] = []
    for number, stands_off in order:
        done += leading[number]
        chunks[number].lines[0].gap = int(stands_off)
        done += chunks[number].lines
    done += waiting
    for index, line in enumerate(done):
        line.index = index
    return done
