"""Names that stand alone between marks, spaces and figures, or head a clause.

闵桂芳500元　石红200元       闵桂芳, and 石红, who stands as she does
3号楼　闵桂芳　女　45岁       闵桂芳
后来，闵桂芳带头换了水管。    闵桂芳
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from people.extraction.followers import follow_strength
from people.extraction.in_front import may_be_name
from people.extraction.lines import HAN, Line
from people.extraction.names import is_common
from people.extraction.surnames import surname_length
from people.extraction.weights import name_weight
from people.extraction.wordlists import words

Span = tuple[int, int]

_RUN = re.compile(rf"[{HAN}]+")
# 3号|闵桂芳, 200元|冯志强
_COUNTED = re.compile(r"(?<=\d)(?:号楼?|[室幢栋组元分名位票])")
#: What is eaten and drunk may have a name of usual characters: 石桂汤.
DISHES = frozenset("汤粥糕饼糖茶酒菜面饭丸散膏")
#: Least weight of a name that stands alone, and of one that heads a clause.
_ALONE, _AT_HEAD = 6, 8
#: Least number of lone names that prove one like them, weight of a short one.
_PEERS, _SHORT = 2, 2
#: What stands beside a name says how: 200元 says no more than 500元.
_FIGURES = re.compile(r"\d")


def find_standing(lines: tuple[Line, ...]) -> Iterator[tuple[int, int, int]]:
    """The spans of the names in `lines` that their characters alone tell."""
    likely: Counter[tuple[str, str]] = Counter()
    every: Counter[tuple[str, str]] = Counter()
    beside = []
    for index, line in enumerate(lines):
        for start, end in _lone(line):
            name, how = line.text[start:end], _how(line, start, end)
            every[how] += 1
            if _is_name(name, _ALONE):
                likely[how] += 1
                yield index, start, end
            elif _may_stand_beside(name):
                beside.append((how, (index, start, end)))
        yield from ((index, start, start + 3) for start in _heads(line.text))
    alike = Counter(how for how, _ in beside)
    for how, span in beside:
        if likely[how] >= _PEERS and 2 * (likely[how] + alike[how]) > every[how]:
            yield span


def _heads(text: str) -> Iterator[int]:
    """Where a clause begins with a name before what somebody does."""
    for run in _RUN.finditer(text):
        start, end = run.start(), run.start() + 3
        if end < run.end() and _before(text, start) not in ("·", "“"):
            likely = _is_name(text[start:end], _AT_HEAD)
            if likely and follow_strength(text, end) >= 2.5:
                yield start


def _lone(line: Line) -> Iterator[Span]:
    """Two to four characters between marks, spaces or figures."""
    text, gaps = line.text, sorted(line.gaps)
    for run in _RUN.finditer(text):
        counted = _COUNTED.match(text, run.start())
        first = counted.end() if counted else run.start()
        inside = [gap for gap in gaps if first < gap < run.end()]
        cuts = [first, *inside, run.end()]
        for start, end in pairwise(cuts):
            whole = "·" not in (_before(text, start), text[end : end + 1])
            quoted = _before(text, start) == "“"
            if whole and not quoted and 2 <= end - start <= 4:
                yield start, end


def _before(text: str, start: int) -> str:
    return text[start - 1] if start else ""


def _how(line: Line, start: int, end: int) -> tuple[str, str]:
    """What stands on both sides of a name."""
    return _side(line, start - 1, start), _side(line, end, end)


def _side(line: Line, place: int, gap: int) -> str:
    if gap in line.gaps or not 0 <= place < len(line.text):
        return " "
    return _FIGURES.sub("0", line.text[place])


def _is_name(name: str, least: int) -> bool:
    """Three usual characters of so much weight."""
    return (
        len(name) == 3
        and name[0] in words("surnames")
        and surname_length(name) == 1
        and name[-1] not in DISHES
        and name[-1] not in words("not_last")
        and may_be_name(name)
        and name_weight(name) >= least
    )


def _may_stand_beside(name: str) -> bool:
    """A surname with usual characters, no word."""
    surname = surname_length(name)
    given = name[surname:]
    if not surname or not 1 <= len(given) <= 2 or is_common(name):
        return False
    usual = all(character in words("given_characters") for character in given)
    barred = name[:2] in words("not_names") or name in words("followers")
    barred = barred or given in words("honorifics") or name[-1] in words("not_last")
    return usual and not barred and name_weight(name) >= _SHORT
