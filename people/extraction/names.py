"""How long is the name that begins here?

    书记王燕华在会上    -> 王燕华        书记王磊在总结    -> 王磊
    委员古丽娜·买买提说 -> 古丽娜·买买提  主任关键，         -> 关键 (a word elsewhere)

A slot is a place where print announces a name: behind a title, in a list, before a
verb of speech. How sure the slot is decides what may stand in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from people.extraction.endings import TAKES_OFFICE, belongs_behind
from people.extraction.followers import (
    ACTS,
    JOINS,
    LIST_END,
    STOPS,
    follow_strength,
    speaks,
)
from people.extraction.foreign import foreign_end
from people.extraction.kinds import longest_ending
from people.extraction.lines import HAN
from people.extraction.lookalikes import (
    begins_with_word,
    is_act,
    is_praise,
    is_result,
    is_stressed,
)
from people.extraction.nobody import is_nobody
from people.extraction.repeats import Repeats
from people.extraction.surnames import (
    COMPOUND,
    FIRST_OF_SURNAMES,
    surname_length,
)
from people.extraction.weights import given_weight, name_weight
from people.extraction.wordlists import alternation, words


class Slot(IntEnum):
    """How clearly print announces a name."""

    CHANCE = 0  # nothing but what follows
    WEAK = 1  # a word like 居民 in front
    FIRM = 2  # a title of no certain body, a list of names
    SURE = 3  # a title of a named body, a list behind a colon


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `text[start:end]` with its score."""

    start: int
    end: int
    text: str
    score: float


_DOTTED = re.compile(rf"[{HAN}]{{1,7}}(?:·[{HAN}]{{1,8}}){{1,3}}")
_DOTTED_PART = re.compile(alternation(words("dotted_parts")))
#: Weight of a name of two characters before a verb that stands in no list.
_SHORT = 4
#: Weight of a full name that needs no proof though its surname is a word.
_LIKELY = 6
# Prepositions and the like that begin a name behind a title.
_OWN = frozenset("何国宁应时单全常")
#: Weight of a name that a word like 居民 announces, though its surname is a word.
_HEAVY = 5
_CLOSES = tuple("、（）")
_COUNTED = re.compile(r"[一两三四五六七八九十几这那每哪半\d]\Z")
_HANS = re.compile(rf"[{HAN}]+")
_SINGLE = (2, 3)
#: Characters up to the first dot of a name, with the dot.
_LONGEST_PART = 8
_COMPOUND_FIRST = frozenset(name[0] for name in words("compound_surnames"))
# 居民安宁（右）: where somebody stands in a picture.
_SHOWN = re.compile(
    r"（(?:[前后]排)?[左右中前后][一二三四五六七八九十]?）|（(?:[男女]|[一-龥]{1,4}族)"
)


def is_common(name: str) -> bool:
    """An ordinary word."""
    return name in words("common_words")


