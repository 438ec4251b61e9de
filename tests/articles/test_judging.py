"""Verdicts in one click: on claims, on names, on questions."""

import pytest

from articles import publishing
from articles.judging import (
    accept_unchanged,
    judge_claim,
    judge_mention,
    judge_question,
    reopen_question,
    verdicts_for,
)
from articles.models import Article, Claim, JournalEntry, Question
from articles.questions import find_questions, open_questions
from people.models import Event, Identity, Membership, Organization, OrganizationName
from tests.builders import (
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
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(db):
    """An article that prints one person as deputy and as chief."""
    committee = make_organization(name="青石路街道党工委")
    issue = make_issue(date_earliest=None, date_latest=None)
    mention = make_mention(article=make_article(issue=issue))
    deputy, chief = (
        make_claim(
            mention=mention,
            post=make_post(organization=committee, role=role, seats=seats),
            role=role,
            post_as_printed=f"街道党工委{role}",
            verdict="found",
        )
        for role, seats in (("副书记", None), ("书记", 1))
    )
    find_questions()
    return Question.objects.get(), deputy, chief


def verdicts(*claims):
    return [Claim.objects.get(pk=claim.pk).verdict for claim in claims]


@pytest.mark.parametrize(
    ("answer", "expected", "posts"),
    [
        ("first", ["accepted", "misprint"], {"副书记"}),
        ("second", ["misprint", "accepted"], {"书记"}),
        ("both", ["accepted", "accepted"], {"副书记", "书记"}),
        ("dismissed", ["found", "found"], set()),
    ],
)
def test_one_click_settles_the_case(case, admin_user, answer, expected, posts):
    question, deputy, chief = case
    judge_question(question, answer, admin_user)
    assert verdicts(deputy, chief) == expected
    held = Membership.objects.values_list("post__role", flat=True)
    assert set(held) == posts
    assert not open_questions().exists()


def test_verdict_and_judge_are_kept_and_journalled(case, admin_user):
    question, *_ = case
    judged = judge_question(question, "first", admin_user, note="已问党政办")
    assert (judged.verdict, judged.judged_by) == ("first", admin_user)
    assert judged.note == "已问党政办" and judged.judged_at
    entry = JournalEntry.objects.get(action="判定待核事项")
    assert entry.by == admin_user
    assert entry.detail["verdict"] == "以甲为准"


def test_verdict_survives_reading_again(case, admin_user):
    question, _deputy, chief = case
    judge_question(question, "first", admin_user)
    mention = chief.mention
    chief.delete()
    again = make_claim(
        mention=mention,
        post=chief.post,
        role="书记",
        post_as_printed="街道党工委书记",
        verdict="found",
    )
    find_questions([mention.article_id])
    assert verdicts(again) == ["misprint"]
    assert Question.objects.get().verdict == "first"
    assert not open_questions().exists()


def test_dismissed_question_is_asked_no_more(case, admin_user):
    question, *_ = case
    judge_question(question, "dismissed", admin_user)
    find_questions()
    assert not open_questions().exists()


def test_question_can_be_asked_again(case, admin_user):
    question, _deputy, _chief = case
    judge_question(question, "first", admin_user)
    question.refresh_from_db()
    reopen_question(question, admin_user)
    assert open_questions().get() == question
    assert not Membership.objects.exists()


def test_only_answers_of_its_kind_are_taken(case, admin_user):
    question, *_ = case
    with pytest.raises(ValueError, match="不能这样判定"):
        judge_question(question, "same", admin_user)


def test_every_kind_of_question_has_buttons():
    for kind in Question.Kind:
        assert verdicts_for(Question(kind=kind)), kind


def near_bodies(*names):
    article = make_article()
    bodies = [make_organization(name=name, kind="company") for name in names]
    for body in bodies:
        make_organization_mention(article=article, organization=body)
    find_questions()
    return Question.objects.get(), *bodies


def test_misprinted_body_is_merged_into_the_right_one(admin_user):
    question, right, wrong = near_bodies("江城合众律师事务所", "江城和众律师事务所")
    judge_question(question, "first", admin_user)
    wrong.refresh_from_db()
    assert wrong.merged_into == right
    assert not open_questions().exists()


def test_misprinted_unit_of_which_only_a_branch_is_known_is_respelt(admin_user):
    question, _branch, firm = near_bodies("江城合众公司党支部", "江城和众公司")
    judge_question(question, "first", admin_user)
    firm.refresh_from_db()
    assert firm.name == "江城合众公司" and firm.merged_into is None
    other = OrganizationName.objects.get(organization=firm)
    assert (other.name, other.kind) == ("江城和众公司", "misprint")


def test_different_bodies_stay_apart_for_good(admin_user):
    question, _first, _second = near_bodies("江城合众公司", "江城和众公司")
    judge_question(question, "different", admin_user)
    assert Identity.objects.get().verdict == "different"
    assert find_questions() == []
    assert Organization.objects.unmerged().count() == 2


def test_homonyms_are_merged_or_kept_apart(admin_user):
    people = [make_person(name="祝长青") for _ in range(2)]
    make_mention(person=people[1])
    question = Question.objects.create(
        key="h", kind="homonym", summary="s", about={"people": [p.pk for p in people]}
    )
    judge_question(question, "same", admin_user)
    people[1].refresh_from_db()
    assert people[1].merged_into == people[0]


def test_one_event_of_two_reports(admin_user):
    first, second = make_event(date_earliest=None, date_latest=None), make_event()
    report = make_event_report(event=second)
    question = Question.objects.create(
        key="e", kind="same_event", summary="s", about={"events": [first.pk, second.pk]}
    )
    judge_question(question, "same", admin_user)
    report.refresh_from_db()
    assert report.event == first
    assert Event.objects.get(pk=first.pk).date_earliest == second.date_earliest


def test_judging_a_claim_derives_membership(admin_user):
    claim = make_claim(post=make_post(), verdict="found")
    judge_claim(claim, "accepted", admin_user)
    assert Membership.objects.count() == 1
    judge_claim(claim, "misprint", admin_user, note="应为副书记")
    assert not Membership.objects.exists()
    entry = JournalEntry.objects.filter(action="核实见报职务").first()
    assert entry.detail["note"] == "应为副书记"


def test_official_is_shown_once_a_post_is_accepted(admin_user):
    person = make_person(shown=False)
    claim = make_claim(
        mention=make_mention(person=person), post=make_post(), verdict="found"
    )
    publishing.refresh(Article.objects.all())
    person.refresh_from_db()
    assert not person.shown
    judge_claim(claim, "accepted", admin_user)
    person.refresh_from_db()
    assert person.shown


def test_rejected_name_takes_its_posts_along(admin_user):
    claim = make_claim(post=make_post())
    judge_mention(claim.mention, "rejected", admin_user)
    assert verdicts(claim) == ["rejected"]
    assert not Membership.objects.exists()


def test_name_can_be_given_to_somebody_else(admin_user):
    claim = make_claim(post=make_post())
    publishing.refresh(Article.objects.all())
    other = make_person(name="祝长青")
    judge_mention(claim.mention, "accepted", admin_user, person=other)
    assert Membership.objects.get().person == other
    claim.mention.refresh_from_db()
    assert claim.mention.by_editor


def test_bulk_accepts_only_what_was_accepted_before(admin_user):
    person, post = make_person(), make_post()
    make_claim(mention=make_mention(person=person), post=post)
    same = make_claim(
        mention=make_mention(person=person, verdict="found"), post=post, verdict="found"
    )
    new = make_claim(mention=same.mention, post=make_post(), post_as_printed="局长")
    Claim.objects.filter(pk=new.pk).update(verdict="found")
    was = make_claim(mention=same.mention, post=post, former=True, verdict="found")
    accepted = accept_unchanged([same.mention.article_id], admin_user)
    assert accepted == 1
    assert verdicts(same, new, was) == ["accepted", "found", "found"]
    same.mention.refresh_from_db()
    assert same.mention.verdict == "accepted"
    assert JournalEntry.objects.filter(by=admin_user).exists()


def test_bulk_leaves_questioned_posts_alone(case, admin_user):
    _question, deputy, _chief = case
    make_claim(
        mention=make_mention(person=deputy.mention.person),
        post=deputy.post,
        role="副书记",
    )
    assert accept_unchanged([deputy.mention.article_id], admin_user) == 0


def two_holders():
    """Two officials printed on one day with a post that has one seat."""
    post, issue = make_post(), make_issue()
    claims = [
        make_claim(
            mention=make_mention(
                article=make_article(issue=issue), person=make_person(name=name)
            ),
            post=post,
            role=post.role,
        )
        for name in ("温如玉", "祝长青")
    ]
    find_questions()
    publishing.refresh()
    return claims


def test_misprint_on_one_side_frees_the_other(admin_user):
    right, wrong = two_holders()
    assert not Membership.objects.exists()
    judge_claim(wrong, "misprint", admin_user)
    assert Membership.objects.get().person == right.mention.person


def test_withdrawing_one_article_frees_the_other(admin_user):
    right, wrong = two_holders()
    publishing.withdraw([wrong.mention.article], admin_user)
    assert Membership.objects.get().person == right.mention.person
    assert not open_questions().exists()


def test_new_contradiction_puts_the_earlier_print_in_doubt():
    post, issue = make_post(), make_issue()
    first = make_claim(
        mention=make_mention(article=make_article(issue=issue)), post=post
    )
    Claim.objects.update(role=post.role)
    publishing.refresh()
    assert Membership.objects.get().person == first.mention.person
    other = make_mention(
        article=make_article(issue=issue), person=make_person(name="温如玉")
    )
    make_claim(mention=other, post=post, role=post.role)
    find_questions([other.article_id])
    publishing.refresh([other.article])
    assert not Membership.objects.exists()
