"""Articles of any state that hold some words, as staff look for them.

What is published stands in the index. What is not there, or stands there with hidden
names masked, is read through: a draft or two beside the published thousands.
"""

import re

from django.db.models import Q, QuerySet

from articles.models import Article, SearchEntry

from .folding import fold
from .index import printed_lines
from .matching import Matches
from .query import Word, phrase_of

BATCH = 500


def with_words(articles: QuerySet[Article], words: list[str]) -> QuerySet[Article]:
    """Those of the articles that hold all of the folded words; none without words."""
    if not words:
        return articles.none()
    meant = [Word((phrase_of(word),)) for word in words]
    indexed = SearchEntry.objects.filter(Matches(meant, ())).order_by()
    others = articles.filter(Q(search_entry=None) | ~Q(hidden_names=[]))
    read = [article.pk for article in _each(others) if _prints(article, meant)]
    return articles.filter(Q(pk__in=indexed.values("article")) | Q(pk__in=read))


def _each(articles: QuerySet[Article]):
    rows = articles.order_by().defer("as_read").prefetch_related("pictures")
    return rows.iterator(chunk_size=BATCH)


def _prints(article: Article, words: list[Word]) -> bool:
    captions = [picture.caption for picture in article.pictures.all()]
    lines = [fold(line).text for line in printed_lines(article, captions)]
    patterns = (phrase.pattern for word in words for phrase in word.phrases)
    return all(any(re.search(pattern, line) for line in lines) for pattern in patterns)