class NameReader:
    """Reads names out of one article; `known` are names that need no proof, whatever
    `speakers` have as surname."""

    def __init__(
        self,
        whole: str,
        known: frozenset[str] = frozenset(),
        speakers: frozenset[str] = frozenset(),
    ):
        self.known = known
        self.speakers = speakers
        self.likely: set[str] = set()
        self.repeats = Repeats(whole)

    def read(self, text: str, start: int, slot: Slot, floor: int = 0) -> Name | None:
        """The name that begins at `start`, or None."""
        if slot == Slot.CHANCE and not self._may_begin(text, start):
            return None
        dotted = self._dotted(text, start) or self._speaker(text, start)
        if dotted:
            return dotted
        parted = _of_parts(text, start, slot) or _by_sound(text, start, slot)
        if parted:
            return parted
        if _COUNTED.search(text, max(0, start - 1), start) and _is_measure(text, start):
            return None
        best: Name | None = None
        for end in name_ends(text, start):
            name = self._judge(text, start, end, slot)
            if name and (best is None or name.score > best.score):
                best = name
        if best is None and slot >= Slot.FIRM:
            best = self._likely_at(text, start)
        return best

    def _may_begin(self, text: str, start: int) -> bool:
        """A surname, a name with a dot or one who speaks; spares looking further."""
        first = text[start : start + 1]
        dotted = text.find("·", start, start + _LONGEST_PART) > start
        return first in FIRST_OF_SURNAMES or dotted or bool(self.speakers)

    def _likely_at(self, text: str, start: int) -> Name | None:
        for end in name_ends(text, start):
            if text[start:end] in self.likely:
                return Name(start, end, text[start:end], 4.0)
        return None

    def _judge(self, text: str, start: int, end: int, slot: Slot) -> Name | None:
        name = text[start:end]
        follow = follow_strength(text, end)
        if name in self.known and (follow >= 2 or slot >= Slot.FIRM):
            return Name(start, end, name, 9 + len(name))
        if is_nobody(text, start, end, slot >= Slot.FIRM, slot == Slot.SURE):
            return None
        surname = surname_length(name)
        given = name[surname:]
        behind = belongs_behind(text, start, end, len(given))
        heads = follow < 2.0 and self._is_headed(name, slot)
        if follow < 2.0 and not (
            heads
            or (slot >= Slot.FIRM and _is_short(text, end, name))
            or _may_end_unclear(name, given, slot, follow, behind)
        ):
            return None
        if not is_allowed(text, end, name, slot, self._is_repeated(name)):
            return None
        score = follow + _prior(surname, given) - 0.5 * is_common(name)
        score -= 0.6 * (len(name) == 3 and is_common(name[:2]))
        score += sum(0.3 for c in given if c in words("given_characters"))
        score += 0.6 * speaks(text, end)
        if len(name) == 3 and name[2] not in words("given_characters"):
            # 石龙|怕早上
            score += 0.4 * given_weight(name[2])
        if behind >= 1.6 and is_common(name[:-1]):
            # 队长马步|原来: a word before a verb is no longer name.
            return None
        score -= behind
        score += self.repeats.weight(name, surname) + 2.0 * heads
        return Name(start, end, name, score)

    def _is_headed(self, name: str, slot: Slot) -> bool:
        """护士石敏管秤。石敏说: who is said again at the head of a clause."""
        return (
            slot >= Slot.WEAK
            and not is_common(name)
            and name[0] not in words("weak_surnames")
            and self.repeats.heads_clause(name)
        )

    def _speaker(self, text: str, start: int) -> Name | None:
        for name in self.speakers:
            end = start + len(name)
            if text.startswith(name, start) and follow_strength(text, end) >= 2.0:
                return Name(start, end, name, 9.0)
        return None

    def _is_repeated(self, name: str) -> bool:
        """石敏行: three usual characters, no word among them, said again."""
        return (
            len(name) == 3
            and self.repeats.is_varied(name)
            and not {name, name[:2], name[1:]} & words("common_words")
            and all(c in words("given_characters") for c in name[1:])
        )

    def _dotted(self, text: str, start: int) -> Name | None:
        match = _DOTTED.match(text, start)
        if not match or "的" in match[0]:
            return None
        last = text.rindex("·", start, match.end()) + 1
        part = _DOTTED_PART.match(text, last)
        if part and not _leaves_one(text, part.end()):
            return Name(start, part.end(), text[start : part.end()], 5.0)
        ends = range(last + 1, match.end() + 1)
        if match.end() - last <= 4 and text[match.end() : match.end() + 1] in _CLOSES:
            # 古丽·买买提（回族）: a mark of a list closes the name.
            return Name(start, match.end(), text[start : match.end()], 5.0)
        end = max(ends, key=lambda end: (follow_strength(text, end), -end))
        for shorter in range(last + 1, end):
            whole = shorter - last >= 2 or text[last] in words("surnames")
            follows = follow_strength(text, shorter) >= 2.0
            if whole and follows and not _leaves_one(text, shorter):
                end = shorter
                break
        return Name(start, end, text[start:end], 5.0)


def _leaves_one(text: str, end: int) -> bool:
    """阿依·努尔|旦，: a last character that writes a sound belongs to the name."""
    sound = text[end : end + 1] in words("transliterating_characters")
    return sound and text[end + 1 : end + 2] in ("", *STOPS)


def _of_parts(text: str, start: int, slot: Slot) -> Name | None:
    """扎西顿珠: a name of two parts of the list, or in a clear slot of one."""
    parts = words("name_parts")
    ends = [start + 2] if text[start : start + 2] in parts else []
    ends += [start + 4] if ends and text[start + 2 : start + 4] in parts else []
    end = ends[-1] if ends else 0
    whole = end == start + 4 and slot > Slot.CHANCE
    if whole or (end and slot >= Slot.FIRM and follow_strength(text, end) >= 2.0):
        return Name(start, end, text[start:end], 5.0)
    return None


def _by_sound(text: str, start: int, slot: Slot) -> Name | None:
    """阿丽米娜 in a clear slot."""
    end = foreign_end(text, start) if slot > Slot.CHANCE else 0
    return Name(start, end, text[start:end], 5.0) if end else None


def _is_measure(text: str, start: int) -> bool:
    """一张课表: no surname behind a number."""
    return text[start : start + 1] in words("measures")


