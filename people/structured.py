"""A person, an activity and a body as JSON-LD, in words of schema.org.

A sighting is no beginning and no end: posts carry no dates.
"""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from articles.structured import LOCATE, Data
from people.models import Area, Event, Membership, Organization, Person


def person_data(
    person: Person, memberships: Iterable[Membership], locate: LOCATE
) -> Data:
    """A Person with an OrganizationRole for every post that print shows."""
    address = locate(person.get_absolute_url())
    data: Data = {
        "@type": "Person",
        "@id": address,
        "url": address,
        "name": person.name,
        "disambiguatingDescription": person.disambiguation,
        "memberOf": [role_data(row, locate) for row in memberships],
    }
    return {name: value for name, value in data.items() if value}


def role_data(membership: Membership, locate: LOCATE) -> Data:
    post = membership.post
    return {
        "@type": "OrganizationRole",
        "roleName": post.role,
        "url": locate(post.get_absolute_url()),
        "memberOf": body_data(post.organization, locate),
    }


def body_data(body: Organization, locate: LOCATE) -> Data:
    data: Data = {"@type": "Organization", "name": body.name}
    if body.shown:
        data["url"] = locate(body.get_absolute_url())
    return data


def event_data(
    event: Event, organizers: Iterable[Organization], locate: LOCATE
) -> Data:
    """An Event; its days only where both are proven."""
    address = locate(event.get_absolute_url())
    data: Data = {
        "@type": "Event",
        "@id": address,
        "url": address,
        "name": event.name,
        "location": {"@type": "Place", "name": event.place} if event.place else None,
        "organizer": [body_data(body, locate) for body in organizers],
    }
    data |= event_bounds(event)
    return {name: value for name, value in data.items() if value}


def event_bounds(event: Event) -> Data:
    """The day, or where print gives the hour that hour and no end but a printed one."""
    if not event.is_one_day:
        return {}
    day = event.date_earliest.isoformat()
    if not event.has_hour:
        return {"startDate": day, "endDate": day}
    hours = {"startDate": event.starts, "endDate": event.ends}
    return {
        name: timezone.make_aware(
            datetime.combine(event.date_earliest, hour)
        ).isoformat()
        for name, hour in hours.items()
        if hour
    }


def steps_to(row: Person | Organization | Area | Event) -> list[tuple[str, str]]:
    """The list that the row stands in, and its own page."""
    lists = {
        Person: ("人物", "people:person-list"),
        Organization: ("单位", "people:organization-list"),
        Area: ("居民区", "people:area-list"),
        Event: ("活动", "people:event-list"),
    }
    label, url_name = lists[type(row)]
    return [(label, reverse(url_name)), (row.name, row.get_absolute_url())]
