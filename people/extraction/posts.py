"""Titles that stand together, and the body each of them belongs to.

X公司党委副书记、纪委书记纪涛    -> X公司党委: 副书记; X公司纪委: 书记
街道党工委副书记、办事处主任许勤 -> the street's 党工委 and 办事处
"""

import re
from dataclasses import dataclass, field

from people.extraction.bodies import Body
from people.extraction.kinds import is_joint, is_temporary, kind_of, longest_ending
from people.extraction.lines import Line
from people.extraction.owners import body_of
from people.extraction.parts import is_part
from people.extraction.resolver import Resolver
from people.extraction.structure import FoundPost, PostKind
from people.extraction.titles import Title, find_titles
from people.extraction.wordlists import words

#: Rules that find a body elsewhere in the article: no sign that a name follows.
INFERRED = frozenset(
    ["estate named", "only one", "unit named before", "named before", "own name"]
)
_OFFICES = words("street_bodies") | words("unit_parts")
# 医院|绿化班班长
_OF_SORT = re.compile("^(?:医院|学校|公司|银行|集团|幼儿园|[中小]学|大学|学院)")
#: Offices whose 负责人 is called so for want of a title.
_PUBLIC = frozenset(["gov_department", "inner_office", "subdistrict_office"])
_RETIRED = ("退休", "离休", "转业", "退役", "退伍")
# 副主任、《青石文艺》|主编甲
_OF_WORK = re.compile("《[^》]{1,16}》")
# 联席会议|新一届|秘书长
_TERM = re.compile("(?<=[一-龥])(?:新一|首|本)届(?!人大)")
_POSSESSED = re.compile("(?:[我你他她]们?|谁)的?\\Z")
# 曾任馆长|的甲, 做过班长|的乙, 担任指挥|的是
_SERVED = re.compile(
    r"(?P<past>做过|当过|干过|担任过|做了|当了|干了)[^，。；、]{0,8}\Z"
    r"|(?:担任|兼任|出任|当选|增补为)[^，。；、]{0,4}\Z"
)
_SERVING = frozenset(["曾任", "历任", "时任", "现任", "现为", "拟任", "新任", "原任"])
_MEMBERS = frozenset(["委员", "理事", "监事", "常委", "执委"])
_LINK = re.compile(r"、(?:现任?|现为|曾任|历任|代理?|兼任?)?|兼任?|，兼任?|暨|及|和")


@dataclass(slots=True)
class Chain:
    """Titles of one holder (or of holders listed behind them), left to right."""

    titles: list[Title]
    bodies: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)

    @property
    def start(self) -> int:
        return min(self.titles[0].start, self.titles[0].owner_start)

    @property
    def after(self) -> int:
        return self.titles[-1].after

    @property
    def line(self) -> int:
        return self.titles[0].line

    @property
    def is_of_body(self) -> bool:
        """Print names a body beside a title of the chain."""
        return any(map(_is_printed, self.bodies, self.rules))

    @property
    def is_of_staff(self) -> bool:
        """Reporters are no people of the article."""
        return self.titles[-1].role in words("staff_roles")

    def one_each(self, holders: int) -> list["Chain"]:
        """甲、乙分别任组长、副组长: a chain for each holder; none where the titles are
        not as many."""
        if len(self.titles) != holders:
            return [] if len(self.titles) > 1 else [self] * holders
        rows = zip(self.titles, self.bodies, self.rules, strict=True)
        return [Chain([title], [body], [rule]) for title, body, rule in rows]

    def implies(self, label: "Chain") -> bool:
        """Who has this office has that of `label` anyway: 新一届委员：主任甲,
        民间河长：东段河长甲, but not 理事：青石公司经理甲, 理事：木匠乙."""
        role, own = label.titles[-1].role, self.titles[-1]
        bare = own.group == "office" and not any(title.owner for title in self.titles)
        return own.role == role or (role in _MEMBERS and bare)

    @property
    def is_titled(self) -> bool:
        return self.titles[-1].group != "description"


def link_titles(titles: list[Title], line: Line) -> list[Chain]:
    """Titles joined by 、 or 兼 form one chain."""
    chains: list[Chain] = []
    for title in titles:
        if chains and _is_linked(chains[-1].titles[-1], title, line.text):
            chains[-1].titles.append(title)
        else:
            chains.append(Chain([title]))
    return chains


def _is_linked(left: Title, right: Title, text: str) -> bool:
    if left.is_half_name:
        return False
    link = _LINK.match(text, left.after)
    work = _OF_WORK.match(text, link.end()) if link else None
    if link and (work or link).end() == right.start:
        return True
    if left.after == right.start and right.owner in _OFFICES:
        # 街道党工委副书记|办事处主任甲
        return left.group == "office"
    # 这次演习的指挥长，街道武装部部长甲
    bare = left.role in words("activity_roles") and not longest_ending(left.owner)
    bare = bare and text[left.start - 1 : left.start] in ("", "的", "，", "。")
    return bare and text[left.after : right.start] == "，"


def name_bodies(
    chain: Chain, resolver: Resolver, inherited: str, bodies: tuple[Body, ...]
) -> None:
    """Fill in the body of every title of the chain; a bare title takes over the one
    that is `inherited`, "" for none."""
    for title in chain.titles:
        name, rule = body_of(title, resolver, inherited, bodies)
        chain.bodies.append(name)
        chain.rules.append(rule)
        if title.role != "政协委员":
            inherited = name or _unit_behind(title, resolver) or inherited


