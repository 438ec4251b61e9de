"""A name in Latin letters, for indexes and for search by pinyin.

王燕华 -> wang yanhua        单国荣 -> shan guorong        尉迟恭 -> yuchi gong
"""

from functools import cache
from pathlib import Path

from pypinyin import lazy_pinyin

READINGS = Path(__file__).parent / "data" / "surname_readings.txt"


def sort_name(name: str) -> str:
    """Surname and given name with a space between, lower case, without tones."""
    signs = "".join(sign for sign in name if sign.isalnum())
    if not signs:
        return ""
    if "·" in name or "•" in name:
        return _read(signs)
    surname = _surname(signs)
    reading = surname_readings().get(surname) or _read(surname)
    return f"{reading} {_read(signs[len(surname) :])}".strip()


@cache
def surname_readings() -> dict[str, str]:
    """Surnames that are not read like the word, and compound surnames."""
    lines = READINGS.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def _surname(name: str) -> str:
    """The longest compound surname that leaves a given name, else one character."""
    for length in range(min(4, len(name) - 1), 1, -1):
        if name[:length] in surname_readings():
            return name[:length]
    return name[0]


def _read(words: str) -> str:
    return "".join(lazy_pinyin(words)).lower().replace("ü", "v")
