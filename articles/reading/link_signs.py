"""What speaks for a strip to go on in another, or for an article to end or to begin.

"……居民抢修好水泵" + "房，再装……"    ->   a word across the break, a full first line
"……居民抢修好水泵" + "5月3日，……"   ->   a first line that is indented, a first word

What each sign weighs stands in data/link_signs.txt.
"""

import math
import re

from articles.reading.boundaries import BACKWARD, HEAD, OPENING, PLACED, REPORT
from articles.reading.columns import reach
from articles.reading.displays import DISPLAY, caption_weight, headline_weight
from articles.reading.flows import SLIM
from articles.reading.groups import Blocks, is_ended, is_lone, shape_of
from articles.reading.phrases import (
    CLOSING_START,
    COUNTED,
    LABELLED_ITEM,
    LIST_END,
    NEVER_FIRST,
    NUMERAL,
    PARAGRAPH_START,
    QUOTE_START,
    SAYING,
    Continuity,
)
from articles.reading.seams import seam_value
from articles.reading.signs import Signs
from articles.reading.strips import (
    FIRST_LINE,
    Strip,
    closes_quote,
    is_item,
    unlike,
    width_of,
    word_value,
)
from articles.reading.structure import Role

#: a date that was broken off behind its month
DAY = re.compile("月[0-9]{1,2}日")
CLOSES_BRACKET = re.compile("[^（）。]{0,20}）")
NEAR = 60  # characters before an end in which a bracket may be opened


def signs_of_end(strip: Strip, blocks: Blocks) -> Signs:
    """What speaks for an article to end with a strip."""
    last = strip.lines[-1]
    kind = "ended" if is_ended(strip) else "open"
    signs = {
        f"end {kind}": 1.0,
        f"end {kind} item": float(is_item(strip)),
        f"end {kind} one line": float(len(strip.lines) == 1),
        "end lone": float(is_lone(strip, blocks)),
        "end inside a block": float(not blocks.ends(strip)),
    }
    if last.measured:
        room = max(0, min(FIRST_LINE, last.measure - reach(last)))
        signs[f"end {kind} room"] = room / 4
    if kind == "open":
        signs["end open list"] = float(bool(LIST_END.search(last.text)))
    below = blocks.lines_below(strip)
    signs["end signed"] = float(bool(below) and below[0].role == Role.SIGN_OFF)
    return signs


def signs_of_start(strip: Strip, blocks: Blocks) -> Signs:
    """What speaks for an article to begin with a strip."""
    text = strip.text
    signs = {
        "start": 1.0,
        "start opening": float(bool(OPENING.match(text))),
        "start report": float(bool(REPORT.search(text[:HEAD]))),
        "start backward": float(bool(BACKWARD.match(text))),
        "start placed": float(bool(PLACED.search(text[:HEAD]))),
        "start of the page": float(not strip.index),
    }
    shown = [line for line in blocks.above.get(strip.index, ()) if line.role == DISPLAY]
    if shown:
        wording = max(headline_weight(line) - caption_weight(line) for line in shown)
        slim = len(shown) == 1 and len(shown[0].text) <= SLIM
        signs["start headed"] = 1.0
        signs["start headed wording"] = max(-2.0, min(2.0, wording))
        signs["start headed slim"] = float(slim)
    return signs


def signs_of_pair(
    strip: Strip, other: Strip, blocks: Blocks, continuity: Continuity
) -> Signs:
    """What speaks for a strip to go on in another."""
    ended = is_ended(strip)
    form = blocks.forms.get(other.index) or signs_of_form(other)
    blocks.forms[other.index] = form
    signs = signs_of_place(strip, other, blocks) | form
    signs |= signs_of_width(strip, other)
    signs["pair"] = 1.0
    signs["lone"] = float(is_lone(other, blocks))
    if blocks.number[strip.index] != blocks.number[other.index]:
        signs["words"] = blocks.tie(strip, other)
    kind = "ended" if ended else "open"
    signs = {f"{kind} {sign}": value for sign, value in signs.items() if value}
    return signs if ended else signs | signs_of_seam(strip, other, continuity)


def signs_of_place(strip: Strip, other: Strip, blocks: Blocks) -> Signs:
    """Where a strip stands from another: the next, further, or above."""
    distance = blocks.number[other.index] - blocks.number[strip.index]
    first, last = other.lines[0], strip.lines[-1]
    if other.index == strip.index + 1:
        over = first.index > last.index + 1
        far = not over and first.gap > 1
        return {
            "next": float(not over),
            "next over": float(over),
            "gap": float(far),
            "next scattered": blocks.scatter,
            "whole next": float(not first.measure),
        }
    if not first.measure:
        return {"whole far": 1.0}
    if distance > 0:
        return {
            "below": 1.0,
            "below by": math.log(distance),
            "below scattered": blocks.scatter,
        }
    return {
        "above": 1.0,
        "above by": math.log(1 - distance),
        "above scattered": blocks.scatter,
    }


def signs_of_form(strip: Strip) -> Signs:
    """How the first line of a strip looks: full, indented, worded like a first."""
    line = strip.lines[0]
    signs = {
        "inside a block": float(strip.inside),
        "first word": float(bool(PARAGRAPH_START.match(line.text))),
        "label": float(bool(LABELLED_ITEM.match(line.text))),
        "quotation": float(bool(QUOTE_START.match(line.text))),
        "saying": float(bool(SAYING.match(line.text))),
        "closed quotation": float(closes_quote(strip)),
        "closing mark": float(bool(CLOSING_START.match(line.text))),
        "never first": float(line.text[0] in NEVER_FIRST),
    }
    signs[shape_of(strip)] = 1.0
    return {sign: value for sign, value in signs.items() if value}


def signs_of_width(strip: Strip, other: Strip) -> Signs:
    """Whether two strips look like parts of one column."""
    here, there = width_of(strip), width_of(other)
    apart = unlike(strip, other) > 0
    known = bool(here and there) and not apart
    return {
        "unlike": float(apart),
        "alike": float(known),
        "as wide": float(known and here == there),
    }


def signs_of_seam(strip: Strip, other: Strip, continuity: Continuity) -> Signs:
    """What the words on both sides of a break say."""
    before, after = strip.lines[-1].text, other.lines[0].text
    signs = {
        "seam": seam_value(before, after),
        "seam word": word_value(before, after, continuity),
        "seam list": float(bool(LIST_END.search(before)) and is_item(other)),
    }
    counted = bool(COUNTED.match(after))
    if NUMERAL.search(before):
        signs["seam number"] = 0.5 if counted else -0.5
    elif DAY.match(after):
        signs["seam day"] = 1.0
    opened = strip.text.rfind("“") > strip.text.rfind("”")
    closes = closes_quote(other)
    if opened or closes:
        signs[f"seam quotation {opened:d}{closes:d}"] = 1.0
    text = strip.text[-NEAR:]
    opened = text.rfind("（") > text.rfind("）")
    closes = bool(CLOSES_BRACKET.match(other.text))
    if opened or closes:
        signs[f"seam bracket {opened:d}{closes:d}"] = 1.0
    return signs
