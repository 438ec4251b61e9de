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
#: A run of plain Chinese, which folds to itself, or one sign of anything else.
STRETCH = re.compile(r"(?P<chinese>[\u4e00-\u9fff]+)|.", re.DOTALL)
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
    runs: list[str] = []
    places: list[int] = []
    gap = ""
    for found in STRETCH.finditer(printed):
        run, place = found[0], found.start()
        if not found["chinese"]:
            run = _fold_sign(run)
        if not run.strip():
            gap = MARK if MARK in (gap, run) else (run and SPACE) or gap
            continue
        if runs and (gap == MARK or (gap and not _is_typeset(runs[-1], run))):
            runs.append(" ")
            places.append(place)
        gap = ""
        runs.append(run)
        places += range(place, found.end()) if found["chinese"] else [place] * len(run)
    return Folded("".join(runs), tuple(places))


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
    """The letters that one sign stands for, else what it is between letters."""
    kinds = [_kind(sign) for sign in unicodedata.normalize("NFKC", raw).lower()]
    letters = "".join(kind for kind in kinds if kind.isalnum())
    return letters or max(kinds, default="")


def _kind(sign: str) -> str:
    if sign.isalnum():
        return sign
    if sign in JOINING or unicodedata.combining(sign):
        return ""
    return SPACE if sign.isspace() else MARK


def _is_typeset(before: str, after: str) -> bool:
    """White space beside Chinese is the typesetter's; between words it is not."""
    return is_chinese(before[-1]) or is_chinese(after[0])
