"""Learn the signs of `articles/reading/kickers.py` from stacks with known roles.

    python -m tests.articles.reading.learn_stacks

What a sign weighs is moved from its present value only as far as `stacks.txt` asks
for it; the result is printed, to be rounded and copied by hand.
"""

import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from articles.reading import kickers
from articles.reading.lines import make_line
from articles.reading.stacks import read_stack

STACKS = Path(__file__).with_name("stacks.txt")
ROUNDS, RATE, KEEP = 2000, 0.02, 2.0
CONSTANTS = ("KICKER", "LONGER", "STARTS_WITH_DETAIL", "STARTS_WITH_MORE", "REPEATED")

Stack = list[tuple[str, str]]
Values = dict[tuple, float]


def load_stacks() -> list[Stack]:
    """Stacks of (role, text), a line each; roles are k, h and s."""
    rows = STACKS.read_text("utf-8").splitlines()[1:]
    return [[(part[0], part[2:]) for part in row.split(" / ")] for row in rows]


def is_right(stack: Stack) -> bool:
    """Whether every line of a stack is read as what it is."""
    raw = "".join(f"{text}\n" for _, text in stack)
    lines, place = [], 0
    for number, (_, text) in enumerate(stack):
        lines.append(make_line(raw, place, place + len(text) + 1))
        lines[-1].index = number
        place += len(text) + 1
    heads = read_stack(lines, raw)
    sizes = [len(heads.column + heads.kicker), len(heads.headline)]
    found = "k" * sizes[0] + "h" * sizes[1] + "s" * len(heads.subheadline)
    return found == "".join(role for role, _ in stack)


def pairs() -> Iterator[tuple[str, str, bool]]:
    """Neighbours of whom one is the headline, and whether the other is a kicker."""
    for stack in load_stacks():
        rows: Stack = []
        for role, text in stack:
            if rows and rows[-1][0] == role == "h":
                text = rows.pop()[1] + text
            rows.append((role, text))
        for (upper, above), (lower, below) in pairwise(rows):
            if upper != lower:
                yield above, below, upper == "k"


def values(above: str, below: str) -> Values:
    """How much each number of `kickers` counts for two lines."""
    weigh = kickers.weigh_kicker.__wrapped__
    base, found = weigh(above, below), {}
    for name in CONSTANTS:
        kept = getattr(kickers, name)
        setattr(kickers, name, kept + 1.0)
        found[(name,)] = weigh(above, below) - base
        setattr(kickers, name, kept)
    for place, (sign, *_) in enumerate(kickers.SIGNS):
        found[place, "upper"] = float(bool(sign.search(above)))
        found[place, "lower"] = float(bool(sign.search(below)))
    return {name: value for name, value in found.items() if abs(value) > 1e-9}


def learn() -> Values:
    """By how much to move each number: logistic regression around what there is."""
    samples = [
        (kickers.weigh_kicker(above, below), values(above, below), kicks)
        for above, below, kicks in pairs()
    ]
    moved = {name: 0.0 for _, found, _ in samples for name in found}
    for _ in range(ROUNDS):
        slopes = {name: -KEEP * value for name, value in moved.items()}
        for base, found, kicks in samples:
            total = base + sum(moved[name] * value for name, value in found.items())
            error = kicks - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            for name, value in found.items():
                slopes[name] += error * value
        for name, slope in slopes.items():
            moved[name] += RATE * slope / len(samples) ** 0.5
    return moved


if __name__ == "__main__":
    right = [is_right(stack) for stack in load_stacks()]
    print(f"{sum(right)} of {len(right)} are read right")
    for (first, *side), value in sorted(learn().items(), key=str):
        if abs(value) >= 0.1:
            name = first if not side else kickers.SIGNS[first][0].pattern[:30]
            print(f"{value:+.1f} {name} {''.join(side)}")
