"""Names that all signs together make likely, wherever they stand.

    木匠蔺大川。他带着徒弟……   -> 蔺大川: a trade in front, a mark behind
    大姐乔青、二姐乔蓝         -> 乔青 and 乔蓝, each beside the other

Every surname with one or two characters behind it is looked at, with all places where
they stand in the article. Each sign adds its weight (natural logarithm of odds); who
passes speaks for those beside it in a second round.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain

from people.extraction.followers import JOINS, PREPOSITIONS, STOPS
from people.extraction.in_front import may_be_name
from people.extraction.kinds import ASKED_AGAIN, longest_ending
from people.extraction.lines import HAN, Line
from people.extraction.names import is_common, name_ends
from people.extraction.sightings import Span, stands_as_name
from people.extraction.signs import (
    Setting,
    Signs,
    character_before,
    character_behind,
    sign_before,
    sign_behind,
    signs_of_name,
    signs_of_place,
    signs_of_repeats,
)
from people.extraction.sounds import find_sounds
from people.extraction.surnames import FIRST_OF_SURNAMES
from people.extraction.wordlists import table, words

#: Least score of a name, of a name that needs no rule to read it, and of one that
#: speaks for its neighbours.
NAME, CLEAR, NEIGHBOUR = 1.1, 3.5, -0.8
#: Sign of what stands between marks only, with no name on its line.
ALONE = "alone between marks"
#: Score of a string that is no name, whatever rule has read one there.
_NEVER = -3.0
#: So many likely names on a line say as much as more of them.
_PEERS = 3
#: What a title in front adds at most, and below what nothing makes up for it.
_TITLED, _HOPELESS = 3.0, -3.0
#: What has something behind it.
_LEADS_ON = PREPOSITIONS | JOINS
#: What may stand between the names of a list.
_BETWEEN = frozenset("、，；和与及 ")
#: What another name of the same place must lead by to count in full.
_CLEARLY = 3.0
# Where more than a mark stands on one side.
_FRAMED = frozenset(
    f"{front}-{back}"
    for front in ("title", "word", "mark")
    for back in ("says", "verb", "word", "mark")
) - {"mark-mark"}
_FIRST = re.compile(f"[{''.join(FIRST_OF_SURNAMES)}]|(?<=、)[{HAN}]")
_HANS = re.compile(f"[{HAN}]+")


@dataclass(slots=True)
class Candidate:
    """A string that may be a name, everywhere it stands in an article; `signs` are
    those of its places, its characters have their own."""

    name: str
    spans: list[Span] = field(default_factory=list)
    signs: Signs = field(default_factory=dict)
    beside: Signs = field(default_factory=dict)
    score: float = 0.0


def find_likely(lines: Sequence[Line], setting: Setting) -> dict[str, Candidate]:
    """Every candidate of an article by name, scored."""
    found = read_candidates(lines, setting, promises)
    for each in found.values():
        each.score = own_weight(each.name) + weight_of(each.signs)
    add_neighbours(lines, found.values())
    for each in found.values():
        each.score += weight_of(each.beside)
    return found


def accepted(found: Iterable[Candidate]) -> list[Candidate]:
    """The likely ones, of those that overlap the likeliest."""
    taken: set[tuple[int, int]] = set()
    names = []
    for candidate in sorted(found, key=lambda each: -each.score):
        if candidate.score < NAME:
            break
        if longest_ending(candidate.name) == candidate.name:
            # 党总支
            continue
        free = [
            span
            for span in candidate.spans
            if taken.isdisjoint((span[0], place) for place in range(*span[1:]))
        ]
        if 2 * len(free) > len(candidate.spans):
            names.append(Candidate(candidate.name, free, score=candidate.score))
            taken |= {(index, n) for index, *span in free for n in range(*span)}
    return names


def first_place(candidate: Candidate, lines: Sequence[Line]) -> Span:
    """Where it first stands as a name; a word may stand as a word before."""
    for index, start, end in candidate.spans:
        text = lines[index].text
        if not is_common(candidate.name) or stands_as_name(text, start, end):
            return index, start, end
    return candidate.spans[0]


def unlikely(found: Iterable[Candidate]) -> set[str]:
    """The strings that are no names, whoever stands beside them."""
    return {
        each.name
        for each in found
        if own_weight(each.name) + weight_of(each.signs) < _NEVER
    }


def read_candidates(
    lines: Sequence[Line],
    setting: Setting,
    promises: Callable[[str, str, str, bool], bool] | None = None,
) -> dict[str, Candidate]:
    """All candidates with their signs, without places of which `promises` says no."""
    found: dict[str, Candidate] = {}
    for index, line in enumerate(lines):
        titled = setting.titles[index]
        for start, end in _spans(line, titled):
            name = line.text[start:end]
            edges = character_before(line, start), character_behind(line, end)
            if promises and not promises(name, *edges, start in titled):
                continue
            candidate = found.setdefault(name, Candidate(name))
            candidate.spans.append((index, start, end))
            signs = signs_of_place(setting, index, line, start, end)
            candidate.signs.update(dict.fromkeys(signs, 1.0))
    for name, each in found.items():
        each.signs |= signs_of_repeats(name, len(each.spans), setting.repeats)
    return found


def _places(line: Line, titled: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Every surname with what may be a given name; 王 磊 has a space inside, a longer
    name has none. Behind a title or in a list a name may have any surname."""
    text, gaps = line.text, line.gaps
    for start in sorted(
        {first.start() for first in _FIRST.finditer(text)}.union(titled)
    ):
        listed = text[start : start + 1] in FIRST_OF_SURNAMES
        ends = name_ends(text, start) if listed else _unlisted_ends(text, start)
        for end in ends:
            spaced = end - start > 2 and not gaps.isdisjoint(range(start + 1, end))
            if _is_cut(text, start, end):
                continue
            if not spaced and "·" not in (text[start - 1 : start], text[end : end + 1]):
                yield start, end


