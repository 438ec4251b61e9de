"""Names that differ by one character: at most an OCR slip or a misprint apart.

上海至清律师事务所 / 上海至青律师事务所   -> one apart
第一居委会 / 第二居委会                   -> not: numbers tell things apart on purpose
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator

from people.extraction.wordlists import words

TELLING = words("telling_characters")


def is_one_apart(first: str, second: str) -> bool:
    """Whether one character was changed, added or left out."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    start, end = _shared_ends(first, second)
    return max(len(first), len(second)) - start - end == 1


def differing(first: str, second: str) -> tuple[str, str]:
    """What stands between the shared beginning and the shared end of two names."""
    start, end = _shared_ends(first, second)
    return first[start : len(first) - end], second[start : len(second) - end]


def is_told_apart(first: str, second: str) -> bool:
    """The difference is a number, a direction or the like, set there on purpose."""
    parts = [part for part in differing(first, second) if part]
    return bool(parts) and all(set(part) <= TELLING for part in parts)


def near_pairs(
    names: Iterable[str],
    stem: Callable[[str], str] = str,
    wanted: Container[str] | None = None,
) -> Iterator[tuple[str, str]]:
    """All pairs of names whose stems are one apart, one of them among `wanted`
    (None: any), in time linear in the names."""
    stems = {name: stem(name) for name in names}
    looked_for = [name for name in stems if wanted is None or name in wanted]
    keys = {key for name in looked_for for key in _deletions(stems[name])}
    buckets: dict[str, list[str]] = defaultdict(list)
    for name, short in stems.items():
        for key in _deletions(short) & keys:
            buckets[key].append(name)
    seen = set()
    for first in looked_for:
        for key in _deletions(stems[first]):
            for second in buckets[key]:
                pair = (first, second) if first < second else (second, first)
                if pair not in seen and is_one_apart(stems[first], stems[second]):
                    seen.add(pair)
                    yield pair


def _deletions(name: str) -> set[str]:
    """The name and all that is left of it without one character."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _shared_ends(first: str, second: str) -> tuple[int, int]:
    shortest = min(len(first), len(second))
    start = 0
    while start < shortest and first[start] == second[start]:
        start += 1
    end = 0
    while end < shortest - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return start, end
