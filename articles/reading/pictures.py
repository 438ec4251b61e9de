"""Lines below photographs: those that prove it, run together or broken off.

"船长（左）收起第一根缆绳 余 粮 摄"             ->   a caption, whatever stands around
"乘客在跳板上排" / "成一列 余 粮 摄"            ->   one caption
"退役后的渡船 船长（右）和徒弟在码头合影"       ->   two captions
"""

import re

from articles.reading.columns import is_full
from articles.reading.displays import (
    DISPLAY,
    HOLDER,
    POINTERS,
    caption_weight,
    headline_weight,
    is_label,
    weigh_caption,
)
from articles.reading.lines import ITEMS, Line, cut_line, make_line, spaced_text
from articles.reading.phrases import ENDED, OPEN_END, Continuity
from articles.reading.structure import Role
from articles.reading.wrapped import goes_to_next

#: （左二） （前排中） 左起：
PLACED = re.compile(
    r"[（(](?=[^）)]*[左右前后中])[从自左右前后中排起至到侧图一二三四五六七八九十\d、，]{1,8}[)）](?!$)"
    r"|[（(][左右][一二三四五六七八九]?[)）]$|[左右]起[）)]?[：:]"
)
#: 图为, ▲, 上图：
POINTING = re.compile(
    r"图为|图说[：:]|[▲△▼◀▶]|[上下左右本]图(?:[为：:]|是)|图[一二三四①-⑨\d]?[：:]"
    r"|图[①-⑨]"
)
#: 余 粮 摄, （余粮供图）, 本报记者 余粮 摄, 图/余粮, 图／文 余粮
NAME = r"(?:[一-鿿·] ?){2,4}?"
CREDIT = re.compile(
    rf"(?:(?:^|[\s（(。])(?:[一-鿿]{{0,4}}(?:记者|通讯员) ?)?{NAME}"
    r"(?:\s?[/／]\s?)?(?:摄|摄影|供图)"
    rf"|(?:^|[\s（(])(?:摄影|图片?|供图)\s?[：:/／|｜]\s?(?!文\s){NAME}"
    rf"|(?<=[一-鿿）]{{4}})[\s（(]?(?:图[/／∕]文|文[/／∕]图)\s?{NAME}"
    r"|(?<=[一-鿿）]{6})[一-鿿]{2,3}(?<!拍)(?<!航)摄)[)）]?$"
)
#: one of these is in it
SIGN = re.compile("[摄图][^。，]{0,10}$")
TAKEN = ("摄", "摄影", "供图")
LONGEST = 120  # characters of a caption
BRIEF = 50  # characters of one of several sentences
LONGEST_CREDIT = 16  # characters of a photographer's line
SHORT = 6  # characters of the rest of a broken caption above its photographer
LEAST = 5  # characters of one of two captions
WORDED, HINTED = 0.9, 0.0  # `weigh_caption` of one and the other of two captions
LIKELY = 1.2  # `caption_weight` of a line that may go on below
SIGNED = 0.6  # of a line with a photographer's name below
WORDED_HEADLINE = 0.5  # `headline_weight`
TORN = 0.3  # `Continuity.score` of a caption and its rest
NAMED = 1.4  # `Continuity.seam` of the halves of a name between two captions
MOST_ROWS = 3  # lines of one caption
MOST_SIDE = 8  # captions on one line, but for the last
STOP = re.compile("[。！？]")
#: ①摊主收起雨棚 ②菜篮装上推车
#: 左图：旧渡口 右图：新渡口
BESIDE = re.compile("[《（(]|[左右上下]图|图[/／∕]文|文[/／∕]图")
POINTER = re.compile(f"[{POINTERS}](?=[^{POINTERS}]{{5}})")
COUNTS, NEXT = "①②③④⑤⑥⑦⑧", re.compile("[②-⑨]")


def join_pictures(lines: list[Line], raw: str, continuity: Continuity) -> list[Line]:
    """Set on display what print itself proves to be a caption, its lines joined;
    return all lines, numbered again."""
    done: list[Line] = []
    rows: list[Line] = []
    around = zip(lines, [*lines[1:], None], strict=True)
    for line, below in around:
        above = rows[-1] if rows else done[-1] if done else None
        if rows and goes_down(rows, line, raw, continuity):
            rows.append(line)
            continue
        done += joined(rows, raw)
        rows = []
        broken = above is not None and not line.gap and is_broken(above)
        signed = below is not None and is_signed(above, line, below, raw)
        if line.role is None and not broken and (signed or is_proved(line, raw)):
            rows.append(line)
        else:
            done.append(line)
    done += joined(rows, raw)
    for index, line in enumerate(done):
        line.index = index
    return done


def joined(rows: list[Line], raw: str) -> list[Line]:
    """The lines of one caption as one line on display."""
    if not rows:
        return []
    first = rows[0]
    line = first
    if len(rows) > 1:
        line = make_line(raw, first.start, rows[-1].end, first.first)
        line.gap, line.measure, line.bullet = first.gap, first.measure, first.bullet
        line.measured, line.flush = first.measured, first.flush
    line.role = DISPLAY
    return [line]


