"""How well a line on display fits an article: shared words, the rare ones first.

"老码头开出“早班”渡船"  fits  "……老码头的渡船从五点半开出第一班……"
"""

import math
from functools import lru_cache

from articles.reading.lexicon import words
from articles.reading.terms import JOINING, RUN, told

TOLD = 7.0  # a word of the dictionary that tells so much weighs as a rare one


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[tuple[str, float], ...]:
    """Two to four characters of a line with their weight, names first."""
    common = words("common_words")
    found: dict[str, float] = {}
    for run in RUN.findall(text[:200]):
        for start in range(len(run) - 1):
            if run[start] in JOINING:
                continue
            for stop in range(start + 2, min(start + 4, len(run)) + 1):
                piece = run[start:stop]
                if piece[-1] not in JOINING:
                    plain = told().get(piece, 0.0) / TOLD
                    found[piece] = plain if piece in common else len(piece) - 1.0
    return tuple(found.items())


class Affinity:
    """Judges lines against the texts of all articles of a page."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.base = len(texts) + 1
        self.rows: dict[str, list[float]] = {}

    def row(self, line: str) -> list[float]:
        """How well the line fits each text, in their order."""
        if line not in self.rows:
            scores = [0.0] * len(self.texts)
            for piece, weight in pieces(line):
                places = [i for i, text in enumerate(self.texts) if piece in text]
                if places:
                    rarity = weight * math.log(self.base / len(places))
                    for place in places:
                        scores[place] += rarity
            self.rows[line] = scores
        return self.rows[line]

    def of(self, line: str, text: str) -> float:
        """How well the line fits any one text, regardless of the others."""
        return sum(weight for piece, weight in pieces(line) if piece in text)