def name_ends(text: str, start: int) -> Iterator[int]:
    """Where a name that begins at `start` may end: one or two characters behind its
    surname, whatever they are."""
    first = text[start : start + 1]
    lengths = _SINGLE if first in words("surnames") else ()
    if first in _COMPOUND_FIRST:
        compound = COMPOUND.match(text, start)
        longest = compound.end() - start if compound else 0
        lengths = sorted({*lengths, longest + 1, longest + 2}) if longest else lengths
    for length in lengths:
        end = start + length
        if end > len(text) or not _HANS.fullmatch(text, start, end):
            return
        yield end


def _prior(surname: int, given: str) -> float:
    if surname > 1:
        return 1.2
    return 0.6 if len(given) == 2 else 0.0


def _may_end_unclear(
    name: str, given: str, slot: Slot, follow: float, behind: float
) -> bool:
    """Behind the title of a named body a name follows, whatever comes next; behind
    other titles a full name of no ordinary words does."""
    clear = slot == Slot.SURE or (
        slot >= Slot.WEAK
        and follow > 0
        and len(given) == 2
        and name[:2] not in words("common_words")
    )
    full = slot >= Slot.FIRM and is_plain(name)
    whole = slot >= Slot.WEAK and is_plain(name) and not longest_ending(name)
    whole = whole and name[-1] not in words("place_characters")
    whole = whole and (slot >= Slot.FIRM or name[0] not in words("verb_characters"))
    clear = clear or (
        whole and behind <= slot / 2 and name[0] not in words("weak_surnames")
    )
    return (
        clear
        and not is_common(name)
        and (full or name[0] not in words("weak_surnames"))
        and all(character in words("given_characters") for character in given)
    )


def _is_short(text: str, end: int, name: str) -> bool:
    """民警燕青|唱号: no word, more usual in names, before a verb that is in none."""
    after = text[end : end + 1]
    if after not in words("verb_characters") or after in words("given_characters"):
        return False
    weak = name[0] in words("weak_surnames") or is_common(name)
    return len(name) == 2 and not weak and name_weight(name) >= _SHORT


def is_allowed(
    text: str, end: int, name: str, slot: Slot = Slot.FIRM, repeated: bool = False
) -> bool:
    """A word is a name only in a sure slot, or where somebody speaks or is listed."""
    if slot == Slot.SURE:
        return True
    if name in words("manner_words") and text[end : end + 2] in words("followers"):
        # 老师严格|要求
        return False
    common = is_common(name)
    function = name[0] in words("function_surnames") and surname_length(name) == 1
    if function and is_act(name[1:]):
        return False
    clear = follow_strength(text, end) == 3.0 or speaks(text, end)
    clear = clear or (slot == Slot.FIRM and bool(ACTS.match(text, end)))
    plain = name[0] not in JOINS and _is_plainly_a_name(text, end, name)
    if function and not (clear or plain or _is_own(name, slot)):
        return False
    if slot == Slot.FIRM:
        acts = speaks(text, end) or ACTS.match(text, end)
        acts = acts or TAKES_OFFICE.match(text, end)
        if is_result(name) or is_stressed(text, end, name) or is_praise(name):
            return False
        if begins_with_word(name) and follow_strength(text, end) < 2.5:
            return False
        return not (common and name[:2] in words("followers")) or bool(acts)
    if slot == Slot.WEAK:
        listed = bool(LIST_END.match(text, end) or _SHOWN.match(text, end))
        weak = name[0] in words("weak_surnames") or name[:2] in words("common_words")
        if weak and (_is_plainly_a_name(text, end, name) or _is_heavy(name)):
            weak = False
        return not (common or weak) or speaks(text, end) or listed
    quoted = is_plain(name) and text.startswith("：“", end)
    likely = is_plain(name) and name_weight(name) >= _LIKELY and not function
    weak = name[0] in words("weak_surnames") and not (repeated or quoted or likely)
    return not common and not weak


def _is_heavy(name: str) -> bool:
    """金晔: no word has such characters."""
    inside = {name[:2], name[1:]}
    is_word = inside & words("common_words") or inside & words("followers")
    return not is_word and name_weight(name) >= _HEAVY


def _is_own(name: str, slot: Slot) -> bool:
    """妻子应素琴: a full name behind a title, though it begins like a preposition."""
    inside = {name[:2], name[1:]} & words("followers")
    return slot >= Slot.FIRM and name[0] in _OWN and is_plain(name) and not inside


def _is_plainly_a_name(text: str, end: int, name: str) -> bool:
    """林晚舟：a full name of usual characters, no word in it, a mark behind it."""
    return (
        follow_strength(text, end) >= 2.5
        and is_plain(name)
        and not {name[:2], name[1:]} & words("followers")
    )


def is_plain(name: str) -> bool:
    """Three usual characters, no ordinary word among them."""
    return (
        len(name) == 3
        and not {name, name[:2], name[1:]} & words("common_words")
        and all(character in words("given_characters") for character in name[1:])
    )
