"""Dates as printed, with bounds that print proves.

今年3月23日 (printed in 2019) -> 2019-03-23 to 2019-03-23
去年8月以来                   -> 2018-08-01 to 2018-08-31
11月中旬                      -> 2018-11-11 to 2018-11-20
日前                          -> no bounds, ever
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from people.extraction.lines import Line
from people.extraction.lunar import LUNAR_DAY, lunar_day
from people.extraction.structure import FoundDate

Bounds = tuple[date | None, date | None]
UNKNOWN: Bounds = (None, None)

_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_YEAR = r"(?P<year>(?:19|20)\d{2}|[一二][〇零○九][〇零○一二三四五六七八九]{2})年"
_DATE = re.compile(
    rf"""
    (?:{_YEAR}|(?P<relative>今年|去年|前年|明年|当年))?
    (?:(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月
       (?:(?P<day>[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号)
       |(?P<part>[上中下])旬|(?P<edge>[初底末]))?)
    """,
    re.VERBOSE,
)
_YEAR_ONLY = re.compile(
    rf"{_YEAR}(?!代|级|前|来|以来)|(?P<relative>今年|去年|前年|明年)"
)
_MONTH_WORD = re.compile(
    r"(?P<word>本月|上月|上个月|下月|下个月)(?:(?P<day>[12]\d|3[01]|[1-9])(?:日|号))?"
)
# 如今|天气, 文|明日, 以前|天天: the same characters across two words.
# 12日下午: of the month of the paper.
_BARE_DAY = re.compile(
    r"(?<![月日\d至到、和与—~～-])(?P<day>[12]\d|3[01]|[1-9])日"
    r"(?=[上下中]午|[清早凌][晨上]|傍晚|晚上?|夜)"
)
_WILL = re.compile(r"将(?:于|在)?\Z")
_DAY_WORD = re.compile(
    r"""
    (?<![如至当现迄])今(?:[晨早晚夜]|天(?!气)|日(?!头条))
    |昨(?:[天日晚夜晨])
    |(?<![文说清证声光聪照透开黎表鲜分])明(?:[晚早]|天|日(?![常期程子益记]))
    |(?<![目以从之提此眼日月年周先午饭会])前天(?![天气亮空色黑然下])
    |(?<![今以之此然最随日月年先午饭会背身])后天(?![天气亮空色黑然下])
    """,
    re.VERBOSE,
)
_WEEK = re.compile(
    r"(?P<which>上|本|下|这)?(?:个)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])"
)
# 生日|前, 离家最近: said of other things.
_VAGUE = re.compile(
    r"(?<![生假休节作止付期当\d])日前|近日|近期|(?<![离处家])最近(?!处|距离|的一)"
    r"|前不久|不久前|近来|前段时间|连日来|这几天|前几天"
)
_DAY_STEPS = {"今": 0, "昨": -1, "明": 1, "前": -2, "后": 2}
#: A date may lie this far ahead of the paper that prints it; otherwise it is past.
_AHEAD = timedelta(days=100)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in a line; `month_day` is MM-DD where print gives month and day."""

    line: int
    start: int
    end: int
    text: str
    earliest: date | None
    latest: date | None
    month_day: str = ""
    kind: str = "day"

    def found(self, lines: tuple[Line, ...]) -> FoundDate:
        place = lines[self.line].place(self.start, self.end)
        return FoundDate(self.text, self.earliest, self.latest, place)


def find_dates(lines: tuple[Line, ...], printed: Bounds) -> tuple[DateSpan, ...]:
    """All dates in reading order; of two that overlap the longer one."""
    found: list[DateSpan] = []
    for index, line in enumerate(lines):
        spans = sorted(
            _spans(index, line.text, printed), key=lambda s: (s.start, s.start - s.end)
        )
        end = 0
        for span in spans:
            if span.start >= end:
                found.append(span)
                end = span.end
    return tuple(found)


def _spans(index: int, text: str, printed: Bounds):
    for match in _DATE.finditer(text):
        yield _month_and_day(index, match, printed)
    for match in _YEAR_ONLY.finditer(text):
        year = _year(match, printed)
        bounds = _year_bounds(year) if year else UNKNOWN
        yield DateSpan(index, *match.span(), match[0], *bounds, kind="year")
    for match in _MONTH_WORD.finditer(text):
        yield DateSpan(
            index, *match.span(), match[0], *_month_word(match, printed), kind="month"
        )
    for match in _BARE_DAY.finditer(text):
        day = _bare_day(match, printed)
        yield DateSpan(index, *match.span(), match[0], day, day, kind="word")
    for match in _DAY_WORD.finditer(text):
        yield DateSpan(
            index, *match.span(), match[0], *_day_word(match[0], printed), kind="word"
        )
    for match in _WEEK.finditer(text):
        yield DateSpan(
            index, *match.span(), match[0], *_week(match, printed), kind="week"
        )
    for match in _VAGUE.finditer(text):
        yield DateSpan(index, *match.span(), match[0], None, None, kind="vague")
    for match in LUNAR_DAY.finditer(text):
        day = _lunar(match, printed)
        yield DateSpan(index, *match.span(), match[0], day, day, kind="day")


def _month_and_day(index: int, match: re.Match, printed: Bounds) -> DateSpan:
    month = _number(match["month"])
    day = _number(match["day"]) if match["day"] else 0
    year = _year(match, printed) or _near_year(month, day or 1, printed)
    if match["relative"] == "当年":
        year = 0
    if day:
        bounds = _day_bounds(year, month, day)
        month_day = f"{month:02d}-{day:02d}"
        return DateSpan(index, *match.span(), match[0], *bounds, month_day, "day")
    part = match["part"] or match["edge"]
    bounds = _month_bounds(year, month, part) if year else UNKNOWN
    kind = "part" if part else "month"
    return DateSpan(index, *match.span(), match[0], *bounds, kind=kind)


def _month_bounds(year: int, month: int, part: str | None) -> Bounds:
    """The days of a month, or of its 上旬, 中旬 or 下旬, of its 初 or 底."""
    last = monthrange(year, month)[1]
    begins, ends = (1, 10), (21, last)
    thirds = {"上": begins, "初": begins, "中": (11, 20)}
    thirds |= dict.fromkeys("下底末", ends)
    first, last = thirds.get(part, (1, last))
    return date(year, month, first), date(year, month, last)


def _year(match: re.Match, printed: Bounds) -> int:
    """The printed year, or the one that 今年, 去年 mean; 0 where unknown."""
    if match["year"]:
        return int(match["year"].translate(_HAN_DIGITS))
    earliest, latest = printed
    if (
        not match["relative"]
        or not earliest
        or not latest
        or earliest.year != latest.year
    ):
        return 0
    return earliest.year + {"去年": -1, "前年": -2, "明年": 1}.get(match["relative"], 0)


def _near_year(month: int, day: int, printed: Bounds) -> int:
    """The year of a date printed without one: the newest that is not far ahead."""
    earliest, latest = printed
    if not earliest or not latest or earliest.year != latest.year:
        return 0
    for year in (latest.year + 1, latest.year, latest.year - 1):
        candidate = _safe(year, month, day)
        if candidate and candidate <= latest + _AHEAD:
            return year if latest - earliest < timedelta(days=62) else latest.year
    return 0


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_bounds(year: int, month: int, day: int) -> Bounds:
    found = _safe(year, month, day) if year else None
    return found, found


def _year_bounds(year: int) -> Bounds:
    return date(year, 1, 1), date(year, 12, 31)


def _exact(printed: Bounds) -> date | None:
    return printed[0] if printed[0] and printed[0] == printed[1] else None


def _month_word(match: re.Match, printed: Bounds) -> Bounds:
    day = _exact(printed)
    if day is None:
        return UNKNOWN
    step = {"本": 0, "上": -1, "下": 1}[match["word"][0]]
    year, month = _month(day.year * 12 + day.month - 1 + step)
    if match["day"]:
        return _day_bounds(year, month, int(match["day"]))
    return _month_bounds(year, month, None)


def _bare_day(match: re.Match, printed: Bounds) -> date | None:
    """The last day with this number up to the paper, the next one behind 将."""
    day = _exact(printed)
    if day is None:
        return None
    low = max(0, match.start() - 3)
    ahead = bool(_WILL.search(match.string, low, match.start()))
    months = day.year * 12 + day.month - 1
    steps = (0, 1) if ahead else (0, -1)
    found = (_safe(*_month(months + step), int(match["day"])) for step in steps)
    return next((x for x in found if x and (x >= day if ahead else x <= day)), None)


def _month(count: int) -> tuple[int, int]:
    year, month = divmod(count, 12)
    return year, month + 1


def _day_word(word: str, printed: Bounds) -> Bounds:
    day = _exact(printed)
    if day is None:
        return UNKNOWN
    found = day + timedelta(days=_DAY_STEPS[word[0]])
    return found, found


def _week(match: re.Match, printed: Bounds) -> Bounds:
    """The week that print means; which of its days is left to the words, because 上周六
    said on a Sunday has two readings."""
    day = _exact(printed)
    if day is None or not match["which"]:
        return UNKNOWN
    monday = day - timedelta(days=day.weekday())
    monday += timedelta(days=7 * {"上": -1, "下": 1}.get(match["which"], 0))
    return monday, monday + timedelta(days=6)


def _lunar(match: re.Match, printed: Bounds) -> date | None:
    earliest, latest = printed
    if not earliest or not latest or earliest.year != latest.year:
        return None
    days = (lunar_day(match, latest.year - step) for step in (-1, 0, 1))
    return next((day for day in days if day and day <= latest + _AHEAD), None)


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    digits = {word: number for number, word in enumerate("一二三四五六七八九", start=1)}
    if "十" not in words:
        return digits[words]
    tens, ones = words.split("十")
    return 10 * digits.get(tens, 1) + digits.get(ones, 0)
