"""What visitors may see: publishing, withdrawing, and everything derived from it.

`refresh` is the one place that writes sort dates, hidden names, `shown` flags and
search entries; it runs in the transaction that changes what is public.
"""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.evidence import derive_memberships, derive_unit_memberships
from articles.models import Article, JournalEntry, Mention
from articles.search import index_articles
from people.models import Person

from .derived import derive_hidden_names, derive_sort_dates
from .shown import Touched, derive_shown, touched_by
from .vouching import accept_unquestioned

__all__ = ["publish", "publish_vouched", "refresh", "restore", "touched_by", "withdraw"]

Articles = Iterable[Article]
Status = Article.Status


@transaction.atomic
def publish(articles: Articles, user=None) -> int:
    """Publish drafts and withdrawn articles; return how many were not yet public."""
    now = timezone.now()
    values = {"status": Status.PUBLISHED, "published_at": Coalesce("published_at", now)}
    return _set_status(articles, {Status.DRAFT, Status.WITHDRAWN}, values, user, "发布")


@transaction.atomic
def withdraw(articles: Articles, user=None, reason: str = "") -> int:
    """Take published articles off every public page; nothing is deleted."""
    values = {"status": Status.WITHDRAWN}
    return _set_status(articles, {Status.PUBLISHED}, values, user, "撤下", reason)


@transaction.atomic
def restore(articles: Articles, user=None) -> int:
    """Make withdrawn articles drafts again, to be published anew by somebody."""
    values = {"status": Status.DRAFT}
    return _set_status(articles, {Status.WITHDRAWN}, values, user, "恢复为草稿")


@transaction.atomic
def publish_vouched(
    articles: Articles,
    user=None,
    say: Callable[[str], None] = print,
    run_by: str = "",
) -> None:
    """Publish, and accept the claims that no check questions.

    Whoever runs it (`user`, or `run_by` at a command line) vouches for them; that is
    journalled.
    """
    rows = list(articles)
    published = publish(rows, user)
    if published:
        say(f"发布稿件 {published} 篇。")
    accepted, questioned = accept_unquestioned(rows, user, run_by)
    if accepted:
        say(f"确认见报职务 {accepted} 条（由录入者担保）。")
    if questioned:
        say(f"有疑问未确认的见报职务 {questioned} 条，见待核事项。")
    refresh(rows)


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
        scope.people |= {person.pk for person in people or ()}
    derive_sort_dates(ids)
    derive_hidden_names(ids)
    derive_memberships(None if scope is None else sorted(scope.people))
    derive_unit_memberships(ids)
    derive_shown(scope)
    every = Article.objects.values_list("pk", flat=True)
    index_articles(every if ids is None else sorted(ids))


def _articles_of(people: Iterable[Person]) -> set[int]:
    mentions = Mention.objects.filter(person__in=[person.pk for person in people])
    return set(mentions.values_list("article", flat=True))


def _set_status(
    articles: Articles,
    before: set[str],
    values: dict,
    user,
    action: str,
    reason: str = "",
) -> int:
    ids = [article.pk for article in articles]
    rows = Article.objects.filter(pk__in=ids, status__in=before)
    changing = list(rows.select_for_update().only("pk", "headline", "body"))
    if not changing:
        return 0
    Article.objects.filter(pk__in=[row.pk for row in changing]).update(
        **values, version=F("version") + 1, modified_at=timezone.now()
    )
    JournalEntry.objects.bulk_create(
        JournalEntry(
            by=user,
            action=action,
            target=str(row),
            detail={"article": row.pk} | ({"reason": reason} if reason else {}),
        )
        for row in changing
    )
    refresh(changing)
    return len(changing)
