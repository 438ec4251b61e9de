"""Who holds the titles of a line.

书记王燕华                    the name behind the title
主席由宁静担任                the name behind 由
甲、乙（女）当选副主席        the names in front
甲，某协会会长                the name in front of the comma
如今他是队长                  whoever was named last
"""

import re
from bisect import bisect_left
from dataclasses import replace

from people.extraction.bodies import Body
from people.extraction.lines import HAN, Line
from people.extraction.lists import (
    Listed,
    is_label,
    is_name_list,
    read_list,
    whole_name,
)
from people.extraction.names import NameReader, Slot, is_common, surname_length
from people.extraction.posts import Chain, link_titles, make_posts, name_bodies
from people.extraction.resolver import Resolver
from people.extraction.sightings import Sighting, Sightings
from people.extraction.titles import Title, find_titles
from people.extraction.wordlists import words

_ELECTED = (
    r"当选为?|被选为|被推选为|被任命为|被聘为|受聘为|获聘|继任|接任|出任|担任|兼任|任"
)
_LINK = re.compile(
    rf"(?:，|：|——)?(?:{_ELECTED}|现任|曾任|原任|时任|历任|也?是|系|为|作为|曾是|当过|做过|当上|(?<=[一-龥]{2})当|担任过|退休前是|退休前任)(?:了|新一届|首任|首届)*\Z"
    r"|(?:，|：|——)(?:原|前)?\Z"
)
# 甲当过队长: not any more.
_PAST = re.compile(r"曾|原|时任|历任|过|退休前|前\Z")
_BY = re.compile(r"(?:一职|职务)?(?:继续|仍)?由")
_BY_END = re.compile(r"兼任|担任|出任|接任|暂代|接替|兼|任")
_HAS = re.compile(r"有|包括|分别是|分别为|是")
_SHOULD_BE = re.compile(r"(?:姓名)?(?:应为|应是|更正为|订正为)“?")
_PRONOUN = re.compile(
    rf"(?:他|她)(?:[^，。；！？]{{0,16}}|[^。；！？由]{{0,20}}，)(?:{_ELECTED}|是|成为|当|为)了?[^，。；]{{0,4}}\Z"
)
# 由大会选举任…, 大会推选…: no person before is meant.
_OTHER_SUBJECT = re.compile(r"(?:会议|大会|选举|由|各|等|单位)[^，。]{0,6}\Z")
_BEFORE_NAME = frozenset("叫，。；：！？“”、）》是由请让给了与和同有举选聘命荐 ")
_BETWEEN = re.compile(rf"[{HAN}·]{{2,14}}(?:（[^（）]{{1,20}}）)?、")
_JOINED = re.compile(r"[、，和与及]|以及")
_TITLE_END = re.compile(r"[，。；、！？”（）]|兼|已经?|近|快|满|期间|$")
_LABEL_ENDS = re.compile("[。；]")
_LONGEST_LABEL = 200
_MARK = re.compile("、")
_CONTACT_ENDS = re.compile(r"[，。；（]|$")
_NOTE_END = re.compile(r"（[^（）]{1,30}）\Z")
#: Rules that find a body elsewhere in the article: no sign that a name follows.
_INFERRED = frozenset(["estate named", "unit named before", "named before"])
_STAFF = frozenset(
    [
        "记者",
        "通讯员",
        "见习记者",
        "实习记者",
        "特约记者",
        "实习生",
        "首席记者",
        "摄影记者",
    ]
)


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
        self.left_to_pronouns: list[Chain] = []
        self.in_list: dict[str, set[str]] = {}
        self.list_end = (-1, 0)
        self.titles = [
            find_titles(index, line) for index, line in enumerate(sightings.lines)
        ]

    def read_line(self, index: int, line: Line) -> None:
        """All titles of one line, with their holders."""
        titles = self.titles[index]
        starts = frozenset(title.start for title in titles)
        previous: Chain | None = None
        label: Chain | None = None
        passive: Chain | None = None
        held_to = 0
        for chain in link_titles(titles, line):
            follows = self._follows_in_list(previous, chain, line, held_to)
            name_bodies(
                chain, self.resolver, previous if follows else None, self.bodies
            )
            slot = self._slot(chain, line, follows)
            holders = self._holders_behind(chain, line, slot, starts)
            for listed in holders:
                person = self._hold(chain, line, index, listed)
                if label and not _LABEL_ENDS.search(
                    line.text, label.after, chain.start
                ):
                    person.posts += make_posts(label, line)
                elif label:
                    label = None
                held_to = listed.after
                if passive and _BY_END.match(line.text, listed.after):
                    person.posts += make_posts(passive, line)
            passive = None
            if not holders:
                by = _BY.match(line.text, chain.after)
                passive = chain if by and by.end() in starts else None
                self._read_backwards(chain, index, line, slot)
                if line.text[chain.after : chain.after + 1] == "：":
                    label = chain
                    self._read_labelled(chain, line, index, starts)
            if holders or any(chain.bodies):
                previous = chain

    def give_to_pronouns(self) -> None:
        """那时他任…: the person named last before, once everybody is known."""
        named = self.sightings.in_order()
        for chain in self.left_to_pronouns:
            line = self.sightings.lines[chain.line]
            person = self._subject(chain, line, named) if any(chain.bodies) else None
            if person:
                person.posts += make_posts(chain, line)

    def _subject(self, chain: Chain, line: Line, named: list) -> Sighting | None:
        """Named last in the sentence, or at its head, or in the sentence before."""
        low, _ = line.sentence(chain.start)
        head = self.reader.read(line.text, low, Slot.CHANCE)
        before = bisect_left(named, ((chain.line, chain.start, 0), "")) - 1
        (where, start, _), last = named[before] if before >= 0 else ((-1, 0, 0), "")
        if where == chain.line and start >= low:
            return self.sightings.people[last]
        if head and head.end < chain.start and not is_common(head.text):
            return self.sightings.add(head.text, (chain.line, low, head.end), "career")
        near = where >= chain.line - 1 and last
        low = max(low, chain.start - 40)
        if near and _PRONOUN.search(line.text, low, chain.start):
            return self.sightings.people[last]
        return None

    def read_note(
        self, person: Sighting, line: Line, index: int, listed: Listed
    ) -> None:
        """（原副主任，现退休返聘） holds titles, （女，回族） does not."""
        if not listed.note:
            return
        titles = self.titles[index]
        first = bisect_left(titles, listed.note_start, key=lambda title: title.start)
        for title in titles[first : first + 8]:
            if title.end <= listed.after:
                chain = Chain([title])
                name_bodies(chain, self.resolver, None, self.bodies)
                person.posts += make_posts(chain, line, "返聘" in listed.note)

    def _read_labelled(self, label: Chain, line: Line, index: int, starts) -> None:
        """副指挥长：班子成员、李爱武（原副主任）: whole items behind the label."""
        end = _LABEL_ENDS.search(line.text, label.after)
        end = min(end.start() if end else len(line.text), label.after + _LONGEST_LABEL)
        for mark in _MARK.finditer(line.text, label.after, end):
            if mark.end() in starts:
                continue
            listed = self._listed(line, mark.end(), Slot.SURE, starts)[:1]
            after = listed[0].name.end if listed else 0
            if listed and line.text[after : after + 1] in ("", *"、（，。；"):
                self._hold(label, line, index, listed[0])

    def _follows_in_list(
        self, previous: Chain | None, chain: Chain, line: Line, held_to: int
    ) -> bool:
        """…会长甲、轮值会长乙: the chain goes on with a list that names its body."""
        if previous is None or previous.line != chain.line:
            return False
        between = line.text[previous.after : chain.start]
        return bool(_BETWEEN.fullmatch(between)) and held_to == chain.start - 1

    def _slot(self, chain: Chain, line: Line, follows: bool) -> Slot:
        last = chain.titles[-1]
        printed = any(
            body and rule not in _INFERRED
            for body, rule in zip(chain.bodies, chain.rules, strict=True)
        )
        if printed or follows or self._is_labelled(chain, line):
            return Slot.SURE
        if last.group == "description" and last.role not in words("kin_terms"):
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
        if text[start : start + 1] == "：":
            return (
                []
                if start + 1 in starts
                else self._listed(line, start + 1, slot, starts)
            )
        by = _BY.match(text, start)
        if by:
            found = self._listed(line, by.end(), Slot.SURE, starts)
            held = found and _BY_END.match(text, found[-1].after)
            return found if held else []
        should = _SHOULD_BE.match(text, start)
        if should:
            return self._listed(line, should.end(), Slot.SURE, starts)
        has = _HAS.match(text, start)
        if has and is_name_list(line, has.end()):
            return self._listed(line, has.end(), Slot.SURE, starts)
        if chain.titles[-1].role in words("contact_labels"):
            slot = max(slot, self._slot_of_contact(text, start))
        if slot == Slot.FIRM and self._heads_list(text, start, starts):
            slot = Slot.SURE
        found = self._listed(line, start, slot, starts)
        if not found and slot == Slot.SURE and chain.is_titled:
            found = whole_name(line, start)
        return found

    def _heads_list(self, text: str, start: int, starts: frozenset[int]) -> bool:
        """民警支援、网格员包容: titles with a name each, at 、."""
        mark = text.find("、", start, start + 5)
        return mark >= start + 2 and mark + 1 in starts

    def _slot_of_contact(self, text: str, start: int) -> Slot:
        """联系人安静。: what stands between the label and the next mark is a name."""
        end = _CONTACT_ENDS.search(text, start).start()
        return Slot.SURE if 2 <= end - start <= 4 else Slot.WEAK

    def _listed(self, line: Line, start: int, slot: Slot, starts) -> list[Listed]:
        return read_list(line, start, slot, self.reader, starts)

    def _hold(self, chain: Chain, line: Line, index: int, listed: Listed) -> Sighting:
        name = listed.name
        if chain.titles[-1].role in _STAFF:
            self.sightings.staff.add(name.text)
        again = self._is_namesake(chain, line, index, listed)
        add = self.sightings.add_namesake if again else self.sightings.add
        person = add(name.text, (index, name.start, name.end), "title")
        if chain.titles[-1].role not in _STAFF:
            person.posts += make_posts(chain, line, "返聘" in listed.note)
        self.read_note(person, line, index, listed)
        return person

    def _is_namesake(
        self, chain: Chain, line: Line, index: int, listed: Listed
    ) -> bool:
        """甲局局长丙、乙校校长丙: one list prints nobody twice with bodies that have
        no street or unit in common."""
        where, end = self.list_end
        goes_on = chain.start < end or _JOINED.fullmatch(line.text, end, chain.start)
        if where != index or not goes_on:
            self.in_list.clear()
        owners = {body[:2] for body in chain.bodies if body}
        before = self.in_list.setdefault(listed.name.text, owners)
        self.list_end = (index, listed.after)
        return bool(owners and before and not owners & before)

    def _read_backwards(self, chain: Chain, index: int, line: Line, slot: Slot) -> None:
        """The holder stands in front of the title, if anywhere."""
        text, start = line.text, chain.start
        if self._is_form_of_address(chain, index, line):
            return
        if not _TITLE_END.match(text, chain.after):
            return
        low = max(0, start - 40)
        link = _LINK.search(text, low, start)
        if link is None:
            if _PRONOUN.search(text, low, start):
                self.left_to_pronouns.append(chain)
            return
        elected = not link[0].startswith(("，", "：", "——")) or len(link[0]) > 2
        spans = self.names_ending(line, link.start(), elected)
        if spans and (elected or slot == Slot.SURE):
            for span in spans:
                person = self.sightings.add(
                    text[slice(*span)], (index, *span), "title behind"
                )
                posts = make_posts(chain, line)
                if _PAST.search(link[0]):
                    posts = [replace(post, former=True) for post in posts]
                person.posts += posts
        elif elected and _OTHER_SUBJECT.search(text, low, link.start()) is None:
            self.left_to_pronouns.append(chain)

    def _is_form_of_address(self, chain: Chain, index: int, line: Line) -> bool:
        """李莹晖律师: the owner of an occupation is a name."""
        title = chain.titles[0]
        if title.group != "occupation" or not 2 <= len(title.owner) <= 4:
            return False
        if not self._may_be_name(title):
            return False
        if title.owner[:-1] in self.sightings.people:
            # 甲乙|同志愿者: the name was read before.
            return False
        span = (index, title.owner_start, title.owner_start + len(title.owner))
        person = self.sightings.add(title.owner, span, "title behind")
        for post in make_posts(Chain([title], [""], ["behind the name"]), line):
            person.posts.append(replace(post, text=title.role))
        return True

    def _may_be_name(self, title: Title) -> bool:
        name = title.owner
        if name in self.sightings.people:
            return True
        surname = surname_length(name)
        given = name[surname:]
        return (
            bool(surname)
            and 1 <= len(given) <= 2
            and not is_common(name)
            and name[:2] not in words("common_words")
            and name[0] not in words("weak_surnames")
            and all(character in words("given_characters") for character in given)
        )

    def names_ending(
        self, line: Line, end: int, elected: bool
    ) -> list[tuple[int, int]]:
        """The list of names that ends at `end`; brackets between are passed over."""
        text = line.text
        found: list[tuple[int, int]] = []
        while True:
            note = _NOTE_END.search(text, max(0, end - 32), end)
            stop = note.start() if note else end
            start = self._name_ending(text, stop, elected)
            if start is None:
                return found
            found.insert(0, (start, stop))
            if text[start - 1 : start] != "、":
                return found
            end = start - 1

    def _name_ending(self, text: str, end: int, elected: bool) -> int | None:
        for length in (4, 3, 2):
            start, name = end - length, text[max(0, end - length) : end]
            if start < 0 or name[:2] in words("not_names"):
                continue
            if name in self.sightings.people:
                return start
            if start and text[start - 1] not in _BEFORE_NAME:
                continue
            if is_common(name) and not elected:
                continue
            judged = self.reader.read(name, 0, Slot.SURE)
            if judged and judged.end == length:
                return start
        return None
