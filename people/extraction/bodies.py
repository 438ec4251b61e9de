"""Bodies named in a text: where, what kind, and the full name.

    虹口区区委宣传部、街道党工委        -> 虹口区委宣传部, 欧阳路街道党工委
    欧阳路街道社区党建服务中心（以下简称“中心”）  -> “中心” stands for it from here on
"""

import re
from dataclasses import dataclass, replace

from people.extraction.areas import Area, Home
from people.extraction.boundaries import has_boundary, name_start
from people.extraction.kinds import kind_of, longest_ending
from people.extraction.lines import HAN, Line
from people.extraction.names import follow_strength
from people.extraction.wordlists import alternation, table, words

_ENDING = re.compile(alternation(table("organization_endings")))
_SHORT_FORM = re.compile(r"（(?:以下|下)?简?称(?:为|作)?[“「]?(?P<short>[^”」）]{2,12})[”」]?）")
# What may not follow an ending: 大学生, 中心城区, 公司里.
_NO_END = re.compile(
    r"大学(?=生)|[中小]学(?=生|时|部)|中心(?=思想|城区|地带|任务|工作|组|城镇|广场)"
    r"|学院(?=派)|局(?=面|部|限|势)|科(?=学|技|普|目|研)|系(?=统|列|数|部|里|的|着)"
    r"|厂(?=房|区)|集团(?=军)|党组(?=织)|办公室(?=里)|医院(?=里)|学校(?=里)"
    r"|(?:银行)(?=卡|账)|公司(?=里)|社区学校(?=里)|院(?=子|落)|工会(?=会员)|厂(?=里)"
    r"|党小组(?=长)|楼组(?=长|自)|大队(?=长)|中队(?=长)|支队(?=长)|总队(?=长)"
    r"|平台(?=期)|园区(?=里)|超市(?=里)|工作组(?=长)|专班(?=长)|街道办(?=事)"
)
_RELATIVE_STREET = re.compile(r"(?:本)?街道(?=.)")
_RELATIVE_DISTRICT = re.compile(r"区(?:区)?(?=.)")
_RELATIVE_CITY = re.compile(r"市(?=.)")
_PLAIN = re.compile(rf"[{HAN}]{{2,14}}?[所站队社团馆院局办处署]")
_ESTATE = re.compile(rf"[{HAN}]{{2,6}}居民区.")
# Bodies a street has by right: without an area they are the street's own.
_STREET_BODIES = frozenset(words("street_bodies"))
# 水质化验室, 技术科: a part of a unit by its name or by its ending.
_UNIT_PART = re.compile(
    rf"(?:{alternation(words('unit_parts'))}|[{HAN}]{{1,7}}(?:科|处|室(?<!公室)|部(?<!支部)|组|系))"
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body at a place of a line; `name` is "" where print does not say which."""

    line: int
    start: int
    end: int
    printed: str
    name: str
    kind: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What relative words mean at one place."""

    street: str
    district: str
    city: str


class Resolver:
    """Names bodies in full for one article."""

    def __init__(self, home: Home, areas: tuple[Area, ...], lines: tuple[Line, ...]):
        self.home = home
        self.lines = lines
        self.areas: dict[int, list[Area]] = {}
        for area in areas:
            self.areas.setdefault(area.line, []).append(area)
        self.street_names = {area.name for area in areas if area.is_street}
        self.district_names = {area.name for area in areas if not area.is_street}
        if home.street:
            self.street_names.add(home.street)
        if home.district:
            self.district_names.add(home.district)
        self.full_names: dict[str, None] = {}
        self.short_forms: dict[str, str] = {}

    def around(self, line: int, position: int) -> tuple[Surroundings, str]:
        """The street and district that a relative word at `position` means, and the
        rule: the area named last before it in its sentence, else the home."""
        start, _ = self.lines[line].sentence(position)
        street, district, rule = self.home.street, self.home.district, "home"
        for area in self.areas.get(line, ()):
            if start <= area.start and area.end <= position:
                if area.is_street:
                    street, rule = area.name, "sentence"
                else:
                    district = area.name
        return Surroundings(street, district, self.home.city), rule

    def complete(self, printed: str, line: int, position: int) -> tuple[str, str]:
        """The full name of a body printed at a place, with the rule; "" if unknown."""
        printed = printed.strip("“”")
        if printed in self.short_forms:
            return self.short_forms[printed], "short form"
        around, rule = self.around(line, position)
        name = printed
        if name[:2] in ("街道", "本街"):
            if not around.street:
                return "", "unknown street"
            rest = name.removeprefix("本").removeprefix("街道")
            return around.street + rest, rule
        name = re.sub(r"^区区?(?=[^域])", around.district, name) if name[0] == "区" else name
        if name[0] == "市" and name[1:2] not in ("场", "民", "集", "区"):
            name = self._city_body(name, around)
        if name != printed:
            return (name, rule) if around.district or name[0] != "区" else ("", rule)
        name = self.canonical(name)
        if self.is_full(name):
            return name, "full"
        known = self.only_full_form(name) if len(name) >= 3 else ""
        if known and "居民区" not in name:
            return known, "only full form"
        if name in _STREET_BODIES and around.street:
            return around.street + name, rule
        if name in words("station_bodies") and around.street:
            stem = around.street.removesuffix("街道")
            return stem + name, rule
        if name in words("generic_bodies"):
            return "", "generic"
        return name, "as printed"

    def only_full_form(self, name: str) -> str:
        """The one longer name of the article that ends so, if there is just one."""
        known = [full for full in self.full_names if full.endswith(name) and full != name]
        return known[0] if len(known) == 1 else ""

    def canonical(self, name: str) -> str:
        """丹枫区石门街道党工委 is known as 石门街道党工委, and a 居民区 without its
        street."""
        name = name.replace("区区委", "区委")
        for district in self.district_names:
            rest = name.removeprefix(district)
            if rest != name and any(map(rest.startswith, self.street_names)):
                name = rest
        for street in self.street_names:
            if _ESTATE.match(name.removeprefix(street)):
                return name.removeprefix(street)
        return name

    def is_full(self, name: str) -> bool:
        """Begins with an area that the text or the home names."""
        return any(map(name.startswith, self.street_names | self.district_names))

    def _city_body(self, name: str, around: Surroundings) -> str:
        city = around.city.removesuffix("市")
        if not city:
            full = [x for x in self.full_names if x.endswith(name) and x != name]
            return full[0] if len(full) == 1 else name
        return f"{city}{name}"


def find_bodies(lines: tuple[Line, ...], resolver: Resolver) -> tuple[Body, ...]:
    """Every body of the text in reading order, with its full name."""
    raw = [
        body
        for index, line in enumerate(lines)
        for body in _with_plain(index, line, _raw(index, line), resolver)
    ]
    for body in raw:
        if body.printed in words("generic_bodies") or body.printed[:1] in "区市街":
            continue
        if resolver.is_full(body.printed) or len(body.printed) >= 6:
            resolver.full_names.setdefault(resolver.canonical(body.printed))
    for body in raw:
        _learn_short_form(lines, body, resolver)
    return tuple(_resolve(body, resolver) for body in raw)


def unit_of(name: str) -> str:
    """The unit without its inner parts: X公司党委 -> X公司, 总工会 stays whole."""
    while True:
        units = [
            name[: part.start()]
            for start in range(2, len(name) - 1)
            if (part := _UNIT_PART.fullmatch(name, start))
        ]
        units = [unit for unit in units if longest_ending(unit)]
        if not units:
            return name
        name = units[-1]


def _raw(index: int, line: Line):
    """Bodies as printed; of endings that touch only the last counts."""
    text = line.text
    found: list[Body] = []
    for match in _ENDING.finditer(text):
        if _NO_END.match(text, match.start()) or _cut_short(text, match):
            continue
        floor = 0
        start = name_start(text, floor, match.start())
        if start == match.start():
            start = _extended(text, match.start())
        end = match.end()
        if found and start < found[-1].end:
            if start <= found[-1].start or found[-1].end == match.start():
                start = min(start, found[-1].start)
                found.pop()
            else:
                continue
        printed = text[start:end]
        found.append(Body(index, start, end, printed, "", kind_of(printed)))
    return found


def _with_plain(
    index: int, line: Line, found: list[Body], resolver: Resolver
) -> list[Body]:
    """Bodies of an area with an ending too plain for the list: 澄江区设备检验所."""
    for area in resolver.areas.get(index, ()):
        if any(body.start <= area.start < body.end for body in found):
            continue
        match = _PLAIN.match(line.text, area.end)
        while match and follow_strength(line.text, match.end()) < 2.0:
            match = _PLAIN.match(line.text, area.end) and _longer(line.text, area.end, match)
        if match and not has_boundary(line.text, area.end, match.end()):
            printed = line.text[area.start : match.end()]
            body = Body(index, area.start, match.end(), printed, "", kind_of(printed))
            found = [b for b in found if not area.start <= b.start < match.end()] + [body]
    return sorted(found, key=lambda body: body.start)


def _longer(text: str, start: int, match: re.Match) -> re.Match | None:
    """The next longer reading of a plain ending."""
    least = match.end() - start
    return re.compile(rf"[{HAN}]{{{least},14}}?[所站队社团馆院局办处署]").match(text, start)


def _cut_short(text: str, match: re.Match) -> bool:
    """The ending goes on as another word: 学院路, 公园里."""
    return bool(_NO_END.search(text, match.start(), min(len(text), match.end() + 3))) and (
        any(
            _NO_END.match(text, position)
            for position in range(match.start(), match.end())
        )
    )


def _extended(text: str, start: int) -> int:
    return start


def _learn_short_form(lines: tuple[Line, ...], body: Body, resolver: Resolver) -> None:
    text = lines[body.line].text
    match = _SHORT_FORM.match(text, body.end)
    if match:
        name, _ = resolver.complete(body.printed, body.line, body.start)
        if name:
            resolver.short_forms[match["short"]] = name


def _resolve(body: Body, resolver: Resolver) -> Body:
    name, rule = resolver.complete(body.printed, body.line, body.start)
    return replace(body, name=name, rule=rule, kind=kind_of(name or body.printed))
