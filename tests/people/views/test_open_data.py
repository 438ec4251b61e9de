"""Popolo JSON and CSV: off by default, only what is shown, after Popolo's rules."""

import csv
import io
from datetime import date

import jsonschema
import pytest
from django.urls import reverse

from articles.models import Evidence
from people.models import Membership
from people.views.open_data import table
from tests.builders import (
    make_claim,
    make_mention,
    make_organization,
    make_person,
    make_post,
)

pytestmark = pytest.mark.django_db
NAMES = ("popolo", "people-table", "organizations-table", "memberships-table")

TEXT = {"type": "string", "minLength": 1}
DAY = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}){0,2}$"}
LINKS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"url": {"type": "string", "pattern": "^https?://"}},
        "required": ["url"],
    },
}
OTHER_NAMES = {
    "type": "array",
    "items": {"type": "object", "properties": {"name": TEXT}, "required": ["name"]},
}


def thing(required, **properties):
    """The rules of one Popolo class: these properties and no others."""
    return {
        "type": "object",
        "properties": {"id": TEXT, "links": LINKS, "sources": LINKS} | properties,
        "required": ["id", *required],
        "additionalProperties": False,
    }


RULES = {
    "type": "object",
    "additionalProperties": False,
    "required": ["persons", "organizations", "posts", "memberships"],
    "properties": {
        name: {"type": "array", "items": rules}
        for name, rules in {
            "persons": thing(
                ["name"], name=TEXT, sort_name=TEXT, other_names=OTHER_NAMES
            ),
            "organizations": thing(
                ["name"],
                name=TEXT,
                classification=TEXT,
                parent_id=TEXT,
                other_names=OTHER_NAMES,
            ),
            "posts": thing(
                ["label", "organization_id"],
                label=TEXT,
                role=TEXT,
                organization_id=TEXT,
            ),
            "memberships": thing(
                ["person_id", "organization_id"],
                label=TEXT,
                role=TEXT,
                person_id=TEXT,
                organization_id=TEXT,
                post_id=TEXT,
                start_date=DAY,
                end_date=DAY,
            ),
        }.items()
    },
}


@pytest.fixture
def public(settings):
    settings.PUBLIC_DATA = True


def make_membership(**overrides):
    person, post = make_person(), make_post()
    claim = make_claim(mention=make_mention(person=person), post=post)
    day = claim.mention.sort_date
    values = {"person": person, "post": post, "first_seen": day, "last_seen": day}
    membership = Membership.objects.create(**values | {"shown": True} | overrides)
    Evidence.objects.create(
        membership=membership, bound="first_seen", date=day, claim=claim
    )
    return membership


def read_table(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("name", NAMES)
def test_data_are_off_by_default(client, name):
    make_membership()
    assert client.get(reverse(f"people:{name}")).status_code == 404


def test_document_keeps_the_rules_of_popolo(client, public):
    membership = make_membership()
    membership.person.other_names.create(name="祝常青")
    membership.person.other_names.create(name="祝长表", kind="misprint")
    document = client.get(reverse("people:popolo")).json()
    jsonschema.validate(document, RULES)
    (person,) = document["persons"]
    assert person["name"] == "祝长青"
    assert person["other_names"] == [{"name": "祝常青"}]
    (held,) = document["memberships"]
    assert held["person_id"] == person["id"]
    assert held["organization_id"] == document["organizations"][0]["id"]
    assert held["post_id"] == document["posts"][0]["id"]
    article = membership.evidence.get().claim.mention.article
    assert held["sources"] == [
        {"url": f"http://testserver{article.get_absolute_url()}"}
    ]


def test_a_sighting_is_no_start_and_no_end(client, public):
    make_membership(start_latest=date(2024, 5, 9), end_earliest=date(2024, 5, 9))
    (held,) = client.get(reverse("people:popolo")).json()["memberships"]
    assert not {"start_date", "end_date"} & set(held)


def test_a_proven_day_is_given(client, public):
    day = date(2024, 5, 9)
    make_membership(start_earliest=day, start_latest=day)
    (held,) = client.get(reverse("people:popolo")).json()["memberships"]
    assert held["start_date"] == "2024-05-09"


def test_what_is_not_shown_is_in_no_data(client, public):
    make_person(name="郝小满", shown=False)
    make_organization(name="枫桥商会", shown=False)
    make_membership(shown=False)
    hidden = make_membership()
    hidden.person.shown = False
    hidden.person.save()
    document = client.get(reverse("people:popolo")).json()
    assert document["memberships"] == []
    assert "郝小满" not in str(document) and "枫桥商会" not in str(document)
    for name in NAMES[1:]:
        assert "郝小满" not in str(read_table(client.get(reverse(f"people:{name}"))))


def test_tables_hold_a_row_each(client, public):
    membership = make_membership()
    rows = read_table(client.get(reverse("people:memberships-table")))
    assert rows[0][:4] == ["人物编号", "姓名", "单位", "职务"]
    assert rows[1][1:4] == [
        membership.person.name,
        membership.post.organization.name,
        "书记",
    ]
    for name in ("people-table", "organizations-table"):
        assert len(read_table(client.get(reverse(f"people:{name}")))) == 2


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(cell):
    ((_, found),) = read_table(table("x", ["甲", "乙"], [("好", cell)]))[1:]
    assert found == f"'{cell}"


def test_document_takes_few_queries(client, public, django_assert_max_num_queries):
    for _ in range(4):
        make_membership()
    with django_assert_max_num_queries(10):
        client.get(reverse("people:popolo"))
