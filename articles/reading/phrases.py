"""How sentences end, how paragraphs begin, and whether one text goes on in another.

"……完善党组" + "织体系，共同……"   ->   goes on: 组织 is a word
"……会后签约。" + "日前，街道……"   ->   does not
"""

import re
from functools import cache
from itertools import pairwise

from articles.reading.lexicon import alternation, words
from articles.reading.seams import seam_value

ENDED = re.compile(r"[。！？…；：!?;:][”’」』\"'）)】》]*$")
SENTENCE_END = re.compile(r"[。！？…!?][”’」』\"'）)】]*$")
LIST_END = re.compile(r"[；：;:][”’」』\"']*$")
MARK_INSIDE = re.compile("[，。、；：！？]")
OPEN_END = re.compile(r"[，、,（(“‘《〈「『\[【—·]$")
CLOSING_START = re.compile(r"[，。、；：？！,.;:?!）)”’》〉」』\]】…·％%]")
PARAGRAPH_START = re.compile(
    rf"""{alternation("paragraph_starts")}
      | (?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})(?:是|要|、|\.(?!\d)|．|）|\))
      | [（(](?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})[）)]
      | [①-⑳] | 第[一二三四五六七八九十]{{1,2}}[，、：,:]
      | (?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日
      | [问答][：:]""",
    re.VERBOSE,
)
#: a quotation may begin a paragraph, and as well a line inside a sentence
QUOTE_START = re.compile("[“「『《]")
#: 第一位：党建引领, 一问：谁来付账  as a heading
SERIAL_HEADING = re.compile(
    "第[一二三四五六七八九十]{1,3}(?:[位步章招篇站个件关][：:，、]"
    "|(?![名等批期届是要])[一-鿿]{1,2}[：:][^。；、]{2,20}$)"
    "|[一二三四五六七八九十](?:问|问答|看|访|变|探|记)[：:][^。；、]{2,20}$"
)
#: how letters to a paper begin
GREETING = re.compile(
    "编辑(?:同志|部|老师)?[：:，]|编辑[^，。]{0,4}[您你]好|编辑好[！!，]|[^，。]{0,6}晨?报编辑"
)
ITEM_START = re.compile(
    r"""(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:、|\.(?!\d)|．|）|\))
      | (?:[一二三四五六七八九十]{1,2}(?:是|要|抓))
      | [（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]
      | [①-⑳●◆★■] | [问答][：:]
      | (?:\d{4}年)?\d{1,2}月\d{1,2}日[（(]""",
    re.VERBOSE,
)
# 6月5日（星期五）9:30 ...: an entry of a programme, which no heading looks like
DATED_ITEM = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日[（(]")
# 象棋金奖：某某、某某;  指挥长：某某
LABELLED_ITEM = re.compile(r"[一-鿿]{2,8}(?<![说道是出调示问答称为下])[：:](?!$)")
#: no paragraph begins with them: somebody's name stands before
SAYING = re.compile(
    "(?:说|介绍说?|表示|告诉[^，。：]{1,6}|答复|回答说?|指出|强调|认为|透露|坦言|回忆说?"
    "|解释说?)[：:，]"
)
#: how letters end
WISH = re.compile("(?:[顺敬恭谨遥]?祝(?:[您你贵大各全]|愿)|此致|敬礼|[顺即]颂)")
# 的 了 们 ... never begin a word
NEVER_FIRST = frozenset("的了们地得着过吗呢吧啊嘛么")
ENDERS = frozenset("。；！？")
NUMERAL = re.compile(r"[\d一二三四五六七八九十百千万零两.]$")
COUNTED = re.compile(r"[\d.年月日号时分点个名位人家户张件次项条万千百十余多元％%]")
SURNAMED = 1.5  # `Continuity.seam` of a surname that goes on, or has its name behind it
READILY = 0.4  # weight of how readily one character follows another
LONGEST = 5_000  # characters of one line that are looked at for words


def lists_names(text: str) -> bool:
    """Whether a line begins a list of names: 银奖：白鹭、丁一"""
    return bool(LABELLED_ITEM.match(text)) and "、" in text


@cache
def compound_surnames() -> frozenset[str]:
    """Surnames of two characters: 欧阳."""
    return frozenset(name for name in words("surnames") if len(name) == 2)


def breaks_surname(before: str, after: str) -> bool:
    """Whether a line breaks inside a surname of two characters, or behind one."""
    if before[-1] + after[0] in compound_surnames():
        return True
    return before[-2:] in compound_surnames() and "一" <= after[0] <= "龥"


class Continuity:
    """Judges whether a text goes on in another; knows the words of one page."""

    def __init__(self, texts: list[str]) -> None:
        self.pairs: set[str] = set()
        self.triples: set[str] = set()
        for text in texts:
            text = text[:LONGEST]
            self.pairs.update(map("".join, pairwise(text)))
            self.triples.update(
                map("".join, zip(text, text[1:], text[2:], strict=False))
            )

    def score(self, before: str, after: str) -> float:
        """Above 0: `after` continues `before`; below 0: it does not."""
        if not before or not after:
            return 0.0
        if CLOSING_START.match(after):
            return 4.0
        if SENTENCE_END.search(before):
            return -3.0
        if OPEN_END.search(before):
            return 2.5
        total = self.seam(before, after)
        total += READILY * max(-2.0, min(3.0, seam_value(before, after)))
        if after[0] in NEVER_FIRST:
            total += 2.0
        if LIST_END.search(before):
            total -= 2.0
        if SAYING.match(after):
            total += 2.0
        elif PARAGRAPH_START.match(after) or LABELLED_ITEM.match(after):
            total -= 1.5
        elif QUOTE_START.match(after):
            total -= 0.5
        if after[1:2] in ENDERS or after[2:3] in ENDERS:
            total += 2.5
        elif after[1:2] == "，":
            total += 0.7
        if NUMERAL.search(before) and COUNTED.match(after):
            total += 1.5
        return total

    def seam(self, before: str, after: str) -> float:
        """How likely the characters on both sides belong to one word."""
        common = words("common_words")
        best = 0.0
        for left in (1, 2, 3):
            for right in range(1, 5 - left):
                if before[-left:] + after[:right] in common:
                    best = max(best, 1.0 + 0.5 * (left + right - 2))
        if breaks_surname(before, after):
            best = max(best, SURNAMED)
        if (before[-2:] + after[:1]) in self.triples:
            best += 1.0
        if (before[-1:] + after[:2]) in self.triples:
            best += 1.0
        if before[-1] + after[0] in self.pairs:
            best += 0.4
        return best
