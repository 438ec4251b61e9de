"""Names of units whose last words are misprinted by a character of the same sound.

紫藤居民委员汇召开会议   -> 居民委员汇: 居民委员会
服务中欣慰地看到        -> nothing: 欣慰 is a word of its own
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from pypinyin import lazy_pinyin

from people.extraction.wordlists import words

from .press_rules import Flag, FlagKind

LIST = Path(__file__).parent / "data" / "unit_words.txt"
_AROUND = 8


def check_endings(lines: Iterable[str]) -> Iterator[Flag]:
    """Every place where one character of such a word is another of the same sound."""
    for line in lines:
        sounds = [_sound(sign) for sign in line]
        for length, known in _by_length().items():
            for start in range(len(line) - length + 1):
                word = known.get("".join(sounds[start : start + length]))
                if word and _is_misprint(line, start, word):
                    yield _flag(line, start, word)


def _is_misprint(line: str, start: int, word: str) -> bool:
    """One character is wrong, and does not begin a word with what follows."""
    end = start + len(word)
    wrong = [at for at in range(start, end) if line[at] != word[at - start]]
    if len(wrong) != 1:
        return False
    return wrong[0] < end - 1 or not _is_word(line[end - 1 : end + 1])


def _is_word(two: str) -> bool:
    return len(two) == 2 and (two in words("common_words") or two in words("followers"))


def _flag(line: str, start: int, word: str) -> Flag:
    end = start + len(word)
    printed = line[start:end]
    around = line[max(0, start - _AROUND) : end + _AROUND]
    advice = f"单位名称里的“{printed}”应为“{word}”？"
    return Flag(FlagKind.NEAR_BODY, printed, advice, around)


@cache
def _by_length() -> dict[int, dict[str, str]]:
    """The words by length and sound."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    found: dict[int, dict[str, str]] = {}
    for word in (line for line in lines if line and not line.startswith("#")):
        sound = "".join(_sound(sign) for sign in word)
        found.setdefault(len(word), {})[sound] = word
    return found


@cache
def _sound(sign: str) -> str:
    """The usual reading of one character without tone, ended by a blank."""
    return f"{lazy_pinyin(sign)[0]} "
