"""What a run of paragraphs is worth as the body of one article.

signed in the middle                                 ->   below 0
冯阿婆 and 垃圾厢房 all through it, nowhere else     ->   above 0
冯阿婆 in its first half, 老年食堂 in the other      ->   below 0
"""

from collections import defaultdict
from itertools import accumulate, combinations

from articles.reading import weights
from articles.reading.flows import Passage
from articles.reading.lines import Line
from articles.reading.structure import Role
from articles.reading.terms import Terms

LONGEST = 60  # paragraphs of one article


class Signatures:
    """Bylines and sign-offs: an article has one at its beginning or at its end."""

    def __init__(self, passages: list[Passage]) -> None:
        self.opened = [has(passage.above, Role.BYLINE) for passage in passages]
        self.closed = [has(passage.below, Role.SIGN_OFF) for passage in passages]
        self.openings = list(accumulate(self.opened, initial=0))
        self.closings = list(accumulate(self.closed, initial=0))
        marks = self.openings[-1] + self.closings[-1]
        self.plain = weights.PLAIN if marks > 2 else 0.0

    def worth(self, start: int, stop: int) -> float:
        """What the paragraphs from `start` to `stop` lose as one article."""
        inner = self.openings[stop] - self.openings[start + 1]
        inner += self.closings[stop - 1] - self.closings[start]
        whole = self.opened[start] or self.closed[stop - 1]
        return weights.INNER * inner + (0.0 if whole else self.plain)


def has(lines: list[Line], role: Role) -> bool:
    """Whether one of the lines has a role."""
    return any(line.role == role for line in lines)


class Unity:
    """How far the paragraphs of a run speak of the same things, and others do not.

    The modularity of Newman, "Modularity and community structure in networks"
    (2006): two paragraphs are tied by the telling words that they share, and a run
    gains by each tie what it exceeds the tie to be expected of two paragraphs with
    as many ties to the page.
    """

    def __init__(self, found: list[set[str]], terms: Terms) -> None:
        """`found` are the telling words of each paragraph."""
        ties = find_ties(found, terms)
        strengths = [0.0] * len(found)
        for (left, right), tie in ties.items():
            strengths[left] += tie
            strengths[right] += tie
        self.whole = sum(strengths)
        self.mean = self.whole / max(1, len(found))
        self.rows = sum_runs(ties, strengths, self.whole) if self.whole else []

    def worth(self, start: int, stop: int) -> float:
        """What the paragraphs from `start` to `stop` gain as one article."""
        if not self.whole:
            return 0.0
        return weights.UNITY * self.rows[start][stop - start] / self.mean


def telling_words(passage: Passage, terms: Terms) -> set[str]:
    """The telling words of a paragraph."""
    return set().union(*(terms.of[strip.index] for strip in passage.strips))


def find_ties(found: list[set[str]], terms: Terms) -> dict[tuple[int, int], float]:
    """The weight of the words that two paragraphs share, for those near enough.

    A word of more places than an article can have ties nothing.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(found):
        for word in words:
            places[word].append(place)
    ties: dict[tuple[int, int], float] = defaultdict(float)
    for word, where in places.items():
        if not 1 < len(where) <= LONGEST:
            continue
        weight = terms.weight(word)
        for left, right in combinations(where, 2):
            if right - left < LONGEST:
                ties[left, right] += weight
    return ties


def sum_runs(
    ties: dict[tuple[int, int], float], strengths: list[float], whole: float
) -> list[list[float]]:
    """For each first paragraph the sum of ties beyond the expected, by length."""
    rows = [[0.0, 0.0] for _ in strengths]
    for last, strength in enumerate(strengths):
        gain = 0.0
        for first in range(last - 1, max(-1, last - LONGEST), -1):
            gain += ties.get((first, last), 0.0) - strengths[first] * strength / whole
            rows[first].append(rows[first][-1] + gain)
    return rows


class Bodies:
    """The paragraphs of a page and what each run of them is worth as one article."""

    def __init__(self, passages: list[Passage], terms: Terms) -> None:
        self.passages = passages
        self.signatures = Signatures(passages)
        found = [telling_words(passage, terms) for passage in passages]
        self.unity = Unity(found, terms)

    def worth(self, start: int, stop: int) -> float:
        """Above 0: the paragraphs from `start` to `stop` belong together."""
        return self.signatures.worth(start, stop) + self.unity.worth(start, stop)
