"""Who, which body, where, what happened. Knows nothing of what was printed."""

from .area import Area, AreaName
from .event import Event
from .identity import Identity
from .membership import Membership, Ruling, UnitMembership
from .organization import Organization, OrganizationName
from .person import Person, PersonName
from .post import Post

__all__ = [
    "Area",
    "AreaName",
    "Event",
    "Identity",
    "Membership",
    "Organization",
    "OrganizationName",
    "Person",
    "PersonName",
    "Post",
    "Ruling",
    "UnitMembership",
]
