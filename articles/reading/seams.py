"""How readily one character follows another, where a line is broken off.

"……公园占地" + "两千一百平方米"   ->   above 0
"……公园占地" + "过两枚戒指"       ->   below 0
Source: data/seams.txt, counted by data/make_seams.py.
"""

import math
import re
from functools import cache

from articles.reading.lexicon import entries

HAN = re.compile("[一-鿿]")
NUMBER = re.compile("[0-9０-９.．%％]")
#: marks are counted by what they do: a clause ends, a quotation begins, one ends
MARKS = dict.fromkeys("，、；：。！？,;:!?", "，")
MARKS |= dict.fromkeys("“‘《（(「『【", "“") | dict.fromkeys("”’》）)」』】", "”")
BOUNDS = (-3, 6)  # of a value
UNSEEN = 0.5  # added to the counts
#: a pair that is not in the table was seen at most this often
LEAST = 3.0
BASE = -14.44  # of the expected count, see the head of the table


def kind_of(character: str) -> str:
    """The character itself, or one for its class: marks, numbers, all other."""
    if HAN.match(character):
        return character
    if NUMBER.match(character):
        return "％"
    return MARKS.get(character, "·")


@cache
def table() -> tuple[dict[str, int], dict[str, int]]:
    """The log counts of characters and the values of pairs."""
    counts: dict[str, int] = {}
    values: dict[str, int] = {}
    for entry in entries("seams"):
        first, count, cells = entry.split("\t")
        counts[first] = int(count)
        for cell in cells.split():
            value, followers = re.fullmatch(r"(-?[0-9])(.+)", cell).groups()
            values.update((first + second, int(value)) for second in followers)
    return counts, values


def seam_value(before: str, after: str) -> float:
    """The logarithm of how much more often than by chance `after` goes on `before`."""
    counts, values = table()
    pair = kind_of(before[-1]) + kind_of(after[0])
    if pair in values:
        return values[pair]
    expected = math.exp(counts.get(pair[0], 2) + counts.get(pair[1], 2) + BASE)
    return math.log(LEAST / (expected + LEAST))
