"""The full name of a body printed short or relative to a place.

街道党工委 (home 欧阳路街道)    -> 欧阳路街道党工委
虹口区区委宣传部               -> 虹口区委宣传部
“中心” (以下简称 said before)   -> 欧阳路街道社区党建服务中心
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from people.extraction.areas import Area, Home
from people.extraction.estates import Estates
from people.extraction.heads import Heads
from people.extraction.kinds import longest_ending
from people.extraction.lines import HAN, Line
from people.extraction.salience import Salience
from people.extraction.variants import core_of, is_short_form, written_out
from people.extraction.wordlists import words

_ESTATE = re.compile(rf"[{HAN}]{{2,6}}居民区.")
# 梧荫物业, 同岩检测: a company without its city and its legal form.
_COMPANY_SHORT = re.compile(
    r"(?:物业|建设|建筑|科技|餐饮|纺织|文化|实业|集团|食品|电梯|检测|园林|装饰|商贸|传媒|教育)\Z"
)
# 新一届居民议事会, 2021年党建联盟: a term or a year is no part of the name.
_TERM = re.compile(
    r"[新上]?一届|[本首]届|第[一二三四五六七八九十\d]+届|(?:19|20)\d{2}年(?:度)?"
)
# 街道总工会|第四届委员会
_COMMITTEE_OF_TERM = re.compile(
    r"(?<=[一-龥]{4})(?:新一届|第[一二三四五六七八九十\d]+届)(?:委员会|理事会)\Z"
)
# 中共澄江区委 is known as 澄江区委.
_PARTY = re.compile(rf"中共[{HAN}]{{2,4}}[区县市]委")
_NO_CITY = re.compile("[场集区容级里内北]|民(?![政宗防建盟革进])|政(?!府|协|法)")
# 钢厂|新村: a place that bears the name of a unit.
_PLACE_BEHIND = re.compile("社区|居民区|居委|[新一二三四五六七八九十]?村|小区|[路街弄]")
_LONGEST_AREA = 8
# “晚霞互助队”: a name that the people of a place gave to what is theirs.
_COINED = re.compile(rf"“(?P<name>[{HAN}]{{5,12}})”")
_COINED_TAIL = 3  # characters of the least that is left of it
_TOWNS = ("镇", "乡")
#: How often an article names the street that it is about.
_SAID_OFTEN = 2


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
        self.estates = Estates(lines)
        self.heads = Heads(lines)
        self.salience = Salience(lines)
        self.areas: dict[int, list[Area]] = {}
        for area in areas:
            self.areas.setdefault(area.line, []).append(area)
        self.area_starts = {
            line: [area.start for area in found] for line, found in self.areas.items()
        }
        self._latest = {line: _latest(found) for line, found in self.areas.items()}
        self.street_names = {area.name for area in areas if area.is_street}
        self.district_names = {area.name for area in areas if not area.is_street}
        self.street_names |= {home.street} - {""}
        self.district_names |= {home.district} - {""}
        self.short_forms: dict[str, str] = {}
        self._by_suffix: dict[str, set[str]] = {}
        self._by_core: dict[str, set[str]] = {}

    @cached_property
    def subject(self) -> Home:
        """The one street that the article names, with its one district, where it says
        nothing of the home; empty for none."""
        home, text = self.home, "\n".join(line.text for line in self.lines)
        streets = self.street_names - {home.street}
        told = not home.street or stem_of(home.street) in text or "本街道" in text
        if told or len(streets) != 1:
            return Home()
        (street,) = streets
        if text.count(street) < _SAID_OFTEN:
            return Home()
        districts = self.district_names - {home.district}
        named = home.district not in text and len(districts) == 1
        return Home(
            street, next(iter(districts)) if named else home.district, home.city
        )

    @cached_property
    def coined(self) -> dict[str, str]:
        """互助队 -> 晚霞互助队: what ends just one name between quotation marks."""
        found: dict[str, set[str]] = {}
        for line in self.lines:
            for match in _COINED.finditer(line.text):
                name = match["name"]
                for start in range(2, len(name) - _COINED_TAIL + 1):
                    found.setdefault(name[start:], set()).add(name)
        return {tail: names.pop() for tail, names in found.items() if len(names) == 1}

    def learn(self, printed: str) -> None:
        """A body named in full somewhere in the article."""
        name = self.canonical(printed)
        core = core_of(name)
        for start in range(len(core) - 2):
            self._by_core.setdefault(core[start:], set()).add(name)
        for start in range(len(name) - 1):
            self._by_suffix.setdefault(name[start:], set()).add(name)

    def around(self, line: int, position: int) -> tuple[Surroundings, str]:
        """The street and district that a relative word at `position` means, and the
        rule: the area named last before it in its sentence, else the home."""
        low, _ = self.lines[line].sentence(position)
        index = bisect_right(self.area_starts.get(line, []), position) - 1
        while index >= 0 and self.areas[line][index].end > position:
            index -= 1
        latest = self._latest[line][index] if index >= 0 else (None, None)
        street, district = (
            area.name if area and area.start >= low else "" for area in latest
        )
        rule = "sentence" if street else "home"
        home = self.subject if self.subject.street else self.home
        return Surroundings(
            street or home.street, district or home.district, home.city
        ), rule

    def complete(self, printed: str, line: int, position: int) -> tuple[str, str]:
        """The full name of a body printed at a place, with the rule; "" if unknown."""
        name, rule = self._complete(printed, line, position)
        longer = self.longer_form(name) if name else ""
        return (longer, "short form") if longer else (name, rule)

    def _complete(self, printed: str, line: int, position: int) -> tuple[str, str]:
        printed = unquoted(printed)
        if printed in self.short_forms:
            return self.short_forms[printed], "short form"
        around, rule = self.around(line, position)
        relative = self._relative(printed, around)
        if relative is not None:
            return relative, rule if relative else "unknown area"
        name = self.canonical(printed)
        if self.is_full(name):
            return name, "full"
        known = self.only_full_form(name) if len(name) >= 3 else ""
        if known and "居民区" not in name:
            return known, "only full form"
        company = self._company_called(name)
        if company:
            return company, "short form"
        if name in words("street_bodies") and around.street:
            return around.street + name, rule
        if name in words("station_bodies") and around.street:
            return stem_of(around.street) + name, rule
        if name in words("generic_bodies"):
            return "", "generic"
        return name, "as printed"

    def longer_form(self, name: str) -> str:
        """The one longer name of the article that `name` is a short form of; 青石商会
        is 青石街道商会, 澄江法院 is 澄江区人民法院."""
        for area, stem in self._short_areas:
            if not name.startswith(stem):
                continue
            rest = name.removeprefix(stem)
            for full in (area + rest, *written_out(area + rest)):
                if full in self._by_suffix and full != name:
                    return full
        known = {full for full in written_out(name) if full in self._by_suffix}
        same = self._by_core.get(core_of(name), ())
        known |= {full for full in same if is_short_form(name, full)}
        return known.pop() if len(known) == 1 else ""

    def only_full_form(self, name: str) -> str:
        """The one longer name of the article that ends so, if there is just one; a verb
        in front (办好青石路小学) makes none."""
        known = self._by_suffix.get(name, set()) - {name}
        if len(known) > 1:
            known = {longer for longer in known if self.is_full(longer)}
        return next(iter(known)) if len(known) == 1 else ""

    def with_full_unit(self, name: str) -> str:
        """锚链厂党委: the unit in front in full, if the article names just one such."""
        for end in range(len(name), 2, -1):
            unit = name[:end]
            if _PLACE_BEHIND.match(name, end):
                continue
            if longest_ending(unit) and unit not in words("generic_bodies"):
                full = self.only_full_form(unit)
                if full and not self.is_full(unit):
                    return full + name[end:]
        return name

    def _company_called(self, name: str) -> str:
        """梧荫物业: the one company of the article with these words in its name."""
        if len(name) < 4 or not _COMPANY_SHORT.search(name):
            return ""
        full = {
            known
            for known in self._by_suffix.get("公司", ())
            if name in known and not known.endswith(name)
        }
        return full.pop() if len(full) == 1 else ""

    def ends_full_name(self, tail: str) -> bool:
        """A name with an area in front ends so."""
        return any(map(self.is_full, self._by_suffix.get(tail, set()) - {tail}))

    def canonical(self, name: str) -> str:
        """丹枫区石门街道党工委 is known as 石门街道党工委, and a 居民区 without its
        street."""
        name = _COMMITTEE_OF_TERM.sub("", name)
        name = _TERM.sub("", name.replace("区区委", "区委").replace("县县委", "县委"))
        name = name.removeprefix("中共") if _PARTY.match(name) else name
        city, district = self.home.city, self.home.district
        if city and district and name.startswith(city + district):
            name = name.removeprefix(city)
        district = self._area_in_front(name, self.district_names)
        if district and self._area_in_front(name[len(district) :], self.street_names):
            name = name[len(district) :]
        street = self._area_in_front(name, self.street_names)
        if street and _ESTATE.match(name, len(street)):
            return name[len(street) :]
        short = name.replace("居民区居委", "居委")
        if short != name and short in self._by_suffix:
            return short
        union = f"{street}总工会"
        if street and name == f"{street}工会" and union in self._by_suffix:
            return union
        return name

    def is_full(self, name: str) -> bool:
        """Begins with an area that the text or the home names, or with the city."""
        return bool(
            (self.home.city.endswith("市") and name.startswith(self.home.city))
            or self._area_in_front(name, self.street_names)
            or self._area_in_front(name, self.district_names)
        )

    def begins_with_stem(self, name: str) -> bool:
        """Begins with an area, or with its name without 街道 or 区, and goes on."""
        stem = self._area_in_front(name, self._stems)
        return bool(stem) and len(name) >= len(stem) + 2

    @cached_property
    def _short_areas(self) -> list[tuple[str, str]]:
        """Streets and districts with their names without 街道 or 区."""
        areas = sorted(self.street_names | self.district_names)
        return [(area, stem_of(area).removesuffix("区")) for area in areas]

    @cached_property
    def _stems(self) -> set[str]:
        stems = {stem_of(area) for area in self.street_names}
        stems |= {area.removesuffix("区") for area in self.district_names}
        return stems - {""}

    def _area_in_front(self, name: str, areas: set[str]) -> str:
        for length in range(_LONGEST_AREA, 1, -1):
            if name[:length] in areas:
                return name[:length]
        return ""

    def _relative(self, printed: str, around: Surroundings) -> str | None:
        """街道X, 镇X, 区X, 市X with the area in front; None where it is not relative,
        "" where the area is not known."""
        name = printed.removeprefix("本")
        if name.startswith("街道") and len(name) > 2:
            rest = name.removeprefix("街道")
            towns = around.street[-1:] in _TOWNS and self.home.street[-1:] not in _TOWNS
            street = self.home.street if towns else around.street
            return self.canonical(street + rest) if street else ""
        if (
            name[0] in "镇乡县"
            and longest_ending(name)
            and name != longest_ending(name)
        ):
            area = around.district if name[0] == "县" else around.street
            return area + name[1:] if area.endswith(name[0]) else None
        if name.startswith("区") and name[1:2] not in ("", "域"):
            rest = name[1:].removeprefix("区")
            return around.district + rest if around.district else ""
        if name.startswith("市") and not _NO_CITY.match(name, 1):
            return self._city_body(name, around)
        return None

    def _city_body(self, name: str, around: Surroundings) -> str | None:
        if around.city:
            return around.city.removesuffix("市") + name
        return self.only_full_form(name) or None


def stem_of(street: str) -> str:
    """欧阳路街道 -> 欧阳路, 柳溪镇 -> 柳溪."""
    return street.removesuffix("街道").removesuffix("镇").removesuffix("乡")


def unquoted(printed: str) -> str:
    """“晚霞” -> 晚霞, but “晚霞”合唱团 keeps its marks."""
    inner = printed.strip("“”")
    return printed if "“" in inner or "”" in inner else inner


def _latest(areas: list[Area]) -> list[tuple[Area | None, Area | None]]:
    """For each area of a line the last street and the last district up to it."""
    found, street, district = [], None, None
    for area in areas:
        street = area if area.is_street else street
        district = district if area.is_street else area
        found.append((street, district))
    return found
