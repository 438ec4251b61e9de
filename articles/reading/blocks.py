"""Lines told apart: text, lines set on display, bylines, sign-offs.

"□记者 单 夏"                      ->   byline
"老码头的渡船从五点半开出第一班"    ->   text (a full line)
"两块钱的船票"                     ->   display: headline, heading or caption
"""

import re
from itertools import pairwise

from articles.reading.bylines import (
    is_byline,
    is_letter_signature,
    names_of,
    names_writer,
)
from articles.reading.closings import is_office, is_sign_off
from articles.reading.datelines import split_datelines
from articles.reading.displays import (
    ALONE,
    DISPLAY,
    POINT,
    PROOF,
    SERIAL_LABEL,
    SUBJECT,
    caption_weight,
    is_label,
)
from articles.reading.judging import decide_wrapped
from articles.reading.kickers import heads_column
from articles.reading.lexicon import alternation
from articles.reading.lines import Line, make_line, spaced_text
from articles.reading.mending import mend_roles
from articles.reading.names import is_name
from articles.reading.phrases import (
    ENDED,
    GREETING,
    MARK_INSIDE,
    Continuity,
    lists_names,
)
from articles.reading.pictures import LIKELY, continues, join_pictures, split_captions
from articles.reading.signatures import sign_names
from articles.reading.signoffs import ends_text, split_sign_offs
from articles.reading.structure import Role
from articles.reading.upright import join_upright
from articles.reading.whole import decide_whole
from articles.reading.wrapped import goes_to_next

INDENT = "\u3000\u3000"
LISTED = re.compile("[、；]$")
BRACKETED = 3  # lines of a bracket at most
LONGEST_OFFICE = 32  # characters of a sign-off in brackets, broken over two lines
GREETED = 3  # lines from a signature to the greeting, with a caption between
INDENTED = 3  # such lines of a page that keeps the indent of its paragraphs
UNFINISHED = re.compile(alternation("open_endings") + "$")
#: a kicker and a headline on one marked line: 照着居民的心愿，…… 菱湖渡口重新开放
TWO_HEADS = re.compile(r"[^ \t\u3000]{8,}[ \t\u3000]+(?=[^ \t\u3000]{8,}$)")
#: 弄堂故事·, 2019年度: nothing ends so
LEADING_ON = re.compile(r"[·•]$|^(?:19|20)\d\d年(?:度|[春夏秋冬]季|[上下]半年)?$")
#: 之三
NUMBERED = re.compile("[·•]?(?:之|第)[一二三四五六七八九十]{1,3}[期回讲篇辑]?")
#: 信箱 巷口的路灯
LABELLED = re.compile(
    alternation("column_labels")
    + r"[ \t\u3000|｜·]++(?![之第]?[一二三四五六七八九十\d])(?=\S)"
)


def tell_apart(
    lines: list[Line], raw: str, wrapped: bool, continuity: Continuity
) -> list[Line]:
    """Give every line without a role one; return the lines, some of them split."""
    lines = join_upright(lines, raw)
    letters = any(GREETING.match(line.text) for line in lines)
    for index, line in enumerate(lines):
        if line.role is None:
            line.role = plain_role(lines, index, raw, letters)
    lines = split_datelines(split_sign_offs(lines, raw), raw)
    sign_names(lines, raw)
    mark_series(lines)
    lines = join_pictures(lines, raw, continuity)
    decide = decide_wrapped if wrapped else decide_whole
    marked = marks_paragraphs(lines, raw)
    for index, line in enumerate(lines):
        if line.role is None and (
            stands_in_bracket(lines, index)
            or (marked and is_of_text(lines, index, raw, continuity))
        ):
            line.role = Role.BODY
        elif line.role is None:
            decide(lines, index, continuity)
    mend_roles(lines, continuity)
    lines = join_displays(split_labels(lines, raw), raw, continuity)
    return split_captions(lines, raw)


def marks_paragraphs(lines: list[Line], raw: str) -> bool:
    """Whether the page keeps the printed indent of its paragraphs."""
    return sum(is_indented(line, raw) for line in lines) >= INDENTED


def is_indented(line: Line, raw: str) -> bool:
    """Whether two wide spaces, and no more, stand before a line."""
    return raw[line.start : line.first] == INDENT and not line.level


def is_of_text(lines: list[Line], index: int, raw: str, continuity: Continuity) -> bool:
    """Whether a line is indented, or directly below text that does not end.

    A heading may be indented as well: it stands alone and has no mark inside.
    """
    line = lines[index]
    if is_indented(line, raw):
        below = lines[index + 1] if index + 1 < len(lines) else None
        alone = below is None or below.gap or is_indented(below, raw)
        return not alone or bool(MARK_INSIDE.search(line.text))
    above = lines[index - 1] if index else None
    if above is None or above.role != Role.BODY or line.gap or ENDED.search(above.text):
        return False
    if continuity.score(above.text, line.text) < 0.0 and not LISTED.search(above.text):
        return False
    return caption_weight(line) < PROOF and not (line.doubled or line.bullet)


def stands_in_bracket(lines: list[Line], index: int) -> bool:
    """Whether a long bracket opens here or above and is closed here or right below."""
    start = index
    while opened(lines[start].text) <= 0:
        if not start or lines[start].gap or index - start == BRACKETED:
            return False
        start -= 1
        if lines[start].role != Role.BODY:
            return False
    depth, size = 0, 0
    for line in lines[start : start + 1 + BRACKETED]:
        if line.role not in (None, Role.BODY) or (line.gap and size):
            return False
        depth += opened(line.text)
        size += len(line.text)
        if depth <= 0:
            return line.index >= index and size > LONGEST_OFFICE
    return False


