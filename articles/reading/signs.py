"""Sums of signs: what each weighs is learnt, and stands in a table of data/.

{"same width": 1.0, "distance": 0.7}   ->   1.0 * 1.0 - 0.7 * 0.7, as log-odds
"""

from functools import cache

from articles.reading.lexicon import pairs

#: how much each sign counts; without unit, mostly 0 or 1
Signs = dict[str, float]


@cache
def weights_of(name: str) -> dict[str, float]:
    """What each sign of `data/NAME.txt` weighs."""
    return {sign: float(weight) for sign, weight in pairs(name).items()}


def total(signs: Signs, name: str) -> float:
    """What signs weigh together by `data/NAME.txt`; one that is not there, nothing."""
    known = weights_of(name)
    return sum(known.get(sign, 0.0) * value for sign, value in signs.items())
