"""Who, which body, which post, which event a printed name means.

The only place that creates Person, Organization, Post and Event. Each decision
carries its rule in Chinese. Every `resolve_…s` takes a whole issue and asks the
database a fixed number of times.
"""

from .areas import Home, NamedArea, area_named_in, resolve_areas
from .bodies import BodyDecision, NamedBody, resolve_bodies, resolve_body
from .events import EventDecision, NamedEvent, resolve_event, resolve_events
from .people import (
    NamedPerson,
    Namesakes,
    PersonDecision,
    namesakes_of,
    resolve_people,
    resolve_person,
)
from .posts import resolve_post, resolve_posts, seats_of
from .sort_names import sort_name

__all__ = [
    "BodyDecision",
    "EventDecision",
    "Home",
    "NamedArea",
    "NamedBody",
    "NamedEvent",
    "NamedPerson",
    "Namesakes",
    "PersonDecision",
    "area_named_in",
    "namesakes_of",
    "resolve_areas",
    "resolve_bodies",
    "resolve_body",
    "resolve_event",
    "resolve_events",
    "resolve_people",
    "resolve_person",
    "resolve_post",
    "resolve_posts",
    "seats_of",
    "sort_name",
]
