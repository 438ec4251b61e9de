"""What becomes public by publishing, and what goes again by withdrawing."""

from datetime import date

import pytest

from articles.models import (
    Article,
    Claim,
    Issue,
    JournalEntry,
    SearchEntry,
    UnitClaim,
)
from articles.models.undated import UNDATED
from articles.publishing import publish, refresh, restore, touched_by, withdraw
from people.models import (
    Area,
    Event,
    Membership,
    Organization,
    OrganizationName,
    Person,
    PersonName,
    Post,
)
from tests.builders import (
    link_topic,
    make_area,
    make_article,
    make_claim,
    make_event,
    make_event_report,
    make_issue,
    make_mention,
    make_organization,
    make_organization_mention,
    make_person,
    make_post,
    make_topic,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    """A draft that alone names a person with a post, a body, an area, an event."""
    article = make_article(published=False)
    street = make_area(shown=False)
    body = make_organization(area=street, shown=False)
    person = make_person(shown=False)
    mention = make_mention(article=article, person=person)
    make_claim(mention=mention, post=make_post(organization=body, shown=False))
    make_organization_mention(article=article, organization=body)
    make_event_report(article=article, event=make_event(shown=False))
    return article


def shown():
    models = (Person, Post, Organization, Event, Area, Membership)
    return {model.__name__: model.objects.published().count() for model in models}


ALL = dict.fromkeys(
    ("Person", "Post", "Organization", "Event", "Area", "Membership"), 1
)
NONE = dict.fromkeys(ALL, 0)


def test_publishing_shows_what_the_article_shows(draft):
    assert publish([draft]) == 1
    assert shown() == ALL
    draft.refresh_from_db()
    assert draft.is_published and draft.published_at
    assert SearchEntry.objects.filter(article=draft).exists()


def test_withdrawing_takes_all_of_it_away(draft):
    publish([draft])
    withdraw([draft], reason="核实中")
    assert shown() == NONE
    assert not SearchEntry.objects.exists()
    draft.refresh_from_db()
    assert draft.status == Article.Status.WITHDRAWN
    assert JournalEntry.objects.filter(action="撤下", detail__isnull=False).exists()


def test_what_another_article_shows_stays(draft):
    other = make_article()
    person = draft.mentions.get().person
    make_claim(
        mention=make_mention(article=other, person=person),
        post=draft.mentions.get().claims.get().post,
    )
    refresh([other])
    publish([draft])
    withdraw([draft])
    person.refresh_from_db()
    assert person.shown


def test_restored_article_is_a_draft(draft):
    publish([draft])
    withdraw([draft])
    restore([draft])
    draft.refresh_from_db()
    assert draft.status == Article.Status.DRAFT
    assert shown() == NONE


def test_publishing_twice_does_nothing_more(draft):
    publish([draft])
    draft.refresh_from_db()
    assert publish([draft]) == 0
    assert Article.objects.get(pk=draft.pk).version == draft.version


@pytest.mark.parametrize(
    ("why", "values", "is_shown"),
    [
        ("an official", {}, True),
        ("a firm's man", {"visibility": "representative"}, False),
        ("a neighbour", {"visibility": "community"}, False),
        (
            "a neighbour who agreed",
            {"visibility": "community", "consent_note": "本人书面同意"},
            True,
        ),
        ("a private person", {"visibility": "private"}, False),
        ("hidden", {"visibility": "hidden"}, False),
    ],
)
def test_who_gets_a_page(draft, why, values, is_shown):
    Person.objects.update(**values)
    publish([draft])
    assert Person.objects.get().shown is is_shown, why


@pytest.mark.parametrize("verdict", ["found", "rejected", "misprint"])
def test_nobody_is_shown_by_an_unaccepted_post(draft, verdict):
    Claim.objects.update(verdict=verdict)
    publish([draft])
    assert not Person.objects.published().exists()
    assert not Post.objects.published().exists()


def test_rank_or_honour_makes_nobody_an_official(draft):
    Claim.objects.update(kind="honour")
    publish([draft])
    assert not Person.objects.published().exists()


def test_merged_person_is_not_shown(draft):
    kept = make_person(name="另名", shown=False)
    Person.objects.exclude(pk=kept.pk).update(merged_into=kept)
    publish([draft])
    assert not Person.objects.filter(name="祝长青", shown=True).exists()


def test_area_is_shown_with_the_areas_around_it(draft):
    district = make_area(kind="district", name="丹枫区", shown=False)
    Area.objects.exclude(pk=district.pk).update(parent=district)
    publish([draft])
    district.refresh_from_db()
    assert district.shown


def test_what_a_changed_article_showed_before_goes(draft):
    publish([draft])
    before = touched_by([draft])
    draft.mentions.all().delete()
    draft.organization_mentions.all().delete()
    refresh([draft], touched=before)
    assert not Person.objects.published().exists()
    assert not Organization.objects.published().exists()


def test_hidden_names_are_kept_beside_the_text(draft):
    person = Person.objects.get()
    Article.objects.update(body="祝长青说，祝常青是误写。")
    PersonName.objects.create(person=person, name="祝常青", kind="misprint")
    person.visibility = Person.Visibility.HIDDEN
    person.save()
    refresh(people=[person])
    draft.refresh_from_db()
    assert sorted(draft.hidden_names) == ["祝常青", "祝长青"]
    assert draft.masked("祝长青说") == "某某说"


def test_refresh_of_everything_finds_the_same(draft):
    publish([draft])
    Person.objects.update(shown=False)
    Organization.objects.update(shown=False)
    refresh()
    assert shown() == ALL


# Dates -------------------------------------------------------------------------


def test_undated_issue_sorts_by_what_its_articles_prove():
    issue = make_issue(date_earliest=None, date_latest=None)
    dated = make_article(issue=issue, happened_earliest=date(2019, 3, 22))
    undated = make_article(issue=issue)
    refresh([dated, undated])
    issue.refresh_from_db()
    dated.refresh_from_db()
    undated.refresh_from_db()
    assert issue.sort_date == dated.sort_date == date(2019, 3, 22)
    assert undated.sort_date == UNDATED


def test_dates_are_copied_to_the_links():
    article = make_article(issue=make_issue(), sort_date=UNDATED)
    mention = make_mention(article=article, sort_date=UNDATED)
    link = link_topic(article, make_topic(), sort_date=UNDATED)
    refresh([article])
    for row in (mention, link):
        row.refresh_from_db()
        assert row.sort_date == date(2024, 5, 9)


def test_issue_whose_articles_prove_nothing_comes_last():
    undated = make_issue(date_earliest=None, date_latest=None)
    refresh([make_article(issue=undated)])
    make_issue()
    assert Issue.objects.newest_first().last() == undated


def test_other_names_of_bodies_show_nothing(draft):
    OrganizationName.objects.create(
        organization=make_organization(shown=False), name="别名"
    )
    publish([draft])
    assert Organization.objects.published().count() == 1


def test_member_unit_known_only_by_its_part_is_public_with_its_article():
    body = make_organization(name="青石路街道共建联席会议", shown=False)
    unit = make_organization(name="青石供水处", kind="centre", shown=False)
    article = make_article()
    make_organization_mention(article=article, organization=body, full_name=body.name)
    UnitClaim.objects.create(
        article=article,
        body_as_named=body.name,
        unit_as_named=unit.name,
        verdict="accepted",
    )
    refresh([article])
    assert Organization.objects.get(pk=unit.pk).shown
    assert body.units.get().shown
    withdraw([article], None)
    assert not Organization.objects.get(pk=unit.pk).shown
