"""The area that the name of a body tells, and its row.

欧阳路街道党工委 -> 街道 欧阳路街道        虹口区房管局 -> 区 虹口区
董家宅居委会     -> 居民区 董家宅居民区, in the street the page is about
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from people.models import Area

HAN = "\u3400-\u4dbf\u4e00-\u9fff\u3007"
CITY = re.compile(rf"^[{HAN}]{{2,3}}市")
DISTRICT = re.compile(
    rf"^(?P<name>[{HAN}]{{1,4}}?(?:新区|(?<![社小校园片街地城景民道])区))"
)
STREET = re.compile(rf"^(?P<name>[{HAN}]{{1,8}}?(?:街道|镇))")
NEIGHBOURHOOD = re.compile(
    rf"^(?P<name>(?:(?![部处室队所委会])[{HAN}\d]){{1,6}}?)(?:居民区|居民委员会|居委会|居委)"
)


@dataclass(frozen=True, slots=True)
class Home:
    """The areas that relative words of one issue mean; rows or None."""

    street: Area | None = None
    district: Area | None = None


@dataclass(frozen=True, slots=True)
class NamedArea:
    """An area as a name tells it; `parent` another one, or None."""

    kind: str
    name: str
    parent: "NamedArea | None" = None


def area_named_in(body: str) -> NamedArea | None:
    """The narrowest area that the name of a body begins with."""
    rest = body[len(match[0]) :] if (match := CITY.match(body)) else body
    district = street = None
    if match := DISTRICT.match(rest):
        district = NamedArea(Area.Kind.DISTRICT, match["name"])
        rest = rest[match.end() :]
    if match := STREET.match(rest):
        street = NamedArea(Area.Kind.STREET, match["name"], district)
        rest = rest[match.end() :]
    if match := NEIGHBOURHOOD.match(rest):
        name = f"{match['name']}居民区"
        return NamedArea(Area.Kind.NEIGHBOURHOOD, name, street or district)
    return street or district


def resolve_areas(
    named: Iterable[NamedArea], home: Home
) -> tuple[dict[NamedArea, Area], list[Area]]:
    """The row of every named area, and the rows made for it.

    A street that prints no district is the one known of that name; a neighbourhood
    that prints no street lies in the home street.
    """
    wanted = {area for each in named for area in _with_parents(each)}
    rows = list(Area.objects.filter(name__in={area.name for area in wanted}))
    found: dict[NamedArea, Area] = {}
    made = []
    for area in sorted(wanted, key=_depth):
        parent = found[area.parent] if area.parent else None
        if parent is None and area.kind == Area.Kind.NEIGHBOURHOOD:
            parent = home.street
        row = _known(area, parent, rows, home)
        if row is None:
            row = Area.objects.create(kind=area.kind, name=area.name, parent=parent)
            rows.append(row)
            made.append(row)
        found[area] = row
    return found, made


def _known(area: NamedArea, parent: Area | None, rows: list[Area], home: Home):
    for row in (home.street, home.district):
        if row is not None and (row.kind, row.name) == (area.kind, area.name):
            return row
    same = [row for row in rows if (row.kind, row.name) == (area.kind, area.name)]
    if parent is not None:
        return next((row for row in same if row.parent_id == parent.pk), None)
    if area.kind == Area.Kind.NEIGHBOURHOOD:
        return next((row for row in same if row.parent_id is None), None)
    return same[0] if same else None


def _with_parents(area: NamedArea | None):
    while area is not None:
        yield area
        area = area.parent


def _depth(area: NamedArea) -> tuple[int, str]:
    return sum(1 for _ in _with_parents(area)), area.name
