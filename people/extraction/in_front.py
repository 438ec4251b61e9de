"""A name in front of a word that tells so: of somebody addressed, of kin, of office.

请霍启安老伯上台      霍启安
霍启安的妻子来了      霍启安
霍启安主任介绍        霍启安
"""

from people.extraction.kinds import longest_ending
from people.extraction.names import is_common, surname_length
from people.extraction.weights import name_weight
from people.extraction.wordlists import words

#: Weight that a name of this many given characters must have.
_LEAST = {1: 4, 2: 2}
#: Weight of a name though a word stands inside: 鲍启明.
_CERTAIN = 8
#: What may stand before the name.
_MARKS = frozenset("，。；：！？“”、（）《》…—")
#: Words of one character that take a person.
TAKES_PERSON = frozenset("的位由让请向给与和对跟同把被问找陪是为有")
_NOT_FIRST = frozenset("区市镇县乡村省")
_NOT_LAST = frozenset("部科处室办组队站所局院校班段厂店会委社团馆区村和与同跟及")


def name_in_front(text: str, end: int) -> int | None:
    """Where the name that ends at `end` begins, behind a mark or a word that takes a
    person; None where there is none."""
    for start in range(max(0, end - 4), end - 1):
        before = text[max(0, start - 1) : start]
        free = not before or before in _MARKS or before in TAKES_PERSON
        if free and may_be_name(text[start:end]):
            return start
    return None


def may_be_name(name: str) -> bool:
    """Usual characters, no word inside, nothing that ends a place or a unit."""
    surname = surname_length(name)
    given = name[surname:]
    if not surname or len(given) not in _LEAST or name[-1] in _NOT_LAST:
        return False
    if name[0] in _NOT_FIRST or name[:2] in words("not_names"):
        return False
    if is_common(name) or (surname == 1 and is_common(name[:2])):
        return False
    if any(character not in words("given_characters") for character in given):
        return False
    if name[-1] in words("not_last"):
        # 赵敏|从党建谈起
        return False
    if given in words("honorifics") or name[-1] in words("place_characters"):
        return False
    if surname > 1:
        return not longest_ending(name)
    least = _LEAST[len(given)] + 2 * (name[0] in words("weak_surnames"))
    if {name[:2], name[1:]} & words("followers"):
        least = _CERTAIN
    return name_weight(name) >= least and not longest_ending(name)
