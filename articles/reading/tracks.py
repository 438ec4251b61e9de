"""Which chunk of lines stands below which, where a tool has read row by row.

A1 B1 A2 B2 A3 B3   ->   A1 A2 A3 and B1 B2 B3

A track is one column from left to right. Chunks come in the order of the file: each
goes to the next track as a rule, begins a track, begins a block of new ones, or stands
apart. Of all ways the best sum wins; the most promising `BEAM` are kept (beam search).
"""

from dataclasses import dataclass

from articles.reading import weights
from articles.reading.lines import Line
from articles.reading.phrases import CLOSING_START, NEVER_FIRST, Continuity
from articles.reading.seams import seam_value
from articles.reading.shapes import Shape, column_widths, shape_of

BEAM = 24
MOST_TRACKS = 7
TRACK, BLOCK, APART = -1, -2, -3  # instead of the chunk above


@dataclass(slots=True, eq=False)
class Chunk:
    """Lines that stand together; `top` and `tail` are its first and its last."""

    lines: list[Line]
    top: Shape
    tail: Shape
    display: bool


def read_chunks(lines: list[Line]) -> list[Chunk]:
    """The lines without a role, put together as far as no blank line parts them."""
    runs: list[list[Line]] = []
    for line in lines:
        if line.role is not None:
            continue
        if runs and not line.gap and runs[-1][-1].index + 1 == line.index:
            runs[-1].append(line)
        else:
            runs.append([line])
    widths = column_widths([line for run in runs for line in run])
    chunks = []
    for run in runs:
        shapes = [shape_of(line, widths) for line in run]
        shown = len(run) < 3 and all(shape.display for shape in shapes)
        chunks.append(Chunk(run, shapes[0], shapes[-1], shown))
    return chunks


State = tuple[tuple[int, ...], int, bool]  # tails of tracks, the last used, first row
Trail = tuple["Trail", int, int] | None


def find_tracks(chunks: list[Chunk], continuity: Continuity) -> list[int]:
    """For each chunk the one above it in its column, or TRACK, BLOCK or APART."""
    judge = Judge(chunks, continuity)
    states: dict[State, tuple[float, Trail]] = {((), -1, True): (0.0, None)}
    for number, chunk in enumerate(chunks):
        found: dict[State, tuple[float, Trail]] = {}
        for state, (score, trail) in states.items():
            for after, gain, above in judge.moves(state, number, chunk):
                if after not in found or score + gain > found[after][0]:
                    found[after] = score + gain, (trail, number, above)
        best = sorted(found.items(), key=lambda item: -item[1][0])[:BEAM]
        states = dict(best)
    trail = max(states.items(), key=lambda item: item[1][0] + judge.broken(item[0][0]))[
        1
    ][1]
    above = [APART] * len(chunks)
    while trail:
        trail, number, found_above = trail
        above[number] = found_above
    return above


class Judge:
    """What each step of the search is worth."""

    def __init__(self, chunks: list[Chunk], continuity: Continuity) -> None:
        self.chunks = chunks
        self.continuity = continuity
        self.known: dict[tuple[int, int], float] = {}

    def moves(self, state: State, number: int, chunk: Chunk):
        """Every place a chunk may have: the state after it, its gain, its above."""
        tracks, last, first_row = state
        gain = 0.0
        for step in range(1, len(tracks) + 1):
            place = (last + step) % len(tracks)
            above = tracks[place]
            after = (*tracks[:place], number, *tracks[place + 1 :])
            upper = self.chunks[above]
            still = first_row and upper.display
            yield (after, place, still), gain + self.worth(above, number), above
            ended = upper.tail.ended
            gain += weights.TRACK_SKIP_ENDED if ended else weights.TRACK_SKIP
        if len(tracks) < MOST_TRACKS:
            after = (*tracks[: last + 1], number, *tracks[last + 1 :])
            gain = weights.TRACK_FIRST_ROW if first_row else weights.TRACK_NEW
            yield (after, last + 1, first_row), gain, TRACK
        shown = chunk.display
        gain = weights.TRACK_BLOCK_SHOWN if shown else weights.TRACK_BLOCK
        yield ((number,), 0, True), gain + self.broken(tracks), BLOCK
        yield state, weights.TRACK_SHOWN if shown else weights.TRACK_APART, APART

    def broken(self, tracks: tuple[int, ...]) -> float:
        """What it costs that tracks end inside a sentence."""
        return weights.TRACK_BROKEN * sum(self.chunks[i].tail.is_open for i in tracks)

    def worth(self, above: int, number: int) -> float:
        """How well a chunk goes on below another."""
        key = (above, number)
        if key not in self.known:
            here, there = self.chunks[above], self.chunks[number]
            before, after = here.lines[-1].text, there.lines[0].text
            if CLOSING_START.match(after):
                value = -4.0 if here.tail.ended else 4.0
            elif here.tail.ended:
                value = below_end(here.tail, there.top)
            else:
                value = below_open(here, there)
                value += weights.TRACK_HEADED * (here.display and number == above + 1)
                if here.tail.is_open and value > weights.TRACK_DISPLAYED:
                    value += weights.TRACK_SEAM * seam_value(before, after)
                    value += weights.TRACK_WORD * self.continuity.seam(before, after)
            self.known[key] = value
        return self.known[key]


def below_end(here: Shape, there: Shape) -> float:
    """What the shapes say where a sentence has ended: a new paragraph, or the next."""
    if there.first and (there.new or not there.full):
        return 1.0 if here.full & there.first or not here.full else 0.5
    if there.full and not there.new:
        return -0.3 if here.full & there.full else -1.5
    return -0.5 if there.ended else -0.3


def below_open(here: Chunk, there: Chunk) -> float:
    """What the shapes say where no sentence has ended."""
    known, top, line = here.tail.full | here.tail.first, there.top, there.lines[0]
    widest = max(known, default=99)
    if line.width > widest + 3 and not here.tail.full & top.full:
        return weights.TRACK_WIDE
    if not known:  # a line on display
        if line.text[0] in NEVER_FIRST:
            return -3.0
        return 0.2 if top.first or top.display else -1.5
    if here.tail.opens and top.closes:
        return weights.TRACK_BRACKET
    if top.display and line.text[0] not in NEVER_FIRST:
        return weights.TRACK_DISPLAYED
    value = -1.0 * top.new - 1.0 * (top.closes and not here.tail.opens)
    if known & top.full:
        return value + 0.7
    if top.ended and line.width <= widest + 1:
        return value + 0.5
    return value + (0.0 if line.text[-1] in "，、" else weights.TRACK_MISFIT)
