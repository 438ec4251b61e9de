"""What a part of a body belongs to: the body printed before it.

X公司党委副书记、纪委书记   -> X公司
街道党工委副书记、主任      -> the street's 办事处
"""

import re

from people.extraction.antecedents import UNION_PARTS, WHOLE
from people.extraction.kinds import kind_of, longest_ending
from people.extraction.parts import unit_of
from people.extraction.resolver import Resolver
from people.extraction.titles import Title
from people.extraction.wordlists import words

#: 团工委, 妇联 stand beside the 总工会 of a street, not below it.
_OF_STREET = frozenset(["mass_org", "chamber", "party_work_committee"])
#: No part of the committees of residents or owners that stand before them.
_BY_THEMSELVES = frozenset(["company", "property_company", "school", "medical"])
_OF_RESIDENTS = frozenset(["residents_committee", "owners_committee", "party_branch"])
_BESIDE_PARTY = frozenset(["residents_committee", "party_branch", "mass_org"])
#: Bodies of a street with a 党支部, 工会 and 办公室 of their own.
_WITH_PARTS = frozenset(["centre", "medical", "culture"])
_HEADS = frozenset(["主任", "副主任"])
_HOME_PARTY = re.compile("(?P<home>.+(?:居民区|社区))党(?:委|总支|支部)")
#: Bodies at a school with officers of their own.
_AT_SCHOOL = ("家委会", "家长委员会", "学生会")
_STATE = ("congress", "subdistrict_office", "armed_forces")
#: Bodies of a street that have no such officers; its 党工委 has.
_WITHOUT = dict.fromkeys(("书记", "副书记", "专职副书记"), _STATE) | dict.fromkeys(
    ("组织委员", "宣传委员", "统战委员", "政法委员"), (*_STATE, "discipline")
)
# 澄江区委: its 纪委 is the 纪委 of the district.
_COMMITTEE = re.compile(
    "(?P<area>.+(?:[区市县省]|镇(?=党委)|乡(?=党委)))(?:党?委|纪委)"
)


def inherited_by(title: Title, inherited: str) -> str:
    """街道党工委副书记、主任: a committee of the party has no 主任, its street has, as
    has the 居民区 of a 党总支."""
    street = street_of(inherited) if title.role in _HEADS else ""
    if street and kind_of(inherited) in ("party_work_committee", "discipline"):
        return f"{street}办事处"
    home = _HOME_PARTY.fullmatch(inherited) if title.role in _HEADS else None
    if home:
        return f"{home['home']}居委会"
    if kind_of(inherited) in _WITHOUT.get(title.role, ()) and street_of(inherited):
        return f"{street_of(inherited)}党工委"
    bureau = inherited.removesuffix("党工委")
    if bureau != inherited and longest_ending(bureau) and "书记" not in title.role:
        return bureau
    if inherited.endswith("办公室") and title.role.endswith("主任"):
        return inherited
    if inherited.endswith(_AT_SCHOOL):
        return inherited
    return unit_of(inherited)


def part_of(owner: str, inherited: str, resolver: Resolver) -> tuple[str, str]:
    """党委, 工会 alone are a part of the unit printed before them; 居委会 belongs to
    the 居民区 of the 党总支 before it."""
    estate = re.match(r".*居民区|.*?(?:社区|村)(?=党|$)", inherited)
    if estate and kind_of(owner) in _BESIDE_PARTY:
        part = owner.removeprefix("居民区").removeprefix("社区")
        return resolver.canonical(estate[0] + part), "inherited"
    street = street_of(inherited) if kind_of(owner) in _OF_STREET else ""
    if street:
        return street + owner, "inherited"
    committee = _COMMITTEE.fullmatch(inherited)
    if committee and kind_of(owner) == "discipline":
        return committee["area"] + owner, "inherited"
    estate_body = (
        owner.startswith(("居", "社区")) or kind_of(owner) == "residents_committee"
    )
    estate_body = estate_body or kind_of(owner) == "owners_committee"
    beside = kind_of(owner) in _BY_THEMSELVES and kind_of(inherited) in _OF_RESIDENTS
    if inherited and longest_ending(owner) and not estate_body and not beside:
        return owner_of_post(unit_of(inherited) + owner), "inherited"
    return "", "generic"


def is_part(owner: str, resolver: Resolver, inherited: str) -> bool:
    """纪委, 技术科, 组织部: no area in front and no body of the street by right; 办事处
    is a part behind another body of its street."""
    if is_of_street(owner) and street_of(inherited):
        return True
    if kind_of(owner) == kind_of(inherited) == "party_branch":
        # 机关党支部 stands beside 外科党支部.
        return False
    if resolver.is_full(owner) or owner[0] in "区市" or owner.startswith("街道"):
        return False
    inner = owner in words("unit_parts") or owner in words("generic_bodies")
    if not inner and owner.endswith("理事会"):
        return False
    return inner or kind_of(owner) in ("party_department", "inner_office", "discipline")


def is_of_street(owner: str) -> bool:
    """党工委, 办事处: a body of the street printed without it."""
    return owner in words("street_bodies") and not owner.startswith("街道")


def joined(owner: str, inherited: str) -> tuple[str, str]:
    """The part that `owner` names of the body before it, or that body."""
    if unit_of(inherited).endswith(owner):
        return unit_of(inherited), "inherited"
    if kind_of(owner) == "party_department":
        area = re.match(r".*?(?:区委|市委|县委|省委|党工委|街道)", inherited)
        if not area and kind_of(unit_of(inherited)) in WHOLE:
            return unit_of(inherited), "inherited"
        return (area[0] if area else unit_of(inherited)) + owner, "inherited"
    street = street_of(inherited)
    if not street and owner.endswith("办"):
        # 街道房管所所长兼旧改办主任
        street = "".join(re.findall(r"^.+?街道", inherited))
    own = kind_of(inherited) in _WITH_PARTS and not is_of_street(owner)
    own = own and (owner in words("unit_parts") or not owner.endswith("办"))
    if street and not own and owner not in UNION_PARTS:
        return street + owner, "inherited"
    return owner_of_post(unit_of(inherited) + owner), "inherited"


def street_of(body: str) -> str:
    """槐荫街道 of 槐荫街道总工会: the body stands beside the others of its street."""
    street = re.match(r".+?街道", body)
    rest = body[street.end() :] if street else ""
    known = rest in words("street_bodies") or rest in words("generic_bodies")
    return street[0] if street and (known or kind_of(rest) == "inner_office") else ""


def owner_of_post(name: str) -> str:
    """A section of a company is the company; its party body stays a body."""
    if not name or "临时" in name:
        return name
    if kind_of(name).startswith("party"):
        return _party_of_unit(name)
    inner = kind_of(name) == "inner_office" or name[-1] in "科股办"
    section = name[-1] in "部处" and not name.endswith(("营业部", "分部"))
    inner = inner or (section and kind_of(unit_of(name)) in WHOLE)
    inner = inner or (name[-1] in "处庭" and not longest_ending(name))
    if inner or longest_ending(name) in words("unit_parts"):
        unit = unit_of(name)
        return name if unit in words("generic_bodies") else unit
    return name


def _party_of_unit(name: str) -> str:
    """某某大学后勤处党总支 is the 党总支 of the university."""
    ending = longest_ending(name)
    section = name.removesuffix(ending)
    unit = unit_of(section)
    inner = unit != section and section[-1] in "部处科室" and kind_of(unit) in WHOLE
    return unit + ending if inner else name
