"""What belongs to the page and to no article: masthead, folio, jumps, guides.

"第2版 街坊  2020.10.15  编辑：宫 商"   ->   Folio(2, name="街坊", editors="宫商")
"（下转第3版）"                         ->   a jump line
"""

import re
from datetime import date

from articles.reading.cleaning import SPACES, find_cleanups, show
from articles.reading.lexicon import alternation
from articles.reading.lines import Line
from articles.reading.structure import Folio, Masthead, Role

# 2020年10月15日, 2020.10.15, 2020-10-15
DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:年|[./\-])(?P<month>\d{1,2})(?:月|[./\-])(?P<day>\d{1,2})日?"
)
# 星期四, 农历九月廿九, 庚子年九月
CALENDAR = re.compile(
    r"星期[一二三四五六日天]|周[一二三四五六日]|农历[一-鿿]{2,8}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[一-鿿]{0,5}"
)
# 第318期, 总第164期, 今日4版, 共8版
NUMBER = re.compile(
    r"[(（]?(?:总|第)*第?(?P<number>\d{1,5}|[零〇一二三四五六七八九十百千]+)期[)）]?"
)
EXTENT = re.compile(r"(?:今日|本期|共|对开|四开)[共]?[\d一二三四五六七八九十]+[版张]")
# 第2版, A03版, 02
PAGE = re.compile(r"第?\s*(?P<number>[A-D]?\d{1,2}|[一二三四五六七八九十]{1,3})\s*版")
LEADING = re.compile(
    rf"[{SPACES}]*(?P<number>[A-D]?\d{{1,2}})(?=[{SPACES}]|[一-鿿]{{2,4}}$)"
)
# （下转第3版）, (上接1版)
JUMP = re.compile(
    r"[(（【]?[▶▲◀]?(?:下转|上接|紧接|转|接)第?[A-D]?[\d一二三四五六七八九十]{1,3}版[^。）)]{0,12}[)）】]?"
)
# 责任编辑：宫 商  视觉设计 石 青
EDITORS = re.compile(
    alternation("editor_labels") + rf"[{SPACES}]*[:：/／∕]?[{SPACES}]*"
    rf"(?P<names>(?:[一-鿿][{SPACES}]*[一-鿿](?:[一-鿿](?![一-鿿]))?[{SPACES}、]*)+?)"
    rf"(?=[{SPACES}]*(?:$|{alternation('editor_labels')}|\d|[A-Za-z]))"
)
TITLE = re.compile(rf"[一-鿿]{{1,6}}{alternation('paper_names')}")
# 社区晨报·老码头
TITLE_OF = re.compile(
    rf"(?P<title>[一-鿿]{{1,6}}{alternation('paper_names')})[·•・｜|—\-](?P<edition>[一-鿿]{{2,6}})"
)
LATIN = re.compile(r"[A-Z][A-Z\s&'.,·\-]{4,}")
SLASHED = re.compile(
    rf"(?:[一-鿿]{{1,4}}[{SPACES}]*[/／∕|｜·][{SPACES}]*){{3,}}[一-鿿]{{1,4}}"
)
PUBLISHER = re.compile(
    r"(?!由)(?P<name>[一-鿿、（）()·]{3,40}?)"
    r"(?:(?:联合|共同)(?:出版|主办|承办|编印)|编辑出版|编印|主管主办|出版|主办)"
)
PUBLISHER_LABEL = re.compile(
    r"(?:主办单位|主办|主管单位|主管|承办|出版)[:：](?P<name>[一-鿿、（）()·]{3,40})"
)
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+\w|(?:\d{3,4}-)?\d{7,8}|\d{3,4}-\d{4}-\d{4}|1\d{10}"
)
START = re.compile(alternation("furniture"))
FOLLOW = re.compile(
    r"关注[“\"「‘]?[^。！？，]{2,16}[”\"」’]?(?:官方)?(?:微信)?(?:公众号|视频号|微博|客户端)?"
)
GUIDE = re.compile(r".{4,40}(?:详见|见|▶|→|>>)第?[A-D]?[\d一二三四五六七八九十]{1,3}版")
NOISE = re.compile(r"[\d\s.·|_\-–—=*~]+")
IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\))?|<[^>]+>|\[图片\]")
STOPS = re.compile("[。！？；]")


