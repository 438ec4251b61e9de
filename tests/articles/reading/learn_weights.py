"""Learn `articles/reading/weights.py` from pages with known articles.

    python -m tests.articles.reading.learn_weights SECONDS PAGES GOLD [PAGES GOLD ...]

A weight at a time is moved; what reads the pages better is kept. The same seed and
the same number of rounds give the same weights; they are printed, to be looked at and
copied by hand.
"""

import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

from articles.page_json import page_json
from articles.reading import read_pages, weights

STEPS = (0.5, 0.7, 1.3, 1.6)
SHIFTS = (-0.4, 0.0, 0.4)


def grams(article: dict) -> Counter[str]:
    """Pieces of six characters of a body without white space."""
    text = "".join("".join(article["paragraphs"]).split())
    return Counter(text[place : place + 6] for place in range(max(1, len(text) - 5)))


def worth(data: dict, gold: dict) -> float:
    """How well a page was read: articles found, their headlines, their text."""
    read = [grams(article) for article in data["articles"]]
    score = 0.0
    for article in gold["articles"]:
        wanted = grams(article)
        rates = [
            2 * (wanted & found).total() / (wanted.total() + found.total())
            for found in read
        ]
        best = max(rates, default=0.0)
        score += 0.5 * best
        if best > 0.8:
            headline = data["articles"][rates.index(best)]["headline"] or ""
            same = "".join(headline.split()) == "".join(article["headline"].split())
            score += 1 + 0.7 * same
    spare = max(0, len(read) - len(gold["articles"]))
    return (score - 0.3 * spare) / (2.2 * len(gold["articles"]))


def total(pages: list[tuple[bytes, dict]]) -> float:
    """The mean worth of all pages with the weights as they are."""
    values = [worth(page_json("", read_pages(data)), gold) for data, gold in pages]
    return sum(values) / len(values)


def load(folders: list[str]) -> list[tuple[bytes, dict]]:
    """Pages with their gold from pairs of folders."""
    pages = []
    for texts, golds in zip(folders[::2], folders[1::2], strict=True):
        for path in sorted(Path(golds).glob("*.json")):
            gold = json.loads(path.read_text("utf-8"))
            pages.append(((Path(texts) / gold["source"]).read_bytes(), gold))
    return pages


def learn(pages: list[tuple[bytes, dict]], seconds: float, seed: int = 1) -> float:
    """Move weights as long as the pages are read better; return the best value."""
    rnd = random.Random(seed)
    names = sorted(name for name in vars(weights) if name.isupper())
    best, end = total(pages), time.monotonic() + seconds
    while time.monotonic() < end:
        chosen = rnd.sample(names, rnd.choice((1, 1, 2)))
        old = {name: getattr(weights, name) for name in chosen}
        for name, value in old.items():
            moved = value * rnd.choice(STEPS) + rnd.choice(SHIFTS)
            setattr(weights, name, round(moved, 2))
        value = total(pages)
        if value > best:
            best = value
        else:
            for name, before in old.items():
                setattr(weights, name, before)
    return best


if __name__ == "__main__":
    print(learn(load(sys.argv[2:]), float(sys.argv[1])))
    for key in sorted(name for name in vars(weights) if name.isupper()):
        print(f"{key} = {getattr(weights, key)}")
