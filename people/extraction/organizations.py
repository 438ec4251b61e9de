"""Which of the bodies of an article act or are acted on.

街道请来青禾测绘有限公司量了二十天   ->  the street, 青禾测绘有限公司
讲座在青石小学体育馆举行             ->  nothing: a place
"""

import re
from collections.abc import Iterable

from people.extraction.areas import Area
from people.extraction.bodies import Body
from people.extraction.kinds import is_joint, is_temporary, kind_of, longest_ending
from people.extraction.lines import Line
from people.extraction.parts import unit_of
from people.extraction.resolver import Resolver
from people.extraction.structure import FoundOrganization, FoundPerson, Place
from people.extraction.wordlists import words

#: Kinds that are listed without an area in their name.
_BY_NAME = frozenset(
    [
        "company",
        "property_company",
        "school",
        "medical",
        "chamber",
        "social_org",
        "volunteer_team",
        "alliance",
        "field_station",
        "mass_org",
        "gov_department",
        "centre",
        "culture",
        "party_branch",
        "party_committee",
        "joint_meeting",
        "special_committee",
        "residents_committee",
        "party_work_committee",
        "owners_committee",
    ]
)
_NEVER = frozenset(
    {"platform", "working_group", "studio", "media", "neighbourhood", "residents_team"}
)
_INSTITUTIONS = frozenset(
    ["field_station", "school", "company", "medical", "gov_department", "centre"]
)
_PLACE_BEFORE = re.compile(
    r"(?:在|于|至|到|走进|前往|位于|抵达|来到|从|赴|进|就读于|毕业于)\Z"
)
_PLACE_AFTER = re.compile(
    r"(?:[一-龥0-9]{0,8}?)(?:举行|举办|召开|开展|落幕|开幕|进行|上演|开讲|集合|办理|内|里|门口|前|旁|附近|大厅|会议室|号窗口|窗口)"
)
# 缫丝厂宿舍, 缫丝厂路: part of another name.
_PART_OF_PLACE = re.compile(
    r"宿舍|路(?![演过上])|弄|旧址|原址|地块|家属[院楼]|新村|站台"
)
_ACTS = frozenset("把将与向对请给派拿为在和出来到去赴携举推启来还已也要能曾正")
# 与青石街道、合众公司联合举办: a street among others that act together.
_TOGETHER = re.compile(r"[、和与及][^，。；]{2,30}(?:联合|共同|主办|签约|签订|携手)")
# 芦心五个村党总支: several in one word.
_SEVERAL = re.compile(r"[二两三四五六七八九十几多]个")
# 到石门街道学习, 赴石门街道调研: the host is acted on.
_VISITED = re.compile(r"学习|调研|考察|参观|交流|取经|走访|慰问|座谈")
_COUNTED = re.compile(
    r"(?:[二两三四五六七八九十百几多数余\d][个家名支所条处]|各个?|其他|多家|每[个家支])\Z"
)
# …党委|副书记, …工会|主席
_OFFICER = re.compile(
    r"[原前]?(?:常务|第一|专职|兼职)?副?(?:书记|主席|委员|部长|主任)|成员|原?党"
)
# 柳林居民区儿童议事会, a body with a place of its own
_ASSEMBLY = re.compile("(?:街道|居民区|社区|村|苑).*(?:议事会|自管会)")
_INNER = ("党委", "党总支", "党支部", "党组", "工会", "团委", "团总支", "团支部")
_BEING = frozenset(["共有", "现有", "位于", "地处", "占地", "建于", "建成", "居住"])
_CLAUSE_STARTS = ("", "。", "，", "；", "：", "”")
_ALONE = re.compile(r"(?:^|(?<=[，。；：“]))街道(?=[一-龥])")


def find_organizations(
    lines: tuple[Line, ...],
    bodies: tuple[Body, ...],
    areas: tuple[Area, ...],
    people: Iterable[FoundPerson],
    resolver: Resolver,
) -> tuple[FoundOrganization, ...]:
    """Acting bodies in order of print, then the owners of posts that only stand
    inside a title."""
    found = _Found()
    for body in bodies:
        line = lines[body.line]
        if (
            _counts(body, line.text, resolver)
            and not _is_place(body, line.text)
            and not _is_nickname(body, line.text, resolver)
            and not _is_counted(body, line.text, resolver)
        ):
            name = body.name
            if body.kind == "inner_office" and not _is_of_street(name):
                name = unit_of(name)
            elif _OFFICER.match(line.text, body.end):
                name = _unit_of_officer(name)
            found.add(name, body.printed, line.place(body.start, body.end), body.rule)
    for area in areas:
        line = lines[area.line]
        if area.is_street and _street_acts(line.text, area):
            found.add(area.name, area.name, line.place(area.start, area.end), "acts")
    _add_home(found, lines, bodies, resolver)
    _add_neighbourhoods(found, lines, resolver)
    for person in people:
        for post in person.posts:
            name = _unit_of_officer(post.body)
            if name not in found.first and _is_owner(name, resolver):
                found.add(name, post.text, post.place, "owner of a post")
    return found.all()


