"""How wide the columns are: what makes a line full, short or indented.

"日前，某某街道党工委书记"   30 of 34 columns: first line, indented by two characters
"率队到某某街道看望住在公"   34 of 34: full, the sentence goes on
"寓里的老人。"              12 of 34: the last line of a paragraph
"""

import re
from collections import Counter
from itertools import pairwise

from articles.reading.lines import Line, make_line
from articles.reading.phrases import ENDED, MARK_INSIDE, SENTENCE_END
from articles.reading.seams import seam_value

SLACK = 2  # columns a justified line may fall short (one mark moved down)
NARROWEST = 14
BEHIND = 1.8  # `change_cost` where a display or the end of a column stands above
SEAM = 0.5  # `seam_value` of a word that is broken over two lines
NARROWER = 16  # columns less than the line above, of a headline below a column
INDENT = 4
FEWEST, SHARE = 3, 0.8  # first lines that begin with spaces, and of all of them
MOST_WIDTHS = 16  # column widths of one page
OPENING = "“‘《（「『"
TORN = "，。、；：？！）”’》〉」』】"
#: marks that a font may set on half the room
SQUEEZED = re.compile("[“”‘’…—]")


def measure_columns(lines: list[Line]) -> bool:
    """Set `measure` of every line; False where paragraphs are not wrapped at all."""
    text = [line for line in lines if line.role is None]
    if not any(line.room for line in text) and not is_wrapped(text):
        return False
    going = goes_on(text)
    flush = is_flush(text, going)
    widths = common_widths(text, going, 0 if flush else INDENT)
    widths = widths or [max(line.width for line in text)]
    for line in text:
        line.flush = flush
    for line, measure in zip(text, best_widths(text, going, widths), strict=True):
        line.measure = measure
    spaced = prints_indents(text)
    for line in text:
        line.measure = line.room or line.measure
        line.spaced = spaced
    for run in runs_of(text):
        told = [line for line in run if MARK_INSIDE.search(line.text)]
        if sum(map(is_full, told)) > 1:
            for line in run:
                line.measured = True
    return True


def follows(above: Line, line: Line) -> bool:
    """Whether a line stands directly below another."""
    return not line.gap and line.index == above.index + 1


def goes_on(text: list[Line]) -> list[bool]:
    """Of every line, whether its sentence goes on in a line directly below.

    Before a quotation mark a row may be torn, so that says nothing of its width. A
    line much narrower that ends no sentence is no next line of a column.
    """
    going = [
        follows(line, below)
        and not ENDED.search(line.text)
        and below.text[0] not in TORN + OPENING
        and not is_apart(line, below)
        for line, below in pairwise(text)
    ]
    return [*going, False]


def is_apart(line: Line, below: Line) -> bool:
    """Whether a line is much narrower than the one above it and ends nothing."""
    if below.width >= line.width - NARROWER or below.text[-1] in TORN:
        return False
    return seam_value(line.text, below.text) < SEAM


def is_wrapped(text: list[Line]) -> bool:
    """Whether sentences go on from line to line, or lines are as wide as each other."""
    long = [line for line in text if line.width >= 20]
    if not long:
        return False
    broken = [line for line in long if not ENDED.search(line.text)]
    if len(long) < 4:
        return bool(broken) and max(line.width for line in long) < 60
    going = sum(a.width >= 20 and on for a, on in zip(text, goes_on(text), strict=True))
    whole = sum(line.width >= 110 for line in long)
    if going * 100 >= len(long) * 15 and whole * 100 <= len(long) * 25:
        return True
    alike = sum(abs(a.width - b.width) <= 4 for a, b in pairwise(long))
    return len(broken) * 100 >= len(long) * 35 and alike * 100 >= len(long) * 45


def is_flush(text: list[Line], going: list[bool]) -> bool:
    """Whether most paragraphs begin without an indent."""
    flush = indented = 0
    inside = False
    for place, (line, on) in enumerate(zip(text, going, strict=True)):
        if on and not inside and going[place + 1] and line.width >= NARROWEST:
            step = reach(text[place + 1]) - reach(line)
            if 0 <= step <= 2 * INDENT and MARK_INSIDE.search(line.text):
                flush += step <= SLACK
                indented += step > SLACK
        inside = on
    return flush > 1 and flush > 2 * indented


def prints_indents(text: list[Line]) -> bool:
    """Whether the lines below the last lines of paragraphs begin with spaces.

    A short one without them may be a heading: it tells nothing.
    """
    firsts = [
        line.indent > 0
        for above, line in pairwise(text)
        if follows(above, line)
        and SENTENCE_END.search(above.text)
        and reach(above) < above.measure - 2 * INDENT
        and (line.indent > 0 or reach(line) >= line.measure - 2 * INDENT)
    ]
    return sum(firsts) >= FEWEST and sum(firsts) >= SHARE * len(firsts)


