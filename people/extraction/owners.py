"""Which body a printed title belongs to.

街道党工委书记             -> the street's 党工委
校长, 派出所所长 alone     -> the school or station named last before it
"""

import re
from bisect import bisect_left

from people.extraction.antecedents import (
    WHOLE,
    bodies_before,
    command_before,
    fitting_before,
    unit_of_kind,
)
from people.extraction.authorities import authority_of
from people.extraction.belonging import (
    inherited_by,
    is_part,
    joined,
    owner_of_post,
)
from people.extraction.bodies import Body
from people.extraction.kinds import kind_of, longest_ending
from people.extraction.meant import unit_meant
from people.extraction.parts import unit_of
from people.extraction.residents import residents_body, residents_near
from people.extraction.resolver import Resolver, unquoted
from people.extraction.sections import unit_before, whole_name
from people.extraction.sorts import of_generic
from people.extraction.titles import Title
from people.extraction.wholes import called_before, longer_before, whole_of_part
from people.extraction.wordlists import table, words

_COMMAND = re.compile(r"指挥|^(?:常务|第一)?副?组长$")
_COMMANDS = frozenset(["领导小组", "工作专班", "工作小组", "分指挥部"])
# 骨科, 社会学系, 三车间, 退休: what stands between a unit and a title.
_SECTION = re.compile(
    r".{0,6}(?:科|股|处|室|部|组|系|班|车间|窗口|分部|团队|病区|专业)|退休|离休|.{2}"
)
# 某某公司南门营业局: a branch with a name of its own is the owner.
_BRANCH = re.compile(r"[局所站店厂馆]\Z")
_OFFICE_OF_TRADE = re.compile(r"公司.{2,6}营业[站厅部所局]\Z")
_LONGEST_SECTION = 8
_LONGEST_LABEL = 12
# 营商服务专员, 德育主任: what somebody does, no body.
_ABSTRACT = re.compile(
    r"(?:服务|工作|德育|教学|教务|业务|项目|活动|运营|管理|营销|技术|安全|培训|宣传|调解|财务|行政"
    r"|后勤|人事|客户|市场|采购|志愿|文体|民生|治理)\Z"
)
# 街道运动会田径|裁判长: an occasion has no posts.
_OCCASION = re.compile("运动会|[大比联]赛|锦标赛|演练|晚会|论坛|庙会|开幕式|音乐会")
_OWNING = re.compile(r"(?<!社)(?<!小)(?<!辖)(?<!校)(?<!园)(?<!片)区$|市$|街道$|镇$|县$")
_PARTIES = re.compile("民[盟建革进]|九三学社|致公党|农工党|台盟")
# 泽川市专家组, 民盟临汜市委会: a body that is no part of the one before.
_OWN = re.compile(
    r"[一-龥]{2,3}[市省县区]|中国|全国|国家|民[盟建革进]|九三|致公党|农工党|台盟"
)
# 区民政局局长甲、财政局局长乙: bureaus of one district.
_OF_AREA = re.compile("[一-龥]{2,3}[区县](?=.{2,8}[局委]$|$)")
_HEADS = re.compile("(?:总|(?:常务|执行)?副)?[队团社]长")
# 门诊部：|主任甲, 东小区：|副主任乙
_LABEL = re.compile(
    "(?:^|[。；])(?:(?P<section>(?!编辑部)[一-龥]{2,6}[部科室处队])|(?P<estate>[一-龥]{1,6}小区))：\\Z"
)
# 梅香社区网格员: who works for a community.
_OF_COMMUNITY = frozenset(["网格员", "网格长", "专职网格员", "社工", "社区工作者"])
_COMMUNITY = re.compile(r"[一-龥]{2,6}(?:社区|居民区|村)\Z")
# 医院|宣传科科长
_OF_SORT = re.compile("(?:医院|学校|公司|银行|集团|幼儿园|[中小]学|大学|学院)(?=.{2,})")
# 梅香社区侨务|联络员: what somebody does there.
_WORK_OF_COMMUNITY = re.compile(
    r"(?P<home>[一-龥]{2,6}(?:社区|居民区|村))(?:侨务|治保|民防|消防|文体|妇女|计生|统计|卫生|安全|健康|民兵)"
)
# 三车间主任: of the works named before.
_WORKSHOP = re.compile(
    ".{0,4}(?:车间|工段|班组)|(?![街区市镇村]).{2,5}(?:[部科处]|(?<![生务作动公])室)"
    "|.{0,3}(?:年级|教研组|教研室)|校办|[一-龥]?(?:工|巡逻|保安|抢修|维修|保洁|炊事|护理)班"
)
# 街道总|河长, 街道体育|指导员: of the street.
_OF_STREET = re.compile("街道(?:总|社区工作|体育|社会体育|社区|法律|专职|兼职)")
# 街道民政办: an office of the street or district, whatever its name.
_OFFICE = re.compile("(?:街道|[区市])[一-龥]{2,8}[办局委所站队院馆]")
# 青石技术学校实训中心教师 teaches at the school.
_TRAINING = re.compile("(?P<whole>[一-龥]{2,}(?:学校|中学)).{2,}(?:中心|实验室|部)")
_TEACHES = re.compile(r".*(?:教授|讲师|助教|研究员|博士|导师|辅导员|教师|老师)")
# 区民政局|党组 sits for the bureau.
_OF_UNIT = re.compile("(?<=[一-龥]{4})(?<!行政)党组\\Z")
# 茂林市副市长、市公安局局长: the city of the title before.
_CITY = re.compile("[一-龥]{2,3}市")
# 后勤组, 第二组: a part of a unit or a command.
_SUBGROUP = re.compile("[^小专巡导察检审评查]{1,5}组")
_GROUP_LEADERS = frozenset(["组长", "副组长", "组员"])
# 食堂运营小组: a group with a name of its own, though no body of the list.
_GROUP = re.compile(r".{4,}(?:小组|专班)\Z")
#: How the short name of a unit ends, and how long it is.
_SHORT_ENDS = frozenset("室部校站馆所院社队团厂店坊")
_LONGEST_SHORT = 4
#: A unit without a known ending has a longer name than this.
_SHORTEST_NAME = 5
#: 居民区书记 means the secretary of its 党总支.
_SECRETARIES = frozenset(["书记", "副书记", "专职副书记", "第一书记"])
_UNIT = re.compile("联队|沙龙|学社|茶社|诗社|[队团社院部局所站馆店厂行处班室营连坊]\\Z")
_SORTS = frozenset(["少先队", "主席团", "评审团", "陪审团"])
_GENERIC_OWNER = re.compile(
    r"^(?:居民区|社区|小区|各|本|楼组|居委|单位|企业|学校|公司|党|支部|总支|部门|条线|科室|居民|业主|摊主|退休|活动|大赛|比赛|会议)*$"
)


