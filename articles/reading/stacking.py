"""Lines on display that stand together, as stacks: what may be one headline.

"湾里快讯" / "早市搬进了新棚" / "信箱" / "路灯能不能早点亮起来"
->   the label belongs to the page; "早市搬进了新棚"; "信箱" with what stands below
"""

from itertools import pairwise

from articles.reading.captions import without_captions
from articles.reading.displays import (
    ALONE,
    DISPLAY,
    PROOF,
    caption_weight,
    heads_briefs,
    is_label,
    is_section_heading,
)
from articles.reading.drafts import Draft, Stack
from articles.reading.flows import Passage
from articles.reading.furniture import is_contact
from articles.reading.lines import Line
from articles.reading.stacks import sense_of
from articles.reading.structure import Role

TALL = 6  # lines that no headline has with what stands above and below it


def collect_stacks(
    passages: list[Passage], loose: list[Line], level: int
) -> list[Stack]:
    """Every line on display that may be a headline or a caption, in stacks."""
    above: dict[int, Passage] = {}
    lines = [line for line in loose if line.role == DISPLAY]
    for passage in passages:
        for line in passage.above:
            if line.role != DISPLAY or is_section_heading(line):
                continue
            if not is_first_heading(line, passage, level):
                above[line.index] = passage
                lines.append(line)
    lines = [line for line in lines if line.level or not is_contact(line.text)]
    lines.sort(key=lambda line: line.index)
    parted = stand_apart([line for line in lines if line.index not in above])
    stacks: list[Stack] = []
    for line in lines:
        last = stacks[-1] if stacks else None
        owner = above.get(line.index)
        if last and joins_stack(last, line, owner, parted):
            last.lines.append(line)
            continue
        if last and last.above is owner and opens_stack(line):
            last.above = None  # this line opens what stands above the text
        stacks.append(Stack([line], above=owner))
    stacks = [stack for stack in stacks if drop_brief_label(stack)]
    stacks = [part for stack in stacks for part in split_tall(stack)]
    return [part for stack in stacks for part in without_captions(stack)]


def split_tall(stack: Stack) -> list[Stack]:
    """The headlines of two articles, where their lines stand above one text.

    They are parted by the blank line between those that read best as two stacks.
    """
    lines = stack.lines
    places = [place for place in range(1, len(lines)) if lines[place].gap]
    if len(lines) < TALL or not places:
        return [stack]
    place = max(
        places, key=lambda place: sense_of(lines[:place]) + sense_of(lines[place:])
    )
    return [Stack(lines[:place]), Stack(lines[place:], above=stack.above)]


def drop_brief_label(stack: Stack) -> bool:
    """Take the label of a group of briefs out of a stack; whether any line is left."""
    stack.lines = [line for line in stack.lines if not heads_briefs(line.text)]
    return bool(stack.lines)


def is_first_heading(line: Line, draft: Draft | Passage, level: int) -> bool:
    """Whether a line directly above the text is its first section heading."""
    if line.role != DISPLAY:
        return False
    passage = draft.passages[0] if isinstance(draft, Draft) else draft
    before = [other for other in passage.above if other.index < line.index]
    behind = passage.above[len(before) :]
    if line.level:
        return line.level > level and not belongs_to_head(line, before, behind)
    if is_section_heading(line):
        return True
    if caption_weight(line) >= 1.0 or len(line.text) > 10:
        return False
    if any(other.role == Role.BYLINE for other in behind):
        return False
    return any(other.role in (Role.BYLINE, Role.JUMP) for other in before) and any(
        other.role == DISPLAY for other in before
    )


def belongs_to_head(line: Line, before: list[Line], behind: list[Line]) -> bool:
    """Whether a marked line is the kicker of a headline with one # less, or stands
    below it and above the writers."""
    signed = any(other.role == Role.BYLINE for other in behind)
    heads = (*behind, *before) if signed else behind
    return any(0 < other.level == line.level - 1 for other in heads)


def stand_apart(loose: list[Line]) -> bool:
    """Whether headlines away from their texts are set apart by blank lines."""
    return any(
        line.gap and line.index == above.index + 1 for above, line in pairwise(loose)
    )


def joins_stack(stack: Stack, line: Line, owner: Passage | None, parted: bool) -> bool:
    """Whether a line stands directly below a stack and is of its kind.

    Away from any text that is so where blank lines part all others.
    """
    last = stack.lines[-1]
    if stack.above is not owner:
        return False
    if line.index != last.index + 1 and not goes_on_below(stack, line):
        return False
    if caption_weight(line) >= PROOF or caption_weight(last) >= PROOF:
        return False
    if ALONE.fullmatch(last.text) or (opens_stack(line) and not is_label(last.text)):
        return False
    return owner is not None or (parted and not line.gap)


def goes_on_below(stack: Stack, line: Line) -> bool:
    """Whether a kicker stands above a line with nothing but lines of the page between.

    Where tools follow the flow of print, the head of a page may come between them.
    """
    last = stack.lines[-1]
    if len(stack.lines) > 1 or stack.above is None or is_label(last.text):
        return False
    if last.grown < 1 or line.grown < 1:
        return False
    places = [other.index for other in stack.above.above]
    return places.index(line.index) == places.index(last.index) + 1


def opens_stack(line: Line) -> bool:
    """Whether nothing stands above a line in its stack."""
    return is_label(line.text) or bool(ALONE.fullmatch(line.text))
