"""What speaks for two blocks of text to belong to one article.

"……抢修好水" / "钟楼敲了六下……" / "泵，再装……"   ->   the first and the third

Blocks are what stands together in one column. The signs are whether one goes on in the
other, how wide both are, the words that they share with each other and with the
headlines of the page, what stands above them, and how the page was read so far. What
each sign weighs stands in data/gather_signs.txt.
"""

import math
from dataclasses import dataclass, field
from itertools import accumulate

from articles.reading.affinity import Affinity
from articles.reading.bodies import has
from articles.reading.boundaries import BACKWARD, HEAD, OPENING, REPORT
from articles.reading.columns import SLACK
from articles.reading.displays import DISPLAY, caption_weight, is_section_heading
from articles.reading.flows import SLIM
from articles.reading.groups import Blocks, is_ended
from articles.reading.lines import Line
from articles.reading.matching import best_matching
from articles.reading.signs import Signs, total
from articles.reading.strips import Strip, is_item, width_of
from articles.reading.structure import Role

LONG = 3  # lines of a block whose width is no chance
SURE = 2.0  # how much better the best headline fits a block than the second
MOST = 4.0  # of a sum beyond which more proves nothing
NEVER = -5.0  # the gain of two strips that cannot be joined
SHORT = 4  # characters of a line that is no headline


@dataclass(eq=False)
class Block:
    """Strips that stand together, and what a reader sees of them."""

    strips: list[Strip]
    above: list[Line]
    below: list[Line]
    draft: int | None = None  # the article that they were read in so far
    fits: list[float] = field(default_factory=list)  # by headline of the page

    def __post_init__(self) -> None:
        self.first, self.last = self.strips[0], self.strips[-1]
        self.text = "".join(strip.text for strip in self.strips)
        widths = [width for strip in self.strips if (width := width_of(strip))]
        self.width = max(widths, key=widths.count) if widths else 0
        self.long = sum(len(strip.lines) for strip in self.strips) > LONG
        self.heads = [line for line in self.above if is_head(line)]
        self.slim = len(self.heads) == 1 and len(self.heads[0].text) <= SLIM
        self.headed = bool(self.heads) and not self.slim
        self.sectioned = any(map(is_section, self.above))
        self.signed = has(self.above, Role.BYLINE)
        self.closed = has(self.below[:1], Role.SIGN_OFF)
        self.ended = is_ended(self.last)
        self.opening = bool(OPENING.match(self.text))
        self.report = bool(REPORT.search(self.text[:HEAD]))
        self.backward = bool(BACKWARD.match(self.text))
        self.asks = any(
            strip.text.startswith(("问：", "答：")) for strip in self.strips
        )


def is_head(line: Line) -> bool:
    """Whether a line may be a headline."""
    if line.role != DISPLAY or is_section_heading(line):
        return False
    return caption_weight(line) < 1.0


def is_section(line: Line) -> bool:
    """Whether a line is a heading inside an article by what it looks like."""
    return line.role == DISPLAY and is_section_heading(line)


class Page:
    """The blocks of a page, and what is known of all of them together."""

    def __init__(self, found: Blocks, gains: dict[tuple[int, int], float]) -> None:
        """`gains` is what speaks for two strips to be joined."""
        rows: list[list[Strip]] = [[] for _ in range(found.number[-1] + 1)]
        for strip in found.strips:
            rows[found.number[strip.index]].append(strip)
        self.blocks = [
            Block(row, found.above.get(row[0].index, []), found.lines_below(row[-1]))
            for row in rows
        ]
        self.gains = gains
        joined = best_matching({pair: gain for pair, gain in gains.items() if gain > 0})
        self.joined = set(joined.items())
        self.ties, self.scatter = found.ties, found.scatter
        self.strengths = [0.0] * len(rows)
        for (left, right), tie in self.ties.items():
            self.strengths[left] += tie
            self.strengths[right] += tie
        self.whole = sum(self.strengths) or 1.0
        self.headed = list(accumulate((b.headed for b in self.blocks), initial=0))
        self.fit_headlines()

    def fit_headlines(self) -> None:
        """Weigh how well each headline of the page fits each block."""
        shown = [
            line
            for block in self.blocks
            for line in block.heads
            if len(line.text) > SHORT
        ]
        shown += [line for line in self.blocks[-1].below if is_head(line)]
        judge = Affinity([block.text for block in self.blocks])
        rows = [judge.row(line.text) for line in shown]
        for place, block in enumerate(self.blocks):
            block.fits = [row[place] for row in rows]


def signs_of_pair(page: Page, left: int, right: int) -> Signs:
    """What speaks for two blocks to belong together; `left` stands before `right`."""
    above, below = page.blocks[left], page.blocks[right]
    signs = {"pair": 1.0, "scatter": page.scatter, "blocks": math.log(len(page.blocks))}
    signs["size"] = math.log(min(len(above.text), len(below.text)))
    signs |= signs_of_place(page, left, right)
    signs |= signs_of_joint("down", above, below, page)
    signs |= signs_of_joint("up", below, above, page)
    signs |= signs_of_looks(above, below)
    signs |= signs_of_width(above, below)
    signs |= signs_of_words(page, left, right)
    signs |= signs_of_headlines(above, below)
    signs |= signs_of_reading(above, below, right == left + 1)
    return {sign: float(value) for sign, value in signs.items() if value}


