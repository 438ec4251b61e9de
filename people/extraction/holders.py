"""Who holds the titles of a line.

书记王燕华                    the name behind the title
主席由宁静担任                the name behind 由
"""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from people.extraction.bodies import Body
from people.extraction.coined import find_coined
from people.extraction.enumerated import find_enumerated
from people.extraction.followers import speaks
from people.extraction.in_front import may_be_name
from people.extraction.inheritance import Offices
from people.extraction.lines import HAN, Line
from people.extraction.lists import (
    Listed,
    is_label,
    is_name_list,
    looks_like_name,
    read_list,
    whole_name,
    with_note,
)
from people.extraction.names import Name, NameReader, Slot, is_common, surname_length
from people.extraction.posts import (
    Chain,
    is_possessed,
    link_titles,
    make_posts,
    name_bodies,
    served,
)
from people.extraction.predicates import PredicateReader
from people.extraction.resolver import Resolver
from people.extraction.scopes import heading_of
from people.extraction.shares import share
from people.extraction.sightings import Sighting, Sightings
from people.extraction.titles import find_titles
from people.extraction.unlisted import marked_name, unlisted_name
from people.extraction.wordlists import words

# 设轮值会长，三月一换，首任由甲担任: who is the first is said of the title before.
_BY = re.compile(
    r"(?:一职|职务|名单，)?(?:继续|仍|分别|共同)?由|，(?:[^。；、]{0,20}，)?(?:首任|第一任)由"
)
_BY_END = re.compile(
    r"(?:同志|老师|律师|教授|医生)?(?:共同|分别|轮流|一起|各自)?(?:兼任|担任|出任|接任|连任|续任|留任|代任|充任|暂代|代理|接替|兼|任)"
)
# 由一院院长甲，二院院长乙担任: commas part what one verb closes.
_GOES_ON = re.compile(rf"，[^。；！？]{{2,120}}?{_BY_END.pattern}")
# 队长由后塘村农机手甲担任: where his own title may begin.
_CLAUSE = re.compile(rf"[{HAN}“”\d]{{0,10}}")
# 副指挥长是办事处副主任甲: who it is follows with a title of his own.
_IS = re.compile(r"(?:仍|还|就)?(?:是|为)|还有")
_DESCRIBED = re.compile(
    rf"(?:是|为)(?P<how>[^，。；、！？：“”]{{2,24}})的(?P<name>[{HAN}]{{2,4}})(?=[，。；、]|$)"
)
# 舵手是甲。
_IS_NAMED = re.compile(rf"(?:就|正|还)?是(?P<name>[{HAN}]{{2,4}})(?=[，。；、]|$)")
# 副镇长（分管农业）甲
_REMARK = re.compile(rf"（(?P<note>[^（）]{{2,10}})）(?=[{HAN}])")
_LIFE = re.compile(r"[过了]|\d|年|岁|出身|退休")
_ITEM_ENDS = re.compile(r"[，。；、（]|$")
_HAS = re.compile(r"的?还?(?:有|包括|分别是|分别为)(?:（[^（）]{1,14}）)?：?|是")
# 领班叫甲, but not 叫来, 叫好.
_CALLED = re.compile(r"(?:名字|大名|名)?叫(?:做|作)?(?![来去上住停好了出人我你他她])")
_SHOULD_BE = re.compile(
    r"(?:(?:姓名)?(?:误为|误作|错写成|错印成)“[^“”]{2,6}”，)?(?:姓名)?(?:应为|应是|更正为|订正为)“?"
)
# 老师“甲乙”误作“甲”: what stands before is right.
_QUOTED = re.compile(rf"“(?P<name>[{HAN}·]{{2,8}})”(?:误|错)")
_JOINED = re.compile(r"[、，和与及]|以及")
# （…、原副主任，现退休返聘）: a title ends its item.
_NOTE_ITEM = re.compile(r"[，、；）兼]")
# 19岁的聋哑|青年, 八旬|老人: whose age is told is named.
_AGED = re.compile(
    r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})[多余来]?岁(?:高龄)?的?[^，。；、]{0,8}\Z|[五六七八九]旬的?\Z"
)
_LABEL_ENDS = re.compile("[。；]")
_LONGEST_LABEL = 200
_MARK = re.compile("、")
_CONTACT_ENDS = re.compile(r"[，。；（]|$")
_MEMBERS = frozenset(["委员", "理事", "监事", "常委", "执委"])


