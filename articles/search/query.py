"""What a reader typed, as phrases that must stand in an article.

王燕华 垃圾分类   ->  王燕华 and 垃圾分类
武 钢             ->  武钢
党                ->  anything that begins with 党
"""

import re
from dataclasses import dataclass

from .folding import fold, is_chinese, terms

MAX_LENGTH = 60
MAX_WORDS = 8
LATIN = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Phrase:
    """`terms` that follow one another; with `opens` the last one only begins so."""

    text: str
    terms: tuple[str, ...]
    opens: bool = False

    @property
    def pattern(self) -> str:
        """A regular expression that finds the phrase in folded text."""
        before = "" if is_chinese(self.text[0]) else r"(?<![^\W\u3400-\U0003ffff])"
        after = "" if is_chinese(self.text[-1]) else r"(?![^\W\u3400-\U0003ffff])"
        return f"{before}{re.escape(self.text)}{after}"


@dataclass(frozen=True)
class Word:
    """One word of the query: any one of its phrases will do."""

    phrases: tuple[Phrase, ...]


def read_words(typed: str) -> list[str]:
    """The folded words; single characters in a row are one name: 武 钢 -> 武钢."""
    words: list[str] = []
    was_single = False
    for piece in typed.split():
        word = fold(piece).text
        if not word:
            continue
        is_single = len(word) == 1 and is_chinese(word)
        if is_single and was_single:
            words[-1] += word
        else:
            words.append(word)
        was_single = is_single
    return words


def phrase_of(folded: str) -> Phrase:
    """The terms of a folded phrase, without the tail that only indexing needs."""
    found, opens = terms(folded), False
    if is_chinese(folded[-1]):
        opens = len(folded) == 1 or not is_chinese(folded[-2])
        if not opens:
            found.pop()
    return Phrase(folded, tuple(found), opens)
