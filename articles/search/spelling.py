"""Names of people typed in Latin letters: wangyanhua, wang yan hua, wangyh, wyh."""

import re
from functools import lru_cache

from pypinyin import Style, pinyin


def is_spelt(typed: str, name: str, sort_name: str) -> bool:
    """Whether the letters are the name, its surname, or its syllables' beginnings.

    `sort_name` is how the name is read: 王燕华, wang yanhua.
    """
    letters = sort_name.replace(" ", "")
    if len(typed) > 1 and letters.startswith(typed):
        return True
    parts = syllables(name, letters)
    return len(parts) > 1 and re.fullmatch(_beginnings(parts), typed) is not None


def syllables(name: str, letters: str) -> list[str]:
    """王燕华, wangyanhua -> [wang, yan, hua]; empty where the letters do not fit."""
    signs = [sign for sign in name if sign.isalnum()]
    return _split(signs, letters) or []


def _split(signs: list[str], letters: str) -> list[str] | None:
    if not signs:
        return None if letters else []
    for reading in _readings(signs[0]):
        if letters.startswith(reading):
            rest = _split(signs[1:], letters[len(reading) :])
            if rest is not None:
                return [reading, *rest]
    return None


@lru_cache(maxsize=20_000)
def _readings(sign: str) -> tuple[str, ...]:
    found = pinyin(sign, style=Style.NORMAL, heteronym=True)[0]
    return tuple(reading.lower().replace("ü", "v") for reading in found)


def _beginnings(parts: list[str]) -> str:
    """[wang, yan] -> w(?:a(?:n(?:g)?)?)?y(?:a(?:n)?)?"""
    return "".join(map(_beginning, map(re.escape, parts)))


def _beginning(part: str) -> str:
    rest = part[1:]
    return part[0] + "".join(f"(?:{letter}" for letter in rest) + ")?" * len(rest)