@dataclass(slots=True)
class _Passive:
    """A chain with 由 or 是 behind it, and those named since with titles of their own:
    总指挥由书记甲、主任乙共同担任, 副总指挥是副主任丙."""

    chain: Chain | None = None
    by: bool = False
    named: list[Sighting] = field(default_factory=list)

    @classmethod
    def read(cls, chain: Chain, line: Line, starts: frozenset[int]) -> "_Passive":
        """What stands behind `chain`; empty where another title does not follow."""
        if is_possessed(chain, line):
            return cls()
        after = chain.after + served(chain, line.text)
        for by, pattern in ((True, _BY), (False, _IS)):
            link = pattern.match(line.text, after)
            clause = _CLAUSE.match(line.text, link.end()) if link else None
            if clause and not starts.isdisjoint(range(link.end(), clause.end() + 1)):
                return cls(chain, by)
        return cls()

    def name(self, person: Sighting, after: int, line: Line) -> None:
        """One more name; the titles are given where print closes the list."""
        if self.chain is None:
            return
        self.named.append(person)
        closes = _BY_END if self.by else _ITEM_ENDS
        if closes.match(line.text, after):
            for each in self.named:
                each.posts += make_posts(self.chain, line)
            self.named.clear()
        goes_on = line.text[after : after + 1] in ("、", "和", "与")
        if not goes_on and not (self.by and _GOES_ON.match(line.text, after)):
            self.chain = None


