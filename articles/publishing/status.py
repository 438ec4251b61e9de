"""The status of articles, and the journal of who changed it."""

from collections.abc import Iterable

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.models import Article, JournalEntry

Status = Article.Status
#: From which statuses a status may be reached, and what that is called.
STEPS = {
    Status.PUBLISHED: ({Status.DRAFT, Status.WITHDRAWN}, "发布"),
    Status.WITHDRAWN: ({Status.PUBLISHED}, "撤下"),
    Status.DRAFT: ({Status.WITHDRAWN}, "恢复为草稿"),
}


def set_status(
    articles: Iterable[Article], status: Status, user=None, reason: str = ""
) -> list[Article]:
    """Give articles a status they may take; return those that changed.

    Derives nothing: whoever calls it refreshes.
    """
    before, action = STEPS[status]
    ids = [article.pk for article in articles]
    rows = Article.objects.filter(pk__in=ids, status__in=before).select_for_update()
    changing = list(rows.only("pk", "headline", "body"))
    values = {"status": status, "modified_at": timezone.now()}
    if status == Status.PUBLISHED:
        values["published_at"] = Coalesce("published_at", timezone.now())
    changed = Article.objects.filter(pk__in=[row.pk for row in changing])
    changed.update(**values, version=F("version") + 1)
    JournalEntry.objects.bulk_create(
        JournalEntry(
            by=user,
            action=action,
            target=str(row),
            detail={"article": row.pk} | ({"reason": reason} if reason else {}),
        )
        for row in changing
    )
    return changing
