"""Words that look like names.

班长, 练成, 强支撑, 来当, 石板路
"""

import re
from functools import cache

from people.extraction.followers import ASPECTS, speaks
from people.extraction.wordlists import table, words


def is_title(name: str, sure: bool) -> bool:
    """班长, 岳母: a title or a word for kin; 家长|代, 司机|方 begin with one."""
    if name in table("roles") or name in words("kin_terms"):
        return True
    if _PLACE.fullmatch(name, 1):
        # 教师|楼小区
        return True
    group = table("roles").get(name[:2], ("", ""))[1]
    return group in ("description", "occupation") and not sure


_PLACE = re.compile("[小社校园]区|新村|公寓|大[厦楼]|[小中]学|公园|广场|超市|菜场")


@cache
def _acts() -> frozenset[str]:
    whole = words("speech_verbs") | frozenset(table("participation_verbs"))
    return frozenset(word[0] for word in whole) | words("follow_characters")


def begins_act(character: str) -> bool:
    """主, 出, 为: what people do at a meeting may begin so."""
    return character in _acts()


def is_result(name: str) -> bool:
    """练成, 通过: a verb with what completes it."""
    return (
        len(name) == 2
        and name[0] in words("weak_surnames")
        and name[0] in words("verb_characters")
        and name[1] in ASPECTS
    )


def is_stressed(text: str, end: int, name: str) -> bool:
    """强支撑, 高要求: a word of one character before a verb."""
    weak = len(name) == 3 and name[0] in "强全高严广常暴满"
    return weak and name[1:] in words("followers") and not speaks(text, end)


def is_praise(name: str) -> bool:
    """水平高: a word and how it is."""
    return (
        len(name) == 3
        and name[:2] in words("common_words")
        and name[2] in "高低大好多少"
    )


def is_act(word: str) -> bool:
    """A verb or another word that stands behind names: 当 in 来当."""
    lists = ("followers", "verb_characters", "follow_characters")
    return any(word in words(each) for each in lists)


def begins_with_word(name: str) -> bool:
    """石板路: a word with a surname that is a word itself."""
    return (
        len(name) == 3
        and name[0] in words("weak_surnames")
        and name[:2] in words("common_words")
    )
