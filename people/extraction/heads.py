"""What a head is the head of, whatever its kind: the unit with his character in its
name that is named last before him.

他们叫“热粥队”。队长甲        ->  热粥队
青石公园的荷花开了。园长乙    ->  青石公园
"""

import re
from bisect import bisect_left
from functools import cached_property

from people.extraction.boundaries import name_start
from people.extraction.kinds import longest_ending
from people.extraction.lines import Line
from people.extraction.wordlists import words

_HEAD = re.compile(
    r"(?:总|(?:常务|执行|值班)?副?)(?P<of>[队团社园站馆店厂所院行])长|副?(?P<one>队)员|领(?P<led>队)"
    r"|(?:常务|执行)?副?(?P<led_part>[总支大中分]队)长|(?P<trained>(?:总|主|助理|代理主)?教练|队医)"
    r"|(?P<sings>声部长|首席|领唱|团员|钢琴伴奏)"
)
_ENDING = re.compile(
    r"(?P<of>(?<![排部军列插归领])队(?![长员伍列友形])|(?<=[一-龥]{2})[团社](?![长员区会体结购圆])"
    r"|(?:公|动物|植物|陵|乐|茶|果|产业|科技|创意)园(?![长区里内])"
    r"|(?<![网驿])站(?![长点立台在起着岗位])|馆(?![长员])|店(?![长员主铺面])|厂(?![长房区家])"
    r"|所(?![长有以在谓])|院(?![长子士校里落])|(?<=[分支])行(?![长动业为])"
    r"|(?<![部成十])分部(?![门件分长队]))"
)
_QUOTED = re.compile(r"“(?P<name>[一-龥]{1,8}(?P<of>[队团社站馆店]))”")
_LONGEST = 16
_SHORTEST_CORE = 2
#: 青石路加油|站: a longer name may end in a verb.
_LONG_CORE = 4
#: How many units before a head are looked at.
_REACH = 20


class Heads:
    """The units of one article by the last character of their names."""

    def __init__(self, lines: tuple[Line, ...]):
        self.lines = lines

    @cached_property
    def units(self) -> dict[str, list[tuple[int, int, str]]]:
        """队 -> (line, end, name) of every unit that ends so, in reading order."""
        found: dict[str, list[tuple[int, int, str]]] = {}
        for index, line in enumerate(self.lines):
            for end, name in sorted(_units(line.text)):
                found.setdefault(name[-1], []).append((index, end, name))
        return found

    def branch(self, word: str, line: int, position: int) -> str:
        """The 分部, 分馆 or 园区 named last, for the bare word."""
        if word == "园区":
            return self._last("园", line, position)[0]
        return self._last(word, line, position)[0] if word.startswith("分") else ""

    def unit(self, role: str, line: int, position: int) -> tuple[str, int, int]:
        """The unit that somebody with a bare `role` heads, its line and end; an empty
        name where none is named."""
        head = _HEAD.fullmatch(role)
        if head is None:
            return "", -1, 0
        if head["sings"]:
            sung = (self._last(word, line, position) for word in "团队社")
            found = max(sung, key=lambda place: place[1:])
            return found if found[1] >= line - 1 else ("", -1, 0)
        word = head["of"] or head["one"] or head["led"] or head["led_part"] or "队"
        return self._last(word, line, position)

    def _last(self, ending: str, line: int, position: int) -> tuple[str, int, int]:
        units = self.units.get(ending[-1], [])
        index = bisect_left(units, (line, position + 1, ""))
        for where, end, name in reversed(units[max(0, index - _REACH) : index]):
            if name.endswith(ending) and name != ending:
                return name, where, end
        return "", -1, 0


def _units(text: str):
    quoted = [(match.end(), match["name"]) for match in _QUOTED.finditer(text)]
    yield from quoted
    for match in _ENDING.finditer(text):
        end = match.end()
        start = name_start(text, max(0, end - _LONGEST), match.start())
        start -= 2 * (text[max(0, start - 2) : start] in words("cities"))
        name = text[start:end].strip("“”")
        core = name.removesuffix(longest_ending(name) or match["of"])
        named = len(core) >= _SHORTEST_CORE and core not in words("generic_cores")
        long = len(core) > _LONG_CORE
        if named and (long or core[-2:] not in words("followers")):
            yield end, name
