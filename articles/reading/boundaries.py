"""Where one article may end and another begin, by what stands between.

"……再商量。（渡口办）" | "老码头开出早班船" | "5月8日，……"   ->   above 0
"……两张长凳。" | "两块钱的船票" | "坐一趟船……"                ->   below 0
"""

import re
from collections import Counter

from articles.reading import weights
from articles.reading.affinity import Affinity
from articles.reading.blocks import DISPLAY
from articles.reading.displays import (
    DATED,
    SERIAL,
    caption_weight,
    headline_weight,
    is_label,
)
from articles.reading.flows import Passage
from articles.reading.lexicon import words
from articles.reading.lines import Line
from articles.reading.phrases import ITEM_START, LABELLED_ITEM, SENTENCE_END
from articles.reading.structure import Role
from articles.reading.terms import Terms

OPENING = re.compile(
    r"日前|近日|连日来|昨天|昨日|今天|今起|明天|本报(?:讯|总第|\d)|编辑(?:同志|您好|部)|上周|"
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|[^，。]{2,30}(?:日前|近日|昨天|将于|定于)|为(?:了|进一步|引导|贯彻)"
)
#: words that go back to what was said above
BACKWARD = re.compile(
    "这|那(?!曲|坡)|他|她|它|此|于是|后来|可是|但|然而|不过|其中|为了[这此]|从此|与此|同时|另外|除此|当时|当[天晚场]|会[上后]"
    "|随后|接着|最后|目前|如今|除了|还有|也|又|再|有人|有的|其实|更|甚至|一来|结果|至于|而|便|就|都"
)

READ = 1.2  # `caption_weight` of a caption that stands beside a heading
SLIM = 8  # characters of a section heading most often


def boundary_scores(
    flows: list[list[Passage]], terms: Terms, heading_level: int
) -> list[float]:
    """For every paragraph: above 0 where an article begins, below where it goes on."""
    passages = [passage for flow in flows for passage in flow]
    starts = {flow[0].order for flow in flows}
    gaps = sum(passage.first.gap > 0 for passage in passages) * 3 > len(passages)
    signed = sum(is_signed(passage) for passage in passages) >= 3
    slim = slim_places(passages)
    scores = [0.0]
    for place in range(1, len(passages)):
        score = score_boundary(passages, place, terms, heading_level)
        here = passages[place]
        if signed and here.above and not is_signed(passages[place - 1]):
            score += weights.UNSIGNED
        if passages[place].order in starts:
            score += weights.CHAIN
        elif gaps and not passages[place].first.gap and not passages[place].above:
            score += weights.NO_GAP
        if place in slim:
            score += weights.SLIM
        if is_signed(passages[place - 1]):
            score = max(score, weights.SIGNED)  # no article is signed twice
        scores.append(score)
    return scores


def slim_places(passages: list[Passage]) -> set[int]:
    """Places with a short line alone above them, next to others of that kind.

    Section headings come in rows; articles of one short line each hardly do.
    """
    shown = [
        (place, shown_lines(passage))
        for place, passage in enumerate(passages)
        if shown_lines(passage)
    ]
    slim = [is_slim(passages, place, lines) for place, lines in shown]
    return {
        place
        for number, (place, _) in enumerate(shown)
        if slim[number] and sum(slim[max(0, number - 1) : number + 2]) > 1
    }


def is_slim(passages: list[Passage], place: int, lines: list[Line]) -> bool:
    """Whether one short line stands above a paragraph, and nothing beside it."""
    here, line = passages[place], lines[0]
    if len(lines) > 1 or len(line.text) > SLIM or line.level or is_label(line.text):
        return False
    if not place or is_signed(passages[place - 1]) or is_signed(here):
        return False
    if headline_weight(line) >= 0.8 or OPENING.match(here.text):
        return False
    return all(other.role == DISPLAY for other in here.above)


def is_signed(passage: Passage) -> bool:
    """Whether an office in brackets stands below a paragraph."""
    return any(line.role == Role.SIGN_OFF for line in passage.below)


