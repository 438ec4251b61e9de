"""The word lists of `data/`: one entry a line, `#` begins a comment.

区房管局	gov_department        ->  a row of a table
王                              ->  a word
"""

import re
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def words(name: str) -> frozenset[str]:
    """The first column of `data/NAME.txt`."""
    return frozenset(row[0] for row in rows(name))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """All rows of `data/NAME.txt`, cut at tabs."""
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """First column -> the other columns of `data/NAME.txt`."""
    return {first: tuple(rest) for first, *rest in rows(name)}


def alternation(entries: "frozenset[str] | tuple[str, ...] | dict") -> str:
    """A regular expression for any of the entries, the longest first, shared
    beginnings written once so that a thousand words cost as little as ten."""
    tree: dict = {}
    for entry in entries:
        branch = tree
        for character in entry:
            branch = branch.setdefault(character, {})
        branch[""] = {}
    return _branches(tree)


def _branches(tree: dict) -> str:
    ends = "" in tree
    parts = [
        re.escape(character) + _branches(branch)
        for character, branch in sorted(tree.items())
        if character
    ]
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return f"{joined}?" if ends else joined
