"""Rolls of names that are known by their shape.

第一名张三，第二名李四、王五（并列）     a ranking
张三家庭、李四家庭                       families
张三（钳工）、李四（小学学生）、王五（女）  names with a bracket each
三等奖 / 张三、李四、王五                a line of nothing but names below its label
霍东——霍启安、霍启慧、霍启东，           three full names in a row
嘉宾 霍启安 关启慧 关东                  names parted by spaces
一号楼：霍东 二号楼：关启慧              one name for each place
柳浪社区 霍启安、关启慧                  names behind their place
一组：霍东、水生 / 二组：霍启安、关启慧  lines of names below each other
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise, takewhile

from people.extraction.in_front import may_be_name
from people.extraction.kinds import longest_ending
from people.extraction.lines import HAN, Line
from people.extraction.lists import is_label, is_plain_list, looks_like_name
from people.extraction.names import is_common
from people.extraction.wordlists import alternation, table, words

Span = tuple[int, int]

_KIN = r"(?:父女|父子|母女|母子|姐妹|兄弟|姐弟|兄妹|祖孙|夫妇|夫妻)"
_NAME = rf"(?:[{HAN}]{{2,4}}?|[{HAN}]{{1,7}}(?:·[{HAN}]{{1,8}}?)+)"
_RANKED = re.compile(
    rf"第[一二三四五六七八九十\d]+名(?:：|为|是)?"
    rf"(?P<names>{_NAME}(?:、{_NAME})*){_KIN}?(?:（[^（）]{{1,12}}）)?(?=[，。；、]|$)"
)
_FAMILY = re.compile(
    rf"(?:^|(?<=[、，：；。]))(?P<name>{_NAME})(?:一家|家庭)(?=[、，。；]|[等获榜]|入选|当选|$)"
)
# 1.霍东，1分12秒；2.霍启安，1分14秒
_NUMBERED = re.compile(
    rf"(?:^|(?<=[：；。，]))\d{{1,2}}[.．、](?P<name>{_NAME})(?=[，（。；]|$)"
)
# 霍启安200元、关东50元
_PAID = re.compile(
    rf"(?:^|(?<=[：、，；]))(?P<name>{_NAME})(?:捐款?)?\d+(?:余?元|万元)"
)
_NOTED = re.compile(rf"(?P<name>{_NAME})（(?P<note>[^（）]{{1,30}})）")
_PERSONAL = re.compile(
    rf"女|男|族|\d岁|居民|学生|店主|退休|{alternation(table('roles'))}"
)
_WORK = re.compile(rf"(?P<name>{_NAME})(?:（[^（）]{{1,20}}）)?(?=《)")
_ITEM = re.compile(rf"(?P<name>{_NAME})(?:（[^（）]{{1,20}}）)?(?:、|$)")
_PRIZED = re.compile(rf"、?(?P<name>{_NAME})(?:（[^（）]{{1,20}}）)?(?=[、；。]|$)")
_HEAD = re.compile(r"(?:（[^（）]{1,12}）|[：\d一二三四五六七八九十名人])+$")
_ROW = re.compile(rf"(?:——|[：“])(?=[{HAN}]{{3}}、[{HAN}]{{3}}、)")
_SEGMENT = re.compile(r"[^，。；：！？、（）《》“”—]{6,}")
_PLACE = re.compile(r"(?:楼|幢|室|组|弄|单元|片|块|区|村|苑|里|院|队)：")
_UNIT = re.compile(
    rf"[{HAN}]{{1,12}}(?:社区|居民区|居委会?|小区|街道|[村苑里弄镇校院所队组])"
)
_MARK = re.compile(r"[，。；：、！？（）]|$")
_LABELLED = re.compile(rf"[{HAN}\d“”]{{1,16}}：")
_LEAST = 3
_LONGEST_ROLL = 40


def find_rolls(index: int, lines: tuple[Line, ...]) -> Iterator[Span]:
    """The spans of the names in `lines[index]`."""
    line = lines[index]
    if "名" in line.text:
        yield from _of_several(line, _RANKED)
    if "家庭" in line.text or "一家" in line.text:
        yield from _of_several(line, _FAMILY)
    if "1" in line.text:
        yield from _of_several(line, _NUMBERED)
    if "元、" in line.text or "元，" in line.text:
        paid = [
            (start, end)
            for start, end in _of_several(line, _PAID)
            if not longest_ending(line.text[start:end])
        ]
        if 2 * _certain([line.text[a:b] for a, b in paid]) > len(paid):
            yield from (x for x in paid if looks_like_name(line.text[slice(*x)]))
    if "）、" in line.text:
        yield from _with_notes(line)
    yield from _in_row(line)
    yield from _in_gaps(line)
    yield from _behind_label(line)
    before = lines[index - 1].text if index else ""
    yield from _by_place(line, before)
    yield from _behind_place(index, lines)
    yield from _in_block(index, lines)
    if is_label(_HEAD.sub("", before)) or _WORK.match(before):
        yield from _whole_line(line)


def _of_several(line: Line, shape: re.Pattern) -> Iterator[Span]:
    """Two of a shape prove each other."""
    spans: list[Span] = []
    for match in shape.finditer(line.text):
        field = "names" if "names" in shape.groupindex else "name"
        spans += _split(match[field], match.start(field))
    likely = sum(looks_like_name(line.text[a:b]) for a, b in spans)
    if len(spans) >= 2 and 2 * likely >= len(spans):
        yield from spans


def _split(names: str, start: int) -> Iterator[Span]:
    for match in re.finditer("[^、]+", names):
        yield start + match.start(), start + match.end()


def _with_notes(line: Line) -> Iterator[Span]:
    """Three items and more at 、 with a bracket each that tells of a person."""
    run: list[re.Match] = []
    for match in [*_NOTED.finditer(line.text), None]:
        if run and match and line.text[run[-1].end() : match.start()] == "、":
            run.append(match)
            continue
        personal = [bool(_PERSONAL.search(item["note"])) for item in run]
        if len(run) >= _LEAST and 2 * sum(personal) > len(run):
            for item, of_person in zip(run, personal, strict=True):
                if of_person or looks_like_name(item["name"]):
                    yield item.span("name")
        run = [match] if match else []


def _in_row(line: Line) -> Iterator[Span]:
    """——甲甲甲、乙乙乙、丙丙丙，: full names without an ordinary word."""
    for match in _ROW.finditer(line.text):
        end = re.compile(r"[^、\u4e00-\u9fff]|$").search(line.text, match.end()).start()
        row = list(_split(line.text[match.end() : end], match.end()))
        full = all(
            b - a == 3 and line.text[b - 1] not in words("place_characters")
            for a, b in row
        )
        if full and len(row) >= _LEAST and is_plain_list(line, match.end()):
            yield from row


def _in_gaps(line: Line) -> Iterator[Span]:
    """Three names and more with nothing but spaces between."""
    gaps = sorted(line.gaps)
    for segment in _SEGMENT.finditer(line.text) if len(gaps) >= 2 else ():
        low, high = segment.span()
        inside = gaps[bisect_right(gaps, low) : bisect_left(gaps, high)]
        marks = [low, *inside, high]
        row = list(pairwise(marks))
        names = [line.text[a:b] for a, b in row]
        if len(row) >= _LEAST and all(map(looks_like_name, names)):
            plain = sum(not is_common(name) for name in names)
            if 3 * plain >= 2 * len(names):
                yield from row


def _behind_label(line: Line) -> Iterator[Span]:
    """一等奖 霍东（柳林小学）、关启慧；: a label, a space, nothing but names."""
    for gap in sorted(line.gaps):
        if not is_label(line.text[max(0, gap - 8) : gap]):
            continue
        spans, position = [], gap
        while match := _PRIZED.match(line.text, position):
            spans.append(match.span("name"))
            position = match.end()
        if not spans or line.text[position : position + 1] not in ("", *"；。"):
            continue
        names = [line.text[a:b] for a, b in spans]
        plain = sum(not is_common(name) for name in names)
        if all(map(looks_like_name, names)) and 2 * plain >= len(names):
            yield from spans


def _by_place(line: Line, before: str) -> Iterator[Span]:
    """A name behind the colon of each place, at least three."""
    gaps, spans = sorted(line.gaps), []
    for place in _PLACE.finditer(line.text):
        end = _MARK.search(line.text, place.end()).start()
        gap = bisect_right(gaps, place.end())
        spans.append((place.end(), min([end, *gaps[gap : gap + 1]])))
    names = [line.text[a:b] for a, b in spans]
    if len(names) < _LEAST or not all(map(looks_like_name, names)):
        return
    plain = sum(not is_common(name) for name in names)
    if 2 * plain >= len(names) or is_label(_HEAD.sub("", before)):
        yield from spans


def _behind_place(index: int, lines: tuple[Line, ...]) -> Iterator[Span]:
    """A place, a space, and nothing but names to the end of the line; in a roll with
    a label also words."""
    line = lines[index]
    if not _is_behind_place(line):
        return
    spans, position = [], min(line.gaps)
    while match := _ITEM.match(line.text, position):
        spans.append(match.span("name"))
        position = match.end()
    names = [line.text[a:b] for a, b in spans]
    if position < len(line.text) or not all(map(looks_like_name, names)):
        return
    full = all(len(name) > 2 and not is_common(name) for name in names)
    above = index - 1
    while above >= max(0, index - _LONGEST_ROLL) and _is_behind_place(lines[above]):
        above -= 1
    labelled = above >= 0 and is_label(_HEAD.sub("", lines[above].text))
    if labelled or (full and len(names) >= 2):
        yield from spans


def _is_behind_place(line: Line) -> bool:
    return bool(_UNIT.fullmatch(line.text, 0, min(line.gaps, default=0)))


def _in_block(index: int, lines: tuple[Line, ...]) -> Iterator[Span]:
    """A label and nothing but names, in two lines and more that stand together: most
    names of them are no words."""
    spans = _labelled_names(lines[index].text)
    if not spans:
        return
    low = max(0, index - _LONGEST_ROLL)
    block = [lines[index].text[a:b] for a, b in spans]
    beside = 0
    for run in (reversed(lines[low:index]), lines[index + 1 : index + _LONGEST_ROLL]):
        for line in takewhile(lambda each: _labelled_names(each.text), run):
            block += [line.text[a:b] for a, b in _labelled_names(line.text)]
            beside += 1
    shaped = sum(map(looks_like_name, block))
    if beside and 5 * shaped >= 4 * len(block) and 2 * _certain(block) >= len(block):
        yield from (
            span for span in spans if looks_like_name(lines[index].text[slice(*span)])
        )


def _certain(names: list[str]) -> int:
    return sum("·" in name or may_be_name(name) for name in names)


def _labelled_names(text: str) -> list[Span]:
    """The items of 一组：霍东、水生; [] for any other line."""
    label = _LABELLED.match(text)
    position = label.end() if label else len(text)
    spans = []
    while match := _ITEM.match(text, position):
        spans.append(match.span("name"))
        position = match.end()
    return spans if position == len(text) else []


def _whole_line(line: Line) -> Iterator[Span]:
    """A line below its label: names at 、, or one name with the work it won for."""
    work = _WORK.match(line.text)
    if work and looks_like_name(work["name"]):
        yield work.span("name")
        return
    spans, position = [], 0
    while match := _ITEM.match(line.text, position):
        spans.append(match.span("name"))
        position = match.end()
    likely = sum(looks_like_name(line.text[a:b]) for a, b in spans)
    if position == len(line.text) and likely >= 2 and 3 * likely >= 2 * len(spans):
        yield from spans
