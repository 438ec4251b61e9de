"""Headlines found for articles by what they say, wherever the page prints them.

body about the ferry, a line far below: "老码头开出“早班”渡船"   ->   its headline
lines left over that picture a scene                          ->   captions
"""

from articles.reading.affinity import Affinity
from articles.reading.boundaries import HEAD, OPENING, REPORT, boundary_scores
from articles.reading.captions import is_caption, place_rest
from articles.reading.displays import (
    ALONE,
    DISPLAY,
    caption_weight,
    is_label,
)
from articles.reading.drafts import Draft, Stack
from articles.reading.flows import Passage
from articles.reading.heading import head_articles
from articles.reading.lines import Line
from articles.reading.pieces import merge_pieces
from articles.reading.resumed import resume_articles
from articles.reading.segmentation import find_articles
from articles.reading.stacking import collect_stacks, is_first_heading, opens_stack
from articles.reading.stacks import follows
from articles.reading.strays import return_strays
from articles.reading.structure import Role
from articles.reading.summaries import mark_summaries
from articles.reading.terms import Terms

SHOWN = 1.6  # `caption_weight` of what is no headline, even of a signed article
FOREIGN = 8.0  # how well a line fits another article to be taken away
NATIVE = 0.1  # and its own at most, of that
SLIM = 8  # characters of a section heading that may be taken for a headline
SUMMARY = 20  # characters of a summary at least
DISPLACED_SUMMARY = "提要印在别处，按内容归到本稿，请核对。"
FITS_BETTER = 1.5  # how much better a summary fits its own article


def match_headlines(
    flows: list[list[Passage]],
    loose: list[Line],
    terms: Terms,
    level: int,
    gathered: bool = False,
) -> tuple[list[Draft], list[Line]]:
    """Articles with their headlines and captions; and the lines that fit nowhere.

    Where the text is `gathered`, each flow is the body of one article.
    """
    passages = [passage for flow in flows for passage in flow]
    mark_summaries(passages)
    stacks = collect_stacks(passages, loose, level)
    captions = [stack for stack in stacks if is_caption(stack)]
    stacks = [stack for stack in stacks if stack not in captions]
    if gathered:
        drafts, stacks = head_articles(flows, stacks)
    else:
        boundaries = boundary_scores(flows, terms, level, loose)
        drafts, stacks = find_articles(passages, boundaries, stacks, terms)
    stacks += foreign_lines(drafts)
    for draft in drafts:
        take_lines_above(draft, level)
    return_standfirsts(drafts)
    stacks = [stack for stack in stacks if not names_nameless(stack, drafts)]
    stacks = [stack for stack in stacks if not is_inner(stack, drafts)]
    stacks = [stack for stack in stacks if not labels_article(stack, drafts)]
    judge = Affinity([draft.text for draft in drafts])
    for _ in range(2):
        stacks = [stack for stack in stacks if not joins_heads(stack, drafts, judge)]
    if not gathered:
        return_strays(drafts, terms)
        resume_articles(drafts, terms)
    drafts = merge_pieces(drafts, terms)
    return drafts, place_rest(drafts, captions + stacks)


def take_lines_above(draft: Draft, level: int) -> None:
    """Set apart what stands between a headline and its text."""
    first = draft.passages[0].above
    draft.bylines += [line for line in first if line.role == Role.BYLINE]
    draft.openers += [line for line in first if is_first_heading(line, draft, level)]
    if opens_sections(draft):
        draft.openers.append(draft.heads.pop())
    take_standfirst(draft)


def opens_sections(draft: Draft) -> bool:
    """Whether the last line above a body is made like the section headings in it."""
    last = draft.heads[-1] if len(draft.heads) > 1 else None
    if last is None or draft.bylines or last not in draft.passages[0].above:
        return False
    if len(last.text) > SLIM:
        return False
    peers = [
        passage.above[-1].text
        for passage in draft.passages[1:]
        if passage.above and passage.above[-1].role == DISPLAY
    ]
    return any(
        abs(len(text) - len(last.text)) <= 1 and text[-2:] == last.text[-2:]
        for text in peers
    )


def foreign_lines(drafts: list[Draft]) -> list[Stack]:
    """Lines above and below a headline that speak of another article only.

    They name it where it has no headline; else they are captions most often.
    """
    judge = Affinity([draft.text for draft in drafts])
    found = []
    for place, draft in enumerate(drafts):
        for end in (0, -1):
            titles = [line for line in draft.heads if not is_label(line.text)]
            if len(titles) < 2 or titles[end].level or follows(titles[end].text):
                continue
            scores = judge.row(titles[end].text)
            best = max(range(len(scores)), key=scores.__getitem__)
            if scores[best] < FOREIGN or scores[place] > NATIVE * scores[best]:
                continue
            if end and stands_below_head(titles, draft):
                continue
            draft.heads.remove(titles[end])
            if caption_weight(titles[end]) < 1.0 and lacks_headline(drafts[best]):
                drafts[best].heads = [titles[end]]
            else:
                found.append(Stack([titles[end]], caption=True))
    return found


