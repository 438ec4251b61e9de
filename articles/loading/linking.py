"""What articles name, as rows beside them: people, posts, bodies, events, units.

The key of every row is what is printed; who or what that is was resolved by
`people.resolution`. Rows that an editor made or judged are never touched.
"""

from collections.abc import Sequence

from django.db import transaction

from articles.models import Article
from articles.publishing import refresh, touched_by
from articles.questions import find_questions
from people.extraction.structure import Found

from .bodies_named import link_bodies, resolve_named_bodies
from .events_named import link_events
from .known import context_of, home_areas
from .people_named import link_people
from .report import LoadReport
from .topics import link_topics

Named = Sequence[tuple[Article, Found]]


def link_article(article: Article, found: Found) -> None:
    """Link one article; where there are several, `link_articles` is quicker."""
    link_articles([(article, found)])


@transaction.atomic
def link_articles(
    named: Named, report: LoadReport | None = None, street: str = ""
) -> None:
    """Link articles of one issue with what was found in them.

    `street` is what their pages are about where that is not the paper's own.
    """
    report = report or LoadReport()
    if not named:
        return
    bodies = resolve_named_bodies(named, home_areas(named[0][0], street), report)
    link_bodies(named, bodies)
    mentions = link_people(named, bodies, report)
    link_events(named, bodies, mentions, report)
    link_topics(article for article, _ in named)
    find_questions(article.pk for article, _ in named)


@transaction.atomic
def relink(article: Article) -> Found:
    """Read an article's present text for people, bodies and events, and link them.

    What it proves about its own date is noted where nobody noted anything yet.
    """
    touched = touched_by([article])
    found = context_of(article).find(article)
    _note_date(article, found)
    link_article(article, found)
    refresh([article], touched=touched)
    return found


def _note_date(article: Article, found: Found) -> None:
    happened = found.happened
    if happened is None or article.happened_words or article.happened_earliest:
        return
    article.happened_earliest = happened.earliest
    article.happened_latest = happened.latest
    article.happened_words = happened.text
    article.save(
        update_fields=["happened_earliest", "happened_latest", "happened_words"]
    )
