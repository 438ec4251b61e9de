import pytest

from articles.loading import ImportOptions, Refused, load_issue, undo_run
from articles.models import Article, Fragment, ImportRun, Issue, Page, Source
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
