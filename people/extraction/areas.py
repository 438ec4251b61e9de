"""Streets, towns, districts and cities that a text names, and the home of a page.

沐江区菱湖街道一行到柳溪街道       ->  菱湖街道 (沐江区), 柳溪街道
望江市水利局、望江市柳溪镇党委      ->  柳溪镇; 望江市 as the city
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from people.extraction.boundaries import name_start
from people.extraction.lines import HAN, Line, read_line
from people.extraction.structure import Context
from people.extraction.wordlists import words

# 区委 is a body of its own, so the 委 of 虹口区委 is looked at apart.
# 浦东新区, 虹口区; the two characters in front are its name.
_DISTRICT = re.compile(
    rf"(?P<name>[{HAN}]{{2}}(?:新区|[区县]))(?![域分划间别段块位隔城长])"
)
_NO_DISTRICT = re.compile(
    r"(?:社|小|校|辖|园|片|街|地|城|景|山|厂|病|展|民|务|能|发|全|市|郊|老|牧|库|战"
    r"|各|本|该|外|跨|分|两|灾|疫|林|湖|港|矿|库|特|专|禁|盲|误|禁|住宅|几个|首个|任|阶|议|驻|赴)区$|[全本各该郊市区邻外两几我个]县$|.高新区$|街道|[的了是有与和对]"
)
_SEATED = re.compile("委(?!员)|政府|人大|政协|纪委|人民(?:法院|检察院)")
_STREET = re.compile(r"街道")
# 柳溪镇: a town has two characters, and is printed with a body, a village or its acts.
_TOWN = re.compile(rf"(?P<name>[{HAN}]{{2}}[镇乡])(?![长上里民亲情])")
_NO_TOWN = re.compile(
    r"[城乡村集古重小大老新我全本各该市县区邻外两三四五六个]镇$"
    r"|[镇家老故下回城还返离思同水异他梦村全本各该我]乡$|[的了是有与和对在到从]"
)
_OF_TOWN = re.compile(r"党|政府|人民|人大|工会|总工会|妇|团委|纪委|政协|卫生|派出")
_CITY_NAME = re.compile(rf"(?P<name>[{HAN}]{{2}}市)(?![场民区集容级里内政中北])")
_OF_CITY = re.compile(
    rf"委|政府|人民|人大|政协|纪委|总工会|残联|妇联|文联"
    rf"|[{HAN}]{{1,10}}(?:局|(?<!社)区|[县镇]|中心|医院|总站|设计院|公司|集团|大学|协会)"
)
_NO_CITY = re.compile(
    r"[城超门股夜菜早上都集开闹房车花鱼米本全我各该两外到在入]市$"
    r"|[的了是有与和对在从向给让跟把被为由请陪邀]"
)
# 米市社区, 花市小学: the name of a place in a town.
_IN_TOWN = re.compile("社区|居民区|居委|小学|街道|[路街弄巷村]")
_NO_STREET = re.compile(r"[个各本该两多同在全到与和的]街道$|^街道|社区|街道.*街道")
# 塔前街道|党工委 at the head of a clause
_LED = re.compile(
    rf"(?:^|[，。；：、“（])(?P<name>[{HAN}]{{2,4}}街道)(?=党|办事|人大|总工|商会|社区|武装)"
)
_OFTEN = 2
_STREET_NAME = re.compile(rf"[{HAN}]{{2,6}}街道")


@dataclass(frozen=True, slots=True)
class Area:
    """A street or district named at a place of a line; a town counts as a street."""

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
    known = _known_streets(lines, context)
    for index, line in enumerate(lines):
        districts = list(_districts(index, line.text))
        streets = list(_streets(index, line.text, districts, known))
        streets += _towns(index, line.text)
        found += sorted(districts + streets, key=lambda area: (area.start, area.end))
    found = _with_bodies(found, lines, context)
    return _drop_passing(tuple(found), context)


def home_of(text: str, edition: str = "", context: Context | None = None) -> Home:
    """The street and district a page's own text names most. `edition` (松石渡, from the
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
    district = context.district or district_of(street, areas)
    return Home(street, district, city_of(lines) or context.city)


def city_of(lines: Iterable[Line]) -> str:
    """The city that a text names most with bodies of its own, "" if none."""
    named = Counter(
        match["name"]
        for line in lines
        for match in _CITY_NAME.finditer(line.text)
        if _OF_CITY.match(line.text, match.end()) and not _NO_CITY.search(match["name"])
        if not _IN_TOWN.match(line.text, match.end())
        if name_start(line.text, 0, match.start() + 1) <= match.start()
    )
    return max(named, key=lambda name: (named[name], name), default="")


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
    best = _of_today(before or +all_named)
    return max(best, key=lambda name: (best[name], name), default="")


