"""Learn which lines of a stack are its headline from pages with known articles.

    python -m tests.articles.reading.learn_heads PAGES GOLD [PAGES GOLD ...]

Of all ways to part a stack into headline and captions one is right; what the signs in
`articles/reading/weights.py` weigh is fitted so that it has the largest sum. The
result is printed, to be rounded and copied by hand.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from articles.reading import captions, stacking
from articles.reading.drafts import Stack
from tests.articles.reading.learn_odds import captured, names_between, plain, signs
from tests.articles.reading.learn_weights import load

ROUNDS, RATE, SHRINK = 400, 0.3, 0.001
FIELDS = ("kicker", "headline", "subheadline")

Choice = tuple[list[dict[str, float]], int]


def choices(data: bytes, gold: dict) -> Iterator[Choice]:
    """Of every stack of the headline of one article: the signs of each way to part it,
    and which way is right."""
    names = names_between("HEADS_CAPTION", "HEADS_GROWN")
    for (stack,) in captured(stacking, "without_captions", data):
        right = right_way(stack, gold["articles"])
        ways = captions.ways_of(stack.lines)
        if len(ways) > 1 and right in ways:
            score = partial(scores, stack, ways)
            yield signs(names, score), ways.index(right)


def scores(stack: Stack, ways: list[tuple[int, int]]) -> list[float]:
    """What each way to part a stack is worth."""
    tight = stack.above is not None and not stack.above.first.gap
    return [captions.weigh_heads(stack.lines, *way, tight) for way in ways]


def right_way(stack: Stack, articles: list[dict]) -> tuple[int, int] | None:
    """Which lines of a stack are the headline, if all others are captions."""
    places, owners = [], set()
    shown = [plain(text) for article in articles for text in article["captions"]]
    for place, line in enumerate(stack.lines):
        text = plain(line.text)
        heads = [number for number, one in enumerate(articles) if heads_it(text, one)]
        if heads:
            places.append(place)
            owners.add(heads[0])
        elif not any(text in caption for caption in shown):
            return None
    if len(owners) != 1 or places[-1] - places[0] != len(places) - 1:
        return None
    return places[0], places[-1] + 1


def heads_it(text: str, article: dict) -> bool:
    """Whether a line is one of the lines above an article, or a piece of one."""
    heads = [plain(article.get(name) or "") for name in FIELDS]
    return text in heads or (len(text) > 3 and any(text in head for head in heads))


def fit(samples: list[Choice]) -> dict[str, float]:
    """The weights with which the right ways are the likeliest."""
    learnt: dict[str, float] = defaultdict(float)
    for number in range(ROUNDS):
        slopes = {name: -SHRINK * value for name, value in learnt.items()}
        for ways, right in samples:
            for share, found in zip(likely(ways, learnt), ways, strict=True):
                error = (found is ways[right]) - share
                for name, value in found.items():
                    slopes.setdefault(name, 0.0)
                    slopes[name] += error * value / len(samples)
        rate = RATE * (1 - number / ROUNDS) * 4
        for name, slope in slopes.items():
            learnt[name] += rate * slope
    return dict(learnt)


def likely(ways: list[dict[str, float]], learnt: dict[str, float]) -> list[float]:
    """How likely each way is, by the sum of its signs."""
    sums = [
        sum(learnt.get(name, 0.0) * value for name, value in found.items())
        for found in ways
    ]
    shares = [math.exp(total - max(sums)) for total in sums]
    return [share / sum(shares) for share in shares]


if __name__ == "__main__":
    pages = load(sys.argv[1:])
    gathered = [choice for data, gold in pages for choice in choices(data, gold)]
    for key, weight in sorted(fit(gathered).items()):
        print(f"{key} = {weight:.2f}")
