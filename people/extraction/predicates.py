"""Titles that are said of somebody named before them.

甲、乙（女）当选副主席        the names in front
甲，某协会会长                the name in front of the comma
李莹晖律师                    the name in front of an occupation
如今他是队长                  whoever was named last
"""

import re
from dataclasses import replace

from people.extraction.backwards import BackwardReader
from people.extraction.bodies import Body
from people.extraction.in_front import may_be_name
from people.extraction.kinds import kind_of
from people.extraction.lines import HAN, Line
from people.extraction.names import NameReader, Slot, is_common, surname_length
from people.extraction.owners import body_of
from people.extraction.posts import Chain, make_posts
from people.extraction.resolver import Resolver
from people.extraction.sightings import Sighting, Sightings
from people.extraction.subjects import (
    ELECTED,
    OF_PROFILE,
    PRONOUN,
    THIS,
    TIME,
    SubjectReader,
    tells_life,
)
from people.extraction.titles import Title
from people.extraction.weights import name_weight
from people.extraction.wordlists import words

_LINK = re.compile(
    rf"""
    (?: ，|：|—— )?
    (?: (?:{TIME})* 在[^，。；：、]{{2,24}}? (?=[当做任]|担任) )?
    (?: 不再|同时|自己也 )? (?: 以[^，。；]{{1,12}}票 )? (?: 高票|全票 )?
    (?: {ELECTED}|现任|曾任|原任|时任|历任|也?是|系|为|作为|曾是|当过|做过|当上
      | (?<=[一-龥]{{2}})[当做] | [当做](?=了) | 担任过 | 挂职
      | 退休以?前(?: 的[^，。]{{1,8}} )?[是任为在] )
    (?: 了|新一届|首任|首届|第[一二三四五六七八九十\d]+届
      | [一二两三四五六七八九十\d]+多?年的? )*
    (?: (?<=[是当任做为]) [^，。；：、！？是]{{2,12}}的 )? \Z
    | (?: ，|：|—— ) (?: 原|前 )? \Z
    """,
    re.VERBOSE,
)
# 甲，男，56岁，中共党员，某公司总经理: what is told between name and title.
_TOLD_OF = re.compile(
    r"(?:[，、](?:男|女|[一-龥]{1,4}族|(?:今年|现年)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})岁|\d{4}年(?:\d{1,2}月)?(?:出?生|入党)"
    r"|[一-龥]{2,4}人|(?:中共|预备|老)?党员|群众|(?:大学|大专|本科|研究生|硕士|博士|高中|初中)(?:学历|文化)?))+\Z"
)
# 甲当过队长: not any more.
_PAST = re.compile(r"不再|曾|原|时任|历任|过|退休以?前|前\Z")
# 由大会选举任…, 大会推选…: no person before is meant.
_OTHER_SUBJECT = re.compile(r"(?:会议|大会|选举|由|各|等|单位)[^，。]{0,6}\Z")
_TITLE_END = re.compile(
    r"(?:的)?(?:职务|一职)|[，。；、！？”（）]|——|[一二三四五六七八九十\d]+多?年|兼|并|已经?|近|快|满|期间|$"
)
# 免去甲的所长职务
_DISMISSED = re.compile(rf"免去(?P<name>[{HAN}·]{{2,9}}?)(?:同志)?的?\Z")
#: Weight of a name of two characters right before a trade.
_LIKELY = 3
# 消化科|甲|主任
_SECTION = re.compile("[一-龥]{2}[科室组]\\Z")
#: 甲老师: how anybody is addressed who teaches.
_ADDRESSED = frozenset(["老师"])
_NUMBERS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_COUNTED = re.compile("(?P<number>[两三四五六])(?P<unit>[位名])[一-龥]{0,8}\\Z")
_ENDS = re.compile("[。；]|$")
#: A clause with a verb of office, and one in which nobody else can be meant.
_SAID, _BARE = 1, 2
# ，后来|当过…, ，退休前|是…: no other subject stands before.
_BARE_CLAUSE = re.compile(
    r"[，。；！？](?:后来|如今|现在|眼下|当年|当时|原来|从前|此前|先后|同时|一直|至今|去年|今年|又|也|还|并|曾|再|就){0,2}\Z"
    r"|[，。；！？][^，。；：！？我你您]{0,10}(?:(?:以|之)?[后前]|那年|的?时候?)(?:[在到][^，。；：！？]{0,12})?\Z"
)
_CLOSED = re.compile("，|。|；|——|$")


