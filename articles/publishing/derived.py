"""Copies that follow their source: sort dates and hidden names."""

from collections.abc import Collection

from django.db.models import F, Max, Model, OuterRef, Subquery

from articles.masking import hidden_names_of
from articles.models import Article, Issue, Mention, OrganizationMention, TopicLink
from articles.models.undated import UNDATED


def derive_sort_dates(ids: Collection[int] | None) -> None:
    """An article sorts by its issue's day, else by what its own text proves.

    An undated issue sorts by the latest of its articles; nothing becomes today.
    """
    rows = _some(Article.objects.select_related("issue"), ids)
    rows = rows.only("sort_date", "happened_earliest", "happened_latest", "issue")
    moved = []
    issues = {}
    for article in rows:
        issues[article.issue_id] = article.issue
        day = article.issue.date_earliest or article.happened_earliest or UNDATED
        if article.sort_date != day:
            article.sort_date = day
            moved.append(article)
    Article.objects.bulk_update(moved, ["sort_date"])
    _sort_undated_issues(issues.values())
    _copy_days(Mention, "article", ids)
    _copy_days(OrganizationMention, "article", ids)
    _copy_days(TopicLink, "content_object", ids)


def derive_hidden_names(ids: Collection[int] | None) -> None:
    """The printed names that visitors read as 某某."""
    by_article = hidden_names_of(ids)
    changed = []
    for article in _some(Article.objects.only("hidden_names"), ids):
        wanted = by_article.get(article.pk, [])
        if article.hidden_names != wanted:
            article.hidden_names = wanted
            changed.append(article)
    Article.objects.bulk_update(changed, ["hidden_names"])


def _some(rows, ids: Collection[int] | None):
    return rows if ids is None else rows.filter(pk__in=ids)


def _sort_undated_issues(issues) -> None:
    undated = {issue.pk: issue for issue in issues if issue.date_earliest is None}
    rows = Issue.objects.filter(pk__in=undated)
    latest = rows.annotate(day=Max("articles__sort_date"))
    for pk, day in latest.values_list("pk", "day"):
        if undated[pk].sort_date != (day or UNDATED):
            Issue.objects.filter(pk=pk).update(sort_date=day or UNDATED)


def _copy_days(model: type[Model], key: str, ids: Collection[int] | None) -> None:
    """Give every link the sort date of its article."""
    rows = model.objects if ids is None else model.objects.filter(**{f"{key}__in": ids})
    day = Article.objects.filter(pk=OuterRef(key)).values("sort_date")
    rows.exclude(sort_date=F(f"{key}__sort_date")).update(sort_date=Subquery(day))