def read_folio(lines: list[Line], raw: str) -> tuple[Masthead | None, Folio | None]:
    """Mark the lines that belong to the page and read what they say."""
    for line in lines:
        mark_line(line, raw)
    widen_masthead(lines, raw)
    return read_masthead(lines, raw), read_page_head(lines, raw)


def mark_line(line: Line, raw: str) -> None:
    """Give one line its role where its own shape proves it."""
    text = line.text
    if line.width > 160 or (len(text) > 60 and STOPS.search(text)):
        return
    words = spaced_text(line, raw).split()
    if JUMP.fullmatch(text):
        line.role = Role.JUMP
    elif is_folio(line, raw):
        line.role = Role.FOLIO
    elif is_masthead(text) or (
        len(words) > 1
        and all(is_masthead(word) or is_furniture(word) for word in words)
    ):
        line.role = Role.MASTHEAD
    elif is_furniture(text):
        line.role = Role.FURNITURE


def spaced_text(line: Line, raw: str) -> str:
    """The text of a line with one space where print leaves a gap."""
    changes = find_cleanups(raw, line.first, line.last, keep_spaces=True)
    return show(raw, line.first, line.last, changes)


def is_furniture(text: str) -> bool:
    """QR lines, guides to other pages, addresses of the paper, pictures of markdown."""
    if IMAGE.fullmatch(text) or NOISE.fullmatch(text):
        return True
    if STOPS.search(text[:-1]) or len(text) > 60:
        return False
    return bool(START.match(text) or FOLLOW.fullmatch(text) or GUIDE.fullmatch(text))


def is_masthead(text: str) -> bool:
    """English title, slogan with strokes, publisher, number, date."""
    if LATIN.fullmatch(text) or SLASHED.fullmatch(text):
        return True
    if PUBLISHER.fullmatch(text) or PUBLISHER_LABEL.fullmatch(text):
        return True
    rest = text
    for pattern in (DATE, CALENDAR, NUMBER, EXTENT):
        rest = pattern.sub("", rest)
    return rest != text and not rest.strip("，,·|｜ ()（）第号总")


def is_folio(line: Line, raw: str) -> bool:
    """Whether the line is put together from page number, page name, date, editors."""
    spaced = spaced_text(line, raw)
    rest, strong = TITLE_OF.subn("  ", spaced)
    rest, found = EDITORS.subn("  ", rest)
    strong += found
    rest, found = DATE.subn("  ", rest)
    dated = found
    for pattern in (CALENDAR, EXTENT, ADDRESS):
        rest = pattern.sub("  ", rest)
    rest, found = PAGE.subn("  ", rest, count=1)
    strong += found
    if not found and (LEADING.match(rest) and line.width <= 70):
        rest, found = LEADING.subn("  ", rest, count=1)
        strong += found and (strong or dated or len(rest.strip()) <= 4)
    words = rest.strip(f"{SPACES}·|｜：:/-—").split()
    if not strong or len(words) > 2:
        return False
    return all(len(word) <= 6 and not STOPS.search(word) for word in words)


def widen_masthead(lines: list[Line], raw: str) -> None:
    """Short lines between lines of the masthead belong to it: 欧阳, the slogan.

    Only a masthead has such neighbours; a page head alone proves nothing.
    """
    sure = {Role.MASTHEAD, Role.FURNITURE}
    if sum(line.role == Role.MASTHEAD for line in lines) < 2:
        return
    for line in lines:
        if line.role is None and is_title(line, raw):
            line.role = Role.MASTHEAD
    for first, last in runs_without_role(lines):
        run = lines[first:last]
        above = first == 0 or lines[first - 1].role in sure
        below = last == len(lines) or lines[last].role in sure
        if not (above and below) or len(run) > 4 or len(run) == len(lines):
            continue
        if any(line.width > 24 or STOPS.search(line.text) for line in run):
            continue
        inside = first > 0 and last < len(lines)
        if any(TITLE.fullmatch(line.text) for line in run) or (
            len(run) == 1 and (inside or run[0].width <= 8)
        ):
            for line in run:
                line.role = Role.MASTHEAD


def is_title(line: Line, raw: str) -> bool:
    """Whether a line holds the title of the paper, its edition perhaps beside it."""
    words = spaced_text(line, raw).split()
    if len(words) > 3 or not any(TITLE.fullmatch(word) for word in words):
        return False
    return all(TITLE.fullmatch(word) or len(word) <= 4 for word in words)


