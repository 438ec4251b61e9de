"""Which issue pages belong to: replaced, continued, told apart."""

import pytest

from articles.loading import Refused, continued
from articles.models import Article, Issue, Page
from tests.printed import printed_article, printed_page, read_file

from .samples import CHOIR, LAMP, load

pytestmark = pytest.mark.django_db


def test_replace_reads_a_better_scan_into_the_same_pages():
    load(read_file(printed_page(LAMP), name="scan.txt"))
    issue, article = Issue.objects.get(), Article.objects.get()
    better = printed_article(
        LAMP.headline, *[p.text for p in LAMP.paragraphs], "全文完。"
    )
    load(read_file(printed_page(better), name="better.txt"), replace=str(issue.pk))
    assert Page.objects.get().issue == issue
    article.refresh_from_db()
    assert "全文完" in article.body


def test_replace_names_an_issue_by_its_number_too():
    load(read_file(printed_page(LAMP, number="12"), name="scan.txt"))
    load(read_file(printed_page(CHOIR), name="more.txt"), replace="第12期")
    assert Issue.objects.get().pages.count() == 2


def test_number_typed_with_its_words_is_the_printed_number():
    load(read_file(printed_page(LAMP, number="12"), name="a.txt"))
    load(read_file(printed_page(CHOIR), name="b.txt"), number="第12期")
    issue = Issue.objects.get()
    assert (issue.number, issue.name) == ("12", "第12期")
    assert Issue(number="总第12期").name == "总第12期"


@pytest.mark.parametrize("separate", [False, True])
def test_one_text_under_two_names_is_loaded_once(separate):
    page = printed_page(LAMP)
    first, second = (read_file(page, name=name) for name in ("a.txt", "b.txt"))
    report = load(first, second, separate=separate)
    assert Page.objects.get().source.name == "a.txt"
    assert "未变：b.txt，与 a.txt 一字不差。" in report.lines


def test_two_issues_of_one_number_are_told_apart_by_the_file():
    for name, article in (("a.txt", LAMP), ("b.txt", CHOIR)):
        load(read_file(printed_page(article, number="1"), name=name), separate=True)
        Issue.objects.filter(number="1").update(number="x")
    Issue.objects.update(number="1")
    more = printed_article(LAMP.headline, *[p.text for p in LAMP.paragraphs], "完。")
    load(read_file(printed_page(more, number="1"), name="a.txt"))
    assert Issue.objects.count() == Page.objects.count() == 2
    assert Article.objects.get(headline=LAMP.headline).version == 2


# Continued articles -------------------------------------------------------------

BEGINNING = printed_article(
    "水塔之下", "水塔要不要拆，居民议论", continues="（下转第2版）"
)
REST = printed_article("水塔之下", "了三个月。", "水塔留下了。", sign_off="宣传办")


def test_continued_article_is_one_article_of_two_pages():
    load(
        read_file(printed_page(LAMP, BEGINNING), name="1.txt"),
        read_file(printed_page(REST), name="2.txt"),
    )
    article = Article.objects.get(headline="水塔之下")
    assert article.paragraphs == ["水塔要不要拆，居民议论了三个月。", "水塔留下了。"]
    assert article.sign_off == "宣传办"
    assert article.page.number == 1
    parts = article.fragments.filter(role="body").order_by("page__number", "start")
    assert [part.paragraph for part in parts] == [0, 0, 1]


def test_same_headline_without_a_jump_is_another_article():
    load(
        read_file(printed_page(printed_article("简讯", "甲事。")), name="1.txt"),
        read_file(printed_page(printed_article("简讯", "乙事。")), name="2.txt"),
    )
    assert Article.objects.filter(headline="简讯").count() == 2


def test_changed_second_page_is_read_together_with_the_first(monkeypatch):
    first = read_file(printed_page(LAMP, BEGINNING, number="12"), name="1.txt")
    second = read_file(printed_page(REST, number="12"), name="2.txt")
    load(first, second)
    article = Article.objects.get(headline="水塔之下")
    monkeypatch.setattr(continued, "read_bytes", lambda name, data: first)
    more = printed_article("水塔之下", "了三个月。", "水塔亮灯了。")
    load(read_file(printed_page(more, number="12"), name="2.txt"))
    article.refresh_from_db()
    assert article.paragraphs == ["水塔要不要拆，居民议论了三个月。", "水塔亮灯了。"]
    assert Article.objects.count() == 2


def test_number_and_date_said_later_are_noted_on_the_issue():
    page = read_file(printed_page(LAMP), name="a.txt")
    load(page)
    report = load(page, number="31", date="2025-03")
    issue = Issue.objects.get()
    assert (issue.number, str(issue.date_earliest)) == ("31", "2025-03-01")
    assert any("补记：第31期，2025-03-01至2025-03-31" in line for line in report.lines)
    assert not report.is_unchanged
    assert Article.objects.get().sort_date == issue.date_earliest


def test_number_and_date_said_again_change_nothing():
    page = read_file(printed_page(LAMP, number="31"), name="a.txt")
    load(page, date="2025-03-14")
    assert load(page, number="第31期", date="2025-03").is_unchanged
    assert str(Issue.objects.get().date_latest) == "2025-03-14"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"number": "32"}, "与 --number 32 不符"),
        ({"date": "2025-04-01"}, "与 --date 2025-04-01 不符"),
        ({"replace": "第31期", "number": "32"}, "与 --number 32 不符"),
    ],
)
def test_another_number_or_date_than_the_known_one_is_refused(said, words):
    page = read_file(printed_page(LAMP, number="31"), name="a.txt")
    load(page, date="2025-03-14")
    with pytest.raises(Refused, match=words):
        load(page, **said)
    assert Issue.objects.get().number == "31"


def test_number_for_files_of_two_issues_is_refused():
    files = [
        read_file(printed_page(article), name=f"{number}.txt")
        for number, article in enumerate((LAMP, CHOIR))
    ]
    load(*files, separate=True)
    with pytest.raises(Refused, match="不知归哪一期"):
        load(*files, number="31")
