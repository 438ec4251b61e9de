"""What articles name, as rows beside them: people, posts, bodies, events, units.

The key of every row is what is printed; who or what that is was resolved by
`people.resolution`. Rows that an editor made or judged are never touched.
"""

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction

from articles.models import Article
from articles.publishing import refresh, touched_by
from articles.questions import find_questions
from people.extraction.structure import Found

from .bodies_named import link_bodies, resolve_named_bodies
from .events_named import link_events
from .kept import Kept
from .known import context_of, home_areas
from .people_named import link_people
from .report import LoadReport
from .topics import link_topics

#: Longer than any body's full name or printed post.
LONGEST_NAME = 200

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
    named = [(article, without_overlong(found)) for article, found in named]
    if not named:
        return
    bodies = resolve_named_bodies(named, home_areas(named[0][0], street), report)
    kept = Kept(_new_of(named, report))
    kept.restore_people()
    link_bodies(named, bodies)
    mentions = link_people(named, bodies, report)
    link_events(named, bodies, mentions, report)
    link_topics(article for article, _ in named)
    kept.restore_verdicts()
    find_questions(article.pk for article, _ in named)


def _new_of(named: Named, report: LoadReport) -> list[Article]:
    """The articles that this run made."""
    made = set(report.made.get(Article._meta.model_name, ()))
    return [article for article, _ in named if article.pk in made]


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


def without_overlong(found: Found) -> Found:
    """What was found without names that no name is as long as: damaged text yields
    them, and an index of PostgreSQL takes none of more than some 2,000 bytes."""

    def fits(*texts: str) -> bool:
        return all(len(text) <= LONGEST_NAME for text in texts)

    people = (
        replace(person, posts=tuple(p for p in person.posts if fits(p.text, p.body)))
        for person in found.people
        if fits(person.name)
    )
    return replace(
        found,
        people=tuple(people),
        organizations=tuple(
            body for body in found.organizations if fits(body.name, body.printed)
        ),
        events=tuple(event for event in found.events if fits(event.name)),
        memberships=tuple(
            unit for unit in found.memberships if fits(unit.unit, unit.body, unit.label)
        ),
    )


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
