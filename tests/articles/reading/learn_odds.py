"""Learn the log-odds of `articles/reading/weights.py` from pages with known articles.

    python -m tests.articles.reading.learn_odds PAGES GOLD [PAGES GOLD ...]

Three scores there are sums of signs: whether an article begins at a paragraph, whether
a line is text, and whether the first paragraph of an article sums it up. What a sign
weighs is fitted by logistic regression; the result is printed, to be rounded and copied
by hand.
"""

import math
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial

from articles.reading import (
    boundaries,
    headlines,
    judging,
    read_pages,
    summaries,
    weights,
)
from tests.articles.reading.learn_weights import load

SHARE = 0.6  # of a paragraph's pieces that must stand in one article
PIECE = 6
ROUNDS, RATE, SHRINK = 40, 0.2, 4.0

Sample = tuple[dict[str, float], bool]


def plain(text: str) -> str:
    """A text without marks and white space."""
    return re.sub(r"[\W_]+", "", text)


def signs(
    names: list[str], scores: Callable[[], list[float]]
) -> list[dict[str, float]]:
    """How much each weight counts in scores that are sums of them."""
    base = scores()
    found: list[dict[str, float]] = [{} for _ in base]
    for name in names:
        kept = getattr(weights, name)
        setattr(weights, name, kept + 1.0)
        for one, before, after in zip(found, base, scores(), strict=True):
            if abs(after - before) > 1e-9:
                one[name] = after - before
        setattr(weights, name, kept)
    return found


def article_of(text: str, bodies: list[str]) -> int | None:
    """The article that most of a paragraph's pieces stand in."""
    whole = plain(text)
    pieces = {whole[i : i + PIECE] for i in range(max(1, len(whole) - PIECE + 1))}
    rates = [sum(piece in body for piece in pieces) / len(pieces) for body in bodies]
    best = max(rates, default=0.0)
    return rates.index(best) if best > SHARE else None


def starts(data: bytes, gold: dict) -> Iterator[Sample]:
    """Of every paragraph: its signs, and whether an article begins with it."""
    bodies = [plain("".join(article["paragraphs"])) for article in gold["articles"]]
    names = names_between("BASE", "KNOWN")
    for flows, *rest in captured(headlines, "boundary_scores", data):
        passages = [passage for flow in flows for passage in flow]
        owners = [article_of(passage.text, bodies) for passage in passages]
        found = signs(names, partial(unweighted, flows, *rest))
        for place in range(1, len(passages)):
            owner, seen = owners[place], owners[:place]
            begins = owner not in seen
            if owner is not None and (begins or owner == seen[-1]):
                yield found[place], begins


def unweighted(*given: object) -> list[float]:
    """`boundary_scores` as plain log-odds."""
    kept = weights.EVIDENCE, weights.START, weights.SIGNED
    weights.EVIDENCE, weights.START, weights.SIGNED = 1.0, 0.0, -1e6
    scores = boundaries.boundary_scores(*given)
    weights.EVIDENCE, weights.START, weights.SIGNED = kept
    return scores


def rows(data: bytes, gold: dict) -> Iterator[Sample]:
    """Of every line of a wrapped page: its signs, and whether it is text."""
    names = names_between("LINE", "LINE_GOES_ON")
    odds, found = judging.text_odds, []

    def weigh(*given) -> float:
        lines, index, _ = given
        told = signs(names, lambda: [odds(*given)])[0]
        found.append((plain(lines[index].text), told))
        return odds(*given)

    judging.text_odds = weigh
    try:
        read_pages(data)
    finally:
        judging.text_odds = odds
    text, display = told_apart(gold)
    for line, told in found:
        if len(line) > 2 and (line in text) != (line in display):
            yield told, line in text


def sums(data: bytes, gold: dict) -> Iterator[Sample]:
    """Of every paragraph that may be a standfirst: its signs, and whether it is one."""
    names = names_between("SUMMARY", "SUMMARY_WIDE")
    leads = {plain(article.get("standfirst") or "") for article in gold["articles"]}
    bodies = [plain("".join(article["paragraphs"])) for article in gold["articles"]]
    for (passages,) in captured(headlines, "mark_summaries", data):
        for place in summaries.openings(passages):
            score = partial(lambda *given: [summaries.summary_odds(*given)], passages)
            text = plain(passages[place].text)
            if text in leads or any(text[:PIECE] in body for body in bodies):
                yield signs(names, partial(score, place))[0], text in leads


def told_apart(gold: dict) -> tuple[str, str]:
    """The text of a page, and what is set on display, without marks."""
    text, display = [], []
    for article in gold["articles"]:
        text += [*article["paragraphs"], article.get("standfirst") or ""]
        heads = (
            article.get(key) or "" for key in ("kicker", "headline", "subheadline")
        )
        display += [*heads, *article["section_headings"], *article["captions"]]
    return plain("".join(text)), "|".join(map(plain, display))


def captured(module: object, name: str, data: bytes) -> list[tuple]:
    """The arguments with which a stage is called while a page is read."""
    calls: list[tuple] = []
    stage = getattr(module, name)
    setattr(module, name, lambda *given: (calls.append(given), stage(*given))[1])
    try:
        read_pages(data)
    finally:
        setattr(module, name, stage)
    return calls


def names_between(first: str, last: str) -> list[str]:
    """The weights from one to another, in the order of the file."""
    names = [name for name in vars(weights) if name.isupper()]
    return names[names.index(first) : names.index(last) + 1]


def fit(samples: list[Sample], seed: int = 1) -> dict[str, float]:
    """Logistic regression, one sample at a time in an order that can be repeated."""
    rnd = random.Random(seed)
    learnt: dict[str, float] = defaultdict(float)
    steps: dict[str, float] = defaultdict(lambda: 1e-6)
    sums: dict[str, float] = defaultdict(float)
    for number in range(ROUNDS):
        for found, true in rnd.sample(samples, len(samples)):
            total = sum(learnt[name] * value for name, value in found.items())
            error = true - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            for name, value in found.items():
                slope = error * value - SHRINK * learnt[name] / len(samples)
                steps[name] += slope * slope
                learnt[name] += RATE * slope / math.sqrt(steps[name])
        for name, value in learnt.items():
            sums[name] += value * (number >= ROUNDS // 2)
    return {name: sums[name] / (ROUNDS - ROUNDS // 2) for name in sorted(sums)}


if __name__ == "__main__":
    pages = load(sys.argv[1:])
    for collect in (starts, rows, sums):
        gathered = [pair for data, gold in pages for pair in collect(data, gold)]
        for key, weight in fit(gathered).items():
            print(f"{key} = {weight:.2f}")
