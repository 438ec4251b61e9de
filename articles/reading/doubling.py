"""Bold set by printing twice comes out with every glyph of the line twice.

"人人防防演演练练"     ->   "人防演练"
"组织部部长到小小区"   ->   unchanged: only a whole line is undone
"""

import re

from articles.reading.structure import Cleanup

SPACE = re.compile(r"\s+")
HAN = re.compile("[\u2e80-\u9fff]")


def is_doubled(text: str) -> bool:
    """Whether every glyph of the line stands twice."""
    glyphs = SPACE.sub("", text)
    if len(glyphs) < 6 or len(glyphs) % 2 or len(glyphs) > 400:
        return False
    if glyphs[0::2] != glyphs[1::2]:
        return False
    return len(set(HAN.findall(glyphs))) >= 3


def undouble(raw: str, start: int, end: int) -> list[Cleanup]:
    """Remove the second of every two glyphs, and the spaces between."""
    changes, seen = [], 0
    for place in range(start, end):
        glyph = raw[place]
        if glyph.isspace():
            changes.append(Cleanup(place, place + 1, "space", glyph, ""))
            continue
        seen += 1
        if seen % 2 == 0:
            changes.append(Cleanup(place, place + 1, "doubled", glyph, ""))
    return changes
