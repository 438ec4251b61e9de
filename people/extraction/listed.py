"""Who else of a list holds the title in front of it, once everybody is known.

副主任闵桂芳、应急、苏合（蒙古族）       all three
副组长：闵桂芳（所长），关慧（队长）      both, whatever their brackets tell
评委还有作家闵桂芳和站长关慧            both are of the jury besides
副主任由闵桂芳、站长关慧兼任            both
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from people.extraction.bodies import Body
from people.extraction.lines import HAN, Line
from people.extraction.names import is_common
from people.extraction.openings import opening, opens_below
from people.extraction.posts import Chain, is_possessed, make_posts
from people.extraction.shares import has_one_seat
from people.extraction.sightings import Sightings
from people.extraction.wordlists import words

# 议事会主席、十二岁的|甲
_AGED = re.compile(r"、(?:(?:今年|现年)?[一二三四五六七八九十\d]{1,4}岁|[已早]*退休)的")
# 班长大老虎（本名|甲）, 守擂员老妖——他本名|甲
_NICKNAME = re.compile(
    rf"[{HAN}]{{2,4}}”?(?:（[^（）]{{0,12}}|——[^，。；—]{{0,3}}|，)(?:本名|真名|原名|大名)叫?"
)
_COUNTED = re.compile("(?P<number>[两三四五六七八九十])[位名]\\Z")
_CLAUSE_START = re.compile("(?:^|[，。；：！？])(?=[^，。；：！？]*\\Z)")
_NUMBERS = {number: place for place, number in enumerate("两三四五六七八九十", 2)}
_HELD = re.compile(
    r"(?:同志|老师|律师|教授|医生)?(?:[两三四五六七八九十]人)?(?:共同|分别|轮流|一起|各自)?(?:兼任|担任|出任|接任|暂代|兼|任|当选|组成)"
)
_NOTE = re.compile(r"（[^（）]{1,40}）")
_AND = re.compile("、|以及|[和与及]")
# 年纪最轻的是甲，最年长的是乙
_MOST = re.compile("，[^，。；：]{0,4}最[^，。；：]{1,3}的是")
_JOINS = frozenset("、和与及")
_LINKS = frozenset("和与同跟及")
_MARK = re.compile("[，、；。：！？（]|$")
_CLOSES = re.compile(
    r"[，、；。！？（）]|$|等(?:[一二三四五六七八九十\d]+[人名位]|[。，；])"
)
_HOME = re.compile("(?P<name>[一-龥]{2,6}(?:社区|居民区))：")
# 一号楼：, 同丰里居民区： before the names of one line of a list
_PLACE = re.compile(rf"[{HAN}\d]{{2,12}}?：")
# 班子成员、 or 应急（办事处副主任）， among the items of a label, 应急、 in any list.
_GROUP = re.compile(r"[^，、；。：（]{2,20}(?:（[^（）]{1,40}）[、，；]?|、|；)")
_UNKNOWN = re.compile(rf"[{HAN}]{{2,3}}(?:（[^（）]{{1,12}}）)?、")
# 房管办许可，: somebody unknown among units and names.
_PREFIXED = re.compile(rf"[{HAN}\d]{{3,10}}[，；]")
#: What parts items behind a colon, and items that begin with a unit.
_PARTS = {False: ("，",), True: ("，", "；")}
_ASIDE = re.compile(r"（[^（）]*）|[一二三四五六七八九十百零〇\d]+票|[、；。]")
#: The longest word for a unit before a name, part of a line, and list below.
_UNIT, _REACH, _LINES = 6, 40, 40
#: The longest list before a number.
_CLAUSE = 80
#: How much may be told between an age and a name: 八十六岁的|老归侨|甲.
_TOLD = 9


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    start: int
    end: int
    after: int
    own: Chain | None


class ListReader:
    """Gives a title to all whom the list behind it names."""

    def __init__(
        self,
        sightings: Sightings,
        chains: Sequence[Sequence[Chain]],
        bodies: Mapping[int, Sequence[Body]],
    ):
        self.sightings = sightings
        self.chains = chains
        self.bodies = bodies
        self.name = sightings.names()

    def read(self) -> None:
        """All lines of the article."""
        if not self.sightings.people:
            return
        for index, line in enumerate(self.sightings.lines):
            chains = self.chains[index]
            begins = {chain.start: chain for chain in chains}
            for chain in chains:
                if chain.is_titled and not chain.is_of_staff:
                    self._read_behind(chain, index, line, begins)
                    self._read_note(chain, index, line)
                    self._read_counted(chain, index, line)
            if chains and chains[-1].is_titled:
                self._read_below(chains[-1], index)

    def _read_behind(
        self, chain: Chain, index: int, line: Line, begins: dict[int, Chain]
    ) -> None:
        if is_possessed(chain, line):
            return
        told = opening(line.text, chain.after)
        aside = _AGED.match(line.text, chain.after) or _NICKNAME.match(
            line.text, chain.after
        )
        start = (told or aside).end() if told or aside else chain.after
        if aside and (later := self.name.search(line.text, start, start + _TOLD)):
            start = later.start()
        items = list(self._items(index, line, start, told, begins))
        if told and told["how"] == "由":
            held = items and _HELD.match(line.text, items[-1].after)
            items = items if held else []
        own = None
        alone = not told and has_one_seat(chain)
        for item in items:
            if alone and line.text[item.start - 1] in _LINKS:
                return
            own = item.own or (own if line.text[item.start - 1] in _JOINS else None)
            if own is None or not own.implies(chain):
                self._give(chain, index, item)

    def _read_note(self, chain: Chain, index: int, line: Line) -> None:
        """甲（党工委副书记）带班: the bracket behind a name holds nothing else."""
        text, end = line.text, chain.start - 1
        if text[max(0, end) : chain.start] != "（" or text[chain.after :][:1] != "）":
            return
        for length in (4, 3, 2):
            span = (index, end - length, end)
            person = self.sightings.people.get(text[max(0, end - length) : end])
            if person and span in person.spans and not person.posts:
                self._give(chain, index, _Item(person.name, *span[1:], end, None))
                return

    def _read_counted(self, chain: Chain, index: int, line: Line) -> None:
        """甲、应急、乙三名民警: as many items as print counts, most of them known."""
        end = chain.titles[0].start
        counted = _COUNTED.search(line.text, max(0, end - 4), end)
        low = max(0, end - _CLAUSE)
        clause = (
            _CLAUSE_START.search(line.text, low, counted.start()) if counted else None
        )
        if not counted or not clause:
            return
        marks = [
            m.start() for m in _AND.finditer(line.text, clause.end(), counted.start())
        ]
        ends = [*marks, counted.start()]
        found = [
            name
            for name in self.name.finditer(line.text, clause.end(), counted.start())
            if name.end() in ends
        ]
        if len(ends) == _NUMBERS[counted["number"]] < 2 * len(found):
            for name in found:
                self._give(chain, index, _Item(name[0], *name.span(), 0, None))

    def _read_below(self, chain: Chain, index: int) -> None:
        """楼组长名单： and a line of names for each place."""
        if not opens_below(self.sightings.lines[index].text, chain.after):
            return
        below = self.sightings.lines[index + 1 : index + 1 + _LINES]
        for number, each in enumerate(below, index + 1):
            heads = {0, *each.gaps, *(m.end() for m in re.finditer("；", each.text))}
            places = [
                place for at in sorted(heads) if (place := _PLACE.match(each.text, at))
            ]
            ends = {chain.after + 1 for chain in self.chains[number]}
            if ends and (not places or any(place.end() in ends for place in places)):
                # 总指挥：甲: a title of its own heads the line.
                return
            if not places and not self._read_line_below(chain, number, each):
                return
            for place in places:
                for item in self._items(number, each, place.end(), place, {}):
                    self._give(chain, number, item)

    def _read_line_below(self, chain: Chain, index: int, line: Line) -> bool:
        """Whether the line holds little else than names."""
        found = list(self.name.finditer(line.text))
        named = sum(len(name[0]) for name in found)
        others = len(_ASIDE.sub("", line.text)) - named
        if len(found) < 2 or others > named or "。" in line.text[:-1]:
            return False
        for name in found:
            self._give(chain, index, _Item(name[0], *name.span(), 0, None))
        return True

    def _items(
        self,
        index: int,
        line: Line,
        position: int,
        announced: re.Match | None,
        begins: dict[int, Chain],
    ) -> Iterator[_Item]:
        """The names from `position` on; where they are `announced`, behind titles and
        units of their own, and parted by commas."""
        text = line.text
        marked = announced is not None and announced[0].endswith(("：", "—"))
        prefixed = False
        while position < len(text):
            item = self._item(index, line, position, announced, begins)
            if item is None:
                group = (_GROUP if marked else _UNKNOWN).match(text, position)
                group = group or (prefixed and _PREFIXED.match(text, position))
                if not group:
                    return
                position = group.end()
                continue
            yield item
            prefixed = prefixed or (marked and item.start > position)
            behind = begins.get(item.after + 1) if marked else None
            if behind and text[item.after] + text[behind.after :][:1] == "，；":
                # 贺长青，区中心医院院长；
                position = behind.after + 1
                continue
            position = self._next(line, item, marked, prefixed)

    def _next(self, line: Line, item: _Item, marked: bool, prefixed: bool) -> int:
        """Where the item behind `item` begins; the end of the line for none."""
        text, after = line.text, item.after
        superlative = _MOST.match(text, after)
        if superlative:
            return superlative.end()
        link = _AND.match(text, after)
        if link:
            return link.end()
        if marked and text[after : after + 1] in _PARTS[prefixed]:
            return after + 1
        parted = after in line.gaps or (marked and after > item.end)
        runs_on = parted or (marked and self.name.match(text, after))
        return after if runs_on else len(text)

    def _item(
        self,
        index: int,
        line: Line,
        position: int,
        announced: re.Match | None,
        begins: dict[int, Chain],
    ) -> _Item | None:
        text = line.text
        own = begins.get(position) if announced else None
        start = own.after if own else position
        name = self.name.match(text, start)
        if name is None and announced and not (own and own.is_titled):
            name = self._behind_unit(index, line, position)
        if name is None or not self._stands_alone(text, name):
            return None
        note = _NOTE.match(text, name.end())
        after = note.end() if note else name.end()
        return _Item(name[0], name.start(), name.end(), after, own)

    def _behind_unit(self, index: int, line: Line, position: int) -> re.Match | None:
        """平安办|韩志明: the name that ends the item."""
        text = line.text
        end = _MARK.search(text, position, position + _REACH)
        if end is None:
            return None
        for name in self.name.finditer(text, position, end.start()):
            end_of_unit = name.start() - (text[name.start() - 1] == "的")
            unit = any(body.end == end_of_unit for body in self.bodies[index])
            if unit or 0 < name.start() - position <= _UNIT:
                rest = self.name.match(text, name.end())
                whole = name.end() == end.start() or rest or name.end() in line.gaps
                whole = whole or (unit and text[name.end()] in _JOINS)
                return name if whole else None
        return None

    def _stands_alone(self, text: str, name: re.Match) -> bool:
        """A word that is a name needs a mark behind it; 甲和乙老人 are no two of a
        kind."""
        if text[name.end() : name.end() + 2] in words("honorifics"):
            return False
        return not is_common(name[0]) or bool(
            _CLOSES.match(text, name.end())
            or _AND.match(text, name.end())
            or _HELD.match(text, name.end())
            or self.name.match(text, name.end())
        )

    def _give(self, chain: Chain, index: int, item: _Item) -> None:
        span = (index, item.start, item.end)
        if item.name in self.sightings.staff or self.sightings.is_misprint(span):
            return
        person = self.sightings.add(item.name, span, "list")
        line = self.sightings.lines[chain.line]
        home = _HOME.match(self.sightings.lines[index].text)
        if home and home.end() == item.start and not any(chain.bodies):
            # 各社区网格员 above, 桥街社区：甲 below
            count = len(chain.titles)
            chain = Chain(chain.titles, [home["name"]] * count, ["as printed"] * count)
        held = {post.place for post in person.posts}
        person.posts += [
            post for post in make_posts(chain, line) if post.place not in held
        ]