def body_of(
    title: Title, resolver: Resolver, inherited: str, bodies: tuple[Body, ...]
) -> tuple[str, str]:
    """The full name of the body a title belongs to, and the rule; "" if unknown."""
    name, rule = _body_of(title, resolver, inherited, bodies)
    if name in words("generic_bodies"):
        # 联盟|理事会: the one 联盟 of the article.
        name = resolver.only_full_form(name) or name
    if rule not in ("home", "sentence", "full"):
        name = resolver.with_full_unit(name)
    if coined := resolver.coined.get(name):
        return coined, rule
    training = _TRAINING.fullmatch(name) if _TEACHES.fullmatch(title.role) else None
    if training:
        return training["whole"], rule
    unit = _OF_UNIT.sub("", name)
    return (name if unit == name else resolver.longer_form(unit) or unit), rule


def _body_of(
    title: Title, resolver: Resolver, inherited: str, bodies: tuple[Body, ...]
) -> tuple[str, str]:
    owner = _without_trade(unquoted(_trimmed(title, bodies)), title)
    if owner in resolver.short_forms:
        return resolver.short_forms[owner], "short form"
    bare = len(owner) < 4 or owner in _COMMANDS
    if _SUBGROUP.fullmatch(owner) and title.role in _GROUP_LEADERS:
        unit = inherited or unit_before(owner, title, resolver, bodies)
        if unit:
            return unit_of(unit), "unit named before"
    if (_COMMAND.search(title.role) or title.role == "组员") and bare:
        if not owner and (inherited.endswith("组") or kind_of(inherited) in WHOLE):
            return inherited, "inherited"
        return command_before(title, resolver, bodies)
    unit = longest_ending(owner) or (len(owner) > _SHORTEST_NAME and _is_unit(owner))
    if title.group == "description" and not (title.is_of_unit and unit):
        return "", ""
    text = resolver.lines[title.line].text
    before = bodies_before(title, bodies)
    unit, part = unit_meant(owner, text, title.owner_start, before)
    if unit:
        return joined(part, unit) if part else (unit, "named before")
    if authority := authority_of(owner, title, inherited, resolver, before):
        return authority
    if _GROUP.search(owner) and title.role in words("activity_roles"):
        return owner, "as printed"
    if home := residents_body(title, resolver):
        return home, "estate named"
    if not owner and inherited:
        body = inherited_by(title, inherited)
        return whole_name(body, title, resolver, bodies) or body, "inherited"
    if not owner:
        low = max(0, title.start - _LONGEST_LABEL)
        label = _LABEL.search(text, low, title.start)
        if label is None:
            return _of_bare(title, resolver, bodies)
        owner = label["section"] or label["estate"] + "业委会"
    return _of_named(owner, title, resolver, inherited, bodies)


