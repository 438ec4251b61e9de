"""Sign-offs cut from the paragraphs that they end, broken over two lines or not.

"……由社区承办。（发展办）"            ->   "……由社区承办。" | "（发展办）"
"……都笑了。□记者 武 钢"              ->   "……" | "□记者 武 钢"
"……请向街道反映。" / "某某办事处"      ->   "……" | "某某办事处"
"……的机会最大。（石码" / "头派出所）"  ->   "……" | "（石码" | "头派出所）"
"""

import re

from articles.reading.bylines import is_byline
from articles.reading.closings import (
    NOTICE,
    find_ending_sign_off,
    is_sign_off,
    names_offices,
)
from articles.reading.lines import Line, cut_line, spaced_text
from articles.reading.phrases import SENTENCE_END
from articles.reading.pictures import BRIEF, CREDIT
from articles.reading.signatures import is_heading
from articles.reading.structure import Role
from articles.reading.wrapped import FIRST_LINE

OPENED = re.compile(r"(?:^|(?<=[。！？…”’!?]))[（(【][^（）()【】。！？；，]{1,20}$")
CLOSED = re.compile(r"[^（）()【】。！？；，]{1,20}[)）】]$")
#: ……都笑了。□记者 武 钢
TAIL = re.compile("[。！？…][”’]?(?P<tail>[^。！？；，”’]{3,24})$")
MARKS = "□▢☐◎○◇◉☉■◆●"
LAST = 6  # lines of a notice above the office that signs it


def split_sign_offs(lines: list[Line], raw: str) -> list[Line]:
    """Give every sign-off a line of its own; return all lines, numbered again."""
    done: list[Line] = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        place = 0 if signs_notice(done, line, raw) else ending_place(line, after)
        role = Role.SIGN_OFF
        ends = after is None or after.gap or is_heading(after, FIRST_LINE)
        if place is None and line.role is None and ends:
            place, role = ending_byline(line, raw), Role.BYLINE
        if place is None:
            done.append(line)
            continue
        if place:
            before, line = cut_line(raw, line, place)
            done.append(before)
        line.role = role
        done.append(line)
    for index, line in enumerate(done):
        line.index = index
    return done


def signs_notice(above: list[Line], line: Line, raw: str) -> bool:
    """Whether offices without brackets sign the notice above their line.

    Its last lines tell that it is one, or name the office.
    """
    if line.role is not None or line.level or not above:
        return False
    if above[-1].role is not None or not SENTENCE_END.search(above[-1].text):
        return False
    spaced = spaced_text(line, raw)
    if not names_offices(spaced):
        return False
    text = "".join(near.text for near in above[-LAST:])
    return bool(NOTICE.search(text)) or all(part in text for part in spaced.split())


def ending_byline(line: Line, raw: str) -> int | None:
    """Where the byline begins that follows the last sentence of a line, or None."""
    found = TAIL.search(line.text[-40:])
    if not found or (len(line.text) <= BRIEF and CREDIT.search(found["tail"])):
        return None
    index = len(line.text) - len(found["tail"])
    marked = found["tail"][0] in MARKS or raw[line.offset(index) - 1].isspace()
    _, tail = cut_line(raw, line, index)
    return index if marked and is_byline(spaced_text(tail, raw)) else None


def ending_place(line: Line, after: Line | None) -> int | None:
    """Where the sign-off begins that ends a line or goes on below; mark the latter."""
    if line.role is not None:
        return None
    place = find_ending_sign_off(line.text)
    if place is not None:
        return place
    opened = OPENED.search(line.text[-24:])
    if not opened or after is None or after.role is not None or after.gap > 1:
        return None
    if not CLOSED.fullmatch(after.text) or not is_sign_off(opened[0] + after.text):
        return None
    after.role = Role.SIGN_OFF
    return max(0, len(line.text) - 24) + opened.start()
