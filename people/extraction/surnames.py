"""How long is the surname that a name begins with?

王燕华   1        欧阳小荷   2        扎西   0
"""

import re
from functools import lru_cache

from people.extraction.wordlists import alternation, words

#: Every character that a surname may begin with.
FIRST_OF_SURNAMES = words("surnames") | {name[0] for name in words("compound_surnames")}
COMPOUND = re.compile(alternation(words("compound_surnames")))


@lru_cache(maxsize=16384)
def surname_length(name: str) -> int:
    """1 or more, 0 where the name begins with no surname."""
    compound = COMPOUND.match(name)
    if compound and len(name) > compound.end():
        return compound.end()
    return 1 if name[0] in words("surnames") else 0