def _of_bare(
    title: Title, resolver: Resolver, bodies: tuple[Body, ...]
) -> tuple[str, str]:
    """书记甲, 队长乙: the committee of a 居民区 in the sentence, the body before, at
    last the 居民区 before."""
    low = resolver.lines[title.line].sentence(title.start)[0]
    last = next(bodies_before(title, bodies), None)
    floor = max((title.line, low), (last.line, last.end) if last else (0, 0))
    if home := residents_near(title, resolver, floor):
        return home, "estate named"
    body, rule = fitting_before(title, resolver, bodies)
    home = "" if body else residents_near(title, resolver, (0, 0))
    return (home, "estate named") if home else (body, rule)


def _of_named(
    owner: str,
    title: Title,
    resolver: Resolver,
    inherited: str,
    bodies: tuple[Body, ...],
) -> tuple[str, str]:
    """The body of a title that print names with some owner."""
    if title.role in _SECRETARIES and owner.endswith("居民区"):
        owner += "党总支"
    around, _ = resolver.around(title.line, title.start)
    if owner == "街道" and around.street:
        return around.street, "area"
    secretary = owner == "社区" and title.role in _SECRETARIES
    if community := resolver.estates.community_body(
        owner, around.street, title.line, title.start, secretary
    ):
        return community, "estate named"
    if _GENERIC_OWNER.match(owner) or owner in words("generic_bodies"):
        return of_generic(owner, title, resolver, inherited, bodies)
    if _OF_SORT.match(owner) and (unit := unit_of_kind(owner, title, bodies)):
        return unit, "unit named before"
    if inherited and is_part(owner, resolver, inherited):
        return joined(owner, inherited)
    if whole := whole_of_part(owner, title, inherited, bodies):
        return whole, "named before"
    area = _OWNING.search(owner) and len(owner) > 2
    called = not (area or inherited) and _may_be_short(owner, title, resolver)
    if called and (name := called_before(owner, title, resolver.lines)):
        return resolver.complete(name, title.line, title.owner_start)[0], "named before"
    if not inherited and owner in words("unit_parts"):
        return of_generic(owner, title, resolver, inherited, bodies)
    place = longest_ending(owner) in words("place_endings")
    if place and (unit := unit_of_kind(owner, title, bodies)):
        return unit, "unit named before"
    if not longest_ending(owner) and not area:
        return _of_unlisted(owner, title, resolver, inherited, bodies)
    owner += "委" if area and title.role == "常委" else ""
    return _of_listed(owner, title, resolver, inherited, bodies)


