"""Writers that only their place or the rest of the page proves.

"本报讯（记者 武 钢）5月8日，……"          ->   byline | "5月8日，……"
"老渡船" / "武 钢" / "船长把缆绳收紧……"     ->   武 钢 is the byline
"武 钢" below a text, and elsewhere "武 钢 摄"   ->   the same
"""

import re

from articles.reading.bylines import bare_names, is_wide, names_of
from articles.reading.columns import SLACK, reach
from articles.reading.furniture import EDITORS
from articles.reading.lines import Line, cut_line, spaced_text
from articles.reading.names import is_plain, split_names
from articles.reading.phrases import ENDED
from articles.reading.structure import Role

#: 本报讯（记者 武 钢 通讯员 余 粮）
DATELINE = re.compile(
    r"(?:[一-鿿]{0,6}[报刊台]讯)?[（(](?:[一-鿿]{0,8}(?:记者|通讯员))[^（）()。！？；]{2,40}[)）]"
)
#: 本报讯（记者 武, and the rest below
OPENED = re.compile(
    r"(?:[一-鿿]{0,6}[报刊台]讯)?[（(](?:[一-鿿]{0,8}(?:记者|通讯员))[^（）()。！？；]{0,40}$"
)
CLOSED = re.compile(r"[^（）()。！？；，]{0,24}[)）]")
#: 余 粮 摄
TAKEN = re.compile(
    r"(?:^|\s)(?P<name>[一-鿿](?: ?[一-鿿]){1,3}) ?(?:摄|摄影|供图)[)）]?$"
)
TAKEN_END = ("摄", "影", "图", "）")
LONGEST = 12  # columns of two names without a label
HEADED = 5  # characters of a headline above a name at least
WORDED = 24  # columns of a line of text below a name at least


def split_datelines(lines: list[Line], raw: str) -> list[Line]:
    """Cut the writers from the head of a paragraph; return all lines, numbered."""
    done: list[Line] = []
    opened = False
    for line in lines:
        head = CLOSED if opened else DATELINE
        found = head.match(line.text) if line.role is None else None
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
            head.role = Role.BYLINE
            line.measure = max(0, line.measure - head.width)
            done.append(head)
        done.append(line)
    for index, line in enumerate(done):
        line.index = index
    return done


def sign_names(lines: list[Line], raw: str) -> None:
    """Lines of names alone become bylines where they stand like one."""
    spaced = {
        line.index: spaced_text(line, raw)
        for line in lines
        if line.role is None and not line.level and line.width <= LONGEST
    }
    staff = known_writers(lines, raw)
    found = {
        index: names for index in spaced if (names := bare_names(spaced[index], staff))
    }
    text = "\n".join(line.text for line in lines)
    around = zip([None, *lines], lines, [*lines[1:], None], strict=False)
    for above, line, below in around:
        names = found.get(line.index)
        if names is None or any(
            near and near.index in found for near in (above, below)
        ):
            continue
        if staff.issuperset(names):
            signs = above is None or ENDED.search(above.text) or is_heading(above)
        else:
            alone = all(text.count(name) == 1 for name in names)
            telling = all(
                is_wide(name, spaced[line.index]) or not is_plain(name)
                for name in names
            )
            signs = alone and telling and is_headed(above, below)
        if signs:
            line.role = Role.BYLINE


def known_writers(lines: list[Line], raw: str) -> set[str]:
    """The writers, photographers and editors that a page names as such."""
    found: set[str] = set()
    for line in lines:
        if line.width > 160:
            continue
        if line.role is None and not line.text.endswith(TAKEN_END):
            continue
        spaced = spaced_text(line, raw)
        if line.role == Role.BYLINE:
            found.update(names_of(spaced))
        elif line.role == Role.FOLIO:
            for editor in EDITORS.finditer(spaced):
                found.update(split_names(editor["names"]))
        elif taken := TAKEN.search(spaced):
            found.update(split_names(taken["name"]))
    return found


def is_headed(above: Line | None, below: Line | None) -> bool:
    """Whether a headline stands above a line and a text below."""
    if above is None or below is None:
        return False
    return is_heading(above) and below.width >= WORDED


def is_heading(line: Line) -> bool:
    """Whether a line may be the last of a headline."""
    if line.role is not None or len(line.text) < HEADED or ENDED.search(line.text):
        return False
    return not (line.measured and reach(line) >= line.measure - SLACK)
