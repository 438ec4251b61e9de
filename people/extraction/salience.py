"""Which of the bodies named before a bare title the text is about.

青石小学的走廊……她毕业于外地的大学。校长甲说       ->  青石小学
甲医院与乙中心签约。院长丙                       ->  甲医院
甲中学（新校长来自乙学院）……副校长丙             ->  甲中学
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from people.extraction.lines import Line
from people.extraction.parts import unit_of

if TYPE_CHECKING:
    from people.extraction.fronts import Body
    from people.extraction.titles import Title

# 公司前身是|丝厂: there is none any more.
_FORERUNNER = re.compile(r"前身(?:就?是|为)[^，。；]{0,10}\Z")
# 毕业于|大学, 在|中心, 与|中心: named in passing, not what the sentence is about.
_IN_PASSING = re.compile(
    r"(?:[在到于与同和及跟给向从赴至由被经入进往]|来自|调任|历任|前往|走进|来到|获得|考上|考取|曾是|后为)\Z"
)
_HEADINGS = frozenset(["headline", "kicker", "subheadline"])
#: What each sign weighs; set by hand so that a heading outweighs a nearer name and
#: two mentions more outweigh one sentence.
_SENTENCE, _LINE, _LINE_BEFORE = 3.5, 1.0, 0.5
_PASSING, _IN_BRACKET, _HEADING, _MENTION = -0.8, -3.0, 1.5, 0.5
_GONE = -6.0
_MOST_MENTIONS = 4
#: How far behind a body the bracket around it may close.
_LONGEST_BRACKET = 300


class Salience:
    """How much each body of one article stands out."""

    def __init__(self, lines: tuple[Line, ...], bodies: "Iterable[Body]" = ()):
        self.lines = lines
        self.mentions: Counter[str] = Counter()
        self.in_headings: set[str] = set()
        for body in bodies:
            if body.name:
                unit = unit_of(body.name)
                self.mentions[unit] += 1
                if lines[body.line].field in _HEADINGS:
                    self.in_headings.add(unit)

    def weight(self, body: "Body", title: "Title") -> float:
        """The higher, the more the title belongs to the body before it."""
        unit, text = unit_of(body.name), self.lines[body.line].text
        weight = _MENTION * min(self.mentions[unit], _MOST_MENTIONS)
        weight += _HEADING * (unit in self.in_headings)
        if body.line == title.line:
            low, _ = self.lines[title.line].sentence(title.start)
            weight += _SENTENCE if body.start >= low else _LINE
            if title.start - body.end <= _LONGEST_BRACKET:
                between = text[body.end : title.start]
                weight += _IN_BRACKET * (between.count("）") > between.count("（"))
        else:
            weight += _LINE_BEFORE * (title.line - body.line == 1)
        if _FORERUNNER.search(text, max(0, body.start - 16), body.start):
            weight += _GONE
        passing = _IN_PASSING.search(text, max(0, body.start - 4), body.start)
        return weight + _PASSING * bool(passing)

    def is_heading(self, body: "Body") -> bool:
        """Its unit stands in a heading of the article."""
        return unit_of(body.name) in self.in_headings
