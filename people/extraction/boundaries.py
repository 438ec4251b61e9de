"""Where the name of a body may begin.

大会由青石街道党工委        ->  青石街道党工委 begins after 由
到和平路小学参观            ->  和平路小学 begins after 到, not after 和
"""

import re

from people.extraction.lines import HAN
from people.extraction.wordlists import alternation, words

#: No name of a body is longer; keeps the search linear.
LONGEST = 36

_RUN = re.compile(rf"[{HAN}A-Za-z0-9+（）“”]+\Z")
_BOUNDARY = re.compile(
    rf"(?:{alternation(words('inside_words'))})"
    rf"|(?P<stop>{alternation(words('before_bodies'))})"
)
_COUNT = re.compile(
    r"\d*(?:新|上|本|首|第[一二三四五六七八九十\d]+)一?届"
    r"|(?:[头前后]|第)[一二两三四五六七八九十几]+次|[一二两三四五六七八九十百\d]+(?:个|家|名|位|支|所|条|场|次|项|处|年)"
)
# 和平路120号社区学校: an address in front.
_ADDRESS = re.compile(r"\d+号(?:楼|院)?(?![线桥])")
_OPEN_CLOSE = (("（", "）"), ("“", "”"))


def name_start(text: str, floor: int, end: int) -> int:
    """The place in `text[floor:end]` where a name that ends at `end` begins."""
    floor = max(floor, end - LONGEST)
    run = _RUN.search(text, floor, end)
    if run is None:
        return end
    start = _after_unbalanced(text, run.start(), end)
    for match in _BOUNDARY.finditer(text, start, end):
        if match["stop"]:
            start = match.end()
    for address in _ADDRESS.finditer(text, start, end):
        start = address.end()
    count = _COUNT.match(text, start, end)
    return count.end() if count else start


def has_boundary(text: str, start: int, end: int) -> bool:
    """A word of the list stands between: not one name."""
    return any(match["stop"] for match in _BOUNDARY.finditer(text, start, end))


def _after_unbalanced(text: str, start: int, end: int) -> int:
    """Skip past a bracket or quotation mark whose partner is outside the run."""
    for opening, closing in _OPEN_CLOSE:
        depth = 0
        for position in range(end - 1, start - 1, -1):
            if text[position] == closing:
                depth += 1
            elif text[position] == opening:
                if depth == 0:
                    start = position + 1
                    break
                depth -= 1
        else:
            if depth:
                start = text.rindex(closing, start, end) + 1
    return start
