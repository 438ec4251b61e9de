"""Inner parts of units: a section of a company is the company."""

import re
from functools import lru_cache

from people.extraction.kinds import kind_of, longest_ending
from people.extraction.lines import HAN
from people.extraction.wordlists import alternation, words

# 血液化验室, 技术科: a part of a unit by its name or by its ending; 征收办 of a bureau,
# but 区政府办公室 is a body of its own.
_PART = re.compile(
    rf"(?:(?!(?<=政府|[市区县]委)办公室|(?<=指挥部)办公室|(?<=领导小组)办公室|(?<=联席会议)办公室){alternation(words('unit_parts'))}"
    rf"|[{HAN}]{{1,7}}(?:科|股|处(?<!办事处)|室(?<!公室)|部(?<!支部)|车间|组|系)"
    rf"|(?<=[局委])[{HAN}]{{8,14}}(?:科|股|处)"
    rf"|(?:(?<=局)|(?<=事处)|(?<=公司)|(?<=[医学]院)|(?<=大学)|(?<=[总支]队))"
    rf"[{HAN}]{{2,12}}办(?:公室)?|(?<=法院)(?:[{HAN}]{{1,5}}(?<!法)|第[一二三四五六七八九十]+法)庭)"
)


def is_part(name: str) -> bool:
    """护理部, 检验科, 选茧车间: a part of a unit by its ending, not a short name."""
    return bool(_PART.fullmatch(name))


@lru_cache(4096)
def unit_of(name: str) -> str:
    """The unit without its inner parts: X公司党委 -> X公司, 总工会 stays whole."""
    while True:
        units = [
            name[:start]
            for start in range(2, len(name) - 1)
            if _PART.fullmatch(name, start)
            and (name[start - 1] in "局委" or longest_ending(name[:start]))
        ]
        if not units:
            return name
        name = units[-1]


def whole_of(name: str, kind: str) -> str:
    """The school or hospital whose part `name` is: X学校实训中心 -> X学校."""
    if kind not in ("school", "medical"):
        return ""
    for end in range(len(name) - 2, 3, -1):
        if kind_of(name[:end]) == kind:
            return name[:end]
    return ""
