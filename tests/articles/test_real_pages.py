"""The five real pages, loaded and published: who is proven to have held what.

Reads the pages beside the checkout; without them the tests skip and say so.
"""

import pytest

from articles.dry_run import read_files
from articles.holders import holders_on
from articles.judging import judge_question
from articles.loading import ImportOptions, load_issue
from articles.models import Claim, Mention, Question
from articles.questions import find_questions, open_questions
from articles.sessions import sessions_of
from people.models import Membership, Organization, Person, Post, UnitMembership

pytestmark = pytest.mark.django_db
COMMITTEE = "欧阳路街道党工委"


def load(folder, pattern="*.txt"):
    reading = read_files(sorted(folder.glob(pattern)))
    assert not reading.refusals
    return load_issue(reading.files, ImportOptions(separate=True, publish=True))


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, shared):
    """All five pages, read once for the module and taken away after it."""
    from django.db import transaction

    with django_db_blocker.unblock():
        block = transaction.atomic()
        block.__enter__()
        try:
            load(shared / "seeds")
            yield
        finally:
            transaction.set_rollback(True)
            block.__exit__(None, None, None)


def membership(name, role, body=COMMITTEE):
    return Membership.objects.filter(
        person__name=name, post__role=role, post__organization__name=body
    ).first()


def questions_on(pattern):
    """Open questions of which both sentences stand on the page of that file."""
    return Question.objects.open().filter(
        first_article__page__source__name__startswith=pattern,
        second_article__page__source__name__startswith=pattern,
    )


def test_secretary_is_one_by_evidence_of_2019_and_another_after(loaded):
    before, after = membership("王燕华", "书记"), membership("王磊", "书记")
    assert before.start_latest.year == before.end_earliest.year == 2019
    assert after.end_earliest > before.end_earliest
    assert before.evidence.get(bound="start_latest").claim.quote


def test_one_person_over_four_pages(loaded):
    issues = Mention.objects.filter(person__name="王燕华")
    assert Person.objects.filter(name="王燕华").count() == 1
    assert issues.values("article__issue").distinct().count() == 4


def test_nobody_gets_an_invented_start_or_end(loaded):
    for row in Membership.objects.all():
        proven = {e.bound: e.date for e in row.evidence.all()}
        for bound in ("start_earliest", "start_latest", "end_earliest", "end_latest"):
            assert getattr(row, bound) == proven.get(bound)
        assert row.start_earliest is None
        assert row.end_latest is None or row.printed_as_former


def test_former_deputy_holds_no_current_post_but_deputy_command(loaded):
    held = Membership.objects.filter(person__name="李爱武", printed_as_former=False)
    assert [row.post.role for row in held] == ["副指挥长"]
    assert Claim.objects.get(mention__person__name="李爱武", former=True)


def test_two_posts_that_disagree_bound_nobody(loaded):
    assert not Membership.objects.filter(person__name="薛俊全").exists()


def test_secretary_of_a_temporary_body_is_a_full_one(loaded):
    row = Membership.objects.get(person__name="龚健", post__role="书记")
    assert row.post.organization.temporary
    assert not row.printed_as_former


def test_head_of_a_drill_is_no_post(loaded):
    claim = Claim.objects.get(mention__person__name="龚健", role="指挥长")
    assert claim.kind == Claim.Kind.ACTIVITY and claim.post is None


def test_post_of_a_guest_finds_its_own_street(loaded):
    claim = Claim.objects.filter(mention__person__name="顾定鋆", role="书记").get()
    assert str(claim.post.organization) == "半淞园路街道党工委"


def test_page_three_has_exactly_two_open_questions(loaded):
    asked = {q.kind: q for q in questions_on("003")}
    assert set(asked) == {"chief_and_deputy", "near_body"}
    assert questions_on("003").count() == 2
    case = asked["chief_and_deputy"]
    assert "薛俊全" in case.summary and "王磊" in case.summary
    assert "副书记薛俊全" in case.first_quote
    assert "党工委书记薛俊全" in case.second_quote
    assert "至合" in asked["near_body"].summary and "至和" in asked["near_body"].summary


def test_names_like_each_other_are_asked_about_nowhere(loaded):
    summaries = "".join(q.summary for q in open_questions())
    for name in ("夏玲", "夏小玲", "童磊", "王燕华"):
        assert name not in summaries


def test_post_that_lacks_its_body_is_asked_about(loaded):
    (question,) = Question.objects.filter(kind="near_post")
    assert "虹口区常委" in question.summary


def test_verdict_in_one_click_proves_the_deputy(loaded, admin_user):
    case = Question.objects.get(kind="chief_and_deputy")
    judge_question(case, "first", admin_user)
    assert membership("薛俊全", "副书记")
    assert membership("薛俊全", "书记") is None
    find_questions()
    assert not open_questions().filter(kind="chief_and_deputy").exists()
    assert Question.objects.get(pk=case.pk).verdict == "first"


def test_who_was_printed_with_the_post(loaded):
    post = Post.objects.get(role="书记", organization__name=COMMITTEE)
    answer = holders_on(post, "2019-06")
    assert [holder.person.name for holder in answer.printed] == ["王燕华"]
    assert answer.searched.articles and "未见报不等于未任职" in answer.notice


def test_meeting_is_proven_twice_and_said_once_in_passing(loaded):
    body = Organization.objects.get(name="欧阳路街道区域化党建工作联席会议")
    found = sessions_of(body)
    assert {s.event.session_label for s in found.proven} == {"2019年", "2020年"}
    assert len(found.passing) + len(found.mentions) == 1
    totals = "".join(total.sentence for total in found.totals)
    assert "43家" in totals and "40余家" in totals
    for each in found.proven:
        assert each.appearances
        assert all(a.role and a.quote for a in each.appearances)


def test_member_units_have_their_sentence(loaded):
    for row in UnitMembership.objects.all():
        assert row.claims.exclude(quote="").exists()
    units = UnitMembership.objects.values_list("unit__name", flat=True)
    assert "上海鲁迅纪念馆" in units


def test_reading_again_asks_and_changes_nothing(loaded, shared):
    before = set(Question.objects.values_list("key", "verdict", "standing"))
    members = set(Membership.objects.values_list("pk", "start_latest"))
    load(shared / "seeds")
    assert set(Question.objects.values_list("key", "verdict", "standing")) == before
    assert set(Membership.objects.values_list("pk", "start_latest")) == members
