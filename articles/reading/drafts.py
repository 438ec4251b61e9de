"""Articles and headlines while they are put together."""

from dataclasses import dataclass, field

from articles.reading.flows import Passage
from articles.reading.lines import Line


@dataclass(slots=True, eq=False)
class Stack:
    """Lines on display that stand together: kicker, headline, subheadline."""

    lines: list[Line]
    above: Passage | None = None  # the paragraph that begins directly below
    caption: bool = False  # told from the headline that it stands beside

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)


@dataclass(slots=True, eq=False)
class Draft:
    """An article while it is put together: paragraphs and the lines around them."""

    passages: list[Passage] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    standfirst: list[Passage] = field(default_factory=list)
    openers: list[Line] = field(default_factory=list)
    bylines: list[Line] = field(default_factory=list)
    sign_offs: list[Line] = field(default_factory=list)
    captions: list[list[Line]] = field(default_factory=list)
    jumps: list[Line] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    sureness: float = 1.0

    @property
    def text(self) -> str:
        return "".join(passage.text for passage in self.passages)

    @property
    def start(self) -> int:
        return self.passages[0].first.index

    @property
    def end(self) -> int:
        return self.passages[-1].last.index
