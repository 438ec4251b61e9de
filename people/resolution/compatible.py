"""Whether one person may well stand with both of two bodies.

欧阳路街道党工委 / 欧阳路街道办事处    the same street's own bodies
虹口海关党委 / 虹口海关                 a unit and its party organization
虹口区委 / 虹口区委组织部               a body and a part of it
江州清直律师事务所 / 江州清值律师事务所    a unit misprinted
"""

import re

from people.extraction.wordlists import words
from people.models import Area, Organization
from people.models.organization import Kind

UMBRELLAS = {Kind.DISTRICT, Kind.STREET, Kind.NEIGHBOURHOOD, Kind.PLATFORM}
#: Bodies whose leaders one street shares out among the same few people.
STREET_BODIES = {
    Kind.PARTY_COMMITTEE,
    Kind.PARTY_WORK_COMMITTEE,
    Kind.PARTY_GROUP,
    Kind.PARTY_BRANCH,
    Kind.DISCIPLINE,
    Kind.PARTY_DEPARTMENT,
    Kind.CONGRESS,
    Kind.CONSULTATIVE,
    Kind.SUBDISTRICT_OFFICE,
    Kind.INNER_OFFICE,
    Kind.CENTRE,
    Kind.ARMED_FORCES,
    Kind.MASS_ORG,
    Kind.JOINT_MEETING,
    Kind.SPECIAL_COMMITTEE,
    Kind.LEADING_GROUP,
    Kind.WORKING_GROUP,
}
NEIGHBOURHOOD_BODIES = {
    Kind.NEIGHBOURHOOD,
    Kind.RESIDENTS_COMMITTEE,
    Kind.PARTY_BRANCH,
    Kind.PARTY_COMMITTEE,
}
PARTY_ENDING = re.compile(
    r"(?:机关)?(?:临时|联合|二级)?(?:党委|党组|党总支|党支部|党工委|纪委|纪工委)$"
)
#: A shorter stem would join bodies by chance.
SHORTEST_STEM = 4
SHORTEST_TAIL = 6
#: Units whose long names a misprint makes two; whether it did is asked of the units.
UNITS = {
    Kind.COMPANY,
    Kind.PROPERTY_COMPANY,
    Kind.SOCIAL_ORG,
    Kind.CENTRE,
    Kind.MEDICAL,
}
SHORTEST_UNIT = 8


def are_compatible(first: Organization, second: Organization) -> bool:
    """Whether the same name with either body is taken for the same person."""
    if first.pk == second.pk:
        return True
    if _are_linked(first, second) or _share_stem(first, second):
        return True
    if _is_misprint(first, second):
        return True
    if first.area_id is None or first.area_id != second.area_id:
        return False
    kinds = {first.kind, second.kind}
    if first.area.kind == Area.Kind.STREET:
        return kinds <= STREET_BODIES
    if first.area.kind == Area.Kind.NEIGHBOURHOOD:
        return kinds <= NEIGHBOURHOOD_BODIES
    return False


def share_staff(first: Organization, second: Organization) -> bool:
    """A body of a street and one of a 居民区 in it: people of the one are sent to the
    other and back."""
    pairs = ((first, second), (second, first))
    return any(
        high.kind in STREET_BODIES
        and low.kind in NEIGHBOURHOOD_BODIES
        and low.area_id is not None
        and low.area.kind == Area.Kind.NEIGHBOURHOOD
        and high.area_id is not None
        and low.area.parent_id == high.area_id
        for high, low in pairs
    )


def stem_of(name: str) -> str:
    """The unit whose party organization a name is: 虹口海关党委 -> 虹口海关."""
    return PARTY_ENDING.sub("", name)


def _are_linked(first: Organization, second: Organization) -> bool:
    """One is above the other, or became it."""
    pairs = ((first, second), (second, first))
    return any(
        low.superior_id == high.pk or low.former_body_id == high.pk
        for low, high in pairs
    )


def _is_misprint(first: Organization, second: Organization) -> bool:
    """One character of a unit's long name differs, and not one that numbers units."""
    if {first.kind, second.kind} - UNITS or len(first.name) != len(second.name):
        return False
    pairs = zip(first.name, second.name, strict=True)
    wrong = [pair for pair in pairs if pair[0] != pair[1]]
    if len(wrong) != 1 or len(first.name) < SHORTEST_UNIT:
        return False
    return not set(wrong[0]) <= words("telling_characters")


def _share_stem(first: Organization, second: Organization) -> bool:
    if {first.kind, second.kind} & UMBRELLAS:
        return False
    short, long = sorted((stem_of(first.name), stem_of(second.name)), key=len)
    is_place = short.endswith(("街道", "区", "市", "镇"))
    if len(short) < SHORTEST_STEM or is_place:
        return False
    if long.startswith(short) or short == long.replace("街道", "", 1):
        return True
    return len(short) >= SHORTEST_TAIL and long.endswith(short)
