"""Write common_words.txt from the dictionary that the package jieba carries.

    python make_common_words.py PATH/TO/jieba/dict.txt

Kept are words of two to four Chinese characters, the most frequent first until
`SIZE`; names of persons (tag nr) are left out, since a name is what tells one
article from another. Behind each stands how much it tells of what a text is about:
the rarer the more, things more than doings, the rest nothing.
"""

import math
import re
import sys
from pathlib import Path

SIZE = 16_000
HEAD = """\
# Common Chinese words of two to four characters, one a line, sorted by code point.
# Source: dict.txt of jieba 0.42.1 (MIT licence), https://github.com/fxsjy/jieba,
# the {size} most frequent without names of persons; made by make_common_words.py.
# Second column: how much the word tells of what a text is about.
"""
OFTEN = 50_000  # a word of that count tells nothing
THINGS, DOINGS = "nis", "vajz"  # first letters of tags


def common_words(lines: list[str]) -> list[str]:
    """The most frequent words of a jieba dictionary (word, count, tag a line)."""
    counted = []
    for line in lines:
        word, count, tag = line.split()
        if re.fullmatch(r"[一-鿿]{2,4}", word) and not tag.startswith("nr"):
            counted.append((-int(count), word, tag))
    kept = sorted(counted)[:SIZE]
    return sorted(f"{word}\t{telling(-count, tag)}" for count, word, tag in kept)


def telling(count: int, tag: str) -> float:
    """From 0 to 5: how much a word tells of what a text is about."""
    rare = max(0.0, math.log(OFTEN / (count + 20)))
    share = 1.0 if tag[0] in THINGS else 0.5 if tag[0] in DOINGS else 0.0
    return round(rare * share, 1)


if __name__ == "__main__":
    words = common_words(Path(sys.argv[1]).read_text("utf-8").splitlines())
    target = Path(__file__).with_name("common_words.txt")
    target.write_text(HEAD.format(size=SIZE) + "\n".join(words) + "\n", "utf-8")
