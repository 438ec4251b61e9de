"""What the lines of masthead and page head say of the paper and the page.

"社区晨报", "柏木湾", "总第71期"   ->   Masthead("社区晨报", "柏木湾", number "71")
"第2版 街坊  编辑：宫 商"           ->   Folio(2, name "街坊", editors "宫商")
"""

import re
from collections.abc import Iterable
from datetime import date

from articles.reading.furniture import (
    CREW,
    DATE,
    EDITORS,
    EXTENT,
    LEADING,
    NUMBER,
    PAGE,
    PUBLISHER,
    PUBLISHER_LABEL,
    SLASHED,
    TITLE_OF,
    WRITTEN_DATE,
    is_furniture,
    is_masthead,
    is_title,
)
from articles.reading.lines import Line, spaced_text
from articles.reading.structure import Folio, Masthead, Role

DIGITS = "〇一二三四五六七八九"
#: strokes between the parts of a page head
STROKES = re.compile("(?<!\\d)[|｜/／∕·•]|[|｜/／∕·•](?!\\d)")
ZEROS = re.compile("[零○]")


def read_masthead(lines: list[Line], raw: str) -> Masthead | None:
    """Title, edition, publisher, slogan, number and date as the page prints them."""
    rows = [spaced_text(line, raw) for line in lines if line.role == Role.MASTHEAD]
    heads = [spaced_text(line, raw) for line in lines if line.role == Role.FOLIO]
    found = {"title": "", "edition": "", "publisher": "", "slogan": "", "number": ""}
    names = [
        word for row in rows for word in row_words(row) if not read_word(word, found)
    ]
    read_names(names, found)
    for head in heads:
        read_head_title(head, found)
        read_number(head, found)
    day, words = read_date(rows + heads)
    if not any(found.values()) and not (day and heads):
        return None
    number = found.pop("number")
    return Masthead(**found, issue_number=number, date=day, date_text=words)


def row_words(spaced: str) -> list[str]:
    """A line of the masthead as it says one thing, or the things that share it."""
    words = spaced.split()
    if len(words) < 2 or is_masthead(re.sub(r"\s+", "", spaced)):
        return [spaced]
    if is_title(words[0]):
        return [words[0], " ".join(words[1:])]
    return words if any(map(is_furniture, words)) else [spaced]


def read_word(word: str, found: dict[str, str]) -> bool:
    """Read what says by itself what it is; false for names of the paper."""
    text = re.sub(r"\s+", "", word)
    published = PUBLISHER.fullmatch(text) or PUBLISHER_LABEL.fullmatch(text)
    if published:
        found["publisher"] = found["publisher"] or published["name"]
    elif SLASHED.fullmatch(text):
        found["slogan"] = re.sub(r"[/／∕|｜·]", "", text)
    elif NUMBER.search(text):
        read_number(text, found)
    elif both := TITLE_OF.fullmatch(text):
        found["title"], found["edition"] = both["title"], both["edition"]
    else:
        return is_masthead(word) or is_masthead(text) or is_furniture(text)
    return True


def read_number(text: str, found: dict[str, str]) -> None:
    """The number of the issue; the one counted over all years before any other."""
    for match in NUMBER.finditer(text):
        if match["total"] or not found["number"]:
            found["number"] = match["number"] or match["latin"]


def read_names(names: list[str], found: dict[str, str]) -> None:
    """The name of the paper, the place beside it, and the long line, its slogan."""
    bare = [re.sub(r"\s+", "", name) for name in names]
    title = next((i for i, name in enumerate(bare) if is_title(name)), None)
    if title is not None:
        found["title"] = found["title"] or bare[title]
    for place, name in enumerate(bare):
        if place == title:
            continue
        named = name in found["publisher"]
        beside = title is None or abs(place - title) == 1
        is_edition = named or (beside and not found["publisher"])
        if not (found["title"] or named) and len(name) in (4, 5, 6):
            found["title"] = name
        elif not found["edition"] and len(name) <= 4 and is_edition:
            found["edition"] = name
        elif not found["slogan"] and len(name) >= 5:
            single = all(len(word) == 1 for word in names[place].split())
            found["slogan"] = name if single else names[place]


def read_head_title(spaced: str, found: dict[str, str]) -> None:
    """The name of the paper in the head of a page: 社区晨报·老码头, 今日枫桥."""
    if both := TITLE_OF.search(spaced):
        found["title"] = found["title"] or both["title"]
        found["edition"] = found["edition"] or both["edition"]
    for word in DATE.sub("  ", spaced).split():
        if is_title(word):
            found["title"] = found["title"] or word


def read_date(texts: Iterable[str]) -> tuple[date | None, str]:
    """The first real date that these lines print."""
    for text in texts:
        for pattern in (DATE, WRITTEN_DATE):
            if match := pattern.search(text):
                parts = (match[part] for part in ("year", "month", "day"))
                try:
                    return date(*map(date_number, parts)), match[0]
                except ValueError:
                    continue
    return None, ""


def date_number(printed: str) -> int:
    """2019, 二〇一九 -> 2019; 30, 三十 -> 30"""
    if printed.isascii():
        return int(printed)
    if len(printed) == 4:
        return int("".join(str(DIGITS.index(ZEROS.sub("〇", one))) for one in printed))
    return page_number(printed) or 0


def read_page_head(lines: list[Line], raw: str) -> Folio | None:
    """Number, name and editors of the page, from its head and foot."""
    heads = [spaced_text(line, raw) for line in lines if line.role == Role.FOLIO]
    if not heads:
        return None
    number, name, editors = None, "", []
    for head in heads:
        for crew in CREW.findall(head):
            editors += [
                re.sub(r"\s+", "", each["names"]) for each in EDITORS.finditer(crew)
            ]
        rest = DATE.sub("  ", CREW.sub("  ", TITLE_OF.sub("  ", head)))
        rest = EXTENT.sub("  ", NUMBER.sub("  ", STROKES.sub("  ", rest)))
        place = PAGE.search(rest) or LEADING.match(rest)
        if place and number is None:
            groups = place.groupdict()
            number = page_number(groups["number"] or groups["bare"])
            after = [word for word in rest[place.end() :].split() if is_name(word)]
            name = after[0] if after else ""
        elif not name and is_name(head.strip()):
            name = head.strip()
    rows = [spaced_text(line, raw) for line in lines if line.role == Role.MASTHEAD]
    day, _ = read_date(heads + rows)
    return Folio(number, " ".join(heads), name, day, "", "、".join(editors))


def is_name(word: str) -> bool:
    """Whether a word of a page head can be the name of the page."""
    return len(word) <= 6 and not is_title(word) and not is_masthead(word)


def page_number(printed: str) -> int | None:
    """第3版, A03, 第三版 -> 3"""
    if digits := re.search(r"\d+", printed):
        return int(digits[0])
    ones = DIGITS[1:]
    tens, _, last = printed.rpartition("十")
    if "十" not in printed:
        return ones.find(printed) + 1 or None
    ten = ones.find(tens) + 1 if tens else 1
    return ten * 10 + (ones.find(last) + 1 if last else 0)
