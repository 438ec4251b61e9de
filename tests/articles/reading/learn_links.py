"""Learn `articles/reading/data/link_signs.txt` from pages with known articles.

    python -m tests.articles.reading.learn_links PAGES GOLD [PAGES GOLD ...]

Strips of a page are joined so that the sum of signs is the greatest (see `links`). What
a sign weighs is learnt as the joining is done: a page is joined by what was learnt so
far, and the signs of wrong pairs lose what those of missed pairs gain (Collins,
"Discriminative training methods for hidden Markov models", 2002). A right pair must win
by a margin; what the later passes say is averaged. Folders named twice count twice.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from articles import reading
from articles.reading import link_signs, links
from articles.reading.groups import Blocks
from articles.reading.lexicon import FOLDER
from articles.reading.matching import best_matching
from articles.reading.phrases import Continuity
from articles.reading.signs import Signs
from articles.reading.strips import Strip
from tests.articles.reading.learn_odds import captured, plain
from tests.articles.reading.learn_weights import load

HEAD = """\
# What a sign speaks for two strips to be joined, or (end, start) to be apart.
# Source: learnt by tests/articles/reading/learn_links.py from pages and their articles.
"""
PASSES, AVERAGED, RATE, MARGIN = 20, 10, 0.03, 1.0
SMALL = 0.05
FEWEST = 4  # characters by which a strip is found in an article

Pair = tuple[int, int]
Weights = Counter[str]


class Place(NamedTuple):
    """Characters of an article without marks, half open."""

    article: int
    start: int
    end: int


@dataclass
class Page:
    """The pairs of a page with the signs for each, and the pairs that are right."""

    pairs: dict[Pair, Signs]
    right: set[Pair]


def read(data: bytes, gold: dict) -> Iterator[Page]:
    """The pages of a file. What stands in no article whole, or goes on in what does
    not, tells nothing."""
    bodies = [plain("".join(article["paragraphs"])) for article in gold["articles"]]
    for strips, *rest in captured(reading, "link_strips", data):
        blocks = Blocks(strips, rest[0], rest[2])
        places = {strip.index: place_of(strip, bodies) for strip in strips}
        right = set(right_pairs(places))
        told = {first for first, _ in right} | {
            index
            for index, place in places.items()
            if place and place.end >= len(bodies[place.article]) - 1
        }
        found = {
            (strip.index, other.index): difference(strip, other, blocks, rest[1])
            for strip in links.ends(blocks)
            for other in links.starts(blocks)
            if strip.index in told
            and places[other.index]
            and links.may_follow(strip, other, blocks)
        }
        yield Page(found, right & found.keys())


def place_of(strip: Strip, bodies: list[str]) -> Place | None:
    """Where a strip stands in an article."""
    text = plain(strip.text)
    for number, body in enumerate(bodies):
        if len(text) >= FEWEST and text in body:
            start = body.index(text)
            return Place(number, start, start + len(text))
    return None


def right_pairs(places: dict[int, Place | None]) -> Iterator[Pair]:
    """Strips of which one begins where the other ends."""
    starts = {(p.article, p.start): index for index, p in places.items() if p}
    for index, place in places.items():
        if place and (place.article, place.end) in starts:
            yield index, starts[place.article, place.end]


def difference(
    strip: Strip, other: Strip, blocks: Blocks, continuity: Continuity
) -> Signs:
    """The signs for two strips to be joined less those for them to be apart."""
    signs = Counter(link_signs.signs_of_pair(strip, other, blocks, continuity))
    signs.subtract(link_signs.signs_of_end(strip, blocks))
    signs.subtract(link_signs.signs_of_start(other, blocks))
    return {sign: value for sign, value in signs.items() if value}


def learn(pages: list[Page]) -> Weights:
    """Weights with which the pages are joined rightly, as far as signs can tell."""
    weights, mean = Counter(), Counter()
    order = random.Random(1)
    for number in range(PASSES):
        order.shuffle(pages)
        for page in pages:
            step(page, weights)
        if number >= PASSES - AVERAGED:
            mean.update({sign: w / AVERAGED for sign, w in weights.items()})
    return mean


def step(page: Page, weights: Weights) -> None:
    """Join a page, with the right pairs at a disadvantage, and learn from what is
    wrong."""
    gains = {
        pair: sum(weights[sign] * value for sign, value in signs.items())
        + (-MARGIN if pair in page.right else MARGIN)
        for pair, signs in page.pairs.items()
    }
    found = best_matching({pair: gain for pair, gain in gains.items() if gain > 0})
    for pair in set(found.items()) ^ page.right:
        rate = RATE if pair in page.right else -RATE
        for sign, value in page.pairs[pair].items():
            weights[sign] += rate * value


def write(name: str, head: str, learnt: Mapping[str, float]) -> None:
    """A table of `data/`, without what weighs nothing."""
    rows = [
        f"{sign}\t{weight:.1f}\n"
        for sign, weight in sorted(learnt.items())
        if abs(weight) >= SMALL
    ]
    (FOLDER / f"{name}.txt").write_text(head + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    samples = load(sys.argv[1:])
    pages = [page for data, gold in samples for page in read(data, gold)]
    write("link_signs", HEAD, learn(pages))
