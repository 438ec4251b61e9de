"""What speaks for a name: in its characters and in what stands around it.

    主任石敏行说，   ->  a title in front, a verb of speech behind, 石, three characters

A sign is a word with a number; what a sign weighs stands in `data/name_signs.txt`.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from people.extraction.bodies import Body
from people.extraction.followers import ACTS, STOPS, follow_strength, speaks
from people.extraction.frames import kind_of_string, signs_of_frame
from people.extraction.in_front import TAKES_PERSON
from people.extraction.items import find_lists, signs_of_item
from people.extraction.kinds import ASKED_AGAIN
from people.extraction.lines import Line
from people.extraction.lookalikes import is_praise
from people.extraction.names import Slot, is_allowed, is_common
from people.extraction.nobody import is_nobody
from people.extraction.repeats import Repeats
from people.extraction.resolver import Resolver
from people.extraction.sounds import is_by_sound
from people.extraction.surnames import surname_length
from people.extraction.titles import Title
from people.extraction.weights import given_weight, name_weight
from people.extraction.wordlists import words

Signs = dict[str, float]

_WORDS = ("followers", "common_words", "inside_words")
#: What a compound surname counts as surname: no word looks like one.
_COMPOUND = 4
_HALF = frozenset("家老总某姓氏")
_MARKS = {"", *STOPS}
#: What stands in front of a name by itself: ，是|庞丽解开的
_NOT_LEFT = STOPS | TAKES_PERSON
#: What is eaten and drunk may have a name of usual characters: 石桂汤.
_DISHES = frozenset("汤粥糕饼糖茶酒菜面饭丸散膏")
_OF_A_WORK = re.compile("》[里中]?的\\Z")


class Setting:
    """What the article was read as before: its titles, bodies and places, by line."""

    def __init__(
        self,
        lines: Sequence[Line],
        repeats: Repeats,
        titles: Sequence[Sequence[Title]],
        bodies: Sequence[Body],
        resolver: Resolver,
    ):
        self.repeats = repeats
        self.titles = [{title.after: title for title in row} for row in titles]
        self.heads = [
            {min(title.start, title.owner_start) for title in row} for row in titles
        ]
        self.lists = [find_lists(line.text) for line in lines]
        self.roles = [
            _merged((title.end - len(title.role), title.end) for title in row)
            for row in titles
        ]
        self.bodies = _by_line(
            len(lines), ((body.line, body.start, body.end) for body in bodies)
        )
        self.areas = _by_line(
            len(lines),
            (
                (area.line, area.start, area.end)
                for row in resolver.areas.values()
                for area in row
            ),
        )


def signs_of_place(
    setting: Setting, index: int, line: Line, start: int, end: int
) -> Iterator[str]:
    """What stands around `line.text[start:end]`, the line `index` of the article."""
    text = line.text
    before, behind = character_before(line, start), character_behind(line, end)
    title = setting.titles[index].get(start)
    group = title.group if title else None
    heads, lists = setting.heads[index], setting.lists[index]
    yield from signs_of_frame(text, (start, end), (before, behind), title, heads)
    if lists:
        yield from signs_of_item(lists, start, end, kind_of_string(text[start:end]))
    yield sign_before(before)
    yield sign_behind(behind)
    if group:
        yield "title"
        yield f"title {group}"
    if _overlaps(setting.bodies[index], start, end):
        yield "in a body"
    if _overlaps(setting.roles[index], start, end):
        yield "in a role"
    if _overlaps(setting.areas[index], start, end):
        yield "in an area"
    if behind and _is_word(text[end - 1 : end + 1]):
        yield "a word across the end"
    if before and _is_word(text[start - 1 : start + 1]):
        yield "a word across the start"
    if "·" in text[max(0, start - 5) : end + 5]:
        yield "near a dot"
    yield from _left_over(text, start, end, before, behind)
    yield from _doubts(text, start, end, group)
    frame = f"{_front(before, group)}-{_back(text, end, behind)}"
    yield frame
    yield f"{frame} {end - start}"
    if is_common(text[start:end]):
        yield f"{frame} common"
    if text[start : start + 2] in words("followers"):
        yield f"{frame} act"


def _left_over(
    text: str, start: int, end: int, before: str, behind: str
) -> Iterator[str]:
    """What is parted from a mark by one character: 管秤的是石敏|行，"""
    if behind and behind not in STOPS and text[end + 1 : end + 2] in _MARKS:
        yield "one left behind"
        yield f"one left behind {end - start}"
    if (
        before
        and before not in _NOT_LEFT
        and text[max(0, start - 2) : start - 1] in _MARKS
    ):
        yield "one left in front"


def sign_before(character: str) -> str:
    """The sign of a character in front, or of none."""
    return f"before {character or 'edge'}"


def sign_behind(character: str) -> str:
    """The sign of a character that follows, or of none."""
    return f"behind {character or 'edge'}"


def _doubts(text: str, start: int, end: int, title: str | None) -> Iterator[str]:
    """What the rules of a clear slot hold against the name; `title` is the group of
    the title in front."""
    name = text[start:end]
    if is_nobody(text, start, end, title is not None, False) or is_praise(name):
        yield "nobody"
    if title is None:
        if name[-1] in _DISHES:
            yield "a dish"
        if _OF_A_WORK.search(text[max(0, start - 3) : start]):
            # 《西厢记》里的崔莺莺
            yield "of a work"
        return
    slot = Slot.WEAK if title == "description" else Slot.FIRM
    if not is_allowed(text, end, name, slot):
        yield "not allowed"
        yield f"not allowed {title}"
        if text[start : start + 2] in words("followers"):
            yield "not allowed act"


def character_before(line: Line, start: int) -> str:
    """What stands in front without a space."""
    return "" if start in line.gaps else line.text[max(0, start - 1) : start]


def character_behind(line: Line, end: int) -> str:
    """What follows without a space."""
    return "" if end in line.gaps else line.text[end : end + 1]


def _front(before: str, group: str | None) -> str:
    if group:
        return "title"
    return "word" if before and before not in STOPS else "mark"


@lru_cache(ASKED_AGAIN)
def _back(text: str, end: int, behind: str) -> str:
    if not behind or behind in STOPS:
        return "mark"
    if speaks(text, end) or ACTS.match(text, end):
        return "says"
    return "verb" if follow_strength(text, end) >= 2 else "word"


@lru_cache(ASKED_AGAIN)
def signs_of_name(name: str) -> Signs:
    """What the characters of a name say."""
    if "·" in name or is_by_sound(name):
        dotted = "·" in name
        return {"bias": 1.0, "dotted" if dotted else f"by sound {len(name)}": 1.0}
    surname = surname_length(name)
    given = name[surname:]
    signs = {
        "bias": 1.0,
        f"length {surname}+{len(given)}": 1.0,
        f"surname {name[:surname] or 'unlisted'}": 1.0,
        f"last {name[-1]}": 1.0,
        "surname weight": name_weight(name[0]) if surname < 2 else _COMPOUND,
        "first weight": given_weight(given[0]),
        "second weight": given_weight(given[1]) if len(given) > 1 else 0.0,
    }
    common, verb = is_common(name), name[:2] in words("followers")
    marks = {
        "a word": common and not verb,
        "a verb": verb and not common,
        "a word and a verb": common and verb,
        "begins with a word": len(name) == 3 and is_common(name[:2]),
        "ends with a verb": len(name) == 3 and name[1:] in words("followers"),
        "ends with a word": len(name) == 3 and _is_word(name[1:]),
        "weak surname": name[0] in words("weak_surnames"),
        "function surname": name[0] in words("function_surnames"),
        "usual": all(character in words("given_characters") for character in given),
        "no name": name in words("not_names") or name[:2] in words("not_names"),
        "ordinal": name[:2] == "第五" and name[2:] in words("measures"),
        "doubled": given[0] == given[1:],
        "doubled word": given[0] == given[1:] and given in words("followers"),
        "act last": len(name) == 3 and _is_act(name[2]),
        "honorific": given in words("honorifics") or given in words("kin_terms"),
        "half": given[-1] in _HALF,
        "place": name[-1] in words("place_characters"),
        "not last": name[-1] in words("not_last"),
    }
    return signs | {sign: 1.0 for sign, is_so in marks.items() if is_so}


def signs_of_repeats(name: str, times: int, repeats: Repeats) -> Signs:
    """What printing a name again says."""
    signs = {"times": math.log(times)} if times > 1 else {}
    weight = repeats.weight(name, surname_length(name))
    if weight:
        signs["repeats"] = weight
    if repeats.is_varied(name):
        signs["varied"] = 1.0
    if times > 1 and repeats.heads_clause(name):
        signs["heads a clause"] = 1.0
    return signs


def _is_act(character: str) -> bool:
    """劝, 问: no given name has it."""
    verb = character in words("verb_characters")
    return verb and character not in words("given_characters")


def _is_word(text: str) -> bool:
    return any(text in words(each) for each in _WORDS)


def _by_line(
    count: int, spans: Iterable[tuple[int, int, int]]
) -> list[list[tuple[int, int]]]:
    rows: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for index, start, end in spans:
        rows[index].append((start, end))
    return [_merged(row) for row in rows]


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            start, end = merged[-1][0], max(end, merged.pop()[1])
        merged.append((start, end))
    return merged


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    before = bisect_right(spans, (end - 1, math.inf)) - 1
    return before >= 0 and spans[before][1] > start
