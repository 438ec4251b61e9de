"""Copies that follow their source: sort dates and hidden names."""

from collections.abc import Collection

from django.db.models import Max

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
    days = {article.pk: article.sort_date for article in rows}
    _copy_days(Mention, "article_id", days)
    _copy_days(OrganizationMention, "article_id", days)
    _copy_days(TopicLink, "content_object_id", days)


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


def _copy_days(model, key: str, days: dict) -> None:
    rows = model.objects.filter(**{f"{key}__in": days}).only("sort_date", key)
    moved = []
    for row in rows:
        day = days[getattr(row, key)]
        if row.sort_date != day:
            row.sort_date = day
            moved.append(row)
    model.objects.bulk_update(moved, ["sort_date"])
