"""Captions told from the headlines and headings that they stand beside, and placed.

"老码头开出早班船" / "船工解开第一根缆绳" / "□记者 单 夏"   ->   headline, caption
"……两张长凳。" / "孩子们趴在船舷上看水" / "坐一趟船……"       ->   caption in the text
"""

import re

from articles.reading import weights
from articles.reading.affinity import Affinity
from articles.reading.closings import names_offices
from articles.reading.displays import (
    PROOF,
    caption_weight,
    headline_weight,
    is_label,
    is_section_heading,
    weigh_caption,
)
from articles.reading.drafts import Draft, Stack
from articles.reading.kickers import heads_column
from articles.reading.lines import Line
from articles.reading.sizes import growth
from articles.reading.stacks import follows, leads_on, sense_of

QUOTED = re.compile("“[^“”]*”")  # somebody's words: a section heading
CAPTION = 0.9  # `caption_weight` of a line that may as well be a headline
MOST_LINES = 16  # of a stack that is looked at line by line
SURE = 0.5  # `weigh` of a caption whatever its length
TOLD = 0.3  # `weigh` of a line that then belongs to no headline at all
MOST_HEADS = 6  # lines of a headline with what stands above and below it
SENSE = (-3.0, 5.0)  # how well they read together, at least and at most
SLIGHT, BRIEF = 4, 7  # characters of the head of a column, and of hardly a caption
#: marks that headlines have more often than captions
MARKED = re.compile("[，：？！“”《》]|\\d$")
LEAST, MOST = 5, 24  # characters of a caption that nothing in its wording proves
PLAIN, LOW = 0.1, -0.3  # its `headline_weight` at most, `caption_weight` at least
TOLD_OF = 1.0  # how well a line fits a page whose articles all have their headlines
READ = 1.0  # `caption_weight` of a line inside an article
PROVEN = 1.6  # the same, where another heading is as long
HINTED = 0.6  # the same, where it is as long as captions are
NUMBERED = re.compile("图?[②-⑨]")
OCCASION = re.compile("[一-鿿]{2}(?:[会赛节展]|仪式|活动|演练)")
SHARED = 2.0  # what a shared occasion is worth beside `nearness`
SHORT, READ_SHORT = 6, 1.5  # characters, and what so few must weigh
SLIM, WIDE = 9, 13  # characters of a section heading most often, of a caption


def is_caption(stack: Stack) -> bool:
    """Whether a single line was told from a headline, or its wording proves it."""
    return stack.caption or (
        len(stack.lines) == 1 and caption_weight(stack.lines[0]) >= PROOF
    )


def without_captions(stack: Stack) -> list[Stack]:
    """A stack without the captions above and below its headline, and each of those.

    Of all ways to take neighbouring lines for the headline the best sum wins.
    """
    lines = stack.lines
    if not 1 < len(lines) <= MOST_LINES or all(weigh(line) > 0 for line in lines):
        return [stack]
    tight = stack.above is not None and not stack.above.first.gap
    ways = [(weigh_heads(lines, *way, tight), *way) for way in ways_of(lines)]
    _, start, stop = max(ways)
    captions = lines[:start] + lines[stop:]
    if len(lines) > MOST_HEADS and not any(weigh(line) > 0 for line in captions):
        return [stack]
    heads = Stack(lines[start:stop], above=stack.above)
    return [heads, *(Stack([line], caption=weigh(line) >= TOLD) for line in captions)]


def ways_of(lines: list[Line]) -> list[tuple[int, int]]:
    """All ways to take neighbouring lines for a headline and what belongs to it."""
    size = len(lines)
    return [
        (start, stop)
        for start in range(size)
        for stop in range(start + 1, min(size, start + MOST_HEADS) + 1)
    ]


def weigh(line: Line) -> float:
    """Above 0 where a line reads like a caption."""
    if line.level or is_label(line.text) or follows(line.text):
        return -PROOF
    return caption_weight(line) - CAPTION


def weigh_heads(lines: list[Line], start: int, stop: int, tight: bool) -> float:
    """How likely some lines are the headline and the others captions, as log-odds.

    Where the text stands `tight` below its headline, a blank line parts two things.
    """
    heads, captions = lines[start:stop], [*lines[:start], *lines[stop:]]
    titles = [line for line in heads if not is_label(line.text)]
    if not titles:
        return -PROOF * len(lines)
    odds = sum(map(weigh_taken, captions))
    odds += weights.HEADS_WORDING * sum(map(headline_weight, heads))
    odds += weights.HEADS_SENSE * max(SENSE[0], min(SENSE[1], sense_of(titles)))
    odds += weights.HEADS_GAP * tight * sum(line.gap > 0 for line in heads[1:])
    odds += weights.HEADS_OPEN * (leads_on(heads[-1].text) or follows(heads[0].text))
    column = len(titles) == 1 and names_column(titles[0].text)
    cuts = (place for place in (start, stop) if 0 < place < len(lines))
    grown = sum(growth(lines[place - 1], lines[place]) == 1 for place in cuts)
    return odds + weights.HEADS_COLUMN * column + weights.HEADS_GROWN * grown


