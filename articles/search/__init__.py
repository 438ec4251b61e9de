"""Search in what is published: the same articles on SQLite and on PostgreSQL.

find_offers   people, bodies, topics and places that the query names
search        the published articles that hold all words of it
with_words    the same among drafts and all, for staff
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from articles.models import Article, SearchEntry, Topic

from .folding import fold
from .hits import Hit, make_hit, relevance
from .index import index_articles, index_everything
from .matching import Matches
from .names import Folded, holds
from .narrowing import (
    Choices,
    Narrowing,
    choices_of_many,
    find_choices,
    is_public,
)
from .offers import Offers, find_offers, people_spelt, place_beside
from .query import LATIN, MAX_LENGTH, MAX_WORDS, Word, phrase_of, read_words
from .staff import with_words

__all__ = [
    "MAX_LENGTH",
    "MAX_WORDS",
    "Choices",
    "Folded",
    "Found",
    "Hit",
    "Narrowing",
    "Offers",
    "find_offers",
    "fold",
    "holds",
    "index_articles",
    "index_everything",
    "place_beside",
    "read_words",
    "search",
    "with_words",
]

#: Up to so many articles are looked at one by one; of more, only a page at a time.
FEW = 1000
#: Up to so many can be put in order of relevance.
FEW_TO_RANK = 100


@dataclass(frozen=True)
class Found:
    """Articles found, as ids in order; `ids` is a list, or a queryset of very many."""

    words: tuple[Word, ...]
    ids: list[int] | QuerySet
    choices: Choices
    can_be_ranked: bool = False

    @property
    def count(self) -> int:
        """How many there are; of very many, more than anybody counts."""
        return len(self.ids) if isinstance(self.ids, list) else FEW + 1

    def hits(self, ids: list[int]) -> list[Hit]:
        """Hits for the ids of one page, in their order. Two queries."""
        rows = Article.objects.published().filter(pk__in=ids).defer("as_read")
        rows = rows.select_related("issue__edition", "page")
        articles = {row.pk: row for row in rows.prefetch_related("pictures")}
        return [make_hit(articles[pk], self.words) for pk in ids if pk in articles]


def search(
    words: list[str],
    narrowing: Narrowing,
    topics: Iterable[Topic],
    ranked: bool = False,
) -> Found:
    """Articles that hold all folded words, the newest first, or `ranked` where few.

    `topics` are all public ones.
    """
    meant = meant_by(words)
    if not meant:
        return Found(meant, [], Choices())
    probe = SearchEntry.objects.filter(Matches(meant, narrowing.marks, FEW + 1))
    rows = list(probe.order_by().values_list("sort_date", "article_id", "marks"))
    if len(rows) > FEW:
        choices = choices_of_many(narrowing, topics)
    else:
        choices = find_choices((marks for _, _, marks in rows), topics)
    if not is_public(narrowing, choices):
        return Found(meant, [], Choices())
    if len(rows) > FEW:
        entries = SearchEntry.objects.filter(Matches(meant, narrowing.marks))
        entries = entries.order_by("-sort_date", "-article_id")
        return Found(meant, entries.values_list("article_id", flat=True), choices)
    ids = [pk for _, pk, _ in sorted(rows, reverse=True)]
    few = len(ids) <= FEW_TO_RANK
    return Found(meant, _rank(ids, meant) if few and ranked else ids, choices, few)


def meant_by(words: list[str]) -> tuple[Word, ...]:
    """The words, and for Latin letters the people whose names they spell."""
    joined = "".join(words)
    if LATIN.fullmatch(joined):
        names = [fold(person.name).text for person in people_spelt(joined)]
        if names:
            phrases = [phrase_of(text) for text in dict.fromkeys([joined, *names])]
            return (Word(tuple(phrases)),)
    return tuple(Word((phrase_of(word),)) for word in words)


def _rank(ids: list[int], words: tuple[Word, ...]) -> list[int]:
    """Found in the headline before found above the text before found in it."""
    rows = Article.objects.published().filter(pk__in=ids).defer("as_read")
    ranks = {row.pk: relevance(row, words) for row in rows}
    return sorted(ids, key=lambda pk: ranks.get(pk, (0, 0, 0)), reverse=True)
