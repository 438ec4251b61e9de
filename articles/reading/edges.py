"""The first and the last lines of a page, which need less proof to belong to it.

"街坊" above the first headline      ->   a folio
"Fengqiao Community News"            ->   of the masthead
"责编 宫商" below the last text      ->   a folio
"""

import re
from collections.abc import Sequence

from articles.reading.furniture import (
    ADDRESS,
    CREW,
    PUBLISHER_LABEL,
    STREET,
    is_page_name,
    is_title,
)
from articles.reading.lexicon import alternation, words
from articles.reading.lines import Line, spaced_text
from articles.reading.structure import Role

DEEP = 8  # lines from either edge of the page
#: A2/A3, 2-3
NUMBERS = re.compile(r"[A-D]?\d{1,2}\s?[/／∕\-—~～]\s?[A-D]?\d{1,2}")
#: Fengqiao Community News, FRIDAY 12 MAY 2023
LATIN = re.compile(r"[A-Z][A-Za-z\d\s&'.,·/\-]{3,}")
#: 生活 LIFE
NAMED = re.compile(r"(?P<name>[一-鿿]{2,4})\s?[A-Z][A-Za-z\s&]{2,}")
#: E-mail: …, 编印单位：某某
FOOT = re.compile(
    r"(?:[Ee]-?mail|邮箱)[:：]\s?\S+@\S+|(?:编印|印刷|承印|印数|发送)[^：:]{0,4}[：:].{2,30}"
)
VALUE = rf"(?:{ADDRESS.pattern}|{STREET.pattern}|[一-鿿]{{2,14}})"
#: 来稿：…@…, 投递有误请拨：…, 印刷：某某印务
IMPRINT = rf"{alternation('foot_labels')}[一-鿿]{{0,6}}[:：]\s?{VALUE}"
#: 热线：…, 地址：…: of the page only beside such a line
CONTACT = (
    rf"[一-鿿]{{2,6}}[:：]\s?(?:{ADDRESS.pattern}|{STREET.pattern})|{STREET.pattern}"
)
SEVERAL = rf"(?:(?:{CONTACT})[\s|｜/／]+){{1,3}}(?:{CONTACT})"
#: two of them are enough on one line
IMPRINTS = re.compile(
    rf"(?=.*{IMPRINT})(?:(?:{IMPRINT}|{CONTACT})[\s|｜/／]*)+|{SEVERAL}"
)
CONTACTS = re.compile(rf"(?:(?:{CONTACT})[\s|｜/／]*)+")
PAPERS = tuple(words("paper_names"))
#: 喜报, 情况通报: what is told, not who tells it
REPORT = re.compile("^.{0,2}$|[通喜捷战海预简汇申举]报$")


def adopt_edges(lines: list[Line], raw: str) -> None:
    """Give the lines at both edges of the page the roles that their place proves."""
    adopt_edge(lines[:DEEP], raw, top=True)
    adopt_edge(lines[: -DEEP - 1 : -1], raw, top=False)


def adopt_edge(lines: Sequence[Line], raw: str, top: bool) -> None:
    """From one edge inwards, until a line and all behind it are no part of the page.

    At the foot the host of an activity may end the last article.
    """
    before = None
    last = max((n for n, line in enumerate(lines) if line.role), default=-1)
    for number, line in enumerate(lines):
        if line.role is None:
            line.role = edge_role(line, raw)
            if before and CONTACTS.fullmatch(spaced_text(line, raw)):
                line.role = Role.FURNITURE
            if line.role is None and top and PUBLISHER_LABEL.fullmatch(line.text):
                line.role = Role.MASTHEAD
        if line.role is None and number > last:
            return
        before = line.role


def edge_role(line: Line, raw: str) -> Role | None:
    """What one line is at the edge of a page, if it belongs to the page."""
    text = line.text
    if line.level or len(text) > 60:
        return Role.MASTHEAD if line.level == 1 and names_paper(text) else None
    if NUMBERS.fullmatch(text) or CREW.fullmatch(spaced_text(line, raw)):
        return Role.FOLIO
    named = NAMED.fullmatch(text)
    if is_named_page(named["name"] if named else text):
        return Role.FOLIO
    if LATIN.fullmatch(text):
        return Role.MASTHEAD
    if names_paper(text):
        return Role.MASTHEAD
    if FOOT.fullmatch(text) or IMPRINTS.fullmatch(spaced_text(line, raw)):
        return Role.FURNITURE
    return None


def names_paper(text: str) -> bool:
    """Whether a line is the name of a paper and ends like one."""
    return is_title(text) and text.endswith(PAPERS) and not REPORT.search(text)


def is_named_page(text: str) -> bool:
    """Whether a word is the name of a page and no label of a column."""
    return is_page_name(text) and text not in words("column_labels")