def common_widths(text: list[Line], going: list[bool], indent: int) -> list[int]:
    """Widths that lines inside sentences share, the commonest first."""
    counts: Counter[int] = Counter()
    inside = False
    for line, on in zip(text, going, strict=True):
        hangs = not indent and line.text[-1] in TORN
        telling = line.width >= NARROWEST and MARK_INSIDE.search(line.text)
        if on and telling and not hangs:
            counts[line.width if inside else line.width + indent] += 1
        inside = on
    near = {
        width: count + 0.5 * (counts[width - 1] + counts[width + 1])
        for width, count in list(counts.items())
    }
    often = sorted(near, key=lambda width: (-near[width], -width))
    return [width for width in often if near[width] >= 2][:MOST_WIDTHS]


def best_widths(text: list[Line], going: list[bool], widths: list[int]) -> list[int]:
    """The column width of every line, changed as seldom as the lines allow."""
    costs = [0.0] * len(widths)
    steps: list[tuple[int, list[bool]]] = []
    above: Line | None = None
    inside = False
    for line, on in zip(text, going, strict=True):
        change = change_cost(above, line, inside)
        least = min(range(len(widths)), key=costs.__getitem__)
        limit = costs[least] + change
        steps.append((least, [cost > limit for cost in costs]))
        costs = [
            min(cost, limit) + misfit(line, width, on, above if inside else None)
            for cost, width in zip(costs, widths, strict=True)
        ]
        above, inside = line, on
    place = min(range(len(widths)), key=costs.__getitem__)
    chosen = []
    for least, changed in reversed(steps):
        chosen.append(widths[place])
        place = least if changed[place] else place
    return chosen[::-1]


def change_cost(above: Line | None, line: Line, inside: bool) -> float:
    """How unlikely another column begins with this line."""
    if above is None or not follows(above, line):
        return 0.8
    if not (inside or ENDED.search(above.text)):
        return BEHIND  # a line on display, or the end of a column
    return 6.0 if inside else 2.5


def misfit(line: Line, width: int, on: bool, above: Line | None) -> float:
    """How badly a line suits a column: too wide, or broken off before its end.

    `above` is the line whose sentence goes on in this one, if there is one.
    """
    over = narrowest(line) - width
    if over > 0:
        hangs = line.flush and line.text[-1] in TORN
        return 5.0 if over > SLACK else 0.1 if hangs else 0.8
    if not on:
        return 0.0
    short = width - reach(line)
    inside = above is not None and reach(above) >= width - 2 * INDENT
    if short <= SLACK and (inside or line.flush):
        return 0.2 * (short > 0)
    if short <= SLACK:
        return 0.3 * (short <= 0)
    if short <= 2 * INDENT:
        return 1.5 if inside or line.flush else 0.0
    return 3.0


def narrowest(line: Line) -> int:
    """The width as set where the font gives quotation marks half the room."""
    return line.width - len(SQUEEZED.findall(line.text))


def reach(line: Line) -> int:
    """The width as set: digits are wider than half a character and set off by gaps."""
    narrow = 2 * len(line.text) - line.width
    return line.width + (narrow // 3 + 1 if narrow else 0)


def is_full(line: Line) -> bool:
    """Whether a line reaches the end of its column; digits are wider than half."""
    return reach(line) >= line.measure - SLACK


def runs_of(text: list[Line]) -> list[list[Line]]:
    """Lines of one width that stand directly below each other."""
    runs: list[list[Line]] = []
    for line in text:
        last = runs[-1][-1] if runs else None
        if last is not None and follows(last, line) and last.measure == line.measure:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def rejoin_rows(lines: list[Line], raw: str) -> list[Line]:
    """Put together what is one row in print and was cut at its quotation marks.

    Raw text of a PDF breaks a row where marks were squeezed:
    "叫失眠，" / "”她说，" / "“今天要找" is one row of the page.
    """
    cut = [line for line in lines if is_torn(line)]
    done: list[Line] = []
    for line in lines:
        above = done[-1] if done else None
        if above is None or not joins_on(above, line):
            done.append(line)
        elif is_torn(line) or (len(cut) > 1 and fits_row(above, line)):
            joined = make_line(raw, above.start, line.end, above.first)
            joined.gap, joined.indent = above.gap, above.indent
            joined.measure, joined.measured = above.measure, above.measured
            joined.level = above.level
            joined.bullet = above.bullet
            done[-1] = joined
        else:
            done.append(line)
    for index, line in enumerate(done):
        line.index = index
    return done


def joins_on(above: Line, line: Line) -> bool:
    """Whether two lines of text stand together in the raw text as well."""
    if line.gap or line.start != above.end or above.doubled:
        return False
    return line.role is None and above.role is None


def is_torn(line: Line) -> bool:
    """No printed line begins with a closing mark."""
    return line.role is None and line.text[0] in TORN


def fits_row(above: Line, line: Line) -> bool:
    """Whether both together fill one row of the column."""
    if line.text[0] not in OPENING and above.text[-1] not in OPENING:
        return False
    if above.measure != line.measure:
        return False
    both = above.width + line.width
    return line.measure - 2 * SLACK <= both <= line.measure + 3
