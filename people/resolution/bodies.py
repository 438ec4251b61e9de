"""Bodies named in full to their records.

Same full name, or another name of the same record, and no other area: the same
body; 居委, 居委会 and 居民区居委会 are one ending. A renamed body is 沿革, which
staff set; likeness is never enough.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from people.extraction.kinds import kind_of
from people.models import Organization, OrganizationName
from people.models.organization import Kind

from .areas import Home, area_named_in, resolve_areas

ENDINGS = Path(__file__).parent / "data" / "endings.txt"


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body as the page names it; empty values are not said."""

    name: str
    kind: str = ""
    temporary: bool = False
    joint: bool = False


@dataclass(frozen=True, slots=True)
class BodyDecision:
    """Which record a name means and why. `is_new`: made for it."""

    body: Organization
    rule: str
    is_new: bool = False


def resolve_body(body: NamedBody, home: Home | None = None) -> BodyDecision:
    """One body; where there are several, `resolve_bodies` asks the database once."""
    return resolve_bodies([body], home or Home())[0][body.name]


def resolve_bodies(
    bodies: Iterable[NamedBody], home: Home
) -> tuple[dict[str, BodyDecision], list]:
    """A decision for every name, and the rows (bodies, areas) made on the way."""
    bodies = list(bodies)
    wanted = _one_a_name(bodies)
    areas, made = _areas_of(wanted, home)
    known = _known_bodies(wanted)
    decisions: dict[str, BodyDecision] = {}
    fresh = []
    for name, body in wanted.items():
        area = areas.get(name)
        decision = _among(known[name], name, area)
        if decision is None:
            row = Organization(
                name=name,
                kind=_kind(body),
                area=area,
                temporary=body.temporary,
                joint=body.joint,
            )
            fresh.append(row)
            decision = BodyDecision(row, "首次见报的单位，按全称新建", is_new=True)
        decisions[name] = decision
    Organization.objects.bulk_create(fresh)
    by_print = {
        body.name: decisions[usual_name(body.name)] for body in bodies if body.name
    }
    return by_print, [*made, *fresh]


def usual_name(name: str) -> str:
    """The name with the usual one of several endings: 柳荫居委 -> 柳荫居委会."""
    for ending, usual in usual_endings().items():
        if name.endswith(ending):
            return name.removesuffix(ending) + usual
    return name


@cache
def usual_endings() -> dict[str, str]:
    """Ending -> the usual one, the longest first."""
    lines = ENDINGS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return dict(sorted(rows, key=lambda row: -len(row[0])))


def _one_a_name(bodies: Iterable[NamedBody]) -> dict[str, NamedBody]:
    """One entry a name; what says the most about its kind wins."""
    wanted: dict[str, NamedBody] = {}
    for body in bodies:
        if not body.name:
            continue
        name = usual_name(body.name)
        before = wanted.get(name)
        if before is None or (before.kind in {"", "other"} and body.kind):
            wanted[name] = body
    return wanted


def _areas_of(wanted: dict[str, NamedBody], home: Home):
    named = {name: area_named_in(name) for name in wanted}
    rows, made = resolve_areas({area for area in named.values() if area}, home)
    return {name: rows[area] for name, area in named.items() if area}, made


def _known_bodies(names: Iterable[str]) -> dict[str, list[tuple[Organization, str]]]:
    """Records by their name or another name of theirs, merged ones followed."""
    names = list(names)
    known: dict[str, list] = defaultdict(list)
    own = Organization.objects.filter(name__in=names)
    for row in own.select_related("area", "merged_into__area"):
        known[row.name].append((row.merged_into or row, "全称相同"))
    others = OrganizationName.objects.filter(name__in=names).select_related(
        "organization__area", "organization__merged_into__area"
    )
    for other in others:
        row = other.organization
        rule = f"已知的{other.get_kind_display()}"
        known[other.name].append((row.merged_into or row, rule))
    return known


def _among(rows: list, name: str, area) -> BodyDecision | None:
    """The first record of that name that lies in no other area."""
    for row, rule in rows:
        if area is None or row.area_id in {None, area.pk} or _tells_area(name, area):
            return BodyDecision(row, rule)
    return None


def _tells_area(name: str, area) -> bool:
    """A name that prints its area in full can be one body only."""
    return area.name in name and area.kind != "neighbourhood"


def _kind(body: NamedBody) -> str:
    for kind in (body.kind, kind_of(body.name)):
        if kind in Kind.values:
            return kind
    return Kind.OTHER
