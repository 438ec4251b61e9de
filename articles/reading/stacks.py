"""The lines above a body read as kicker, headline and subheadline.

"停航多年的渡船重新下水"          kicker
"老码头开出“早班”渡船"            headline
"一天六班，老人免费，雨天照开"    subheadline
"""

import re
from dataclasses import dataclass, field

from articles.reading.cleaning import SPACES
from articles.reading.displays import ANNOUNCED, STATEMENT, is_label
from articles.reading.lines import Line

SLOGAN = re.compile(rf"[^{SPACES}]{{4,12}}[{SPACES}]+[^{SPACES}]{{4,12}}")
PARALLEL = re.compile("^[^，、]{3,10}[，、][^，、]{3,10}(?:[，、][^，、]{3,10})?$")


@dataclass(slots=True)
class Heads:
    """Lines by what they are; several lines of one field are one text."""

    column: list[Line] = field(default_factory=list)
    kicker: list[Line] = field(default_factory=list)
    headline: list[Line] = field(default_factory=list)
    subheadline: list[Line] = field(default_factory=list)


def read_stack(lines: list[Line], raw: str) -> Heads:
    """Tell the lines of one stack apart by marks, length and wording."""
    heads = Heads()
    labels = [line for line in lines if is_label(line.text)]
    if len(labels) == len(lines):
        labels = labels[:-1]
    rows = [[line] for line in lines if line not in labels]
    heads.column += labels
    if not rows:
        return heads
    main = main_row(rows, raw)
    for place, row in enumerate(rows):
        if place < main:
            heads.kicker += row
        elif place == main:
            heads.headline += row
        else:
            heads.subheadline += row
    return heads


def main_row(rows: list[list[Line]], raw: str) -> int:
    """Which row is the headline."""
    if len(rows) == 1:
        return 0
    levels = [row[0].level for row in rows]
    if any(levels) and len(set(levels)) > 1:
        return levels.index(min(level for level in levels if level))
    texts = ["".join(line.text for line in row) for row in rows]
    if len(rows) >= 3:
        return 1
    return 1 if is_kicker(texts, rows, raw) else 0


def is_kicker(texts: list[str], rows: list[list[Line]], raw: str) -> bool:
    """Whether the first of two rows is a kicker rather than the headline."""
    above, below = texts
    spaced = [raw[row[0].first : row[-1].last].strip() for row in rows]
    if ANNOUNCED.search(above) and not ANNOUNCED.search(below):
        return True
    if ANNOUNCED.search(below) and len(above) >= len(below):
        return not re.search("[：？]", above)
    if SLOGAN.fullmatch(spaced[1]) or PARALLEL.match(below):
        return False
    if SLOGAN.fullmatch(spaced[0]):
        return True
    if STATEMENT.search(above) and not STATEMENT.search(below):
        return len(above) > len(below) + 4 and "“" not in above
    return len(above) > len(below) + 2
