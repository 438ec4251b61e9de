"""People of one article: who is named, where, and with which posts.

    街道党工委书记王燕华说，……王燕华希望……  -> 王燕华, one post, two places

Names come with evidence only: a title, a list, an age, a verb of speech, or the same
name said before. A made-up name is the worst mistake, a missed one the second worst.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from people.extraction.bodies import Body, Resolver
from people.extraction.lines import HAN, Line
from people.extraction.lists import (
    Listed,
    colon_lists,
    is_label,
    is_name_list,
    names_of_run,
    read_list,
)
from people.extraction.names import NameReader, Slot, follow_strength, is_common, speaks
from people.extraction.posts import Chain, link_titles, make_posts, name_bodies
from people.extraction.structure import FoundPerson, FoundPost, Place
from people.extraction.titles import find_titles
from people.extraction.wordlists import alternation, table, words

_HOLDS = re.compile(
    r"(?:，|：|——|是|系|为|任|担任|出任|兼任|当选为?|现任|曾任|原任|时任|历任|当选|继任|接任|出任|受聘为|获聘|被选为|被任命为|被推选为|，曾任|，现任|，原|，也是|，是|，历任|，兼任)+(?:了|新一?[届任]|首任|首届)?\Z"
)
_HELD_BY = re.compile(r"(?:一职|职务)?(?:继续|仍)?由")
_HELD_END = re.compile(r"(?:兼任|担任|出任|兼|接任|暂代|接替|任)")
_PRONOUN = re.compile(r"(?:他|她)(?:们)?[^，。；！？]{0,16}(?:任|担任|出任|当选|是|成为|当|为)(?:了)?(?:[^，。；]{0,4})\Z")
_AGE = re.compile(r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})岁的?(?:[^，。；、]{0,8}?的)?")
_AGE_AFTER = re.compile(r"，?(?:今年|现年|时年)?(?:\d{1,3}|[一二三四五六七八九十]{2,4})岁|（(?:男|女|[^（）]{0,6}\d{1,3}岁|[一-龥]{1,4}族)")
_NAMED = re.compile(r"(?:名叫|叫做|叫|名字叫|姓名为|应为|应是|更正为|订正为|改为)“?")
_WRONG = re.compile(r"(?:误为|误作|误写为|误写成|误印为|误排为|错写成|错写为|错印为|误植为|误登为|误称|误记为|不是|而非|并非)“?")
_STAFF = re.compile(r"(?:记者|通讯员|实习生|摄影|供稿|撰稿|撰文|编辑|校对|责编|文|图|摄)[：/]?\Z")
_PHOTO = re.compile(r"\s?(?:/?摄|/文|/图|供图)")
_CLAUSE_START = re.compile(r"(?:^|[。！？；，：”“》）…—]|[。！？…]”)\Z")


@dataclass(slots=True)
class Person:
    """Evidence for one name while the article is read."""

    name: str
    rule: str
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    posts: list[FoundPost] = field(default_factory=list)
    order: tuple[int, int] = (0, 0)


class PeopleFinder:
    """Collects the people of one article."""

    def __init__(
        self,
        lines: tuple[Line, ...],
        resolver: Resolver,
        bodies: tuple[Body, ...],
        bylines: tuple[str, ...],
        roster: frozenset[str],
    ):
        self.lines = lines
        self.resolver = resolver
        self.bodies = bodies
        self.reader = NameReader("\n".join(line.text for line in lines), roster)
        self.people: dict[str, Person] = {}
        self.staff = {re.sub(r"\s", "", name) for name in bylines}
        self.wrong: set[str] = set()
        self.pending: list[Chain] = []

    def find(self) -> list[Person]:
        """All people, in order of first printing."""
        titles = [find_titles(index, line) for index, line in enumerate(self.lines)]
        self._find_wrong_names()
        for index, line in enumerate(self.lines):
            self._read_titles(index, line, titles[index])
        for index, line in enumerate(self.lines):
            self._read_lists(index, line, titles[index])
            self._read_cues(index, line)
        self._read_repeated()
        for chain in self.pending:
            self._give_to_pronoun(chain)
        for name in self.wrong | self.staff:
            person = self.people.get(name)
            if person and not (name in self.staff and person.posts):
                del self.people[name]
        self._find_all_places()
        return sorted(self.people.values(), key=lambda person: person.order)

    # titles

    def _read_titles(self, index: int, line: Line, titles: list) -> None:
        starts = frozenset(title.start for title in titles)
        previous: Chain | None = None
        label: tuple[Chain, int] | None = None
        for chain in link_titles(titles, line):
            name_bodies(chain, self.resolver, self._list_before(previous, chain, line), self.bodies)
            holders = self._holders(chain, line, starts)
            for listed in holders:
                self._hold(chain, line, index, listed)
                if label and self._in_label(label, chain, line):
                    self._add_posts(listed.name.text, make_posts(label[0], line))
            if not holders and not self._holder_before(chain, index, line):
                if line.text[chain.after : chain.after + 1] == "：":
                    label = (chain, chain.after)
            if holders or longest_body(chain):
                previous = chain

    def _list_before(self, previous: Chain | None, chain: Chain, line: Line):
        """The chain a bare title continues: …会长甲、轮值会长乙."""
        if previous is None or previous.line != chain.line:
            return None
        between = line.text[previous.after : chain.start]
        return previous if re.fullmatch(rf"[{HAN}·（），]{{2,14}}[、，]", between) and between[-1] == "、" else None

    def _slot(self, chain: Chain) -> Slot:
        last = chain.titles[-1]
        if chain.is_office:
            named = any(chain.bodies) or any(rule == "activity" for rule in chain.rules)
            return Slot.SURE if named else Slot.FIRM
        if last.group == "occupation":
            return Slot.SURE if chain.bodies[-1] else Slot.FIRM
        return Slot.WEAK

    def _holders(self, chain: Chain, line: Line, starts: frozenset[int]) -> list[Listed]:
        text, start = line.text, chain.after
        if start >= len(text):
            return []
        slot = self._slot(chain)
        if text[start] == "：":
            if start + 1 in starts:
                return []
            found = read_list(line, start + 1, slot, self.reader, starts)
            return found
        by = _HELD_BY.match(text, start)
        if by:
            found = read_list(line, by.end(), slot, self.reader, starts)
            return found if found and _HELD_END.match(text, found[-1].after) else []
        has = re.compile("有|包括|分别是|分别为|是").match(text, start)
        if has and is_name_list(line, has.end()):
            return read_list(line, has.end(), slot, self.reader, starts)
        found = read_list(line, start, slot, self.reader, starts)
        return found

    def _hold(self, chain: Chain, line: Line, index: int, listed: Listed) -> None:
        name = listed.name
        if self._is_staff(chain):
            self.staff.add(name.text)
            return
        person = self._add(name.text, index, name.start, name.end, "title")
        person.posts += make_posts(chain, line, rehired="返聘" in listed.note)
        self._read_note(person, line, index, listed)

    def _is_staff(self, chain: Chain) -> bool:
        return chain.titles[-1].role in ("记者", "通讯员")

    def _in_label(self, label: tuple[Chain, int], chain: Chain, line: Line) -> bool:
        """Still in the list that the label opened: no end of sentence between."""
        return not re.search("[。；]", line.text[label[1] : chain.start])

    def _read_note(self, person: Person, line: Line, index: int, listed: Listed) -> None:
        """（原副主任，现退休返聘） holds titles, （女，回族） does not."""
        if not listed.note:
            return
        for title in find_titles(index, line):
            if listed.note_start <= title.start and title.end <= listed.after:
                chain = Chain([title])
                name_bodies(chain, self.resolver, None, self.bodies)
                person.posts += make_posts(chain, line, rehired="返聘" in listed.note)

    def _holder_before(self, chain: Chain, index: int, line: Line) -> bool:
        """甲，业委会原主任 / 甲、乙当选副主席 / 覃小川为专职副主席 / 李莹晖律师."""
        text = line.text
        first = chain.titles[0]
        if first.group == "occupation" and first.owner and first.owner == text[first.start : first.end - len(first.role)]:
            name = self.reader.read(text, first.owner_start, Slot.SURE)
            if name and name.text == first.owner and not is_common(name.text):
                person = self._add(name.text, index, name.start, name.end, "title behind")
                post = make_posts(chain, line)[0]
                from dataclasses import replace
                person.posts.append(replace(post, text=first.role, body="", body_kind=""))
                return True
        if not _title_ends(text, chain.after):
            return False
        start = chain.start
        link = _HOLDS.search(text, max(0, start - 8), start)
        if not link:
            if _PRONOUN.search(text, max(0, start - 28), start):
                self.pending.append(chain)
            return False
        names = self._names_ending(index, line, link.start())
        if not names:
            if _PRONOUN.search(text, max(0, start - 28), start):
                self.pending.append(chain)
            return False
        comma = link[0].startswith(("，", "：", "——"))
        if comma and self._slot(chain) < Slot.SURE:
            return False
        for begin, end in names:
            person = self._add(text[begin:end], index, begin, end, "title behind")
            person.posts += make_posts(chain, line)
        return True

    def _names_ending(self, index: int, line: Line, end: int) -> list[tuple[int, int]]:
        """The list of names that ends at `end`, with notes in brackets between."""
        text, found = line.text, []
        while True:
            note = re.search(r"（[^（）]{1,30}）\Z", text[:end])
            stop = note.start() if note else end
            name = self._name_ending(text, stop, bool(found))
            if not name:
                return found
            found.insert(0, name)
            if name[0] == 0 or text[name[0] - 1] != "、":
                return found
            end = name[0] - 1

    def _name_ending(self, text: str, end: int, in_list: bool) -> tuple[int, int] | None:
        for length in (4, 3, 2):
            start = end - length
            if start < 0:
                continue
            name = text[start:end]
            known = name in self.people
            if not known and not (start == 0 or text[start - 1] in "，。；：！？“”、）》 是由请" ):
                continue
            read = self.reader.read(text + "", start, Slot.SURE)
            if known or (read and read.end == end) or (read is None and False):
                if known or name[:2] not in words("not_names"):
                    return start, end
            if in_list or length <= 3:
                judged = self.reader.read(text[:end], start, Slot.SURE)
                if judged and judged.end == end and not is_common(name):
                    return start, end
        return None

    def _give_to_pronoun(self, chain: Chain) -> None:
        """那时他任…: the person named last before."""
        before = [
            (span[0], span[1], person)
            for person in self.people.values()
            for span in person.spans
            if (span[0], span[1]) < (chain.line, chain.start) and span[0] >= chain.line - 1
        ]
        if before:
            person = max(before, key=lambda entry: entry[:2])[2]
            if self._slot(chain) == Slot.SURE:
                person.posts += make_posts(chain, self.lines[chain.line])

    # lists and cues

    def _read_lists(self, index: int, line: Line, titles: list) -> None:
        starts = frozenset(title.start for title in titles)
        for start, label, _ in colon_lists(line):
            labelled = is_label(label)
            if not labelled and not is_name_list(line, start):
                continue
            if any(t.start <= start < t.end for t in titles):
                continue
            names = names_of_run(line, start) if labelled else []
            if names:
                for name in names:
                    self._add(name.text, index, name.start, name.end, "list")
                continue
            if start in starts:
                continue
            slot = Slot.SURE if labelled else Slot.FIRM
            for listed in read_list(line, start, slot, self.reader, starts):
                name = listed.name
                person = self._add(name.text, index, name.start, name.end, "list")
                self._read_note(person, line, index, listed)

    def _read_cues(self, index: int, line: Line) -> None:
        text = line.text
        for cue in _AGE.finditer(text):
            self._try(index, line, cue.end(), Slot.FIRM, "age")
        for cue in _NAMED.finditer(text):
            self._try(index, line, cue.end(), Slot.FIRM, "named so")
        for cue in _AGE_AFTER.finditer(text):
            self._try_before(index, line, cue.start(), "age")

    def _try(self, index: int, line: Line, start: int, slot: Slot, rule: str) -> None:
        for listed in read_list(line, start, slot, self.reader, frozenset()):
            name = listed.name
            self._add(name.text, index, name.start, name.end, rule)

    def _try_before(self, index: int, line: Line, end: int, rule: str) -> None:
        name = self._name_ending(line.text, end, False)
        if name and line.text[name[0] : name[1]]:
            self._add(line.text[name[0] : name[1]], index, *name, rule)

    def _find_wrong_names(self) -> None:
        for line in self.lines:
            for cue in _WRONG.finditer(line.text):
                name = self.reader.read(line.text, cue.end(), Slot.SURE)
                if name:
                    self.wrong.add(name.text)

    def _read_repeated(self) -> None:
        """Bare names: at the head of a clause, more than once or speaking."""
        seen: dict[str, list[tuple[int, int, int, bool]]] = {}
        for index, line in enumerate(self.lines):
            text = line.text
            for match in _BARE.finditer(text):
                start = match.start("name")
                name = self.reader.read(text, start, Slot.CHANCE)
                if not name or self._covered(index, name.start, name.end):
                    continue
                spoken = speaks(text, name.end)
                seen.setdefault(name.text, []).append((index, name.start, name.end, spoken))
        for name, places in seen.items():
            spoken = sum(place[3] for place in places)
            usual = name[-1] in words("given_characters")
            if len(places) >= 2 and usual or (spoken and usual and len(name) == 3):
                for index, start, end, _ in places[:1]:
                    self._add(name, index, start, end, "repeated")

    def _covered(self, index: int, start: int, end: int) -> bool:
        """Part of the name of a body."""
        return any(
            body.line == index and body.start <= start and end <= body.end
            for body in self.bodies
        )

    # collecting

    def _add(self, name: str, index: int, start: int, end: int, rule: str) -> Person:
        person = self.people.get(name)
        if person is None:
            person = self.people[name] = Person(name, rule, order=(index, start))
        if (index, start, end) not in person.spans:
            person.spans.append((index, start, end))
        person.order = min(person.order, (index, start))
        return person

    def _add_posts(self, name: str, posts: list[FoundPost]) -> None:
        self.people[name].posts += posts

    def _find_all_places(self) -> None:
        """Bare repeats of names that are established."""
        if not self.people:
            return
        pattern = re.compile(alternation(frozenset(self.people)))
        for index, line in enumerate(self.lines):
            for match in pattern.finditer(line.text):
                name = match[0]
                person = self.people[name]
                if (index, match.start(), match.end()) in person.spans:
                    continue
                if self._covered(index, match.start(), match.end()):
                    continue
                if is_common(name) and follow_strength(line.text, match.end()) < 2.5:
                    continue
                if is_common(name) and not _CLAUSE_START.search(line.text[: match.start()]):
                    continue
                person.spans.append((index, match.start(), match.end()))
                person.order = min(person.order, (index, match.start()))


_BARE = re.compile(rf"(?:^|(?<=[，。；：！？“”》）])|(?<=[由让请向给对与和把被]))(?P<name>[{HAN}]{{2}})")


def longest_body(chain: Chain) -> str:
    return max(chain.bodies, key=len, default="")


def _title_ends(text: str, end: int) -> bool:
    return end >= len(text) or text[end] in "，。；、！？”（）" or text[end] == "兼"


def to_found(person: Person, lines: tuple[Line, ...]) -> FoundPerson:
    """The person as others see it; posts said twice in the same words once."""
    places = tuple(lines[index].place(start, end) for index, start, end in sorted(person.spans))
    posts: dict[tuple, FoundPost] = {}
    for post in person.posts:
        posts.setdefault((post.text, post.body, post.former, post.place), post)
    return FoundPerson(person.name, places, tuple(posts.values()), rule=person.rule)


