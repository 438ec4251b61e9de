"""待核事项 over the records: asked once, kept, and settled."""

import pytest

from articles.models import Article, Question
from articles.near_names import is_renaming
from articles.questions import (
    LONGEST_KEY,
    find_questions,
    open_questions,
    question_key,
)
from people.models import Identity
from tests.builders import (
    make_area,
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


@pytest.fixture
def committee():
    return make_organization(name="青石路街道党工委")


@pytest.fixture
def chief(committee):
    return make_post(organization=committee, role="书记", seats=1)


@pytest.fixture
def deputy(committee):
    return make_post(organization=committee, role="副书记", seats=None)


def print_with(article, person, *posts, **changes):
    mention, _ = person.mentions.get_or_create(
        article=article, name_as_printed=person.name, defaults={"verdict": "accepted"}
    )
    return [
        make_claim(
            mention=mention,
            post=post,
            role=post.role,
            post_as_printed=f"街道党工委{post.role}",
            body_as_named=post.organization.name,
            quote=f"街道党工委{post.role}{person.name}到会。",
            **changes,
        )
        for post in posts
    ]


def undated_article(**changes):
    return make_article(
        issue=make_issue(date_earliest=None, date_latest=None), **changes
    )


def test_double_post_and_second_holder_are_one_question(chief, deputy):
    article = undated_article(published=False)
    one, other = make_person(name="温如玉"), make_person(name="祝长青")
    print_with(article, other, chief)
    doubtful = print_with(article, one, deputy, chief)
    (question,) = find_questions([article.pk])
    assert question.kind == "chief_and_deputy"
    assert question.first_quote == "街道党工委副书记温如玉到会。"
    assert question.second_quote == "街道党工委书记温如玉到会。"
    assert question.first_article == question.second_article == article
    assert "祝长青" in question.summary
    assert Question.objects.open().claim_ids() == {claim.pk for claim in doubtful}


def test_asking_again_asks_nothing_new(chief, deputy):
    article = undated_article()
    print_with(article, make_person(), deputy, chief)
    before = [question.pk for question in find_questions()]
    assert [question.pk for question in find_questions()] == before
    assert Question.objects.count() == 1


def test_question_is_the_same_for_new_rows_of_the_same_print(chief, deputy):
    article = undated_article()
    person = make_person()
    print_with(article, person, deputy, chief)
    (before,) = find_questions()
    issue = article.issue
    article.delete()
    again = make_article(issue=issue)
    print_with(again, person, deputy, chief)
    (after,) = find_questions([again.pk])
    assert (after.pk, after.first_article) == (before.pk, again)


def test_what_is_gone_stands_no_more(chief, deputy):
    article = undated_article()
    claims = print_with(article, make_person(), deputy, chief)
    find_questions()
    claims[0].delete()
    assert find_questions([article.pk]) == []
    assert not open_questions().exists()
    assert Question.objects.get().standing is False


def test_other_articles_are_left_alone(chief, deputy):
    article = undated_article()
    print_with(article, make_person(), deputy, chief)
    find_questions()
    assert find_questions([undated_article().pk]) == []
    assert open_questions().count() == 1


def test_new_article_is_held_against_all_that_was_printed(chief):
    issue = make_issue()
    first, second = make_article(issue=issue), make_article(issue=issue)
    print_with(first, make_person(name="温如玉"), chief)
    print_with(second, make_person(name="祝长青"), chief)
    (question,) = find_questions([second.pk])
    assert question.kind == "two_holders"
    assert {question.first_article, question.second_article} == {first, second}


@pytest.mark.parametrize("verdict", ["rejected", "misprint"])
def test_judged_claims_are_asked_no_more(chief, deputy, verdict):
    print_with(undated_article(), make_person(), deputy)
    article = Article.objects.get()
    print_with(article, make_person(name="温如玉"), chief, verdict=verdict)
    assert find_questions() == []


def test_withdrawn_article_asks_nothing(chief, deputy):
    article = undated_article()
    print_with(article, make_person(), deputy, chief)
    Article.objects.update(status=Article.Status.WITHDRAWN)
    assert find_questions() == []


def test_names_like_each_other_are_never_asked_about(chief, deputy):
    article = undated_article()
    for name in ("夏铃", "夏小铃", "汪石", "童石"):
        print_with(article, make_person(name=name), deputy)
    assert find_questions() == []


def mention_bodies(article, *bodies):
    for body in bodies:
        make_organization_mention(article=article, organization=body)


@pytest.mark.parametrize(
    ("why", "first", "second", "kind", "is_asked"),
    [
        ("firms", "江城合众律师事务所", "江城和众律师事务所", "company", True),
        (
            "a unit and its branch",
            "江城合众公司党支部",
            "江城和众公司",
            "company",
            True,
        ),
        ("numbers", "江城第一中学", "江城第二中学", "school", False),
        ("different endings", "江城合众小学", "江城合众中学", "school", False),
        ("short", "合众公司", "和众公司", "company", False),
        ("two apart", "江城合众公司", "江州和众公司", "company", False),
    ],
)
def test_bodies_one_character_apart(why, first, second, kind, is_asked):
    article = undated_article()
    bodies = [make_organization(name=name, kind=kind) for name in (first, second)]
    mention_bodies(article, *bodies)
    questions = find_questions([article.pk])
    assert [q.kind for q in questions] == ["near_body"] * is_asked, why


def test_near_body_shows_both_sentences():
    article = make_article(
        body="江城合众律师事务所来了。大家欢迎。\n江城和众律师事务所也到。"
    )
    for name in ("江城合众律师事务所", "江城和众律师事务所"):
        mention_bodies(article, make_organization(name=name, kind="company"))
    (question,) = find_questions()
    assert question.first_quote == "江城合众律师事务所来了。"
    assert question.second_quote == "江城和众律师事务所也到。"


def test_bodies_of_two_streets_are_two():
    article = undated_article()
    for name in ("甲石路街道", "乙石路街道"):
        area = make_area(name=name)
        body = make_organization(name=f"{name}党工委", area=area)
        mention_bodies(article, body)
    assert find_questions() == []


def test_bodies_judged_different_are_asked_no_more(admin_user):
    article = undated_article()
    names = ("江城合众律师事务所", "江城和众律师事务所")
    first, second = (make_organization(name=name, kind="company") for name in names)
    mention_bodies(article, first, second)
    Identity.objects.create(verdict="different", first_body=first, second_body=second)
    assert find_questions() == []


def test_known_renaming_is_asked_as_such():
    article = undated_article()
    area = make_area()
    for word in ("党建", "党群"):
        body = make_organization(
            name=f"{area.name}{word}服务中心", kind="centre", area=area
        )
        mention_bodies(article, body)
    assert [q.kind for q in find_questions()] == ["renamed_body"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("青石党建服务中心", "青石党群服务中心", True),
        ("青石党群服务中心", "青石党建服务中心", True),
        ("青石建设公司", "青石群设公司", False),
    ],
)
def test_renaming_is_known_by_its_words(first, second, expected):
    assert is_renaming(first, second) is expected


