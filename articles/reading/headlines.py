"""Headlines found for articles by what they say, wherever the page prints them.

body about the bath house, lines far below: "德泉池变身“邻里汤屋”"   ->   its headline
lines left over that picture a scene                                  ->   captions
"""

from dataclasses import dataclass, field

from articles.reading.affinity import Affinity
from articles.reading.blocks import DISPLAY
from articles.reading.displays import caption_weight, headline_weight, is_label
from articles.reading.lines import Line
from articles.reading.phrases import SENTENCE_END
from articles.reading.segmentation import OPENING, Draft
from articles.reading.structure import Role
from articles.reading.terms import Terms

ADJACENT = 6.0  # a stack directly above a body
PROOF = 3.0  # caption weight that needs no other sign


@dataclass(slots=True, eq=False)
class Stack:
    """Lines on display that stand together: kicker, headline, subheadline."""

    lines: list[Line]
    inside: Draft | None = None  # the article in whose broken paragraph it stands
    above: Draft | None = None  # the article whose body begins directly below
    scores: list[float] = field(default_factory=list)


def match_headlines(
    drafts: list[Draft], loose: list[Line], terms: Terms, level: int
) -> tuple[list[Draft], list[Line]]:
    """Give every article its headline and captions; return what is left over."""
    stacks = collect_stacks(drafts, loose, level)
    captions = [stack for stack in stacks if is_caption(stack)]
    stacks = [stack for stack in stacks if stack not in captions]
    affinity = Affinity([draft.text for draft in drafts])
    stacks = assign(drafts, stacks, affinity)
    drafts, stacks = split_for(drafts, stacks)
    drafts = merge_headless(drafts, terms)
    return drafts, place_rest(drafts, captions + stacks)


def collect_stacks(
    drafts: list[Draft], loose: list[Line], level: int
) -> list[Stack]:
    """Every line on display that is not a section heading, in stacks."""
    above: dict[int, Draft] = {}
    lines = [line for line in loose if line.role == DISPLAY]
    for draft in drafts:
        for line in draft.passages[0].above:
            if line.role == Role.BYLINE:
                draft.bylines.append(line)
            elif line.role == DISPLAY and is_first_heading(line, draft, level):
                draft.openers.append(line)
            elif line.role == DISPLAY:
                above[line.index] = draft
                lines.append(line)
    lines.sort(key=lambda line: line.index)
    stacks: list[Stack] = []
    for line in lines:
        last = stacks[-1] if stacks else None
        owner = above.get(line.index)
        if last and joins_stack(last, line, owner):
            last.lines.append(line)
        else:
            stacks.append(Stack([line], above=owner))
    return stacks


def is_first_heading(line: Line, draft: Draft, level: int) -> bool:
    """Whether a line directly above the text is its first section heading."""
    if line.level:
        return line.level > level
    if caption_weight(line) >= 1.0 or len(line.text) > 10:
        return False
    before = [other for other in draft.passages[0].above if other.index < line.index]
    return any(other.role in (Role.BYLINE, Role.JUMP) for other in before) and any(
        other.role == DISPLAY for other in before
    )


def joins_stack(stack: Stack, line: Line, owner: Draft | None) -> bool:
    """Whether a line stands directly below a stack and is of its kind."""
    last = stack.lines[-1]
    if line.index != last.index + 1 or stack.above is not owner:
        return False
    if caption_weight(line) >= PROOF or caption_weight(last) >= PROOF:
        return False
    if owner is None and line.gap:
        return False
    return owner is not None or len(stack.lines) < 4


def is_caption(stack: Stack) -> bool:
    """Whether the wording of a single line proves a caption."""
    return len(stack.lines) == 1 and caption_weight(stack.lines[0]) >= PROOF


def assign(drafts: list[Draft], stacks: list[Stack], affinity: Affinity) -> list[Stack]:
    """Give stacks to articles, the best fit first; return those without one."""
    found = []
    for number, stack in enumerate(stacks):
        stack.scores = score_stack(stack, drafts, affinity)
        shape = sum(map(headline_weight, stack.lines)) / len(stack.lines)
        shape -= max(0.0, max(map(caption_weight, stack.lines)))
        for place, score in enumerate(stack.scores):
            near = ADJACENT if stack.above is drafts[place] else 0.0
            if score + near > 0.5:
                found.append((score + near + 1.5 * shape, number, place))
    found.sort(key=lambda row: (-row[0], row[1], row[2]))
    used: set[int] = set()
    for _, number, place in found:
        if number not in used and not drafts[place].heads:
            drafts[place].heads = list(stacks[number].lines)
            used.add(number)
    for number, stack in enumerate(stacks):
        if number not in used and joins_heads(stack, drafts, stacks, used):
            used.add(number)
    return [stack for number, stack in enumerate(stacks) if number not in used]


