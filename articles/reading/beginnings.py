"""First lines of paragraphs that look like headings, known by how they begin or end.

"会上，三家公司加入夜航" / "联席会议。……"             ->   text
"渡口办的名单上有沈砚、白予、余" / "粮、石榴、汤圆"   ->   text goes on in a list
"""

import re

from articles.reading.displays import caption_weight, headline_weight
from articles.reading.lines import Line
from articles.reading.phrases import ENDED, PARAGRAPH_START, Continuity
from articles.reading.structure import Role
from articles.reading.wrapped import goes_to_next

TEXT = Role.BODY
#: 本报讯 因为……, 随后，……: how neither headings nor captions begin
OPENED = re.compile(
    r"[【〔（(]?本[报刊]讯"
    "|(?:会上|会后|随后|此外|同时|目前|据悉|据了解|据介绍|据统计|截至目前|接下来|下一步)，"
)
#: 5月8日上午，……: how no heading begins
DATED = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下中]午|清晨|凌晨|傍晚|晚上?)?，"
)
LISTED = re.compile("[^，。；：！？]*、[^，。；：！？]*")
NEAR = 10  # characters before the end of a line with the mark of its list
TOLD = re.compile("[，；]")
SHOWN = 0.6  # `caption_weight` of what may be a caption
NARROW, SHORT = 28, 12  # columns, and characters of a line as wide as its column
LONG = 20  # characters of a paragraph that a column or a page breaks off
WORDED = 0.3  # `headline_weight` of what may be a headline
LIKELY = -0.5  # `Continuity.score` of a paragraph with its rest


def is_first_line(
    above: Line | None, line: Line, below: Line | None, continuity: Continuity
) -> bool:
    """Whether a line taken for a heading begins, or goes on with, a paragraph."""
    if above is not None and goes_on_listing(above, line):
        return True
    if below is None or below.role != TEXT or below.gap > 1:
        return False
    if OPENED.match(line.text):
        return True
    if ENDED.search(line.text) or caption_weight(line) >= SHOWN:
        return False
    if len(line.text) >= SHORT and DATED.match(line.text):
        return True
    return is_cut_off(line, below, continuity)


def goes_on_listing(above: Line, line: Line) -> bool:
    """Whether a list of names or things that fills the line above goes on here."""
    if above.role != TEXT or line.gap or not goes_to_next(above):
        return False
    return "、" in above.text[-NEAR:] and bool(LISTED.fullmatch(line.text))


def is_cut_off(line: Line, below: Line, continuity: Continuity) -> bool:
    """Whether a sentence with a comma ends where its column does, or its piece of a
    page with a paragraph a line."""
    if not TOLD.search(line.text) or PARAGRAPH_START.match(below.text):
        return False
    if line.measure:
        wide = abs(line.width - line.measure) <= 1 and line.measure >= NARROW
        return wide and len(line.text) >= SHORT and below.width >= line.width - 1
    if len(line.text) < LONG or headline_weight(line) > WORDED:
        return False
    return continuity.score(line.text, below.text) >= LIKELY
