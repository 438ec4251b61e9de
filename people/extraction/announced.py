"""Names that a sentence announces without a title.

甲、乙、丙等县领导出席           a list before the word for them
志愿者代表甲说                  who speaks for others
被评为“最美邻居”的甲             who bears an honour
甲是……，多年来他……            whom a paragraph is about
"""

import re
from collections.abc import Iterator

from people.extraction.followers import follow_strength, speaks
from people.extraction.lines import HAN, Line
from people.extraction.names import NameReader, Slot, is_common, is_plain
from people.extraction.predicates import PredicateReader
from people.extraction.sightings import Span

_LEADERS = re.compile("等(?:[区县市镇]|街道|有关|相关)?(?:领导|同志|嘉宾)")
_SPEAKS_FOR = re.compile("(?:代表|家属)")
_HONOURED = re.compile(
    rf"(?:被?评为|获评|荣获|获得|被?称为|人称|外号|绰号|号称|被誉为)了?“[^“”]{{2,12}}”"
    rf"(?:荣?称号)?的(?=[{HAN}]{{2}})"
)
_IS = re.compile("(?:，|今年[^，]{0,6}，)?(?:是|原是|曾是)")
_PRONOUN = re.compile("[他她]")
_REACH = 120


def find_announced(
    index: int, line: Line, reader: NameReader, predicates: PredicateReader
) -> Iterator[Span]:
    """The spans of the names in `line`."""
    text = line.text
    for match in _LEADERS.finditer(text):
        spans = predicates.names_ending(index, line, match.start(), True)
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


def _subject(index: int, text: str, reader: NameReader) -> Iterator[Span]:
    """The name a paragraph begins with, if it goes on with 他 or 她."""
    name = reader.read(text, 0, Slot.CHANCE) if text else None
    if name is None or is_common(name.text) or not is_plain(name.text):
        return
    told = _IS.match(text, name.end)
    if told and _PRONOUN.search(text, told.end(), told.end() + _REACH):
        yield index, name.start, name.end
