"""Reported events to records: same name, overlapping days, a shared organizer."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, time

from people.models import Event

#: An event that comes again and again is not asked about without end.
MOST_ASKED = 2


@dataclass(frozen=True)
class NamedEvent:
    """An event as one article reports it; `organizers` and `session_of` are ids.

    `issue` tells which reports stand in one issue of the paper.
    """

    key: Hashable
    name: str
    issue: Hashable
    kind: str = ""
    earliest: date | None = None
    latest: date | None = None
    date_words: str = ""
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    organizers: frozenset[int] = frozenset()
    session_of: int | None = None
    session_label: str = ""


@dataclass(frozen=True)
class EventDecision:
    """Which event, the rule in Chinese, and others of that name to ask about."""

    event: Event
    rule: str
    is_new: bool = False
    asks: tuple[Event, ...] = ()


def resolve_event(named: NamedEvent) -> EventDecision:
    """One event; where there are several, `resolve_events` asks the database once."""
    return resolve_events([named], {})[0][named.key]


def resolve_events(
    wanted: Iterable[NamedEvent], issues_of: dict[int, set[Hashable]]
) -> tuple[dict[Hashable, EventDecision], list[Event]]:
    """A decision for every key, and the events made.

    `issues_of` says in which issues a known event was reported: two undated reports
    of one name are one event only within an issue.
    """
    wanted = [named for named in wanted if named.name]
    candidates = _known_events(wanted, issues_of)
    decisions: dict[Hashable, EventDecision] = {}
    fresh: list[_Candidate] = []
    for named in wanted:
        others = candidates[Event.normalise(named.name)]
        chosen = next((row for row in others if _is_same(named, row)), None)
        asks: tuple[Event, ...] = ()
        if chosen is None:
            alike = [row.event for row in others if _may_be_same(named, row)]
            asks = tuple(alike[-MOST_ASKED:])
            rule = "同名活动，时间或主办不合，另立，待核" if asks else "首次见报，新建"
            chosen = _Candidate(_new_event(named), set(), set())
            others.append(chosen)
            fresh.append(chosen)
            decisions[named.key] = EventDecision(chosen.event, rule, True, asks)
        else:
            rule = "名称相同，时间不冲突，同一主办单位或同一期"
            decisions[named.key] = EventDecision(chosen.event, rule)
        chosen.organizers |= _hosts(named)
        chosen.issues.add(named.issue)
    _save_new(fresh)
    return decisions, [row.event for row in fresh]


@dataclass(eq=False)
class _Candidate:
    event: Event
    organizers: set[int]
    issues: set[Hashable]


def _known_events(wanted, issues_of) -> dict[str, list[_Candidate]]:
    names = {Event.normalise(named.name) for named in wanted}
    rows = Event.objects.filter(normal_name__in=names).prefetch_related("organizers")
    candidates: dict[str, list[_Candidate]] = defaultdict(list)
    for event in rows.order_by("pk"):
        hosts = {body.pk for body in event.organizers.all()}
        if event.session_of_id:
            hosts.add(event.session_of_id)
        issues = set(issues_of.get(event.pk, ()))
        candidates[event.normal_name].append(_Candidate(event, hosts, issues))
    return candidates


def _hosts(named: NamedEvent) -> set[int]:
    return set(named.organizers) | ({named.session_of} - {None})


def _is_same(named: NamedEvent, row: _Candidate) -> bool:
    hosts = _hosts(named)
    shared = bool(hosts & row.organizers)
    in_one_issue = named.issue in row.issues
    overlap = _overlap(named, row.event)
    if overlap is None:
        return in_one_issue and (shared or not hosts or not row.organizers)
    return overlap and (shared or (in_one_issue and not (hosts and row.organizers)))


def _may_be_same(named: NamedEvent, row: _Candidate) -> bool:
    """The days fit or the organizer does, so a person should look."""
    overlap = _overlap(named, row.event)
    if overlap is None:
        return bool(_hosts(named) & row.organizers)
    return overlap


def _overlap(named: NamedEvent, event: Event) -> bool | None:
    """Whether the days overlap; None where one of them prints no day."""
    bounds = (named.earliest, named.latest, event.date_earliest, event.date_latest)
    if None in bounds:
        return None
    return named.earliest <= event.date_latest and event.date_earliest <= named.latest


def _new_event(named: NamedEvent) -> Event:
    return Event(
        name=named.name,
        normal_name=Event.normalise(named.name),
        kind=named.kind,
        date_earliest=named.earliest,
        date_latest=named.latest,
        date_words=named.date_words,
        starts=named.starts,
        ends=named.ends,
        place=named.place,
        session_of_id=named.session_of,
        session_label=named.session_label,
    )


def _save_new(fresh: list[_Candidate]) -> None:
    Event.objects.bulk_create([row.event for row in fresh])
    through = Event.organizers.through
    links = [
        through(event_id=row.event.pk, organization_id=pk)
        for row in fresh
        for pk in sorted(row.organizers - {row.event.session_of_id})
    ]
    through.objects.bulk_create(links)