def _of_today(named: Counter) -> Counter:
    """A county is counted as the district of the same name that it became."""
    counted = Counter()
    for name, times in named.items():
        district = f"{name.removesuffix('县')}区"
        counted[district if district in named else name] += times
    return counted


def _districts(index: int, text: str):
    for match in _DISTRICT.finditer(text):
        name = match["name"]
        start = match.start()
        if (_NO_DISTRICT.search(name) and not _is_seat(text, match)) or name[
            :2
        ] in words("followers"):
            continue
        if name_start(text, 0, start + 1) > start or text[start] in "区市县":
            continue
        yield Area(index, start, match.end(), name, False)


def _is_seat(text: str, area: re.Match) -> bool:
    """西湖区委: a name that ends like a plain word, with a body that only districts
    have."""
    named = area["name"][-2] in "湖林港" and area["name"][0] not in "全本各该外跨"
    return named and bool(_SEATED.match(text, area.end()))


def _known_streets(lines: tuple[Line, ...], context: Context) -> tuple[str, ...]:
    """The home, and what stands often between a mark and a body that streets have,
    whatever the words in it: 塔前街道党工委."""
    led = Counter(match["name"] for line in lines for match in _LED.finditer(line.text))
    often = (name for name, times in led.items() if times >= _OFTEN)
    return (*filter(None, [context.home]), *filter(_is_own, often))


def _is_own(street: str) -> bool:
    """塔前街道, but not 拟任街道 or 该街道: the boundary stands inside a name."""
    begun = street[:2]
    plain = begun in words("before_bodies") or begun in words("followers")
    inside = name_start(street, 0, len(street))
    return bool(inside) and not plain and not _NO_STREET.search(street)


def _streets(index: int, text: str, districts: list[Area], known: tuple[str, ...]):
    for match in _STREET.finditer(text):
        end = match.end()
        name = next((name for name in known if text.endswith(name, 0, end)), "")
        if name:
            yield Area(index, end - len(name), end, name, True)
            continue
        start = name_start(text, 0, end)
        for area in districts:
            if start < area.end < match.start():
                start = area.end
        name = text[start:end]
        if _STREET_NAME.fullmatch(name) and not _NO_STREET.search(name):
            yield Area(index, start, end, name, True)


def _towns(index: int, text: str):
    for match in _TOWN.finditer(text):
        name, start = match["name"], match.start()
        if _NO_TOWN.search(name) or name_start(text, 0, start + 1) > start:
            continue
        if name[:2] not in words("followers"):
            yield Area(index, start, match.end(), name, True)


def _with_bodies(found: list[Area], lines: tuple[Line, ...], context: Context):
    """Towns count where print names a body of theirs; a chance 白雪乡 has none."""
    known = {context.home} | {
        area.name
        for area in found
        if _is_town(area) and _OF_TOWN.match(lines[area.line].text, area.end)
    }
    return [area for area in found if not _is_town(area) or area.name in known]


def _is_town(area: Area) -> bool:
    return area.name[-1] in "镇乡"


def _drop_passing(areas: tuple[Area, ...], context: Context) -> tuple[Area, ...]:
    """A street is named twice, or behind its district, or is known; a chance string
    before 街道 (肯定街道) is none of these, and 兄弟欧阳路街道 is 欧阳路街道."""
    seen = Counter(area.name for area in areas if area.is_street)
    kept = []
    for area in areas:
        if area.is_street and area.name != context.home:
            core = area.name[:-2]
            if (_is_verb(core) or core in words("not_streets")) and seen[area.name] < 3:
                continue
            inner = [name for name in seen if area.name.endswith(name)]
            name = min(inner, key=len)
            if name != area.name:
                area = replace(area, name=name, start=area.end - len(name))
        kept.append(area)
    return tuple(kept)


def _is_verb(core: str) -> bool:
    """肯定|街道, 再发动|街道, 要求各|街道, but 北外滩|街道."""
    first, last = core[:2] in words("followers"), core[-2:] in words("followers")
    if len(core) == 3:
        last = last and core[0] in "再将由各并也还要让请与和为被向对把能会可应"
        first = first and core[2] in "各全本该两多同"
    return first or last
