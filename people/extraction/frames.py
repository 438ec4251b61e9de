"""What stands in front of a string and behind it, by its class, and both together.

站长鲍欣赶到   title of a body | verb       由鲍欣担任   takes a person | office
三楼的鲍欣，   的 | comma                   鲍欣，女，   edge | sex
"""

import re
from collections.abc import Container, Iterator
from functools import lru_cache

from people.extraction.endings import TAKES_OFFICE
from people.extraction.followers import (
    ACTS,
    JOINS,
    LIST_END,
    STOPS,
    follow_strength,
    speaks,
)
from people.extraction.in_front import TAKES_PERSON
from people.extraction.kinds import ASKED_AGAIN
from people.extraction.lines import HAN
from people.extraction.names import is_common
from people.extraction.sounds import is_by_sound
from people.extraction.surnames import surname_length
from people.extraction.titles import Title
from people.extraction.wordlists import alternation, table, words

#: What ends a word for people that no list of titles has: 司磅员, 摊主, 花匠.
_PEOPLE = frozenset("员长人师者生主工匠手户家客友民妈爷警医兵")
#: What ends like them and is nobody by name.
_ANYBODY = frozenset(
    [
        "人人",
        "本人",
        "个人",
        "他人",
        "别人",
        "有人",
        "家家",
        "大家",
        "人家",
        "自家",
        "国家",
    ]
)
_PRONOUNS = frozenset("他她它我你谁")
#: Marks that count as one.
_MARKS = dict(zip("、，。；！？：（）“”", "、，。。。。：（）“”", strict=True))
_AFTER_NAMES = frozenset(["教授", "医师", "夫妇", "夫妻", "兄弟", "姐妹"])
_AGE = re.compile(r"岁的?\Z")
_APPOINTS = re.compile(
    r"(?:任命|提名|聘任|聘请|选聘|推选|推举|选举|增补|补选|免去|邀请|走访|慰问|采访|看望|探望"
    r"|祝贺|感谢|表扬|表彰|陪同|联系人|[请，。]找|名?叫|姓名|名字是|作者|主人公)\Z"
)
_APPOINTS_LAST = frozenset("命名任请聘选举补免去访问望贺谢扬彰同人找叫是者公")
_SEX = re.compile(
    rf"，[男女]，|（(?:[男女]|[^（）]{{0,6}}\d{{1,3}}岁|[{HAN}]{{1,5}}族)"
)
_AGED = re.compile(
    r"，?(?:今年|现年|时年|已经?|刚刚?|那年)?(?:\d{1,3}|[一二三四五六七八九十]{2,4})岁"
)
_AGED_FIRST = frozenset("，今现时已刚那0123456789一二三四五六七八九十")
#: A full name, and a title that names its body in full.
_FULL, _LONG = 3, 8
#: A bracket that tells of a person.
PERSONAL = re.compile(
    rf"（(?:[男女]|[{HAN}]{{1,5}}族|[^（）]{{0,12}}\d岁|{alternation(table('roles'))})"
)


def signs_of_frame(
    text: str,
    span: tuple[int, int],
    edges: tuple[str, str],
    title: Title | None,
    heads: Container[int],
) -> Iterator[str]:
    """The classes of what stands around `text[slice(*span)]`, alone and together with
    its kind. `edges` are the characters in front and behind, "" at a space; `title`
    ends in front, and titles begin at `heads`."""
    start, end = span
    front = _front(text, start, edges[0], title)
    back = _back(text, end, edges[1])
    kind = kind_of_string(text[start:end])
    yield from _of_classes(front, back, kind)
    if end - start == _FULL:
        # 燕麦|问: what would stand behind the shorter name
        yield f"rest {_back(text, end - 1, text[end - 1])}|{kind}"
    if title is None:
        return
    yield f"role {title.role[-1]}"
    if title.end - title.start > _LONG:
        yield "long title"
    if edges[1] in ("、", "，") and end + 1 in heads:
        # 居委会主任邮差、业委会主任包裹
        yield "another title behind"
        yield f"another title behind|{kind}"


@lru_cache(ASKED_AGAIN)
def _of_classes(front: str, back: str, kind: str) -> tuple[str, ...]:
    return (
        f"front {front}",
        f"back {back}",
        f"frame {front}|{back}",
        f"front {front}|{kind}",
        f"back {back}|{kind}",
        f"frame {front}|{back}|{kind}",
    )


def _front(text: str, start: int, before: str, title: Title | None) -> str:
    if title is not None:
        kin = title.role in words("kin_terms")
        return ("body " if title.owner else "") + ("kin" if kin else title.group)
    if not before:
        return "space" if start else "edge"
    if before in STOPS:
        return _MARKS.get(before, "mark")
    if before in "的岁":
        aged = _AGE.search(text, max(0, start - 2), start)
        return "age" if aged else "的" if before == "的" else "word"
    word = text[max(0, start - 2) : start]
    if word == "代表" or (before in _PEOPLE and word not in _ANYBODY):
        return "people"
    if before in _APPOINTS_LAST and _APPOINTS.search(text, max(0, start - 4), start):
        return "appoints"
    return "takes" if before in TAKES_PERSON else "word"


@lru_cache(ASKED_AGAIN)
def _back(text: str, end: int, behind: str) -> str:
    if not behind:
        return "space" if end < len(text) else "edge"
    said = _said_of_person(text, end, behind)
    if said:
        return said
    if behind in STOPS:
        return _MARKS.get(behind, "mark")
    if speaks(text, end):
        return "says"
    if ACTS.match(text, end):
        return "acts"
    if LIST_END.match(text, end):
        return "counted"
    return _weak_back(text, end, behind)


def _said_of_person(text: str, end: int, behind: str) -> str:
    """What is said of nobody but a person."""
    if behind in ("，", "（") and _SEX.match(text, end):
        return "sex"
    if behind in _AGED_FIRST and _AGED.match(text, end):
        return "age"
    if behind == "（" and PERSONAL.match(text, end):
        return "personal"
    following = text[end : end + 2]
    if following in words("honorifics") or following in _AFTER_NAMES:
        return "form of address"
    return "office" if TAKES_OFFICE.match(text, end) else ""


def _weak_back(text: str, end: int, behind: str) -> str:
    if behind in JOINS:
        return "and"
    if behind == "的":
        return "的"
    if text[end + 1 : end + 2] in _PRONOUNS and behind in words("verb_characters"):
        # 鲍欣|劝她
        return "does to"
    if behind in _PRONOUNS:
        return "pronoun"
    strength = follow_strength(text, end)
    if strength >= 1:
        return "verb" if strength >= 2.5 else "may" if strength >= 2 else "perhaps"
    return "word"


@lru_cache(ASKED_AGAIN)
def kind_of_string(name: str) -> str:
    """Length of surname and given name, and which words are inside."""
    if "·" in name:
        return "dotted"
    if is_by_sound(name):
        return "by sound"
    surname = surname_length(name)
    lengths = f"{surname}+{len(name) - surname}"
    noun, verb = is_common(name), name[:2] in words("followers")
    if name[:2] in words("not_names"):
        return f"{lengths} never"
    if len(name) == 2:
        word = "both" if noun and verb else "noun" if noun else "verb" if verb else ""
    elif surname == 1 and noun:
        word = "noun"
    elif surname == 1 and (verb or is_common(name[:2])):
        word = "begins"
    else:
        word = "ends" if surname == 1 and name[1:] in words("followers") else ""
    return f"{lengths} {word}".rstrip()