def goes_down(rows: list[Line], line: Line, raw: str, continuity: Continuity) -> bool:
    """Whether a caption goes on in the line below: always where it points at its
    picture and fills its line, or where its photographer is named there."""
    last = rows[-1]
    text = "".join(row.text for row in rows)
    if len(rows) == MOST_ROWS or CREDIT.search(text):
        return False
    if names_photographer(last, line, raw):
        return True
    if line.role is not None or line.gap or line.start != last.end:
        return False
    if ENDED.search(text):
        return False
    if POINTING.match(text) and last.measured and is_full(last):
        return True
    return continues(text, last, line, continuity)


def is_broken(line: Line) -> bool:
    """Whether a wrapped line of text goes on in the next."""
    return line.role is None and line.measured and goes_to_next(line)


def is_signed(above: Line | None, line: Line, below: Line, raw: str) -> bool:
    """Whether a line is a caption with the name of its photographer below: it is
    worded like one, or it is neither the only headline nor worded like a headline."""
    if len(line.text) > BRIEF or not names_photographer(line, below, raw):
        return False
    if caption_weight(line) >= SIGNED:
        return True
    if above is None or above.role not in (None, DISPLAY, Role.BYLINE):
        return False
    told = line.level or ENDED.search(line.text) or is_label(line.text)
    return not told and line.gap < 2 and headline_weight(line) < WORDED_HEADLINE


def names_photographer(line: Line, below: Line, raw: str) -> bool:
    """Whether the line below holds the name of a photographer and nothing else."""
    if below.role not in (None, Role.BYLINE) or below.gap > 1:
        return False
    if len(below.text) > LONGEST_CREDIT or not SIGN.search(below.text):
        return False
    if raw[line.end : below.start].strip() or below.start < line.end:
        return False
    return bool(CREDIT.match(spaced_text(below, raw)))


def is_proved(line: Line, raw: str) -> bool:
    """Whether places in the picture or the photographer show that this is a caption."""
    text = line.text
    if len(text) > LONGEST:
        return False
    if POINTING.match(text):
        return True
    told = bool(STOP.search(text[:-1]))
    if PLACED.search(text) and not told:
        return True
    if not SIGN.search(text) or (told and len(text) > BRIEF):
        return False
    return bool(CREDIT.search(spaced_text(line, raw)))


def continues(text: str, last: Line, line: Line, continuity: Continuity) -> bool:
    """Whether a caption, `last` its last line so far, goes on in the next line."""
    if ENDED.search(text) or CREDIT.search(text):
        return False
    if text.count("（") > text.count("）") or OPEN_END.search(text):
        return True
    if line.text in TAKEN:
        return True
    credit = CREDIT.search(line.text)
    if credit and credit.start() <= SHORT:
        return True
    if line.width > last.width:
        return False
    if caption_weight(line) >= LIKELY:
        return continuity.seam(text, line.text) >= NAMED
    return continuity.score(text, line.text) >= TORN


def split_captions(lines: list[Line], raw: str) -> list[Line]:
    """Cut two captions that run together; return all lines, numbered again."""
    body = "".join(line.text for line in lines if line.role == Role.BODY)
    done: list[Line] = []
    for line in lines:
        for _ in range(MOST_SIDE):
            if not (cut := place_of_second(line, raw, body)):
                break
            first, line = cut_line(raw, line, cut)
            if line.text[0] in POINTERS + ITEMS:
                line = make_line(raw, line.start, line.end)
            first.role = line.role = DISPLAY
            done.append(first)
        done.append(line)
    for index, line in enumerate(done):
        line.index = index
    return done


def place_of_second(line: Line, raw: str, body: str) -> int:
    """Where the second of two captions on one line begins, else 0."""
    if line.role != DISPLAY or line.level or line.doubled:
        return 0
    return second_caption(line, raw) or second_title(line.text, body)


def second_caption(line: Line, raw: str) -> int:
    """Where print leaves a gap between two captions of one line, else 0."""
    if len(line.text) > LONGEST:
        return 0
    if found := POINTER.search(line.text, LEAST):
        return found.start()
    if line.text[0] in COUNTS and (found := NEXT.search(line.text, LEAST)):
        return found.start()
    words = spaced_text(line, raw).split()
    for place in range(1, len(words)):
        left = "".join(words[:place])
        if SIGN.search(left) and CREDIT.search(" ".join(words[:place])):
            return len(left)
    for place in range(1, len(words)):
        left, right = "".join(words[:place]), "".join(words[place:])
        if min(len(left), len(right)) < LEAST or CREDIT.match(right):
            continue
        if left[-1].isascii() or right[0].isascii() or BESIDE.match(right):
            continue  # figures are set with room around them
        weights = [weigh_caption(text, 0, False, 0) for text in (left, right)]
        parallel = abs(len(left) - len(right)) <= 1  # as kickers in two parts are
        if max(weights) >= WORDED and min(weights) >= (WORDED if parallel else HINTED):
            return len(left)
    return 0


def second_title(text: str, body: str) -> int:
    """Where the title of the second holder of a post begins in a long line, else 0.

    The title is known from the text: the longest piece before the name that it has.
    """
    holders = list(HOLDER.finditer(text)) if len(text) > 36 else []
    if len(holders) < 2 or text[holders[0].end() - 1] in "、和与":
        return 0
    end = holders[1].end() - 1
    for start in range(holders[0].end(), end - 5):
        if text[start:end] in body:
            return start
    return 0