def _may_be_short(owner: str, title: Title, resolver: Resolver) -> bool:
    """研究室, 夜校: what a unit is called once its name was printed."""
    sort = owner[-1] in _SHORT_ENDS and 2 <= len(owner) <= _LONGEST_SHORT
    of_street = owner in words("street_bodies") | words("station_bodies")
    of_street = of_street or owner[0] in "区市县镇"
    return sort and not of_street and not resolver.begins_with_stem(owner)


def _of_listed(
    owner: str,
    title: Title,
    resolver: Resolver,
    inherited: str,
    bodies: tuple[Body, ...],
) -> tuple[str, str]:
    """区民政局, 青石小学, 社工部: an owner that is an area or has an ending of the
    list."""
    park = resolver.heads.branch("园区", title.line, title.owner_start)
    if owner.startswith("园区") and park:
        return park + owner.removeprefix("园区"), "unit named before"
    if owner[0] == "市" and _CITY.fullmatch(inherited):
        owner = inherited + owner[1:]
    name, rule = resolver.complete(owner, title.line, title.owner_start)
    section = kind_of(name) == "inner_office" and name[-1] in "科部处"
    section = section and not resolver.is_full(name)
    if (
        section
        and name == owner
        and (unit := unit_before(owner, title, resolver, bodies))
    ):
        return unit, "unit named before"
    area = _OF_AREA.match(inherited) if name == longest_ending(name) else None
    if area and kind_of(name) == "gov_department" and name[-2:] != "分局":
        return area[0] + name, "inherited"
    if rule == "as printed" and not _OWN.match(name):
        if whole := whole_name(name, title, resolver, bodies):
            return whole, "named before"
        name = owner_of_post(name)
        longer = longer_before(name, title, bodies)
        return (longer, "named before") if longer else (name, rule)
    return owner_of_post(name), rule


def _of_unlisted(
    owner: str,
    title: Title,
    resolver: Resolver,
    inherited: str,
    bodies: tuple[Body, ...],
) -> tuple[str, str]:
    """学校德育, 三车间, 骨科: an owner with no ending of the list."""
    if work := _WORK_OF_COMMUNITY.fullmatch(owner):
        return work["home"], "as printed"
    if whole := whole_name(owner, title, resolver, bodies):
        return whole, "named before"
    around, rule = resolver.around(title.line, title.start)
    if around.street and _OF_STREET.fullmatch(owner):
        return around.street, rule
    unit = unit_of_kind(owner, title, bodies)
    own = resolver.begins_with_stem(owner)
    if not unit and not own and _WORKSHOP.fullmatch(owner):
        unit = unit_before(owner, title, resolver, bodies)
        if unit and not inherited:
            return unit, "named before"
    if unit and not inherited:
        return unit, "unit named before"
    if _OFFICE.fullmatch(owner):
        return resolver.complete(owner, title.line, title.owner_start)
    name, rule = _loose(owner, title, resolver)
    held = title.group != "description" or title.is_of_unit
    if not name and held and _is_unit(owner):
        return _named_so(owner, title, resolver, bodies)
    own = resolver.begins_with_stem(name) or _OWN.match(owner) or _OWN.match(name)
    own = own or owner[0] in "区市县"
    own = own or (name != owner and len(name) >= 4 and kind_of(name) in WHOLE)
    if inherited and not (name and own):
        return unit_of(inherited), "inherited"
    return (name, rule) if name else fitting_before(title, resolver, bodies)


