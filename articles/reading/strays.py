"""Blocks of text that stand below a foreign article, given to the one they fit best.

headline A / A1 / headline B / B1 / blank line / A2   ->   A: A1 A2,  B: B1
"""

import math

from articles.reading import weights
from articles.reading.affinity import Affinity
from articles.reading.boundaries import begins_with_known, stand_apart, stand_in_blocks
from articles.reading.columns import SLACK
from articles.reading.drafts import Draft
from articles.reading.flows import Passage
from articles.reading.pieces import (
    MOST_PIECES,
    count_words,
    is_whole,
    join_drafts,
    own_words,
)
from articles.reading.terms import Terms

MOST_FIT = 6.0  # words that a headline shares with a block, beyond which none count
NEAR = 4  # paragraphs above a block in which a name may stand


def return_strays(drafts: list[Draft], terms: Terms) -> None:
    """Give blocks to other articles where far more speaks for them than for their own.

    A block is what stands below a blank line, on a page of wrapped lines whose blank
    lines part blocks. Where articles stand further apart than blocks, none is astray.
    """
    passages = [part for draft in drafts for part in draft.passages]
    if len(drafts) > MOST_PIECES or not stand_in_blocks(passages):
        return
    if stand_apart(passages):
        return
    for draft in drafts:
        if not draft.passages[0].first.measured:
            continue
        for block in blocks_of(draft)[1:]:
            rest = [part for part in draft.passages if part not in block]
            above = draft.passages[draft.passages.index(block[0]) - 1]
            own = Draft(passages=rest, heads=draft.heads)
            stay = worth(own, block, terms) + stays(above, block[0])
            others = [other for other in drafts if other is not draft]
            scores = [worth(other, block, terms) for other in others]
            if scores and max(scores) > stay + weights.STRAY:
                draft.passages = rest
                join_drafts(others[scores.index(max(scores))], Draft(passages=block))


def blocks_of(draft: Draft) -> list[list[Passage]]:
    """The paragraphs of an article, parted by blank lines and by other articles."""
    blocks = [draft.passages[:1]]
    for above, part in zip(draft.passages, draft.passages[1:], strict=False):
        apart = part.first.gap > 0 or part.first.index != above.last.index + 1
        if apart and not part.above:
            blocks.append([])
        blocks[-1].append(part)
    return blocks


def stays(above: Passage, first: Passage) -> float:
    """What speaks for a block to stay below the paragraph that it is read below."""
    other = abs(above.measure - first.measure) > SLACK
    return (
        weights.STAYS
        + weights.STAYS_WIDTH * other
        + weights.STAYS_SIGNED * bool(above.below)
    )


def worth(draft: Draft, block: list[Passage], terms: Terms) -> float:
    """How well a block suits an article: by words, names and the width of its column,
    and as the rest of what is broken off there."""
    text = "".join(part.text for part in block)
    words = own_words(
        count_words(Draft(passages=block), terms), count_words(draft, terms), terms
    )
    head = Affinity([]).of("".join(line.text for line in draft.heads), text)
    last = draft.passages[-NEAR:]
    score = math.log1p(words) + weights.STRAY_HEAD * min(MOST_FIT, head)
    score += weights.STRAY_NAMED * begins_with_known([*last, block[0]], len(last))
    score += weights.STRAY_WIDTH * (abs(last[-1].measure - block[0].measure) <= SLACK)
    score += weights.STRAY_BROKEN * any(map(is_broken_off, draft.passages))
    score += weights.STRAY_SIGNED * is_whole(draft)
    return score + weights.STRAY_SIZE * math.log(len(draft.text))


def is_broken_off(passage: Passage) -> bool:
    """Whether a paragraph goes on nowhere and has no end."""
    last = passage.strips[-1]
    return last.open_end >= 2 and not last.next
