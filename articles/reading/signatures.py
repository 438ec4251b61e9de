"""Writers that only their place or the rest of the page proves.

"老渡船" / "武 钢" / "船长把缆绳收紧……"     ->   武 钢 is the byline
"武 钢" below a text, and elsewhere "武 钢 摄"   ->   the same
"""

import re

from articles.reading.bylines import (
    bare_names,
    is_letter_signature,
    is_wide,
    names_of,
)
from articles.reading.columns import SLACK, reach
from articles.reading.displays import NOTICE, is_label
from articles.reading.furniture import EDITORS
from articles.reading.lexicon import words
from articles.reading.lines import Line, spaced_text
from articles.reading.names import is_plain, split_names
from articles.reading.phrases import ENDED, SENTENCE_END, lists_names
from articles.reading.structure import PAGE_ROLES, Role
from articles.reading.wrapped import FIRST_LINE

#: 余 粮 摄
TAKEN = re.compile(
    r"(?:^|\s)(?P<name>[一-鿿](?: ?[一-鿿]){1,3}) ?(?:摄|摄影|供图)[)）]?$"
)
TAKEN_END = ("摄", "影", "图", "）")
#: 本报记者 武 钢 通讯员, and the name below
LABEL_END = re.compile("(?:记者|通讯员|实习生|摄影|整理|[文图摄][/／])$")
ONE_OR_TWO = re.compile("[一-鿿·]{2,8}")
MARKED = re.compile("[，。！？；：“”《》]")  # no signature has them
LISTED = re.compile("[、；]$")  # a list goes on below
LONGEST = 40  # columns of a signature
HEADED = 5  # characters of a headline above a name at least
WIDEST = 72  # columns of a headline
WORDED = 20  # columns of a line of text below a name at least


def sign_names(lines: list[Line], raw: str) -> None:
    """Lines of names alone become bylines where they stand like one."""
    spaced = {
        line.index: spaced_text(line, raw)
        for line in lines
        if line.role is None
        and not line.level
        and line.width <= LONGEST
        and not MARKED.search(line.text)
        and not (is_label(line.text) or NOTICE.match(line.text))
    }
    staff = known_writers(lines, raw)
    named = {index for index in spaced if bare_names(spaced[index], staff)}
    text = "\n".join(line.text for line in lines)
    around = zip([None, *lines], lines, [*lines[1:], None], strict=False)
    for above, line, below in around:
        if line.index not in spaced or not named.isdisjoint(
            near.index for near in (above, below) if near
        ):
            continue
        place = Place(above, line, below)
        if above is not None and waits_for_name(above) and is_short(line.text):
            signs = True
        elif line.index in named:
            signs = signs_here(spaced[line.index], staff, text, place)
        elif is_letter_signature(spaced[line.index]):
            signs = place.ends or place.heads or place.begins
        else:
            signs = place.apart and is_pen_name(line.text, text)
        if signs:
            line.role = Role.BYLINE


def waits_for_name(above: Line) -> bool:
    """Whether the byline above ends in a label whose name is still to come."""
    return above.role == Role.BYLINE and bool(LABEL_END.search(above.text))


def is_short(text: str) -> bool:
    """Whether a line holds one or two names at most."""
    return bool(ONE_OR_TWO.fullmatch(text))


def signs_here(spaced: str, staff: set[str], text: str, place: "Place") -> bool:
    """Whether names alone on a line are those of the writers.

    They are where the page names them as such elsewhere; else they stand where a
    writer's name does, and nothing tells of them, or their own text does further on.
    """
    names = bare_names(spaced, staff)
    if place.listed or LISTED.search(spaced):
        return False
    if staff.issuperset(names):
        return place.free
    told = any(text.count(name) > 1 for name in names)
    if told and not place.is_silent_on(names):
        return False
    if any(is_plain(name) and not is_wide(name, spaced) for name in names):
        return False
    wide = all(is_wide(name, spaced) for name in names)
    return place.heads or place.ends or (wide and place.titled)


def is_pen_name(name: str, text: str) -> bool:
    """Whether two or three characters are no word and stand here only."""
    if not re.fullmatch("[一-鿿]{2,3}", name) or text.count(name) > 1:
        return False
    return words("common_words").isdisjoint((name, name[:2], name[1:]))


class Place:
    """What the lines above and below say of the place of a line."""

    def __init__(self, above: Line | None, line: Line, below: Line | None) -> None:
        ended = above is not None and bool(SENTENCE_END.search(above.text))
        wide = below.measure if below is not None else 0
        headed = above is not None and is_heading(above, SLACK, measure=wide)
        self.beside = [near.text for near in (above, below) if near is not None]
        texted = below is not None and below.width >= WORDED
        #: neither inside a text nor in a list
        self.free = above is None or bool(ENDED.search(above.text)) or headed
        #: between a headline and its text
        self.heads = headed and texted
        #: the same below a headline of two characters or more
        self.titled = texted and above is not None and is_heading(above, SLACK, 2, wide)
        #: below the last sentence of a text
        self.ends = ended and (below is None or begins_other(below))
        #: between a headline and what can only be its text
        self.heads_text = self.heads and not is_heading(below, FIRST_LINE)
        #: below a list of names that goes on
        self.listed = above is not None and bool(LISTED.search(above.text))
        #: short above a text, which no line of text is
        self.begins = texted and falls_short(line) and not falls_short(below)
        #: between a headline and its text, a blank line on both sides
        self.apart = self.heads and line.gap > 0 and below.gap > 0

    def is_silent_on(self, names: list[str]) -> bool:
        """Whether the names stand above a text that begins with somebody else, and
        so does its headline: unlike a portrait."""
        return self.heads_text and not any(
            name in text for name in names for text in self.beside
        )


def begins_other(line: Line) -> bool:
    """Whether a line is of the page, a label, or the headline of something else."""
    if line.role in PAGE_ROLES or line.level or is_label(line.text):
        return True
    return is_heading(line, FIRST_LINE)


def falls_short(line: Line) -> bool:
    """Whether a line ends before a first line of its column would."""
    return line.measured and reach(line) < line.measure - FIRST_LINE


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


def is_heading(line: Line, slack: int, least: int = HEADED, measure: int = 0) -> bool:
    """Whether a line may be part of a headline, of `least` characters; text reaches
    the end of its column, of `measure` at least, but for `slack`."""
    if line.role is not None or len(line.text) < least or ENDED.search(line.text):
        return False
    if line.width > WIDEST or lists_names(line.text):
        return False
    return not (line.measured and reach(line) >= max(measure, line.measure) - slack)
