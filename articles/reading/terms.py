"""Which words two texts share that tell them from the rest of the page.

"诸葛舟说得很慢" and "街道办事处副主任诸葛舟"   ->   诸葛舟
电梯, 食堂 tell more than 街道, 居民, which are on every page.
"""

import math
import re
from collections import Counter
from functools import cache

from articles.reading.lexicon import pairs, words

RUN = re.compile("[一-鿿]{2,}")
LONGEST = 10_000  # characters of one paragraph that are looked at
#: characters that join words rather than make them
JOINING = frozenset(
    "的了是在和有不一等着到把被也都就从为与及上下中来去说要会能将个这那还以于其他她它们之而又或并对由让向年月日"
)


NAMED = 0.3  # what each further character of a piece tells that is no common word


@cache
def told() -> dict[str, float]:
    """The common words that tell what a text is about, and how much."""
    found = pairs("common_words").items()
    return {word: float(value) for word, value in found if value != "0.0"}


def topics(text: str) -> set[str]:
    """The common words of a text that tell what it is about, the longest first."""
    telling, common = told(), words("common_words")
    found: set[str] = set()
    for run in RUN.findall(text[:LONGEST]):
        place = 0
        while place < len(run) - 1:
            for size in (4, 3, 2):
                word = run[place : place + size]
                if word in common:
                    if word in telling:
                        found.add(word)
                    place += len(word) - 1
                    break
            place += 1
    return found


def grams(text: str) -> set[str]:
    """Telling pieces of two to four characters: names, places, things."""
    found: set[str] = set()
    for run in RUN.findall(text[:LONGEST]):
        length = len(run)
        for start in range(length - 1):
            if run[start] in JOINING:
                continue
            for stop in range(start + 2, min(start + 4, length) + 1):
                if run[stop - 1] not in JOINING:
                    found.add(run[start:stop])
    return found - words("common_words")


class Terms:
    """The telling words that texts of a page share, and what they weigh."""

    def __init__(self, texts: list[str]) -> None:
        found = [grams(text) | topics(text) for text in texts]
        self.count = Counter(term for words in found for term in words)
        self.of = [{term for term in words if self.count[term] > 1} for words in found]
        self.size = max(2, len(texts))

    def weight(self, term: str) -> float:
        """More for telling words and for words of few paragraphs."""
        worth = told().get(term) or NAMED * (len(term) - 1)
        return worth * math.log((self.size + 1) / (self.count[term] + 0.5))
