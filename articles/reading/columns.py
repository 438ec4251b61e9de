"""How wide the columns are: what makes a line full, short or indented.

"日前，某某街道党工委书记"   30 of 34 columns: first line, indented by two characters
"率队到某某街道学习老旧公"   34 of 34: full, the sentence goes on
"流。"                        4 of 34: the last line of a paragraph
"""

from collections import Counter
from itertools import pairwise

from articles.reading.lines import Line, make_line
from articles.reading.phrases import ENDED

SLACK = 2  # columns a justified line may fall short (one mark moved down)
NARROWEST = 14


def measure_columns(lines: list[Line]) -> bool:
    """Set `measure` of every line; False where paragraphs are not wrapped at all."""
    text = [line for line in lines if line.role is None]
    if not is_wrapped(text):
        return False
    common = common_widths(text)
    start = 0
    for index in range(1, len(text) + 1):
        if (
            index == len(text)
            or text[index].gap
            or text[index] is not next_of(lines, text[index - 1])
        ):
            measure_chunk(text[start:index], common)
            start = index
    fill_measures(text, common)
    return True


def next_of(lines: list[Line], line: Line) -> Line | None:
    """The line after this one on the page."""
    place = line.index + 1
    return lines[place] if place < len(lines) else None


def is_wrapped(lines: list[Line]) -> bool:
    """Whether most long lines break off inside a sentence, as wide as their neighbours."""
    long = [line for line in lines if line.width >= 20]
    if not long:
        return False
    open_ended = sum(not ENDED.search(line.text) for line in long)
    if len(long) < 4:
        return open_ended > 0 and max(line.width for line in long) < 60
    alike = sum(abs(a.width - b.width) <= 4 for a, b in pairwise(long))
    return open_ended * 100 >= len(long) * 35 and alike * 100 >= len(long) * 45


def common_widths(lines: list[Line]) -> list[int]:
    """Widths that many lines share, widest first: the columns of the page."""
    counts = Counter(line.width for line in lines if line.width >= NARROWEST)
    near = {
        width: sum(counts[width - less] for less in range(SLACK)) for width in counts
    }
    peaks = [
        width
        for width, count in near.items()
        if count >= 3
        and all(near.get(width + step, 0) <= count for step in (1, 2, 3))
        and near.get(width - 1, 0) <= count
    ]
    return sorted(peaks, reverse=True)


def measure_chunk(chunk: list[Line], common: list[int]) -> None:
    """The width that most full lines of a chunk have, if there is one."""
    widths = Counter(line.width for line in chunk if line.width >= NARROWEST)
    if sum(widths.values()) < 2:
        return
    widest = max(widths)
    close = {
        width: sum(widths[width + step] for step in (-2, -1, 0, 1, 2))
        for width in widths
    }
    upper = [width for width in widths if width >= widest - 2 * SLACK]
    best = max(upper, key=lambda width: (close[width], widths[width], width))
    if close[best] >= 2 and close[best] * 4 >= len(chunk):
        for line in chunk:
            line.measure = best


def fill_measures(lines: list[Line], common: list[int]) -> None:
    """Lines that stand alone take the measure of their neighbours, else of the page."""
    for index, line in enumerate(lines):
        if line.measure:
            continue
        near = [
            other.measure
            for other in (
                *lines[max(0, index - 3) : index],
                *lines[index + 1 : index + 4],
            )
            if other.measure and line.width <= other.measure + 1
        ]
        fitting = [width for width in common if line.width <= width + 1]
        line.measure = (near or fitting[-1:] or common[:1] or [line.width])[0]


def rejoin_rows(lines: list[Line], raw: str) -> list[Line]:
    """Put together what is one row in print and was cut at its quotation marks.

    Raw text of a PDF breaks a row where marks were squeezed:
    "叫失眠，" / "”她说，" / "“今天要找" is one row of the page.
    """
    cut = [line for line in lines if is_torn(line)]
    done: list[Line] = []
    for line in lines:
        above = done[-1] if done else None
        if above is None or line.role or above.role or line.gap or above.doubled:
            done.append(line)
        elif is_torn(line) or (len(cut) > 1 and fits_row(above, line)):
            joined = make_line(raw, above.start, line.end, above.first)
            joined.gap, joined.indent = above.gap, above.indent
            joined.measure, joined.level = above.measure, above.level
            joined.bullet = above.bullet
            done[-1] = joined
        else:
            done.append(line)
    for index, line in enumerate(done):
        line.index = index
    return done


def is_torn(line: Line) -> bool:
    """No printed line begins with a closing mark."""
    return line.role is None and line.text[0] in "，。、；：？！）”’》〉」』】"


def fits_row(above: Line, line: Line) -> bool:
    """Whether both together fill one row of the column."""
    if line.text[0] not in "“‘《（「『" and above.text[-1] not in "“‘《（「『":
        return False
    both = above.width + line.width
    measure = max(above.measure, line.measure)
    return measure - 2 * SLACK <= both <= measure + 3
