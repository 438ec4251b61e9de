"""Names whose surname no list has.

档案馆馆长雪莲介绍，      雪莲: given characters behind the title of a named body
学生其木格（蒙古族，女）  其木格: whatever a bracket tells sex or people of
"""

import re

from people.extraction.followers import ACTS, LIST_END, follow_strength, speaks
from people.extraction.kinds import longest_ending
from people.extraction.lines import HAN
from people.extraction.lookalikes import is_title
from people.extraction.names import Name
from people.extraction.weights import given_weight
from people.extraction.wordlists import words

_MARKED = re.compile(
    rf"(?P<name>[{HAN}]{{2,6}})（(?:[男女]|[{HAN}]{{1,5}}族|[^（）]{{0,8}}\d岁)(?:[，、][^（）]*)?）"
)
_NUMBER = frozenset("一二两三四五六七八九十几半第本该各每此")
_PLAIN_LISTS = ("inside_words", "honorifics", "manner_words", "kin_terms", "followers")
#: Least weight of the given characters before what somebody does, and at a mark.
_ACTS, _ALONE = 1, 3


def unlisted_name(text: str, start: int) -> Name | None:
    """Who stands behind the title of a named body, though no surname is there."""
    for end in (start + 2, start + 3):
        name = text[start:end]
        if len(name) < end - start or not _may_be_name(name):
            return None
        if _weight(name) >= _least(text, end):
            return Name(start, end, name, 2.0)
    return None


def marked_name(text: str, start: int) -> Name | None:
    """Who stands whole before a bracket that is said of nobody but a person."""
    marked = _MARKED.match(text, start)
    if marked is None or not _is_free(marked["name"]):
        return None
    return Name(start, marked.end("name"), marked["name"], 4.0)


def _least(text: str, end: int) -> float:
    """How much the characters must weigh before what stands behind them."""
    if text[end : end + 1] in ("、", "，"):
        return _ALONE
    acts = speaks(text, end) or ACTS.match(text, end)
    return _ACTS if acts or follow_strength(text, end) == 2.5 else float("inf")


def _weight(name: str) -> int:
    return sum(map(given_weight, name))


def _may_be_name(name: str) -> bool:
    usual = all(character in words("given_characters") for character in name)
    return usual and name[0] not in _NUMBER and _is_free(name)


def _is_free(name: str) -> bool:
    """No title, no word that acts or tells how, no form of address inside."""
    if is_title(name, True) or LIST_END.match(name) or longest_ending(name):
        return False
    pieces = {name[n : n + 2] for n in range(len(name) - 1)}
    return not any(pieces & words(each) for each in _PLAIN_LISTS)