def _unit_of_officer(name: str) -> str:
    """青石医院党委书记, 青石医院工会主席: the unit, where its party body or union is
    named in a title only."""
    inner = name.endswith(_INNER)
    return unit_of(name) if inner else name


class _Found:
    """Bodies by name with all their places, in order of first printing."""

    def __init__(self):
        self.first: dict[str, tuple[str, str]] = {}
        self.places: dict[str, list[Place]] = {}

    def add(self, name: str, printed: str, place: Place, rule: str) -> None:
        self.first.setdefault(name, (printed, rule))
        self.places.setdefault(name, []).append(place)

    def all(self) -> tuple[FoundOrganization, ...]:
        return tuple(
            FoundOrganization(
                name,
                printed,
                kind_of(name),
                tuple(self.places[name]),
                temporary=is_temporary(name),
                joint=is_joint(name),
                rule=rule,
            )
            for name, (printed, rule) in self.first.items()
        )


def _counts(body: Body, text: str, resolver: Resolver) -> bool:
    if not body.name or body.kind in _NEVER or body.rule == "generic":
        return body.kind == "residents_team" and bool(_ASSEMBLY.search(body.name))
    if body.name in words("generic_bodies") or body.name in words("unit_parts"):
        return False
    if _SEVERAL.search(body.name) or body.name.startswith("局"):
        return False  # 该局管理所: of the bureau named before
    ending = longest_ending(body.name)
    if ending in words("place_endings"):
        # 青石街道慈善超市|听说以后
        acts = text[body.end : body.end + 2] in words("followers")
        return acts and resolver.is_full(body.name)
    if resolver.is_full(body.name):
        return True
    core = body.name.removesuffix(ending)
    if body.kind not in _BY_NAME or len(core) < 2 or _is_sort(body.name):
        return False
    return core not in words("generic_cores")


def _is_sort(name: str) -> bool:
    """社区|志愿者队伍, 项目|临时党总支: a plain word before a word for a sort."""
    return any(
        name[:cut] in words("generic_cores") and name[cut:] in words("generic_bodies")
        for cut in range(1, len(name) - 1)
    )


def _is_of_street(name: str) -> bool:
    return "街道" in name and "办事处" not in name


def _is_place(body: Body, text: str) -> bool:
    if _PART_OF_PLACE.match(text, body.end):
        return True
    before = _PLACE_BEFORE.search(text, max(0, body.start - 4), body.start)
    return bool(before and _PLACE_AFTER.match(text, body.end))


def _is_nickname(body: Body, text: str, resolver: Resolver) -> bool:
    """“板凳法庭”: a quoted institution with no area in its name is a nickname."""
    quoted = (
        text[body.start - 1 : body.start] == "“"
        and text[body.end : body.end + 1] == "”"
    )
    return quoted and body.kind in _INSTITUTIONS and not resolver.is_full(body.name)


def _is_counted(body: Body, text: str, resolver: Resolver) -> bool:
    """四个专项组, 各党建服务站: several of a sort."""
    counted = _COUNTED.search(text, max(0, body.start - 6), body.start)
    return bool(counted) and not resolver.is_full(body.printed)


def _add_home(
    found: _Found,
    lines: tuple[Line, ...],
    bodies: tuple[Body, ...],
    resolver: Resolver,
) -> None:
    """街道将委托…: the street that the sentence is about acts, not 街道办事处."""
    taken = {
        (body.line, body.start)
        for body in bodies
        if longest_ending(body.printed) not in words("place_endings")
    }
    for index, line in enumerate(lines):
        for match in _ALONE.finditer(line.text):
            if (index, match.start()) in taken:
                continue
            after = line.text[match.end() : match.end() + 2]
            if after in words("followers") or after[0] in _ACTS:
                around, rule = resolver.around(index, match.start())
                if around.street:
                    found.add(around.street, "街道", line.place(*match.span()), rule)


def _add_neighbourhoods(
    found: _Found, lines: tuple[Line, ...], resolver: Resolver
) -> None:
    """柳林居民区免去了租金: a 居民区 that acts, not 柳林居民区共有八百户."""
    for index, end, name in resolver.estates.neighbourhoods:
        line, start = lines[index], end - len(name)
        after = line.text[end : end + 2]
        acts = after in words("followers") and after not in _BEING
        if acts and line.text[start - 1 : start] in _CLAUSE_STARTS:
            found.add(name, name, line.place(start, end), "acts")


def _street_acts(text: str, area: Area) -> bool:
    if _PLACE_BEFORE.search(text, max(0, area.start - 4), area.start):
        return bool(_VISITED.match(text, area.end))
    after = text[area.end : area.end + 2]
    if not after or after[0] == "第":
        return False
    together = _TOGETHER.match(text, area.end)
    return after in words("followers") or after[0] in _ACTS or bool(together)


def _is_owner(name: str, resolver: Resolver) -> bool:
    """Says which body it is: not 支行, 新中心 alone, no area."""
    if not name or kind_of(name) in ("district", "street", "neighbourhood"):
        return False
    core = name.removesuffix(longest_ending(name))
    named = (
        kind_of(name) != "other" or name[-1] in "局处站所院馆社队署委办会厂组团校园店"
    )
    return (named and len(core) >= 2) or resolver.is_full(name)