def signs_of_place(page: Page, left: int, right: int) -> Signs:
    """How far two blocks stand from each other, and the headlines between them."""
    below = page.blocks[right]
    heads = page.headed[right + 1] - page.headed[left + 1]
    wide = sum(
        block.headed and are_alike(block, below)
        for block in page.blocks[left + 1 : right + 1]
    )
    signs = {
        "distance": math.log(right - left),
        f"heads {min(heads, 2)}": 1.0,
        "heads as wide": min(3, wide),
    }
    if right == left + 1:
        signs |= {
            "next": 1.0,
            "next bare": not below.above,
            "next headed": below.headed,
            "next slim": below.slim,
            "next section": below.sectioned,
            "next alike": are_alike(page.blocks[left], below),
            "next opening": below.opening,
            "next backward": below.backward,
        }
    return signs


def signs_of_joint(name: str, end: Block, start: Block, page: Page) -> Signs:
    """Whether one block goes on in the other."""
    pair = end.last.index, start.first.index
    gain = page.gains.get(pair, NEVER)
    kind = f"{name} {'ended' if end.ended else 'open'}"
    return {
        f"{name} never": pair not in page.gains,
        f"{kind} gain": max(-MOST, min(MOST, gain)),
        f"{kind} joined": pair in page.joined,
    }


def signs_of_looks(above: Block, below: Block) -> Signs:
    """What stands above and below two blocks, and how they begin."""
    return {
        "first headed": above.headed,
        "second headed": below.headed,
        "both headed": above.headed and below.headed,
        "first slim": above.slim,
        "second slim": below.slim,
        "second section": below.sectioned,
        "second signed": below.signed,
        "both signed": above.signed and below.signed,
        "first closed": above.closed,
        "second closed": below.closed,
        "both closed": above.closed and below.closed,
        "second opening": below.opening,
        "second report": below.report,
        "both report": above.report and below.report,
        "second backward": below.backward,
        "items": is_item(above.last) and is_item(below.first),
        "questions": above.asks and below.asks,
        "questions in one": above.asks != below.asks,
    }


def are_alike(above: Block, below: Block) -> bool:
    """Whether two blocks are known to be as wide."""
    return bool(above.width and below.width) and abs(above.width - below.width) <= SLACK


def signs_of_width(above: Block, below: Block) -> Signs:
    """Whether two blocks are as wide as each other."""
    if not (above.width and below.width):
        return {"unknown width": 1.0}
    alike = are_alike(above, below)
    return {
        "same width": above.width == below.width,
        "near width": alike and above.width != below.width,
        "other width": not alike,
        "other width long": not alike and above.long and below.long,
    }


def signs_of_words(page: Page, left: int, right: int) -> Signs:
    """Words in common, against what is to be expected of any two blocks."""
    tie = page.ties.get((left, right), 0.0)
    strengths = page.strengths[left], page.strengths[right]
    expected = strengths[0] * strengths[1] / page.whole
    least = min(strengths)
    return {
        "tie": math.log1p(tie),
        "tie expected": math.log1p(expected),
        "tie over": max(-2.0, min(2.0, math.log((tie + 0.5) / (expected + 0.5)))),
        "tie share": tie / least if least else 0.0,
    }


def signs_of_headlines(above: Block, below: Block) -> Signs:
    """Whether two blocks fit the same headlines of the page."""
    norms = [math.hypot(*block.fits) for block in (above, below)]
    if not all(norms):
        return {"headline none": 1.0}
    product = sum(a * b for a, b in zip(above.fits, below.fits, strict=True))
    same = best_of(above.fits) == best_of(below.fits)
    sure = is_sure(above.fits) and is_sure(below.fits)
    kind = "same" if same else "other"
    return {
        "headline likeness": product / norms[0] / norms[1],
        f"headline {kind}": 1.0,
        f"headline {kind} surely": sure,
    }


def best_of(fits: list[float]) -> int:
    """The headline that fits best."""
    return fits.index(max(fits))


def is_sure(fits: list[float]) -> bool:
    """Whether one headline fits far better than any other."""
    first, *rest = sorted(fits, reverse=True)
    return not rest or first >= SURE * rest[0]


def signs_of_reading(above: Block, below: Block, near: bool) -> Signs:
    """Whether two blocks were read as one article so far."""
    if above.draft is None or below.draft is None:
        return {}
    kind = "read together" if above.draft == below.draft else "read apart"
    return {
        kind: 1.0,
        f"{kind} near": near,
        f"{kind} headed": below.headed,
        f"{kind} alike": are_alike(above, below),
    }


def odds_of_pair(page: Page, left: int, right: int) -> float:
    """How likely two blocks belong to one article, as log-odds."""
    return total(signs_of_pair(page, left, right), "gather_signs")
