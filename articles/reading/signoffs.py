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
from articles.reading.furniture import is_date
from articles.reading.kickers import heads_column
from articles.reading.lexicon import alternation
from articles.reading.lines import Line, cut_line, spaced_text
from articles.reading.phrases import ENDED, SENTENCE_END
from articles.reading.pictures import BRIEF, CREDIT
from articles.reading.signatures import is_heading
from articles.reading.structure import PAGE_ROLES, Role
from articles.reading.wrapped import FIRST_LINE

OPENED = re.compile(r"(?:^|(?<=[。！？…”’!?]))[（(【][^（）()【】。！？；，]{1,20}$")
CLOSED = re.compile(r"[^（）()【】。！？；，]{1,20}[)）】]$")
#: ……都笑了。□记者 武 钢
TAIL = re.compile("[。！？…][”’]?(?P<tail>[^。！？；，”’]{3,24})$")
#: 某某街道办事处 8月25日
FIGURE = r"[\d〇○零一二三四五六七八九十]"
DAY = re.compile(rf"(?:{FIGURE}{{4}}年)?{FIGURE}{{1,3}}月{FIGURE}{{1,3}}日")
SIGNED_DAY = re.compile(
    rf"[一-鿿（）()·]{{2,24}}?{alternation('office_endings')}(?P<day>{DAY.pattern})"
)
LONGEST = 40  # characters of a signature with its day
MARKS = "□▢☐◎○◇◉☉■◆●"
#: a firm signs its advertisement
FIRM = re.compile("(?:有限|集团|股份)公司$")
#: ……请洽三号窗口。某某有限公司
SIGNED = re.compile("[。！][”’]?(?P<firm>[一-鿿（）()]{4,24}(?:有限|集团|股份)公司)$")
#: a firm and nothing else
SIGNED_FIRM = re.compile("[一-鿿（）()]{8,}有限公司")
LEVEL = re.compile("(?:街道|社区|[镇乡村县区市]).{2,}$")
SLIM = 5  # characters of a label that no headline has
NOTIFYING = re.compile(
    "(?:告.{1,6}书|公告|通告|通知|启事|公示|倡议书|声明|告知书?|须知)$"
)
#: who asked stands in brackets above it, and signs no article
ANSWER = re.compile("[一-鿿]{0,4}(?:答|答复|解答|回复|回应|[律医]师)[：:]")
SLIGHT = 24  # characters of the headline of a notice
LONG = 24  # lines of a notice above the office that signs it
LAST = 6  # lines of a notice above the office that signs it


def split_sign_offs(lines: list[Line], raw: str) -> list[Line]:
    """Give every sign-off a line of its own; return all lines, numbered again."""
    done: list[Line] = []
    lines = part_days(lines, raw)
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if dates_signature(done[-1] if done else None, line):
            line.role = Role.FURNITURE
        signs = signs_notice(done, line, after, raw)
        if not signs and after is not None and is_broken_firm(lines, index):
            signs, after.role = True, Role.SIGN_OFF
        place = 0 if signs else ending_place(line, after)
        role = Role.SIGN_OFF
        ends = after is None or after.gap or is_heading(after, FIRST_LINE)
        if place is None and line.role is None and ends:
            place, role = ending_byline(line, raw), Role.BYLINE
        if place is None and line.role is None and ends_text(after):
            found = SIGNED.search(line.text)
            place, role = found.start("firm") if found else None, Role.SIGN_OFF
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


def part_days(lines: list[Line], raw: str) -> list[Line]:
    """Cut the day from the offices that sign a notice on the same line."""
    done: list[Line] = []
    for line in lines:
        short = line.role is None and not line.level and len(line.text) <= LONGEST
        found = SIGNED_DAY.fullmatch(line.text) if short else None
        if found:
            office, line = cut_line(raw, line, found.start("day"))
            done.append(office)
        done.append(line)
    return done


def dates_signature(above: Line | None, line: Line) -> bool:
    """Whether the day of a letter or notice stands below who signed it."""
    if above is None or above.role not in (Role.SIGN_OFF, Role.BYLINE):
        return False
    return line.role is None and bool(DAY.fullmatch(line.text[:LONGEST]))


def signs_notice(above: list[Line], line: Line, below: Line | None, raw: str) -> bool:
    """Whether offices without brackets sign the notice above their line.

    Its headline or its last lines tell that it is one, or they name the office; or a
    date stands below. Of two offices the second stands directly below the first.
    """
    if line.role is not None or line.level or not above:
        return False
    spaced = spaced_text(line, raw)
    if not names_offices(spaced):
        return False
    if above[-1].role == Role.SIGN_OFF:
        return names_offices(spaced_text(above[-1], raw))
    if above[-1].role is not None or not SENTENCE_END.search(above[-1].text):
        return False
    if below is not None and is_date(below.text):
        below.role = below.role or Role.FURNITURE
        return True
    if FIRM.search(spaced) and ends_text(below):
        return True
    if ends_text(below) and any(map(heads_notice, above[-LONG:])):
        return True
    text = "".join(near.text for near in above[-LAST:])
    return bool(NOTICE.search(text)) or all(
        names_office(part, text) for part in spaced.split()
    )


def is_broken_firm(lines: list[Line], index: int) -> bool:
    """Whether a firm, broken over two lines, stands below the last sentence."""
    line, below, *more = lines[index : index + 3]
    if not index or line.role or below.role or below.gap:
        return False
    name = line.text + below.text
    if len(name) > LONGEST or not SIGNED_FIRM.fullmatch(name):
        return False
    ended = bool(SENTENCE_END.search(lines[index - 1].text))
    return ended and ends_text(more[0] if more else None)


def heads_notice(line: Line) -> bool:
    """Whether a line is the headline of a notice: 告居民书."""
    return len(line.text) <= SLIGHT and bool(NOTIFYING.search(line.text))


def ends_text(below: Line | None) -> bool:
    """Whether no text goes on in the line below."""
    if below is None or below.role in PAGE_ROLES:
        return True
    if below.level or heads_column(below.text) or is_heading(below, FIRST_LINE):
        return True
    return len(below.text) < SLIM and not ENDED.search(below.text)


def names_office(office: str, text: str) -> bool:
    """Whether a text names an office, at least without the place that it begins with:
    街道武装部 for 枫桥里街道武装部."""
    found = LEVEL.search(office)
    return office in text or (bool(found) and found[0] in text)


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
    if line.role is not None or (after is not None and ANSWER.match(after.text)):
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
