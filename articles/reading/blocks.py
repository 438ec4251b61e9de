"""Lines told apart: text, lines set on display, bylines, sign-offs.

"□记者 单 夏"                      ->   byline
"老码头的渡船从五点半开出第一班"    ->   text (a full line)
"两块钱的船票"                     ->   display: headline, heading or caption
"""

import re

from articles.reading.bylines import (
    is_byline,
    is_letter_signature,
    is_sign_off,
)
from articles.reading.columns import SLACK
from articles.reading.displays import DISPLAY, HOLDER, PROOF, SUBJECT, weigh_caption
from articles.reading.lexicon import alternation
from articles.reading.lines import Line, make_line, spaced_text
from articles.reading.mending import mend_roles
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
    Continuity,
)
from articles.reading.signoffs import split_sign_offs
from articles.reading.structure import Role

LIST_LIKE = re.compile(r"[：:].|、.*、|^[^，。]{1,12}[：:]")
MARK_END = re.compile("[，。；：！？]")
FIRST_LINE = 8  # columns that a first line may fall short: indent, one mark, slack
#: 信箱 凌晨的洒水车
#: a kicker and a headline on one marked line: 对标规范要求，…… 党建服务中心升级启用
UNFINISHED = re.compile(alternation("open_endings") + "$")
TWO_HEADS = re.compile(r"[^ \t\u3000]{8,}[ \t\u3000]+(?=[^ \t\u3000]{8,}$)")
LABELLED = re.compile(alternation("column_labels") + r"[ \t\u3000|｜·]+(?=\S)")
DATELINE = re.compile(
    r"(?:日前|近日|昨天|昨日|今天|今起|上周|连日来|(?:\d{4}年)?\d{1,2}月\d{1,2}日)[^：:]*，"
)
#: headlines seldom name a day, and then the text below does not go on from them
DAY = re.compile(r"\d月\d{1,2}日")
ENTRY = re.compile(f"{DATED_ITEM.pattern}|[问答][：:]")
MOST_ENTRY = 4  # lines of an entry
INNER_STOP = re.compile("[。；].")
TEXT = Role.BODY


def tell_apart(
    lines: list[Line], raw: str, wrapped: bool, continuity: Continuity
) -> list[Line]:
    """Give every line without a role one; return the lines, some of them split."""
    for index, line in enumerate(lines):
        if line.role is None:
            line.role = plain_role(lines, index, raw)
    lines = split_sign_offs(lines, raw)
    decide = decide_wrapped if wrapped else decide_whole
    for index, line in enumerate(lines):
        if line.role is None:
            decide(lines, index, continuity)
    mend_roles(lines, continuity)
    lines = join_displays(split_labels(lines, raw), raw, continuity)
    return split_captions(lines, raw)


def split_captions(lines: list[Line], raw: str) -> list[Line]:
    """Cut two captions that run together where the second person's title begins.

    The title is known from the text: the longest piece before the name that it has.
    """
    body = "".join(line.text for line in lines if line.role == TEXT)
    done: list[Line] = []
    for line in lines:
        cut = second_title(line.text, body) if line.role == DISPLAY else 0
        if not cut or line.level or line.doubled:
            done.append(line)
            continue
        place = line.offset(cut)
        before = make_line(raw, line.start, place, line.first)
        after = make_line(raw, place, line.end, place)
        for part in (before, after):
            part.role, part.measure = DISPLAY, line.measure
        before.gap = line.gap
        done += before, after
    for index, line in enumerate(done):
        line.index = index
    return done


def second_title(text: str, body: str) -> int:
    """Where the title of the second holder of a post begins in a long line, else 0."""
    holders = list(HOLDER.finditer(text)) if len(text) > 36 else []
    if len(holders) < 2 or text[holders[0].end() - 1] in "、和与":
        return 0
    end = holders[1].end() - 1
    for start in range(holders[0].end(), end - 5):
        if text[start:end] in body:
            return start
    return 0


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
    if above.text.count("“") > above.text.count("”"):
        return True
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


def plain_role(lines: list[Line], index: int, raw: str) -> Role | None:
    """Roles that the shape of the line proves: byline, sign-off, heading mark."""
    line = lines[index]
    if line.width > 80 or line.doubled:
        return None
    above = lines[index - 1] if index and not line.gap else None
    if is_sign_off(line.text) and not (above and is_broken(above)):
        return Role.SIGN_OFF
    spaced = spaced_text(line, raw)
    if is_byline(spaced):
        return Role.BYLINE
    below = lines[index + 1] if index + 1 < len(lines) else None
    greets = below is not None and below.text.endswith("：")
    wide = below is not None and below.width > line.width
    if is_letter_signature(spaced) and (greets or wide):
        return Role.BYLINE
    return None


def is_broken(line: Line) -> bool:
    """Whether a wrapped line of text goes on in the next."""
    return line.measured and goes_to_next(line) and line.role is None


def is_full(line: Line) -> bool:
    """Whether the line reaches the end of its column; digits are wider than half."""
    return reach(line) >= line.measure - SLACK


