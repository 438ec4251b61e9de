"""The lines above a body read as kicker, headline and subheadline.

"停航多年的渡船重新下水"          kicker
"老码头开出“早班”渡船"            headline
"一天六班，老人免费，雨天照开"    subheadline
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from articles.reading.cleaning import SPACES
from articles.reading.displays import ANNOUNCED, ASKING, STATEMENT, is_label
from articles.reading.lines import Line, spaced_text

#: two or three parts with a space between: 灯要亮 也要关得掉
PART = rf"[^{SPACES}]{{3,12}}"
PARTS = re.compile(rf"^{PART}(?:(?<!\d)[{SPACES}]+(?!\d){PART}){{1,2}}$")
DASH_END = re.compile("[—－：:]$|(?:强调|指出|[时中上](?:要求|表示)|透露|获悉)$")
DASH_START = re.compile("[—－]")
COUNTED = re.compile(
    r"[\d一二三四五六七八九十百千万两]+(?:余?[个件次项条名人家户张所位幢场年月天份棵座辆部台元岁门趟堂桌]|余|%)"
)
DETAIL = re.compile(rf"{COUNTED.pattern}|首[次批个]|累计|年内|今年|即日起|每[周月天年]")
#: 节后侧记: how subtitles of reports end
REPORT = re.compile(r"(?:侧记|纪实|纪事|见闻|走笔|观察|小记|综述|札记|掠影|回眸|回访)$")
OCCASION = re.compile("^(?:学习贯彻|深入|记|访|为了?|坚持|增强|推动|围绕|针对|聚焦|从)")
FEAST = re.compile("^(?:热烈)?(?:庆祝|纪念|喜迎|迎接)|周年$")
#: 街坊人物, 我们在行动: the name of a series, of whom it is about
SERIES = re.compile(
    r"(?:人物|好人|榜样|工匠|先锋|达人|故事|调查|手记|聚焦|追踪|视点|风采|访谈|在行动|进行时|系列报道|专栏|的[一-鿿]{0,3}[人们])$|[·•①-⑩]"
)
#: 某某街道出台六条办法: news that heads an article, where a meeting only leads to it
DONE = re.compile(
    "(?:街道|社区|小区|居民区|居委会?|医院|学校|小学|中心|菜场|公园)[^，。]{0,6}(?:出台|推出|试点|签约|换届|上线|改造|拆除|开出)"
)
#: 街巷里的修鞋匠: of whom an article is
PLACED = re.compile("^[一-鿿]{1,4}[里中上边间]的[一-鿿]{1,4}$")
COUPLET = re.compile("[\u4e00-\u9fff]{6,10}")
#: what a sign is worth for "the upper line is the kicker", in the upper and the lower
#: line; from 900 pairs of lines of a national daily, and rounded
SIGNS = (
    (PARTS, 0.7, 1.2),
    (COUNTED, -0.3, -1.1),
    (re.compile("“"), -0.5, 0.7),
    (re.compile("[，、]"), 1.3, -0.4),
    (re.compile("："), -0.4, 0.2),
    (re.compile("[！？!?]"), -0.8, 0.8),
    (ASKING, -1.5, 0.8),
    (OCCASION, 1.1, 0.0),
    (FEAST, 2.0, 0.0),
    (SERIES, 1.4, 0.0),
    (PLACED, 1.0, 0.0),
    (REPORT, 0.0, -1.5),
    (ANNOUNCED, 1.3, -0.8),
    (DONE, -2.2, 0.0),
    (STATEMENT, 0.0, -0.3),
)
KICKER = 0.6  # without any sign
LONGER = 0.13  # each character that the upper line has more
MOST_LONGER = 8
STARTS_WITH_DETAIL = -0.6  # 首批 …, 十二家 …: what subheadlines begin with


@dataclass(slots=True)
class Heads:
    """Lines by what they are; several lines of one field are one text."""

    column: list[Line] = field(default_factory=list)
    kicker: list[Line] = field(default_factory=list)
    headline: list[Line] = field(default_factory=list)
    subheadline: list[Line] = field(default_factory=list)


def read_stack(lines: list[Line], raw: str) -> Heads:
    """Tell the lines of one stack apart by marks, length and wording."""
    heads = Heads()
    labels = [line for line in lines if is_label(line.text)]
    if len(labels) == len(lines):
        labels = labels[:-1]
    heads.column += labels
    rows = pair_couplets([line for line in lines if line not in labels])
    if not rows:
        return heads
    main = main_row(rows, raw)
    for place, row in enumerate(rows):
        if place < main:
            heads.kicker += row
        elif place == main:
            heads.headline += row
        else:
            heads.subheadline += row
    return heads


def pair_couplets(lines: list[Line]) -> list[list[Line]]:
    """One row a line, but two lines that are made alike are one headline."""
    rows: list[list[Line]] = []
    for line in lines:
        last = rows[-1] if rows else None
        if last and len(last) == 1 and is_couplet(last[0], line):
            last.append(line)
        else:
            rows.append([line])
    return rows


def is_couplet(above: Line, below: Line) -> bool:
    """Whether two neighbours are as long as each other and tell no event."""
    if len(above.text) != len(below.text) or above.level != below.level:
        return False
    if below.gap or below.index != above.index + 1:
        return False
    return all(
        COUPLET.fullmatch(line.text)
        and not STATEMENT.search(line.text)
        and not ANNOUNCED.search(line.text)
        for line in (above, below)
    )


def main_row(rows: list[list[Line]], raw: str) -> int:
    """Which row is the headline."""
    if len(rows) == 1:
        return 0
    levels = [row[0].level for row in rows]
    if any(levels) and len(set(levels)) > 1:
        return levels.index(min(level for level in levels if level))
    sizes = [len(row) for row in rows]
    if max(sizes) > 1:
        return sizes.index(max(sizes))
    texts = ["".join(as_printed(line, raw) for line in row) for row in rows]
    for place, (above, below) in enumerate(pairwise(texts)):
        if DASH_END.search(above):
            return place + 1
        if DASH_START.match(below):
            return place
    return 1 if len(rows) > 2 or weigh_kicker(*texts) > 0 else 0


def as_printed(line: Line, raw: str) -> str:
    """The text of a line with its gaps, doubled glyphs undone."""
    if line.doubled:
        single = raw[line.first : line.last : 2]
        return single if "".join(single.split()) == line.text else line.text
    return spaced_text(line, raw)


def leads_on(text: str) -> bool:
    """Whether a line can only be a kicker: another must stand below it."""
    return bool(DASH_END.search(text) or FEAST.search(text)) or is_label(text)


def weigh_kicker(above: str, below: str) -> float:
    """Above 0 where the first of two lines is a kicker rather than the headline."""
    weight = KICKER
    longer = len(above) - len(below)
    weight += LONGER * max(-MOST_LONGER, min(MOST_LONGER, longer))
    for sign, upper, lower in SIGNS:
        weight += upper * bool(sign.search(above)) + lower * bool(sign.search(below))
    return weight + STARTS_WITH_DETAIL * bool(DETAIL.match(below))
