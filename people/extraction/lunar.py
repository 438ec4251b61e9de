"""Days of the lunar calendar: 正月十六 of 2019 -> 2019-02-20."""

import re
from datetime import date, timedelta

from people.extraction.wordlists import table

_MONTHS = "正二三四五六七八九十冬腊"
_MONTH_WORDS = {"一": 1, "十一": 11, "十二": 12} | {
    word: number for number, word in enumerate(_MONTHS, start=1)
}
_TENS = {"初": 0, "十": 10, "廿": 20, "二十": 20, "三十": 30}
_DIGITS = {word: number for number, word in enumerate("一二三四五六七八九", start=1)}
_FESTIVALS = {
    "元宵节": (1, 15),
    "端午节": (5, 5),
    "七夕": (7, 7),
    "中秋节": (8, 15),
    "重阳节": (9, 9),
    "腊八节": (12, 8),
    "除夕": (12, 0),
}
LUNAR_DAY = re.compile(
    r"(?:农历|阴历)?(?P<leap>闰)?(?P<month>正|冬|腊|(?<=农历)[一二三四五六七八九十]{1,2}"
    r"|(?<=[农阴]历)[一二三四五六七八九十]{1,2})月"
    r"(?P<day>初[一二三四五六七八九十]|十[一二三四五六七八九]?|廿[一二三四五六七八九]?"
    r"|二十[一二三四五六七八九]?|三十)"
    r"|大年(?P<new>初[一二三四五六七八九十])"
    r"|(?P<last>大年三十|(?<![\u4e00-\u9fff\d])年三十(?=[，。晚夜那这]))"
    rf"|(?P<festival>{'|'.join(_FESTIVALS)})(?:当天|当日|当晚|这天)"
)


def lunar_day(match: re.Match, year: int) -> date | None:
    """The solar day of a match of `LUNAR_DAY` in lunar `year`, None outside the table
    or for a day that month does not have."""
    if match["new"]:
        return solar(year, 1, _day(match["new"]))
    if match["last"]:
        return solar(year, 12, _length_of_last_month(year))
    if match["festival"]:
        month, day = _FESTIVALS[match["festival"]]
        return solar(year, month, day or _length_of_last_month(year))
    return solar(
        year, _MONTH_WORDS[match["month"]], _day(match["day"]), bool(match["leap"])
    )


def solar(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The solar day of a lunar day."""
    row = table("lunar_years").get(str(year))
    if row is None:
        return None
    first, leap_month, months = date.fromisoformat(row[0]), int(row[1]), row[2]
    if leap and leap_month != month:
        return None
    index = month - 1 + (leap_month != 0 and (month > leap_month or leap))
    if day > _days(months[index]):
        return None
    return first + timedelta(days=sum(map(_days, months[:index])) + day - 1)


def _days(length: str) -> int:
    return 30 if length == "L" else 29


def _length_of_last_month(year: int) -> int:
    row = table("lunar_years").get(str(year))
    return _days(row[2][-1]) if row else 30


def _day(words: str) -> int:
    if words in _TENS:
        return _TENS[words]
    if words == "初十":
        return 10
    tens, digit = words[:-1], words[-1]
    return _TENS[tens] + _DIGITS[digit]
