"""Where one article may end and another begin, by what stands between.

"……再商量。（渡口办）" | "老码头开出早班船" | "5月8日，……"   ->   above 0
"……两张长凳。" | "两块钱的船票" | "坐一趟船……"                ->   below 0
"""

import re
from itertools import pairwise

from articles.reading import weights
from articles.reading.affinity import Affinity
from articles.reading.bylines import is_name
from articles.reading.displays import (
    ALONE,
    DATED,
    DISPLAY,
    POINT,
    SERIAL,
    TITLED,
    caption_weight,
    headline_weight,
    is_label,
)
from articles.reading.flows import Passage
from articles.reading.heroes import OFFICIAL, told_on
from articles.reading.kickers import COLUMN
from articles.reading.lexicon import words
from articles.reading.lines import Line
from articles.reading.phrases import (
    GREETING,
    ITEM_START,
    LABELLED_ITEM,
    LIST_END,
    SENTENCE_END,
)
from articles.reading.structure import Role
from articles.reading.terms import Terms

OPENING = re.compile(
    r"关于|各位|日前|近日|连日来|昨天|昨日|今天|今起|明天|本报(?:讯|总第|\d)|编辑(?:同志|您好|部)|上周|"
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|[^，。]{2,30}(?:日前|近日|昨天|将于|定于)|为(?:了|进一步|引导|贯彻)"
)
#: words that go back to what was said above
BACKWARD = re.compile(
    "这|那(?!曲|坡)|他|她|它|此|于是|后来|可是|但|然而|不过|其中|为了[这此]|从此|与此|同时|另外|除此|当时|当[天晚场]|会[上后]"
    "|随后|接着|最后|目前|如今|除了|还有|也|又|再|有人|有的|其实|更|甚至|一来|结果|至于|而|便|就|都"
)

#: 尊敬的各位业主：
ADDRESSED = re.compile(
    "(?:尊敬的|亲爱的|各位|广大|全体|全[市区县镇乡村街])[^，。：:]{1,14}[：:]"
    "|[^，。：:]{1,8}(?:朋友|居民|同志|家长|业主|商户|邻居|街坊|村民|读者|编辑|编辑部)们?[：:]"
)
GREETED = 3.0  # a headline above a greeting
READ = 1.2  # `caption_weight` of a caption that stands beside a heading
#: words of the first sentence of a report
REPORT = re.compile(
    r"\d月\d{1,2}日|日前|近日|[上下]午|昨[天日]|今[天起]|上周|本报|为(?:了(?![这那此])|进)"
)
#: a first sentence says in full where it happened
PLACED = re.compile("街道|居民区|社区|[镇村区路弄]|[大中小]学|公司|医院")
HEAD = 30  # characters of that sentence that are looked at
SLIM, LONG = 6, 9  # characters of a section heading at most, of a headline at least
FAR = 3  # blank lines below an article that another was broken off by
WIDE = 2  # blank lines between articles, on a page that has them
SECTION = (2, 3)  # paragraphs of a section at least, at most
BLOCKS = 0.45  # of all paragraphs at most, with a blank line above
FIT = 8.0  # shared words beyond this prove no more


def boundary_scores(
    flows: list[list[Passage]], terms: Terms, heading_level: int, loose: list[Line]
) -> list[float]:
    """For every paragraph: above 0 where an article begins, below where it goes on."""
    displaced = any(is_headline(line) for line in loose)
    passages = [passage for flow in flows for passage in flow]
    starts = {flow[0].order for flow in flows}
    gaps = sum(passage.first.gap > 0 for passage in passages) * 3 > len(passages)
    blocks = stand_in_blocks(passages)
    apart = stand_apart(passages)
    twins = twin_places(passages)
    sections = section_places(passages)
    headed = {place for place, part in enumerate(passages) if shown_lines(part)}
    told = told_on(passages, terms, headed)
    scores = [0.0]
    for place in range(1, len(passages)):
        here = passages[place]
        shown = shown_lines(here)
        score = score_start(passages, place, terms)
        if shown:
            score += score_shown(passages, place, shown, heading_level)
            score += weights.TWIN * (place in twins)
            score += weights.TIGHT * (apart and gap_above(here) < WIDE)
            score += weights.SECTION * (place in sections)
            score += weights.HERO * told[place]
            score += weights.BYLINE_BELOW * is_signed_below(here)
        else:
            score += weights.DISPLACED * displaced
            score += weights.PARTED * is_parted(passages[place - 1], here)
            score += weights.FAR_OFF * (here.first.gap >= FAR and not here.above)
            score += weights.CHAIN * (here.order in starts)
            score += weights.NO_GAP * (gaps and not here.first.gap and not here.above)
            score += weights.BLOCK * (blocks and here.first.gap > 0)
        score = weights.EVIDENCE * score + weights.START
        if passages[place - 1].sums_up:
            score = min(score, weights.SUMMED)
        if is_signed(passages[place - 1]):
            score = max(score, weights.SIGNED)  # no article is signed twice
        scores.append(score)
    return scores


