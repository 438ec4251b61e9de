"""The clean-ups between print and field, each recorded with its offsets.

"2018 年，⻓者 100 多人( 集团) \\n出席"
"2018年，长者100多人（集团）出席"       kinds: space, radical, half_mark, wrap
"""

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise

from articles.reading.lexicon import pairs
from articles.reading.structure import Cleanup

SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
#: invisible marks: zero width, bidi controls, soft hyphen, BOM, C0 and C1 controls
HIDDEN = (
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029"
)
TO_CLEAN = re.compile(
    f"""(?P<space> [{SPACES}\\r\\n{HIDDEN}]+ )
      | (?P<radical> [\u2e80-\u2fdf] )
      | (?P<upright> [\ufe41-\ufe44] )
      | (?P<half> [,:;!?()] )
      | (?P<full> [\uff10-\uff19\uff21-\uff3a\uff41-\uff5a] )""",
    re.VERBOSE,
)
UPRIGHT_MARKS = dict(zip("\ufe41\ufe42\ufe43\ufe44", "‘’“”", strict=True))
FULL_MARKS = dict(zip(",:;!?()", "，：；！？（）", strict=True))
CHINESE = re.compile(
    "[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
LATIN = re.compile("[0-9A-Za-z]")
HIDDEN_ONLY = re.compile(f"[{HIDDEN}]+")
HAN = "\u3007\u4e00-\u9fff\u3400-\u4dbf"
#: 14:00　修补集市　一楼大厅: columns of a list that begins with a day or an hour
FIRST_COLUMN = re.compile(r"[0-9）)]\u3000+(?=\S)")
#: 两位老友对弈 余 粮 摄
CREDIT = re.compile(
    rf"(?P<before>[{SPACES}]+)[\u4e00-\u9fff](?:[{SPACES}]*[\u4e00-\u9fff·]){{1,3}}?"
    rf"(?P<behind>[{SPACES}]*)(?:摄|摄影)[)）]?$"
)
COLUMN_GAP = re.compile(r"(?<=\S{3})\u3000+(?=\S{3})")
GAP = re.compile(f"[{SPACES}]+")
NAME = (
    rf"(?:[{HAN}]{{1,8}}(?:[·•・][{HAN}]{{1,8}})+|[{HAN}]{{2,4}}|[{HAN}][{SPACES}]+[{HAN}])"
    r"(?:[(（][^()（）\n]{1,12}[)）])?"
)
#: 二等奖：霍　东 关启慧 古丽娜·买买提, 柳浪居民区 霍东 关启慧; right behind a colon
#: two are enough
ROLL = re.compile(
    rf"(?<![{HAN}·])(?:[{HAN}]{{5,12}}[{SPACES}]+)?"
    rf"(?:{NAME}[{SPACES}]+){{1,40}}{NAME}(?![{HAN}·])"
    rf"|(?<=[：:]){NAME}[{SPACES}]+{NAME}(?=[，；。]|$)",
    re.MULTILINE,
)
ITEM = re.compile(rf"[{HAN}]{{5,12}}(?=[{SPACES}])|{NAME}")


def find_cleanups(
    raw: str, start: int, end: int, *, keep_spaces: bool = False
) -> list[Cleanup]:
    """The changes that make `raw[start:end]` readable, in order of offset.

    With `keep_spaces` one space between two Chinese characters stays: in a
    headline it stands for a comma.
    """
    found = []
    for match in TO_CLEAN.finditer(raw, start, end):
        printed, kind = match[0], match.lastgroup
        if kind == "space":
            kind, shown = show_space(raw, start, end, match, keep_spaces)
        elif kind == "radical":
            shown = real_character(printed)
        elif kind == "upright":
            shown = UPRIGHT_MARKS[printed]
        elif kind == "half":
            kind, shown = "half_mark", show_mark(raw, start, end, match)
        else:
            kind, shown = "full_digit", unicodedata.normalize("NFKC", printed)
        if shown != printed:
            found.append(Cleanup(match.start(), match.end(), kind, printed, shown))
    return found


def keep_column_gaps(
    raw: str, start: int, end: int, cleanups: list[Cleanup]
) -> list[Cleanup]:
    """The clean-ups without those that join two columns of a printed list."""
    if not FIRST_COLUMN.search(raw, start, end):
        return cleanups
    gaps = {match.span() for match in COLUMN_GAP.finditer(raw, start, end)}
    return [each for each in cleanups if (each.start, each.end) not in gaps]


def keep_roll_gaps(
    raw: str, start: int, end: int, cleanups: list[Cleanup]
) -> list[Cleanup]:
    """The clean-ups with one space left between the names of a roll."""
    gaps = {gap for roll in ROLL.finditer(raw, start, end) for gap in gaps_of(roll)}
    return [
        replace(each, shown=" ") if (each.start, each.end) in gaps else each
        for each in cleanups
    ]


def gaps_of(roll: re.Match) -> list[tuple[int, int]]:
    """Where the spaces between the names of a roll stand; none where most of its
    characters stand apart."""
    items = list(ITEM.finditer(roll.string, *roll.span()))
    if len(items) < 3 and roll.string[roll.start() - 1 : roll.start()] not in "：:":
        return []
    if 2 * sum(bool(GAP.search(item[0])) for item in items) > len(items):
        return []
    return [(a.end(), b.start()) for a, b in pairwise(items)]


def keep_credit_gap(
    raw: str, start: int, end: int, cleanups: list[Cleanup]
) -> list[Cleanup]:
    """The clean-ups with one space left before the name of a photographer and 摄."""
    found = CREDIT.search(raw, start, end)
    if not found:
        return cleanups
    gaps = {found.span("before"), found.span("behind")}
    return [
        replace(each, shown=" ") if (each.start, each.end) in gaps else each
        for each in cleanups
    ]


def show(raw: str, start: int, end: int, cleanups: list[Cleanup]) -> str:
    """The text of `raw[start:end]` after its clean-ups."""
    if not cleanups:
        return raw[start:end]
    parts, place = [], start
    for change in cleanups:
        parts += raw[place : change.start], change.shown
        place = change.end
    return "".join(parts) + raw[place:end]


def show_space(
    raw: str, start: int, end: int, match: re.Match, keep: bool
) -> tuple[str, str]:
    """A run of white space: nothing inside Chinese, one space between two words."""
    printed = match[0]
    if HIDDEN_ONLY.fullmatch(printed):
        return "control", ""
    wrap = "\n" in printed or "\r" in printed
    if match.start() == start or match.end() == end:
        return ("wrap" if wrap else "space"), ""
    before, after = raw[match.start() - 1], raw[match.end()]
    if LATIN.match(before) and LATIN.match(after):
        broken_number = wrap and before.isdigit() and after.isdigit()
        return ("wrap" if wrap else "space"), "" if broken_number else " "
    return ("wrap" if wrap else "space"), " " if keep and not wrap else ""


def show_mark(raw: str, start: int, end: int, match: re.Match) -> str:
    """A half-width mark beside a Chinese character is an artefact of extraction."""
    before = raw[max(start, match.start() - 2) : match.start()].rstrip()[-1:]
    after = raw[match.end() : min(end, match.end() + 2)].lstrip()[:1]
    if before.isdigit() and after.isdigit():
        return match[0]
    if CHINESE.match(before) or CHINESE.match(after):
        return FULL_MARKS[match[0]]
    return match[0]


def real_character(printed: str) -> str:
    """The character that a radical code point stands for."""
    return pairs("radicals").get(printed) or unicodedata.normalize("NFKC", printed)
