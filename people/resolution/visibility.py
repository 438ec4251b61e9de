"""Who may have a public page, as an import may judge it once, at creation.

党工委书记, 居委会主任 -> 公职人员        支行行长 -> 单位代表
业委会主任 -> 社区人物                      no post -> 私人
"""

from collections.abc import Iterable

from people.extraction.kinds import kind_of
from people.models import Organization, Person
from people.models.organization import Kind

from .compatible import stem_of

PARTY = {Kind.PARTY_COMMITTEE, Kind.PARTY_GROUP, Kind.PARTY_BRANCH, Kind.DISCIPLINE}
PUBLIC = {
    Kind.PARTY_WORK_COMMITTEE,
    Kind.PARTY_DEPARTMENT,
    Kind.CONGRESS,
    Kind.CONSULTATIVE,
    Kind.GOVERNMENT,
    Kind.SUBDISTRICT_OFFICE,
    Kind.GOV_DEPARTMENT,
    Kind.INNER_OFFICE,
    Kind.CENTRE,
    Kind.FIELD_STATION,
    Kind.ARMED_FORCES,
    Kind.MASS_ORG,
    Kind.RESIDENTS_COMMITTEE,
    Kind.LEADING_GROUP,
    Kind.DISTRICT,
    Kind.STREET,
    Kind.NEIGHBOURHOOD,
}
PRIVATE_UNITS = {
    Kind.COMPANY,
    Kind.PROPERTY_COMPANY,
    Kind.SCHOOL,
    Kind.MEDICAL,
    Kind.CULTURE,
    Kind.MEDIA,
    Kind.SOCIAL_ORG,
    Kind.CHAMBER,
    Kind.STUDIO,
}
NEIGHBOURS = {Kind.OWNERS_COMMITTEE, Kind.RESIDENTS_TEAM, Kind.VOLUNTEER_TEAM}


def visibility_of(bodies: Iterable[Organization]) -> str:
    """The visibility of somebody new, by the bodies of the posts printed with them."""
    bodies = list(bodies)
    if not bodies:
        return Person.Visibility.PRIVATE
    if any(is_public_body(body) for body in bodies):
        return Person.Visibility.OFFICIAL
    if all(body.kind in NEIGHBOURS for body in bodies):
        return Person.Visibility.COMMUNITY
    return Person.Visibility.REPRESENTATIVE


def is_public_body(body: Organization) -> bool:
    """Whether a post there is a public office; a firm's party branch is none."""
    if body.kind not in PARTY:
        return body.kind in PUBLIC
    owner = kind_of(stem_of(body.name))
    if owner in PRIVATE_UNITS:
        return False
    return owner in PUBLIC or body.area_id is not None
