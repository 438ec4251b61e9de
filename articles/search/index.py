"""The search entries of articles: made when published, gone when withdrawn."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import transaction

from articles.models import (
    Article,
    Correction,
    Mention,
    OrganizationMention,
    Picture,
    SearchEntry,
    TopicLink,
)
from articles.models.undated import UNDATED

from .folding import fold, terms

#: PostgreSQL knows no place in a text beyond this one; no page prints half as much.
MAX_TERMS = 16_000
BATCH = 500
UNDATED_YEAR = "undated"


def index_articles(ids: Iterable[int]) -> None:
    """Write the entries of these articles anew, of the published ones alone."""
    ids = list(ids)
    with transaction.atomic():
        for first in range(0, len(ids), BATCH):
            _index_batch(ids[first : first + BATCH])


def index_everything() -> int:
    """Write all entries anew, as after a change of how terms are cut."""
    ids = list(Article.objects.published().values_list("pk", flat=True))
    with transaction.atomic():
        SearchEntry.objects.exclude(article__in=ids).delete()
        index_articles(ids)
    return len(ids)


def year_mark(year: int | str) -> str:
    return f"year{year}"


def topic_mark(pk: int) -> str:
    return f"topic{pk}"


def person_mark(pk: int) -> str:
    return f"person{pk}"


def body_mark(pk: int) -> str:
    return f"body{pk}"


def text_lines(article: Article, beside: Iterable[str]) -> Iterator[str]:
    """Everything of an article that visitors read, hidden names masked."""
    return map(article.masked, printed_lines(article, beside))


def printed_lines(article: Article, beside: Iterable[str]) -> Iterator[str]:
    """Everything of an article as it was printed; `beside` are its captions."""
    printed = [
        article.kicker,
        article.headline,
        article.subheadline,
        article.standfirst,
        *article.paragraphs,
        *beside,
        article.byline,
        article.sign_off,
        article.column,
        article.source,
    ]
    return filter(None, printed)


def _index_batch(ids: list[int]) -> None:
    SearchEntry.objects.filter(article__in=ids).delete()
    articles = list(Article.objects.published().filter(pk__in=ids).defer("as_read"))
    beside, marks = _lines_beside(ids), _marks(ids)
    SearchEntry.objects.bulk_create(
        SearchEntry(
            article=article,
            sort_date=article.sort_date,
            terms=_terms(text_lines(article, beside[article.pk])),
            marks=" ".join([year_of(article), *sorted(marks[article.pk])]),
        )
        for article in articles
    )


def year_of(article: Article) -> str:
    day = article.sort_date
    return year_mark(UNDATED_YEAR if day == UNDATED else day.year)


def _terms(lines: Iterable[str]) -> str:
    found = [term for line in lines for term in terms(fold(line).text)]
    return " ".join(found[:MAX_TERMS])


def _lines_beside(ids: list[int]) -> dict[int, list[str]]:
    """Captions, and what an approved correction puts in the place of a misprint."""
    captions = Picture.objects.filter(article__in=ids).order_by("order", "pk")
    corrections = Correction.objects.approved().filter(article__in=ids).order_by("pk")
    lines = defaultdict(list)
    for rows, name in ((captions, "caption"), (corrections, "corrected_words")):
        for article, line in rows.values_list("article", name):
            lines[article].append(line)
    return lines


def _marks(ids: list[int]) -> dict[int, set[str]]:
    """What articles may be found by; whether it is public is asked when searching."""
    marks = defaultdict(set)
    topics = TopicLink.objects.accepted().filter(content_object__in=ids)
    for article, topic in topics.values_list("content_object", "tag"):
        marks[article].add(topic_mark(topic))
    people = Mention.objects.filter(article__in=ids, leader=False)
    people = people.exclude(person=None).exclude(verdict="rejected")
    for article, person in people.values_list("article", "person"):
        marks[article].add(person_mark(person))
    bodies = OrganizationMention.objects.filter(article__in=ids)
    bodies = bodies.exclude(organization=None).exclude(verdict="rejected")
    for article, body in bodies.values_list("article", "organization"):
        marks[article].add(body_mark(body))
    return marks
