"""National leaders: known by name and title, quoted, never indexed.

习近平总书记      a leader
党工委书记李鹏    an ordinary namesake: the title printed with the name is another
"""

import re

from people.extraction.lines import Line
from people.extraction.sightings import Sightings
from people.extraction.structure import FoundPost, PostKind
from people.extraction.wordlists import alternation, table

_NAME = re.compile(alternation(table("leaders")))


def find_leaders(sightings: Sightings) -> None:
    """Add every leader printed with a title of the list."""
    for index, line in enumerate(sightings.lines):
        for match in _NAME.finditer(line.text):
            title = _title_beside(line.text, match)
            if title is None:
                continue
            person = sightings.add(match[0], (index, *match.span()), "leader")
            person.public_figure = True
            if not person.posts:
                person.posts.append(_post(line, *title))


def _title_beside(text: str, match: re.Match) -> tuple[int, int] | None:
    for title in table("leaders")[match[0]]:
        if text.startswith(title, match.end()):
            return match.end(), match.end() + len(title)
        if text.endswith(title, 0, match.start()):
            return match.start() - len(title), match.start()
    return None


def _post(line: Line, start: int, end: int) -> FoundPost:
    text = line.text[start:end]
    return FoundPost(
        text,
        text,
        line.place(start, end),
        line.quote(start),
        PostKind.RANK,
        rule="leader",
    )
