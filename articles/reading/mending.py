"""Second looks at roles, once the lines around are known.

text ended / "老茶馆改作“书房”" / "楼下喝茶，楼上读书" / display   ->   no text
"""

import re

from articles.reading.beginnings import DATED, OPENED, is_first_line
from articles.reading.columns import INDENT, SLACK, is_full, reach
from articles.reading.displays import DISPLAY, TITLED, caption_weight, headline_weight
from articles.reading.kickers import heads_column
from articles.reading.lines import Line
from articles.reading.names import parts_name
from articles.reading.phrases import (
    ENDED,
    GREETING,
    LABELLED_ITEM,
    OPEN_END,
    PARAGRAPH_START,
    SENTENCE_END,
    SERIAL_HEADING,
    Continuity,
)
from articles.reading.pictures import PLACED
from articles.reading.structure import Role
from articles.reading.wrapped import QUOTED

TEXT = Role.BODY
#: 某某居民区：某某、某某
LISTED = re.compile("^[^，。：！？“”]{2,10}[：:][^，。：]+、[^，。：]+$")
ENTRY = re.compile(
    "(?:时间|地点|地址|电话|热线|主办|承办|协办|联系|咨询|网址|报名|费用|对象|名额|票价|乘车|备注|注"
    "|主持|主讲|嘉宾|记者|编者|[一-鿿]*奖|[^：:]*(?:电话|热线|地址|时间|说|道|问|答))[^：:]{0,4}[：:]"
)
NO_TITLE = re.compile(f"{ENTRY.pattern}|{GREETING.pattern}")
LISTED_NEAR = re.compile("[^，。：！？“”]{1,10}[：:]")
BROKEN = 20  # characters of a paragraph broken off
NEEDED = 2.0  # `Continuity.score` with the rest of it
LONG, NEEDED_LONG = 40, 1.0  # a line so long is rather a paragraph than a caption
MARK = re.compile("[，。；？：]")
WIDE = 2  # blank lines above a headline, with one below it
LEFT = 9  # columns that a first line falls short at most: indent, marks, slack
WORDED = 0.8  # what a headline or a caption weighs
TOLD, SEEN = 12, 1.2  # characters with a comma, and the score with the line below
SURE = 2.4  # the same, of any line
PICTURED = 1.2  # `caption_weight` of what may stand between byline and text
MOST_ORPHANS = 60
MOST_LINES = 3  # of a headline read as text
LEAST = -1.0  # `Continuity.score` of a first line of the right width and the next
STOP = re.compile("[。；]")
GOES_ON = 1.0  # `Continuity.score` of text that goes on in a line


def mend_roles(lines: list[Line], continuity: Continuity) -> None:
    """Take headlines out of the text: few lines that neither go on nor end."""
    restored = restore_text(lines, continuity)
    for above, line, below in zip([None, *lines], lines, lines[1:], strict=False):
        if line.role != TEXT or line.grid:
            continue
        if stands_out(above, line, below, continuity) or (
            is_titled(above, line, below)
            and continuity.score(line.text, below.text) < GOES_ON
        ):
            line.role = DISPLAY
    last: Line | None = None
    place = 0
    while place < len(lines):
        if lines[place].role != TEXT or lines[place].grid:
            place += 1
            continue
        stop = place + 1
        while stop < len(lines) and lines[stop].role == TEXT and not lines[stop].gap:
            stop += 1
        run = lines[place:stop]
        below = lines[stop] if stop < len(lines) else None
        kept = run[-1].index in restored
        if not kept and is_display(run, last, below, continuity):
            for line in run:
                line.role = DISPLAY
        else:
            last = run[-1]
        place = stop


def restore_text(lines: list[Line], continuity: Continuity) -> set[int]:
    """Give back to the text what goes on in a line that needs it; return where."""
    restored: set[int] = set()
    orphans = [
        line
        for line, above in zip(lines, [None, *lines], strict=False)
        if line.role == TEXT and (line.gap or above is None or above.role != TEXT)
    ][:MOST_ORPHANS]
    around = zip([None, *lines], lines, [*lines[1:], None], strict=False)
    for above, line, below in around:
        if line.role != DISPLAY or line.level or line.bullet or line.doubled:
            continue
        if PLACED.search(line.text) or stands_above_byline(line, below):
            continue
        if is_first_line(above, line, below, continuity):
            line.role = TEXT
            restored.add(line.index)
            continue
        if SERIAL_HEADING.match(line.text):
            continue
        if stands_below_head(above, line, below, continuity):
            continue
        if (
            LISTED.match(line.text)
            or GREETING.match(line.text)
            or is_broken(line, orphans, continuity)
            or (below is not None and begins_paragraph(above, line, below, continuity))
            or (above is not None and begins_article(above, line))
        ):
            line.role = TEXT
            restored.add(line.index)
    return restored


def stands_below_head(
    above: Line | None, line: Line, below: Line | None, continuity: Continuity
) -> bool:
    """Whether the standing head of a column stands directly above a line that does
    not clearly go on below."""
    if above is None or line.gap or above.role != DISPLAY:
        return False
    if below is not None and continuity.score(line.text, below.text) >= GOES_ON:
        return False
    return heads_column(above.text)


