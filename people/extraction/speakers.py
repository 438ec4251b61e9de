"""Who speaks in an interview, however much the name looks like a word.

……请律师章程来答。/ 章程：不能。/ 问：……/ 章程：可以。   ->   章程
"""

import re
from collections import Counter
from collections.abc import Iterator

from people.extraction.lines import HAN, Line
from people.extraction.lists import is_label
from people.extraction.lookalikes import is_title
from people.extraction.names import surname_length
from people.extraction.wordlists import table

_SPEAKER = re.compile(rf"(?P<name>[{HAN}]{{2,4}})：(?=.)")
_ASKED = re.compile("(?:问|记者|主持人|读者|居民)：")
_TWICE = 2
_LONGEST_ROLE = max(map(len, table("roles")))


def find_speakers(lines: tuple[Line, ...]) -> frozenset[str]:
    """Names before a colon at the head of lines, twice or between questions, that
    stand behind a title elsewhere."""
    asked = any(_ASKED.match(line.text) for line in lines)
    turns = Counter(
        match["name"] for line in lines if (match := _SPEAKER.match(line.text))
    )
    return frozenset(
        name
        for name, times in turns.items()
        if _may_speak(name, times, asked) and _is_titled(name, lines)
    )


def _may_speak(name: str, times: int, asked: bool) -> bool:
    """Twice or between questions; both, where no surname is known."""
    if is_label(name) or is_title(name, True):
        return False
    if surname_length(name):
        return times >= _TWICE or asked
    return times >= _TWICE and asked


def _is_titled(name: str, lines: tuple[Line, ...]) -> bool:
    return any(
        line.text[end - length : end] in table("roles")
        for line in lines
        for end in _starts(name, line.text)
        for length in range(1, min(end, _LONGEST_ROLE) + 1)
    )


def _starts(name: str, text: str) -> Iterator[int]:
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + 1)
