"""Text or display, line by line, on a page of wrapped lines.

"老码头的渡船从五点半开出第一班"    ->   text (a full line)
"两块钱的船票"                     ->   display: headline, heading or caption
"""

import re

from articles.reading.columns import INDENT, SLACK, is_full, reach
from articles.reading.displays import (
    DISPLAY,
    is_section_heading,
)
from articles.reading.kickers import heads_column
from articles.reading.lines import Line
from articles.reading.phrases import (
    CLOSING_START,
    DATED_ITEM,
    ENDED,
    ITEM_START,
    LABELLED_ITEM,
    LIST_END,
    MARK_INSIDE,
    OPEN_END,
    PARAGRAPH_START,
    SENTENCE_END,
    SERIAL_HEADING,
    WISH,
    Continuity,
)
from articles.reading.reports import (
    DATELINE,
    INNER_STOP,
    REPORTED,
)
from articles.reading.structure import Role

TEXT = Role.BODY
LIST_LIKE = re.compile(r"[：:].|、.*、|^[^，。]{1,12}[：:]")
FIRST_LINE = 8  # columns that a first line may fall short: indent, one mark, slack
#: headlines seldom name a day, and then the text below does not go on from them
DAY = re.compile(r"\d月\d{1,2}日")
HEADED = -2.0  # the standing head of a column above
SPACED = 4.0  # the indent of a paragraph, as the page prints all of them
UNSPACED = -2.0  # none, where a paragraph has ended above
APART = -1.2  # what stands below goes on with nothing
HEADS = -7.0  # the same, where it is somebody's words and ends no sentence
SURE = 3.2  # `Continuity.score` that needs no full line below
SKIPPED = -2.0  # the text above goes on below the line
#: 名单已于
LEADING_ON = re.compile("[于由将已均仍并]$")
BROKEN_OFF = 2.0
TORN = 2.0  # half a quotation, as headlines never are
SKIP = 0.9  # so much better
NEAR = 8  # lines above that are looked at
#: 2016年，…… set wider than its characters
YEAR = re.compile(r"[去今前]年|\d{4}年|\d{1,2}月")
QUOTED = re.compile("“[^“”。；]{3,20}(?<![。！？…])”")
CALLED = re.compile("[^。；：]{4,24}[？！?!][”’]?")
WIDE = 25  # columns of a line of text at least
NARROW = 16  # the same, below the writers


def is_called(lines: list[Line], index: int) -> bool:
    """Whether a question or a call is a headline: it goes on with nothing above, and
    a text stands below it with its writers between, or it has a kicker."""
    line = lines[index]
    if line.doubled or not CALLED.fullmatch(line.text):
        return False
    above = lines[index - 1] if index else None
    text, *more = [*lines_below_heads(lines, index), line]
    kicked = above is not None and above.role == DISPLAY and not (line.gap or text.gap)
    least = max(line.width + 1, WIDE)
    if text.role == Role.BYLINE:
        text, least = more[0], NARROW
        ended = above is None or above.role != TEXT or ENDED.search(above.text)
    else:
        ended = kicked and not is_section_heading(above)
    if not ended or text.role is not None or text.width < least:
        return False
    return reach(text) >= text.measure - FIRST_LINE


def lines_below_heads(lines: list[Line], index: int) -> list[Line]:
    """The two lines below a headline; a subheadline above the writers is left out."""
    below = lines[index + 1 : index + 4]
    free = len(below) == 3 and below[0].role is None
    if free and below[1].role == Role.BYLINE and not ENDED.search(below[0].text):
        return below[1:]
    return below[:2]


def chunk_weight(lines: list[Line], index: int) -> float:
    """Few lines together without an end of a sentence, of all widths: headlines."""
    first = last = index
    while first and not lines[first].gap and index - first < 4:
        if lines[first - 1].role not in (None, DISPLAY):
            break
        first -= 1
    while last + 1 < len(lines) and not lines[last + 1].gap and last - index < 4:
        if lines[last + 1].role is not None:
            break
        last += 1
    chunk = lines[first : last + 1]
    rows = chunk[:-1] if is_called(lines, last) else chunk
    rows = [line for line in rows if not (line.role and CALLED.fullmatch(line.text))]
    if len(chunk) > 4 or any(ENDED.search(line.text) for line in rows):
        return 0.0
    below = lines[last + 1] if last + 1 < len(lines) else None
    if below is not None and below.role == Role.BYLINE:
        return 0.0 if are_broken_off(chunk) else -4.0
    widths = [line.width for line in chunk]
    return -2.0 if len(chunk) > 1 and max(widths) - min(widths) > 6 else 0.0