def opened(text: str) -> int:
    """How many more brackets a line opens than it closes."""
    return sum(text.count(mark) for mark in "（(") - sum(
        text.count(mark) for mark in "）)"
    )


def mark_series(lines: list[Line]) -> None:
    """Set the name of a series and the number below it on display."""
    for above, line in pairwise(lines):
        if above.role or line.role or not NUMBERED.fullmatch(line.text):
            continue
        if SERIAL_LABEL.fullmatch(above.text + line.text):
            above.role = line.role = DISPLAY


def split_labels(lines: list[Line], raw: str) -> list[Line]:
    """Cut the label of a column from the headline that follows on its line."""
    done: list[Line] = []
    for line in lines:
        size = 0
        if line.role == DISPLAY and len(line.text) < 60:
            found = LABELLED.match(raw, line.first, line.last)
            if line.level and len(line.text) > 30:
                found = found or TWO_HEADS.match(raw[: line.last], line.first)
            size = found.end() - line.first if found else 0
        if not size:
            done.append(line)
            continue
        cut = line.first + size
        label = make_line(raw, line.start, cut, line.first)
        rest = make_line(raw, cut, line.end, cut)
        for part in (label, rest):
            part.role, part.level, part.measure = DISPLAY, line.level, line.measure
        label.gap, rest.gap = line.gap, 1  # not one broken line
        done += label, rest
    return done


def join_displays(lines: list[Line], raw: str, continuity: Continuity) -> list[Line]:
    """Headlines and captions that were too long for one line, put together again."""
    done: list[Line] = []
    for line in lines:
        above = done[-1] if done else None
        if above is not None and goes_on(above, line, continuity):
            joined = make_line(raw, above.start, line.end, above.first)
            joined.role, joined.gap, joined.level = DISPLAY, above.gap, above.level
            joined.bullet, joined.measure = above.bullet, above.measure
            done[-1] = joined
        else:
            done.append(line)
    for index, line in enumerate(done):
        line.index = index
    return done


def goes_on(above: Line, line: Line, continuity: Continuity) -> bool:
    """Whether a line on display goes on in the next."""
    if line.role != DISPLAY or above.role != DISPLAY or line.gap or line.bullet:
        return False
    if line.start != above.end:  # of another column
        return False
    if line.level != above.level or line.doubled or above.doubled:
        return False
    if heads_column(line.text) or ALONE.fullmatch(line.text):
        return False
    if above.text.count("“") > above.text.count("”"):
        return True
    if LEADING_ON.search(above.text) or NUMBERED.fullmatch(line.text):
        return True
    if caption_weight(above) >= LIKELY:
        return continues(above.text, above, line, continuity)
    if len(line.text) <= 3 and len(above.text) >= 8:
        return True
    if (line.text[0] in "和与及的" and not SUBJECT.match(line.text)) or (
        above.width > 72 and line.width < 40 and not line.level
    ):
        return True
    if UNFINISHED.search(above.text) and len(line.text) <= len(above.text) + 4:
        return True
    if len(line.text) > len(above.text):
        return False
    return continuity.seam(above.text, line.text) >= 1.5 and line.width < above.width


def plain_role(lines: list[Line], index: int, raw: str, letters: bool) -> Role | None:
    """Roles that the shape of the line proves: byline, sign-off, heading mark.

    `letters` says that the page prints any.
    """
    line = lines[index]
    if line.width > 80 or line.doubled:
        return None
    above = lines[index - 1] if index and not line.gap else None
    if is_label(line.text) or POINT.fullmatch(line.text):
        return None
    spaced = spaced_text(line, raw)
    below = lines[index + 1] if index + 1 < len(lines) else None
    closes = is_office(line.text) and ends_text(below)
    if is_sign_off(line.text) and (closes or not (above and is_broken(above))):
        ends = index == 0 or bool(ENDED.search(lines[index - 1].text))
        return Role.SIGN_OFF if ends or not names_writer(spaced) else Role.BYLINE
    if (
        above
        and opened(line.text) < 0 < opened(above.text)
        and line.text[0] not in "（("
    ):
        return None  # the end of what the line above begins
    if is_byline(spaced) and not (above and lists_names(above.text)):
        return None if tells_of_reporter(spaced, below) else Role.BYLINE
    if any(GREETING.match(line.text) for line in lines[index + 1 : index + GREETED]):
        return Role.BYLINE if is_letter_signature(spaced, sure=True) else None
    if is_letter_signature(spaced) and signs_letter(lines, index, spaced, letters):
        return Role.BYLINE
    return None


def tells_of_reporter(spaced: str, below: Line | None) -> bool:
    """Whether a line is the heading above what a reporter did: 记者上门."""
    if below is None or not below.text.startswith("记者"):
        return False
    return spaced.startswith("记者") and not any(map(is_name, names_of(spaced)))


def signs_letter(lines: list[Line], index: int, spaced: str, letters: bool) -> bool:
    """Whether the signature of a letter stands above its text, or beside any letter."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is not None and below.text.endswith("："):
        return True
    wide = below is not None and below.width > lines[index].width
    told = " " in spaced or spaced.endswith("）")
    return told and (wide or letters)


def is_broken(line: Line) -> bool:
    """Whether a wrapped line of text goes on in the next."""
    return line.measured and goes_to_next(line) and line.role is None
