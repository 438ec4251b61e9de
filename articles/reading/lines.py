"""A page cut into its lines, with what can be seen of each by itself.

"## 第一位：党建引领 "        ->   text "第一位：党建引领", level 2
"人人防防演演练练"            ->   text "人防演练", doubled
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from articles.reading.cleaning import SPACES, find_cleanups, show
from articles.reading.doubling import is_doubled, undouble
from articles.reading.structure import Cleanup, Role

LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]*(?:\r\n|[\n\r\f\v\u2028\u2029]|$)")
BREAK = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029]")
BLANKS = re.compile(f"(?:[{SPACES}]*+(?:\r\n|[\n\r\f\v\u2028\u2029]))++")
#: marks of markdown and of print in front of a line
MARKS = re.compile(
    f"[{SPACES}]*(?P<level>#{{1,6}})?[{SPACES}]*(?:(?P<bullet>[■◆●▲▶▼◀△★])(?P=bullet)*)?"
)
ITEMS = "■◆●★"  # marks of headings, and of items in a list
STOPPED = re.compile("[；;。]$")
#: 6月1日（周六）9:30 …… 地点：……
INSIDE = re.compile(r"。.|\d[:：]\d\d|\d月\d{1,2}日[（(周]")
MANY = 3  # headlines marked alike on one page
WIDE = re.compile("[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\uffdf]")


@dataclass(slots=True)
class Line:
    """One line; `start` to `end` in the raw text with its line break.

    `first` is where its text begins (after indentation and marks), `last` where
    it ends. `text` is shown without typesetting spaces. `indent` and `width`
    count half-width columns; `gap` is the number of blank lines above. `flush` says
    that paragraphs begin without an indent, `spaced` that the text prints the indent
    of every paragraph as spaces; `room` is the width of its column where
    the page keeps the places of print, so that its indent is the printed one, else 0.
    `grid` marks a row of a table of names. `grown` is 1 where larger type may begin,
    -1 where the type is no larger than that of the line above, 0 where nothing tells.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    indent: int = 0
    width: int = 0
    level: int = 0
    bullet: str = ""
    doubled: bool = False
    unmarked: bool = False
    named: int = 0
    parted: bool = False
    pictured: bool = False
    gap: int = 0
    cleanups: list[Cleanup] = field(default_factory=list)
    role: Role | None = None
    index: int = 0
    measure: int = 0
    measured: bool = False
    flush: bool = False
    spaced: bool = False
    room: int = 0
    grid: bool = False
    grown: int = 0

    def offset(self, index: int) -> int:
        """The raw offset of the character `index` of `text`."""
        place, shown = self.first, 0
        for change in self.cleanups:
            step = change.start - place
            if shown + step > index:
                break
            shown += step + len(change.shown)
            place = change.end
            if shown > index:
                return change.start
        return place + index - shown


def split_lines(raw: str) -> list[Line]:
    """The lines of a page that hold text; blank ones are counted as gaps."""
    lines: list[Line] = []
    place = gap = 0
    while place < len(raw):
        if blank := BLANKS.match(raw, place):
            gap += sum(1 for _ in BREAK.finditer(raw, place, blank.end()))
            place = blank.end()
            continue
        match = LINE.match(raw, place)
        place = match.end()
        line = make_line(raw, match.start(), place)
        if not line.text:
            gap += 1
            continue
        line.gap, gap, line.index = gap, 0, len(lines)
        lines.append(line)
    return free_items(lines, raw)


def free_items(lines: list[Line], raw: str) -> list[Line]:
    """Lines whose mark belongs to their text: most of their items end in a stop."""
    marks = Counter(line.bullet for line in lines)
    stops = Counter(
        line.bullet
        for line, below in zip(lines, [*lines[1:], None], strict=False)
        if is_item(line.text) or stops_below(line, below)
    )
    items = {mark for mark in marks if mark in ITEMS and 2 * stops[mark] > marks[mark]}
    done = []
    for line in lines:
        if line.bullet in items and line.bullet:
            first = raw.index(line.bullet, line.start)
            item = make_line(raw, line.start, line.end, first)
            item.bullet, item.indent = "", line.indent
            item.gap, item.index = line.gap, line.index
            line = item
        done.append(line)
    return done


def is_item(text: str) -> bool:
    """Whether a line that a mark begins is no heading: it ends a sentence, or has one
    inside, or an hour of a programme."""
    return bool(STOPPED.search(text) or INSIDE.search(text))


def stops_below(line: Line, below: Line | None) -> bool:
    """Whether an item ends in the shorter line below."""
    if below is None or below.gap or below.bullet or below.width >= line.width:
        return False
    return bool(STOPPED.search(below.text))


def make_line(
    raw: str,
    start: int,
    end: int,
    first: int | None = None,
    *,
    keep_spaces: bool = False,
) -> Line:
    """One line, or a part of one, with its marks read and its text cleaned."""
    marks = MARKS.match(raw, start, end)
    begin = marks.end() if first is None else first
    last = begin + len(raw[begin:end].rstrip())
    cleanups = find_cleanups(raw, begin, last, keep_spaces=keep_spaces)
    text = show(raw, begin, last, cleanups)
    doubled = is_doubled(text)
    if doubled:
        cleanups = undouble(raw, begin, last)
        text = show(raw, begin, last, cleanups)
    return Line(
        start=start,
        end=end,
        first=begin,
        last=last,
        text=text,
        indent=display_width(raw[start:begin]) if first is None else 0,
        width=display_width(text),
        level=len(marks["level"] or ""),
        bullet=marks["bullet"] or "",
        doubled=doubled,
        cleanups=cleanups,
    )


def cut_line(raw: str, line: Line, index: int) -> tuple[Line, Line]:
    """A line in two, the second beginning with the character `index` of its text."""
    place = line.offset(index)
    before = make_line(raw, line.start, place, line.first)
    after = make_line(raw, place, line.end, place)
    for part in (before, after):
        part.measure, part.measured, part.flush = (
            line.measure,
            line.measured,
            line.flush,
        )
    before.gap, before.indent = line.gap, line.indent
    return before, after


def spaced_text(line: Line, raw: str) -> str:
    """The text of a line with one space where print leaves a gap."""
    changes = find_cleanups(raw, line.first, line.last, keep_spaces=True)
    return show(raw, line.first, line.last, changes)


def display_width(text: str) -> int:
    """Columns on a typewriter: two for a Chinese character, one for a Latin one."""
    return len(text) + len(WIDE.findall(text))


def heading_level(lines: list[Line]) -> int:
    """The deepest number of # that still marks a headline; below are section headings.

    A page with `##` and `###` sets its headlines in the first of them, unless that
    stands once only, as the name of the paper. Where many are set in `#`, and `##`
    never stands beside one as kickers do, it marks section headings.
    """
    counts = Counter(line.level for line in lines if line.level and line.role)
    levels = sorted(counts)
    if len(levels) < 2:
        return levels[0] if levels else 2
    beside = any({above.level, line.level} == {1, 2} for above, line in pairwise(lines))
    if levels == [1, 2] and counts[1] >= MANY and not beside:
        return 1
    return max(2, levels[-2])
