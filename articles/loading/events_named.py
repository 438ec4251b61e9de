"""Events that articles report: records, EventReport, Appearance, questions."""

from collections import defaultdict
from collections.abc import Sequence

from articles.models import Appearance, Article, EventReport, Mention, Question
from people.extraction.structure import Found, FoundEvent, Participation
from people.models import Event
from people.resolution import EventDecision, NamedEvent, resolve_events

from .bodies_named import Bodies
from .people_named import Key
from .report import LoadReport
from .standing import Standing, is_judged

Named = Sequence[tuple[Article, Found]]
REPORT_FIELDS = ("event", "date_words", "month_day", "attendance", "rule", "order")


def link_events(
    named: Named, bodies: Bodies, mentions: dict[Key, Mention], report: LoadReport
) -> None:
    """Write the reports of events and who took part."""
    articles = [article for article, _ in named]
    rows = EventReport.objects.filter(article__in=articles)
    reports = Standing(rows, report_key, ("report", Appearance.objects.all()))
    decisions = _resolve(named, bodies, reports.before, report)
    written: list[tuple[EventReport, FoundEvent]] = []
    for article, found in named:
        for order, event in enumerate(found.events, 1):
            key = (article.pk, event.name)
            row = _report_row(article, event, order, decisions.get(key))
            standing = reports.before.get(key)
            if standing is not None and key not in decisions:
                row.event, row.rule = standing.event, standing.rule
            written.append((reports.put(row, REPORT_FIELDS), event))
    reports.save()
    _write_appearances(written, bodies, mentions)
    _ask_about_events(named, decisions)


def report_key(row: EventReport) -> tuple[int, str]:
    return row.article_id, row.name_as_printed


def _resolve(
    named: Named,
    bodies: Bodies,
    standing: dict[tuple[int, str], EventReport],
    report: LoadReport,
) -> dict[tuple[int, str], EventDecision]:
    wanted = [
        _named_event(article, event, bodies)
        for article, found in named
        for event in found.events
        if not _is_settled(standing.get((article.pk, event.name)))
    ]
    names = {Event.normalise(event.name) for event in wanted}
    issues = defaultdict(set)
    known = EventReport.objects.filter(event__normal_name__in=names)
    for event, issue in known.values_list("event", "article__issue"):
        issues[event].add(issue)
    decisions, made = resolve_events(wanted, issues)
    report.note_made(*made)
    return decisions


def _is_settled(row: EventReport | None) -> bool:
    return row is not None and bool(row.event_id or is_judged(row))


def _named_event(article: Article, event: FoundEvent, bodies: Bodies) -> NamedEvent:
    hosts = {bodies[name].body.pk for name in event.organizers if name in bodies}
    session = bodies.get(event.session_of)
    date = event.date
    return NamedEvent(
        key=(article.pk, event.name),
        name=event.name,
        issue=article.issue_id,
        kind=event.kind,
        earliest=date.earliest if date else None,
        latest=date.latest if date else None,
        date_words=date.text if date else "",
        starts=event.starts,
        ends=event.ends,
        place=event.place,
        organizers=frozenset(hosts),
        session_of=session.body.pk if session else None,
        session_label=event.session_label,
    )


def _report_row(
    article: Article, event: FoundEvent, order: int, decision: EventDecision | None
) -> EventReport:
    return EventReport(
        article=article,
        event=decision.event if decision else None,
        name_as_printed=event.name,
        date_words=event.date.text if event.date else "",
        month_day=event.month_day,
        attendance=event.attendance,
        rule=decision.rule if decision else "",
        order=order,
    )


def _write_appearances(
    written: list[tuple[EventReport, FoundEvent]],
    bodies: Bodies,
    mentions: dict[Key, Mention],
) -> None:
    rows = Appearance.objects.filter(report__in=[report for report, _ in written])
    appearances = Standing(rows, _appearance_key)
    for report, event in written:
        for part in event.participants:
            row = _appearance_row(report, part, bodies, mentions)
            if row is not None:
                appearances.put(row, ("order", "quote", "unit"))
    appearances.save()


def _appearance_key(row: Appearance) -> tuple:
    return row.report_id, row.mention_id, row.unit_as_named, row.role


def _appearance_row(
    report: EventReport,
    part: Participation,
    bodies: Bodies,
    mentions: dict[Key, Mention],
) -> Appearance | None:
    mention = mentions.get((report.article_id, *part.person)) if part.person else None
    decision = bodies.get(part.unit)
    if mention is None and not part.unit:
        return None
    return Appearance(
        report=report,
        mention=mention,
        unit=decision.body if decision else None,
        unit_as_named=part.unit,
        role=part.role,
        order=part.order,
        quote=part.quote,
    )


def _ask_about_events(
    named: Named, decisions: dict[tuple[int, str], EventDecision]
) -> None:
    """A question for every new event that may be one already known."""
    articles = {article.pk: article for article, _ in named}
    asked: dict[str, Question] = {}
    for (article, name), decision in decisions.items():
        for other in decision.asks:
            first, second = sorted((decision.event.pk, other.pk))
            key = f"same_event:{first}:{second}"
            asked[key] = Question(
                key=key,
                kind=Question.Kind.SAME_EVENT,
                summary=f"“{name}”与已有的同名活动是不是同一项？",
                second_article=articles[article],
                about={"events": [first, second]},
            )
    if asked:
        for key in Question.objects.filter(key__in=asked).values_list("key", flat=True):
            del asked[key]
        Question.objects.bulk_create(asked.values())
