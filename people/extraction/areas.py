"""Streets and districts that a text names, and the home of a page.

黄浦区半淞园路街道一行到欧阳路街道  ->  半淞园路街道 (黄浦区), 欧阳路街道
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from people.extraction.boundaries import name_start
from people.extraction.lines import HAN, Line, read_line
from people.extraction.structure import Context
from people.extraction.wordlists import words

# 区委 is a body of its own, so the 委 of 虹口区委 is looked at apart.
# 浦东新区, 虹口区; the two characters in front are its name.
_DISTRICT = re.compile(rf"(?P<name>[{HAN}]{{2}}(?:新区|区))(?![域分划间别段块位隔])")
_NO_DISTRICT = re.compile(
    r"(?:社|小|校|辖|园|片|街|地|城|景|山|厂|病|展|民|务|能|发|全|市|郊|老|牧|库|战"
    r"|各|本|该|外|跨|分|两|灾|疫|林|湖|港|矿|库|特|专|禁|盲|误|禁|住宅|几个|首个|任|阶|议|驻)区$|街道|[的了是有与和对]"
)
_STREET = re.compile(r"街道")
_NO_STREET = re.compile(r"[个各本该两多同在全到与和的]街道$|^街道|社区|街道.+街道")
_STREET_NAME = re.compile(rf"[{HAN}]{{2,6}}街道")


@dataclass(frozen=True, slots=True)
class Area:
    """A street or district named at a place of a line."""

    line: int
    start: int
    end: int
    name: str
    is_street: bool


@dataclass(frozen=True, slots=True)
class Home:
    """What a page is about when it says only 街道 or 区."""

    street: str = ""
    district: str = ""
    city: str = ""


def find_areas(lines: tuple[Line, ...], context: Context) -> tuple[Area, ...]:
    """Every district and street in reading order."""
    found = []
    for index, line in enumerate(lines):
        districts = list(_districts(index, line.text))
        streets = list(_streets(index, line.text, districts, context))
        found += sorted(districts + streets, key=lambda area: (area.start, area.end))
    return _drop_passing(tuple(found), context)


def home_of(text: str, edition: str = "", context: Context | None = None) -> Home:
    """The street and district a page's own text names most. `edition` (青石渡, from the
    masthead) decides between several streets and names one where the text does not;
    a known `context` goes first."""
    context = context or Context()
    lines = tuple(read_line("body", n, row) for n, row in enumerate(text.split("\n")))
    areas = find_areas(lines, context)
    streets = Counter(area.name for area in areas if area.is_street)
    named = [name for name in streets if edition and name.startswith(edition)]
    street = context.home or max(
        named or (edition and [f"{edition}街道"]) or streets,
        key=lambda name: (streets[name], name),
        default="",
    )
    return Home(street, context.district or district_of(street, areas), context.city)


def district_of(street: str, areas: tuple[Area, ...]) -> str:
    """The district printed right before the street, else the one named most."""
    before, all_named = Counter(), Counter()
    for previous, area in zip((None, *areas), areas, strict=False):
        if not area.is_street:
            all_named[area.name] += 1
        elif (
            previous is not None
            and not previous.is_street
            and (previous.line, previous.end) == (area.line, area.start)
        ):
            if area.name == street:
                before[previous.name] += 1
            else:
                all_named[previous.name] -= 1
    best = before or +all_named
    return max(best, key=lambda name: (best[name], name), default="")


def _districts(index: int, text: str):
    for match in _DISTRICT.finditer(text):
        name = match["name"]
        start = match.start()
        if _NO_DISTRICT.search(name) or name[:2] in words("followers"):
            continue
        if name_start(text, 0, start + 1) > start or text[start] in "区市县":
            continue
        yield Area(index, start, match.end(), name, False)


def _streets(index: int, text: str, districts: list[Area], context: Context):
    for match in _STREET.finditer(text):
        end = match.end()
        if context.home and text.endswith(context.home, 0, end):
            yield Area(index, end - len(context.home), end, context.home, True)
            continue
        start = name_start(text, 0, end)
        for area in districts:
            if start < area.end < match.start():
                start = area.end
        name = text[start:end]
        if _STREET_NAME.fullmatch(name) and not _NO_STREET.search(name):
            yield Area(index, start, end, name, True)


def _drop_passing(areas: tuple[Area, ...], context: Context) -> tuple[Area, ...]:
    """A street is named twice, or behind its district, or is known; a chance string
    before 街道 (肯定街道) is none of these, and 兄弟欧阳路街道 is 欧阳路街道."""
    seen = Counter(area.name for area in areas if area.is_street)
    kept = []
    for area in areas:
        if area.is_street and area.name != context.home:
            core = area.name[:-2]
            verb = core[:2] in words("followers") or core[-2:] in words("followers")
            if (verb or core in words("not_streets")) and seen[area.name] < 3:
                continue
            inner = [name for name in seen if area.name.endswith(name)]
            name = min(inner, key=len)
            if name != area.name:
                area = replace(area, name=name, start=area.end - len(name))
        kept.append(area)
    return tuple(kept)