def test_post_without_possible_body_is_asked_about():
    committee = make_organization(name="江城区委", kind="party_committee")
    post = make_post(organization=committee, role="常委", seats=None)
    person = make_person()
    (right,) = print_with(undated_article(), person, post)
    odd = make_mention(article=undated_article(), person=person)
    claim = make_claim(
        mention=odd, post_as_printed="江城区常委", role="常委", quote="江城区常委到会。"
    )
    (question,) = find_questions([odd.article_id])
    assert question.kind == "near_post"
    assert question.first_quote == "江城区常委到会。"
    assert question.second_quote == right.quote
    assert Question.objects.open().claim_ids() == {claim.pk}


def test_doubled_character_of_a_district_is_no_question():
    committee = make_organization(name="江城区委", kind="party_committee")
    post = make_post(organization=committee, role="常委", seats=None)
    (claim,) = print_with(undated_article(), make_person(), post)
    claim.post_as_printed = "江城区区委常委"
    claim.save()
    assert find_questions() == []


def test_long_key_is_cut_and_still_tells_apart():
    keys = {question_key("near_body", "甲" * 300, end) for end in "乙丙"}
    assert len(keys) == 2
    assert max(map(len, keys)) <= LONGEST_KEY


def test_number_of_queries_does_not_grow(chief, deputy, django_assert_max_num_queries):
    for number in range(10):
        print_with(undated_article(), make_person(name=f"祝长{number}"), deputy)
    with django_assert_max_num_queries(15):
        find_questions()
