"""Second looks at roles, once the lines around are known.

text ended / "老浴室变身“汤屋”" / "一楼洗澡，二楼吃饭" / display   ->   no text
"""

import re

from articles.reading.displays import DISPLAY
from articles.reading.lines import Line
from articles.reading.phrases import ENDED, OPEN_END, SENTENCE_END, Continuity
from articles.reading.structure import Role

TEXT = Role.BODY
MOST_LINES = 3  # of a headline read as text
STOP = re.compile("[。；]")
GOES_ON = 1.0  # `Continuity.score` of text that goes on in a line


def mend_roles(lines: list[Line], continuity: Continuity) -> None:
    """Take headlines out of the text: few lines that neither go on nor end."""
    last: Line | None = None
    place = 0
    while place < len(lines):
        if lines[place].role != TEXT:
            place += 1
            continue
        stop = place + 1
        while stop < len(lines) and lines[stop].role == TEXT and not lines[stop].gap:
            stop += 1
        run = lines[place:stop]
        below = lines[stop] if stop < len(lines) else None
        if is_display(run, last, below, continuity):
            for line in run:
                line.role = DISPLAY
        else:
            last = run[-1]
        place = stop


def is_display(
    run: list[Line], last: Line | None, below: Line | None, continuity: Continuity
) -> bool:
    """Whether lines read as text are headlines among other lines on display."""
    if len(run) > MOST_LINES or any(STOP.search(line.text) for line in run):
        return False
    if ENDED.search(run[-1].text) or OPEN_END.search(run[-1].text):
        return False
    if last is None or not SENTENCE_END.search(last.text):
        return False
    if below is None or below.role != DISPLAY:
        return False
    return continuity.score(run[-1].text, below.text) < GOES_ON
