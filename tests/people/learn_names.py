"""Learn the weights of `people/extraction/data/name_signs.txt` from known articles.

    python -m tests.people.learn_names            write the table
    python -m tests.people.learn_names --check    each writer judged by the others

`names/` holds invented articles with the people they name, a file for each writer.
The weights are fitted by logistic regression; signs seen in few candidates and weights
near nothing are left out.
"""

import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from people.extraction import find_bodies, read_lines
from people.extraction.areas import find_areas, home_of
from people.extraction.likely import (
    Candidate,
    accepted,
    add_neighbours,
    read_candidates,
    weight_of,
)
from people.extraction.lines import Line
from people.extraction.repeats import Repeats
from people.extraction.resolver import Resolver
from people.extraction.signs import Setting, signs_of_name
from people.extraction.structure import ArticleText, Context
from people.extraction.titles import find_titles
from people.extraction.wordlists import DATA

ARTICLES = Path(__file__).with_name("names")
PASSAGES = Path(__file__).with_name("extraction")
TABLE = DATA / "name_signs.txt"
HEAD = """\
# What a sign adds to the score of a name: natural logarithm of odds.
# Source: learnt by tests/people/learn_names.py from the articles in tests/people/names
# and the passages in tests/people/extraction.
"""
#: A passage has few candidates, each of them chosen to mislead.
TIMES = 8
PASSES, AVERAGED, RATE, SHRINK, LEAST = 12, 8, 0.3, 1.0, 5
SMALL = 0.05

Weights = dict[str, float]


@dataclass
class Known:
    """An article with the names that it prints, and those that do not count."""

    text: ArticleText
    people: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()
    lines: tuple[Line, ...] = ()
    candidates: list[Candidate] = field(default_factory=list)


def load(path: Path) -> Iterator[Known]:
    """The articles of one file."""
    rows: list[list[tuple[str, str]]] = []
    for row in path.read_text("utf-8").splitlines():
        if row[0] == "=":
            rows.append([])
        if row[0] != "#":
            rows[-1].append((row[0], row[2:]))
    for each in rows:
        paragraphs = [(mark, text) for mark, text in each if mark in "p^"]
        text = ArticleText(
            headline=each[0][1],
            paragraphs=tuple(text for _, text in paragraphs),
            section_headings=frozenset(
                n for n, (mark, _) in enumerate(paragraphs) if mark == "^"
            ),
            captions=tuple(text for mark, text in each if mark == "c"),
        )
        names = {mark: frozenset(text.split()) for mark, text in each}
        yield Known(text, names.get("+", frozenset()), names.get("~", frozenset()))


def load_passages() -> Iterator[Known]:
    """The short passages of the tests: tempting words without a name in them."""
    for path in sorted(PASSAGES.glob("passages*.txt")):
        for row in path.read_text("utf-8").splitlines():
            if row and row[0] != "#":
                _, text, people = row.split("|")
                names = (entry.partition("=")[0] for entry in people.split(";"))
                lines = tuple(text.split("¶"))
                yield Known(ArticleText(paragraphs=lines), frozenset(names))


def read(known: Known) -> None:
    """The candidates of an article with their signs."""
    lines = known.lines = read_lines(known.text)
    areas = find_areas(lines, Context())
    whole = "\n".join(line.text for line in lines)
    home = home_of(whole, context=Context())
    resolver = Resolver(home, areas, lines)
    bodies = find_bodies(lines, resolver)
    titles = [find_titles(index, line) for index, line in enumerate(lines)]
    setting = Setting(lines, Repeats(whole), titles, bodies, resolver)
    known.candidates = list(read_candidates(lines, setting).values())
    for candidate in known.candidates:
        candidate.signs |= signs_of_name(candidate.name)


def learn(articles: Sequence[Known]) -> Weights:
    """Fit, let the likely names speak for their neighbours, fit again."""
    for candidate in (each for known in articles for each in known.candidates):
        candidate.beside = {}
    weights = fit(articles)
    for _ in range(2):
        mark_neighbours(articles, weights)
        weights = fit(articles)
    return weights


def mark_neighbours(articles: Sequence[Known], weights: Weights) -> None:
    """The second round of signs."""
    for known in articles:
        for each in known.candidates:
            each.beside = {}
            each.score = weight_of(each.signs, weights)
        add_neighbours(known.lines, known.candidates)


def fit(articles: Sequence[Known]) -> Weights:
    """Logistic regression, the steps of a weight shrinking with its use; what the later
    passes say is averaged, so that their order matters little."""
    samples = [
        (
            [*candidate.signs.items(), *candidate.beside.items()],
            candidate.name in known.people,
        )
        for known in articles
        for candidate in known.candidates
        if candidate.name not in known.neutral
    ]
    seen = Counter(sign for signs, _ in samples for sign, _ in signs)
    samples = [
        ([(sign, value) for sign, value in signs if seen[sign] >= LEAST], named)
        for signs, named in samples
    ]
    weights = dict.fromkeys((sign for sign in seen if seen[sign] >= LEAST), 0.0)
    steps = dict.fromkeys(weights, 1e-6)
    order = random.Random(1)
    mean = dict.fromkeys(weights, 0.0)
    for number in range(PASSES):
        order.shuffle(samples)
        for signs, named in samples:
            score = sum(weights[sign] * value for sign, value in signs)
            error = named - 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
            for sign, value in signs:
                slope = error * value - SHRINK * weights[sign] / seen[sign]
                steps[sign] += slope * slope
                weights[sign] += RATE * slope / math.sqrt(steps[sign])
        if number >= PASSES - AVERAGED:
            for sign, weight in weights.items():
                mean[sign] += weight / AVERAGED
    return mean


def judge(articles: Sequence[Known], weights: Weights) -> tuple[int, int, int]:
    """Names found rightly, wrongly, and missed."""
    mark_neighbours(articles, weights)
    right = wrong = missed = 0
    for known in articles:
        for each in known.candidates:
            each.score += weight_of(each.beside, weights)
        names = {each.name for each in accepted(known.candidates)} - known.neutral
        right += len(names & known.people)
        wrong += len(names - known.people)
        missed += len(known.people - names)
    return right, wrong, missed


def check(writers: Sequence[list[Known]], passages: list[Known]) -> None:
    """Precision and recall on each writer by what the others teach."""
    for number, own in enumerate(writers):
        others = [a for n, each in enumerate(writers) if n != number for a in each]
        right, wrong, missed = judge(own, learn(others + passages))
        precision, recall = right / (right + wrong), right / (right + missed)
        print(f"{number + 1}  {precision:.3f}  {recall:.3f}")


def write(weights: Weights) -> None:
    """The table, without what weighs nothing."""
    rows = [
        f"{sign}\t{weight:.1f}"
        for sign, weight in sorted(weights.items())
        if abs(weight) >= SMALL
    ]
    TABLE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Read all articles, then learn or check."""
    writers = [list(load(path)) for path in sorted(ARTICLES.glob("*.txt"))]
    passages = list(load_passages())
    articles = [article for writer in writers for article in writer]
    for known in articles + passages:
        read(known)
    if "--check" in sys.argv:
        check(writers, passages * TIMES)
    else:
        write(learn(articles + passages * TIMES))


if __name__ == "__main__":
    main()
