"""Memberships as derived from accepted claims of published articles."""

from datetime import date

import pytest

from articles.evidence import day_bounds, derive_memberships, derive_unit_memberships
from articles.models import Article, Question, UnitClaim
from people.models import Membership, Ruling, UnitMembership
from tests.builders import (
    make_article,
    make_claim,
    make_issue,
    make_mention,
    make_organization,
    make_organization_mention,
    make_person,
    make_post,
)

pytestmark = pytest.mark.django_db
EARLY, LATE = date(2019, 3, 22), date(2021, 5, 1)


def print_post(person, post, day=EARLY, **changes):
    """A claim in a published article of an issue of that day (None: undated)."""
    published = changes.pop("published", True)
    issue = make_issue(date_earliest=day, date_latest=day)
    article = make_article(issue=issue, published=published)
    mention = make_mention(article=article, person=person)
    return make_claim(mention=mention, post=post, role=post.role, **changes)


@pytest.mark.parametrize(
    ("why", "happened", "issue", "expected"),
    [
        ("nothing known", (None, None), None, (None, None)),
        ("the issue's day", (None, None), EARLY, (EARLY, EARLY)),
        ("the event's day", (EARLY, EARLY), LATE, (EARLY, EARLY)),
        ("not before", (EARLY, None), None, (EARLY, None)),
        ("not before, and printed", (EARLY, None), LATE, (EARLY, LATE)),
        (
            "a year, cut at the day of printing",
            (date(2019, 1, 1), date(2019, 12, 31)),
            EARLY,
            (date(2019, 1, 1), EARLY),
        ),
        ("announced for later", (LATE, LATE), EARLY, (EARLY, EARLY)),
    ],
)
def test_day_bounds_of_article(why, happened, issue, expected):
    article = make_article(
        issue=make_issue(date_earliest=issue, date_latest=issue),
        happened_earliest=happened[0],
        happened_latest=happened[1],
    )
    assert day_bounds(article) == expected, why


def test_accepted_claim_of_published_article_gives_membership_with_evidence():
    claim = print_post(make_person(), make_post())
    derive_memberships()
    membership = Membership.objects.get()
    assert (membership.start_latest, membership.end_earliest) == (EARLY, EARLY)
    assert membership.start_earliest is None and membership.end_latest is None
    assert {row.bound for row in membership.evidence.all()} == {
        "start_latest",
        "end_earliest",
        "first_seen",
        "last_seen",
    }
    assert {row.claim for row in membership.evidence.all()} == {claim}
    claim.refresh_from_db()
    assert claim.membership == membership


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        ("draft", {"published": False}),
        ("not yet judged", {"verdict": "found"}),
        ("rejected", {"verdict": "rejected"}),
        ("misprint", {"verdict": "misprint"}),
        ("a title of an activity", {"kind": "activity"}),
        ("nominee", {"nominee": True}),
    ],
)
def test_no_membership_without_proof(why, changes):
    print_post(make_person(), make_post(), **changes)
    derive_memberships()
    assert not Membership.objects.exists(), why


def test_claim_of_rejected_name_proves_nothing():
    claim = print_post(make_person(), make_post())
    claim.mention.verdict = "rejected"
    claim.mention.save()
    derive_memberships()
    assert not Membership.objects.exists()


def test_claim_under_open_question_proves_nothing():
    claim = print_post(make_person(), make_post())
    question = Question.objects.create(
        key="k", kind="two_holders", summary="s", about={"questioned": [claim.pk]}
    )
    derive_memberships()
    assert not Membership.objects.exists()
    question.verdict = Question.Verdict.BOTH
    question.save()
    derive_memberships()
    assert Membership.objects.exists()


def test_former_is_no_current_membership():
    print_post(make_person(), make_post(), former=True)
    derive_memberships()
    membership = Membership.objects.get()
    assert membership.printed_as_former
    assert membership.end_latest == EARLY
    assert membership.last_seen is None


def test_withdrawn_article_takes_its_membership_along():
    claim = print_post(make_person(), make_post())
    derive_memberships()
    Article.objects.update(status=Article.Status.WITHDRAWN)
    derive_memberships([claim.mention.person_id])
    assert not Membership.objects.exists()


def test_membership_keeps_its_number():
    person, post = make_person(), make_post()
    print_post(person, post)
    derive_memberships()
    before = Membership.objects.get().pk
    print_post(person, post, LATE)
    derive_memberships([person.pk])
    after = Membership.objects.get()
    assert after.pk == before
    assert (after.start_latest, after.end_earliest) == (EARLY, LATE)


def test_only_the_people_asked_for_are_derived():
    post = make_post(seats=None)
    one, other = make_person(), make_person(name="温如玉")
    print_post(one, post), print_post(other, post)
    derive_memberships([one.pk])
    assert [row.person for row in Membership.objects.all()] == [one]


def test_ruling_bounds_beside_print(admin_user):
    person, post = make_person(), make_post()
    print_post(person, post)
    ruling = Ruling.objects.create(
        kind="end",
        person=person,
        post=post,
        date=LATE,
        checked_on=LATE,
        source="任免通知",
        made_by=admin_user,
    )
    derive_memberships()
    membership = Membership.objects.get()
    assert membership.end_latest == LATE
    assert membership.evidence.get(bound="end_latest").ruling == ruling


def test_number_of_queries_does_not_grow(django_assert_max_num_queries):
    for number in range(12):
        print_post(make_person(name=f"祝长{number}"), make_post())
    with django_assert_max_num_queries(20):
        derive_memberships()


@pytest.mark.parametrize(
    ("printed", "end"), [(date(2026, 11, 19), date(2026, 11, 19)), (None, None)]
)
def test_former_is_true_on_the_day_of_printing_not_of_the_meeting(printed, end):
    met = date(2026, 9, 20)
    article = make_article(
        issue=make_issue(date_earliest=printed, date_latest=printed),
        happened_earliest=met,
        happened_latest=met,
    )
    mention = make_mention(article=article)
    make_claim(mention=mention, post=make_post(), former=True)
    derive_memberships()
    assert Membership.objects.get().end_latest == end


def unit_claim(body, unit, **changes):
    article = make_article(issue=make_issue(date_earliest=EARLY, date_latest=EARLY))
    make_organization_mention(article=article, organization=body, full_name=body.name)
    values = {"body_as_named": body.name, "unit_as_named": unit.name}
    values |= {"verdict": "accepted", "quote": "原句"}
    return UnitClaim.objects.create(article=article, **values | changes)


def test_unit_claims_give_unit_memberships():
    body = make_organization(name="青石路街道共建联席会议", kind="joint_meeting")
    unit = make_organization(name="青石图书馆", kind="culture")
    claim = unit_claim(body, unit, label="牵头单位")
    derive_unit_memberships()
    row = UnitMembership.objects.get()
    assert (row.organization, row.unit, row.label) == (body, unit, "牵头单位")
    assert (row.first_seen, row.last_seen) == (EARLY, EARLY)
    assert list(row.claims.all()) == [claim]


def test_unit_membership_goes_with_its_claim():
    claim = unit_claim(make_organization(name="甲联盟"), make_organization(name="乙馆"))
    derive_unit_memberships()
    UnitClaim.objects.update(verdict="rejected")
    derive_unit_memberships([claim.article_id])
    assert not UnitMembership.objects.exists()
