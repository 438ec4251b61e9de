"""The body that a title takes over from what is printed before it.

会长甲、轮值会长乙                    the body of the list
委员会主任由甲担任，副主任是乙         the office of which it is the deputy
长桥居民区书记甲，前任书记乙           the same office
镇政府副镇长甲致辞，副镇长乙颁奖       the office of another deputy
第二届理事会选举产生：会长甲，监事乙   the body in front of the colon
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from people.extraction.belonging import is_of_street, street_of
from people.extraction.bodies import Body
from people.extraction.boundaries import name_start
from people.extraction.kinds import kind_of, longest_ending
from people.extraction.lines import HAN, Line
from people.extraction.posts import Chain
from people.extraction.resolver import Resolver, unquoted
from people.extraction.scopes import Scopes
from people.extraction.titles import Title
from people.extraction.wordlists import table, words

_BETWEEN = re.compile(rf"[{HAN}·]{{2,14}}(?:（[^（）]{{1,20}}）)?、")
_COMMA = re.compile(rf"[{HAN}·、]{{2,30}}(?:（[^（）]{{1,20}}）)?，")
# 梅林社区|选举甲为党委书记, “亮灯议事组”|由甲任组长
_CHOOSES = re.compile("(?:换届)?(?:选举|推选|推举|选出)(?!产生|结果)|由")
_AS = re.compile(r"[为任]\Z")
_HOME = re.compile(r"(?:社区|居民区|村|[组队社团])\Z")
#: How many lines before its deputy a head may stand.
_LINES_BACK = 2
#: How far back the body before a verb is searched.
_REACH = 300
# 在青石医院|当护工, 青石街道聘请她|担任顾问
_WORKS = re.compile(
    r"(?:(?:[在到进]|来到)(?P<unit>[^，。；：、“”]{2,24}?)"
    r"|(?P<by>[^，。；：、“”]{2,24}?)(?:特|返)?聘请?[他她])(?:担任|当|做|任|干|为)[过了上]?了?\Z"
)
# 白石米行, 港区医务室: an ending that the list of bodies has not.
_PLAIN_UNIT = re.compile("[一-龥]{2,}[局处站所院校馆社队署厂店室行坊]\\Z")
_WORK_REACH = 40
# 组织委员, 宣传统战委员: a seat of the party committee.
_SEAT = re.compile(r"(?:组织|宣传|统战|政法|纪检|武装){0,2}")
_PARTY = ("party_committee", "party_work_committee", "party_branch")


@dataclass(slots=True)
class Offices:
    """What the titles of one line may take over; `heading` is the body of a roll
    whose heading stands above the line."""

    line: Line
    scopes: Scopes
    heading: str = ""
    bodies: Sequence[Body] = ()
    earlier: tuple[Chain, ...] = ()
    previous: Chain | None = None
    recent: list[Chain] = field(default_factory=list)
    held_to: int = 0

    @classmethod
    def of_line(
        cls, line: Line, bodies: list[Body], heading: str, resolver: Resolver
    ) -> "Offices":
        """`bodies` are those of the line."""
        scopes = Scopes.of_line(line, bodies, resolver)
        heading = heading if "。" not in line.text else ""
        return cls(line, scopes, heading, bodies)

    def behind(self, before: "Offices | None") -> "Offices":
        """The same, with the offices of the lines before in mind."""
        self.earlier = tuple((*before.earlier, *before.recent)[-8:]) if before else ()
        return self

    def add(self, chain: Chain) -> None:
        """One more chain with a body or a holder."""
        self.previous = chain
        self.recent = [*self.recent[-7:], chain]

    def body_before(self, chain: Chain) -> tuple[str, bool]:
        """The body for the first title of `chain`, and whether a list goes on."""
        if self._is_list(chain):
            return self.previous.bodies[-1], True
        title = chain.titles[0]
        if is_seat(title) and _SEAT.fullmatch(title.owner):
            return self._party(), False
        chosen = self._choosing(title)
        if title.owner or chosen:
            return chosen, False
        if place := self._workplace(title):
            return place, False
        office = (
            self._same_office(title) or self._head_of(title) or self._peer_of(title)
        )
        office = (
            office
            or self.scopes.body_at(title.start, title.group == "occupation")
            or self._founded(title)
        )
        office = office or self.heading or self._head_before(title)
        return office, False

    def _is_list(self, chain: Chain) -> bool:
        """…会长甲、轮值会长乙: the chain goes on with a list that names its body; so
        does 工会主席 behind a comma."""
        previous = self.previous
        if previous is None or self.held_to != chain.start - 1:
            return False
        between = self.line.text[previous.after : chain.start]
        if "退休" in previous.titles[-1].printed:
            return False
        if _COMMA.fullmatch(between):
            return _goes_on(chain.titles[0], previous)
        return bool(_BETWEEN.fullmatch(between))

    def _choosing(self, title: Title) -> str:
        """梅林社区选举甲为党委书记，乙为副书记: the body before the verb."""
        if title.owner and title.owner not in words("unit_parts"):
            return ""
        low, _ = self.line.sentence(title.start)
        text = self.line.text
        if not _AS.search(text, max(low, title.start - 4), title.start):
            return ""
        low = max(low, title.start - _REACH)
        for verb in reversed(list(_CHOOSES.finditer(text, low, title.start))):
            start = name_start(text, low, verb.start())
            unit = unquoted(text[start : verb.start()])
            unit = unit.replace("业主大会", "业委会")
            if len(unit) > 2 and unit not in words("generic_bodies"):
                return unit if longest_ending(unit) or _HOME.search(unit) else ""
        return ""

    def _workplace(self, title: Title) -> str:
        """在青石医院|当护工, 青石街道聘他|做顾问: where or by whom one is that."""
        low = max(self.line.sentence(title.start)[0], title.start - _WORK_REACH)
        work = _WORKS.search(self.line.text, low, title.start)
        if work is None:
            return ""
        start, end = work.span("unit" if work["unit"] else "by")
        inside = [x for x in self.bodies if start <= x.start and x.end <= end]
        if inside and (work["unit"] or inside[-1].end == end):
            return inside[-1].name
        unit = work["unit"] or ""
        return unit if _PLAIN_UNIT.search(unit) else ""

    def _head_of(self, title: Title) -> str:
        """委员会主任由甲担任，副主任是乙: the last office of the sentence of which a
        bare title is the deputy."""
        low, _ = self.line.sentence(title.start)
        near = (office for office in reversed(self.recent) if office.start >= low)
        return next(filter(None, (_headed(office, title) for office in near)), "")

    def _head_before(self, title: Title) -> str:
        """中心主任甲说……。副主任乙: the last office of the lines before of which a bare
        title is the deputy, unless its kind of body is known."""
        deputy = title.role.startswith(("副", "候补"))
        if not deputy or title.role in table("bare_owners"):
            return ""
        for office in reversed([*self.earlier, *self.recent]):
            if title.line - office.line > _LINES_BACK:
                return ""
            body = _headed(office, title)
            if body is not None:
                return body
        return ""

    def _peer_of(self, title: Title) -> str:
        """街道办事处副主任甲领走一件，副主任乙领走两件: the office before it in the
        sentence, where a body of that kind has such officers."""
        low, _ = self.line.sentence(title.start)
        near = (x for x in reversed(self.recent) if x.start >= low)
        office = next((x for x in near if x.titles[-1].group == "office"), None)
        if office is None:
            return ""
        same = office.titles[-1].role == title.role and title.role.startswith("副")
        return office.bodies[-1] if same or is_peer(title, office) else ""

    def _same_office(self, title: Title) -> str:
        """前任书记 of the body whose 书记 is named before."""
        for office in reversed(self.recent if title.flag else []):
            for other, body in zip(office.titles, office.bodies, strict=True):
                if other.role == title.role and body:
                    return body
        return ""

    def _founded(self, title: Title) -> str:
        """成立促进会，甲任会长: the body of which the sentence tells the founding."""
        low, _ = self.line.sentence(title.start)
        if not _AS.search(self.line.text, max(low, title.start - 2), title.start):
            return ""
        return self.scopes.last_before(title.start, low)

    def _party(self) -> str:
        for office in reversed(self.recent):
            for body in office.bodies:
                if kind_of(body) in _PARTY:
                    return body
        return ""


def _headed(office: Chain, title: Title) -> str | None:
    """The body of the head in `office` whose deputy `title` is; None for no head."""
    for head, body in zip(office.titles, office.bodies, strict=True):
        if title.role.endswith((f"副{head.role}", f"候补{head.role}")):
            return body
    return None


def _goes_on(title: Title, previous: Chain) -> bool:
    """办事处主任, 工会主席, 委员 behind a comma: of the same street, unit or roll."""
    if title.owner:
        of_street = is_of_street(title.owner) and bool(street_of(previous.bodies[-1]))
        return of_street or title.owner in words("unit_parts")
    return is_peer(title, previous)


def is_peer(title: Title, office: Chain) -> bool:
    """副主任 and 秘书 of one body, where a body of that kind has both."""
    role, body = title.role, office.bodies[-1]
    kinds = table("bare_owners").get(role) or table("officers").get(role) or ("",)
    offices = title.group == office.titles[-1].group == "office"
    return offices and bool(body) and kind_of(body) in kinds[0].split()


def is_seat(title: Title) -> bool:
    """组织委员, 统战委员 of a party committee."""
    return bool(_SEAT.fullmatch(title.role.removesuffix("委员"))) and (
        title.role != "委员" or bool(title.owner)
    )
