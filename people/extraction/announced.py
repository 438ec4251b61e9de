"""Names that a sentence announces without a title.

甲、乙、丙等县领导出席           a list before the word for them
志愿者代表甲说                  who speaks for others
被评为“最美邻居”的甲             who bears an honour
六楼的甲, 山东人甲, 一位叫甲的    who lives, comes from or is called there
区儿童医院骨科甲；             who belongs to a unit
甲的话引来一阵笑                whose it is
甲是……，多年来他……            whom a paragraph is about
"""

import re
from collections.abc import Iterator

from people.extraction.bodies import Body
from people.extraction.followers import follow_strength, speaks
from people.extraction.in_front import may_be_name
from people.extraction.lines import HAN, Line
from people.extraction.names import NameReader, Slot, is_common, is_plain
from people.extraction.predicates import PredicateReader
from people.extraction.sightings import Span
from people.extraction.weights import name_weight

_LEADERS = re.compile("等(?:[区县市镇]|街道|有关|相关)?(?:领导|同志|嘉宾)")
_SPEAKS_FOR = re.compile("(?:代表|家属)")
_HONOURED = re.compile(
    rf"(?:被?评为|获评|荣获|获得|被?称为|人称|外号|绰号|号称|被誉为)了?“[^“”]{{2,12}}”"
    rf"(?:荣?称号)?的(?=[{HAN}]{{2}})"
)
# 六楼的甲, 202室的甲, 卖豆腐的甲; 山东人甲; 亮灯的人叫甲, 一位叫甲的.
_KNOWN_BY = re.compile(
    r"(?:[一二三四五六七八九十\d]+(?:楼|室|号|号楼|弄|单元|幢|栋)|(?:卖|修|种|养|开|教|管|做)[一-龥]{1,3}"
    r"|(?<!》)[区村苑坊里园弄])的|的是"
    r"|“[^“”]{2,8}”(?![的和、，])"
    r"|(?<=[东西南北海江州京津川徽苏浙闽赣湘鄂粤桂黔滇陕甘宁辽吉])人"
    r"|(?<=[人位个名])叫(?![来去上住停好了出人我你他她])"
)
_SECTION = re.compile(r"[一-龥]{1,6}(?:科|室|组|班|队|部)")
# 甲乙丙的话引来一阵笑: whose it is, at the head of a clause.
_OWNS = re.compile(rf"(?:^|(?<=[，。；：！？“]))(?P<name>[{HAN}]{{3}})的(?=[{HAN}])")
#: Weight of a name that only its place tells, and of one that little else tells.
_LIKELY, _CERTAIN = 4, 8
_IS = re.compile("(?:，|今年[^，]{0,6}，)?(?:是|原是|曾是)")
_PRONOUN = re.compile("[他她]")
_REACH = 120
_CLOSES = ("", *"，、；。（")


def find_announced(
    index: int,
    line: Line,
    reader: NameReader,
    predicates: PredicateReader,
    bodies: list[Body],
) -> Iterator[Span]:
    """The spans of the names in `line`."""
    text = line.text
    for match in _LEADERS.finditer(text):
        spans = predicates.backwards.names_ending(index, line, match.start(), True)
        plain = sum(not is_common(text[slice(*span)]) for span in spans)
        if len(spans) >= 2 and 2 * plain > len(spans):
            yield from ((index, *span) for span in spans)
    for match in _SPEAKS_FOR.finditer(text):
        name = reader.read(text, match.end(), Slot.CHANCE)
        if name and speaks(text, name.end) and is_plain(name.text):
            yield index, name.start, name.end
    for match in _HONOURED.finditer(text):
        name = reader.read(text, match.end(), Slot.CHANCE)
        if name and follow_strength(text, name.end) >= 2.0:
            yield index, name.start, name.end
    yield from _subject(index, text, reader)
    for match in _KNOWN_BY.finditer(text):
        name = reader.read(text, match.end(), Slot.WEAK)
        if name and _is_likely(name.text) and follow_strength(text, name.end) >= 2.0:
            yield index, name.start, name.end
    for match in _OWNS.finditer(text):
        start, name = match.start(), match["name"]
        outside = all(not body.start <= start < body.end for body in bodies)
        if outside and may_be_name(name) and name_weight(name) >= _CERTAIN:
            yield index, start, start + len(name)
    for body in bodies:
        yield from _of_unit(index, text, body.end)


def _is_likely(name: str) -> bool:
    return may_be_name(name) and name_weight(name) >= _LIKELY


def _of_unit(index: int, text: str, start: int) -> Iterator[Span]:
    """区儿童医院骨科甲；: a name of three characters between a unit and a mark."""
    section = _SECTION.match(text, start)
    for begin in {start, section.end() if section else start}:
        name, behind = text[begin : begin + 3], text[begin + 3 : begin + 4]
        if behind in _CLOSES and len(name) == 3 and _is_likely(name):
            yield index, begin, begin + 3


def _subject(index: int, text: str, reader: NameReader) -> Iterator[Span]:
    """The name a paragraph begins with, if it goes on with 他 or 她."""
    name = reader.read(text, 0, Slot.CHANCE) if text else None
    if name is None or is_common(name.text) or not is_plain(name.text):
        return
    told = _IS.match(text, name.end)
    if told and _PRONOUN.search(text, told.end(), told.end() + _REACH):
        yield index, name.start, name.end