class HolderReader:
    """Joins titles and names, line by line."""

    def __init__(
        self,
        sightings: Sightings,
        reader: NameReader,
        resolver: Resolver,
        bodies: tuple[Body, ...],
    ):
        self.sightings = sightings
        self.reader = reader
        self.resolver = resolver
        self.bodies = bodies
        self.predicates = PredicateReader(sightings, reader, resolver, bodies)
        self.in_list: dict[str, set[str]] = {}
        self.list_end = (-1, 0, "")
        self.chain_ends: dict[int, int] = {}
        self.heading = ""
        self.offices: Offices | None = None
        self.chains: list[list[Chain]] = []
        self.bodies_of: dict[int, list[Body]] = defaultdict(list)
        for body in bodies:
            self.bodies_of[body.line].append(body)
        self.titles = [
            find_titles(index, line) for index, line in enumerate(sightings.lines)
        ]

    def read_line(self, index: int, line: Line) -> None:
        """All titles of one line, with their holders."""
        titles = self.titles[index]
        starts = frozenset(title.start for title in titles)
        label: Chain | None = None
        passive = _Passive()
        bodies = self.bodies_of[index]
        offices = Offices.of_line(line, bodies, self.heading, self.resolver)
        self.offices = offices.behind(self.offices)
        self.heading = heading_of(line, bodies, self.heading)
        chains = link_titles(titles, line)
        self.chains.append(chains)
        self.chain_ends = {chain.start: chain.after for chain in chains}
        for chain in chains:
            if self.sightings.is_misprint((index, chain.start, chain.after)):
                continue
            inherited, follows = offices.body_before(chain)
            name_bodies(chain, self.resolver, inherited, self.bodies)
            slot = self._slot(chain, line, follows)
            if line.text.startswith("：", chain.after):
                label = None
            holders = self._holders_behind(chain, line, slot, starts)
            shares = share(chain, line, holders)
            for own, listed in zip(shares, holders, strict=True):
                person = self._hold(own, line, index, listed)
                if label and _LABEL_ENDS.search(line.text, label.after, chain.start):
                    label = None
                elif label and not chain.implies(label):
                    person.posts += make_posts(label, line)
                offices.held_to = listed.after
                passive.name(person, listed.after, line)
            if not holders:
                passive = _Passive.read(chain, line, starts)
                self.predicates.read(chain, index, line, slot)
                if line.text.startswith("：", chain.after):
                    label = chain
                    self._read_labelled(chain, line, index, starts)
            if holders or any(chain.bodies):
                offices.add(chain)

    def read_coined(self) -> None:
        """Titles that no list knows, before somebody known."""
        names = self.sightings.names() if self.sightings.people else None
        for index, line in enumerate(self.sightings.lines if names else ()):
            ends = {title.after for title in self.titles[index]}
            bodies = self.bodies_of[index]
            for title in find_coined(index, line, self.sightings, bodies, names):
                if title.end not in ends:
                    chain = Chain([title])
                    name_bodies(chain, self.resolver, "", self.bodies)
                    self.chains[index].append(chain)

    def read_note(
        self, person: Sighting, line: Line, index: int, listed: Listed
    ) -> None:
        """（原副主任，现退休返聘） holds titles, （女，回族） does not."""
        if not listed.note:
            return
        titles = self.titles[index]
        first = bisect_left(titles, listed.note_start, key=lambda title: title.start)
        for title in titles[first : first + 8]:
            if title.end <= listed.after and _NOTE_ITEM.match(line.text, title.after):
                chain = Chain([title])
                name_bodies(chain, self.resolver, "", self.bodies)
                person.posts += make_posts(chain, line, "返聘" in listed.note)

    def _read_labelled(self, label: Chain, line: Line, index: int, starts) -> None:
        """副指挥长：班子成员、李爱武（原副主任）: whole items behind the label."""
        end = _LABEL_ENDS.search(line.text, label.after)
        end = min(end.start() if end else len(line.text), label.after + _LONGEST_LABEL)
        if label.titles[-1].role in _MEMBERS and label.after + 1 in starts:
            return
        for mark in _MARK.finditer(line.text, label.after, end):
            if mark.end() in starts:
                continue
            listed = self._listed(line, mark.end(), Slot.SURE, starts)[:1]
            after = listed[0].name.end if listed else 0
            if listed and line.text[after : after + 1] in ("", *"、（，。；"):
                self._hold(label, line, index, listed[0])

    def _slot(self, chain: Chain, line: Line, follows: bool) -> Slot:
        last = chain.titles[-1]
        role = last.end - len(last.role)
        aged = _AGED.search(line.text, max(0, role - 20), role)
        if chain.is_of_body or follows or self._is_labelled(chain, line):
            return Slot.SURE
        described = last.group == "description" and not aged
        if described and last.role not in words("kin_terms"):
            return Slot.WEAK
        return Slot.FIRM

    def _is_labelled(self, chain: Chain, line: Line) -> bool:
        """嘉宾：…作家尚未: a label in front of the chain announces names."""
        text = line.text
        colon = text.rfind("：", max(0, chain.start - 80), chain.start)
        if colon < 0 or re.search("[。；！？]", text[colon : chain.start]):
            return False
        return is_label(text[max(0, colon - 8) : colon])

    def _holders_behind(
        self, chain: Chain, line: Line, slot: Slot, starts: frozenset[int]
    ) -> list[Listed]:
        text, start = line.text, chain.after
        if chain.titles[-1].is_half_name:
            return []
        if text[start : start + 1] == "：":
            return (
                []
                if start + 1 in starts
                else self._listed(line, start + 1, slot, starts)
            )
        remark = _REMARK.match(text, start)
        if remark and not may_be_name(remark["note"]):
            return self._listed(line, remark.end(), slot, starts)
        by = _BY.match(text, start)
        if by:
            found = self._listed(line, by.end(), Slot.SURE, starts)
            held = found and _BY_END.match(text, found[-1].after)
            return found if held else []
        should = _SHOULD_BE.match(text, start)
        if should:
            return self._listed(line, should.end(), Slot.SURE, starts)
        quoted = _QUOTED.match(text, start)
        if quoted and looks_like_name(quoted["name"]):
            return self._listed(line, start + 1, Slot.SURE, starts)[:1]
        said = self._served(chain, line) or self._described(text, start)
        if said:
            return said
        called = _CALLED.match(text, start)
        if called:
            return self._listed(line, called.end(), Slot.SURE, starts)[:1]
        has = _HAS.match(text, start)
        told = has and (has[0][-1] == "：" or served(chain, text))
        if has and (told or is_name_list(line, has.end())):
            return self._listed(line, has.end(), Slot.SURE, starts)
        return self._right_behind(chain, line, slot, starts)

    def _right_behind(
        self, chain: Chain, line: Line, slot: Slot, starts: frozenset[int]
    ) -> list[Listed]:
        """The names with nothing between them and the title."""
        text, start = line.text, chain.after
        if chain.titles[-1].role in words("contact_labels"):
            slot = max(slot, self._slot_of_contact(text, start))
        word = self._enumerated(chain, line, slot) if chain.is_titled else None
        if slot == Slot.FIRM and self._heads_list(text, start, starts):
            slot = Slot.SURE
        found = self._listed(line, start, slot, starts) if word is None else [word]
        if (
            word
            and text[word.after : word.after + 1] == "、"
            and word.after + 1 not in starts
        ):
            found += self._listed(line, word.after + 1, slot, starts)
        marked = marked_name(text, start)
        if marked and not (found and found[0].name.end == marked.end):
            return [with_note(text, marked)]
        if not found and slot == Slot.SURE and chain.is_titled:
            name = unlisted_name(text, start)
            found = [with_note(text, name)] if name else whole_name(line, start)
        return found

    def _served(self, chain: Chain, line: Line) -> list[Listed]:
        """曾任馆长的甲: the name stands behind 的."""
        text = line.text
        if not served(chain, text):
            return []
        name = self.reader.read(text, chain.after + 1, Slot.FIRM)
        if name is None or (is_common(name.text) and not speaks(text, name.end)):
            return []
        more = self._listed(line, chain.after + 1, Slot.FIRM, frozenset())
        return (
            more
            if more[:1] and more[0].name.text == name.text
            else [Listed(name, after=name.end)]
        )

    def _described(self, text: str, start: int) -> list[Listed]:
        """副主任是教过多年书的甲: the name ends the clause. A word is one only
        where a life is told before it."""
        said = _DESCRIBED.match(text, start) or _IS_NAMED.match(text, start)
        name = self.reader.read(said["name"], 0, Slot.SURE) if said else None
        if name is None or name.end < len(said["name"]):
            return []
        if is_common(name.text) and not _LIFE.search(said.groupdict().get("how", "")):
            return []
        return [Listed(Name(*said.span("name"), name.text, 4.0), after=said.end())]

    def _enumerated(self, chain: Chain, line: Line, slot: Slot) -> Listed | None:
        """业委会主任申报，: a word that is a name in a list of titles."""
        where, end, previous = self.list_end
        joined = _JOINED.fullmatch(line.text, end, chain.start)
        previous = previous if where == chain.line and joined else ""
        name = find_enumerated(
            line, slot, chain.after, previous, self.chain_ends, self.reader
        )
        return Listed(name, after=name.end) if name else None

    def _heads_list(self, text: str, start: int, starts: frozenset[int]) -> bool:
        """民警支援、网格员包容: titles with a name each at 、, not 网格员劝导."""
        mark = text.find("、", start, start + 5)
        if mark < start + 2 or mark + 1 not in starts:
            return False
        behind = self.chain_ends.get(mark + 1, len(text))
        if text[start] == text[behind : behind + 1]:
            # 干部包片、楼组长包楼
            return False
        act = text[start:mark] in words("followers")
        return not act or bool(surname_length(text[behind : behind + 4] or "，"))

    def _slot_of_contact(self, text: str, start: int) -> Slot:
        """联系人安静。: what stands between the label and the next mark is a name."""
        end = _CONTACT_ENDS.search(text, start).start()
        return Slot.SURE if 2 <= end - start <= 4 else Slot.WEAK

    def _listed(self, line: Line, start: int, slot: Slot, starts) -> list[Listed]:
        return read_list(line, start, slot, self.reader, starts)

    def _hold(self, chain: Chain, line: Line, index: int, listed: Listed) -> Sighting:
        name = listed.name
        if chain.is_titled:
            self.sightings.titled.add((index, name.start))
        if chain.is_of_staff:
            self.sightings.staff.add(name.text)
        again = self._is_namesake(chain, line, index, listed)
        add = self.sightings.add_namesake if again else self.sightings.add
        person = add(name.text, (index, name.start, name.end), "title")
        if not chain.is_of_staff:
            person.posts += make_posts(chain, line, "返聘" in listed.note)
        self.read_note(person, line, index, listed)
        return person

    def _is_namesake(
        self, chain: Chain, line: Line, index: int, listed: Listed
    ) -> bool:
        """甲局局长丙、乙校校长丙: one list prints nobody twice with bodies that have
        no street or unit in common."""
        where, end, _ = self.list_end
        goes_on = chain.start < end or _JOINED.fullmatch(line.text, end, chain.start)
        if where != index or not goes_on:
            self.in_list.clear()
        owners = {body[:2] for body in chain.bodies if body}
        before = self.in_list.setdefault(listed.name.text, owners)
        self.list_end = (index, listed.after, listed.name.text)
        return bool(owners and before and not owners & before)
