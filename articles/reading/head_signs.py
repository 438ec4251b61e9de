"""What speaks for lines on display to be the headline of an article.

"老码头开出早班船" directly above "5月8日，老码头……"   ->   its place and its words
What each sign weighs stands in data/head_signs.txt.
"""

import math
from itertools import accumulate

from articles.reading.affinity import Affinity
from articles.reading.bodies import has
from articles.reading.boundaries import BACKWARD, HEAD, OPENING, REPORT
from articles.reading.displays import caption_weight, headline_weight, is_label
from articles.reading.drafts import Draft, Stack
from articles.reading.flows import SLIM
from articles.reading.segmentation import fit_sums, fit_worth, prior, stack_worth
from articles.reading.signs import Signs, total
from articles.reading.structure import Role

MOST_FIT = 8.0
LONG = 9  # characters of a headline rather than of a section heading


class Heads:
    """Articles without headlines yet, and stacks that may be the headlines."""

    def __init__(self, drafts: list[Draft], stacks: list[Stack]) -> None:
        self.drafts, self.stacks = drafts, stacks
        judge = Affinity([draft.text for draft in drafts])
        self.fits = [judge.row(stack.text) for stack in stacks]
        passages = [passage for draft in drafts for passage in draft.passages]
        self.starts = [0, *accumulate(len(draft.passages) for draft in drafts)]
        self.worths = [
            [self.worth(stack, sums, number) for number in range(len(drafts))]
            for stack, sums in zip(stacks, fit_sums(passages, stacks), strict=True)
        ]
        self.owner = {
            id(passage): (number, place)
            for number, draft in enumerate(drafts)
            for place, passage in enumerate(draft.passages)
        }

    def worth(self, stack: Stack, sums: list[float], number: int) -> float:
        """What a stack is worth as headline of an article of a page in order."""
        first = self.drafts[number].passages[0]
        start, stop = self.starts[number : number + 2]
        own = stack if stack.above is first else None
        fit = fit_worth(sums[stop] - sums[start], sums[-1])
        return fit + stack_worth(stack, own, prior(stack))

    def signs(self, number: int, place: int) -> Signs:
        """What speaks for a stack to be the headline of an article, by numbers."""
        draft, stack = self.drafts[number], self.stacks[place]
        kind, signs = self.signs_of_place(number, stack)
        signs |= self.signs_of_fit(number, place)
        signs |= signs_of_wording(stack)
        first = draft.passages[0]
        signs |= {
            f"{kind} opening": bool(OPENING.match(first.text)),
            f"{kind} report": bool(REPORT.search(first.text[:HEAD])),
            f"{kind} backward": bool(BACKWARD.match(first.text)),
            f"{kind} broken": first.strips[0].open_start > 0,
            f"{kind} signed": has(first.above, Role.BYLINE),
            "size": math.log(len(draft.text)),
        }
        return {sign: float(value) for sign, value in signs.items() if value}

    def signs_of_place(self, number: int, stack: Stack) -> tuple[str, Signs]:
        """Where a stack stands from an article."""
        draft, index = self.drafts[number], stack.lines[0].index
        ends = {passage.last.index for passage in draft.passages}
        signs: Signs = {"below": stack.lines[0].index - 1 in ends}
        if stack.above is None:
            kind = "loose"
        else:
            owner, inner = self.owner.get(id(stack.above), (-1, 1))
            kind = "inner" if inner else "first"
            kind = kind if owner == number else f"foreign {kind}"
            signs[f"{kind} joined"] = not stack.above.first.gap
        signs[kind] = 1.0
        ahead = draft.start - index
        signs["ahead" if ahead > 0 else "behind"] = math.log1p(abs(ahead)) / 3
        return kind, signs

    def signs_of_fit(self, number: int, place: int) -> Signs:
        """How well the words fit, against other articles and other stacks."""
        row = self.fits[place]
        fit, whole = row[number], sum(row)
        column = [fits[number] for fits in self.fits]
        worth, worths = self.worths[place][number], [row[number] for row in self.worths]
        return {
            "fit": min(MOST_FIT, fit) / 2,
            "worth": max(-2.0, min(6.0, worth)),
            "worth best": worth == max(self.worths[place]),
            "worth best stack": worth == max(worths),
            "fit none": not fit,
            "fit share": fit / whole if whole else 0.0,
            "fit best": fit > 0 and fit == max(row),
            "fit best stack": fit > 0 and fit == max(column),
            "fit stack share": fit / sum(column) if fit else 0.0,
        }


def signs_of_wording(stack: Stack) -> Signs:
    """How the lines read by themselves."""
    longest = max(len(line.text) for line in stack.lines)
    return {
        "headline": max(-2.0, min(2.0, max(map(headline_weight, stack.lines)))),
        "caption": max(-1.0, min(2.0, max(map(caption_weight, stack.lines)))),
        "label": len(stack.lines) == 1 and is_label(stack.text),
        "slim": len(stack.lines) == 1 and longest <= SLIM,
        "long": longest >= LONG,
        "rows": len(stack.lines) > 1,
        "stack": 1.0,
    }


def odds_of_head(heads: Heads, number: int, place: int) -> float:
    """How likely a stack is the headline of an article, as log-odds."""
    return total(heads.signs(number, place), "head_signs")