def twin_places(passages: list[Passage]) -> set[int]:
    """Places with a single line above them as long as the next such line.

    Section headings of one article are of a length; headlines hardly are.
    """
    shown = [
        (place, lines)
        for place, passage in enumerate(passages)
        if (lines := shown_lines(passage))
    ]
    found: set[int] = set()
    for (place, lines), (below, others) in pairwise(shown):
        sizes = [len(lines[0].text), len(others[0].text)]
        if len(lines) == len(others) == 1 and abs(sizes[0] - sizes[1]) <= 1:
            found |= {place, below}
    return found


def is_parted(above: Passage, here: Passage) -> bool:
    """Whether a paragraph has ended, with blank lines below and nothing of the page.

    A caption that stands between blank lines parts nothing.
    """
    between = here.first.index - above.last.index - 1
    if between > len(here.above) + len(above.below) or here.first.gap < WIDE:
        return False
    if any(line.gap >= WIDE for line in here.above):
        return False
    return bool(SENTENCE_END.search(above.text))


def stand_apart(passages: list[Passage]) -> bool:
    """Whether articles stand apart by more than a blank line."""
    return sum(gap_above(passage) >= WIDE for passage in passages) > 1


def stand_in_blocks(passages: list[Passage]) -> bool:
    """Whether blank lines part blocks: most paragraphs stand directly below others."""
    bare = [passage for passage in passages if not shown_lines(passage)]
    return sum(passage.first.gap > 0 for passage in bare) < BLOCKS * len(bare)


def section_places(passages: list[Passage]) -> set[int]:
    """Places with two or three paragraphs up to the next line on display or sign-off.

    So long are sections; a brief has one paragraph, an article has more.
    """
    found: set[int] = set()
    end = len(passages)
    for place in range(len(passages) - 1, 0, -1):
        above, here = passages[place - 1], passages[place]
        shown = shown_lines(here)
        if shown and SECTION[0] <= end - place <= SECTION[1]:
            found.add(place)
        if shown or is_signed(above) or is_parted(above, here):
            end = place
    return found


def is_signed(passage: Passage) -> bool:
    """Whether an office in brackets stands below a paragraph."""
    return any(line.role == Role.SIGN_OFF for line in passage.below)


def score_start(passages: list[Passage], place: int, terms: Terms) -> float:
    """What speaks for an article to begin at `place`, but for lines on display."""
    above, here = passages[place - 1], passages[place]
    score = signs_between(above, here) + weights.BASE
    score += weights.REPORT * bool(REPORT.search(here.text[:HEAD]))
    score += weights.OPENING * bool(OPENING.match(here.text))
    score += weights.GREETING * bool(GREETING.match(here.text))
    score += weights.PLACED * bool(PLACED.search(here.text[:HEAD]))
    score += weights.BACKWARD * bool(BACKWARD.match(here.text))
    score += weights.NAMED * begins_with_known(passages, place)
    score += weights.ITEM * goes_on_list(above, here)
    other = abs(above.measure - here.measure) > 5  # another column
    score += weights.WIDTH * other
    score += weights.GAP * (gap_above(here) >= WIDE)
    if not (other or above.below or SENTENCE_END.search(above.text)):
        score += weights.UNENDED
    return score - weights.COHESION * cohesion(passages, place, terms)


def begins_with_known(passages: list[Passage], place: int) -> bool:
    """Whether a paragraph begins with the name of somebody who was named above."""
    text = passages[place].text
    before = "".join(passage.text for passage in passages[max(0, place - 4) : place])
    common = words("common_words")
    if text[:2] in common:
        return False
    return any(
        is_name(text[:size])
        and text[:size] not in common
        and text[:size] in before
        and not OFFICIAL.search(text[1 : size + 1])
        for size in (4, 3, 2)
    )