def stands_above_byline(line: Line, below: Line | None) -> bool:
    """Whether the writers are named below a line that ends no sentence."""
    if below is None or below.role != Role.BYLINE:
        return False
    return not ENDED.search(line.text)


def begins_anew(above: Line | None) -> bool:
    """Whether no sentence goes on below a line."""
    if above is None or above.role != TEXT:
        return True
    return bool(ENDED.search(above.text))


def begins_paragraph(
    above: Line | None, line: Line, below: Line, continuity: Continuity
) -> bool:
    """Whether a line stands where the first of a paragraph would, before its second.

    Either the line below is too wide to be a first line itself, or a sentence with a
    comma clearly goes on in it.
    """
    if below.role != TEXT or below.gap > 1 or ENDED.search(line.text):
        return False
    if QUOTED.fullmatch(line.text):
        return False
    score = continuity.score(line.text, below.text)
    told = bool(MARK.search(line.text))
    if score >= (SEEN if told and len(line.text) >= TOLD else SURE):
        return told or caption_weight(line) < PICTURED
    if line.flush or below.gap or not (line.measured or (told and line.measure)):
        return False
    if abs(line.measure - below.measure) > SLACK or PARAGRAPH_START.match(below.text):
        return False
    if below.width > below.measure + SLACK:
        return False  # of another column
    room = line.measure - reach(line)
    wide = told and below.measure - below.width <= SLACK
    least = -SLACK if wide else INDENT - SLACK
    if not least <= room <= INDENT + 2 * SLACK:
        return False
    exact = room == INDENT and line.width == 2 * len(line.text)
    if exact and begins_anew(above) and below.measure == reach(below):
        return True
    if told or (exact and begins_anew(above)):
        return below.measure - reach(below) <= SLACK and score >= LEAST
    return below.measure - reach(below) <= SLACK and score >= 0.5


def begins_article(byline: Line, line: Line) -> bool:
    """Whether a line below a byline is the first of the text, with a comma in it."""
    if byline.role != Role.BYLINE or ENDED.search(line.text):
        return False
    return "，" in line.text and caption_weight(line) < PICTURED


def is_broken(line: Line, orphans: list[Line], continuity: Continuity) -> bool:
    """Whether a line is the beginning of a paragraph whose rest stands elsewhere.

    The rest goes on with a sentence; or with a name behind the title that ends the
    line, and the line is as wide as the indent leaves of the column.
    """
    for rest in orphans:
        indented = abs(rest.measure - reach(line) - INDENT) <= 1
        if indented and parts_name(line.text, rest.text):
            return True
    if len(line.text) < BROKEN or "，" not in line.text or ENDED.search(line.text):
        return False
    needed = NEEDED if len(line.text) < LONG else NEEDED_LONG
    return any(continuity.score(line.text, rest.text) >= needed for rest in orphans)


def stands_out(
    above: Line | None, line: Line, below: Line, continuity: Continuity
) -> bool:
    """Whether a line between two paragraphs is worded like a headline or a caption."""
    text = line.text
    if above is not None and above.role == TEXT and not ENDED.search(above.text):
        return False
    if MARK.search(text) or ENDED.search(text) or below.role != TEXT:
        return False
    if continuity.score(text, below.text) >= GOES_ON:
        return False
    if line.gap >= WIDE and below.gap == 1:
        return True
    if line.width > line.measure - LEFT or LABELLED_ITEM.match(text):
        return False
    return max(headline_weight(line), caption_weight(line) - 0.4) >= WORDED


def is_titled(above: Line | None, line: Line, below: Line) -> bool:
    """Whether a line with a colon is a section heading and no entry of a list."""
    if not TITLED.fullmatch(line.text) or NO_TITLE.match(line.text):
        return False
    if above is not None and above.role == TEXT and not SENTENCE_END.search(above.text):
        return False
    if below.role != TEXT or len(below.text) <= len(line.text):
        return False
    around = [near.text for near in (above, below) if near is not None]
    return not any(LISTED_NEAR.match(text) for text in around)


def is_marked(line: Line) -> bool:
    """Whether a line has a mark that stands inside sentences."""
    return bool(MARK.search(line.text))


def is_display(
    run: list[Line], last: Line | None, below: Line | None, continuity: Continuity
) -> bool:
    """Whether lines read as text are headlines among other lines on display."""
    if len(run) > MOST_LINES or any(STOP.search(line.text) for line in run):
        return False
    if ENDED.search(run[-1].text) or OPEN_END.search(run[-1].text):
        return False
    if any(OPENED.match(line.text) or DATED.match(line.text) for line in run):
        return False
    if any(len(line.text) >= LONG and "，" in line.text for line in run):
        return False
    if last is None and max(len(line.text) for line in run) >= BROKEN:
        return False
    if len(run) > 1 and all(map(is_full, run)) and any(map(is_marked, run)):
        return False  # a column that was broken off
    if last is not None and not SENTENCE_END.search(last.text):
        return False
    if below is None or below.role != DISPLAY:
        return False
    return continuity.score(run[-1].text, below.text) < GOES_ON
