"""Rolls in which every name has something of its own beside it.

鲍武明500元、茅春200元、霍亮100元          a figure
1号鲍武明，4号茅春，9号霍亮                a number
“好邻居”鲍武明、“巧手”茅春                 an honour
柳浪村鲍武明、石桥村茅春                   a place
一等奖（1名） 鲍武明 二等奖（2名） 茅春 霍亮   a prize
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from people.extraction.in_front import may_be_name
from people.extraction.lines import HAN, Line
from people.extraction.lists import is_label, looks_like_name
from people.extraction.names import is_common
from people.extraction.wordlists import words

Span = tuple[int, int]

_NAME = rf"(?P<name>[{HAN}]{{2,4}}?|[{HAN}]{{1,7}}(?:·[{HAN}]{{1,8}}?)+)"
_NOTE = r"(?:（[^（）]{1,12}）)?"
_ENDS = r"(?=[、，；。]|和|与|$)"
_FIGURE = (
    r"(?:捐款?|捐赠|得票|各?得|获)?\d[\d,.]*[余多]?[万千]?"
    r"(?:元|票|分|斤|公斤|本|件|枚|箱|册|次|小时|米|秒|个|张)"
)
_SHAPES = (
    re.compile(rf"(?:^|(?<=[、，；：。元票分斤本件册])){_NAME}{_NOTE}{_FIGURE}"),
    re.compile(
        rf"(?<!\d)\d{{1,3}}号(?![楼门线院厅馆店桥码机井库房窗台出路]){_NAME}{_NOTE}{_ENDS}"
    ),
    re.compile(rf"“[^“”]{{2,10}}”{_NAME}{_NOTE}(?=[、，；。]|和“|与“|上台|领奖|等)"),
    re.compile(
        rf"(?:^|(?<=[、，；：有是为和与]))[{HAN}]{{2,6}}(?:村|社区|居民区|小区|中学|小学|大学)"
        rf"{_NAME}{_NOTE}{_ENDS}"
    ),
)
_LEAST, _MANY = 2, 3
_PRIZE = re.compile(r"(?:[特一二三四]等奖|[金银铜]奖|优秀奖|优胜奖|冠军|亚军|季军)")
_BRACKET = re.compile(r"（[^（）]{1,12}）")
_MARKS = re.compile("[，。；！？、：]")


def find_beside(line: Line) -> Iterator[Span]:
    """The spans of the names in `line`."""
    for shape in _SHAPES:
        spans = [match.span("name") for match in shape.finditer(line.text)]
        if _are_names([line.text[a:b] for a, b in spans]):
            yield from spans
    yield from _below_prizes(line)


def _are_names(names: list[str]) -> bool:
    """All may be names, and half of them are no words."""
    if len(names) < _LEAST or not all(map(looks_like_name, names)):
        return False
    if any(name[:2] in words("not_names") for name in names):
        return False
    likely = _is_no_word if len(names) >= _MANY else may_be_name
    return 2 * sum("·" in name or likely(name) for name in names) >= len(names)


def _is_no_word(name: str) -> bool:
    """冷月 of a long roll: neither a word nor the beginning of one."""
    return not (is_common(name) or is_common(name[:2]) or is_common(name[1:]))


def _below_prizes(line: Line) -> Iterator[Span]:
    """A line of nothing but prizes and names, parted by spaces."""
    if not line.gaps or not _PRIZE.match(line.text) or _MARKS.search(line.text):
        return
    marks = [0, *sorted(line.gaps), len(line.text)]
    spans: list[Span] = []
    single = False
    for start, end in pairwise(marks):
        item = _BRACKET.sub("", line.text[start:end])
        if single and len(item) == 1:
            spans[-1] = (spans[-1][0], end)
            single = False
        elif item and not is_label(item) and not _PRIZE.fullmatch(item):
            spans.append((start, start + len(item)))
            single = len(item) == 1
    names = [line.text[a:b] for a, b in spans]
    if names and all(map(looks_like_name, names)) and not all(map(is_common, names)):
        yield from spans
