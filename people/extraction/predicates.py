"""Titles that are said of somebody named before them.

甲、乙（女）当选副主席        the names in front
甲，某协会会长                the name in front of the comma
李莹晖律师                    the name in front of an occupation
如今他是队长                  whoever was named last
"""

import re
from bisect import bisect_left
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
from people.extraction.titles import Title
from people.extraction.weights import name_weight
from people.extraction.wordlists import words

_ELECTED = (
    r"当选为?|被选为|被推选为|被任命为|被聘为|受聘为|获聘|继任|接任|出任|担任|兼任"
    r"|(?<!主)任"
)
_LINK = re.compile(
    rf"""
    (?: ，|：|—— )?
    (?: 不再|同时|自己也 )? (?: 以[^，。；]{{1,12}}票 )? (?: 高票|全票 )?
    (?: {_ELECTED}|现任|曾任|原任|时任|历任|也?是|系|为|作为|曾是|当过|做过|当上
      | (?<=[一-龥]{{2}})当 | [当做](?=了) | 担任过 | 挂职
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
_PRONOUN = re.compile(
    rf"(?:他|她)(?:[^，。；！？]{{0,16}}|[^。；！？由]{{0,20}}，)(?:{_ELECTED}|是|成为|当|为)了?[^，。；]{{0,4}}\Z"
    r"|免去其\Z"
)
# 他当过三十年|列车长, 于先生是打字社的|打字员, 老郑还是|监督员
_CALLED = re.compile(
    rf"(?:^|[，。；！？：”])(?:(?P<pronoun>[他她])|(?P<half>[{HAN}])(?:先生|女士|师傅|老师|阿姨"
    rf"|大姐|医生|老)|[老小](?P<short>[{HAN}]))"
    r"(?:也|还|就|又|曾经?|现在|如今|原先|原来|本来|[从以]前|退休前|年轻时)*"
    r"(?:在[^，。；：]{2,14}?)?(?:是|当[过了上]?了?|做[过了]|担?任过?|干过)"
    r"(?:了?[一二两三四五六七八九十\d]+多?年的?)?(?:[^，。；：、]{2,14}的)?\Z"
)
# 离休以后|担任: of whoever the paragraph tells.
_LATER = re.compile(
    r"(?:离休|退休|转业|复员|退伍|毕业|返城|回沪)[以之]?后[^，。；]{0,6}(?:任|当|做)[了过]?\Z"
)
# 由大会选举任…, 大会推选…: no person before is meant.
_OTHER_SUBJECT = re.compile(r"(?:会议|大会|选举|由|各|等|单位)[^，。]{0,6}\Z")
# ……是甲解开的。这位办事处副主任三次上门
_THIS = re.compile(r"(?:^|[。；！？”])(?:这位|这名)[^，。；]{0,8}\Z")
_TITLE_END = re.compile(
    r"(?:的)?(?:职务|一职)|[，。；、！？”（）]|——|[一二三四五六七八九十\d]+多?年|兼|并|已经?|近|快|满|期间|$"
)
# 免去甲的所长职务
_DISMISSED = re.compile(rf"免去(?P<name>[{HAN}·]{{2,9}}?)(?:同志)?的?\Z")
# 从学徒做到车间主任: said of whoever was named before.
_CAREER = re.compile(r"(?:做到|干到|当到|升任|升为|成长为|转任|调任)了?\Z")
# 旧的是副站长，新的印着“队长”: cards of whom the article tells.
_OF_PROFILE = re.compile(r"(?:的是|[印写]着“)\Z")
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
        if _THIS.search(text, low, start):
            self.left_to_pronouns.append((chain, 0))
            return False
        if not _TITLE_END.match(text, chain.after):
            return False
        link = _LINK.search(text, low, start)
        if link is None:
            printed = _OF_PROFILE.search(text, low, start)
            if printed or _tells_life(chain, text) or _PRONOUN.search(text, low, start):
                self.left_to_pronouns.append((chain, 0))
            return False
        elected = bool(link[0].strip("，：—原前"))
        told = _TOLD_OF.search(text, low, link.start())
        end = told.start() if told else link.start()
        spans = self.backwards.names_ending(index, line, end, elected or bool(told))
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
        for span, held in zip(spans, own, strict=True):
            name = line.text[slice(*span)]
            person = self.sightings.add(name, (chain.line, *span), "title behind")
            posts = make_posts(held, line)
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
        named, names = self.sightings.in_order(), self.sightings.names()
        for chain, said in self.left_to_pronouns:
            line = self.sightings.lines[chain.line]
            person = self._called(chain, line, named)
            if said and not person:
                person = self._named_before(chain, line, names, said == _BARE)
            if any(chain.bodies) or _tells_life(chain, line.text):
                person = person or self._subject(chain, line, named)
            if person:
                person.posts += make_posts(chain, line)

    def _called(self, chain: Chain, line: Line, named: list) -> Sighting | None:
        """他当过三十年列车长, 于先生是打字社的打字员: whoever a pronoun or a surname
        means at the head of the clause."""
        low = max(0, chain.start - 40)
        said = _CALLED.search(line.text, low, chain.start)
        if said is None or chain.titles[0].is_half_name:
            return None
        if said["pronoun"]:
            before = bisect_left(named, ((chain.line, said.start(), 0), "")) - 1
            (where, *_), last = named[before] if before >= 0 else ((-2,), "")
            return self.sightings.people[last] if where >= chain.line - 1 else None
        surname = said["half"] or said["short"]
        called = {
            name
            for (where, *_), name in named
            if where <= chain.line and name[0] == surname
        }
        return self.sightings.people[called.pop()] if len(called) == 1 else None

    def _named_before(
        self, chain: Chain, line: Line, names: re.Pattern, bare: bool
    ) -> Sighting | None:
        """Who is named last in the same sentence, or in the same clause."""
        low, _ = line.sentence(chain.start)
        while bare and line.text[low - 1 : low] == "；":
            # 1951年参军；1955年转业，先后任
            low, _ = line.sentence(low - 1)
        if not bare:
            low = max(low, *(line.text.rfind(mark, 0, chain.start) for mark in "，："))
        last = [match[0] for match in names.finditer(line.text, low, chain.start)][-1:]
        return self.sightings.people.get(last[0]) if last else None

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
        if _OF_PROFILE.search(line.text, max(0, chain.start - 8), chain.start):
            told = where == chain.line and last in self.sightings.headings
            return self.sightings.people[last] if told else None
        if _THIS.search(line.text, max(0, low - 1, chain.start - 12), chain.start):
            before, _ = line.sentence(max(0, low - 1))
            named_there = where == chain.line and start >= before
            return self.sightings.people[last] if named_there else None
        near = where >= chain.line - 1 and last
        low = max(low, chain.start - 40)
        if where == chain.line and _LATER.search(line.text, low, chain.start):
            return self.sightings.people[last]
        if near and _PRONOUN.search(line.text, low, chain.start):
            return self.sightings.people[last]
        return None

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


def _tells_life(chain: Chain, text: str) -> bool:
    """从学徒做到车间主任, 从总工程师任上退休."""
    low = max(0, chain.start - 8)
    return chain.titles[-1].note == "原" or bool(_CAREER.search(text, low, chain.start))