def reach(line: Line) -> int:
    """The width as set: digits are wider than half a character and set off by gaps."""
    narrow = 2 * len(line.text) - line.width
    return line.width + (narrow // 3 + 1 if narrow else 0)


def decide_wrapped(lines: list[Line], index: int, continuity: Continuity) -> None:
    """Text or display, on a page of wrapped lines."""
    line = lines[index]
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    weight = weigh_wrapped(line, before, after, continuity) + chunk_weight(lines, index)
    weight += item_weight(lines, index)
    if line.gap and after is not None and after.gap and not ENDED.search(line.text):
        weight -= 3.0 * (weigh_caption(line.text, 0, False, 0) >= PROOF)
    line.role = TEXT if weight > 0 else DISPLAY


def item_weight(lines: list[Line], index: int) -> float:
    """Speaks for text in an entry of a programme, in a question and its answer."""
    for place in range(index, max(-1, index - MOST_ENTRY), -1):
        line = lines[place]
        if ENTRY.match(line.text):
            return 4.0 if place == index else 2.0
        if line.gap or (place < index and line.role != TEXT):
            break
    return 0.0


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
    if len(chunk) > 4 or any(ENDED.search(line.text) for line in chunk):
        return 0.0
    below = lines[last + 1] if last + 1 < len(lines) else None
    if below is not None and below.role == Role.BYLINE:
        return -4.0
    widths = [line.width for line in chunk]
    return -2.0 if len(chunk) > 1 and max(widths) - min(widths) > 6 else 0.0


def weigh_wrapped(
    line: Line, before: Line | None, after: Line | None, continuity: Continuity
) -> float:
    """Above 0 where the line reads like text."""
    text = line.text
    if line.level or line.doubled or line.bullet:
        return -5
    above = before if before is not None and not line.gap else None
    below = (
        after if after is not None and after.role is None and not after.gap else None
    )
    weight = shape_weight(line) + day_weight(line, below)
    if after is not None and after.role == Role.BYLINE and not ENDED.search(text):
        return -3
    if not any(MARK_INSIDE.search(near.text) for near in (above, line, below) if near):
        weight -= 1.5 if above or below else 0.5
    if above is not None and above.role == TEXT and goes_to_next(above):
        here = continuity.score(above.text, text)
        weight += 1.5 + min(2, here)
        if below is not None and not is_full(line) and not ENDED.search(text):
            skipped = continuity.score(above.text, below.text) - here
            weight -= 2 * (skipped > 0.9)
            weight += 1.0 * (skipped < -0.9)
    if CLOSING_START.match(text):
        weight += 3
    if below is not None and reach(line) >= line.measure - FIRST_LINE:
        if is_full(below) or ENDED.search(below.text):
            weight += 1.6 + max(-1.0, min(2, continuity.score(text, below.text)))
    elif (
        after is not None
        and after.role is None
        and not ENDED.search(text)
        and reach(line) >= line.measure - FIRST_LINE
    ):
        weight += max(-1, min(2, continuity.score(text, after.text))) - 0.3
        wanted = before is None or before.role != TEXT or not goes_to_next(before)
        weight += 1.5 * (wanted and lacks_beginning(after))
    return weight


def day_weight(line: Line, below: Line | None) -> float:
    """A day speaks for a report's first line, or for one that goes on below."""
    weight = 1.2 * (below is not None and bool(DAY.search(line.text)))
    if DATELINE.match(line.text) and reach(line) >= line.measure - FIRST_LINE:
        weight += 1.5
    return weight


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
    return weight


def breaks_off(line: Line) -> bool:
    """Whether a line ends with a mark inside a sentence; a kicker may end with ——."""
    if line.text[-1] in "—－" and not (line.measured and is_full(line)):
        return False
    return bool(OPEN_END.search(line.text))


def decide_whole(lines: list[Line], index: int, continuity: Continuity) -> None:
    """Text or display, on a page with a paragraph a line."""
    line = lines[index]
    before = lines[index - 1] if index else None
    after = lines[index + 1] if index + 1 < len(lines) else None
    line.role = TEXT if weigh_whole(line, before, after, continuity) > 0 else DISPLAY


def weigh_whole(
    line: Line, before: Line | None, after: Line | None, continuity: Continuity
) -> float:
    """Above 0 where the line reads like text."""
    text = line.text
    if line.level or line.doubled or line.bullet:
        return -5
    if after is not None and after.role == Role.BYLINE and not ENDED.search(text):
        return -3
    weight = -1.0
    if SERIAL_HEADING.match(text) and not ENDED.search(text):
        weight -= 3.0
    if SENTENCE_END.search(text):
        weight += 2.5 if text[-1] in "。”" and "。" in text[-3:] else 0.8
    elif ENDED.search(text) or breaks_off(line):
        weight += 2.5
    if INNER_STOP.search(text):
        weight += 2.5
    if line.width >= 56:
        weight += 1.5
    if "，" in text:
        weight += 0.3
    if ITEM_START.match(text):
        weight += 2.0 if DATED_ITEM.match(text) else 0.6
    if LIST_LIKE.search(text):
        weight += 1.2
    if LABELLED_ITEM.match(text):
        weight += 1.0
    if CLOSING_START.match(text):
        weight += 3
    if before is not None and before.role == TEXT and not ENDED.search(before.text):
        weight += max(0, min(1.5, continuity.score(before.text, text)))
    if weigh_caption(text, 0, False, 0) >= 1.5 and not MARK_END.search(text):
        weight -= 1.5
    undecided = after is not None and after.role is None and not ENDED.search(text)
    if undecided and not PARAGRAPH_START.match(after.text):
        weight += max(0, min(2.5, 1.5 * continuity.score(text, after.text) - 0.9))
    return weight
