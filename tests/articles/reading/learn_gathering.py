"""Learn `articles/reading/data/gather_signs.txt` and `head_signs.txt` from pages with
known articles.

    python -m tests.articles.reading.learn_gathering PAGES GOLD [PAGES GOLD ...]

Of every two blocks of a page in the order of its layout it is known whether they
belong to one article; of every stack of lines, whether it is the headline of a body.
What a sign weighs is fitted by logistic regression, for the blocks first: the bodies
are gathered by what they say. Only pages that tools print in the order of the layout
teach anything.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from articles import reading
from articles.reading import gather_signs, headlines
from articles.reading.gather_signs import Block
from articles.reading.gathering import page_in_blocks
from articles.reading.heading import heads_of
from articles.reading.lexicon import pairs as entries
from articles.reading.signs import weights_of
from tests.articles.reading.learn_links import place_of, write
from tests.articles.reading.learn_odds import Sample, article_of, captured, fit, plain
from tests.articles.reading.learn_weights import load

HEAD = """\
# What a sign speaks for {}.
# Source: learnt by tests/articles/reading/learn_gathering.py from known pages.
"""
SHORT = 3  # characters of a line that may stand in any headline


def pairs(data: bytes, gold: dict) -> Iterator[Sample]:
    """Of every two blocks: their signs, and whether they belong together."""
    bodies = bodies_of(gold)
    for given in captured(reading, "gather", data):
        page = page_in_blocks(*given)
        owners = [owner_of(block, bodies) for block in page.blocks] if page else []
        for left, right in combinations(range(len(owners)), 2):
            if owners[left] is not None and owners[right] is not None:
                signs = gather_signs.signs_of_pair(page, left, right)
                yield signs, owners[left] == owners[right]


def heads(data: bytes, gold: dict) -> Iterator[Sample]:
    """Of every body and stack: the signs, and whether it is the headline."""
    bodies = bodies_of(gold)
    titles = [plain(article["headline"] or "") for article in gold["articles"]]
    for given in captured(headlines, "head_articles", data):
        found = heads_of(*given)
        owners = [article_of(draft.text, bodies) for draft in found.drafts]
        largest = {
            owner: max(
                (len(draft.text), number)
                for number, draft in enumerate(found.drafts)
                if owners[number] == owner
            )[1]
            for owner in owners
            if owner is not None
        }
        for number, owner in enumerate(owners):
            for place, stack in enumerate(found.stacks):
                if owner is not None:
                    true = largest[owner] == number and is_title(
                        plain(stack.text), titles[owner]
                    )
                    yield found.signs(number, place), true


def bodies_of(gold: dict) -> list[str]:
    """The text of every article, without marks."""
    return [
        plain("".join(article["paragraphs"]) + (article.get("standfirst") or ""))
        for article in gold["articles"]
    ]


def owner_of(block: Block, bodies: list[str]) -> int | None:
    """The article that most of a block stands in."""
    sizes: Counter[int] = Counter()
    for strip in block.strips:
        if place := place_of(strip, bodies):
            sizes[place.article] += len(strip.text)
    return sizes.most_common(1)[0][0] if sizes else None


def is_title(text: str, title: str) -> bool:
    """Whether a stack holds a headline, or is a piece of it."""
    return bool(title) and (title in text or (len(text) > SHORT and text in title))


if __name__ == "__main__":
    samples = load(sys.argv[1:])
    known = [pair for data, gold in samples for pair in pairs(data, gold)]
    purpose = "two blocks to belong to one article"
    write("gather_signs", HEAD.format(purpose), fit(known))
    entries.cache_clear()
    weights_of.cache_clear()
    known = [pair for data, gold in samples for pair in heads(data, gold)]
    purpose = "lines to be the headline of an article"
    write("head_signs", HEAD.format(purpose), fit(known))