def are_broken_off(lines: list[Line]) -> bool:
    """Whether lines are rows of a column that goes on elsewhere: headlines are not set
    as wide as the text below each other, with marks inside."""
    if len(lines) < 2 or not all(line.measured for line in lines):
        return False
    told = any("，" in line.text for line in lines)
    return told and all(line.width == line.measure for line in lines)


def weigh_wrapped(
    line: Line, before: Line | None, after: Line | None, continuity: Continuity
) -> float:
    """Above 0 where the line reads like text."""
    text = line.text
    if line.level or line.doubled or line.bullet:
        return -5
    if goes_elsewhere(line, after):
        return 3
    above = before if before is not None and not line.gap else None
    below = (
        after if after is not None and after.role is None and not after.gap else None
    )
    weight = shape_weight(line) + day_weight(line, below)
    weight += spaced_weight(before, line, below)
    signed = after is not None and after.role == Role.BYLINE
    inside = above is not None and above.role == TEXT and goes_to_next(above)
    if signed and not ENDED.search(text) and not (inside and is_full(line)):
        return -3
    if not any(MARK_INSIDE.search(near.text) for near in (above, line, below) if near):
        weight -= 1.5 if above or below else 0.5
    if above is None or above.role != TEXT or ENDED.search(above.text):
        weight += apart_weight(line, below, continuity)
    elif goes_to_next(above):
        here = continuity.score(above.text, text)
        weight += 1.5 + min(2, here)
        if below is not None and not is_full(line) and not ENDED.search(text):
            skipped = continuity.score(above.text, below.text) - here
            weight -= 2 * (skipped > 0.9)
            weight += 1.0 * (skipped < -0.9)
    weight += TORN * (leaves_open(text, below) or closes_first(text, above))
    if CLOSING_START.match(text) or wishes(text, before):
        weight += 3
    weight += BROKEN_OFF * (below is not None and is_broken_off(line))
    if above is not None and above.role == DISPLAY and heads_column(above.text):
        weight += HEADED
    return weight + rest_weight(line, before, below, after, continuity)


def wishes(text: str, before: Line | None) -> bool:
    """Whether a letter ends with what it wishes: 顺祝安康"""
    return before is not None and before.role == TEXT and bool(WISH.match(text))


def is_broken_off(line: Line) -> bool:
    """Whether a line that fills its column ends with what neither headlines nor
    captions end with."""
    return bool(LEADING_ON.search(line.text)) and (
        line.measured and reach(line) >= line.measure - FIRST_LINE
    )


def spaced_weight(before: Line | None, line: Line, below: Line | None) -> float:
    """What indents say where the page prints all of them: there paragraphs begin.

    Where one has ended a line without an indent begins none, unless it is as wide
    as those that go on, or one begins directly below it.
    """
    if not line.spaced:
        return 0.0
    if line.indent:
        return SPACED
    inside = before is not None and before.role == TEXT
    if inside and (is_full(before) or not SENTENCE_END.search(before.text)):
        return 0.0
    cut = below is not None and below.indent > 0 and not ENDED.search(line.text)
    return UNSPACED * (cut or not is_full(line))


def leaves_open(text: str, below: Line | None) -> bool:
    """Whether a quotation is not closed here, nor in the line directly below."""
    if text.count("“") <= text.count("”"):
        return False
    return below is None or "”" not in below.text


def closes_first(text: str, above: Line | None) -> bool:
    """Whether a quotation ends here that was not opened in the line directly above."""
    start, end = text.find("“"), text.find("”")
    if end < 0 or 0 <= start < end:
        return False
    return above is None or "“" not in above.text


def skip_weight(lines: list[Line], index: int, continuity: Continuity) -> float:
    """Speaks against the first line of a block if the text above goes on below it.

    "一共有二百个居" / "" / "渡口人人会撑船" / "民报名学习。"
    """
    line, below = lines[index], lines[index + 1 : index + 2]
    if not (below and line.gap) or below[0].gap or ENDED.search(line.text):
        return 0.0
    if LABELLED_ITEM.match(line.text) or PARAGRAPH_START.match(line.text):
        return 0.0
    text = (near for near in reversed(lines[max(0, index - NEAR) : index]))
    last = next((near for near in text if near.role == TEXT), None)
    if last is None or below[0].role is not None or not goes_to_next(last):
        return 0.0
    here = continuity.score(last.text, line.text)
    return SKIPPED * (continuity.score(last.text, below[0].text) - here > SKIP)


def goes_elsewhere(line: Line, after: Line | None) -> bool:
    """Whether a sentence is broken off, to go on on another page."""
    if after is None or after.role != Role.JUMP or "转" not in after.text:
        return False
    return line.width >= WIDE and not ENDED.search(line.text)


