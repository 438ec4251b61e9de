"""The 居民区 or 小区 whose body a bare 居委会主任 or 业委会主任 leads.

双桂居民区办起晚托班。……居委会主任甲   ->  双桂居民区居委会
听蝉苑要改造。……业委会主任乙           ->  听蝉苑业委会
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from people.extraction.boundaries import name_start
from people.extraction.kinds import kind_of
from people.extraction.lines import Line
from people.extraction.wordlists import words

_NEIGHBOURHOOD = re.compile("居民区")
_COMMITTEE = re.compile("居(?:民)?委(?:员)?会?")
_GROUP = re.compile(
    "小组|(?:议事|评审|筹备|专项|复检|验收|监督|评议|互助|攻坚|巡视|巡察)组"
)
_QUOTED_GROUP = re.compile("“(?P<name>[一-龥]{2,8}组)”")
_COMMUNITY = re.compile(
    r"社区(?!卫生|文化|学校|事务|服务|治理|建设|生活|教育|养老|矫正|康复|体育|管理|志愿"
    r"|营造|食堂|活动|党建|发展|共|微)"
)
_OF_COMMUNITY = re.compile(
    "社区(?:党委|党总支|党支部|居委会?|纪委|监委会|居?务监督委员会|工会|妇联|妇女联合会|团总?支部?"
    "|关工委|残协|老年协会|老协|工作站|服务站|警务室|治保会|(?:人民)?调解委员会|调委会"
    "|选举委员会|议事会)"
)
_VILLAGE = re.compile("村(?![民里委党口子支级务庄落史校一二三四五六七八九十头])")
# 物业公司|柳林苑: a unit right before the place.
_UNIT_BEFORE = re.compile("(?:.*(?:公司|集团|中心|街道))?")
_TOWN = re.compile("镇(?![长政党上里区痛静江定])|乡(?![长政党下亲村里镇音愁土情])")
_COMPOUND = re.compile(
    r"苑(?:小区)?|公寓|花园|家园|新村|[一二三四五六七八九十]村|小区|名邸|公馆|雅居|丽都|丽园"
    r"|[华名豪雅御]庭|[雅名佳嘉]园(?:小区)?|[名花]城|[里坊](?=\d+[号弄]|小区|居民|业委)"
)
_OF_ESTATE = frozenset(["residents_committee", "owners_committee", "party_branch"])
#: Bodies that every 居民区 has for itself.
_OF_RESIDENTS = frozenset(["选举委员会", "居务监督委员会", "党总支委员会"])
_HEADINGS = frozenset(["headline", "kicker", "subheadline"])
#: How far back a sentence is searched.
_REACH = 200
#: How many 居民区 before a title are looked at.
_MOST_PLACES = 8
#: 食堂监督小组, but not 学习小组, 工作小组: shorter ones name a sort.
_LONG_GROUP = 6


class Estates:
    """The 居民区 and 小区 of one article, in reading order."""

    def __init__(self, lines: tuple[Line, ...]):
        self.lines = lines

    @cached_property
    def neighbourhoods(self) -> list[tuple[int, int, str]]:
        """Every 居民区: line, end, name."""
        return list(_places(_NEIGHBOURHOOD, 6, self.lines))

    @cached_property
    def compounds(self) -> list[tuple[int, int, str]]:
        """Every 小区 with a usual ending: line, end, name."""
        return list(_places(_COMPOUND, 5, self.lines))

    @cached_property
    def committees(self) -> set[str]:
        """柳林 of 柳林居委会: 居民区 known by their committees alone."""
        return {
            _COMMITTEE.sub("", name)
            for _, _, name in _places(_COMMITTEE, 6, self.lines)
        } - {""}

    @cached_property
    def stems(self) -> set[str]:
        """柳林 of 柳林居民区 and of 柳林居委会."""
        named = {name.removesuffix("居民区") for _, _, name in self.neighbourhoods}
        return named | {name.removesuffix("居民区") for name in self.committees}

    def home(self, line: int, position: int, floor: tuple[int, int]) -> str:
        """柳林 of the 居民区 named last before a place, and not before `floor`."""
        name = _nearest(self.neighbourhoods, line, position, floor)
        return name.removesuffix("居民区")

    @cached_property
    def groups(self) -> list[tuple[int, int, str]]:
        """Every 小组 with a name of its own: line, end, name."""
        named = _places(_GROUP, 18, self.lines)
        long = [place for place in named if len(place[2]) >= _LONG_GROUP]
        quoted = [
            (index, match.end(), match["name"])
            for index, line in enumerate(self.lines)
            for match in _QUOTED_GROUP.finditer(line.text)
        ]
        return sorted(long + quoted)

    def group(self, line: int, position: int) -> str:
        """The 小组 named last before a place, in its paragraph or the one before."""
        return _nearest(self.groups, line, position, (line - 1, 0))

    @cached_property
    def villages(self) -> list[tuple[int, int, str]]:
        """Every village: line, end, name."""
        return list(_places(_VILLAGE, 4, self.lines))

    def village(self, line: int, position: int) -> str:
        """The village named last before a place."""
        return _nearest(self.villages, line, position)

    @cached_property
    def towns(self) -> list[tuple[int, int, str]]:
        """Every town: line, end, name."""
        return list(_places(_TOWN, 4, self.lines))

    def town(self, level: str, line: int, position: int) -> str:
        """The 镇 or 乡 named last before a place."""
        named = [place for place in self.towns if place[2].endswith(level)]
        return _nearest(named, line, position)

    @cached_property
    def communities(self) -> list[tuple[int, int, str]]:
        """Every 社区 named as a place with residents: line, end, name."""
        return list(_places(_COMMUNITY, 5, self.lines))

    def community_body(
        self, body: str, street: str, line: int, position: int, itself: bool = False
    ) -> str:
        """社区党委 of the 社区 named last in the paragraph, unless the street is meant;
        a 社区书记 belongs to the 社区 `itself`."""
        if not (itself or _OF_COMMUNITY.fullmatch(body)):
            return ""
        name = self._community(street, line, position)
        return name + body.removeprefix("社区") if name else ""

    def _community(self, street: str, line: int, position: int) -> str:
        name = _nearest(self.communities, line, position, (max(0, line - 2), 0))
        named = {place[2] for place in self.communities}
        if not name and len(named) == 1:
            name = named.pop()
        stem = name.removesuffix("社区")
        told = (
            f"{street}{name}" in self.lines[line].text[:position] if street else False
        )
        return name if stem and (told or stem not in street) else ""

    def owner(self, body: str, line: int, position: int) -> str:
        """The full name of a bare 居委会, 业委会, 居民区党总支; "" if unknown or if it
        is of another kind."""
        residents = kind_of(body) == "residents_committee" or body in _OF_RESIDENTS
        if kind_of(body) not in _OF_ESTATE and not residents:
            return ""
        if kind_of(body) == "owners_committee":
            stem = _nearest(self.compounds, line, position)
            return f"{stem}业委会" if stem else ""
        stem = self._in_sentence(line, position)
        if not stem and (residents or body[0] == "居" or body == "党总支"):
            stem = self._only_one() or self._in_heading
            stem = stem or self._in_line(line, position)
            stem = stem or self._before(line, position)
        if not stem:
            home = self._community("", line, position) if residents else ""
            return home + body.removeprefix("社区") if home else ""
        home = stem if stem.endswith("社区") else f"{stem}居民区"
        return home + body.removeprefix("居民区")

    def _in_sentence(self, line: int, position: int) -> str:
        low = max(self.lines[line].sentence(position)[0], position - _REACH)
        stem = self._outside_brackets(line, position, low)
        return stem.removesuffix("居民区")

    @cached_property
    def _in_heading(self) -> str:
        """The one 居民区 whose name stands in a heading of the article."""
        heading = "".join(line.text for line in self.lines if line.field in _HEADINGS)
        named = {stem for stem in self.stems if stem in heading}
        return named.pop() if len(named) == 1 else ""

    def _in_line(self, line: int, position: int) -> str:
        return self._outside_brackets(line, position, 0).removesuffix("居民区")

    def _outside_brackets(self, line: int, position: int, low: int) -> str:
        """The 居民区 named last; not one in brackets that are closed: （原柳林居民区
        书记）."""
        text = self.lines[line].text
        places = self.neighbourhoods
        index = bisect_right(places, (line, position), key=lambda place: place[:2]) - 1
        for place in reversed(places[max(0, index + 1 - _MOST_PLACES) : index + 1]):
            if place[:2] < (line, low):
                break
            between = text[place[1] : min(position, place[1] + _REACH)]
            if between.count("）") <= between.count("（"):
                return place[2]
        return ""

    def _before(self, line: int, position: int) -> str:
        """The 居民区 named last in the article, if not in a list, else its only 小区:
        桂花一村."""
        if not self.neighbourhoods:
            named = {name.removesuffix("小区") for _, _, name in self.compounds}
            return next(iter(named)) if len(named) == 1 else ""
        index = bisect_right(self.neighbourhoods, (line, position, "")) - 1
        if index < 0 or self._is_listed(index):
            return ""
        return self.neighbourhoods[index][2].removesuffix("居民区")

    def _is_listed(self, index: int) -> bool:
        """双塔居民区、云台居民区: another one right before."""
        line, end, name = self.neighbourhoods[index]
        other = self.neighbourhoods[index - 1] if index else (-1, 0, "")
        return other[0] == line and end - len(name) - other[1] <= 1

    def _only_one(self) -> str:
        named = {name.removesuffix("居民区") for _, _, name in self.neighbourhoods}
        named = named or self.committees
        return next(iter(named)) if len(named) == 1 else ""


def _places(
    ending: re.Pattern, longest: int, lines: tuple[Line, ...]
) -> Iterator[tuple[int, int, str]]:
    for index, line in enumerate(lines):
        for match in ending.finditer(line.text):
            floor = max(0, match.start() - longest)
            street = line.text.rfind("街道", floor, match.start())
            floor = street + 2 if street >= 0 else floor
            start = name_start(line.text, floor, match.end())
            start += len(_UNIT_BEFORE.match(line.text[start : match.start()])[0])
            name = line.text[start : match.end()]
            core = name.removesuffix("居民区").removesuffix("小区")
            core = _COMMITTEE.sub("", core.removesuffix("社区"))
            plain = core in words("generic_cores") or core[-2:] in words("followers")
            if len(core) >= 2 and not plain:
                yield index, match.end(), name


def _nearest(
    places: list[tuple[int, int, str]],
    line: int,
    position: int,
    floor: tuple[int, int] = (0, 0),
) -> str:
    """The name that stands last before a place, and not before `floor`."""
    index = bisect_right(places, (line, position), key=lambda place: place[:2]) - 1
    if index < 0 or places[index][:2] < floor:
        return ""
    return places[index][2]
