import pytest

from articles.hiding import hide_person
from articles.judging import judge_claim, judge_mention, judge_question
from articles.loading import ImportOptions, Refused, load_issue, undo_run
from articles.models import (
    Article,
    Claim,
    Fragment,
    ImportRun,
    Issue,
    Mention,
    Page,
    Question,
    Source,
)
from articles.publishing import withdraw
from people.models import Organization, Person, Post
from tests.printed import printed_article, printed_page, read_file

pytestmark = pytest.mark.django_db

FIRST = printed_article(
    "开张", "石桥街道党工委书记郑山河、石桥街道办事处主任叶知秋揭牌。"
)
SECOND = printed_article("走访", "石桥街道党工委书记郑山河走访。")


def load(article, name="1.txt", number="12", **options):
    file = read_file(printed_page(article, number=number), name=name)
    return load_issue([file], ImportOptions(**options)).run


def test_undo_takes_back_all_that_only_this_run_made():
    run = load(FIRST)
    undo_run(run)
    models = (Issue, Page, Source, Article, Fragment, Person, Post, Organization)
    assert not any(model.objects.exists() for model in models)
    run.refresh_from_db()
    assert run.outcome == ImportRun.Outcome.UNDONE


def test_undo_keeps_what_other_articles_use():
    run = load(FIRST)
    load(SECOND, name="2.txt", number="13")
    undo_run(run)
    assert [person.name for person in Person.objects.all()] == ["郑山河"]
    assert Article.objects.get().headline == "走访"


def test_undone_file_can_be_imported_again():
    undo_run(load(FIRST))
    load(FIRST)
    assert Article.objects.count() == 1


def test_published_articles_are_withdrawn_first():
    run = load(FIRST, publish=True)
    with pytest.raises(Refused, match="先撤下"):
        undo_run(run)
    withdraw(Article.objects.all())
    undo_run(run)
    assert not Article.objects.exists()


def test_edited_articles_are_not_thrown_away():
    run = load(FIRST)
    Article.objects.update(headline="编辑改过")
    with pytest.raises(Refused, match="编辑改过"):
        undo_run(run)


def test_only_a_done_run_is_undone_once():
    run = load(FIRST)
    undo_run(run)
    with pytest.raises(Refused):
        undo_run(run)
    with pytest.raises(Refused):
        undo_run(ImportRun.objects.create(outcome="refused"))


def test_run_that_changed_a_page_is_not_undone_by_deleting():
    load(FIRST)
    run = load(SECOND)
    with pytest.raises(Refused, match="--replace"):
        undo_run(run)


CLASH = printed_article(
    "揭牌",
    "石桥街道党工委副书记郑山河到场。石桥街道党工委书记郑山河揭牌。",
)
LAWYER = printed_article("答疑", "石桥街道平安办主任郑山河说好。")
CLERK = printed_article("说法", "东湖律师事务所律师郑山河说好。")


def undo_and_import_anew(*articles):
    for run in ImportRun.objects.filter(outcome="done"):
        undo_run(run)
    for number, article in enumerate(articles):
        load(article, name=f"{number}.txt", number=str(12 + number))


@pytest.mark.parametrize(
    ("answer", "deputy", "chief"),
    [
        ("first", "accepted", "misprint"),
        ("both", "accepted", "accepted"),
        ("dismissed", "found", "found"),
    ],
)
def test_verdict_on_a_question_outlives_undoing(admin_user, answer, deputy, chief):
    load(CLASH, name="0.txt")
    case = Question.objects.get(kind="chief_and_deputy")
    judge_question(case, answer, admin_user)
    undo_and_import_anew(CLASH)
    again = Question.objects.get(kind="chief_and_deputy")
    assert (again.pk, again.verdict) == (case.pk, answer)
    assert not Question.objects.open().exists()
    verdicts = dict(Claim.objects.values_list("role", "verdict"))
    assert verdicts == {"副书记": deputy, "书记": chief}


def test_open_question_goes_with_its_articles_and_is_asked_once_anew():
    load(CLASH, name="0.txt")
    for run in ImportRun.objects.filter(outcome="done"):
        undo_run(run)
    assert not Question.objects.open().exists()
    load(CLASH, name="0.txt")
    assert Question.objects.open().count() == 1


def test_verdicts_on_names_and_posts_outlive_undoing(admin_user):
    load(FIRST, name="0.txt")
    judge_mention(Mention.objects.get(name_as_printed="叶知秋"), "rejected", admin_user)
    post = Claim.objects.get(mention__name_as_printed="郑山河")
    judge_claim(post, "accepted", admin_user)
    undo_and_import_anew(FIRST)
    verdicts = dict(Mention.objects.values_list("name_as_printed", "verdict"))
    assert verdicts == {"叶知秋": "rejected", "郑山河": "found"}
    (claim,) = Claim.objects.filter(mention__name_as_printed="郑山河")
    assert (claim.verdict, claim.by_editor) == ("accepted", True)
    assert claim.post.organization.name == "石桥街道党工委"


@pytest.mark.parametrize(("answer", "people"), [("different", 2), ("same", 1)])
def test_verdict_on_namesakes_outlives_undoing(admin_user, answer, people):
    for number, article in enumerate((LAWYER, CLERK)):
        load(article, name=f"{number}.txt", number=str(12 + number))
    judge_question(Question.objects.get(kind="homonym"), answer, admin_user)
    undo_and_import_anew(LAWYER, CLERK)
    assert not Question.objects.open().filter(kind="homonym").exists()
    assert Mention.objects.values("person").distinct().count() == people
    assert Person.objects.filter(merged_into=None).count() == people


def test_hidden_person_stays_hidden_after_undoing(admin_user):
    plain = printed_article("纳凉", "居民郑山河说，今晚有风。")
    load(plain, name="0.txt")
    person = Person.objects.get()
    hide_person(person, admin_user)
    undo_and_import_anew(plain)
    assert Mention.objects.get().person == person
    assert Article.objects.get().hidden_names == ["郑山河"]
