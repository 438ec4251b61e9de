"""Whom a clause without a name of its own tells of.

闵桂芳来了。她当过排字工                 闵桂芳: the pronoun
闵桂芳守着桥，白天在检测中心做化验员     闵桂芳: nobody else stands before the verb
在铁厂当钳工的她                       the pronoun behind
"""

import re
from bisect import bisect_left, bisect_right

from people.extraction.lines import HAN, Line
from people.extraction.names import NameReader, Slot, is_common
from people.extraction.posts import Chain
from people.extraction.sightings import Sighting, Sightings, Span
from people.extraction.wordlists import words

_NUMBER = r"[一二两三四五六七八九十几\d]+"
#: Words of time before what somebody does or did.
TIME = (
    rf"后来|如今|现在|眼下|当年|当时|原来|原先|从前|以前|此前|早先|早年|年轻时|[退离]休以?[前后]|转业以?后"
    rf"|毕业以?后|回沪后|白天|晚上|夜里|平时|平日|业余|那时候?|起初|最初|一开始|今年|去年|前年|这几年|上个?月|上周|不久"
    rf"|(?:19|20)\d{{2}}年(?:起|后|底|初|春天|夏天|秋天|冬天|\d{{1,2}}月)?|{_NUMBER}岁(?:那年|时|起)"
)
ELECTED = (
    r"当选为?|被选为|被推选为|被任命为|被聘为|受聘为|获聘|继任|接任|出任|担任|兼任"
    r"|(?<!主)任"
)
PRONOUN = re.compile(
    rf"(?:他|她)(?:[^，。；！？]{{0,16}}|[^。；！？由]{{0,20}}，)(?:{ELECTED}|是|成为|当|为)了?[^，。；]{{0,4}}\Z"
    r"|免去其\Z"
)
# ……是甲解开的。这位办事处副主任三次上门
THIS = re.compile(r"(?:^|[。；！？”])(?:这位|这名)[^，。；]{0,8}\Z")
# 从学徒做到车间主任: said of whoever was named before.
_CAREER = re.compile(r"(?:做到|干到|当到|升任|升为|成长为|转任|调任)了?\Z")
# 旧的是副站长，新的印着“队长”: cards of whom the article tells.
OF_PROFILE = re.compile(r"(?:的是|[印写]着“)\Z")
_ADVERBS = (
    r"就|刚刚?|拟|也|还|又|曾经?|一直|先后|同时|正|便|都|仍然?|原本|本来|自己|本人|其实"
)
_ASKED = r"聘请?|请|让|选|推选|推举|选举|任命|派|邀请?|安排|返聘|特聘"
_VERB = r"担任过?|出任|兼任|历任|曾任|当选为?|成为|任|当|做|干|是"
_CLAUSE = re.compile(
    rf"""
    (?:^|[，。；：！？”])
    (?P<time> (?:{TIME})* )
    (?: (?: [^，。；：！？“”]{{0,24}}?
            (?: (?<![要想将愿肯能可]) (?P<asked>{_ASKED}) | 由 ) )?
        (?P<who>[他她])(?!们) (?:{_ADVERBS}|{TIME})* )?
    (?P<unit> (?:[在进到]|来到)[^，。；：、“”]{{2,24}}? )?
    (?: (?P<goes_on> (?:{_ADVERBS})*(?:担任|当|做|干|任)过
                   | (?:也|还|又|同时|并)+(?:{_VERB}) )
      | (?:{_VERB})[过了上]?了? )
    (?: 了?{_NUMBER}多?[年届任]的? )?
    (?: [^，。；：、“”他她]{{1,14}}的 )?
    \Z
    """,
    re.VERBOSE,
)
# 让单位自己|当, but 后来又|当, 从部队回来后|当
_SUBJECT = re.compile(
    rf"(?!(?:{TIME}|{_ADVERBS}|并|先|再|将)*(?:[在从到他她其被]|这[位名]|{_VERB}|ELECTED))"
    rf"[^，。；]{{2,}}?(?<![后前时])(?:{_VERB})了?[^，。；]{{0,4}}\Z".replace(
        "ELECTED", ELECTED
    )
)
# 作为|董事长|，她做的
_AS = re.compile(r"(?:^|[，。；！？”])作为\Z")
_THEN_WHO = re.compile("，(?P<who>[他她])(?!们)")
# 当|钳工|的她
_WORKS = re.compile(rf"[在到进][^，。；：]{{2,24}}(?:{_VERB})\Z")
_WHO_BEHIND = re.compile("的(?P<who>[他她])(?!们)")
_WHO = re.compile("[他她](?!们)")
_PAST = re.compile("过|曾|早年|从前|以前|年轻时|退休以?前|当年|当时|那时")
_ENDS = re.compile(
    rf"(?:的?(?:职务|一职))?(?:[，。；！？”（）、]|——|$|兼|时|期间|了?{_NUMBER}多?年)"
)
# 老郑, 郑师傅
_HALF = re.compile(
    rf"[老小](?P<short>[{HAN}])|(?P<name>[{HAN}])(?:师傅|老师|先生|女士|阿姨)"
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
_REACH = 60
#: How many lines before a pronoun somebody is looked for.
_LINES = 3


class SubjectReader:
    """Finds the holder of a title in what was said before its clause."""

    def __init__(self, sightings: Sightings, reader: NameReader):
        self.sightings = sightings
        self.reader = reader
        self.named = sightings.in_order()
        self.names = sightings.names()

    def read(self, chain: Chain, line: Line) -> tuple[Sighting | None, bool]:
        """Who holds the titles, and whether that is over."""
        if not (chain.is_titled or chain.titles[-1].is_of_unit):
            return None, False
        text, start = line.text, chain.start
        low = max(0, start - _REACH)
        behind = _WHO_BEHIND.match(text, chain.after)
        if behind and _WORKS.search(text, low, start):
            return self._meant(chain.line, behind.start()), False
        then = _THEN_WHO.match(text, chain.after)
        if then and _AS.search(text, low, start):
            return self._meant(chain.line, start), False
        clause = _CLAUSE.search(text, low, start)
        if clause is None or not _ENDS.match(text, chain.after):
            return None, False
        past = bool(_PAST.search(clause[0]))
        if clause["who"]:
            asked = bool(clause["asked"])
            return self._meant(chain.line, clause.start("who"), asked), past
        if clause["unit"] or clause["time"] or clause["goes_on"]:
            return self._topic(line, chain.line, clause.start()), past
        return None, False

    def last(self, chain: Chain, line: Line, said: bool, bare: bool) -> Sighting | None:
        """Whom else the clause may mean: a surname, who is named last, the subject;
        `said` with a verb of office, `bare` where nobody else can be meant."""
        person = self._called(chain, line)
        if said and not person:
            person = self._named_before(chain, line, bare)
        life = tells_life(chain, line.text)
        if life or (any(chain.bodies) and not self._has_subject(chain, line)):
            person = person or self._subject(chain, line)
        return person

    def _has_subject(self, chain: Chain, line: Line) -> bool:
        """让单位自己当|理事长: somebody or something else stands before the verb."""
        if OF_PROFILE.search(line.text, max(0, chain.start - 8), chain.start):
            return False
        low = 1 + max(
            line.text.rfind(mark, 0, chain.start) for mark in "，。；：！？“”"
        )
        clause = _SUBJECT.match(line.text, low, chain.start)
        return bool(clause) and not self._named(chain.line, low, chain.start)

    def _called(self, chain: Chain, line: Line) -> Sighting | None:
        """他当过三十年列车长, 于先生是打字社的打字员: whoever a pronoun or a surname
        means at the head of the clause."""
        low = max(0, chain.start - 40)
        said = _CALLED.search(line.text, low, chain.start)
        if said is None or chain.titles[0].is_half_name:
            return None
        if said["pronoun"]:
            (where, *_), last = self._last_before(chain.line, said.start())
            near = last and where >= chain.line - 1
            return self.sightings.people[last] if near else None
        surname = said["half"] or said["short"]
        called = {
            name
            for (where, *_), name in self.named
            if where <= chain.line and name[0] == surname
        }
        return self.sightings.people[called.pop()] if len(called) == 1 else None

    def _named_before(self, chain: Chain, line: Line, bare: bool) -> Sighting | None:
        """Who is named last in the same sentence, or in the same clause."""
        low, _ = line.sentence(chain.start)
        while bare and line.text[low - 1 : low] == "；":
            # 1951年参军；1955年转业，先后任
            low, _ = line.sentence(low - 1)
        if not bare:
            low = max(low, *(line.text.rfind(mark, 0, chain.start) for mark in "，："))
        last = [match[0] for match in self.names.finditer(line.text, low, chain.start)][
            -1:
        ]
        return self.sightings.people.get(last[0]) if last else None

    def _subject(self, chain: Chain, line: Line) -> Sighting | None:
        """Named last in the sentence, or at its head, or in the sentence before."""
        low, _ = line.sentence(chain.start)
        head = self.reader.read(line.text, low, Slot.CHANCE)
        before = bisect_left(self.named, ((chain.line, chain.start, 0), "")) - 1
        (where, start, _), last = (
            self.named[before] if before >= 0 else ((-1, 0, 0), "")
        )
        if where == chain.line and start >= low:
            return self.sightings.people[last]
        if head and head.end < chain.start and not is_common(head.text):
            return self.sightings.add(head.text, (chain.line, low, head.end), "career")
        if OF_PROFILE.search(line.text, max(0, chain.start - 8), chain.start):
            told = where == chain.line and last in self.sightings.headings
            return self.sightings.people[last] if told else None
        if THIS.search(line.text, max(0, low - 1, chain.start - 12), chain.start):
            before, _ = line.sentence(max(0, low - 1))
            named_there = where == chain.line and start >= before
            return self.sightings.people[last] if named_there else None
        near = where >= chain.line - 1 and last
        low = max(low, chain.start - 40)
        if where == chain.line and _LATER.search(line.text, low, chain.start):
            return self.sightings.people[last]
        if near and PRONOUN.search(line.text, low, chain.start):
            return self.sightings.people[last]
        return None

    def _last_before(self, index: int, position: int) -> tuple[Span, str]:
        """Where somebody is named last before a place, and who."""
        before = bisect_left(self.named, ((index, position, 0), "")) - 1
        return self.named[before] if before >= 0 else ((-1, 0, 0), "")

    def _meant(self, index: int, position: int, asked: bool = False) -> Sighting | None:
        """The person whom a pronoun means: named last in its sentence, else the one
        of whom the sentences before tell; who is `asked` is not who asks."""
        line = self.sightings.lines[index]
        low, _ = line.sentence(position)
        inside = () if asked else self._named(index, low, position)
        if inside:
            return self.sightings.people[inside[-1]]
        for number in range(index, max(-1, index - _LINES), -1):
            if number < index:
                line = self.sightings.lines[number]
                low = len(line.text)
            if line.heading:
                return None
            while low:
                end = low
                low, _ = line.sentence(low - 1)
                if told := self._told(number, low, end):
                    return self.sightings.people[told]
                if self._tells_of_kin(number, low):
                    return None
        return None

    def _topic(self, line: Line, index: int, position: int) -> Sighting | None:
        """The person of whom the sentence tells, where it names one or begins so."""
        low, _ = line.sentence(position)
        inside = list(dict.fromkeys(self._named(index, low, position)))
        if not inside:
            who = _WHO.search(line.text, low, position)
            return self._meant(index, who.start()) if who else None
        return self.sightings.people[inside[0]] if len(inside) == 1 else None

    def _named(self, index: int, low: int, high: int) -> list[str]:
        """The keys of those whose names stand between two places of a line."""
        first = bisect_left(self.named, ((index, low, 0), ""))
        last = bisect_right(self.named, ((index, high, 0), ""))
        return [name for _, name in self.named[first:last]]

    def _told(self, index: int, low: int, high: int) -> str:
        """The first named in a sentence, or the one whom 老郑 in it means."""
        inside = self._named(index, low, high)
        if inside:
            return inside[0]
        text = self.sightings.lines[index].text
        for half in _HALF.finditer(text, low, high):
            surname = half["short"] or half["name"]
            called = {name for _, name in self.named if name[0] == surname}
            if len(called) == 1:
                return called.pop()
        return ""

    def _tells_of_kin(self, index: int, low: int) -> bool:
        """父亲从前住在这里: somebody without a name heads the sentence."""
        text = self.sightings.lines[index].text
        return any(text[low : low + n] in words("kin_terms") for n in (1, 2, 3))


def tells_life(chain: Chain, text: str) -> bool:
    """从学徒做到车间主任, 从总工程师任上退休."""
    low = max(0, chain.start - 8)
    return chain.titles[-1].note == "原" or bool(_CAREER.search(text, low, chain.start))