class PredicateReader:
    """Gives titles to the names in front of them."""

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
        self.backwards = BackwardReader(sightings, reader)
        self.left_to_pronouns: list[tuple[Chain, int]] = []
        self.unheld: list[tuple[Chain, int, Line, Slot]] = []

    def read(self, chain: Chain, index: int, line: Line, slot: Slot) -> None:
        """The holder stands in front of the title, if anywhere."""
        beside = self._is_beside(chain, index, line)
        if beside or self._is_dismissed(chain, index, line):
            return
        if not self._reads(chain, index, line, slot):
            self.unheld.append((chain, index, line, slot))

    def _reads(self, chain: Chain, index: int, line: Line, slot: Slot) -> bool:
        """Whether somebody named before holds the titles."""
        text, start = line.text, chain.start
        low = max(0, start - 40)
        if THIS.search(text, low, start):
            self.left_to_pronouns.append((chain, 0))
            return False
        if not _TITLE_END.match(text, chain.after):
            return False
        link = _LINK.search(text, low, start)
        if link is None:
            printed = OF_PROFILE.search(text, low, start)
            if printed or tells_life(chain, text) or PRONOUN.search(text, low, start):
                self.left_to_pronouns.append((chain, 0))
            return False
        elected = bool(link[0].strip("，：—原前"))
        told = _TOLD_OF.search(text, low, link.start())
        end = told.start() if told else link.start()
        lenient = bool(told) or (elected and "在" not in link[0])
        spans = self.backwards.names_ending(index, line, end, lenient)
        titled = spans and (index, spans[-1][0]) in self.sightings.titled
        flagged = link[0] == "，" and chain.titles[0].flag
        item = text.startswith("；", chain.after) and chain.is_of_body
        item = item or (link[0] == "——" and text.startswith("——", chain.after))
        if titled and not (elected or told or flagged or item):
            # 区委书记甲，区委副书记乙: a title of its own stands before the name.
            return False
        if spans and (elected or told or self._is_apposed(chain, link, slot, text)):
            each = text.endswith(("分别", "依次"), 0, link.start())
            self._give(spans, chain, line, bool(_PAST.search(link[0])), each)
            return True
        if flagged and _ENDS.match(text, chain.after):
            # 甲是区里最年长的居民，原某厂厂长。
            self.left_to_pronouns.append((chain, 0))
        elif elected and _OTHER_SUBJECT.search(text, low, link.start()) is None:
            bare = link[0][0] == "，" or _BARE_CLAUSE.search(text, low, link.start())
            self.left_to_pronouns.append((chain, _BARE if bare else _SAID))
        return False

    def _is_apposed(self, chain: Chain, link: re.Match, slot: Slot, text: str) -> bool:
        """甲，环卫工，坐靠门的位子: between two marks."""
        if slot == Slot.SURE:
            return True
        closed = _CLOSED.match(text, chain.after)
        return slot == Slot.FIRM and link[0] in ("，", "——") and bool(closed)

    def _give(
        self,
        spans: list[tuple[int, int]],
        chain: Chain,
        line: Line,
        past: bool,
        each: bool = False,
    ) -> None:
        """The titles of `chain` to everybody named at `spans`, or one title to each."""
        own = chain.one_each(len(spans)) if each else [chain] * len(spans)
        for span, held in zip(spans, own, strict=False):
            name = line.text[slice(*span)]
            person = self.sightings.add(name, (chain.line, *span), "title behind")
            self._add(person, held, line, past)

    def _add(self, person: Sighting, chain: Chain, line: Line, past: bool) -> None:
        posts = make_posts(chain, line)
        person.posts += [replace(x, former=True) for x in posts] if past else posts

    def _is_dismissed(self, chain: Chain, index: int, line: Line) -> bool:
        """免去甲的所长职务: the name stands between."""
        low = max(0, chain.start - 14)
        printed = _DISMISSED.search(line.text, low, chain.start)
        if printed is None or not self._is_whole_name(printed["name"]):
            return False
        span = (index, *printed.span("name"))
        person = self.sightings.add(printed["name"], span, "title behind")
        person.posts += [replace(x, former=True) for x in make_posts(chain, line)]
        return True

    def _is_whole_name(self, text: str) -> bool:
        name = self.reader.read(text, 0, Slot.SURE)
        return text in self.sightings.people or bool(name and name.end == len(text))

    def _is_counted(self, chain: Chain, index: int, line: Line) -> bool:
        """甲、乙两位副主任: as many names as print counts."""
        title = chain.titles[0]
        role = title.end - len(title.role)
        counted = _COUNTED.search(line.text, max(0, role - 12), role)
        if counted is None:
            return False
        spans = self.backwards.names_ending(index, line, counted.start(), True)
        if len(spans) != _NUMBERS[counted["number"]]:
            return False
        owner = line.text[counted.end("unit") : role]
        own = replace(title, owner=owner, printed=owner + title.role)
        body, rule = body_of(own, self.resolver, "", self.bodies)
        for span in spans:
            name = line.text[slice(*span)]
            person = self.sightings.add(name, (index, *span), "title behind")
            person.posts += make_posts(Chain([own], [body], [rule]), line)
        return True

    def read_again(self) -> None:
        """What nobody holds yet, once everybody is known; at last 那时他任…, said of
        the person named last before."""
        unheld, self.unheld, self.left_to_pronouns = self.unheld, [], []
        for each in unheld:
            self.read(*each)
        subjects = SubjectReader(self.sightings, self.reader)
        told = set()
        for chain, _, line, _ in self.unheld:
            person, past = subjects.read(chain, line)
            if person:
                told.add(id(chain))
                self._add(person, chain, line, past)
        for chain, said in self.left_to_pronouns:
            line = self.sightings.lines[chain.line]
            person = id(chain) not in told and subjects.last(
                chain, line, bool(said), said == _BARE
            )
            if person:
                self._add(person, chain, line, False)

    def _is_beside(self, chain: Chain, index: int, line: Line) -> bool:
        """The name stands right before the role, with nothing that links them."""
        between = [x for x in chain.titles if self._is_between(x, index, line)]
        return (
            bool(between)
            or self._is_in_column(chain, index, line)
            or self._is_counted(chain, index, line)
            or self._is_form_of_address(chain, index, line)
        )

    def _is_in_column(self, chain: Chain, index: int, line: Line) -> bool:
        """3月9日：甲　街道党工委书记: a name and its title with a space between."""
        start, ends = chain.start, _TITLE_END.match(line.text, chain.after)
        if start not in line.gaps or not ends or "的" in ends[0]:
            return False
        span = self.backwards.name_ending(line, start, False)
        whole = span and line.text[span[0] - 1 : span[0]] in ("", "：", "）")
        if not (whole or (span and span[0] in line.gaps)):
            return False
        self._give([span], chain, line, False)
        return True

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
        bare = replace(title, owner="", owner_start=title.start, printed=title.role)
        body, rule = body_of(bare, self.resolver, "", self.bodies)
        rule = rule if body else "behind the name"
        if title.role not in _ADDRESSED:
            person.posts += make_posts(Chain([bare], [body], [rule]), line)
        return True

    def _is_between(self, title: Title, index: int, line: Line) -> bool:
        """塘下镇党委江孟甫书记, 江孟甫书记: a whole name before a title, behind a body
        or behind nothing."""
        if title.group == "description":
            return False
        role = title.owner_start + len(title.owner)
        for start in range(role - 4, role - 1):
            body = title.owner[: max(0, start - title.owner_start)]
            name = line.text[start:role]
            known = (
                start == title.owner_start
                or kind_of(body) != "other"
                or _SECTION.search(body)
            )
            if known and may_be_name(name):
                break
            label = line.text.startswith("：", title.after)
            if not label and len(name) > 2 and name in self.sightings.people:
                # 对|于文清律师: somebody known, whatever stands before.
                body = ""
                break
        else:
            return False
        own = replace(title, owner=body, printed=body + title.role)
        owner, rule = body_of(own, self.resolver, "", self.bodies)
        name = line.text[start:role]
        person = self.sightings.add(name, (index, start, role), "title behind")
        if body or title.role not in _ADDRESSED:
            person.posts += make_posts(Chain([own], [owner], [rule]), line)
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
            and (len(given) == 2 or name_weight(name) >= _LIKELY)
            and all(character in words("given_characters") for character in given)
        )
