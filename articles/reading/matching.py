"""Pairs of which each belongs to one at most, with the greatest sum.

{(1, 5): 3.0, (1, 7): 2.5, (2, 5): 2.0}   ->   {1: 7, 2: 5}

The auction of Bertsekas, "The auction algorithm: a distributed relaxation method for
the assignment problem" (1988): whoever is left without bids as much more as the best
is worth than the second best.
"""

from collections import defaultdict

STEP = 0.02  # more than the second best; the sum is the best but for so much a pair


def best_matching(gains: dict[tuple[int, int], float]) -> dict[int, int]:
    """To each first number the second that it is paired with; all gains above 0."""
    wanted: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (first, second), gain in gains.items():
        wanted[first].append((gain, second))
    prices: dict[int, float] = defaultdict(float)
    owners: dict[int, int] = {}
    waiting = sorted(wanted, reverse=True)
    while waiting:
        first = waiting.pop()
        offers = sorted(
            (gain - prices[second], second) for gain, second in wanted[first]
        )
        worth, second = offers[-1]
        if worth <= 0:
            continue
        other = max(0.0, offers[-2][0]) if len(offers) > 1 else 0.0
        prices[second] += worth - other + STEP
        if second in owners:
            waiting.append(owners[second])
        owners[second] = first
    return {first: second for second, first in owners.items()}
