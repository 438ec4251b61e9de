"""How wide the columns are: what makes a line full, short or indented.

"日前，某某街道党工委书记"   30 of 34 columns: first line, indented by two characters
"率队到某某街道学习老旧公"   34 of 34: full, the sentence goes on
"流。"                        4 of 34: the last line of a paragraph
"""

from collections import Counter
from itertools import pairwise

from articles.reading.lines import Line, make_line
from articles.reading.phrases import ENDED, MARK_INSIDE

SLACK = 2  # columns a justified line may fall short (one mark moved down)
NARROWEST = 14


def measure_columns(lines: list[Line]) -> bool:
    """Set `measure` of every line; False where paragraphs are not wrapped at all."""
    text = [line for line in lines if line.role is None]
    if not is_wrapped(text):
        return False
    common = common_widths(text)
    chunks = [part for chunk in chunks_of(text) for part in one_width(chunk)]
    for chunk in chunks:
        measure_chunk(chunk, common)
    fill_measures(chunks, common)
    return True


def chunks_of(text: list[Line]) -> list[list[Line]]:
    """Lines that follow each other on the page without a blank line."""
    chunks: list[list[Line]] = []
    for line in text:
        last = chunks[-1][-1] if chunks else None
        if last is not None and not line.gap and line.index == last.index + 1:
            chunks[-1].append(line)
        else:
            chunks.append([line])
    return chunks


def one_width(chunk: list[Line]) -> list[list[Line]]:
    """A chunk in parts of one column width each; a part ends where a sentence does."""
    parts: list[list[list[Line]]] = [[]]
    width = 0
    for paragraph in sentences_of(chunk):
        here = max(line.width for line in paragraph)
        telling = len(paragraph) > 1 and here >= NARROWEST
        wider = here > width + 8
        if width and telling and (wider or (here < width - 8 and len(paragraph) > 2)):
            moved = [] if wider else fitting_tail(parts[-1], here + 2)
            parts.append(moved)
            width = here
        elif telling:
            width = max(width, here)
        parts[-1].append(paragraph)
    return [[line for group in part for line in group] for part in parts if part]


def sentences_of(chunk: list[Line]) -> list[list[Line]]:
    """Lines up to one that ends a sentence."""
    groups: list[list[Line]] = [[]]
    for line in chunk:
        groups[-1].append(line)
        if ENDED.search(line.text):
            groups.append([])
    return [group for group in groups if group]


def fitting_tail(part: list[list[Line]], width: int) -> list[list[Line]]:
    """Take the last paragraphs that are no wider than this from a part."""
    place = len(part)
    while place > 1 and all(line.width <= width for line in part[place - 1]):
        place -= 1
    tail = part[place:]
    del part[place:]
    return tail


def is_wrapped(lines: list[Line]) -> bool:
    """Whether most long lines are as wide as their neighbours and break off."""
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
    wide = [line for line in chunk if line.width >= NARROWEST]
    text = [line for line in wide if MARK_INSIDE.search(line.text)]
    if len(text) < 2:  # headlines and captions have a width of their own
        return
    widths = Counter(line.width for line in text)
    close = {
        width: sum(widths[width + step] for step in (-1, 0, 1)) for width in widths
    }
    often = [width for width in widths if close[width] * 12 >= len(chunk)]
    widest = max((width for width in often if close[width] > 1), default=0)
    upper = [width for width in widths if widest - 2 * SLACK <= width <= widest]
    if not upper:
        return
    best = max(upper, key=lambda width: (close[width], widths[width], width))
    if close[best] * 4 >= len(chunk) or close[best] >= 4:
        for line in chunk:
            line.measure, line.measured = best, True


def fill_measures(chunks: list[list[Line]], common: list[int]) -> None:
    """Lines that stand alone take the measure of their neighbours, else of the page."""
    known = [chunk[0].measure for chunk in chunks]
    for place, chunk in enumerate(chunks):
        if known[place]:
            continue
        widest = max(line.width for line in chunk)
        near = [*known[max(0, place - 2) : place][::-1], *known[place + 1 : place + 3]]
        near = [width for width in near if width and widest <= width + 1]
        fitting = [width for width in common if widest <= width + 1]
        if len(chunk) > 1:
            close = [width for width in near + fitting[::-1] if width <= widest + 3]
            near = close or near
        measure = (near or fitting[-1:] or common[:1] or [widest])[0]
        for line in chunk:
            line.measure = measure


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
            joined.measure, joined.measured = above.measure, above.measured
            joined.level = above.level
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