def score_stack(stack: Stack, drafts: list[Draft], affinity: Affinity) -> list[float]:
    """How well the lines of a stack fit each article."""
    rows = [affinity.row(line.text) for line in stack.lines]
    return [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(drafts)


def joins_heads(
    stack: Stack, drafts: list[Draft], stacks: list[Stack], used: set[int]
) -> bool:
    """Whether a stack belongs to the headline that stands directly beside it."""
    if max(map(caption_weight, stack.lines)) >= 1.2:
        return False
    first, last = stack.lines[0], stack.lines[-1]
    for place, draft in enumerate(drafts):
        if not draft.heads or len(draft.heads) + len(stack.lines) > 4:
            continue
        beside = (
            draft.heads[-1].index + 1 == first.index
            or last.index + 1 == draft.heads[0].index
        )
        best = max(stack.scores, default=0.0)
        if beside and (stack.scores[place] >= 0.6 * best or stack.above is draft):
            draft.heads = sorted(draft.heads + stack.lines, key=lambda x: x.index)
            return True
    return False


def split_for(
    drafts: list[Draft], stacks: list[Stack]
) -> tuple[list[Draft], list[Stack]]:
    """A headline without an article may belong to the second half of one."""
    rest = []
    for stack in stacks:
        cut = best_cut(drafts, stack)
        if cut is None:
            rest.append(stack)
            continue
        draft, place = cut
        tail = Draft(passages=draft.passages[place:], heads=list(stack.lines))
        draft.passages = draft.passages[:place]
        tail.doubts.append("此稿与上一稿之间没有分隔，按标题内容分开，请核对。")
        tail.sureness = 0.7
        drafts.insert(drafts.index(draft) + 1, tail)
    return drafts, rest


def best_cut(drafts: list[Draft], stack: Stack) -> tuple[Draft, int] | None:
    """Where an article changes its subject to that of a loose headline."""
    if max(map(caption_weight, stack.lines)) >= 1.0:
        return None
    texts = [passage.text for draft in drafts for passage in draft.passages]
    judge = Affinity(texts)
    fits = judge.row("".join(line.text for line in stack.lines))
    best, number = None, 0
    for draft in drafts:
        own = judge.row(head_text(draft))
        size = len(draft.passages)
        for place in range(1, size):
            here = number + place
            if not SENTENCE_END.search(texts[here - 1]):
                continue
            opens = bool(OPENING.match(texts[here]))
            gain = fits[here] + 0.5 * sum(fits[here + 1 : number + size])
            gain -= 1.5 * sum(fits[number:here])
            gain -= 0.7 * sum(own[here : number + size])
            gain += 2.0 * opens + draft.passages[place].first.gap
            if gain >= 7 and (best is None or gain > best[0]):
                best = (gain, draft, place)
        number += size
    return best and best[1:]


def merge_headless(drafts: list[Draft], terms: Terms) -> list[Draft]:
    """A body without headline or byline is most often a part of another article."""
    if not any(draft.heads for draft in drafts):
        return drafts
    for draft in [draft for draft in drafts if not draft.heads]:
        if draft.bylines or len(drafts) == 1:
            continue
        best = max(
            (other for other in drafts if other is not draft),
            key=lambda other: belonging(draft, other, terms),
        )
        if belonging(draft, best, terms) > 0.12:
            join_drafts(best, draft)
            drafts.remove(draft)
    return drafts


def belonging(draft: Draft, other: Draft, terms: Terms) -> float:
    """How likely a body without headline is a part of `other`."""
    mine = {term for term in words_of(draft, terms) if terms.count[term] > 1}
    whole = sum(terms.weight(term) for term in mine) + 6
    score = terms.shared(mine, words_of(other, terms)) / whole
    near = 0.15 if other.end < draft.start else 0.05
    distance = min(abs(draft.start - other.end), abs(other.start - draft.end))
    score += near if distance <= 4 else 0.0
    if other.sign_offs or any(p.below for p in other.passages[-1:]):
        score -= 0.1 * (other.end < draft.start)
    return score


def words_of(draft: Draft, terms: Terms) -> set[str]:
    """The telling words of an article."""
    found: set[str] = set()
    for passage in draft.passages:
        found |= terms.of[passage.order]
    return found


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
    draft.sureness = min(draft.sureness, 0.8)
    draft.doubts.append("有一段文字前后没有标题，按内容并入此稿，请核对。")


def place_rest(drafts: list[Draft], stacks: list[Stack]) -> list[Line]:
    """Captions go to the article they speak of; return what fits nowhere."""
    rest: list[Line] = []
    affinity = Affinity([draft.text + head_text(draft) for draft in drafts])
    for stack in stacks:
        for group in caption_groups(stack):
            text = "".join(line.text for line in group)
            scores = list(affinity.row(text))
            for place, draft in enumerate(drafts):
                scores[place] += nearness(group, draft)
            best = max(range(len(scores)), key=scores.__getitem__, default=None)
            if best is None or scores[best] <= 0.3:
                rest += group
            elif all(is_label(line.text) for line in group):
                rest += group
            else:
                drafts[best].captions.append(group)
    return rest


def caption_groups(stack: Stack) -> list[list[Line]]:
    """One caption a line, unless a line is broken off at the width of the others."""
    return [[line] for line in stack.lines]


def nearness(group: list[Line], draft: Draft) -> float:
    """A caption most often stands in or beside its article."""
    place = group[0].index
    if draft.start < place < draft.end:
        return 1.5
    if draft.heads and abs(draft.heads[-1].index - place) <= 2:
        return 1.2
    near = min(abs(draft.start - place), abs(place - draft.end))
    return 0.9 if near <= 2 else 0.0


def head_text(draft: Draft) -> str:
    """The lines above the body of an article."""
    return "".join(line.text for line in draft.heads)
