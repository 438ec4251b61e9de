"""Article text -> clean lines that remember where every character was printed.

    "王 磊(左) 说"  ->  text "王磊（左）说", at (0, 2, 3, 4, 5, 7)

Half-width marks become full-width and spaces between Chinese characters vanish, so
that the finders need one form only; `Line.place` leads back to what was printed.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from people.extraction.structure import ArticleText, Place

HAN = "\u3007\u4e00-\u9fff\u3400-\u4dbf"

_FOLD = {
    ord(c): ord(c) - 0xFEE0
    for c in "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
}
_FOLD |= {
    ord(c): ord(c) - 0xFEE0
    for c in "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
}
_FOLD |= {ord(a): ord(b) for a, b in zip("･・•‧∙", "·····", strict=True)}
_FOLD |= {ord(a): ord(b) for a, b in zip(",;!?()﹐", "，；！？（），", strict=True)}
_FOLD |= {ord("､"): ord("、"), ord("｡"): ord("。")}
# A colon between digits is a time of day, any other one introduces.
_COLON = re.compile(r"(?<!\d):|:(?!\d)")
_SPACE = re.compile(r"[\s\u3000\u00a0\u200b\ufeff]+")
_WIDE = re.compile(rf"[{HAN}，。、；：！？（）“”《》·—]")
_REACH = 300
_SENTENCE_END = re.compile(r"[。！？；]+[”’）]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: `text` is clean, `at[i]` the place of `text[i]` in print."""

    field: str
    number: int
    text: str
    at: tuple[int, ...]
    heading: bool = False
    sentence_ends: tuple[int, ...] = field(default=())
    gaps: frozenset[int] = frozenset()
    breaks: tuple[int, ...] = ()

    def place(self, start: int, end: int) -> Place:
        """The printed span of `text[start:end]`."""
        return Place(self.field, self.number, self.at[start], self.at[end - 1] + 1)

    def sentence(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that holds `position`."""
        index = bisect_right(self.sentence_ends, position)
        start = self.sentence_ends[index - 1] if index else 0
        rest = self.sentence_ends[index:]
        return start, rest[0] if rest else len(self.text)

    def quote(self, position: int) -> str:
        """The sentence that holds `position`, clean; of an endless one a part."""
        start, end = self.sentence(position)
        start, end = max(start, position - _REACH), min(end, position + _REACH)
        return self.text[start:end]


def read_lines(article: ArticleText) -> tuple[Line, ...]:
    """All lines of the article in reading order, the headline first."""
    singles = ("kicker", "headline", "subheadline", "standfirst")
    lines = [
        read_line(name, 0, getattr(article, name), heading=name != "standfirst")
        for name in singles
        if getattr(article, name)
    ]
    for number, text in enumerate(article.paragraphs):
        heading = number in article.section_headings
        lines.append(read_line("body", number, text, heading=heading))
    lines += [read_line("caption", n, text) for n, text in enumerate(article.captions)]
    return tuple(lines)


def read_line(field: str, number: int, printed: str, heading: bool = False) -> Line:
    """One line with its clean-ups. `gaps` are the places where a space stood, `breaks`
    those where a wide one parted columns."""
    folded = _COLON.sub("：", printed.translate(_FOLD))
    text, at, gaps, breaks = [], [], set(), []
    position = 0
    for space in _SPACE.finditer(folded):
        text.append(folded[position : space.start()])
        at.extend(range(position, space.start()))
        position = space.end()
        if _is_between_latin(folded, space):
            text.append(" ")
            at.append(space.start())
        else:
            gaps.add(len(at))
            if len(space[0]) > 1 or space[0] in "\u3000\t":
                breaks.append(len(at))
    text.append(folded[position:])
    at.extend(range(position, len(folded)))
    clean = "".join(text)
    ends = tuple(match.end() for match in _SENTENCE_END.finditer(clean))
    spaces = frozenset(gaps), tuple(breaks)
    return Line(field, number, clean, tuple(at), heading, ends, *spaces)


def _is_between_latin(folded: str, space: re.Match) -> bool:
    before = folded[space.start() - 1 : space.start()]
    after = folded[space.end() : space.end() + 1]
    if not before or not after:
        return False
    return not (_WIDE.match(before) or _WIDE.match(after))
