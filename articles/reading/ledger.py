"""The cover of a page: every character in one fragment, every field from fragments.

raw      "## 老茶馆 迁居\\n"      fragment   headline of article 0, marks and spaces
field    "老茶馆迁居"                        taken away by recorded clean-ups
"""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.reading.cleaning import (
    LATIN,
    find_cleanups,
    keep_column_gaps,
    keep_credit_gap,
    keep_roll_gaps,
    show,
)
from articles.reading.closings import CLOSING_LABEL
from articles.reading.lines import Line
from articles.reading.structure import Cleanup, Fragment, Role

SPACED = frozenset((Role.KICKER, Role.HEADLINE, Role.SUBHEADLINE, Role.BYLINE))
BRACKETS = "（）()【】〔〕［］[]"


@dataclass(slots=True)
class Place:
    """Where a line was put."""

    role: Role
    article: int | None = None
    picture: int | None = None
    paragraph: int | None = None
    order: int | None = None
    reason: str = ""


def cover(raw: str, lines: list[Line], places: dict[int, Place]) -> list[Fragment]:
    """Fragments of a page in order of offset, without a gap."""
    fragments: list[Fragment] = []
    place_in_raw = 0
    for line in sorted(lines, key=lambda line: line.start):
        if line.start > place_in_raw:
            fragments.append(Fragment(place_in_raw, line.start, Role.BLANK))
        place = places.get(line.index) or Place(line.role or Role.UNPLACED)
        fragments.append(fragment_of(raw, line, place))
        place_in_raw = line.end
    if place_in_raw < len(raw):
        fragments.append(Fragment(place_in_raw, len(raw), Role.BLANK))
    return merge_neighbours(raw, fragments)


def fragment_of(raw: str, line: Line, place: Place) -> Fragment:
    """One line as a fragment with its clean-ups."""
    cleanups: tuple[Cleanup, ...] = ()
    if place.article is not None or place.role == Role.UNPLACED:
        cleanups = tuple(line_cleanups(raw, line, place.role))
    return Fragment(
        line.start,
        line.end,
        place.role,
        place.article,
        place.picture,
        place.paragraph,
        place.order,
        place.reason,
        cleanups,
    )


def line_cleanups(raw: str, line: Line, role: Role) -> Iterable[Cleanup]:
    """Marks in front, changes inside, the line break behind."""
    first, last = line.first, line.last
    if line.start < first:
        printed = raw[line.start : first]
        kind = "mark" if printed.strip() else "space"
        yield Cleanup(line.start, first, kind, printed, "")
    inner = line.cleanups
    if role in SPACED and not line.doubled:
        inner = find_cleanups(raw, first, last, keep_spaces=True)
    if role == Role.BODY:
        inner = keep_column_gaps(raw, first, last, inner)
        inner = keep_roll_gaps(raw, first, last, inner)
    if role == Role.CAPTION:
        inner = keep_credit_gap(raw, first, last, inner)
    if role in (Role.SIGN_OFF, Role.SOURCE):
        inner = without_brackets(raw, line, inner)
    yield from inner
    if last < line.end:
        # names on two lines stay apart, but for those inside a bracket
        apart = role == Role.BYLINE and line.text.count("（") == line.text.count("）")
        yield Cleanup(last, line.end, "wrap", raw[last : line.end], " " * apart)


def without_brackets(raw: str, line: Line, inner: list[Cleanup]) -> list[Cleanup]:
    """The clean-ups of a sign-off: its brackets and its label are marks."""
    first, last = line.first, line.last
    label = CLOSING_LABEL.match(raw, first, last)
    ends = [(first, label.end())] if label else []
    if not label and raw[first] in BRACKETS:
        ends.append((first, first + 1))
    if raw[last - 1] in BRACKETS:
        ends.append((last - 1, last))
    marks = [Cleanup(start, end, "mark", raw[start:end], "") for start, end in ends]
    rest = [
        change
        for change in inner
        if not any(start <= change.start < end for start, end in ends)
    ]
    return sorted(marks + rest, key=lambda change: change.start)


def merge_neighbours(raw: str, fragments: list[Fragment]) -> list[Fragment]:
    """Lines of one paragraph that follow each other are one fragment."""
    merged: list[list[Fragment]] = []
    for part in fragments:
        last = merged[-1][-1] if merged else None
        if last is not None and belongs(last, part):
            merged[-1].append(part)
        else:
            merged.append([part])
    return [unite(raw, group) for group in merged]


def belongs(last: Fragment, part: Fragment) -> bool:
    """Whether two neighbours are read one after the other in the same field."""
    if last.role != part.role or last.article != part.article:
        return False
    if last.picture != part.picture or last.paragraph != part.paragraph:
        return False
    if last.reason != part.reason:
        return False
    if last.order is None or part.order is None:
        return last.order is part.order
    return part.order == last.order + 1


def unite(raw: str, group: list[Fragment]) -> Fragment:
    """One fragment for several; two Latin words keep a space between them."""
    first, last = group[0], group[-1]
    if len(group) == 1:
        return first
    cleanups: list[Cleanup] = []
    for part, after in zip(group, [*group[1:], None], strict=True):
        changes = list(part.cleanups)
        if after is not None and changes and changes[-1].kind == "wrap":
            changes[-1] = wrap_between(raw, changes[-1], after)
        cleanups += changes
    return Fragment(
        first.start,
        last.end,
        first.role,
        first.article,
        first.picture,
        first.paragraph,
        first.order,
        first.reason,
        tuple(cleanups),
    )


def wrap_between(raw: str, wrap: Cleanup, after: Fragment) -> Cleanup:
    """The line break as a space where it parts two Latin words."""
    start = after.start
    if after.cleanups and after.cleanups[0].start == start:
        start = after.cleanups[0].end
    before, behind = raw[wrap.start - 1 : wrap.start], raw[start : start + 1]
    latin = LATIN.match(before) and LATIN.match(behind)
    if latin and not (before.isdigit() and behind.isdigit()):
        return Cleanup(wrap.start, wrap.end, wrap.kind, wrap.printed, " ")
    return wrap


def field_text(raw: str, fragments: Iterable[Fragment]) -> str:
    """What stands in a field: its fragments in order of reading, cleaned."""
    ordered = sorted(fragments, key=lambda part: (part.order or 0, part.start))
    return "".join(
        show(raw, part.start, part.end, list(part.cleanups)) for part in ordered
    ).strip()
