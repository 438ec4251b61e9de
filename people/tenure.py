"""From dated claims and rulings to tenures whose every bound can be explained.

    printed 2019-03-22: 书记甲     -> start not after that day, end not before it
    printed 2021-05-01: 原书记甲   -> end not after that day

Pure: the same claims and rulings give the same tenures in any order. A bound is
a day that some claim or ruling proves; where nothing proves one, it is None.
One person's tenure is never bounded by what is printed about another.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """How a claim relates its person to its post."""

    HOLDER = "holder"  # 书记
    ACTING = "acting"  # 代主任, 主持工作: does the work without the post
    FORMER = "former"  # 原书记
    NOMINEE = "nominee"  # 拟任: holds nothing yet


class RulingKind(StrEnum):
    """What a named person vouches for; the codes of `people.models.Ruling.Kind`."""

    START = "start"
    END = "end"
    NOT_HOLDER = "not_holder"


@dataclass(frozen=True, slots=True)
class Sighting:
    """A claim as tenure reads it: true on some day from `earliest` to `latest`.

    Either bound may be None (not known). `misprint` is an editor's verdict,
    `questioned` says that an open contradiction touches the claim.
    """

    key: int
    person: Hashable
    post: Hashable
    earliest: date | None = None
    latest: date | None = None
    standing: Standing = Standing.HOLDER
    misprint: bool = False
    questioned: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A ruling as tenure reads it; `day` is None only for NOT_HOLDER. Of two that
    differ the one with the higher key holds."""

    key: int
    person: Hashable
    post: Hashable
    kind: RulingKind
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """A day with its proof: the key of a claim, or of a ruling, and the reason."""

    day: date
    claim: int | None = None
    ruling: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """What is proven about one person in one post; None is not known.

    `first_seen` and `last_seen` enclose the dated sightings as holder or acting.
    `claims` are all claims that speak for the tenure, dated or not.
    """

    person: Hashable
    post: Hashable
    start_earliest: Bound | None = None
    start_latest: Bound | None = None
    end_earliest: Bound | None = None
    end_latest: Bound | None = None
    first_seen: Bound | None = None
    last_seen: Bound | None = None
    printed_as_former: bool = False
    claims: tuple[int, ...] = ()


BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")


def derive_tenures(
    sightings: Iterable[Sighting], decisions: Iterable[Decision] = ()
) -> tuple[Tenure, ...]:
    """One tenure for each person and post that a claim speaks for."""
    seen: dict = defaultdict(list)
    for sighting in sightings:
        if not (sighting.misprint or sighting.questioned):
            seen[sighting.person, sighting.post].append(sighting)
    ruled: dict = defaultdict(list)
    for decision in decisions:
        ruled[decision.person, decision.post].append(decision)
    pairs = list(dict.fromkeys([*seen, *ruled]))
    tenures = (_derive(*pair, seen[pair], ruled[pair]) for pair in pairs)
    return tuple(tenure for tenure in tenures if tenure is not None)


def _derive(person, post, sightings, decisions) -> Tenure | None:
    never = any(
        decision.kind is RulingKind.NOT_HOLDER and decision.day is None
        for decision in decisions
    )
    if never:
        return None
    sightings = sorted(sightings, key=_order)
    by = {standing: [] for standing in Standing}
    for sighting in sightings:
        by[sighting.standing].append(sighting)
    held, acting, former = by[Standing.HOLDER], by[Standing.ACTING], by[Standing.FORMER]
    bounding = [d for d in decisions if d.kind is not RulingKind.NOT_HOLDER]
    if not (held or acting or former or bounding):
        return None
    tenure = Tenure(person, post, claims=tuple(s.key for s in held + acting + former))
    tenure = _bound_by_holding(tenure, held)
    tenure = _bound_by_acting(tenure, acting)
    tenure = _see(tenure, held + acting)
    tenure = _bound_by_former(tenure, former, held)
    return _bound_by_rulings(tenure, sorted(decisions, key=_ruling_order))


