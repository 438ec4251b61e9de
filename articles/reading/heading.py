"""Headlines for bodies that are known: each stack of lines above one of them at most.

bodies about the ferry and about the canteen
"老码头开出早班船"   ->   the first,   "食堂添了十样早点"   ->   the second
"""

from itertools import pairwise

from articles.reading.affinity import Affinity
from articles.reading.drafts import Draft, Stack
from articles.reading.flows import Passage
from articles.reading.head_signs import Heads, odds_of_head
from articles.reading.lines import Line
from articles.reading.matching import best_matching

LEAST = -3.0  # odds of a headline at least, as hardly any body has none
CLEARLY = 2.0  # how much better lines fit their own article than another
GATHERED = 0.8  # how sure a body is that stands in pieces
SCATTERED = "此稿的文字在文件里不相连，按内容和栏宽拼在一起，请核对。"


def head_articles(
    flows: list[list[Passage]], stacks: list[Stack]
) -> tuple[list[Draft], list[Stack]]:
    """Bodies with the headlines that are likeliest all together; the other stacks."""
    heads = heads_of(flows, stacks)
    drafts, stacks = heads.drafts, heads.stacks
    odds = {
        (number, place): odds_of_head(heads, number, place)
        for number in range(len(drafts))
        for place in range(len(stacks))
    }
    found = best_matching(
        {pair: value - LEAST for pair, value in odds.items() if value > LEAST}
    )
    for number, place in found.items():
        drafts[number].heads = list(stacks[place].lines)
    for draft in drafts:
        mark_gathered(draft)
    used = set(found.values())
    return drafts, [stack for place, stack in enumerate(stacks) if place not in used]


def heads_of(flows: list[list[Passage]], stacks: list[Stack]) -> Heads:
    """Bodies without headlines, and the stacks that may be theirs."""
    drafts = [Draft(passages=list(flow)) for flow in flows]
    judge = Affinity([draft.text for draft in drafts])
    parts = [part for stack in stacks for part in part_stack(stack, judge)]
    return Heads(drafts, parts)


def mark_gathered(draft: Draft) -> None:
    """Say of a body that its parts do not stand below each other."""
    parts = [passage.strips for passage in draft.passages]
    if any(
        part[0].index != above[-1].index + 1 and above[-1].after is not part[0]
        for above, part in pairwise(parts)
    ):
        draft.sureness = min(draft.sureness, GATHERED)
        draft.doubts.append(SCATTERED)


def part_stack(stack: Stack, judge: Affinity) -> list[Stack]:
    """A stack parted at blank lines where the lines speak of different articles."""
    parts = [stack.lines[:1]]
    for line in stack.lines[1:]:
        if line.gap and are_foreign(parts[-1], line, judge):
            parts.append([])
        parts[-1].append(line)
    *others, last = parts
    return [*map(Stack, others), Stack(last, above=stack.above)]


def are_foreign(lines: list[Line], line: Line, judge: Affinity) -> bool:
    """Whether lines fit another article than the line below them."""
    rows = judge.row("".join(each.text for each in lines)), judge.row(line.text)
    best = [row.index(max(row)) for row in rows]
    return best[0] != best[1] and all(
        row[own] > CLEARLY * row[other]
        for row, own, other in zip(rows, best, reversed(best), strict=True)
    )
