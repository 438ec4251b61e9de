"""The word lists of `data/`, read once.

data/surnames.txt: "欧阳"   ->   "欧阳" in words("surnames")
"""

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "data"


@cache
def words(name: str) -> frozenset[str]:
    """The entries of `data/NAME.txt`, without what stands behind a tab."""
    return frozenset(entry.partition("\t")[0] for entry in entries(name))


@cache
def pairs(name: str) -> dict[str, str]:
    """The entries of `data/NAME.txt`, each split at its first tab."""
    return dict(entry.split("\t", 1) for entry in entries(name))


@cache
def alternation(name: str) -> str:
    """The entries as one regular expression, the longest first."""
    found = sorted(entries(name), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(entry) for entry in found) + ")"


def entries(name: str) -> list[str]:
    """The lines of a list without its comments, in the order of the file."""
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
