"""An article as a hit: its headline and one sentence, with the found words marked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.models import Article

from .folding import fold
from .index import text_lines
from .query import Word

SENTENCE_END = re.compile(r"[。！？；!?;…]+[”’」』]*")
#: A sentence longer than this is cut around what was found.
LONGEST, BEFORE = 110, 40
GAP = "……"


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `found` where it is what the reader looked for."""

    text: str
    found: bool = False


@dataclass(frozen=True)
class Hit:
    article: Article
    headline: list[Piece]
    sentence: list[Piece]


def make_hit(article: Article, words: Iterable[Word]) -> Hit:
    """`article` with its pictures loaded. Hidden names are masked before anything."""
    words = tuple(words)
    headline = article.masked(article.headline)
    headline = headline or f"（无题{article.get_kind_display()}）"
    marked = mark(headline, spans_of(headline, words))
    return Hit(article, marked, _best_sentence(article, words))


def relevance(article: Article, words: Iterable[Word]) -> tuple[int, int, int]:
    """In how many headlines' lines and how often in all the words are found."""
    words = tuple(words)
    headline = len(_words_in(article.masked(article.headline), words))
    others = (article.kicker, article.subheadline, article.standfirst)
    above = len(_words_in(article.masked("\n".join(others)), words))
    body = article.masked(article.body)
    return headline, above, len(spans_of(body, words))


def spans_of(text: str, words: Iterable[Word]) -> list[tuple[int, int]]:
    """Where the words stand in the text, in order, overlapping ones joined."""
    folded = fold(text)
    found = []
    for word in words:
        for phrase in word.phrases:
            for match in re.finditer(phrase.pattern, folded.text):
                last = folded.places[match.end() - 1]
                found.append((folded.places[match.start()], last + 1))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def mark(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    pieces, at = [], 0
    for start, end in spans:
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:end], found=True))
        at = end
    return [*pieces, Piece(text[at:])] if at < len(text) else pieces


def _words_in(text: str, words: tuple[Word, ...]) -> list[Word]:
    folded = fold(text).text
    return [
        word
        for word in words
        if any(re.search(phrase.pattern, folded) for phrase in word.phrases)
    ]


def _best_sentence(article: Article, words: tuple[Word, ...]) -> list[Piece]:
    """From the line that holds most of the words; without any the first sentence."""
    headline = article.masked(article.headline)
    captions = [picture.caption for picture in article.pictures.all()]
    lines = [line.removeprefix("■") for line in text_lines(article, captions)]
    lines = [line for line in lines if line != headline]
    if not lines:
        return []
    best = max(lines, key=lambda line: len(_words_in(line, words)))
    spans = spans_of(best, words)
    if not spans:
        best = article.masked(article.standfirst or article.lead) or best
        return mark(*_cut(best, [], (0, 0)))
    return mark(*_cut(best, spans, spans[0]))


def _cut(
    line: str, spans: list[tuple[int, int]], first: tuple[int, int]
) -> tuple[str, list[tuple[int, int]]]:
    """The sentence around the first span, shortened, and its spans."""
    ends = [match.end() for match in SENTENCE_END.finditer(line)]
    start = max((end for end in ends if end <= first[0]), default=0)
    end = min((end for end in ends if end >= max(first[1], 1)), default=len(line))
    opening = closing = ""
    if first[0] - start > LONGEST - BEFORE:
        start, opening = first[0] - BEFORE, GAP
    if end - start > LONGEST:
        end, closing = max(start + LONGEST, first[1]), GAP
    shift = len(opening) - start
    inside = [
        (max(a, start) + shift, min(b, end) + shift)
        for a, b in spans
        if a < end and b > start
    ]
    return f"{opening}{line[start:end]}{closing}", inside
