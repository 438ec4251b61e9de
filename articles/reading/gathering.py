"""Blocks of a page in the order of its layout, gathered to articles.

A1 / B1 / A2 / B2 / C1     ->   A1 A2 | B1 B2 | C1

Tools that follow the layout of a page print its blocks one by one, and those of one
article not below each other. Each pair of blocks has odds to belong together; the two
groups for which most speaks are put together as long as anything does (correlation
clustering: Bansal, Blum and Chawla, 2004, greedily).
"""

from itertools import combinations

from articles.reading.drafts import Draft
from articles.reading.gather_signs import Page, odds_of_pair
from articles.reading.groups import Blocks
from articles.reading.lines import Line
from articles.reading.links import Gains
from articles.reading.strips import Strip
from articles.reading.terms import Terms

MOST_BLOCKS = 100  # of one page; more is no newspaper

Groups = list[list[Strip]]


def gather(
    strips: list[Strip],
    lines: list[Line],
    terms: Terms,
    gains: Gains,
    drafts: list[Draft],
) -> Groups:
    """The strips of every article, both in order of the file; none where the page has
    another order, or was read so already."""
    page = page_in_blocks(strips, lines, terms, gains, drafts)
    if page is None:
        return []
    blocks = page.blocks
    pairs = combinations(range(len(blocks)), 2)
    odds = {pair: odds_of_pair(page, *pair) for pair in pairs}
    groups = sorted(sorted(group) for group in cluster(len(blocks), odds))
    read = [{blocks[place].draft for place in group} for group in groups]
    if len(read) == len(drafts) and all(len(owners) == 1 for owners in read):
        return []
    return [
        [strip for place in group for strip in blocks[place].strips] for group in groups
    ]


def page_in_blocks(
    strips: list[Strip],
    lines: list[Line],
    terms: Terms,
    gains: Gains,
    drafts: list[Draft],
) -> Page | None:
    """The blocks of a page whose order is that of its layout, each with the article
    that it was read in; None for other pages."""
    if not strips or not any(line.grown for line in lines):
        return None
    found = Blocks(strips, lines, terms)
    if found.number[-1] >= MOST_BLOCKS:
        return None
    page = Page(found, gains)
    owner = {
        strip.index: number
        for number, draft in enumerate(drafts)
        for passage in (*draft.standfirst, *draft.passages)
        for strip in passage.strips
    }
    for block in page.blocks:
        block.draft = owner.get(block.first.index)
    return page


def cluster(size: int, odds: dict[tuple[int, int], float]) -> list[list[int]]:
    """Numbers below `size` in groups, as long as the odds of two groups are above 0."""
    groups = {place: [place] for place in range(size)}
    between: dict[int, dict[int, float]] = {place: {} for place in range(size)}
    for (left, right), value in odds.items():
        between[left][right] = between[right][left] = value
    while len(groups) > 1:
        value, left, right = max(
            (value, left, right)
            for left, row in between.items()
            for right, value in row.items()
        )
        if value <= 0:
            break
        groups[left] += groups.pop(right)
        for other, more in between.pop(right).items():
            del between[other][right]
            if other != left:
                between[left][other] += more
                between[other][left] += more
    return list(groups.values())
