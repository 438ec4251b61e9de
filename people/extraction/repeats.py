"""What an article prints again speaks for a name.

护士石敏管秤。石敏说，……    石敏 heads a clause and speaks    -> 石敏, not 石敏管
石敏行说……石敏行把……       石敏 never stands without 行       -> 石敏行, not 石敏
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from people.extraction.followers import follow_strength, speaks
from people.extraction.surnames import COMPOUND, FIRST_OF_SURNAMES

_CLAUSE = frozenset("，。；：！？“”》\n")
_HEAD = re.compile(f"^|[{''.join(_CLAUSE)}]")
_LONGEST = 4
_SURNAME = re.compile(f"[{''.join(FIRST_OF_SURNAMES)}]")


class Repeats:
    """What stands how often in an article."""

    def __init__(self, whole: str):
        self._whole = whole
        starts = [match.start() for match in _SURNAME.finditer(whole)]
        self._varied = _varied(whole, starts)
        self._counts = Counter(whole[n : n + 2] for n in starts)
        self._counts.update(whole[n : n + 3] for n in starts)
        starts = [match.start() for match in COMPOUND.finditer(whole)]
        self._counts.update(whole[n : n + 4] for n in starts)

    def is_varied(self, name: str) -> bool:
        """The name stands before different characters."""
        return name in self._varied

    def weight(self, name: str, surname: int) -> float:
        """A third character that always stands there belongs to the name, the more
        where different words follow; one that changes does not."""
        if surname == 2 and len(name) == 4:
            # 仲长统一 beside 仲长统: always the longer one.
            times = self._counts[name]
            return 2.0 if times == self._counts[name[:-1]] > 1 else 0.0
        if len(name) != 3 or surname > 1:
            return 0.0
        short = self._counts[name[:2]]
        if short < 2:
            return 0.0
        if self._counts[name] < short:
            return -2.0
        return 2.0 if name in self._varied else 1.0

    def heads_clause(self, name: str) -> bool:
        """Said more than once, and somewhere at the head of a clause before what
        people do."""
        return self._counts[name] >= 2 and name in self._heads

    @cached_property
    def _heads(self) -> frozenset[str]:
        """What stands at the head of a clause before what people do."""
        whole, heads = self._whole, set()
        for clause in _HEAD.finditer(whole):
            start = clause.end()
            for end in range(start + 2, min(start + _LONGEST, len(whole)) + 1):
                if whole[end : end + 1] in _CLAUSE:
                    break
                if speaks(whole, end) or follow_strength(whole, end) >= 2.0:
                    heads.add(whole[start:end])
        return frozenset(heads)


def _varied(whole: str, starts: Iterable[int]) -> frozenset[str]:
    """Three characters from one of `starts` that stand before two different ones: a
    word of its own."""
    behind: dict[str, str] = {}
    varied = set()
    for n in starts:
        if n + 3 >= len(whole):
            break
        if behind.setdefault(whole[n : n + 3], whole[n + 3]) != whole[n + 3]:
            varied.add(whole[n : n + 3])
    return frozenset(varied)