def _trimmed(title: Title, bodies: tuple[Body, ...]) -> str:
    """物业企业上海某某公司: the body found at the end of the owner, without what
    stands in front of it."""
    end = title.owner_start + len(title.owner)
    first = bisect_left(
        bodies,
        (title.line, title.owner_start),
        key=lambda body: (body.line, body.start),
    )
    for body in bodies[first : first + 4]:
        ends = (body.line, body.end) == (title.line, end)
        ends = ends and not _PARTIES.match(title.owner)
        if ends and body.printed in title.owner and not _is_inner(body.printed):
            return body.printed
    return title.owner


def _without_trade(owner: str, title: Title) -> str:
    """物业公司保安|队长: the unit in front of a trade."""
    if title.role not in ("队长", "组长", "班长"):
        return owner
    trade = table("roles").get(owner[-2:], ("", ""))[1] == "occupation"
    return owner[:-2] if trade else owner


def _is_inner(printed: str) -> bool:
    """办公室 of 分类推进办公室: no name by itself."""
    return printed in words("generic_bodies") or printed in words("unit_parts")


def _is_unit(owner: str) -> bool:
    """柳湾联队, 雨前茶社, 戏曲沙龙: a name of its own before an ending that the list
    has not, or has as a part of longer ones."""
    ending = _UNIT.search(owner)
    core = owner[: ending.start()] if ending else ""
    least = 4 if ending and ending[0] in "部处班室" else 2
    if len(core) < least or core in words("generic_cores") or owner in _SORTS:
        return False
    return core not in words("common_words") and core not in words("followers")


def _named_so(
    owner: str, title: Title, resolver: Resolver, bodies: tuple[Body, ...]
) -> tuple[str, str]:
    """The unit with that name, or one before whose short name it is: 槐荫所."""
    for body in bodies_before(title, bodies):
        if body.name[-1] == owner[-1] and owner[:-1] in body.name[:-1]:
            return body.name, "named before"
    name, rule = resolver.complete(owner, title.line, title.owner_start)
    known = rule in ("home", "sentence", "full")
    return (
        (owner_of_post(name), rule) if name and known else (name or owner, "own name")
    )


def _loose(owner: str, title: Title, resolver: Resolver) -> tuple[str, str]:
    """骨科主任医师, 三大队民警: the unit before a section without a known ending."""
    if _OFFICE_OF_TRADE.search(owner) or (_BRANCH.search(owner) and _OWN.match(owner)):
        return resolver.complete(owner, title.line, title.owner_start)
    for end in range(len(owner) - 1, 3, -1):
        unit, rest = owner[:end], owner[end:]
        whole = kind_of(unit) in WHOLE and len(rest) <= _LONGEST_SECTION
        if not whole and not _SECTION.fullmatch(rest):
            continue
        ending = longest_ending(unit)
        if ending and ending != "社会组织" and unit not in words("generic_bodies"):
            name, rule = resolver.complete(unit, title.line, title.owner_start)
            return owner_of_post(name), rule
    named = len(owner) >= 4 and title.role not in words("activity_roles")
    headed = _HEADS.fullmatch(title.role) and owner[-1] == title.role[-2]
    core = owner[:-1]
    plain = core in words("generic_cores") or core in words("common_words")
    if headed and len(core) > 1 and not plain:
        # 北塘队队长: of a team with a name of its own.
        return resolver.complete(owner, title.line, title.owner_start)
    if title.role in _OF_COMMUNITY and _COMMUNITY.search(owner):
        return owner, "as printed"
    if _ABSTRACT.search(owner) or _OCCASION.search(owner):
        return "", "no body"
    full = resolver.begins_with_stem(owner) and not _OWNING.search(owner)
    full = full or (title.group == "office" and bool(_OWN.match(owner)))
    if full or (title.group == "office" and named):
        name, rule = resolver.complete(owner, title.line, title.owner_start)
        return owner_of_post(name), rule
    return "", "no body"
