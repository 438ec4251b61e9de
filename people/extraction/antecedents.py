"""Bodies that a bare title means: those named before it.

校长, 派出所所长 alone     -> the school or station named last
组长 alone                -> the group named last
新当选的委员               -> the body whose election is reported
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from people.extraction.bodies import Body
from people.extraction.kinds import kind_of, longest_ending
from people.extraction.parts import unit_of, whole_of
from people.extraction.resolver import Resolver
from people.extraction.titles import Title
from people.extraction.wordlists import table, words

# 三个|派出所 are no body.
_COUNTED = re.compile(r"(?<!第)[\d两三四五六七八九十几多][个家所支]\Z")
# 新一届居民议事会 is the 居民议事会.
_SESSION = re.compile(r"(?:新一|首|第[一二三四五六七八九十百\d]+)届")
# 业主大会 elects the 业委会.
_MEETING = re.compile("业主大会\\Z")
_HONORARY = re.compile(
    "\\A(?:名誉|挂职|上届|候任)(?=副?(?:主席|会长|校长|院长|主任))"
    "|\\A老(?=[校院厂园所站馆]长)"
)
_DELEGATES = frozenset(["政协委员", "特邀委员"])
#: How much a body must stand out to be meant by any officer: about what its place in
#: the same sentence or a heading and two mentions make.
_STANDS_OUT = 2.5
_ELECTS = frozenset(
    [
        "mass_org",
        "chamber",
        "residents_committee",
        "owners_committee",
        "alliance",
        "residents_team",
    ]
)
_WITH_LISTS = _ELECTS | {"special_committee", "social_org", "volunteer_team"}
_RENEWED = re.compile("换届|产生|选举|改选|推选|选出|成立|名单")
_LABEL = re.compile("(?:（[^（）]{1,12}）)?：")
_LIST = re.compile("名单：")
#: How many lines the list of the officers of a body may be long.
_LIST_LINES = 6
_ALLIED = frozenset(["alliance", "chamber", "joint_meeting"])
_QUOTED = re.compile("“(?P<name>[一-龥]{2,8}[楼斋阁轩堂坊居馆店社])”，\\Z")
# 所长 alone is the head of a 所.
_HEAD = re.compile(
    r"(?:(?:常务|执行)?副)?(?P<of>[总支大中分]队|分[局所站]|[所站队局馆院校园行厂店社团处])长"
)
#: Kinds whose sections have names of every sort: 小学五年级, 公司物流.
WHOLE = frozenset(["school", "medical", "company", "culture", "property_company"])
_UNITS = WHOLE | {"centre", "field_station"}
#: Words for a sort whose bodies end in any word; a 菜场 or 书店 says what it is.
_OF_ANY_NAME = frozenset(["公司", "集团", "学校", "医院", "银行", "律所", "电视台"])
#: Parts of a union or company, not of the street beside them.
UNION_PARTS = frozenset(["女职工委员会", "经费审查委员会"])
#: How many bodies before a bare title are looked at.
_REACH = 60


def bodies_before(title: Title, bodies: tuple[Body, ...]) -> Iterator[Body]:
    """Bodies with a name that stand before the title, the nearest first."""
    for body in _all_before(title, bodies):
        core = body.name.removesuffix(longest_ending(body.name))
        if len(core) >= 2 and body.rule != "generic" and not _COUNTED.search(core):
            yield body


def _all_before(title: Title, bodies: tuple[Body, ...]) -> Iterator[Body]:
    place = (title.line, min(title.start, title.owner_start))
    end = bisect_left(bodies, place, key=lambda body: (body.line, body.start))
    return reversed(bodies[max(0, end - _REACH) : end])


def fitting_before(
    title: Title, resolver: Resolver, bodies: tuple[Body, ...]
) -> tuple[str, str]:
    """队长 alone belongs to the team named last before it, 副主席 to the union."""
    role = _HONORARY.sub("", title.role.removesuffix("助理"))
    kinds, *ending = _kinds_with(role)
    head = _HEAD.fullmatch(role)
    fitting: list[tuple[float, str, tuple[int, int]]] = []
    for body in bodies_before(title, bodies):
        unit = unit_of(body.name)
        unit = whole_of(unit, kinds) or unit  # 青石中学|体育馆
        if unit in words("generic_bodies"):
            continue
        headed = head and unit.endswith(head["of"])
        fits = kind_of(unit) in kinds.split() and unit.endswith(tuple(ending) or "")
        if fits or headed:
            weight = resolver.salience.weight(body, title)
            fitting.append((weight + bool(headed), unit, (body.line, body.start)))
    unit, line, end = resolver.heads.unit(role, title.line, title.start)
    if not (unit or fitting) and "culture" in kinds.split():
        unit, line, end = resolver.heads.unit("馆长", title.line, title.start)
    low = (title.line, resolver.lines[title.line].sentence(title.start)[0])
    _, best, where = max(fitting, default=(0.0, "", low), key=lambda each: each[0])
    nearer = where[0] < line == title.line and unit not in best
    own = unit and (line, end) > where and (nearer or not best.endswith(unit[-1]))
    if best and not own and not where < low < (line, end):
        return best, "named before"
    if title.elected and not unit:
        return _electing_body(resolver, bodies)
    if unit and (not title.owner or title.role == "声部长"):
        name, _ = resolver.complete(unit, title.line, title.start)
        return name or unit, "named before"
    if best:
        return best, "named before"
    officer = _officer_of(title, resolver, bodies) or _at_comma(title, resolver, bodies)
    officer = officer or _announced(title, resolver, bodies)
    officer = officer or (_team_of(head["of"], title, low, bodies) if head else "")
    return (officer, "named before") if officer else _only_one(kinds, title, bodies)


def _kinds_with(role: str) -> tuple[str, ...]:
    """The kinds of bodies that have somebody of the role, and how these end; 生物教师
    is one of the 教师."""
    known = (role[start:] for start in range(len(role) - 1))
    return next(
        (table("bare_owners")[x] for x in known if x in table("bare_owners")), ("",)
    )


def _team_of(
    ending: str, title: Title, low: tuple[int, int], bodies: tuple[Body, ...]
) -> str:
    """凉亭由志愿者服务队打理，队长甲: the nameless team of the sentence."""
    last = next(_all_before(title, bodies), None)
    near = last and (last.line, last.start) >= low
    return last.printed if near and last.printed.endswith(ending) else ""


def _at_comma(title: Title, resolver: Resolver, bodies: tuple[Body, ...]) -> str:
    """铺路的是城区养护中心，领班甲; 在“春风楼”，店长乙: what is named right before the
    comma."""
    start = min(title.start, title.owner_start)
    text = resolver.lines[title.line].text
    quoted = _QUOTED.search(text, max(0, start - 14), start)
    if quoted and title.role.endswith(("长", "经理")):
        return quoted["name"]
    last = next(_all_before(title, bodies), None)
    if last is None or text[start - 1 : start] != "，" or last.rule == "generic":
        return ""
    return last.name if (last.line, last.end) == (title.line, start - 1) else ""


def _officer_of(title: Title, resolver: Resolver, bodies: tuple[Body, ...]) -> str:
    """主任, 候补委员 alone: the body with such officers that the text is about."""
    role = "委员" if title.role.endswith("委员") else title.role
    kinds = table("officers").get(role, ("",))[0].split()
    if not kinds or title.role in _DELEGATES:
        return ""
    found = [
        (resolver.salience.weight(body, title), _named(body, resolver))
        for body in _all_before(title, bodies)
        if body.kind in kinds and body.name not in words("unit_parts")
    ]
    weight, name = max(found, default=(0.0, ""), key=lambda each: each[0])
    if weight >= _STANDS_OUT:
        return name
    last = next(_all_before(title, bodies), None)
    near = last and last.kind in kinds and title.line - last.line <= 1
    meant = near and last.printed.startswith(title.owner)
    return _named(last, resolver) if meant else ""


def _announced(title: Title, resolver: Resolver, bodies: tuple[Body, ...]) -> str:
    """主任：甲, in the list of a body whose new officers a sentence before tells of."""
    text = resolver.lines[title.line].text
    low, _ = resolver.lines[title.line].sentence(title.start)
    listed = _LABEL.match(text, title.after) or _LIST.search(text, low, title.start)
    if not listed or title.group != "office":
        return ""
    for body in bodies_before(title, bodies):
        line = resolver.lines[body.line]
        if title.line - body.line > _LIST_LINES:
            return ""
        _, end = line.sentence(body.start)
        if body.kind in _WITH_LISTS and _RENEWED.search(line.text, body.end, end):
            return _named(body, resolver)
    return ""


def _named(body: Body, resolver: Resolver) -> str:
    """The full name; a meeting of owners elects their committee."""
    name = body.name
    if not name or body.rule == "generic":
        name = resolver.estates.owner(body.printed, body.line, body.start)
    name = _SESSION.sub("", name)
    return _MEETING.sub("业委会", name) if body.kind == "owners_committee" else name


def command_before(
    title: Title, resolver: Resolver, bodies: tuple[Body, ...]
) -> tuple[str, str]:
    """组长, 指挥长 without a body belong to the group named last before them."""
    for body in bodies_before(title, bodies):
        if body.kind == "leading_group":
            return body.name, "group named before"
    if title.role.endswith(("组长", "组员")):
        group = resolver.estates.group(title.line, title.start)
        return (group, "group named before") if group else ("", "activity")
    return "", "activity"


def unit_of_kind(owner: str, title: Title, bodies: tuple[Body, ...]) -> str:
    """学校德育主任: the school named last before it."""
    for length in range(min(6, len(owner)), 1, -1):
        word = owner[:length]
        if word in words("generic_bodies") and _kind_of_unit(word) in _UNITS:
            by_ending = word not in _OF_ANY_NAME and not word.startswith("物业")
            for body in bodies_before(title, bodies):
                unit = unit_of(body.name)
                if by_ending and not unit.endswith(word):
                    continue
                if by_ending or body.kind == _kind_of_unit(word):
                    return unit
                if whole := whole_of(unit, _kind_of_unit(word)):
                    return whole
    return ""


def _kind_of_unit(word: str) -> str:
    return "property_company" if word.startswith("物业") else kind_of(word)


def _electing_body(resolver: Resolver, bodies: tuple[Body, ...]) -> tuple[str, str]:
    """新当选的委员 belong to the body whose election the article reports; 居委会 alone
    is that of the 居民区."""
    for body in bodies:
        if body.kind in _ELECTS and (name := _named(body, resolver)):
            return unit_of(name), "election"
    return "", "no body printed"


def _only_one(kinds: str, title: Title, bodies: tuple[Body, ...]) -> tuple[str, str]:
    """轮值主席 belongs to the one alliance of the article, also where print names it
    behind."""
    allied = set(kinds.split())
    if not allied or not allied <= _ALLIED:
        return "", "no body printed"
    place = bisect_left(bodies, title.line, key=lambda body: body.line)
    near = bodies[max(0, place - _REACH) : place + _REACH]
    named = {
        body.name for body in near if body.kind in allied and body.rule != "generic"
    }
    return (named.pop(), "only one") if len(named) == 1 else ("", "no body printed")
