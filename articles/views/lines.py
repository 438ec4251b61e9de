"""The text of an article as lines of pieces: plain words, quiet links, corrections.

街道党工委书记王燕华说 -> [街道党工委](…/3/) 书记 [王燕华](…/7/) 说
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.models import Article, Correction, Mention, OrganizationMention

SECTION_SIGN = "■"


@dataclass(frozen=True)
class Piece:
    """A stretch of text: a link with `url`, the corrected words with `correction`."""

    text: str
    url: str = ""
    is_person: bool = False
    correction: Correction | None = None


@dataclass(frozen=True)
class Line:
    pieces: list[Piece]
    is_heading: bool = False


@dataclass(frozen=True)
class Mark:
    """What stands at `start` to `end` of one line."""

    start: int
    end: int
    piece: Piece


def set_body(article: Article, names: list, corrections: list) -> list[Line]:
    """The body with each of `names` linked once and every correction in its place.

    `names` are mentions of people and bodies, loaded with whom they mean. Text with
    hidden names is searched anew, since its spans have moved.
    """
    printed = [line.removeprefix(SECTION_SIGN) for line in article.paragraphs]
    texts = [article.masked(line) for line in printed]
    marks = _corrected(texts, corrections, article)
    for mention in names:
        url, is_person = _target(mention)
        if url:
            found = _first_place(mention, article, texts, printed, marks)
            if found:
                line, start, end = found
                piece = Piece(texts[line][start:end], url, is_person)
                marks[line].append(Mark(start, end, piece))
    return [
        Line(list(_cut(text, marks[at])), raw.startswith(SECTION_SIGN))
        for at, (text, raw) in enumerate(zip(texts, article.paragraphs, strict=True))
    ]


def set_line(article: Article, text: str, corrections: list) -> list[Piece]:
    """A headline, a kicker or a caption, with corrections but without links."""
    texts = [article.masked(text)]
    return list(_cut(texts[0], _corrected(texts, corrections, article)[0]))


def _corrected(texts, corrections, article) -> dict[int, list[Mark]]:
    marks: dict[int, list[Mark]] = {line: [] for line in range(len(texts))}
    for correction in corrections:
        words = article.masked(correction.printed_words)
        right = article.masked(correction.corrected_words)
        for line, text in enumerate(texts):
            for start in _occurrences(text, words):
                mark = Mark(
                    start, start + len(words), Piece(right, "", False, correction)
                )
                if not _overlaps(mark.start, mark.end, marks[line]):
                    marks[line].append(mark)
    return marks


def _target(mention: Mention | OrganizationMention) -> tuple[str, bool]:
    row = mention.person if isinstance(mention, Mention) else mention.organization
    is_public = row is not None and row.shown
    return (row.get_absolute_url() if is_public else ""), isinstance(mention, Mention)


def _first_place(
    mention, article, texts, printed, marks
) -> tuple[int, int, int] | None:
    """The first free span of the mention in the body, else its first occurrence."""
    name = mention.name_as_printed
    for line, start, end in _spans(mention):
        if line < len(texts) and texts[line] == printed[line]:
            is_name = texts[line][start:end].replace(" ", "") == name.replace(" ", "")
            if is_name and not _overlaps(start, end, marks[line]):
                return line, start, end
    for line, text in enumerate(texts):
        for start in _occurrences(text, article.masked(name)):
            if not _overlaps(start, start + len(name), marks[line]):
                return line, start, start + len(name)
    return None


def _spans(mention) -> Iterator[tuple[int, int, int]]:
    for span in mention.spans:
        if span["field"] == "body":
            yield span["line"], span["start"], span["end"]


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + len(words))


def _overlaps(start: int, end: int, marks: Iterable[Mark]) -> bool:
    return any(start < mark.end and mark.start < end for mark in marks)


def _cut(text: str, marks: list[Mark]) -> Iterator[Piece]:
    at = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        if mark.start > at:
            yield Piece(text[at : mark.start])
        yield mark.piece
        at = mark.end
    if at < len(text):
        yield Piece(text[at:])
