"""Which topics an article is about, by a vocabulary of words. Pure.

"小区加梯工程开工 / 加梯以后……"  ->  加装电梯 (加梯, 2 times, once in the headline)
"……被称为“金钥匙”。“金钥匙”……"  ->  “金钥匙” only as a proposal
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

STARTER = Path(__file__).parent / "data" / "topics.txt"
MOST_TOPICS = 3
MOST_PROPOSALS = 2
#: What a word counts for in the big lines; once in a body line it counts 1.
HEADING_WEIGHT = 4
#: One chance word in a long body proposes nothing: two, or one in a big line.
LEAST_SCORE = 2
#: What is said in passing stands below this share of the strongest topic.
LEAST_SHARE = 0.1
#: A quoted term that is printed less often is no term of the article.
LEAST_QUOTED = 3
QUOTED = re.compile(r"“(?P<term>[^“”。，、；：！？\s]{2,6})”")

SHORT_FORM = re.compile(r"简称(?:为|作)?“(?P<term>[^“”]+)”")


@dataclass(frozen=True, slots=True)
class TopicWords:
    """A topic of the vocabulary with the words that propose it."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StarterTopic:
    """A row of the starter vocabulary."""

    name: str
    group: str
    position: int
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundTopic:
    """A topic found. `is_quoted`: only a term in quotation marks, for the editor."""

    name: str
    words: tuple[str, ...]
    score: int
    is_quoted: bool = False


def find_topics(
    headings: Iterable[str], body: str, vocabulary: Iterable[TopicWords]
) -> tuple[FoundTopic, ...]:
    """At most three topics, the strongest first, then at most two quoted terms.

    `headings` are the big lines (headline, kicker, subheadline), `body` all the rest.
    """
    heading = "\n".join(headings)
    found, known = [], set()
    for topic in vocabulary:
        known |= {word.strip("“”") for word in topic.words}
        counts = _count_words(topic.words, heading, body)
        score = sum(counts.values())
        if score >= LEAST_SCORE:
            words = tuple(word for word, _ in counts.most_common())
            found.append(FoundTopic(topic.name, words, score))
    found.sort(key=lambda topic: -topic.score)
    found = [topic for topic in found if topic.score >= found[0].score * LEAST_SHARE]
    proposals = _quoted_terms(f"{heading}\n{body}", known)
    return (*found[:MOST_TOPICS], *proposals[:MOST_PROPOSALS])


@cache
def starter_topics() -> tuple[StarterTopic, ...]:
    """The vocabulary that a new database begins with, in its printed order."""
    rows = STARTER.read_text(encoding="utf-8").splitlines()
    topics = [
        StarterTopic(name, group, int(position), tuple(filter(None, words.split("、"))))
        for name, group, position, words in (
            row.split("\t") for row in rows if not row.startswith("#")
        )
    ]
    return tuple(sorted(topics, key=lambda topic: topic.position))


def vocabulary_of(rows: Mapping[str, Iterable[str]]) -> tuple[TopicWords, ...]:
    """A vocabulary of names and their synonyms."""
    return tuple(TopicWords(name, (name, *words)) for name, words in rows.items())


def _count_words(words: tuple[str, ...], heading: str, body: str) -> Counter:
    """How much each word counts; a word inside a longer one of the list counts once."""
    counts: Counter = Counter()
    for word in sorted(set(words), key=len, reverse=True):
        if not word:
            continue
        score = heading.count(word) * HEADING_WEIGHT + body.count(word)
        if score:
            counts[word] = score
            heading, body = heading.replace(word, "\n"), body.replace(word, "\n")
    return counts


def _quoted_terms(text: str, known: set[str]) -> list[FoundTopic]:
    """Terms in quotation marks that come again; a short form of a name is none."""
    terms = Counter(match["term"] for match in QUOTED.finditer(text))
    known = known | {match["term"] for match in SHORT_FORM.finditer(text)}
    return [
        FoundTopic(term, (f"“{term}”",), count, is_quoted=True)
        for term, count in terms.most_common()
        if count >= LEAST_QUOTED and term not in known
    ]