def _unit_behind(title: Title, resolver: Resolver) -> str:
    """X公司创始人兼总经理: what is no post still names the unit."""
    if title.group != "description" or not longest_ending(title.owner):
        return ""
    return resolver.complete(title.owner, title.line, title.owner_start)[0]


def is_possessed(chain: Chain, line: Line) -> bool:
    """他的老师: of one person, no office."""
    return bool(_POSSESSED.search(line.text, max(0, chain.start - 3), chain.start))


def served(chain: Chain, text: str) -> bool:
    """曾任馆长|的, 担任指挥|的: who it is or was stands behind."""
    if not text.startswith("的", chain.after):
        return False
    flag = chain.titles[0].flag in _SERVING or chain.titles[-1].note == "原"
    return flag or bool(_SERVED.search(text, max(0, chain.start - 14), chain.start))


def make_posts(chain: Chain, line: Line, rehired: bool = False) -> list[FoundPost]:
    """The posts of one holder of the chain; mere descriptions make none, nor does
    what somebody did before retiring (退休教师) where no unit is named."""
    return [
        _post(title, body, rule, line, rehired)
        for title, body, rule in zip(
            chain.titles, chain.bodies, chain.rules, strict=True
        )
        if _is_post(title, body, rule)
    ]


def _is_post(title: Title, body: str, rule: str) -> bool:
    if title.is_of_unit or title.printed.startswith(_RETIRED):
        of_office = title.is_of_unit and kind_of(body) in _PUBLIC
        named = _is_named(body, rule) or rule == "own name"
        return named and bool(title.owner) and not of_office
    return title.group != "description"


def _is_printed(body: str, rule: str) -> bool:
    return bool(body) and rule not in INFERRED


def _is_named(body: str, rule: str) -> bool:
    """Print names the body with this title, not with the one before."""
    return _is_printed(body, rule) and rule != "inherited"


def _post(title: Title, body: str, rule: str, line: Line, rehired: bool) -> FoundPost:
    activity = title.role in words("activity_roles") and not body
    return FoundPost(
        text=_text(title, body, rule),
        role=_role_in(title, body),
        place=line.place(title.start, title.end),
        quote=line.quote(title.start),
        kind=PostKind.ACTIVITY if activity else PostKind.POST,
        body=body,
        body_kind=kind_of(body) if body else "",
        body_temporary=is_temporary(body),
        body_joint=is_joint(body),
        former=title.former,
        acting=title.flag in ("代", "代理") or title.note == "代",
        in_charge=title.note in ("主持工作", "主持日常工作"),
        seconded=title.flag == "挂职" or title.note == "挂职" or "挂职" in title.role,
        nominee=title.flag == "拟任" or title.note == "拟任",
        rehired=rehired or "退休返聘" in title.note,
        rule=rule,
    )


def _text(title: Title, body: str, rule: str) -> str:
    """The title as printed, without a short name of its body that the full one does
    not end with: 梧荫物业总经理 is 总经理 of 上海梧荫物业管理有限公司, 学校德育处主任
    the 德育处主任."""
    owner = title.owner
    section = _OF_SORT.sub("", owner) if body else owner
    if section != owner and not body.endswith(owner):
        return title.printed.replace(owner, section, 1)
    short = rule in ("short form", "unit named before") and owner
    if short and not is_part(owner) and not body.endswith(owner):
        return title.printed.replace(owner, "", 1)
    if title.role == "项目经理" and body and owner.startswith(body):
        return body + title.role
    return _TERM.sub("", title.printed)


def _role_in(title: Title, body: str) -> str:
    """The role with the section of the body that print names before it.

    X公司研究处组长 held in X公司 is its 研究处组长, never the 组长 of X公司.
    """
    before = title.printed.removesuffix(title.role)
    if not body or before == title.printed or body.endswith(before):
        return title.role
    if before.endswith("党组") and not body.endswith("党组"):
        return f"党组{title.role}"
    section = before.removeprefix(body)
    is_part = before in words("unit_parts") or kind_of(before) == "inner_office"
    if section != before or (is_part and before not in body):
        return section + title.role
    return title.role


def read_posts(line: Line, resolver: Resolver) -> list[FoundPost]:
    """The posts of a line that holds nothing else."""
    found: list[FoundPost] = []
    previous: Chain | None = None
    position = 0
    for chain in link_titles(find_titles(0, line), line):
        name_bodies(chain, resolver, previous.bodies[-1] if previous else "", ())
        found += _unread(line, position, chain.start)
        for post in make_posts(chain, line):
            found.append(post)
        found += _unread(line, *_descriptions(chain))
        previous, position = chain, chain.after
    return found + _unread(line, position, len(line.text))


def _descriptions(chain: Chain) -> tuple[int, int]:
    last = chain.titles[-1]
    return (last.start, last.end) if last.group == "description" else (0, 0)


def _unread(line: Line, start: int, end: int) -> list[FoundPost]:
    """Parts without a known title."""
    found = []
    for match in re.finditer(r"[^、，；。（）]+", line.text[start:end]):
        text, place = match[0], line.place(start + match.start(), start + match.end())
        found.append(FoundPost(text, text, place, line.text, rule="as typed"))
    return found