def _bound_by_holding(tenure: Tenure, held: list[Sighting]) -> Tenure:
    return replace(
        tenure,
        start_latest=_lowest(held, "latest", "见报时已任此职"),
        end_earliest=_highest(held, "earliest", "见报时仍任此职"),
    )


def _bound_by_acting(tenure: Tenure, acting: list[Sighting]) -> Tenure:
    """Who only acts on a day has not started yet; it proves no end."""
    if tenure.start_latest is None:
        return tenure
    before = [s for s in acting if s.earliest and s.earliest <= tenure.start_latest.day]
    bound = _highest(before, "earliest", "其时尚为代理或主持工作")
    return replace(tenure, start_earliest=bound)


def _see(tenure: Tenure, seen: list[Sighting]) -> Tenure:
    dated = [s for s in seen if s.earliest and s.latest]
    return replace(
        tenure,
        first_seen=_lowest(dated, "earliest", "首次见报"),
        last_seen=_highest(dated, "latest", "最近见报"),
    )


def _bound_by_former(tenure: Tenure, former, held) -> Tenure:
    """原 closes a term, unless the person is printed with the post after that day:
    then it closed an earlier term, of which no more is known."""
    if not former:
        return tenure
    later = tenure.end_earliest
    closing = [s for s in former if not (later and s.latest and s.latest < later.day)]
    start = _lowest(former, "latest", "见报时已称原任")
    return replace(
        tenure,
        start_latest=_tighter(min, tenure.start_latest, start),
        end_latest=_lowest(closing, "latest", "见报时已称原任"),
        printed_as_former=_is_former(closing, held),
    )


def _is_former(closing, held) -> bool:
    """Printed as former, and not only in a time that a holder's print leaves open."""
    return bool(closing) and (not held or any(s.latest for s in closing))


def _bound_by_rulings(tenure: Tenure, decisions: list[Decision]) -> Tenure:
    """A ruled day stands for both bounds of its side; without the post on a day
    before the first, or after the last sighting narrows the side it lies on."""
    for ruling in decisions:
        bound = None
        if ruling.day:
            bound = Bound(ruling.day, ruling=ruling.key, reason="经核定")
        if ruling.kind is RulingKind.START:
            tenure = replace(tenure, start_earliest=bound, start_latest=bound)
        elif ruling.kind is RulingKind.END:
            tenure = replace(tenure, end_earliest=bound, end_latest=bound)
        elif bound and tenure.start_latest and bound.day < tenure.start_latest.day:
            start = _tighter(max, tenure.start_earliest, bound)
            tenure = replace(tenure, start_earliest=start)
        elif bound and tenure.end_earliest and bound.day > tenure.end_earliest.day:
            end = _tighter(min, tenure.end_latest, bound)
            tenure = replace(tenure, end_latest=end)
    return tenure


def _lowest(sightings: list[Sighting], side: str, reason: str) -> Bound | None:
    return _extreme(min, sightings, side, reason)


def _highest(sightings: list[Sighting], side: str, reason: str) -> Bound | None:
    return _extreme(max, sightings, side, reason)


def _extreme(choose: Callable, sightings, side: str, reason: str) -> Bound | None:
    """The first in order of the sightings that reach the extreme day."""
    dated = [s for s in sightings if getattr(s, side) is not None]
    if not dated:
        return None
    best = choose(dated, key=lambda sighting: getattr(sighting, side))
    return Bound(getattr(best, side), claim=best.key, reason=reason)


def _tighter(choose: Callable, first: Bound | None, second: Bound | None):
    bounds = [bound for bound in (first, second) if bound is not None]
    return choose(bounds, key=lambda bound: bound.day) if bounds else None


def _order(sighting: Sighting):
    earliest = sighting.earliest or date.max
    return (earliest, sighting.latest or date.max, sighting.key)


def _ruling_order(decision: Decision):
    return (decision.kind is RulingKind.NOT_HOLDER, decision.key)
