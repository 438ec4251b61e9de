"""Which article of a re-read page is which: the one that shares most characters."""

from collections import Counter
from collections.abc import Hashable, Mapping

#: Characters that stand together count; single ones are shared by any two texts.
RUN = 3
#: Less than this share of the shorter text is chance.
LEAST_SHARE = 0.25


def match_texts(
    before: Mapping[Hashable, str], after: Mapping[Hashable, str]
) -> dict[Hashable, Hashable]:
    """For texts `after` the one of `before` that shares most, each used once."""
    runs_before = {key: _runs(text) for key, text in before.items()}
    runs_after = {key: _runs(text) for key, text in after.items()}
    pairs = []
    for new, new_runs in runs_after.items():
        for old, old_runs in runs_before.items():
            shared = (new_runs & old_runs).total()
            least = min(new_runs.total(), old_runs.total())
            if shared and shared >= least * LEAST_SHARE:
                pairs.append((shared, new, old))
    pairs.sort(key=lambda pair: -pair[0])
    found: dict[Hashable, Hashable] = {}
    for _, new, old in pairs:
        if new not in found and old not in found.values():
            found[new] = old
    return found


def likeness(first: str, second: str) -> float:
    """How much of the longer text stands in the other, from 0 to 1."""
    one, other = _runs(first), _runs(second)
    longest = max(one.total(), other.total())
    return (one & other).total() / longest if longest else 0.0


def _runs(text: str) -> Counter:
    """All runs of three characters, white space left out."""
    text = "".join(text.split())
    return Counter(text[at : at + RUN] for at in range(max(1, len(text) - RUN + 1)))