def stands_below_head(titles: list[Line], draft: Draft) -> bool:
    """Whether the last of the lines stands directly below its headline and directly
    above the writers."""
    last, first = titles[-1], draft.passages[0]
    if last.index != titles[-2].index + 1 or (last.gap and first.first.measured):
        return False
    return any(
        line.role == Role.BYLINE and line.index == last.index + 1
        for line in first.above
    )


def lacks_headline(draft: Draft) -> bool:
    """Whether a body without a headline begins as articles do."""
    if draft.heads:
        return False
    return bool(draft.bylines or REPORT.search(draft.passages[0].text[:HEAD]))


def take_standfirst(draft: Draft) -> None:
    """Set apart the first paragraph where it sums up the others."""
    if len(draft.passages) < 2 or not draft.passages[0].sums_up:
        return
    draft.standfirst = [draft.passages.pop(0)]
    above = draft.passages[0].above
    draft.bylines += [line for line in above if line.role == Role.BYLINE]
    draft.openers = [line for line in above if line.role == DISPLAY]


def return_standfirsts(drafts: list[Draft]) -> None:
    """A summary printed above the wrong article goes to the one that it sums up.

    It stands before a second opening (日前, ……) and has far more of its words there.
    """
    judge = Affinity(
        ["".join(part.text for part in draft.passages[1:]) for draft in drafts]
    )
    for place, draft in enumerate(drafts):
        if len(draft.passages) < 3 or draft.standfirst:
            continue
        if ends_in_summary(draft):
            draft.standfirst = [draft.passages.pop()]
            draft.doubts.append(DISPLACED_SUMMARY)
            continue
        if draft.bylines:
            continue
        first, second = draft.passages[:2]
        if first.above or second.above or not OPENING.match(second.text):
            continue
        fits = judge.row(first.text)
        best = max(range(len(drafts)), key=fits.__getitem__)
        if (
            fits[best] >= FITS_BETTER * max(fits[place], 1.0)
            and not drafts[best].standfirst
        ):
            drafts[best].standfirst = [draft.passages.pop(0)]
            drafts[best].doubts.append(DISPLACED_SUMMARY)


def ends_in_summary(draft: Draft) -> bool:
    """Whether one paragraph stands behind the office in brackets that ends the body."""
    signed, last = draft.passages[-2:]
    return (
        any(line.role == Role.SIGN_OFF for line in signed.below)
        and not (last.above or last.below)
        and len(last.text) >= SUMMARY
    )


def names_nameless(stack: Stack, drafts: list[Draft]) -> bool:
    """Whether a stack is all there is above a signed article: its headline."""
    if max(map(caption_weight, stack.lines)) >= SHOWN:
        return False
    for draft in drafts:
        if stack.above is draft.passages[0] and draft.bylines and not draft.heads:
            draft.heads = list(stack.lines)
            return True
    return False


def is_inner(stack: Stack, drafts: list[Draft]) -> bool:
    """Whether a stack stands above a paragraph inside an article: a section heading."""
    return stack.above is not None and all(
        (draft.standfirst or draft.passages)[0] is not stack.above for draft in drafts
    )


def labels_article(stack: Stack, drafts: list[Draft]) -> bool:
    """Whether a stack is the label of a column above a body: it counts as kicker."""
    if len(stack.lines) > 1 or not is_label(stack.text) or stack.text == "要闻":
        return False
    for draft in drafts:
        if draft.heads and stack.above is draft.passages[0]:
            draft.heads.insert(0, stack.lines[0])
            return True
    return False


def joins_heads(stack: Stack, drafts: list[Draft], judge: Affinity) -> bool:
    """Whether a stack belongs to the headline that stands directly beside it."""
    if max(map(caption_weight, stack.lines)) >= 1.2 or ALONE.fullmatch(stack.text):
        return False
    first, last = stack.lines[0], stack.lines[-1]
    scores = judge.row(stack.text)
    found = None
    for place, draft in enumerate(drafts):
        if not draft.heads or len(draft.heads) + len(stack.lines) > 4:
            continue
        if any(ALONE.fullmatch(line.text) for line in draft.heads):
            continue
        kicks = last.index + 1 == draft.heads[0].index
        kicks = kicks and not opens_stack(draft.heads[0])
        fits = scores[place] >= 0.6 * max(scores) or (kicks and is_label(stack.text))
        if fits and (kicks or draft.heads[-1].index + 1 == first.index):
            rank = (scores[place], kicks)
            if found is None or rank > found[0]:
                found = (rank, draft)
    if found is None:
        return False
    found[1].heads = sorted(found[1].heads + stack.lines, key=lambda x: x.index)
    return True
