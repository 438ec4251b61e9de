"""Pieces of articles that stand behind other articles, joined with what they go on.

headline A / A1 / headline B / B1（渡口办） / A2   ->   A: A1 A2,  B: B1
"""

from collections import Counter

from articles.reading.boundaries import FAR, OPENING, is_headline, is_item, shown_lines
from articles.reading.columns import SLACK
from articles.reading.displays import caption_weight
from articles.reading.drafts import Draft
from articles.reading.flows import Passage
from articles.reading.phrases import ENDED
from articles.reading.structure import Role
from articles.reading.terms import Terms

MOST_PIECES = 80  # articles of one page; more is no newspaper
OWN_WORDS = 4.0  # weight of words that two pieces share and no other has
AHEAD = 1.5  # how much more they must weigh than those of any other article


def merge_pieces(drafts: list[Draft], terms: Terms) -> list[Draft]:
    """Pieces without a headline of their own go to the article that they go on with."""
    if len(drafts) > MOST_PIECES:
        return drafts
    seen = {id(draft): count_words(draft, terms) for draft in drafts}
    for draft in list(drafts):
        if len(drafts) == 1 or draft.bylines or begins_elsewhere(draft):
            continue
        others = [other for other in drafts if other is not draft]
        target = None
        if (broken := broken_off(draft, drafts)) is not None:
            target = broken
            draft.captions += [[line] for line in draft.heads]
            draft.heads = []
        elif draft.heads:
            target = headed_with(draft, others)
        elif not is_titled(draft.passages[0]):
            target = shares_words(draft, others, seen, terms)
            target = target or article_above(draft, drafts, seen, terms)
        if target is not None:
            join_drafts(target, draft)
            if target is broken:
                mend_break(target, draft.passages[0])
            seen[id(target)] += seen[id(draft)]
            drafts.remove(draft)
    return drafts


def begins_elsewhere(draft: Draft) -> bool:
    """Whether a line above says that the beginning stands on another page."""
    return any(
        line.role == Role.JUMP and "接" in line.text for line in draft.passages[0].above
    )


def is_titled(passage: Passage) -> bool:
    """Whether a line that reads like a headline or a label stands above a paragraph."""
    return any(map(is_headline, shown_lines(passage)))


def broken_off(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The article before the last one that goes on here, in a column as wide.

    Either its last paragraph has no end, or the piece has no headline and stands
    further off than articles do. Nothing stands above the piece.
    """
    place = drafts.index(draft)
    first = draft.passages[0]
    if place < 2 or first.above or OPENING.match(first.text):
        return None
    above = drafts[place - 2]
    last = above.passages[-1]
    if last.below or above.end > draft.start:
        return None
    if ENDED.search(last.text) and (draft.heads or first.first.gap < FAR):
        return None
    return above if abs(last.measure - first.measure) <= SLACK else None


def mend_break(draft: Draft, first: Passage) -> None:
    """Let the paragraph above the first of a joined piece go on in it."""
    place = draft.passages.index(first)
    last = draft.passages[place - 1]
    if ENDED.search(last.text) or is_item(first.text):
        return
    last.strips += first.strips
    last.text += first.text
    last.below += first.below
    del draft.passages[place]


def headed_with(draft: Draft, others: list[Draft]) -> Draft | None:
    """The article whose headline stands directly above or below that of a piece.

    Both stand apart from their text, where blank lines part headlines.
    """
    first, last = draft.heads[0], draft.heads[-1]
    if any(line in draft.passages[0].above for line in draft.heads):
        return None
    for other in others:
        if is_closed(other, draft):
            continue
        for line in other.heads:
            follows = line.index == last.index + 1 and not line.gap and first.gap
            leads = (
                line.index == first.index - 1 and not first.gap and other.heads[0].gap
            )
            if follows or leads:
                return other
    return None


def shares_words(
    draft: Draft,
    others: list[Draft],
    seen: dict[int, Counter[str]],
    terms: Terms,
) -> Draft | None:
    """The article that has far more words with a piece than any other, else None."""
    shared = {
        id(other): own_words(seen[id(draft)], seen[id(other)], terms)
        for other in others
    }
    if OPENING.match(draft.text):
        return None
    open_ones = [other for other in others if not is_closed(other, draft)]
    target = max(
        open_ones,
        key=lambda other: (shared[id(other)], -abs(draft.start - other.end)),
        default=None,
    )
    if target is None:
        return None
    best = shared.pop(id(target))
    if best < OWN_WORDS or best < AHEAD * max(shared.values(), default=0.0):
        return None
    return target


def is_closed(other: Draft, draft: Draft) -> bool:
    """Whether an article is signed and so does not go on in a piece."""
    return is_whole(other) and (is_whole(draft) or draft.start > other.end)


def is_whole(draft: Draft) -> bool:
    """Whether an office in brackets ends the article."""
    return bool(draft.passages[-1].below)


def article_above(
    draft: Draft, drafts: list[Draft], seen: dict[int, Counter[str]], terms: Terms
) -> Draft | None:
    """The unsigned article that a body without headline goes on with.

    It ends directly above; or it has words with the body, does not open like an
    article, and only signed articles stand between.
    """
    place = drafts.index(draft)
    above = drafts[place - 1] if place else None
    if above is not None and not is_whole(above):
        return above if 0 < draft.start - above.end <= 4 else None
    if OPENING.match(draft.text):
        return None
    for above in reversed(drafts[:place]):
        if is_whole(above):
            continue
        measure = above.passages[-1].last.measure
        near = abs(measure - draft.passages[0].first.measure) <= 5
        shared = own_words(seen[id(draft)], seen[id(above)], terms)
        fits = near and shared > 0 and above.end < draft.start
        return above if fits else None
    return None


def own_words(mine: Counter[str], theirs: Counter[str], terms: Terms) -> float:
    """The weight of the words that these two have in common and nobody else has."""
    return sum(
        terms.weight(term)
        for term in mine.keys() & theirs.keys()
        if mine[term] + theirs[term] == terms.count[term]
    )


def count_words(draft: Draft, terms: Terms) -> Counter[str]:
    """In how many strips of an article each telling word stands."""
    return Counter(
        term
        for passage in draft.passages
        for strip in passage.strips
        for term in terms.of[strip.index]
    )


def join_drafts(draft: Draft, part: Draft) -> None:
    """Add the paragraphs of `part` where they stand in the file."""
    begins = draft.heads and draft.start > part.start and draft.bylines
    if part.start < draft.start and not begins:
        draft.passages = part.passages + draft.passages
    else:
        place = len(draft.passages)
        while place > 1 and draft.passages[place - 1].first.index > part.start:
            place -= 1
        draft.passages[place:place] = part.passages
    draft.captions += part.captions
    for line in part.heads:
        if caption_weight(line) >= 1.0:
            draft.captions.append([line])
        elif line not in part.passages[0].above:
            part.passages[0].above.append(line)
    draft.sureness = min(draft.sureness, 0.8)
    draft.doubts.append("有一段文字前后没有标题，按内容并入此稿，请核对。")
