"""The lines above a body read as kicker, headline and subheadline.

"停航多年的渡船重新下水"          kicker
"老码头开出“早班”渡船"            headline
"一天六班，老人免费，雨天照开"    subheadline
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.reading.displays import ANNOUNCED, STATEMENT, is_label
from articles.reading.kickers import (
    DASH_END,
    DASH_START,
    FEAST,
    TOLD,
    heads_column,
    weigh_joined,
    weigh_kicker,
)
from articles.reading.lines import Line, spaced_text
from articles.reading.sizes import growth

COUPLET = re.compile("[\u4e00-\u9fff]{4,10}")
#: 快读, 告示栏: above a kicker
FRAME = re.compile("[\u4e00-\u9fff]{2,4}")
COUPLED = 5.0  # two lines that are made alike
APART = -9.0  # two lines that do not follow each other
GAP = -1.5  # a blank line between two lines of one headline
MORE_KICKERS, MORE_SUBHEADLINES = -3.0, -3.0  # each after the first
#: a headline below its kicker, a subheadline below its headline, by `growth`
GROWN, SHRUNK = {0: 0.0, 1: 1.0, -1: -6.0}, {0: 0.0, 1: -1.0, -1: 0.0}
SLIGHT, LEAST = -2.5, 9  # a subheadline of fewer characters
MOST_LINES = 8  # of a stack whose readings are weighed


@dataclass(slots=True)
class Heads:
    """Lines by what they are; several lines of one field are one text."""

    column: list[Line] = field(default_factory=list)
    kicker: list[Line] = field(default_factory=list)
    headline: list[Line] = field(default_factory=list)
    subheadline: list[Line] = field(default_factory=list)


def read_stack(lines: list[Line], raw: str) -> Heads:
    """Tell the lines of one stack apart by marks, length and wording."""
    labels = [line for line in lines if is_label(line.text)]
    if len(labels) == len(lines):
        labels = labels[:-1]
    rows = [line for line in lines if line not in labels]
    start, stop = headline_rows(rows, raw)
    frames = count_frames([line.text for line in rows[:start]])
    labels += rows[:frames]
    return Heads(labels[-1:], rows[frames:start], rows[start:stop], rows[stop:])


def headline_rows(rows: list[Line], raw: str) -> tuple[int, int]:
    """Which of the lines are the headline: of all readings the likeliest."""
    if len(rows) < 2:
        return 0, len(rows)
    levels = [line.level for line in rows]
    if any(levels) and len(set(levels)) > 1:
        start = levels.index(min(level for level in levels if level))
        return start, start + 1
    texts = [as_printed(line, raw) for line in rows[:MOST_LINES]]
    _, start, stop = max(weigh_readings(rows[:MOST_LINES], texts))
    return start, stop


def sense_of(rows: list[Line]) -> float:
    """How well several lines read as one stack; 0 where nothing tells them apart."""
    texts = [line.text for line in rows]
    return max(weigh_readings(rows, texts))[0] if len(rows) > 1 else 0.0


def weigh_readings(
    rows: list[Line], texts: list[str]
) -> Iterator[tuple[float, int, int]]:
    """How likely each one or two neighbours are the headline between the others."""
    for start in range(len(rows)):
        for stop in range(start + 1, min(start + 2, len(rows)) + 1):
            headline = "".join(texts[start:stop])
            kickers = start - count_frames(texts[:start])
            weight = MORE_KICKERS * max(0, kickers - 1)
            weight += MORE_SUBHEADLINES * max(0, len(rows) - stop - 1)
            if start:
                weight += weigh_kicker(texts[start - 1], headline) / 2
                weight += GROWN[growth(*rows[start - 1 : start + 1])]
            if stop < len(rows):
                weight -= weigh_kicker(headline, texts[stop]) / 2
                weight += SHRUNK[growth(*rows[stop - 1 : stop + 1])]
                weight += SLIGHT * is_slight(texts[stop])
            if stop - start > 1:
                weight += weigh_pair(*rows[start:stop], *texts[start:stop])
            yield weight, start, stop


def count_frames(texts: list[str]) -> int:
    """How many lines above the last kicker are no more than the name of a frame."""
    told = [bool(FRAME.fullmatch(text)) for text in texts[:-1]]
    return [*told, False].index(False)


def is_slight(text: str) -> bool:
    """Whether a line is too short for a subheadline, and no label."""
    return len(text) < LEAST and not heads_column(text)


def weigh_pair(above: Line, below: Line, *texts: str) -> float:
    """How likely two neighbours are one headline."""
    if below.index != above.index + 1 or growth(above, below) > 0:
        return APART
    if below.gap:
        return weigh_joined(*texts) + GAP
    return weigh_joined(*texts) + COUPLED * is_couplet(above, below)


def is_couplet(above: Line, below: Line) -> bool:
    """Whether two neighbours are as long as each other and tell no event."""
    if heads_column(above.text) or len(above.text) != len(below.text):
        return False
    return all(
        COUPLET.fullmatch(line.text)
        and not STATEMENT.search(line.text)
        and not ANNOUNCED.search(line.text)
        and not TOLD.search(line.text)
        for line in (above, below)
    )


def as_printed(line: Line, raw: str) -> str:
    """The text of a line with its gaps, doubled glyphs undone."""
    if line.doubled:
        single = raw[line.first : line.last : 2]
        return single if "".join(single.split()) == line.text else line.text
    return spaced_text(line, raw)


def leads_on(text: str) -> bool:
    """Whether a line can only be a kicker: another must stand below it."""
    return bool(DASH_END.search(text) or FEAST.search(text)) or is_label(text)


def follows(text: str) -> bool:
    """Whether a line can only be a subheadline: another must stand above it."""
    return bool(DASH_START.match(text))
