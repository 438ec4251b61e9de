"""The order of reading: strips of text in chains, each with what stands before it.

file   A1(broken) B1 B2 A2 A3     ->   flows  A1 A2 A3 | B1 B2
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from articles.reading.columns import SLACK
from articles.reading.displays import DISPLAY, caption_weight, is_section_heading
from articles.reading.lines import Line
from articles.reading.strips import Strip, is_item, width_of
from articles.reading.structure import Role
from articles.reading.wrapped import TEXT

SLIM = 8  # characters of a section heading at most


@dataclass(slots=True, eq=False)
class Passage:
    """One whole paragraph with the lines that stand above and below its place.

    `above` are lines since the text before it in the file, nearest last; `below`
    are lines that end what stands before the next text: a sign-off, a jump. A column
    may go on `around` the headline and the writers of its own article. One that
    `sums_up` what stands below it is a standfirst.
    """

    strips: list[Strip]
    above: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)
    around: list[Line] = field(default_factory=list)
    text: str = ""
    order: int = 0
    sums_up: bool = False

    @property
    def first(self) -> Line:
        return self.strips[0].lines[0]

    @property
    def last(self) -> Line:
        return self.strips[-1].lines[-1]

    @property
    def measure(self) -> int:
        """The width of the column, as its longest line tells."""
        lines = (line for strip in self.strips for line in strip.lines)
        return max(lines, key=lambda line: line.width).measure


def find_flows(
    lines: list[Line], strips: list[Strip]
) -> tuple[list[list[Passage]], list[Line]]:
    """Chains of paragraphs in order of reading, and the loose lines of the page.

    A loose line stands where one chain ends and another begins, or inside a
    broken paragraph.
    """
    between, tail = lines_between(lines, strips)
    follow = follow_links(strips)
    loose = tail + resume_columns(strips, between, follow)
    break_circles(strips, strips, follow)
    passages = [
        make_passages(chain, between, loose)
        for chain in follow_chains(strips, strips, follow)
    ]
    place_tail(tail, strips, passages, loose)
    return passages, loose


def find_group_flows(
    lines: list[Line], strips: list[Strip], groups: list[list[Strip]]
) -> tuple[list[list[Passage]], list[Line]]:
    """One flow for each group of strips, in order of reading, and the loose lines."""
    between, tail = lines_between(lines, strips)
    flows, loose = [], list(tail)
    for group in groups:
        follow = follow_links(group)
        break_circles(strips, group, follow)
        flow: list[Passage] = []
        for chain in follow_chains(strips, group, follow):
            flow += make_passages(chain, between, loose)
        flows.append(flow)
    place_tail(tail, strips, flows, loose)
    return flows, loose


def follow_links(strips: list[Strip]) -> dict[int, int]:
    """Which strip is read after which: what it goes on in, else the next."""
    follow = {strip.index: after.index for strip in strips if (after := strip.after)}
    for strip, after in pairwise(strips):
        if strip.after is None and after.before is None:
            follow[strip.index] = after.index
    return follow


def follow_chains(
    strips: list[Strip], group: list[Strip], follow: dict[int, int]
) -> Iterator[list[Strip]]:
    """The strips of a group, each after the one that it is read after."""
    preceded = set(follow.values())
    for strip in group:
        if strip.index not in preceded:
            chain = [strip]
            while chain[-1].index in follow:
                chain.append(strips[follow[chain[-1].index]])
            yield chain


def resume_columns(
    strips: list[Strip], between: dict[int, list[Line]], follow: dict[int, int]
) -> list[Line]:
    """Read a column that nothing heads below the last one that is as wide, where the
    text above it stands in a column of another width, of another article: that has a
    headline of its own, or it goes on with such a column.

    Returns the lines that stand above such a column and do not belong to it.
    """
    last: dict[int, Strip] = {}
    freed: list[Line] = []
    foreign = -1  # the last strip with which a column of another article begins
    recent, headed = 0, False
    for above, strip in zip([None, *strips], strips, strict=False):
        width = width_of(strip)
        lines = between.get(strip.index, [])
        end = last.get(width)
        if above is not None and end is not None and is_resumed(above, strip, lines):
            if end.index < foreign and may_go_on(end, between):
                del follow[above.index]
                follow[end.index] = foreign = strip.index
                if is_top(strip, lines):
                    freed += lines[:-1]
                    between[strip.index] = lines[-1:]
        elif any(line.role == DISPLAY for line in lines):
            headed = True
        if width:
            if headed and abs(width - recent) > SLACK:
                foreign = strip.index
            recent, headed = width, False
        last[width or strip.lines[0].measure] = strip
    return freed


def is_resumed(above: Strip, strip: Strip, lines: list[Line]) -> bool:
    """Whether a strip without headline or writers stands below a column of another
    width, and no more than a blank line between."""
    if above.after or strip.before or strip.lines[0].gap > 1:
        return False
    if is_item(above) or is_item(strip):
        return False
    if not is_top(strip, lines) and any(line.role != Role.SIGN_OFF for line in lines):
        return False
    widths = width_of(above), width_of(strip)
    return all(widths) and abs(widths[0] - widths[1]) > SLACK


def is_top(strip: Strip, lines: list[Line]) -> bool:
    """Whether a section heading stands on a strip, and alone: a headline is set apart
    from its text."""
    if not lines or any(line.role != DISPLAY for line in lines):
        return False
    heading = lines[-1]
    if len(heading.text) > SLIM or caption_weight(heading) >= 1.0:
        return False
    return heading.gap > 0 and not strip.lines[0].gap


def may_go_on(strip: Strip, between: dict[int, list[Line]]) -> bool:
    """Whether no office in brackets stands directly below a strip."""
    below = between.get(strip.index + 1, ())
    return not (strip.after or any(line.role == Role.SIGN_OFF for line in below))


def break_circles(
    strips: list[Strip], group: list[Strip], follow: dict[int, int]
) -> None:
    """Cut the chains that links backwards have closed."""
    for strip in group:
        if strip.after and strip.after.index < strip.index:
            break_circle(strips, follow, strip)


def break_circle(strips: list[Strip], follow: dict[int, int], strip: Strip) -> None:
    """Cut a chain that a link backwards has closed, where a block of lines ends."""
    start = place = strip.after.index
    block_end = None
    for _ in range(len(strips)):
        after = follow.get(place)
        if after is None:
            return
        if block_end is None and not strips[after].inside and not strips[place].after:
            block_end = place
        if after == start:
            follow.pop(block_end if block_end is not None else strip.index, None)
            return
        place = after


def lines_between(
    lines: list[Line], strips: list[Strip]
) -> tuple[dict[int, list[Line]], list[Line]]:
    """Lines that are no text, by the index of the strip that they stand above."""
    owner = {line.index: strip.index for strip in strips for line in strip.lines}
    between: dict[int, list[Line]] = {}
    waiting: list[Line] = []
    for line in lines:
        if line.role == TEXT:
            if waiting:
                between[owner[line.index]] = waiting
                waiting = []
        elif line.role in (DISPLAY, Role.BYLINE, Role.SIGN_OFF, Role.JUMP):
            waiting.append(line)
    return between, waiting


def make_passages(
    chain: list[Strip], between: dict[int, list[Line]], loose: list[Line]
) -> list[Passage]:
    """Paragraphs of one chain; lines inside a broken paragraph come out of it."""
    passages: list[Passage] = []
    for strip in chain:
        above = between.get(strip.index, [])
        if strip.previous is not None and passages:
            signed = any(line.role == Role.BYLINE for line in above)
            if signed and strip.index == passages[-1].strips[-1].index + 1:
                passages[-1].around += above
            passages[-1].strips.append(strip)
            loose += above
        else:
            passages.append(Passage([strip], list(above), order=strip.index))
    for passage in passages:
        passage.text = "".join(strip.text for strip in passage.strips)
    return passages


def place_tail(
    tail: list[Line],
    strips: list[Strip],
    flows: list[list[Passage]],
    loose: list[Line],
) -> None:
    """Give sign-offs and jumps to the paragraph that they stand below."""
    ends = {passage.last.index: passage for flow in flows for passage in flow}
    for flow in flows:
        for passage in flow:
            keep = []
            for line in passage.above:
                owner = ends.get(line.index - 1)
                if owner and not keep and is_closing(line, passage.above):
                    owner.below.append(line)
                    ends[line.index] = owner
                else:
                    keep.append(line)
            passage.above = keep
    for line in list(tail) + list(loose):
        owner = ends.get(line.index - 1)
        if (
            owner
            and line in loose
            and (is_closing(line, []) or (line in tail and line.role == Role.BYLINE))
        ):
            owner.below.append(line)
            ends[line.index] = owner
            loose.remove(line)


def is_closing(line: Line, above: list[Line]) -> bool:
    """Whether a line ends the text that stands above it: a byline does so where the
    headline of the next article stands below it."""
    if line.role == Role.BYLINE:
        return any(
            other.role == DISPLAY and caption_weight(other) < 1.0
            for other in above
            if other.index > line.index and not is_section_heading(other)
        )
    return line.role in (Role.SIGN_OFF, Role.JUMP)
