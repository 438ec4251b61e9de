"""How much the characters of a name look like a name.

茅永刚   a rare word as surname, two characters of given names   ->  much
万念归   three words                                             ->  nothing
"""

from functools import lru_cache

from people.extraction.kinds import ASKED_AGAIN
from people.extraction.wordlists import table

#: What a surname and a given character have that no word uses.
_UNKNOWN = ("0", "-3")


@lru_cache(ASKED_AGAIN)
def name_weight(name: str) -> int:
    """Sum of the natural logarithms: how much more usual the surname of one character
    and the given characters are in names than in words."""
    surname = int(table("character_weights").get(name[0], _UNKNOWN)[0])
    return surname + sum(map(given_weight, name[1:]))


def given_weight(character: str) -> int:
    """How much more usual a character is in given names than in words."""
    return int(table("character_weights").get(character, _UNKNOWN)[1])