def rest_weight(
    line: Line,
    before: Line | None,
    below: Line | None,
    after: Line | None,
    continuity: Continuity,
) -> float:
    """Speaks for text where a line that fills its column goes on in the next."""
    if reach(line) < line.measure - FIRST_LINE:
        return 0.0
    if below is not None and is_wider(below, line):
        return 0.0
    if below is not None:
        score = continuity.score(line.text, below.text)
        if is_full(below) or ENDED.search(below.text) or score >= SURE:
            return 1.6 + max(-1.0, min(2, score))
    elif after is not None and after.role is None and not ENDED.search(line.text):
        wanted = before is None or before.role != TEXT or not goes_to_next(before)
        slim = reach(line) < line.measure - INDENT - SLACK
        if slim and not continuity.seam(line.text, after.text):
            return 0.0
        weight = max(-1, min(2, continuity.score(line.text, after.text))) - 0.3
        return weight + 1.5 * (wanted and lacks_beginning(after))
    return 0.0


def day_weight(line: Line, below: Line | None) -> float:
    """A day speaks for a report's first line, or for one that goes on below."""
    weight = 1.2 * (below is not None and bool(DAY.search(line.text)))
    if DATELINE.match(line.text) and reach(line) >= line.measure - FIRST_LINE:
        weight += 1.5
    return weight


def apart_weight(line: Line, below: Line | None, continuity: Continuity) -> float:
    """Speaks against a line that breaks off where the next begins something else.

    Below it a report begins, or a paragraph, or a column that is wider.
    """
    quoted = bool(QUOTED.fullmatch(line.text))
    if below is None or INNER_STOP.search(line.text):
        return 0.0
    if ENDED.search(line.text) and not quoted:
        return 0.0
    if PARAGRAPH_START.match(line.text) or LABELLED_ITEM.match(line.text):
        return 0.0
    if is_wider(below, line) or REPORTED.match(below.text):
        return APART
    room = below.measure - reach(below)
    dated = YEAR.match(below.text) and below.measure - below.width >= INDENT - 1
    indented = (0 if dated else INDENT - 2) < room <= INDENT + SLACK
    new = line.measured and not line.flush and indented
    if not new or ENDED.search(below.text):
        return 0.0
    if quoted:
        return HEADS
    wide = lacks_beginning(line) and continuity.score(line.text, below.text) < 0.0
    return APART * (1 + wide)


def is_wider(below: Line, line: Line) -> bool:
    """Whether a line stands in a wider column than the one above it."""
    return below.width > reach(line) + FIRST_LINE


def lacks_beginning(line: Line) -> bool:
    """Whether a line is too wide for the indented first line of a paragraph."""
    if PARAGRAPH_START.match(line.text) or not line.measured:
        return False
    return line.width >= line.measure - SLACK


def goes_to_next(line: Line) -> bool:
    """Whether a line of text is broken off inside its sentence."""
    if SENTENCE_END.search(line.text) or LIST_END.search(line.text):
        return False
    return reach(line) >= line.measure - FIRST_LINE


def shape_weight(line: Line) -> float:
    """What the line by itself says about being text."""
    text = line.text
    weight = 0.5 if line.room else -1.0  # in a column of text, or not known
    if SENTENCE_END.search(text):
        weight += 2.5 if text[-1] in "。”" and "。" in text[-3:] else 0.6
    elif ENDED.search(text) or breaks_off(line):
        weight += 2.5
    if INNER_STOP.search(text):
        weight += 2
    elif "，" in text or "、" in text:
        weight += 0.7
    if is_full(line):
        weight += 0.8
    elif reach(line) < line.measure - FIRST_LINE and not ENDED.search(text):
        weight -= 0.7
    if line.width > line.measure + 3:
        weight -= 0.5
    if DATED_ITEM.match(text):
        weight += 2.0
    elif ITEM_START.match(text) or PARAGRAPH_START.match(text):
        weight += 0.8
    if LIST_LIKE.search(text):
        weight += 0.8
    if LABELLED_ITEM.match(text):
        weight += 1.0
    return weight - 3.0 * bool(SERIAL_HEADING.match(text))


def breaks_off(line: Line) -> bool:
    """Whether a line ends with a mark inside a sentence; a kicker may end with ——."""
    if line.text[-1] in "—－" and not (line.measured and is_full(line)):
        return False
    told = line.measured or 2 * reach(line) < line.measure
    if told and reach(line) < line.measure - FIRST_LINE:
        return False
    return bool(OPEN_END.search(line.text))