def weigh_taken(line: Line) -> float:
    """How likely a line is to be taken out of a stack."""
    shown = weigh(line)
    odds = weights.HEADS_CAPTION * shown + weights.HEADS_TAKEN
    return odds + weights.HEADS_BRIEF * (shown < SURE and len(line.text) < BRIEF)


def names_column(text: str) -> bool:
    """Whether a line is the standing head of a column, or as short as those are."""
    return len(text) <= SLIGHT or heads_column(text)


def is_inner_caption(line: Line, beside: list[Line], inner: list[list[Line]]) -> bool:
    """Whether a line above a paragraph inside an article is a caption.

    `beside` are the lines that stand with it, `inner` those above each paragraph:
    section headings are short, or are long together, and often of one length.
    """
    if is_section_heading(line) or line.level or QUOTED.fullmatch(line.text):
        return False
    if follows(line.text):
        return False
    weight, size = caption_weight(line), len(line.text)
    worded = weigh_caption(line.text, 0, False, 0)
    if worded < HINTED and names_offices(line.text):
        return False
    if line is beside[-1] and weight < PROVEN and has_twin(line, inner):
        return False
    if weight >= (READ if size > SHORT else READ_SHORT):
        return True
    if size >= WIDE and sum(map(count_wide, inner)) <= count_wide(beside):
        return True
    return size >= SLIM and (weight >= HINTED or line is not beside[-1])


def has_twin(line: Line, inner: list[list[Line]]) -> bool:
    """Whether as long a line stands directly above another paragraph."""
    return any(
        lines[-1] is not line
        and abs(len(lines[-1].text) - len(line.text)) <= 1
        and caption_weight(lines[-1]) < HINTED
        for lines in inner
        if lines
    )


def count_wide(lines: list[Line]) -> int:
    """How many lines on display are longer than section headings."""
    return sum(len(line.text) >= WIDE for line in lines)


def place_rest(drafts: list[Draft], stacks: list[Stack]) -> list[Line]:
    """Captions go to the article they speak of; return what fits nowhere."""
    rest: list[Line] = []
    affinity = Affinity([draft.text + head_text(draft) for draft in drafts])
    headed = all(draft.heads for draft in drafts)
    above: int | None = None  # whose caption the last one is
    for stack in stacks:
        for group in caption_groups(stack):
            text = "".join(line.text for line in group)
            scores = list(affinity.row(text))
            told = max(scores, default=0.0) if headed else 0.0
            for place, draft in enumerate(drafts):
                scores[place] += nearness(group, draft) + occasion(text, draft.text)
            best = max(range(len(scores)), key=scores.__getitem__, default=None)
            if NUMBERED.match(text) and above is not None:
                best, scores[above] = above, PROOF
            shown = stack.caption or (stack.above is None and told >= TOLD_OF)
            if best is None or scores[best] <= 0.3 or not shows(group, shown):
                rest += group
            else:
                drafts[best].captions.append(group)
                above = best
    for draft in drafts:
        draft.captions.sort(key=lambda group: group[0].index)
    return rest


def shows(group: list[Line], likely: bool) -> bool:
    """Whether lines that no headline took are a caption."""
    return any(
        not is_label(line.text)
        and (caption_weight(line) >= CAPTION or (likely and may_show(line)))
        for line in group
    )


def may_show(line: Line) -> bool:
    """Whether nothing in the wording of a line speaks against a caption."""
    if line.level or MARKED.search(line.text) or heads_column(line.text):
        return False
    if not LEAST <= len(line.text) <= MOST:
        return False
    return headline_weight(line) <= PLAIN and caption_weight(line) >= LOW


def caption_groups(stack: Stack) -> list[list[Line]]:
    """One caption a line, unless a line is broken off at the width of the others."""
    return [[line] for line in stack.lines]


def nearness(group: list[Line], draft: Draft) -> float:
    """A caption most often stands in or beside its article."""
    place = group[0].index
    if draft.start < place < draft.end:
        return 3.0
    if draft.heads and abs(draft.heads[-1].index - place) <= 2:
        return 2.0 if draft.heads[-1].index < place else 0.8
    near = min(abs(draft.start - place), abs(place - draft.end))
    return 0.9 if near <= 2 else 0.0


def occasion(caption: str, text: str) -> float:
    """What a caption gains where the occasion that it shows is told of: 推进会."""
    named = OCCASION.findall(caption)
    return SHARED * sum(name in text for name in named)


def head_text(draft: Draft) -> str:
    """The lines above the body of an article."""
    return "".join(line.text for line in draft.heads)
