"""Names read backwards from where something is said of them.

甲、乙（女）|当选副主席, 闵桂芳|，某协会会长
"""

import re

from people.extraction.lines import HAN, Line
from people.extraction.names import NameReader, Slot, is_common, surname_length
from people.extraction.sightings import Sightings
from people.extraction.unlisted import marked_name
from people.extraction.wordlists import words

_BEFORE_NAME = frozenset("任叫，。；：！？“”、）》是由请让给了与和同有举选聘命荐 ")
_JOINS = frozenset("和与同跟及由")
_DOTTED_END = re.compile(rf"(?<![{HAN}·])[{HAN}]{{1,7}}(?:·[{HAN}]{{1,8}})+\Z")
# 获奖家庭代表甲（前排中）
_REPRESENTS = re.compile("代表\\Z")
# 甲同志任…, 甲、乙等五人为…
_TRAIL = re.compile(
    r"(?:等(?:[一二两三四五六七八九十百\d]+(?:余|多)?(?:位|名|人))?)?(?:同志)?(?:分别|依次)?\Z"
    r"|[两三四五六七八九十]+人(?:分别|依次)?\Z"
)
# 、单位: a word among names.
_ODD = re.compile(rf"(?<=[{HAN}])、[{HAN}]{{2,3}}\Z")
_ITEM = re.compile(rf"(?<![{HAN}])[{HAN}]{{2,6}}\Z")
_CHOSEN = re.compile("选举|推选|推举|聘请|聘任|增补|任命")
#: How far before a name the item before may end.
_LONGEST_ITEM = 30
_NOTE_END = re.compile(r"（[^（）]{1,30}）\Z")


class BackwardReader:
    """Reads the names that end at a place."""

    def __init__(self, sightings: Sightings, reader: NameReader):
        self.sightings = sightings
        self.reader = reader

    def names_ending(
        self, index: int, line: Line, end: int, elected: bool
    ) -> list[tuple[int, int]]:
        """The list of names that ends at `end`; brackets between are passed over."""
        text = line.text
        found: list[tuple[int, int]] = []
        if elected:
            end = _TRAIL.search(text, max(0, end - 8), end).start()
        while end:
            span = self.name_ending(line, end, elected)
            if span is None:
                break
            found.append(span)
            start = span[0]
            joins = ("、", "和", "与") if elected else ("、",)
            end = start - 1 if text[start - 1 : start] in joins else 0
            if not end and elected:
                end = self._item_before(index, line, start)
            odd = _ODD.search(text, max(0, end - 5), end) if end and elected else None
            if odd and not self.name_ending(line, end, elected):
                end = odd.start()
        return found[::-1]

    def name_ending(
        self, line: Line, end: int, elected: bool
    ) -> tuple[int, int] | None:
        """The one name that ends at `end`, or before the bracket that does."""
        note = _NOTE_END.search(line.text, max(0, end - 32), end)
        stop = note.start() if note else end
        start = self._name_ending(line.text, stop, elected)
        if start is None and note and elected:
            start = _marked_start(line.text, stop)
        return None if start is None else (start, stop)

    def _item_before(self, index: int, line: Line, start: int) -> int:
        """驾驶员甲、医师乙当选副主任, 选举行长甲，经理乙为副主任: where 甲 ends, who
        was read with his title; 0 where the list begins with this name."""
        text, low = line.text, max(0, start - _LONGEST_ITEM)
        comma = text.rfind("，", low, start - 2)
        chosen = comma > 0 and _CHOSEN.search(text, line.sentence(start)[0], comma)
        for mark in (text.rfind("、", low, start), comma if chosen else -1):
            if mark < 0 or re.search("[，。；：]", text[mark + 1 : start]):
                continue
            note = _NOTE_END.search(text, max(0, mark - 32), mark)
            if (index, note.start() if note else mark) in self.sightings.ends:
                return mark
        return 0

    def _name_ending(self, text: str, end: int, elected: bool) -> int | None:
        dotted = _DOTTED_END.search(text, max(0, end - 20), end)
        if dotted and elected:
            return dotted.start()
        for length in (4, 3, 2):
            start, name = end - length, text[max(0, end - length) : end]
            if start >= 0 and name in self.sightings.people:
                return start
            if start < 0 or name[:2] in words("not_names"):
                continue
            shown = _REPRESENTS.search(text, max(0, start - 2), start)
            if start and text[start - 1] not in _BEFORE_NAME and not shown:
                continue
            if not elected and (is_common(name) or name[-1] == "人"):
                # 惠安人，56岁
                continue
            if start and name[0] in _JOINS and surname_length(name[1:]):
                # （书记）和|乐土, 由|邴云: a link with a surname behind it.
                continue
            judged = self.reader.read(name, 0, Slot.SURE)
            if judged and judged.end == length:
                return start
        return None


def _marked_start(text: str, end: int) -> int | None:
    """冬至（女）|当选会长: where the word begins that a bracket shows to be a name."""
    item = _ITEM.search(text, max(0, end - 8), end)
    name = marked_name(text, item.start()) if item else None
    return item.start() if name and name.end == end else None
