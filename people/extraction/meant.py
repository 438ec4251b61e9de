"""Bodies that print means by a word for their sort.

青石幼儿园……该园党支部书记甲       ->  青石幼儿园
区房管局……局优抚科科长, 局里的乙   ->  the bureau
青石医院……医院团委书记丙           ->  the hospital
"""

import re
from collections.abc import Iterable

from people.extraction.bodies import Body
from people.extraction.kinds import kind_of
from people.extraction.lines import HAN
from people.extraction.parts import unit_of
from people.extraction.wordlists import words

_WORD = re.compile(
    r"(?P<word>支队|总队|法院|检察院|医院|学校|幼儿园|小学|中学|大学|学院|分局|公司|集团|银行|支行|中心"
    r"|酒店|超市|[局院校园所行馆站厂店队])(?P<rest>.*)"
)
_INSIDE = re.compile(
    r"(?:^|[，。、；：”的在该本])(?P<word>局|院|校|园|所|行|馆|站|厂|店|公司|学校|医院|银行|单位)(?:里|内)的?\Z"
)
_SECTION = re.compile(rf"[{HAN}]{{1,6}}(?:科|股|处|室|部|组|系|办|中队|大队|支部)")
# 该局|滨江所
_BRANCH = re.compile(rf"[{HAN}]{{2,6}}(?:所|分局|站)")
#: A school may end in any of these words, a hospital in those.
_KINDS = {"校": "school", "学校": "school", "医院": "medical"}


def unit_meant(
    owner: str, text: str, start: int, before: Iterable[Body]
) -> tuple[str, str]:
    """The unit and its part that `owner` names at `text[start]`; ("", "") where it is
    no word for a sort. `before` are the bodies before it, the nearest first."""
    inside = _INSIDE.search(text, max(0, start - 6), start) if not owner else None
    match = inside or _WORD.fullmatch(owner)
    rest = "" if inside or not match else match["rest"]
    if match is None:
        return "", ""
    word = match["word"]
    said = text[start - 1 : start] in ("该", "本")
    if not (inside or said or _is_part(rest) or owner == word[:1]):
        return "", ""
    for body in before:
        unit = unit_of(body.name)
        if word in ("支队", "总队"):
            unit = unit[: unit.find(word) + 2]
        named = len(unit) >= len(word) + 2 and unit not in words("generic_bodies")
        fits = kind_of(unit) == _KINDS[word] if word in _KINDS else unit.endswith(word)
        centre = word == "医院" and unit.endswith("中心")
        if named and fits and not centre:
            return unit, rest
    return "", ""


def _is_part(rest: str) -> bool:
    inner = rest in words("unit_parts") or _SECTION.fullmatch(rest)
    return bool(inner or _BRANCH.fullmatch(rest))
