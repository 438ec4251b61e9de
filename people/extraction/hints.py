"""Names without a title: in lists, with an age, misprinted and put right.

金奖：甲、乙        今年82岁的丙        “丁”误为“戊”
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from people.extraction.followers import ACTS
from people.extraction.grids import find_grid
from people.extraction.holders import HolderReader
from people.extraction.in_front import name_in_front
from people.extraction.kinds import longest_ending
from people.extraction.lines import HAN, Line
from people.extraction.lists import (
    Listed,
    colon_lists,
    is_label,
    is_long_list,
    is_name_list,
    is_plain_list,
    names_of_run,
    read_list,
)
from people.extraction.names import (
    Name,
    NameReader,
    Slot,
    is_common,
    surname_length,
)
from people.extraction.posts import Chain, name_bodies
from people.extraction.rolls import find_rolls
from people.extraction.rows import find_rows
from people.extraction.sightings import Sightings
from people.extraction.wordlists import alternation, words

_AGE = re.compile(
    r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})[多余来]?岁(?:高龄)?的?(?P<more>[^，。；、]{0,8}?的)?"
)
_AGE_BEHIND = re.compile(
    r"，?(?:今年|现年|时年)?(?:\d{1,3}|[一二三四五六七八九十]{2,4})岁|，[男女]，"
    r"|（(?:男|女|[^（）]{0,6}\d{1,3}岁|[一-龥]{1,4}族|(?:[前后中]排)?[左右中前后正]{1,2}排?[一二三四五六七八九十]?）)"
)
# （女，环卫工人，48岁）, 今年27岁: even a word is a name there.
_CERTAIN_AGE = re.compile(r"，[男女]，|（(?:[男女][，、]|[^（）]*\d{1,3}岁)")
_TURNS = re.compile(r"(?:今年|现年|时年)")
_CALLED = re.compile(
    r"(?:(?<=[她他我，。的])叫|名叫|大名(?:叫)?|真名(?:叫)?|本名(?:叫)?|原名(?:叫)?|学名(?:叫)?|叫做|叫作|名字叫|姓名为|名字[：是]|应为|应是|更正为|订正为|改为|(?<=第[一二三四五六七八九十])人是|左起[第一二三四五六七八九十]+人?是)“?(?:[前后]排)?(?:[左右][一二三四五六七八九十](?:为|是)?(?=[一-龥]{2}))?"
)
_WRONG = re.compile(
    r"(?:误为|误作|误写为|误写成|误印为|误印成|误排为|误排成|错写成|错写为|错印为|误植为|误登为"
    r"|误称|误记为|不是|而非|并非)“?[^，。；”]{2,12}"
)
# “站长甲”应为“站长乙”: what stands before is wrong.
_PUT_RIGHT = re.compile(r"“[^“”]{2,30}”(?:应为|应是|更正为|订正为|改为)")
# “甲乙”误作“甲”: what stands before is right.
_RIGHT = re.compile(rf"“(?=[{HAN}·]{{2,8}}”(?:误|错)[为作写印排称植])")
_GIVEN_TO = re.compile(r"(?:交给|递给|送给|颁给|开给|发给|捐给|来自|找到|遇见|认识)了?")
_PHOTO = re.compile(rf"(?P<name>[{HAN}]{{2,4}}) ?(?:/摄|摄|供图|文/图)(?=$|[）。])")
_SPEAKER = re.compile(rf"(?P<name>[{HAN}]{{2,4}})：")
_COMPOUND = re.compile(
    alternation(words("compound_surnames") - words("plain_compounds"))
)
# 裘雨生老伯, 裘雨生家里, 裘雨生的妻子: a whole name before a form of address or kin.
_ADDRESS = re.compile(
    r"老伯|阿婆|阿姨|叔叔|伯伯|婆婆|大爷|大妈|大伯|大娘|奶奶|爷爷|爸爸|妈妈|先生|女士|同志|同学|老师|老人|小朋友"
    r"|师傅|医生|大夫|大姐|大哥|爷叔|警官|护士|烈士|夫妇|夫妻|一家(?!家)|家[里中门]"
    rf"|的(?=《)|的(?:家属|家人|名字|{alternation(words('kin_terms'))})"
)
# 第五位：…… counts, though 第五 is a surname.
_ORDINAL = re.compile("第五[位名个次届期条项批版章节代轮场天年组步件家]")
_PLACE_NAME = re.compile(r"[村区苑坊弄路街镇乡队组]\Z")
_PLACE_LABEL = re.compile(r"[区村苑坊里院园楼街道委会队组所校]\Z")


class HintReader:
    """Finds people whom no title announces."""

    def __init__(self, sightings: Sightings, reader: NameReader, holders: HolderReader):
        self.sightings = sightings
        self.reader = reader
        self.holders = holders
        self.predicates = holders.predicates

    def find_misprints(self) -> None:
        """“甲”误为“乙”: 乙 is no person, and a photographer is none of the article."""
        for index, line in enumerate(self.sightings.lines):
            for cue in _WRONG.finditer(line.text):
                self.sightings.misprints.append((index, cue.start(), cue.end()))
            for cue in _PUT_RIGHT.finditer(line.text):
                self.sightings.misprints.append((index, cue.start(), cue.end()))
            for cue in _PHOTO.finditer(line.text):
                self.sightings.staff.add(cue["name"])
                self.sightings.staff.update(_parted_name(line, cue))

    def read_cues(self, index: int, line: Line) -> None:
        """Ages, 名叫, 应为 and the like: read before the titles, which lean on them."""
        for name in find_rows(line, self.reader):
            self.sightings.add(name.text, (index, name.start, name.end), "row")
        for start, end in find_rolls(index, self.sightings.lines):
            name = line.text[start:end]
            if longest_ending(name) != name:
                self.sightings.add(name, (index, start, end), "roll")
        for start, end in find_grid(index, self.sightings.lines):
            name = line.text[start:end]
            self.sightings.add(name, (index, start, end), "table")
        for pattern, slot in (
            (_CALLED, Slot.SURE),
            (_RIGHT, Slot.SURE),
            (_GIVEN_TO, Slot.CHANCE),
        ):
            for cue in pattern.finditer(line.text):
                self._read_at(index, line, cue.end(), slot)
        for cue in _ADDRESS.finditer(line.text):
            self._read_addressed(index, line, cue.start())
        self._read_speaker(index, line)
        self._read_ages(index, line)

    def _read_ages(self, index: int, line: Line) -> None:
        """Who stands right behind an age, or before one."""
        for cue in _AGE.finditer(line.text):
            if not self._read_at(index, line, cue.end(), Slot.FIRM) and cue["more"]:
                # 88岁的|甲端着自己的碗
                self._read_at(index, line, cue.start("more"), Slot.FIRM)
        for cue in _AGE_BEHIND.finditer(line.text):
            certain = self._is_certain(index, line, cue.start())
            span = self.predicates.backwards.name_ending(line, cue.start(), certain)
            if span:
                name = line.text[slice(*span)]
                self.sightings.add(name, (index, *span), "age")

    def _is_certain(self, index: int, line: Line, end: int) -> bool:
        """A bracket that tells sex and more, or 今年…岁 with nothing but the name
        between it and a title."""
        if _CERTAIN_AGE.match(line.text, end):
            return True
        titles = self.holders.titles[index]
        before = bisect_left(titles, end, key=lambda title: title.start) - 1
        between = end - titles[before].after if before >= 0 else 0
        return between in (2, 3) and bool(_TURNS.match(line.text, end))

    def _read_addressed(self, index: int, line: Line, end: int) -> None:
        start = name_in_front(line.text, end)
        if start is not None:
            self.sightings.add(line.text[start:end], (index, start, end), "addressed")

    def read_compounds(self, index: int, line: Line) -> None:
        """第二棒澹台小鱼: a rare compound surname with two usual characters."""
        for cue in _COMPOUND.finditer(line.text):
            name = self.reader.read(line.text, cue.start(), Slot.WEAK)
            if name is None or len(name.text) < 4 or "·" in name.text:
                continue
            span = (index, name.start, name.end)
            usual = all(c in words("given_characters") for c in name.text[2:])
            known = name.text[:3] in self.sightings.people
            known = known or self._is_in_title(index, name.start)
            if usual and not known and not self.sightings.is_in_body(*span):
                self.sightings.add(name.text, span, "compound surname")

    def _is_in_title(self, index: int, position: int) -> bool:
        """副区长|孙跃武: the first character ends a title."""
        titles = self.holders.titles[index]
        before = bisect_right(titles, position, key=lambda title: title.start) - 1
        return before >= 0 and position < titles[before].end

    def read_lists(self, index: int, line: Line) -> None:
        """Lists behind a colon."""
        titles = self.holders.titles[index]
        starts = frozenset(title.start for title in titles)
        for start, label, _ in colon_lists(line):
            labelled = is_label(label) or self._heads_names(line, start, label)
            if start in starts or not (labelled or is_plain_list(line, start)):
                continue
            run = names_of_run(line, start) if labelled else []
            seen: set[str] = set()
            for name in run:
                again = name.text in seen
                add = self.sightings.add_namesake if again else self.sightings.add
                add(name.text, (index, name.start, name.end), "list")
                seen.add(name.text)
            if not run:
                slot = Slot.SURE if labelled else Slot.FIRM
                for listed in read_list(
                    line, start, slot, self.reader, starts, labelled
                ):
                    span = (index, listed.name.start, listed.name.end)
                    person = self.sightings.add(listed.name.text, span, "list")
                    self.holders.read_note(person, line, index, listed)

    def _heads_names(self, line: Line, start: int, label: str) -> bool:
        """桂花居民区：甲、乙、丙: nothing but names behind the name of a place."""
        if not _PLACE_LABEL.search(label) or not is_name_list(line, start):
            return False
        run = names_of_run(line, start)
        if not run:
            # 甲、乙、丙现公示如下: the last name goes on.
            return is_long_list(line, start)
        return len(run) >= 2 and not all(is_common(name.text) for name in run)

    def _read_speaker(self, index: int, line: Line) -> None:
        """慕容雪：…… in an interview, 慕容雪（中心主任） anywhere."""
        speaker = _SPEAKER.match(line.text)
        if (
            speaker
            and surname_length(speaker["name"])
            and not is_common(speaker["name"])
            and not _PLACE_NAME.search(speaker["name"])
            and not _ORDINAL.fullmatch(speaker["name"])
        ):
            name = self.reader.read(line.text, 0, Slot.CHANCE)
            if name and name.end == speaker.end("name") and not is_label(name.text):
                self.sightings.add(name.text, (index, 0, name.end), "speaker")
        for title in self.holders.titles[index]:
            bracket = line.text.rfind("（", max(0, title.start - 40), title.start)
            if bracket < 2 or line.text[title.end : title.end + 1] not in "），、":
                continue
            if "）" in line.text[bracket : title.start]:
                continue
            chain = Chain([title])
            name_bodies(chain, self.holders.resolver, "", self.holders.bodies)
            named = any(chain.bodies)
            span = self.predicates.backwards.name_ending(line, bracket, named)
            if span is None:
                continue
            name = line.text[slice(*span)]
            person = self.sightings.add(name, (index, *span), "title in brackets")
            close = line.text.find("）", bracket, title.end + 40)
            note = Listed(
                Name(*span, name, 0),
                line.text[bracket + 1 : close],
                bracket + 1,
                close + 1,
            )
            if close > 0 and not person.posts:
                self.holders.read_note(person, line, index, note)

    def _read_at(self, index: int, line: Line, start: int, slot: Slot) -> bool:
        """Whether a name was read right behind a cue."""
        name = self.reader.read(line.text, start, slot)
        if name is None:
            return False
        doubted = slot < Slot.SURE and is_common(name.text)
        if not doubted or (slot == Slot.FIRM and ACTS.match(line.text, name.end)):
            self.sightings.add(name.text, (index, name.start, name.end), "cue")
        return True


def _parted_name(line: Line, cue: re.Match) -> Iterator[str]:
    """已有五十六岁 柯 蓝 摄: a space stands before the name."""
    start, end = cue.span("name")
    for gap in line.gaps:
        if start < gap < end - 1:
            yield line.text[gap:end]
