"""Where one paragraph ends and another begins, of lines that stand together.

"……出席大会。" (short) / "目前，街道……"          ->   another paragraph
"……修好水泵" (full)    / "房，再装……"            ->   the same
"银奖：白鹭、丁一"      / "比赛下月再办。"        ->   another: no name goes on so
"""

import re

from articles.reading.columns import INDENT, SLACK, is_full, reach
from articles.reading.lines import Line, display_width
from articles.reading.phrases import (
    CLOSING_START,
    DATED_ITEM,
    ITEM_START,
    LABELLED_ITEM,
    LIST_END,
    SENTENCE_END,
    Continuity,
)
from articles.reading.wrapped import FIRST_LINE, TEXT

#: a number or a word of letters, or one character: what stands on one line
UNBROKEN = re.compile(r"[\dA-Za-z]+(?:[.:%％\-][\dA-Za-z]*)*|.")
#: a question, answered in the next paragraph by somebody named
ASKED = re.compile("问[：:]")
MARK = re.compile("[，。；？！：]")
BRACKET = re.compile("[（(][^（）()]*[）)]")
#: a bracket broken over two lines
OPEN_BRACKET = re.compile("[（(][^（）()。]*$")
CLOSED = re.compile("^[^（）()]*[)）]")
OPENED = re.compile("[（(][^）)]*$")  # a bracket that is not closed
NAME = re.compile("[^、，。；]*")
LABEL = 10  # characters before the colon of a list of names
#: shares of the usual size of a paragraph: it may end, it goes on, it may begin
ENOUGH, LITTLE, LEFT = 0.8, 0.4, 0.2
LONGER = 2  # times that a name may be longer than the longest of the others


