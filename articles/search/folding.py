"""Text as search compares it: one width, one case, no quotation marks, no gaps.

武 钢说：“５Ｇ”技术    ->  武钢说 5g技术
上海（集团）公司          ->  上海集团公司

Every folded character knows where it was printed, so that hits can be marked.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
CHINESE = re.compile(f"[{HAN}]")
WORD = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
#: Marks that stand inside a name or a phrase: quotation marks, brackets, dots.
JOINING = set("\"'“”‘’「」『』《》〈〉()[]【】〔〕{}·•‧・")
#: What a sign becomes besides itself: the end of a phrase, or white space.
MARK, SPACE = " ", "\t"
#: Longer words than this are found by their beginning.
MAX_WORD = 64


@dataclass(frozen=True)
class Folded:
    """`text` with `places`: for each of its characters the index in the print."""

    text: str
    places: tuple[int, ...]


def fold(printed: str) -> Folded:
    """Fold width and case, drop what joins, make one space of what separates."""
    signs: list[str] = []
    places: list[int] = []
    gap = ""
    for place, raw in enumerate(printed):
        for sign in _fold_sign(raw):
            if sign in (MARK, SPACE):
                gap = MARK if MARK in (gap, sign) else SPACE
                continue
            if signs and (gap == MARK or (gap and not _is_typeset(signs[-1], sign))):
                signs.append(" ")
                places.append(place)
            gap = ""
            signs.append(sign)
            places.append(place)
    return Folded("".join(signs), tuple(places))


def terms(folded: str) -> list[str]:
    """Two characters each of a Chinese run and its last one; other words whole.

    党建引领5g  ->  党建 建引 引领 领 5g
    """
    found = []
    for word in WORD.findall(folded):
        if is_chinese(word[0]):
            found += [word[at : at + 2] for at in range(len(word))]
        else:
            found.append(word[:MAX_WORD])
    return found


def is_chinese(sign: str) -> bool:
    return CHINESE.match(sign) is not None


@lru_cache(maxsize=20_000)
def _fold_sign(raw: str) -> str:
    return "".join(map(_kind, unicodedata.normalize("NFKC", raw).lower()))


def _kind(sign: str) -> str:
    if sign.isalnum():
        return sign
    if sign in JOINING or unicodedata.combining(sign):
        return ""
    return SPACE if sign.isspace() else MARK


def _is_typeset(before: str, after: str) -> bool:
    """White space beside Chinese is the typesetter's; between words it is not."""
    return is_chinese(before) or is_chinese(after)
