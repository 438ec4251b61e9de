"""Who may have a public page, as an import may judge it once, at creation.

党工委书记, 居委会主任 -> 公职人员        支行行长 -> 单位代表
业委会主任 -> 社区人物                      no post -> 私人
"""

from collections.abc import Iterable

from people.extraction.kinds import kind_of
from people.extraction.wordlists import table
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


def visibility_of(
    bodies: Iterable[Organization], bare_titles: Iterable[str] = ()
) -> str:
    """The visibility of somebody new, by the bodies of the posts printed with them.

    A bare title tells at least the kind of its body: 居委会主任.
    """
    bodies, bare_titles = list(bodies), list(bare_titles)
    if not bodies and not bare_titles:
        return Person.Visibility.PRIVATE
    if any(map(is_public_body, bodies)) or any(map(is_public_title, bare_titles)):
        return Person.Visibility.OFFICIAL
    if bodies and all(body.kind in NEIGHBOURS for body in bodies):
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


def is_public_title(title: str) -> bool:
    """Whether a title names a public office of an unnamed body: 居委会主任."""
    owner = title_owner(title)
    kind = kind_of(stem_of(owner)) if kind_of(owner) in PARTY else kind_of(owner)
    return bool(owner) and kind in PUBLIC


def title_owner(title: str) -> str:
    """What stands before the role: 居委会主任 -> 居委会."""
    roles = (title[start:] for start in range(len(title)))
    role = next((role for role in roles if role in table("roles")), "")
    return title.removesuffix(role)
