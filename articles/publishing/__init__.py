"""What visitors may see: publishing, withdrawing, and everything derived from it.

`refresh` is the one place that writes sort dates, hidden names, `shown` flags and
search entries; it runs in the transaction that changes what is public.
"""

from collections.abc import Iterable

from django.db import transaction

from articles.evidence import derive_memberships, derive_unit_memberships
from articles.models import Article, Mention
from articles.questions import find_questions, people_in_question
from articles.search import index_articles
from people.models import Person

from .derived import derive_hidden_names, derive_sort_dates
from .shown import Touched, derive_shown, joined_in, touched_by
from .status import Status, set_status
from .vouching import Voucher, accept_unquestioned

__all__ = [
    "Touched",
    "Voucher",
    "publish",
    "publish_vouched",
    "refresh",
    "restore",
    "touched_by",
    "withdraw",
]

Articles = Iterable[Article]


@transaction.atomic
def publish(articles: Articles, user=None) -> int:
    """Publish drafts and withdrawn articles; return how many were not yet public."""
    return _changed(set_status(articles, Status.PUBLISHED, user))


@transaction.atomic
def withdraw(articles: Articles, user=None, reason: str = "") -> int:
    """Take published articles off every public page; nothing is deleted."""
    return _changed(set_status(articles, Status.WITHDRAWN, user, reason))


@transaction.atomic
def restore(articles: Articles, user=None) -> int:
    """Make withdrawn articles drafts again, to be published anew by somebody."""
    return _changed(set_status(articles, Status.DRAFT, user))


@transaction.atomic
def publish_vouched(
    articles: Articles,
    voucher: Voucher,
    beside: Articles = (),
    touched: Touched | None = None,
) -> dict[str, int]:
    """Publish, and accept the claims that no check questions; return the counts.

    The voucher answers for them, which is journalled. `beside` are articles that
    changed too, `touched` what they led to before: all is derived again once.
    """
    rows = list(articles)
    published = set_status(rows, Status.PUBLISHED, voucher.user)
    accepted, questioned = accept_unquestioned(rows, voucher)
    refresh([*rows, *beside], touched=touched)
    return {
        "发布稿件": len(published),
        "确认见报职务": accepted,
        "有疑问未确认的见报职务": questioned,
    }


@transaction.atomic
def refresh(
    articles: Articles | None = None,
    people: Iterable[Person] | None = None,
    touched: Touched | None = None,
) -> None:
    """Derive again all that depends on these articles and people.

    `touched` is what they led to before a change (`touched_by`), so that what is no
    longer shown goes too. Without any argument everything is derived.
    """
    if articles is None and people is None and touched is None:
        ids, scope = None, None
    else:
        ids = {article.pk for article in articles or ()}
        ids |= _articles_of(people or ())
        scope = touched_by(Article.objects.filter(pk__in=ids)) | (touched or Touched())
        scope.people |= {person.pk for person in people or ()} | people_in_question(ids)
    derive_sort_dates(ids)
    derive_hidden_names(ids)
    derive_memberships(None if scope is None else sorted(scope.people))
    derive_unit_memberships(ids)
    if scope is not None:
        scope.bodies |= joined_in(ids)
    derive_shown(scope)
    every = Article.objects.values_list("pk", flat=True)
    index_articles(every if ids is None else sorted(ids))


def _articles_of(people: Iterable[Person]) -> set[int]:
    mentions = Mention.objects.filter(person__in=[person.pk for person in people])
    return set(mentions.values_list("article", flat=True))


def _changed(articles: list[Article]) -> int:
    """Ask anew about articles whose status changed, and derive what follows."""
    if articles:
        find_questions([article.pk for article in articles])
        refresh(articles)
    return len(articles)
