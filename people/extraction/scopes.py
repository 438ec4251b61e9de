"""Stretches of a line in which bare titles belong to one body.

第二届理事会选举产生：会长甲，监事乙       up to the end of the sentence
新一届业委会五个人：主任甲，副主任乙       the same
支部换届，书记甲、组织委员乙当选           the same
青石队（领队甲，教练乙，队员丙）           inside the brackets
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from people.extraction.bodies import Body
from people.extraction.boundaries import name_start
from people.extraction.lines import Line
from people.extraction.resolver import Resolver, unquoted
from people.extraction.wordlists import words

# 理事会|换届选举产生：, 团工委|由十一人组成：, 业委会|五个人：, 领导小组|成员名单
_ANNOUNCED = (
    r"(?:换届|改选|新一届|选举|推选|增补|补选|大会|会议|产生|选出|组成|成立|领导|揭牌|挂牌"
    r"|同日|当天|正式|宣告|顺利|完成|一共|共有?|由|设|有)*"
    r"(?:[\d一二三四五六七八九十百]+(?:多|余)?(?:名|位|个)?(?:人|委员|成员|理事)?)?"
    r"(?:组成|构成|人员|成员|名单|班子|如下|为|换届|改选|成立)*"
)
_COLON = re.compile(rf"{_ANNOUNCED}[：，]")
_HEADING = re.compile(rf"{_ANNOUNCED}：?")
# 选举产生业主委员会。主任甲
_ELECTED = re.compile(r"(?:选举产生|选出|选举成立|产生了|成立了?)[^，。]{0,6}\Z")
_STOP = re.compile(r"[。，]")
_LISTS = re.compile(r"名单|成员|人员|班子|如下|产生")
_SCOPE_ENDS = re.compile("[。！？]")
_BRACKET = re.compile(r"(?<=[一-龥”])(?P<open>（)[^（）]*(?P<close>）)")
# 柳林队, 柳林居民区: what a team may be called.
_TEAM = re.compile(r"(?:[队组团社班站会部所院]|居民区|小区|新村|街道|村)\Z")
#: How far behind its colon a body is meant.
_REACH = 300
#: How many scopes may stand inside each other.
_NESTED = 8
#: Kinds whose officers stand behind a bare colon.
_WITH_OFFICERS = frozenset(
    [
        "alliance",
        "chamber",
        "leading_group",
        "mass_org",
        "owners_committee",
        "party_branch",
        "party_committee",
        "residents_committee",
        "residents_team",
        "special_committee",
        "volunteer_team",
    ]
)
_LONGEST_HEADING = 40
_LONGEST_UNIT = 16


@dataclass(slots=True)
class Scopes:
    """The scopes of one line in reading order; one counts once a title stands right
    at its start."""

    places: list[tuple[int, int, str]]
    brackets: frozenset[int] = frozenset()
    opened: set[int] = field(default_factory=set)

    @classmethod
    def of_line(cls, line: Line, bodies: list[Body], resolver: Resolver) -> "Scopes":
        """`bodies` are those of the line."""
        announced = _announced(line.text, bodies, resolver)
        bracketed = list(_bracketed(line.text, bodies, resolver))
        starts = frozenset(start for start, _, _ in bracketed)
        return cls(sorted([*announced, *bracketed]), starts)

    def body_at(self, position: int, trade: bool) -> str:
        """The body of the innermost open scope around a title; "" for none. A trade
        belongs to a team in front of brackets, not to a committee."""
        index = bisect_left(self.places, (position + 1, 0, ""))
        for place in range(index - 1, max(-1, index - 1 - _NESTED), -1):
            start, end, body = self.places[place]
            if start == position:
                self.opened.add(place)
            meant = start in self.brackets or not trade
            if place in self.opened and position < end and meant:
                return body
        return ""

    def last_before(self, position: int, low: int) -> str:
        """The body of the scope that begins last between two places."""
        index = bisect_left(self.places, (position, 0, "")) - 1
        start, _, body = self.places[index] if index >= 0 else (-1, 0, "")
        return body if start >= low else ""


def _announced(
    text: str, bodies: list[Body], resolver: Resolver
) -> Iterator[tuple[int, int, str]]:
    for body in bodies:
        name = _name(body, resolver)
        colon = _COLON.match(text, body.end) if name else None
        if name and _ELECTED.search(text, max(0, body.start - 12), body.start):
            colon = colon or _STOP.match(text, body.end)
        if colon and (len(colon[0]) > 1 or body.kind in _WITH_OFFICERS):
            reach = min(len(text), colon.end() + _REACH)
            ends = _SCOPE_ENDS.search(text, colon.end(), reach)
            yield colon.end(), ends.start() if ends else reach, name


def _bracketed(
    text: str, bodies: list[Body], resolver: Resolver
) -> Iterator[tuple[int, int, str]]:
    named = {body.end: body for body in bodies}
    for bracket in _BRACKET.finditer(text):
        end = bracket.start("open")
        name = _name(named[end], resolver) if end in named else _unit(text, end)
        if name:
            yield bracket.end("open"), bracket.start("close"), name


def _name(body: Body, resolver: Resolver) -> str:
    """The full name; "" of what is only a word for a sort."""
    if body.name in words("unit_parts") or body.name in words("generic_bodies"):
        return ""
    if body.name.endswith("业主大会"):
        return body.name.replace("业主大会", "业委会")
    return body.name or resolver.estates.owner(body.printed, body.line, body.start)


def _unit(text: str, end: int) -> str:
    """A team or group that ends here, whatever its kind."""
    start = name_start(text, max(0, end - _LONGEST_UNIT), end)
    name = unquoted(text[start:end])
    core = _TEAM.sub("", name)
    if core == name:
        return ""
    plain = core in words("generic_cores") or name in words("generic_bodies")
    return name if len(core) >= 2 and not plain else ""


def heading_of(line: Line, bodies: list[Body], heading: str) -> str:
    """The body of the roll below `line`; it lasts until a line of running text."""
    if "。" in line.text or len(line.text) > _LONGEST_HEADING:
        return ""
    for body in bodies:
        rest = _HEADING.fullmatch(line.text, body.end)
        alone = (body.start, body.end) == (0, len(line.text))
        if rest and body.name and (alone or _LISTS.search(rest[0])):
            return body.name
    return heading
