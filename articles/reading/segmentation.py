"""Paragraphs put together to articles.

"……评一评。（城运办）" | "三处路口装上灯" | "11月8日，……"   ->   two articles
"……编号木柜。" | "八块钱的讲究" | "洗一次澡……"              ->   one, with a heading
"""

import re
from dataclasses import dataclass, field

from articles.reading.blocks import DISPLAY
from articles.reading.affinity import Affinity
from articles.reading.displays import caption_weight, headline_weight, is_label
from articles.reading.flows import Passage
from articles.reading.lines import Line
from articles.reading.phrases import SENTENCE_END
from articles.reading.structure import Role
from articles.reading.terms import Terms

BOUNDARY = 2.0
SERIAL = re.compile(
    r"第[一二三四五六七八九十]+[位章节步部篇]|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]"
    r"|[①-⑳]|\d{1,2}[.．、]"
)
OPENING = re.compile(
    r"日前|近日|连日来|昨天|昨日|今天|今起|明天|本报讯|编辑(?:同志|您好|部)|上周|"
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|[^，。]{2,20}(?:日前|近日|昨天|将于|定于)|为(?:了|进一步|引导|贯彻)"
)


@dataclass(slots=True, eq=False)
class Draft:
    """An article while it is put together: paragraphs and the lines around them."""

    passages: list[Passage] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    openers: list[Line] = field(default_factory=list)
    bylines: list[Line] = field(default_factory=list)
    sign_offs: list[Line] = field(default_factory=list)
    captions: list[list[Line]] = field(default_factory=list)
    jumps: list[Line] = field(default_factory=list)
    terms: set[str] = field(default_factory=set)
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


def find_articles(
    flows: list[list[Passage]], terms: Terms, heading_level: int
) -> list[Draft]:
    """Cut the chains of paragraphs where one article ends and another begins."""
    drafts: list[Draft] = []
    for flow in flows:
        drafts.append(Draft())
        for place, passage in enumerate(flow):
            if place and is_boundary(drafts[-1], flow, place, terms, heading_level):
                drafts.append(Draft())
            drafts[-1].passages.append(passage)
            drafts[-1].terms |= terms.of[passage.order]
    return drafts


def is_boundary(
    draft: Draft, flow: list[Passage], place: int, terms: Terms, heading_level: int
) -> bool:
    """Whether the paragraph at `place` begins another article."""
    above, here = flow[place - 1], flow[place]
    shown = shown_lines(here)
    score = signs_between(above, here)
    if not SENTENCE_END.search(above.text) and not above.below:
        score -= 1.5
    if shown:
        score += heading_score(draft, flow, place, shown, heading_level)
    if OPENING.match(here.text):
        score += 0.8
    if abs(above.last.measure - here.first.measure) > 5:
        score += 0.5
    if here.first.gap >= 2:
        score += 0.3
    score += 0.5 - 1.2 * cohesion(draft, flow, place, terms)
    return score >= BOUNDARY


def shown_lines(passage: Passage) -> list[Line]:
    """The lines on display above a paragraph that may be its headline."""
    lines = [line for line in passage.above if line.role == DISPLAY]
    return [line for line in lines if caption_weight(line) < 3]


def signs_between(above: Passage, here: Passage) -> float:
    """Sign-offs, bylines and jumps between two paragraphs."""
    score = 0.0
    roles = {line.role for line in (*above.below, *here.above)}
    if Role.SIGN_OFF in roles:
        score += 3.0
    if Role.BYLINE in roles:
        score += 3.0
    if any("转" in line.text for line in above.below if line.role == Role.JUMP):
        score += 2.5
    return score


def heading_score(
    draft: Draft,
    flow: list[Passage],
    place: int,
    shown: list[Line],
    heading_level: int,
) -> float:
    """Above 0 where lines on display are a headline, below where a section heading."""
    if shown[0].bullet:
        return -4.0
    if any(is_label(line.text) for line in shown):
        return 3.0
    levels = [line.level for line in shown if line.level]
    if levels:
        return 4.0 if min(levels) <= heading_level else -4.0
    if SERIAL.match(shown[0].text):
        return -3.0
    longest = max(shown, key=lambda line: len(line.text))
    score = min(1.2, max(-1.0, 0.25 * (len(longest.text) - 9)))
    rows = sum(1 for line in shown if len(line.text) > 4)
    score += 1.5 * (rows > 1)
    score += max(map(headline_weight, shown))
    judge = Affinity([])
    text = "".join(line.text for line in shown)
    ahead = [flow[place]]
    for passage in flow[place + 1 : place + 4]:
        if passage.above:
            break
        ahead.append(passage)
    fits = judge.of(text, "".join(passage.text for passage in ahead))
    known = judge.of(text, draft.text)
    score += min(1.5, 0.25 * fits) - min(1.5, 0.3 * known)
    return score


def cohesion(draft: Draft, flow: list[Passage], place: int, terms: Terms) -> float:
    """From 0 to 1: how many telling words the next paragraphs share with the article."""
    ahead: set[str] = set(terms.of[flow[place].order])
    for passage in flow[place + 1 : place + 3]:
        if any(line.role in (DISPLAY, Role.BYLINE) for line in passage.above):
            break
        ahead |= terms.of[passage.order]
    repeated = {term for term in ahead if terms.count[term] > 1}
    whole = sum(terms.weight(term) for term in repeated) + 6
    return terms.shared(draft.terms, repeated) / whole
