"""The names of writers cut from the head of the paragraph that they begin.

"本报讯（记者 武 钢）5月8日，……"              ->   byline | "5月8日，……"
"本报讯 记者武钢 通讯员余粮报道：昨晚，……"    ->   byline | "昨晚，……"
"""

import re

from articles.reading.bylines import is_byline
from articles.reading.lines import Line, cut_line, spaced_text
from articles.reading.structure import Role

WRITER = "[一-鿿]{0,8}(?:记者|通讯员|实习生)"
DATED = "(?:[一-鿿]{0,6}[报刊台]讯)"
#: 本报讯（记者 武 钢 通讯员 余 粮）
DATELINE = re.compile(
    rf"{DATED}?[（(]{WRITER}[^（）()。！？；]{{2,40}}[)）](?:报道[：:]?)?"
    rf"|{DATED}(?:{WRITER}[一-鿿、]{{2,12}}?){{1,3}}(?:摄影)?报道[：:，]?"
)
REPORTING = re.compile(rf"{DATED}[（(]{WRITER}[^（）()。！？；]{{2,40}}[)）]")
#: 本报讯（记者 武, and the rest below
OPENED = re.compile(rf"{DATED}?[（(]{WRITER}[^（）()。！？；]{{0,40}}$")
CLOSED = re.compile(r"[^（）()。！？；，]{0,24}[)）]")


def split_datelines(lines: list[Line], raw: str) -> list[Line]:
    """Cut the writers from the head of a paragraph; return all lines, numbered."""
    done: list[Line] = []
    opened = False
    for line in lines:
        head = CLOSED if opened else DATELINE
        found = head.match(line.text) if is_free(line, raw) else None
        if found and opened:
            done[-1].role = Role.BYLINE
        opened = False
        if found is None:
            free = line.role in (None, Role.BYLINE)
            opened = free and bool(OPENED.match(line.text))
        elif found.end() == len(line.text):
            line.role = Role.BYLINE
        else:
            head, line = cut_line(raw, line, found.end())
            head.role, line.role = Role.BYLINE, Role.BODY
            line.measure = max(0, line.measure - head.width)
            done.append(head)
        done.append(line)
    for index, line in enumerate(done):
        line.index = index
    return done


def is_free(line: Line, raw: str) -> bool:
    """Whether a line has no role yet, or was read as a byline for its short text:
    本报讯（记者 武 钢）因货车."""
    if line.role != Role.BYLINE:
        return line.role is None
    found = REPORTING.match(line.text)
    if found is None or found.end() == len(line.text):
        return False
    _, rest = cut_line(raw, line, found.end())
    return not is_byline(spaced_text(rest, raw))
