"""How often a body met, as far as print proves it, and who took part.

A session is proven by its count or year (第3次, 2019年) or by its date; a meeting that
print only mentions (召开联席会议) stays apart, with its sentence. Printed totals (43家)
are quoted, never counted up.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from articles.models import Appearance, Article, EventReport
from people.models import Event, Organization

_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
_TOTAL = re.compile(r"\d+\s*[余多]?\s*(?:家|个单位)")
_OF_UNITS = re.compile(r"单位|成员")
#: 举办座谈会、召开联席会议: the verb within a few words of the name.
_HELD = "召开|举行|举办"
_NEAR = 12


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
class Sentence:
    """A printed sentence, to be quoted with its article."""

    sentence: str
    article: Article


@dataclass
class Sessions:
    """Proven meetings, the newest first; what else print says of meetings.

    `mentions` are events without count and date, `passing` sentences of articles
    that report no meeting, `totals` sentences with a number of units.
    """

    organization: Organization
    proven: list[Session] = field(default_factory=list)
    mentions: list[Session] = field(default_factory=list)
    passing: list[Sentence] = field(default_factory=list)
    totals: list[Sentence] = field(default_factory=list)


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
    reporting = {r.article_id for each in found.values() for r in each.reports}
    texts = list(_articles_naming(organization, everything, reporting))
    names = names_in_print(organization)
    for article in texts:
        sentences = _sentences(article)
        if article.pk in reporting:
            totals = [each for each in sentences if _is_total(each)]
            sessions.totals += [Sentence(each, article) for each in totals]
        else:
            held = [each for each in sentences if _says_held(each, names)]
            sessions.passing += [Sentence(each, article) for each in held]
    return sessions


def is_proven(event: Event) -> bool:
    """Print gives the meeting a count, a year or a date."""
    return bool(event.session_label or event.date_earliest or event.date_latest)


def names_in_print(organization: Organization) -> set[str]:
    """The body's name, its other names, and its name as its own paper shortens it:
    without the street, and a 工作联席会议 without 工作."""
    names = {organization.name}
    names |= set(organization.other_names.values_list("name", flat=True))
    area = organization.area
    if area is not None:
        names |= {name.removeprefix(area.name) for name in names}
    names |= {name.replace("工作联席会议", "联席会议") for name in names}
    return {name for name in names if len(name) > 4}


def _articles_naming(organization, everything: bool, reporting: set[int]):
    """Articles with one of the names in their text, of papers of the body's area."""
    named = Q(pk__in=reporting)
    for name in names_in_print(organization):
        here = Q(body__contains=name)
        if organization.area_id and organization.area.name not in name:
            here &= Q(issue__edition__home=organization.area_id)
        named |= here
    articles = Article.objects.exclude(status=Article.Status.WITHDRAWN)
    articles = articles if everything else articles.published()
    return articles.filter(named).select_related("issue").order_by("sort_date", "pk")


def _sentences(article: Article) -> list[str]:
    return [each for line in article.paragraphs for each in _SENTENCE.findall(line)]


def _is_total(sentence: str) -> bool:
    return bool(_TOTAL.search(sentence) and _OF_UNITS.search(sentence))


def _says_held(sentence: str, names: Iterable[str]) -> bool:
    """The sentence says that the body met, not only who belongs to it."""
    for name in names:
        word = re.escape(name) + "(?!成员|单位)"
        near = f".{{0,{_NEAR}}}"
        if re.search(f"(?:{_HELD}){near}{word}|{word}{near}(?:{_HELD})", sentence):
            return True
    return False


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
