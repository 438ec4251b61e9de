"""Pages spoilt on purpose: the same number always gives the same page."""

import random

from tests.articles.reading.samples import ARTICLES
from tests.articles.reading.typeset import set_page

STYLES = ("dump", "ocr-md", "ocr-plain", "raw", "columns")
ODD = "\0\x07\x1b\u202e\u200f\u2066\ufeff\u3000\ufffd⻓⽂（）“”■#\ud800\t\r\f"
ENCODINGS = ("utf-8", "gb18030", "utf-16", "utf-8-sig", "utf-16-be", "big5")


def sample_text(seed: int) -> str:
    """A page set from some of the invented articles."""
    rnd = random.Random(seed)
    articles = rnd.sample(ARTICLES, rnd.randint(1, len(ARTICLES)))
    return set_page(articles, STYLES[seed % len(STYLES)], seed)


def damaged_text(seed: int) -> str:
    """A sample page with cuts, repeats, shuffled lines and odd characters."""
    rnd = random.Random(seed * 7919 + 1)
    text = sample_text(seed)
    for _ in range(rnd.randint(1, 4)):
        text = rnd.choice((cut, repeat, shuffle, sprinkle, squeeze))(text, rnd)
    return text


def damaged_bytes(seed: int) -> bytes:
    """A damaged page in some encoding, with bytes flipped in every third one."""
    rnd = random.Random(seed * 104729 + 3)
    encoding = rnd.choice(ENCODINGS)
    data = bytearray(damaged_text(seed).encode(encoding, errors="replace"))
    if seed % 3 == 0 and data:
        for _ in range(rnd.randint(1, 30)):
            data[rnd.randrange(len(data))] = rnd.randrange(256)
    if seed % 11 == 0:
        del data[rnd.randrange(len(data) + 1) :]
    return bytes(data)


def cut(text: str, rnd: random.Random) -> str:
    start = rnd.randrange(len(text) + 1)
    return text[:start] + text[start + rnd.randint(1, 400) :]


def repeat(text: str, rnd: random.Random) -> str:
    start = rnd.randrange(len(text) + 1)
    piece = text[start : start + rnd.randint(1, 300)]
    return text[:start] + piece * rnd.randint(2, 6) + text[start:]


def shuffle(text: str, rnd: random.Random) -> str:
    lines = text.split("\n")
    start = rnd.randrange(len(lines))
    part = lines[start : start + rnd.randint(2, 12)]
    rnd.shuffle(part)
    return "\n".join(lines[:start] + part + lines[start + len(part) :])


def sprinkle(text: str, rnd: random.Random) -> str:
    chars = list(text)
    for _ in range(rnd.randint(1, 40)):
        chars.insert(rnd.randrange(len(chars) + 1), rnd.choice(ODD))
    return "".join(chars)


def squeeze(text: str, rnd: random.Random) -> str:
    return text.replace("\n", rnd.choice(("\r\n", "\r", " ", "\n\n\n", "")))
