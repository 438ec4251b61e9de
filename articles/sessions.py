"""How often a body met, as far as print proves it, and who took part.

A session is proven by its count or year (第3次, 2019年) or by its date; a meeting that
print only mentions stays apart. Printed totals (43家) are quoted, never counted up.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.models import Appearance, Article, EventReport
from people.models import Event, Organization

_TOTAL = re.compile(
    r"[^。；！？\n]*?\d+\s*(?:余|多)?\s*(?:家|个)[^。；！？\n]*[。；！？]?"
)


@dataclass
class Session:
    """One meeting with everything that is printed about it."""

    event: Event
    reports: list[EventReport] = field(default_factory=list)
    appearances: list[Appearance] = field(default_factory=list)

    @property
    def attendance(self) -> list[tuple[str, Article]]:
        """Attendance without names, as printed, each with its article."""
        return [(r.attendance, r.article) for r in self.reports if r.attendance]


@dataclass
class PrintedTotal:
    """A sentence that gives a number of units, to be quoted with its article."""

    sentence: str
    article: Article


@dataclass
class Sessions:
    """Proven meetings, the newest first; mentions of others; printed totals."""

    organization: Organization
    proven: list[Session] = field(default_factory=list)
    mentions: list[Session] = field(default_factory=list)
    totals: list[PrintedTotal] = field(default_factory=list)


def sessions_of(organization: Organization, everything: bool = False) -> Sessions:
    """The meetings of a body; `everything` also from drafts, for staff."""
    found: dict[int, Session] = {}
    for report in _reports(organization, everything):
        session = found.setdefault(report.event_id, Session(report.event))
        session.reports.append(report)
    for appearance in _appearances(found.values(), everything):
        found[appearance.report.event_id].appearances.append(appearance)
    sessions = Sessions(organization)
    for session in sorted(found.values(), key=_newest_first, reverse=True):
        proven = is_proven(session.event)
        (sessions.proven if proven else sessions.mentions).append(session)
    sessions.totals = printed_totals(organization, everything)
    return sessions


def is_proven(event: Event) -> bool:
    """Print gives the meeting a count, a year or a date."""
    return bool(event.session_label or event.date_earliest or event.date_latest)


def printed_totals(
    organization: Organization, everything: bool = False
) -> list[PrintedTotal]:
    """Sentences that print a number of units together with the body's name."""
    articles = Article.objects.naming(organization).select_related("issue")
    articles = articles if everything else articles.published()
    names = {
        organization.name,
        *organization.other_names.values_list("name", flat=True),
    }
    mentions = organization.mentions.exclude(verdict="rejected")
    names |= set(mentions.values_list("name_as_printed", flat=True))
    return [
        PrintedTotal(sentence, article)
        for article in articles.distinct()
        for line in article.paragraphs
        for sentence in _TOTAL.findall(line)
        if any(name in sentence for name in names)
    ]


def _reports(organization: Organization, everything: bool):
    reports = EventReport.objects.filter(event__session_of=organization)
    reports = reports.exclude(verdict="rejected") if everything else reports.shown()
    reports = reports.select_related("event", "article__issue")
    return reports.order_by("article_id", "pk")


def _appearances(sessions: Iterable[Session], everything: bool):
    """Who took part, with role, sentence and printed order."""
    reports = [report.pk for session in sessions for report in session.reports]
    rows = Appearance.objects.filter(report__in=reports)
    rows = rows.exclude(verdict="rejected") if everything else rows.shown()
    rows = rows.select_related("mention__person", "unit", "report__article")
    return rows.order_by("report_id", "order", "pk")


def _newest_first(session: Session) -> tuple:
    event = session.event
    dates = (event.date_latest, event.date_earliest)
    day = next((day.isoformat() for day in dates if day), event.session_label)
    return (day, event.pk)
