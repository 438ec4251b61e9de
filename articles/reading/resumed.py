"""Ends of articles that stand behind a foreign one, without a line between.

headline A / A1 / headline B / B1 / A2   ->   A: A1 A2,  B: B1
"""

from itertools import accumulate, pairwise

from articles.reading import weights
from articles.reading.affinity import Affinity
from articles.reading.bodies import LONGEST, Unity, telling_words
from articles.reading.boundaries import shown_lines
from articles.reading.drafts import Draft
from articles.reading.flows import Passage
from articles.reading.pieces import is_whole, join_drafts
from articles.reading.terms import Terms

LEAST = 0.5  # ties that the paragraphs gain in the other article, at least
FITS = 0.5  # what the headline of that article has in common with them
AHEAD = 4.0  # and how many times more than the headline above them


def resume_articles(drafts: list[Draft], terms: Terms) -> None:
    """Give the end of an article back to the one above that it speaks of.

    Both the words of its paragraphs and those of the two headlines must say so.
    """
    passages = [passage for draft in drafts for passage in draft.passages]
    unity = Unity([telling_words(passage, terms) for passage in passages], terms)
    starts = list(accumulate((len(draft.passages) for draft in drafts), initial=0))
    found = []
    for number, (above, draft) in enumerate(pairwise(drafts)):
        if above.heads and draft.heads and not is_whole(above):
            size = size_left(draft, unity, *starts[number : number + 3])
            if size and speaks_of(draft.passages[size:], above, draft):
                found.append((above, draft, size))
    for above, draft, size in found:
        rest = Draft(passages=draft.passages[size:])
        draft.passages = draft.passages[:size]
        join_drafts(above, rest)


def size_left(draft: Draft, unity: Unity, start: int, first: int, stop: int) -> int:
    """How many paragraphs remain if the others go to the article above, else 0.

    `start` is the place of the first paragraph above, `first` of the article's own.
    """
    if stop - start >= LONGEST:
        return 0
    gains = [(LEAST, 0)]
    for size in range(1, stop - first):
        if shown_lines(draft.passages[size]):
            continue
        place = first + size
        above = (
            unity.worth(start, stop)
            - unity.worth(start, place)
            - unity.worth(first, stop)
            + unity.worth(first, place)
        )
        own = (
            unity.worth(first, stop)
            - unity.worth(first, place)
            - unity.worth(place, stop)
        )
        gains.append(((above - own) / weights.UNITY, size))
    return max(gains)[1]


def speaks_of(rest: list[Passage], above: Draft, draft: Draft) -> bool:
    """Whether paragraphs have words of the one headline and none of the other."""
    judge = Affinity([])
    text = "".join(passage.text for passage in rest)
    fits, own = (
        judge.of("".join(line.text for line in each.heads), text)
        for each in (above, draft)
    )
    return fits >= FITS and fits >= AHEAD * own
