"""Which lines belong to the page and to no article: masthead, folio, jumps, guides.

"（下转第3版）"                         ->   a jump line
"第2版 街坊  2020.10.15  编辑：宫 商"   ->   a folio
"街坊", alone below "第2版"             ->   a folio too
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from articles.reading.bylines import is_byline
from articles.reading.edges import DEEP, adopt_edges
from articles.reading.furniture import (
    GUIDES,
    JUMP,
    LATIN,
    NUMBER,
    PAGE_NUMBER,
    PUBLISHER,
    PUBLISHER_LABEL,
    RUNNING,
    STOPS,
    is_folio,
    is_furniture,
    is_masthead,
    is_title,
    is_weak_folio,
    is_weak_furniture,
)
from articles.reading.lines import Line, spaced_text
from articles.reading.masthead import read_masthead, read_page_head
from articles.reading.structure import Folio, Masthead, Role

SURE = frozenset((Role.MASTHEAD, Role.FOLIO, Role.FURNITURE))
HEADS = frozenset((Role.MASTHEAD, Role.FOLIO))
NEAR = 4  # lines of a masthead that may stand between its title and its date
MOST_GUIDES = 12  # lines of a box of guides
WIDEST_GUIDE = 48  # their columns at most
#: ……2版, P3
NAMES_PAGE = re.compile(r"[A-D]?\d{1,2}版[)）]?$|^[A-DP]?\d{1,2}(?:版|\b)")
SHORT = 24  # columns of a slogan


def read_folio(lines: list[Line], raw: str) -> tuple[Masthead | None, Folio | None]:
    """Mark the lines that belong to the page and read what they say."""
    for line in lines:
        mark_line(line, raw)
    mark_guides(lines)
    adopt_neighbours(lines)
    adopt_edges(lines, raw)
    fill_masthead(lines, raw)
    return read_masthead(lines, raw), read_page_head(lines, raw)


def mark_line(line: Line, raw: str) -> None:
    """Give one line its role where its own shape proves it."""
    text = line.text
    if line.width > 160 or (len(text) > 60 and STOPS.search(text)):
        return
    if JUMP.fullmatch(text):
        line.role = Role.JUMP
        return
    spaced = spaced_text(line, raw)
    words = spaced.split()
    if is_folio(spaced):
        line.role = Role.FOLIO
    elif is_masthead(text) or (
        len(words) > 1
        and all(is_masthead(word) or is_furniture(word) for word in words)
    ):
        line.role = Role.MASTHEAD
    elif is_furniture(text):
        line.role = Role.FURNITURE


def mark_guides(lines: list[Line]) -> None:
    """A box of guides goes from its head to the last line that names a page."""
    for first, head in enumerate(lines):
        if head.role not in (None, Role.FURNITURE) or not GUIDES.fullmatch(head.text):
            continue
        box = lines[first + 1 : first + 1 + MOST_GUIDES]
        for size, line in enumerate(box):
            if line.width > WIDEST_GUIDE or STOPS.search(line.text) or line.level:
                box = box[:size]
                break
        while box and not NAMES_PAGE.search(box[-1].text):
            box.pop()
        for line in box and [head, *box]:
            line.role = Role.FURNITURE


def adopt_neighbours(lines: list[Line]) -> None:
    """A line that proves little by itself is what the line above or below it is."""
    for order in (lines, lines[::-1]):
        for beside, line in pairwise(order):
            if line.role is None and beside.role in SURE:
                line.role = role_beside(line.text, beside)
            elif beside.role in HEADS and PAGE_NUMBER.fullmatch(line.text):
                line.role = Role.FOLIO


def role_beside(text: str, beside: Line) -> Role | None:
    """What a line is if it stands beside one of the page, if it is that at all."""
    if is_weak_furniture(text):
        return Role.FURNITURE
    if PUBLISHER_LABEL.fullmatch(text):
        return Role.MASTHEAD
    if beside.role in HEADS or PAGE_NUMBER.fullmatch(beside.text):
        if is_weak_folio(text):
            return Role.FOLIO
        if is_title(text):
            return Role.MASTHEAD
    return None


def mark_cells(lines: list[Line], raw: str) -> None:
    """Mark jumps and page lines that shared a row with the text of a column."""
    for line in lines:
        if line.role is None:
            mark_line(line, raw)


def fill_masthead(lines: list[Line], raw: str) -> None:
    """The name of the paper and short lines between lines of the masthead belong to
    it: 欧阳, the slogan.

    Only the front page has such lines, and there its publisher, its number or its
    name in Latin letters; elsewhere the name of a page follows its number.
    """
    fronted = any(is_front(line) for line in lines)
    for line in lines:
        if fronted and line.role is None and names_paper(line, raw):
            line.role = Role.MASTHEAD
    for first, last in runs_without_role(lines):
        run = lines[first:last]
        above = lines[first - 1] if first else None
        below = lines[last] if last < len(lines) else None
        if fronted and is_of_masthead(run, above, below):
            role = Role.MASTHEAD
        elif is_named_page(run, above, below):
            above.role = role = Role.FOLIO
        else:
            continue
        for line in run:
            if not is_byline(spaced_text(line, raw)):
                line.role = role


def is_front(line: Line) -> bool:
    """Whether a line stands in the masthead of a front page only."""
    return line.role == Role.MASTHEAD and bool(
        LATIN.fullmatch(line.text)
        or PUBLISHER.fullmatch(line.text)
        or PUBLISHER_LABEL.fullmatch(line.text)
        or NUMBER.search(line.text)
    )


def names_paper(line: Line, raw: str) -> bool:
    """Whether the name of the paper stands on a line, alone or before a few words."""
    if line.width > 2 * SHORT or STOPS.search(line.text):
        return False
    words = spaced_text(line, raw).split()
    if is_title(line.text) or (len(words) <= 3 and is_title(words[0])):
        return True
    named = len(words) <= 3 and any(map(is_title, words))
    return named and all(is_title(word) or len(word) <= 4 for word in words)


def is_of_masthead(run: list[Line], above: Line | None, below: Line | None) -> bool:
    """Whether lines between two of the masthead, or at an edge of the page beside
    one, are a part of it."""
    around = [line for line in (above, below) if line is not None]
    if len(run) > NEAR or not any(line.role == Role.MASTHEAD for line in around):
        return False
    if not all(line.role in SURE for line in around):
        return False
    if any(line.width > SHORT or STOPS.search(line.text) for line in run):
        return False
    if len(around) == 2 or any(is_title(line.text) for line in run):
        return True
    few = 2 if is_title(around[0].text) else 1  # the ears of the name of the paper
    return len(run) <= few and all(line.width <= 8 for line in run)


def is_named_page(run: list[Line], above: Line | None, below: Line | None) -> bool:
    """Whether a line follows the bare number of a page, or stands between two lines
    of its head, and is its name."""
    if len(run) != 1 or run[0].width > 12 or RUNNING.search(run[0].text):
        return False
    if above is None or below is None or below.role not in SURE:
        return False
    around = {above.role, below.role}
    between = around <= HEADS and Role.FOLIO in around and run[0].index < DEEP
    return between or bool(PAGE_NUMBER.fullmatch(above.text))


def runs_without_role(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Where lines stand together that nothing has explained yet."""
    first = None
    for index, line in enumerate([*lines, None]):
        if line is not None and line.role is None:
            first = index if first is None else first
        elif first is not None:
            yield first, index
            first = None
