"""Write common_words.txt from the dictionary that the package jieba carries.

    python make_common_words.py PATH/TO/jieba/dict.txt

Kept are words of two to four Chinese characters, the most frequent first until
`SIZE`; names of persons (tag nr) are left out, since a name is what tells one
article from another.
"""

import re
import sys
from pathlib import Path

SIZE = 16_000
HEAD = """\
# Common Chinese words of two to four characters, one a line, sorted by code point.
# Source: dict.txt of jieba 0.42.1 (MIT licence), https://github.com/fxsjy/jieba,
# the {size} most frequent without names of persons; made by make_common_words.py.
"""


def common_words(lines: list[str]) -> list[str]:
    """The most frequent words of a jieba dictionary (word, count, tag a line)."""
    counted = []
    for line in lines:
        word, count, tag = line.split()
        if re.fullmatch(r"[一-鿿]{2,4}", word) and not tag.startswith("nr"):
            counted.append((-int(count), word))
    return sorted(word for _, word in sorted(counted)[:SIZE])


if __name__ == "__main__":
    words = common_words(Path(sys.argv[1]).read_text("utf-8").splitlines())
    target = Path(__file__).with_name("common_words.txt")
    target.write_text(HEAD.format(size=SIZE) + "\n".join(words) + "\n", "utf-8")
