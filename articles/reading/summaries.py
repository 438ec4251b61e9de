"""Whether the paragraph below a headline sums up the text: all signs together.

"老码头开出早班船" / "停了九年的渡口又有了灯。" / "□记者 单 夏" / "天还没有亮，……"
->   the paragraph above the writer is the standfirst
"""

import re
from collections.abc import Iterator

from articles.reading import weights
from articles.reading.boundaries import HEAD, PLACED, READ, is_signed, shown_lines
from articles.reading.displays import DISPLAY, caption_weight
from articles.reading.flows import Passage
from articles.reading.phrases import GREETING
from articles.reading.structure import Role

SHORT, LONG, SENTENCES = 30, 130, 3  # characters and sentences of a paragraph
WIDER, ROWS = 4, 3  # columns; lines of a summary in large type, at most
#: 本期请……解答: who speaks below, and of what
PRESENTED = re.compile(
    "本期|本报(?:特|邀|请|记者)|坐堂|主讲|请[^，。]{2,20}(?:讲|支招)|[解回]答"
)
EDITOR = re.compile("[【［]?(?:编者按|编者的话|编前语|开栏语|开栏的话|栏目语)[：:】］]")
ASKED = re.compile("(?:[读居市]?[者民]?问|记者|Q\\d?|[^，。：]{2,10}读者)[：:]")


def mark_summaries(passages: list[Passage]) -> None:
    """Note of every paragraph whether it sums up those below it."""
    for place in openings(passages):
        passages[place].sums_up = summary_odds(passages, place) > 0


def openings(passages: list[Passage]) -> Iterator[int]:
    """Where an article may begin, with another paragraph below."""
    for place, passage in enumerate(passages[:-1]):
        if not place or shown_lines(passage) or is_signed(passages[place - 1]):
            yield place


def summary_odds(passages: list[Passage], place: int) -> float:
    """How likely the first paragraph of an article is its summary, as log-odds."""
    above, here = passages[place : place + 2]
    rows = sum(line.role == DISPLAY for line in above.above) > 1
    odds = weights.SUMMARY + weights.SUMMARY_STACK * rows
    if not any(map(shown_lines, passages[:place])):
        odds += weights.SUMMARY_FIRST + weights.SUMMARY_FIRST_STACK * rows
    odds += weights.SUMMARY_ALONE * is_single(passages, place + 1)
    return odds + wording_odds(above.text, here.text) + set_odds(above, here)


def wording_odds(above: str, here: str) -> float:
    """What the words of the two paragraphs say."""
    odds = weights.SUMMARY_SHORT * (len(above) < SHORT)
    odds += weights.SUMMARY_LONG * (len(above) > LONG)
    odds += weights.SUMMARY_SENTENCES * (above.count("。") >= SENTENCES)
    odds += weights.SUMMARY_PLACED * bool(PLACED.search(above[:HEAD]))
    odds += weights.SUMMARY_COLON * above.endswith("：")
    odds += weights.SUMMARY_EDITOR * bool(EDITOR.match(above))
    odds += weights.SUMMARY_PRESENTS * bool(PRESENTED.search(above))
    odds += weights.SUMMARY_GREETING * bool(GREETING.match(here))
    odds += weights.SUMMARY_ASKED * bool(ASKED.match(here))
    return odds + weights.SUMMARY_QUOTE * here.startswith("“")


def set_odds(above: Passage, here: Passage) -> float:
    """What the lines around the two paragraphs say, and how wide they are set."""
    signed = any(line.role == Role.BYLINE for line in above.above)
    odds = weights.SUMMARY_SIGNED * signed
    shown = [line for line in here.above if line.role == DISPLAY]
    pictured = [caption_weight(line) >= READ for line in shown]
    if any(line.role == Role.BYLINE for line in here.above):
        odds += weights.SUMMARY_BYLINE
        odds += weights.SUMMARY_BYLINE_FIRST * (here.above[0].role == Role.BYLINE)
    odds += weights.SUMMARY_PICTURED * (bool(pictured) and all(pictured))
    sizes = width_of(above), width_of(here)
    if not all(sizes):
        return odds
    odds += weights.SUMMARY_NARROW * (sizes[0] < sizes[1] - WIDER)
    if sizes[0] > sizes[1] + WIDER:
        odds += weights.SUMMARY_WIDE_SIGNED * signed
        odds += weights.SUMMARY_WIDE * (count_lines(above) <= ROWS)
    return odds


def is_single(passages: list[Passage], place: int) -> bool:
    """Whether one paragraph stands above the next line on display or sign-off."""
    if place + 1 >= len(passages) or is_signed(passages[place]):
        return True
    return bool(shown_lines(passages[place + 1]))


def width_of(passage: Passage) -> int:
    """The columns of the widest line; 0 where paragraphs are not wrapped."""
    lines = [line for strip in passage.strips for line in strip.lines]
    if len(lines) == 1 and not lines[0].measured:
        return 0
    return max(line.width for line in lines)


def count_lines(passage: Passage) -> int:
    """The lines of a paragraph."""
    return sum(len(strip.lines) for strip in passage.strips)