def _spans(line: Line, titled: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Every place of the line where a name may stand, once."""
    sounds = find_sounds(line.text, line.gaps.union(titled))
    return dict.fromkeys(chain(_places(line, titled), sounds))


def _unlisted_ends(text: str, start: int) -> Iterator[int]:
    """Where a name of no known surname may end."""
    run = _HANS.match(text, start)
    return (end for end in (start + 2, start + 3) if run and end <= run.end())


def _is_cut(text: str, start: int, end: int) -> bool:
    """尚可|为，: no preposition or conjunction ends a clause; 鲍欣|劝她: a verb with
    its object."""
    if end - start == 3 and text[end : end + 1] in ("他", "她"):
        return text[end - 1] in words("verb_characters")
    ends = text[end + 1 : end + 2]
    return text[end : end + 1] in _LEADS_ON and (not ends or ends in STOPS)


def promises(name: str, before: str, behind: str, is_titled: bool) -> bool:
    """Whether it is worth looking further: most strings are plainly no names."""
    weights = _weights()
    score = own_weight(name) + _TITLED * is_titled
    score += weights.get(sign_before(before), 0.0)
    score += weights.get(sign_behind(behind), 0.0)
    return score >= _HOPELESS


@lru_cache(ASKED_AGAIN)
def own_weight(name: str) -> float:
    """What the characters of a name say."""
    return weight_of(signs_of_name(name))


def weight_of(signs: Signs, weights: Mapping[str, float] | None = None) -> float:
    """What the signs say together."""
    weights = weights or _weights()
    get = weights.get
    return sum([get(sign, 0.0) * value for sign, value in signs.items()])


def add_neighbours(lines: Sequence[Line], candidates: Iterable[Candidate]) -> None:
    """What the scores of the others say of each candidate."""
    likely = [each for each in candidates if each.score >= NEIGHBOUR]
    plain = [each for each in likely if may_be_name(each.name)]
    begins = {span[:2] for each in plain for span in each.spans}
    ends = {(index, end) for each in plain for index, _, end in each.spans}
    scores: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
    peers: dict[int, int] = defaultdict(int)
    for each in likely:
        for index, start, end in each.spans:
            peers[index] += may_be_name(each.name)
            for place in range(start, end):
                scores[index, place][each.name] = each.score
    for each in candidates:
        counted = each.score >= NEIGHBOUR and may_be_name(each.name)
        least = max(each.score, NEIGHBOUR)
        for index, start, end in each.spans:
            text = lines[index].text
            if (index, start) in ends:
                each.beside["beside a name in front"] = 1.0
            if (index, end) in begins:
                each.beside["beside a name behind"] = 1.0
            if (index, start - 1) in ends and text[start - 1] in _BETWEEN:
                each.beside["listed behind a name"] = 1.0
            if (index, end + 1) in begins and text[end] in _BETWEEN:
                each.beside["listed before a name"] = 1.0
            lead = _lead(scores, each.name, (index, start, end)) - least
            if lead > 0:
                before = each.beside.get("less likely than another", 0.0)
                lead = min(1.0, lead / _CLEARLY)
                each.beside["less likely than another"] = max(before, lead)
            if peers[index] == counted and each.signs.keys().isdisjoint(_FRAMED):
                each.beside[ALONE] = 1.0
            others = min(_PEERS, peers[index] - counted)
            before = each.beside.get("names on the line", 0.0)
            each.beside["names on the line"] = max(before, float(others))


def _lead(
    scores: Mapping[tuple[int, int], dict[str, float]], name: str, span: Span
) -> float:
    """The best score of another name at a place of the span."""
    index, start, end = span
    return max(
        (
            score
            for place in range(start, end)
            for other, score in scores.get((index, place), {}).items()
            if other != name
        ),
        default=-math.inf,
    )


@cache
def _weights() -> dict[str, float]:
    return {sign: float(weight) for sign, (weight,) in table("name_signs").items()}