def score_boundary(
    passages: list[Passage], place: int, terms: Terms, heading_level: int
) -> float:
    """What speaks for an article to begin at `place`."""
    above, here = passages[place - 1], passages[place]
    shown = shown_lines(here)
    score = signs_between(above, here) + weights.BASE
    if not SENTENCE_END.search(above.text) and not above.below:
        score += weights.UNENDED
    if shown:
        score += weights.SHOWN + heading_score(passages, place, shown, heading_level)
    if not shown and is_item(here.text):
        score += weights.ITEM
    if OPENING.match(here.text):
        score += weights.OPENING
    elif not shown and not here.above:
        score += weights.NO_SIGN
    if BACKWARD.match(here.text):
        score += weights.BACKWARD
    if abs(above.last.measure - here.first.measure) > 5:
        score += weights.WIDTH
    if here.first.gap >= 2:
        score += weights.GAP
    return (
        score
        + weights.STRANGER
        - weights.COHESION * min(0.6, cohesion(passages, place, terms))
    )


def is_item(text: str) -> bool:
    """Whether a paragraph begins like an item of a list."""
    return bool(LABELLED_ITEM.match(text) or ITEM_START.match(text))


def shown_lines(passage: Passage) -> list[Line]:
    """The lines on display above a paragraph that may be its headline."""
    lines = [line for line in passage.above if line.role == DISPLAY]
    shown = [line for line in lines if caption_weight(line) < 3]
    return [line for line in shown if caption_weight(line) < READ] or shown


def signs_between(above: Passage, here: Passage) -> float:
    """Sign-offs, bylines and jumps between two paragraphs."""
    score = 0.0
    roles = {line.role for line in (*above.below, *here.above)}
    if Role.SIGN_OFF in roles:
        score += weights.SIGN_OFF
    if Role.BYLINE in roles:
        score += weights.BYLINE
    if any("转" in line.text for line in above.below if line.role == Role.JUMP):
        score += weights.JUMP
    return score


def heading_score(
    passages: list[Passage], place: int, shown: list[Line], heading_level: int
) -> float:
    """Above 0 where lines on display are a headline, below where a section heading."""
    if any(line.bullet for line in shown):
        return -4.0
    if any(is_label(line.text) for line in shown):
        return 3.0
    levels = [line.level for line in shown if line.level]
    if levels:
        return 4.0 if min(levels) <= heading_level else -4.0
    if shown[0].text in words("standing_headings"):
        return -4.0
    if SERIAL.match(shown[0].text):
        return -3.0
    longest = max(shown, key=lambda line: len(line.text))
    score = min(1.2, max(-1.0, weights.LENGTH * (len(longest.text) - 9)))
    rows = sum(1 for line in shown if len(line.text) > 4)
    score += weights.ROWS * (rows > 1)
    score += weights.WORDING * max(map(headline_weight, shown))
    score += weights.DATED * any(DATED.search(line.text) for line in shown)
    score -= weights.PICTURED * max(0.0, min(map(caption_weight, shown)))
    judge = Affinity([])
    text = "".join(line.text for line in shown)
    ahead = [passages[place]]
    for passage in passages[place + 1 : place + 4]:
        if passage.above:
            break
        ahead.append(passage)
    fits = judge.of(text, "".join(passage.text for passage in ahead))
    before = passages[max(0, place - 5) : place]
    known = judge.of(text, "".join(passage.text for passage in before))
    score += min(1.5, weights.FITS * fits) - min(1.5, weights.KNOWN * known)
    return score


def cohesion(passages: list[Passage], place: int, terms: Terms) -> float:
    """From 0 to 1: how far the words of the next paragraphs are words of the last ones.

    A word counts by the share of its places on the page that lie here.
    """
    behind = [
        terms.of[passage.order] for passage in passages[max(0, place - 4) : place]
    ]
    ahead = [terms.of[passage.order] for passage in passages[place : place + 2]]
    seen = Counter(term for found in (*behind, *ahead) for term in found)
    next_words = set().union(*ahead)
    last_words = set().union(*behind)
    shared = whole = 0.0
    for term in next_words:
        if terms.count[term] > 1:
            part = terms.weight(term) * seen[term] / terms.count[term]
            whole += part
            shared += part if term in last_words else 0.0
    return shared / (whole + 5)