def is_headline(line: Line) -> bool:
    """Whether a line that stands apart from the text reads like a headline."""
    return line.role == DISPLAY and headline_weight(line) > caption_weight(line)


def gap_above(passage: Passage) -> int:
    """The most blank lines above a paragraph and what stands over it."""
    return max(line.gap for line in (passage.first, *passage.above))


def goes_on_list(above: Passage, here: Passage) -> bool:
    """Whether a paragraph is an item of a list that was begun or announced above."""
    if not is_item(here.text):
        return False
    shown = shown_lines(here)
    if not shown or is_item(above.text) or LIST_END.search(above.text):
        return True
    return any(is_item(line.text) for line in shown)


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


def is_signed_below(here: Passage) -> bool:
    """Whether a byline stands between lines on display and the text."""
    last = here.above[-1]
    return last.role == Role.BYLINE and here.above[0].role == DISPLAY


def score_shown(
    passages: list[Passage], place: int, shown: list[Line], heading_level: int
) -> float:
    """What lines on display say: a headline above 0, a section heading below."""
    score, marked = weights.SHOWN, marked_score(shown, heading_level)
    if marked is not None:
        return score + marked
    if ADDRESSED.fullmatch(passages[place].text):
        return score + GREETED
    longest = max(shown, key=lambda line: len(line.text))
    size = len(longest.text)
    score += weights.SLIM * (size <= SLIM) + weights.LONG * (size >= LONG)
    score += weights.ROWS * (sum(len(line.text) > 4 for line in shown) > 1)
    score += weights.WORDING * max(map(headline_weight, shown))
    score -= weights.PICTURED * max(0.0, min(map(caption_weight, shown)))
    score += weights.COLUMN * (len(shown) > 1 and bool(COLUMN.match(shown[0].text)))
    score += weights.NOTICE * any(map(announces, shown))
    score += weights.COMMA * ("，" in longest.text)
    score += weights.DATED * any(DATED.search(line.text) for line in shown)
    judge = Affinity([])
    ahead = [passages[place]]
    if place + 1 < len(passages) and not passages[place + 1].above:
        ahead.append(passages[place + 1])
    before = passages[max(0, place - 5) : place]
    fits = judge.of(longest.text, "".join(passage.text for passage in ahead))
    known = judge.of(longest.text, "".join(passage.text for passage in before))
    return score + weights.FITS * min(FIT, fits) - weights.KNOWN * min(FIT, known)


def announces(line: Line) -> bool:
    """Whether a line reads like the headline of a notice: 关于……, ……有关事项."""
    return line.text.startswith("关于") or line.text.endswith(
        tuple(words("notice_endings"))
    )


def marked_score(shown: list[Line], heading_level: int) -> float | None:
    """What marks prove: #, ■, numbers, standing words; None without any."""
    if ALONE.fullmatch(shown[0].text):
        return 3.0
    if any(line.bullet for line in shown):
        return -4.0
    if any(is_label(line.text) or ALONE.fullmatch(line.text) for line in shown):
        return 3.0
    levels = [line.level for line in shown if line.level]
    if levels:
        return 4.0 if min(levels) <= heading_level else -4.0
    if stands(shown[0]) and len(shown) > 1:
        return None  # the line below it may be a headline
    if stands(shown[0]) or POINT.fullmatch(shown[0].text):
        return -4.0
    if len(shown) == 1 and TITLED.fullmatch(shown[0].text):
        return -3.0
    ends = (shown[0], shown[-1])
    return -3.0 if any(SERIAL.match(line.text) for line in ends) else None


def stands(line: Line) -> bool:
    """Whether a line is a heading that stands inside articles: 本报回复, 小贴士."""
    return line.text in words("standing_headings")


def cohesion(passages: list[Passage], place: int, terms: Terms) -> float:
    """From 0 to 1: how far the words of the next paragraphs are words of the last ones.

    A word counts by the share of its places on the page that lie here.
    """
    behind = [
        terms.of[passage.order] for passage in passages[max(0, place - 4) : place]
    ]
    ahead = [terms.of[passage.order] for passage in passages[place : place + 2]]
    last_words = set().union(*behind)
    shared = whole = 0.0
    for term in set().union(*ahead):
        seen = sum(term in found for found in (*behind, *ahead))
        part = terms.weight(term) * seen / terms.count[term]
        whole += part
        shared += part if term in last_words else 0.0
    return shared / (whole + 5)
