"""JSON-LD of people, activities and bodies."""

from datetime import time

import pytest

from people.models import Area, Membership
from tests.articles.test_structured import graph
from tests.builders import (
    make_area,
    make_article,
    make_claim,
    make_event,
    make_event_report,
    make_mention,
    make_organization,
    make_organization_mention,
    make_person,
    make_post,
)

pytestmark = pytest.mark.django_db


def test_person_holds_roles_without_dates(client):
    person, post = make_person(), make_post()
    claim = make_claim(mention=make_mention(person=person), post=post)
    day = claim.mention.sort_date
    claim.membership = Membership.objects.create(
        person=person, post=post, first_seen=day, last_seen=day, shown=True
    )
    claim.save()
    data = graph(client, person)["Person"]
    assert data["name"] == person.name
    (role,) = data["memberOf"]
    assert (role["@type"], role["roleName"]) == ("OrganizationRole", "书记")
    assert role["memberOf"]["name"] == post.organization.name
    assert not {"startDate", "endDate"} & set(role)


def test_event_of_one_day_has_its_day(client):
    event = make_event(place="枫桥路")
    make_event_report(event=event)
    event.organizers.add(make_organization(name="枫桥商会"))
    data = graph(client, event)["Event"]
    assert data["startDate"] == data["endDate"] == "2024-05-05"
    assert data["location"] == {"@type": "Place", "name": "枫桥路"}
    assert [body["name"] for body in data["organizer"]] == ["枫桥商会"]


def test_event_has_its_hour_where_it_is_known(client):
    event = make_event(starts=time(9, 30))
    make_event_report(event=event)
    data = graph(client, event)["Event"]
    assert data["startDate"] == "2024-05-05T09:30:00+08:00"
    assert "endDate" not in data


def test_event_without_a_proven_day_has_none(client):
    event = make_event(date_earliest=None, date_latest=None)
    make_event_report(event=event)
    assert "startDate" not in graph(client, event)["Event"]


def test_body_and_area_say_the_way(client):
    area = make_area(name="梧桐里居民区", kind=Area.Kind.NEIGHBOURHOOD, shown=True)
    body = make_organization(area=area)
    make_organization_mention(article=make_article(), organization=body)
    assert graph(client, body)["Organization"]["name"] == body.name
    for row in (area, body):
        steps = graph(client, row)["BreadcrumbList"]["itemListElement"]
        assert steps[-1]["item"] == f"http://testserver{row.get_absolute_url()}"