def find_paragraphs(
    lines: list[Line], wrapped: bool, continuity: Continuity
) -> list[list[Line]]:
    """The lines of text in paragraphs, as far as they stand together."""
    groups: list[list[Line]] = []
    above: Line | None = None
    for place, line in enumerate(lines):
        if line.role != TEXT:
            above = None
            continue
        below = lines[place + 1] if place + 1 < len(lines) else None
        below = below if below and below.role == TEXT and not below.gap else None
        together = above is not None and not line.gap
        together = together and not (line.grid or above.grid)
        if together and not is_new_paragraph(
            groups[-1], line, below, wrapped, continuity
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
        above = line
    return part_by_size(groups) if wrapped else groups


def part_by_size(groups: list[list[Line]]) -> list[list[Line]]:
    """Paragraphs parted where a sentence and its line end together, by their sizes.

    Where first lines are not indented only the size tells: a paragraph ends there
    if it has as many characters as the others of the page.
    """
    sizes = [size_of(group) for group in groups if len(group) > 1]
    usual = sum(sizes) / len(sizes) if sizes else 0.0
    done: list[list[Line]] = []
    for group in groups:
        if not (done and goes_on_below(done[-1], group[0], usual)):
            done.append([])
        left = size_of(group)
        for line in group:
            if done[-1] and left >= LEFT * usual and is_parted(done[-1], line, usual):
                done.append([])
            done[-1].append(line)
            left -= len(line.text)
    return done


def is_parted(group: list[Line], line: Line, usual: float) -> bool:
    """Whether a paragraph so long ends where a sentence ends with its line."""
    above = group[-1]
    if not ends_full(above) or line.text[:2] in above.text:
        return False
    return size_of(group) >= ENOUGH * usual


def goes_on_below(group: list[Line], line: Line, usual: float) -> bool:
    """Whether a paragraph so short goes on below the end of its column."""
    above = group[-1]
    if line.index != above.index + 1 or line.gap != 1 or not ends_full(above):
        return False
    if line.measure != above.measure or ITEM_START.match(line.text):
        return False
    return size_of(group) < LITTLE * usual


def ends_full(line: Line) -> bool:
    """Whether a sentence ends with its line, where paragraphs are not indented."""
    if not (line.flush and line.measured and SENTENCE_END.search(line.text)):
        return False
    return reach(line) >= line.measure - 1


def size_of(group: list[Line]) -> int:
    """How many characters the lines of a paragraph have."""
    return sum(len(line.text) for line in group)


def is_new_paragraph(
    lines: list[Line],
    line: Line,
    below: Line | None,
    wrapped: bool,
    continuity: Continuity,
) -> bool:
    """Whether a line directly below the `lines` of a paragraph begins another."""
    above = lines[-1]
    if CLOSING_START.match(line.text) or is_quoted(above, line):
        return False
    if OPEN_BRACKET.search(above.text) and CLOSED.search(line.text):
        return False
    if is_entry(lines, line):
        return True
    if not wrapped:
        return bool(SENTENCE_END.search(above.text)) or (
            continuity.score(above.text, line.text) < 1
        )
    if ((line.room and above.room) or line.spaced) and not line.flush:
        return line.indent > 0 or ends_short(above)
    if line.indent >= above.indent + 2 and line.indent:
        return True
    if SENTENCE_END.search(above.text) or LIST_END.search(above.text):
        return is_next_sentence(lines, line, below)
    if outgrows_list(lines, line):
        return True
    if is_full(above):
        return False
    if reach(above) >= above.measure - FIRST_LINE:
        return bool(ITEM_START.match(line.text)) and is_first_line(line, below)
    return continuity.score(above.text, line.text) < 1.5


def is_next_sentence(lines: list[Line], line: Line, below: Line | None) -> bool:
    """Whether a line begins another paragraph where a sentence has ended above it."""
    above = lines[-1]
    if above.measured and line.measured and abs(above.measure - line.measure) > SLACK:
        return True  # another column
    if above.flush and above.measured:
        return leaves_room(above, line)
    if not is_full(above):
        return not (len(lines) == 1 and fills_both(above, line))
    if ITEM_START.match(line.text):
        return True
    return is_first_line(line, below)


def is_entry(lines: list[Line], line: Line) -> bool:
    """Whether a line is the next item of a list that the lines above belong to."""
    first = lines[0].text
    if LABELLED_ITEM.match(line.text):
        return bool(LABELLED_ITEM.match(first) or ASKED.match(first))
    return bool(DATED_ITEM.match(line.text) and DATED_ITEM.match(first))


def outgrows_list(lines: list[Line], line: Line) -> bool:
    """Whether a line is too long to go on with the last name of a list.

    "米行里：白鹭、丁一" | "名单公示三天，……": no name is so long, but for one with
    a middle dot. What stands in brackets behind a name is not of it.
    """
    text = BRACKET.sub("", "".join(part.text for part in lines))
    if OPENED.search(text) or line.text[0] in "（(":
        return False
    label, colon, names = text.partition("：")
    sizes = [len(name) for name in names.split("、")]
    listed = len(sizes) > 1 or lines[-1].text[-1] == "）"
    if not colon or len(label) > LABEL or not listed or MARK.search(names):
        return False
    rest = NAME.match(BRACKET.sub("", line.text))[0]
    return "·" not in rest and sizes[-1] + len(rest) > LONGER * max(sizes)


def is_quoted(above: Line, line: Line) -> bool:
    """Whether a line is what somebody says, torn off behind the colon."""
    return above.text[-1] == "：" and line.text[0] == "“"


def ends_short(line: Line) -> bool:
    """Whether a line ends a sentence far from the end of its column."""
    return bool(SENTENCE_END.search(line.text)) and (
        reach(line) < line.measure - FIRST_LINE
    )


def leaves_room(above: Line, line: Line) -> bool:
    """Whether what a line begins with would have stood on the line above."""
    if ITEM_START.match(line.text):
        return True
    first = display_width(UNBROKEN.match(line.text)[0])
    return reach(above) + first <= above.measure


def fills_both(above: Line, line: Line) -> bool:
    """Whether an indented line is full and the next too wide to be indented."""
    if not (line.measured and above.measured) or ITEM_START.match(line.text):
        return False
    room = above.measure - reach(above)
    return room <= INDENT + SLACK and line.width >= line.measure - 1


def is_first_line(line: Line, below: Line | None) -> bool:
    """Whether a line falls short by an indent, and is not the last of its paragraph."""
    if not line.measure - FIRST_LINE <= line.width <= line.measure - 3:
        return False
    if not SENTENCE_END.search(line.text):
        return True
    return below is not None and not is_full(below)