def runs_without_role(lines: list[Line]) -> list[tuple[int, int]]:
    """Where lines stand together that nothing has explained yet."""
    runs, first = [], None
    for index, line in enumerate([*lines, None]):
        if line is not None and line.role is None:
            first = index if first is None else first
        elif first is not None:
            runs.append((first, index))
            first = None
    return runs


def read_masthead(lines: list[Line], raw: str) -> Masthead | None:
    """Title, edition, publisher, slogan, number and date as the page prints them."""
    rows = [line for line in lines if line.role == Role.MASTHEAD]
    texts = [word for line in rows for word in masthead_words(line, raw)]
    heads = [line for line in lines if line.role == Role.FOLIO]
    found = {"title": "", "edition": "", "publisher": "", "slogan": "", "number": ""}
    plain = []
    for text in texts:
        published = PUBLISHER.fullmatch(text) or PUBLISHER_LABEL.fullmatch(text)
        if published:
            found["publisher"] = found["publisher"] or published["name"]
        elif SLASHED.fullmatch(text):
            found["slogan"] = re.sub(r"[/／∕|｜·\s]", "", text)
        elif numbered := NUMBER.search(text):
            found["number"] = found["number"] or numbered["number"]
        elif TITLE.fullmatch(text):
            found["title"] = found["title"] or text
        elif not (is_masthead(text) or is_furniture(text)):
            plain.append(text)
    for line in heads:
        if both := TITLE_OF.search(spaced_text(line, raw)):
            found["title"] = found["title"] or both["title"]
            found["edition"] = found["edition"] or both["edition"]
    fill_names(found, plain)
    day, words = read_date(rows + heads, raw)
    if not any(found.values()) and not (day and heads):
        return None
    number = found.pop("number")
    return Masthead(**found, issue_number=number, date=day, date_text=words)


def masthead_words(line: Line, raw: str) -> list[str]:
    """What one line of the masthead says; two things may share a line."""
    words = spaced_text(line, raw).split()
    if len(words) > 1 and any(is_furniture(word) for word in words):
        return words
    return [line.text]


def fill_names(found: dict[str, str], plain: list[str]) -> None:
    """The short line of a masthead is the edition, the long one its slogan."""
    for text in plain:
        if not found["edition"] and len(text) <= 4:
            found["edition"] = text
        elif not found["slogan"] and len(text) >= 5:
            found["slogan"] = text


def read_date(lines: list[Line], raw: str) -> tuple[date | None, str]:
    """The first real date that these lines print."""
    for line in lines:
        if match := DATE.search(line.text):
            try:
                day = date(*(int(match[part]) for part in ("year", "month", "day")))
            except ValueError:
                continue
            return day, match[0]
    return None, ""


def read_page_head(lines: list[Line], raw: str) -> Folio | None:
    """Number, name and editors of the page, from its head and foot."""
    heads = [line for line in lines if line.role == Role.FOLIO]
    if not heads:
        return None
    number, name, editors = None, "", []
    for line in heads:
        spaced = TITLE_OF.sub("  ", spaced_text(line, raw))
        for match in EDITORS.finditer(spaced):
            editors.append(re.sub(r"\s+", "", match["names"]))
        rest = DATE.sub("  ", EDITORS.sub("  ", spaced))
        place = PAGE.search(rest) or LEADING.match(rest)
        if place and number is None:
            number = page_number(place["number"])
            after = rest[place.end() :].split()
            name = after[0] if after and len(after[0]) <= 6 else ""
    day, _ = read_date(heads + [x for x in lines if x.role == Role.MASTHEAD], raw)
    text = " ".join(line.text for line in heads)
    return Folio(number, text, name, day, "", "、".join(editors))


def page_number(printed: str) -> int | None:
    """第3版, A03, 第三版 -> 3"""
    if digits := re.search(r"\d+", printed):
        return int(digits[0])
    ones = "一二三四五六七八九"
    tens, _, last = printed.rpartition("十")
    if "十" not in printed:
        return ones.find(printed) + 1 or None
    ten = ones.find(tens) + 1 if tens else 1
    return ten * 10 + (ones.find(last) + 1 if last else 0)
