"""Two records of one event made one."""

from articles.models import EventReport
from people.models import Event

from .journal import journal


def merge_events(first_id: int, second_id: int, user) -> Event:
    """Let every report and part of the second event lead to the first.

    Bounds that only the second knows go to the first. The second stays, empty and
    so not shown, for what may still point to it.
    """
    first = Event.objects.get(pk=first_id)
    second = Event.objects.get(pk=second_id)
    reports = sorted(second.reports.values_list("pk", flat=True))
    EventReport.objects.filter(pk__in=reports).update(event=first, by_editor=True)
    second.parts.exclude(pk=first.pk).update(part_of=first)
    if first.date_earliest is None and first.date_latest is None:
        for name in ("date_earliest", "date_latest", "date_words", "starts", "ends"):
            setattr(first, name, getattr(second, name))
    for name in ("place", "session_label"):
        setattr(first, name, getattr(first, name) or getattr(second, name))
    first.session_of = first.session_of or second.session_of
    first.save()
    first.organizers.add(*second.organizers.all())
    journal(user, "合并活动", str(first), into=first.pk, of=second.pk, reports=reports)
    return first
