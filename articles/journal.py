"""操作记录: one way to write down who did what."""

from articles.models import JournalEntry


def journal(user, action: str, target: str = "", **detail) -> JournalEntry:
    """Add an entry; `detail` holds plain values that both databases can store."""
    user = user if getattr(user, "pk", None) else None
    return JournalEntry.objects.create(
        by=user, action=action, target=target, detail=detail
    )
