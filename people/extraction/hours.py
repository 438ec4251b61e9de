"""Hours of the clock, as printed behind a day.

12月11日（星期五）14:00-15:30   -> 14:00 to 15:30
5月5日晚上七点半                -> 19:30
5月5日七点                      -> nothing: print does not say which half of the day
"""

import re
from dataclasses import dataclass
from datetime import time

_NUMBER = r"(?:\d{1,2}|[二三四五]?十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_HALF = r"凌晨|清[晨早]|早[晨上]?|上午|[中正]午|午后|下午|傍晚|晚[上间]?|深?夜[里间]?"
#: 三点意见 counts opinions; 三点 alone is an hour.
_COUNTED = r"(?!意见|要求|建议|希望|想法|体会|措施|举措|看法|内容|启示|做法|经验)"


def _clock(name: str) -> str:
    return rf"""
        (?P<half_{name}>{_HALF})?
        (?P<hour_{name}>{_NUMBER})
        (?:
            [:：](?P<minute_{name}>[0-5]\d)(?!\d)
            | (?P<unit_{name}>[时点]){_COUNTED}
              (?:(?P<words_{name}>零?{_NUMBER})分|(?P<part_{name}>半|整|[一三]刻))?
        )
    """


#: A verbose pattern of what may follow a day; all of it may be missing.
HOURS = rf"""
    (?:[（(](?:星期|周)[一二三四五六日天][）)])?\s*
    (?:{_clock("first")}(?:许|左右|开始)?(?:[-—–~～至到]+{_clock("last")})?
    |{_HALF})?
"""
_HOURS = re.compile(HOURS, re.VERBOSE)
_PARTS = {"半": 30, "一刻": 15, "三刻": 45}
_DIGITS = "零一二三四五六七八九"
#: Hours that each half of the day can have, by the clock of 24.
_SPANS = {"凌": (0, 6), "清": (4, 11), "早": (4, 11), "上": (5, 12)}
_LATE_SPANS = {"中": (11, 14), "正": (11, 14), "午": (12, 18), "下": (12, 18)}
_LATE_SPANS |= {"傍": (16, 20), "晚": (17, 24), "夜": (18, 24), "深": (18, 24)}
#: Nothing is held earlier; print that says so without 凌晨 means the afternoon.
_FIRST_PLAIN = 6


@dataclass(frozen=True, slots=True)
class Hours:
    """`starts` and `ends` as far as print proves them; the words stop at `stop`."""

    stop: int
    starts: time | None = None
    ends: time | None = None


def read_hours(text: str, start: int, day: str = "") -> Hours:
    """The hours that stand at `start`, right behind a day printed as `day`.

    今晚 says the half of the day for the hour behind it, and the first hour for the
    last one. Without it, 14:00 and 14时 count from midnight; 七点 proves nothing.
    """
    match = _HOURS.match(text, start)
    half = match["half_first"] or ("晚" if day.endswith("晚") else "")
    starts = _time(match, "first", half)
    ends = _time(match, "last", match["half_last"] or half)
    if starts is None or (ends is not None and ends <= starts):
        ends = None
    return Hours(match.end(), starts, ends)


def _time(match: re.Match, name: str, half: str) -> time | None:
    if not match[f"hour_{name}"]:
        return None
    hour, minute = _number(match[f"hour_{name}"]), _minute(match, name)
    is_spoken = match[f"unit_{name}"] == "点"
    if half:
        hour = _by_half(hour, half[0])
    elif hour < _FIRST_PLAIN or (is_spoken and hour <= 12):
        return None
    is_clock = hour is not None and hour < 24 and minute < 60
    return time(hour, minute) if is_clock else None


def _by_half(hour: int, half: str) -> int | None:
    """下午, 3 -> 15; None where the half of the day has no such hour."""
    if half in _SPANS:
        first, last = _SPANS[half]
        return hour if first <= hour <= last else None
    first, last = _LATE_SPANS[half]
    return next((each for each in (hour, hour + 12) if first <= each <= last), None)


def _minute(match: re.Match, name: str) -> int:
    if match[f"minute_{name}"]:
        return int(match[f"minute_{name}"])
    if match[f"words_{name}"]:
        return _number(match[f"words_{name}"].removeprefix("零"))
    return _PARTS.get(match[f"part_{name}"] or "", 0)


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    words = words.replace("两", "二")
    tens, ten, ones = words.rpartition("十")
    digit = _DIGITS.index(ones) if ones else 0
    return 10 * (_DIGITS.index(tens) if tens else 1) + digit if ten else digit
