"""Titles that no list knows, told by their last character before somebody named.

水带手闵桂芳、青石街道评理员关慧   -> 水带手, 青石街道评理员
"""

import re
from collections.abc import Iterator, Sequence

from people.extraction.bodies import Body
from people.extraction.boundaries import name_start
from people.extraction.lines import HAN, Line
from people.extraction.sightings import Sightings
from people.extraction.titles import Title
from people.extraction.wordlists import words

# 水带|手, 评理|员, 桥|长: who does it or leads it.
_TITLE = re.compile(
    rf"[{HAN}]{{1,5}}(?:[员长师手工匠官]|管家|(?<!业主)(?<!居民)(?<!摊主)代表)"
)
#: What may stand before a title; what in it makes it none.
_BEFORE = frozenset("，。；：、！？“”（）—的由请和与及是为有")
_PAST = re.compile("退休|离休|退役|退伍|转业|已故|优秀|最佳|能手")
_LONGEST = 12


def find_coined(
    index: int,
    line: Line,
    sightings: Sightings,
    bodies: Sequence[Body],
    names: re.Pattern,
) -> Iterator[Title]:
    """The titles of `line` that end where one of `names` begins."""
    text = line.text
    ends = {body.end: body.start for body in bodies}
    for name in names.finditer(text):
        end = name.start()
        inside = [
            place for place in range(end - 2, end - _LONGEST, -1) if place in ends
        ]
        start = inside[0] if inside else name_start(text, max(0, end - _LONGEST), end)
        before = text[start - 1] if start and not inside else "，"
        role = text[start:end]
        if before not in _BEFORE or not _TITLE.fullmatch(role):
            continue
        known = sightings.is_taken(index, start, end) or role in words("roles")
        if not (known or _PAST.search(role)):
            first = ends.get(start, start)
            yield Title(
                line=index,
                start=first,
                end=end,
                printed=text[first:end],
                owner=text[first:start],
                owner_start=first,
                role=role,
                group="occupation",
                after=end,
            )
