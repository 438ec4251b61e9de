"""Titles as printed: 街道党工委副书记、办事处主任, with owner and flags.

原街道妇联副主席     -> owner 街道妇联, role 副主席, former
商会原会长           -> owner 商会, role 会长, former
组织部长             -> owner 组织部, role 部长
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from people.extraction.boundaries import name_start
from people.extraction.kinds import longest_ending
from people.extraction.lines import Line
from people.extraction.parts import unit_of
from people.extraction.wordlists import alternation, table, words

_ROLE = re.compile(alternation(table("roles")))
_FLAG = re.compile(
    r"(?P<flag>前?原任?|时任|(?<!此)前任|首任|[上下]一任|上一?届|卸任|现任|现为|曾任|历任|拟任|新任|代理|代|挂职)\Z"
)
_AFTER = re.compile(
    r"（(?P<note>兼|代|主持工作|挂职|拟任|原|退休返聘|现退休返聘|时任|主持日常工作)）"
)
# 书记人选, 主任候选人: the one who is to hold it.
_NOMINEE = re.compile(r"(?:提名|拟任|建议|推荐)?(?:人选|候选人)")
# 从总工程师任上退休, 从部长岗位上退下来: an office that somebody has left.
_LEFT = re.compile(
    r"(?:的)?(?:任上|(?:岗位|位子|位置|职务)上?)(?:光荣)?(?:退休|退下来?|离任|离休)(?:以?后)?"
)
# 不再担任…书记|职务, 免去…所长|职务
_HELD = re.compile(
    r"(?:担任|兼任|接任|出任|辞去|卸任|卸下|免去)[^，。；、！？]{0,30}(?:、[^，。；、！？]{0,20})?\Z"
)
# 会长|一职由
_OFFICE_BY = re.compile(r"(?:的)?(?:一职|职务)[暂仍]?由")
_OFFICE = re.compile(r"(?:的)?(?:一职|职务)")
_RANK = re.compile(
    r"(?:高级|[一二三四五六七八]级|副高级|正高级|资深|首席|特级|国家级|街道级|社区级|[区县镇乡村市]级|退休|离休|注册|专职|兼职|名誉|荣誉|值班|当班)+\Z"
)
# 副主任 is no holder in 主任办公会, 书记论坛, 队长室, 局长接待日.
_NO_ROLE = re.compile(
    r"[室会级区委铺组堂系]|[部馆](?!长)|办(?!事处)|院(?!长)|论坛|接待|办公|工作室|信箱|热线|梯队|例会|联席|助理|职务|岗位|一职|人选|项目|之家|班子|单位|节|事务所|(?<=[老大]师)傅|们|证书?|(?<=员)费|费(?=[用率，。、和])|团队|队伍|协会|学院|家属|出身|以上|资格|(?<=主席)团|(?<=[讲律医教]师|讲员|演员)团|(?<=干部)[科处局活]|(?<=残疾人)(?:联|及|协)|(?<=[记作学患医]者)[部站协团]|(?<=警)[支大中总]队|(?<=护士)站|(?<=书记|秘书)处|(?<=工)[业程厂艺作会资期地具]|(?<=秘书)科"
)
# 最佳|守门员, 优秀|班组长: an honour, no office.
_HONOUR = re.compile(r"(?:优秀|最佳|十佳|百佳|先进|模范)\Z")
# 澄江区粮食局: a bureau of an area, whatever its ending.
_BUREAU = re.compile(r"[一-龥]{2,3}[市区县][一-龥]{1,8}[局委院所站]")
_PLAIN = re.compile(
    "(?P<core>[一-龥]{3,8})[局所站队馆社厂店院校坊市行]|“[一-龥]{2,8}”.{2,4}"
)
_SECTION = re.compile(r".{1,7}[科处室部组系班队]|党委|党总支|党支部|工会|团委|团支部")
# 师专的俄语教师: what somebody teaches or does there.
_SUBJECT = re.compile("[一-龥]{2}")
_OF = re.compile(r"(?:退休|离休|退下来)?的\Z")
# 某某公益中心（以下简称“中心”）|主任
_SHORT_FORM = re.compile(r"（(?:以下|下)?简?称[^（）]*）\Z")
_CONJUNCTIONS = ("同", "和", "与", "跟", "或", "当", "做")
_ELECTED = re.compile(
    r"(?:当选|选举产生|选出|增补|连任)(?:的|为|了|新一届|首届|第[一二三四五六七八九十\d]+届"
    r"|[一二三四五六七八九十\d]+[名位])*\Z"
)
_ACTING = re.compile(r"代理?\Z")
#: How far back an ending that shares a character with the role may begin.
_LONGEST_ENDING = 8
# 等|五人为副会长: who they are stands before.
_COUNTED = re.compile(
    r"[两二三四五六七八九十\d]+(?:位|名|人)(?:同志)?(?:当选|担任|出任|为|任)+"
)
_ORGANIZES = re.compile(r"(?:[部局委]|街道)组织\Z")
_FORMER = frozenset(
    {
        *("原", "原任", "前原", "时任", "前任", "首任", "上一任", "曾任", "历任"),
        *("上届", "上一届", "卸任"),
    }
)
#: Roles that make a post only where print names their unit.
_READ_AS = {"craft": "occupation", "founder": "description"}
_PRINTED_FLAG = frozenset({"原", "原任", "时任", "前任"})
# 新|馆长, 女|护士, 已故|居民区书记, 分管|副校长, 4月9日|民警: said of the holder.
_SAID_OF = re.compile(
    r"[女男新老连个可但而却就]\Z|年轻的?|现(?![代场实任为役有金])|已故老?|卸任|离任|现任|分管|资深\Z"
    r"|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?(?:[上下]午|晚)?"
)


@dataclass(frozen=True, slots=True)
class Title:
    """One title at `text[start:end]`; `owner` is what stands before `role`."""

    line: int
    start: int
    end: int
    printed: str
    owner: str
    owner_start: int
    role: str
    group: str
    flag: str = ""
    note: str = ""
    after: int = 0
    elected: bool = False

    @property
    def former(self) -> bool:
        return self.flag in _FORMER or self.note in ("原", "时任")

    @property
    def is_of_unit(self) -> bool:
        """木匠, 负责人: a post only in a unit that print names."""
        return table("roles").get(self.role, ("", ""))[1] in _READ_AS

    @property
    def is_half_name(self) -> bool:
        """保育员陆阿姨|洗菜: a surname before a form of address."""
        return self.owner in words("surnames") and self.role in words("honorifics")


def find_titles(index: int, line: Line) -> list[Title]:
    """All titles of a line from left to right."""
    text = line.text
    found: list[Title] = []
    for match in _roles(text):
        if _NO_ROLE.match(text, match.end()) and not _is_office(text, match):
            continue
        if found and match.start() < found[-1].end:
            # 主任|候选人: read with the title before.
            continue
        floor = _column(line, match)
        title = _read_title(index, text, match, floor)
        if found and _leads(found[-1], match):
            # 保安|队长: one title.
            before = found.pop()
            floor = min(before.start, before.owner_start)
            title = _read_title(index, text, match, floor)
        elif found and title.start < found[-1].end:
            own = _is_own_office(text, found[-1], match.start())
            if own or not _is_unit(title.owner):
                title = _read_title(index, text, match, found[-1].end)
        # 志愿者服务队队长: the first word is part of the name of the body.
        while found and title.start < found[-1].end:
            found.pop()
        found.append(title)
    return found


def _column(line: Line, role: re.Match) -> int:
    """Where the column of the role begins; before a colon any space parts columns:
    编剧：甲 导演：乙."""
    labels = line.text.startswith("：", role.end())
    gaps = sorted(line.gaps) if labels else line.breaks
    column = bisect_right(gaps, role.start())
    return gaps[column - 1] if column else 0


def _is_unit(owner: str) -> bool:
    """退役军人事务局, or 退役军人事务局优抚科: 退役军人 is part of the name."""
    return bool(longest_ending(owner)) or unit_of(owner) != owner


def _leads(before: Title, role: re.Match) -> bool:
    """队长 right behind a trade, any title behind its 班."""
    if before.group != "occupation":
        return False
    between = role.string[before.end : role.start()]
    if between in ("队", "组", "班"):
        return _class_of(role[0]) != "description"
    return not between and role[0] in ("队长", "组长", "班长")


def _is_own_office(text: str, before: Title, role: int) -> bool:
    """党工委副书记|办事处主任: two offices with nothing between."""
    body = text[before.end : role]
    known = body in words("street_bodies") or body in words("unit_parts")
    return known and before.group == "office"


def _is_office(text: str, role: re.Match) -> bool:
    """What follows makes the role no other word: 书记人选, 书记职务."""
    end = role.end()
    if _NOMINEE.match(text, end) or _LEFT.match(text, end):
        return True
    if _OFFICE_BY.match(text, end):
        return True
    before = max(0, role.start() - 60)
    return bool(_OFFICE.match(text, end) and _HELD.search(text, before, role.start()))


def _roles(text: str) -> Iterator[re.Match]:
    """Every role; 电梯工|程师 begins a word of its own at 工."""
    position = 0
    while match := _ROLE.search(text, position):
        if text[match.end() - 1 : match.end() + 2] == "工程师":
            position = match.end() - 1
            continue
        if match[0][-2:] == "学生" and text.startswith("物", match.end()):
            # 中学|生物教师
            position = match.end() - 1
            continue
        if match[0] == "业主" and text[match.end() : match.end() + 1] in "任席管":
            # 专业|主任
            position = match.end() - 1
            continue
        if text.startswith("妇女儿童", match.start() - 1):
            position = match.end()
            continue
        yield match
        position = match.end()


def _read_title(index: int, text: str, match: re.Match, floor: int) -> Title:
    start, owner_start, owner, flag = _read_owner(text, floor, match.start())
    rank = _RANK.search(owner)
    if rank:
        owner = owner[: rank.start()]
    owner = _with_shared_character(_SHORT_FORM.sub("", owner), match[0])
    nominee = _NOMINEE.match(text, match.end())
    end = nominee.end() if nominee else match.end()
    note = _AFTER.match(text, end)
    left = _LEFT.match(text, end)
    return Title(
        line=index,
        start=start,
        end=end,
        printed=text[start:end],
        owner=owner,
        owner_start=owner_start,
        role=match[0],
        group=_group(text, match),
        flag="拟任" if nominee else flag,
        note=note["note"] if note else "原" if left else "",
        after=(note or left).end() if note or left else end,
        elected=bool(_ELECTED.search(text, max(0, start - 10), start)),
    )


def _group(text: str, role: re.Match) -> str:
    """The class of the role; an honour is none."""
    honour = _HONOUR.search(text, max(0, role.start() - 2), role.start())
    return "description" if honour else _class_of(role[0])


def _class_of(role: str) -> str:
    """How a role is read before a name."""
    group = table("roles")[role][1]
    return _READ_AS.get(group, group)


def _read_owner(text: str, floor: int, role: int) -> tuple[int, int, str, str]:
    """Where the title and its owner begin, the owner, and the flag before them."""
    start = _owner_start(text, floor, role)
    while said := _SAID_OF.match(text, start, role):
        start = said.end()
    part = text[start:role]
    found = _FLAG.search(text, max(floor, start - 3), start)
    flag = found["flag"] if found else ""
    if found and (not part or _is_inner(part)):
        # 商会原会长, 市卫健委原党委委员: the body stands before the flag.
        inner = _body_before(text, found.start(), floor)
        if inner is not None:
            return inner, inner, text[inner : found.start()] + part, flag
    end = start
    if flag in _PRINTED_FLAG:
        start = found.start()
    elif text[start - 1 : start] == "的" and _goes_with_unit(part):
        # 轮渡公司的总船长, 粮食局的审计科科长: the body stands before 的.
        before = start - len(_OF.search(text, max(0, start - 8), start)[0])
        body = _body_before(text, before, floor)
        if body is not None:
            return start, body, text[body:before] + part, flag
    return start, end, part, flag


def _goes_with_unit(part: str) -> bool:
    """Nothing, a rank or a section: the unit stands before 的."""
    section = _SECTION.fullmatch(part) or _RANK.fullmatch(part)
    return not part or bool(section or _SUBJECT.fullmatch(part))


def _is_inner(part: str) -> bool:
    return part in words("generic_bodies") or part in words("unit_parts")


def _owner_start(text: str, floor: int, end: int) -> int:
    """Where the owner begins; before a link (甲同|组长乙, 甲当|队长) there is none, and
    before 代 (妇联代|主席) it is read apart."""
    if text[end - 1 : end] in _CONJUNCTIONS:
        return end
    start = name_start(text, floor, end)
    shared = longest_ending(text[max(floor, end - _LONGEST_ENDING) : end + 1])
    if len(shared) > 2:
        # 组织|部长: the 部 belongs to both, and 组织 is no verb.
        start = min(start, name_start(text, floor, end + 1))
    counted = _COUNTED.match(text, start, end)
    if counted:
        return counted.end()
    if (
        _ORGANIZES.search(text, max(0, start - 4), start)
        and text[end - 1] in "科处室办"
    ):
        # 区委组织部|组织二科科长: 组织 is no verb.
        start = name_start(text, floor, start - 2)
    acting = _ACTING.search(text, start, end)
    before = text[start : acting.start()] if acting else ""
    return end if acting and (not before or longest_ending(before)) else start


def _body_before(text: str, end: int, floor: int) -> int | None:
    """Start of the body that ends at `end` (业委会|原主任)."""
    start = name_start(text, floor, end)
    named = longest_ending(text[start:end]) or _BUREAU.fullmatch(text, start, end)
    return start if start < end and (named or _is_plain(text[start:end])) else None


def _is_plain(name: str) -> bool:
    """柳林海事所, 菱湖女工队: a name of its own before an ending that the list of
    bodies has not."""
    unit = _PLAIN.fullmatch(name)
    core = (unit["core"] or name) if unit else ""
    word = core in words("common_words") or core[-2:] in words("followers")
    return bool(core) and not (word or core in words("generic_cores"))


def _with_shared_character(owner: str, role: str) -> str:
    """组织部长: the 部 belongs to owner and role."""
    if owner and not longest_ending(owner) and longest_ending(owner + role[0]):
        return owner + role[0]
    return owner
