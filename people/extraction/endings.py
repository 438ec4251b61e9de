"""Does the last character belong to the name, or to what follows?

主席宁静担任        -> 宁静|担任
书记汪志刚讲话      -> 汪志刚|讲话
"""

import re

from people.extraction.followers import (
    BY_WHOM,
    COUNTS,
    DELIVERS,
    FOR,
    IS_OFFICER,
    JOINS,
    PREPOSITIONS,
    STAYS,
    STOPS,
    TAKES_QUOTE,
    UNABLE,
    does_twice,
    is_verb_with_aspect,
    is_whole_word,
    speaks,
)
from people.extraction.weights import given_weight
from people.extraction.wordlists import alternation, table, words

TAKES_OFFICE = re.compile(r"[担兼出]任|[接继]任|当选")
# 石静|答：“……”
_ANSWERS = re.compile("[说答问讲喊叹嚷]：")
# 石敏|家说, 石敏|家里
_AT_HOME = re.compile(r"家(?:[里中门住说的\d]|养了)")
_TITLED = re.compile(rf"[一-龥]{{0,4}}?(?:{alternation(table('roles'))})")
# 刘悦来|连续三年: nobody comes for these.
_LASTING = frozenset(["一直", "已经", "曾经", "正在", "连续", "始终", "经常", "多次"])
# 甲|跟在, 甲|作报告, 甲|获“金奖”, 甲|住在
_VERBS = (
    re.compile(r"跟[在着随上]"),
    DELIVERS,
    TAKES_QUOTE,
    STAYS,
    COUNTS,
    re.compile("率[一-龥]"),
)
# 张扬|和《花季》, 石敏|和9岁的孙女
# 段鹏|站起来
_MOVES = re.compile("[起下上出进过][来去身]")
_JOINS_OTHERS = re.compile(r"[和与同跟及][《“\d]")

#: Logarithm of the frequency of a verb of speech, and of a word of one character
#: beside those of two.
_USUAL, _RARE = 8, 3


def belongs_behind(text: str, start: int, end: int, given: int) -> float:
    """宁静担|任: the last character begins a verb, so it is not part of the name."""
    if given < 2:
        return 0.0
    last, word = text[end - 1], text[end - 1 : end + 1]
    begun = _begins_predicate(text, end)
    if begun is not None:
        return begun
    if last == "来" and _is_purpose(text[end : end + 2]):
        return 2.0
    if last in JOINS and text[end : end + 1] in PREPOSITIONS:
        # 何季同|替职工: no two prepositions in a row.
        return 0.0
    if _is_adverb(text, end - 1) or _joins_names(text, end - 1):
        return 2.0
    if text[end : end + 1] in words("adverbs") and word not in words("followers"):
        # 郝运来|便请: an adverb begins the predicate, so nothing before it does.
        return 0.0
    if speaks(text, end) and last not in words("follow_characters"):
        return 0.0
    if FOR.match(text, end):
        return 0.0
    if text[start : end - 1] in words("common_words") and (
        is_verb_with_aspect(text, end - 1)
    ):
        # 薄荷守|在门口: a word, and the verb behind it is whole.
        return 1.6
    if last in words("verb_characters") and UNABLE.match(text, end):
        return 2.0
    if last in words("given_characters") and word not in words("followers"):
        return 1.0 if last in words("follow_characters") else 0.0
    if len(word) == 2 and word in words("followers"):
        return _between_words(text, end)
    if is_verb_with_aspect(text, end - 1):
        return 1.6
    return 1.0 if last in words("follow_characters") else 0.0


def _between_words(text: str, end: int) -> float:
    """翟永强|到场。 with 强到 a word as well: the longer name at a mark, and where the
    word behind it is the more usual one."""
    last, word = text[end - 1], text[end - 1 : end + 1]
    if last not in words("given_characters"):
        return 1.6
    rather = _weight_behind(text, end) > int(table("followers")[word][0]) + 1
    if rather and given_weight(last) >= 0:
        return 0.3
    return 0.5 if is_whole_word(text, end) else 1.6


def _weight_behind(text: str, position: int) -> int:
    """How usual a word that begins at `position` is: 杜武明|代表, not 杜武|明代."""
    word = text[position : position + 2]
    if speaks(text, position):
        return _USUAL
    if word in words("followers"):
        return int(table("followers")[word][0])
    return _RARE if text[position : position + 1] in words("follow_characters") else 0


def _is_purpose(word: str) -> bool:
    """尚早|来签约: what somebody came for."""
    return word in words("followers") and word not in _LASTING


def _begins_predicate(text: str, end: int) -> float | None:
    """What the character before `end` certainly begins, or certainly does not."""
    last = text[end - 1]
    if TAKES_OFFICE.match(text, end - 1) or IS_OFFICER.match(text, end - 1):
        return 2.0
    if TAKES_OFFICE.match(text, end) or IS_OFFICER.match(text, end):
        # 陆己任|担任, 胭脂红|当队长: the verb is whole without it.
        return 0.0
    if last in words("verb_characters") and _MOVES.match(text, end):
        return 2.0
    if last in "任兼" and end < len(text) and text[end] not in STOPS:
        return 1.6
    if BY_WHOM.match(text, end - 1) or _ANSWERS.match(text, end - 1):
        return 5.0
    if any(shape.match(text, end - 1) for shape in (FOR, _AT_HOME)):
        return 2.0
    if does_twice(text, end - 1):
        return 2.0
    return 2.0 if any(verb.match(text, end - 1) for verb in _VERBS) else None


def _joins_names(text: str, position: int) -> bool:
    """鲁迪和|安宁: a conjunction with a surname right behind it."""
    if _JOINS_OTHERS.match(text, position):
        return True
    if text[position] in JOINS and _TITLED.match(text, position + 1):
        # 王正|和楼组长: a title behind the conjunction.
        return True
    return (
        text[position] in JOINS
        and text[position + 1 : position + 2] in words("surnames")
        and not speaks(text, position + 1)
    )


def _is_adverb(text: str, position: int) -> bool:
    """李静最|担心: an adverb with the verb right behind it."""
    return (
        text[position] in words("adverbs")
        and text[position + 1 : position + 2] not in ("", *STOPS)
        and not speaks(text, position + 1)
    )
