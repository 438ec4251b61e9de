"""Files to rows: whole or not at all, the same file once, editors' words kept."""

from dataclasses import replace
from datetime import date

import pytest

from articles import loading
from articles.loading import Refused
from articles.models import (
    Article,
    Edition,
    Fragment,
    ImportRun,
    Issue,
    Page,
    Picture,
    Source,
)
from tests.printed import printed_article, printed_page, read_file

from .samples import CHOIR, LAMP, load

pytestmark = pytest.mark.django_db


def counts():
    models = (Issue, Page, Source, Article, Picture, Fragment)
    return {model.__name__: model.objects.count() for model in models}


def test_page_becomes_issue_page_articles_pictures_and_fragments():
    file = read_file(printed_page(LAMP, CHOIR, number="12", day=date(2024, 5, 9)))
    report = load(file)
    issue = Issue.objects.get()
    assert (issue.number, issue.date_earliest) == ("12", date(2024, 5, 9))
    first, second = issue.articles.in_printed_order()
    assert first.headline == "石桥街道修好路灯"
    assert first.paragraphs[1] == "■一盏灯照亮一条弄堂"
    assert first.byline == "□记者 余 粮"
    assert first.sign_off == "党建办"
    assert first.pictures.get().caption == "郑山河与居民交谈"
    assert (second.order, second.page) == (2, first.page)
    assert first.status == Article.Status.DRAFT
    assert first.as_read["headline"] == first.headline
    assert bytes(Source.objects.get().data) == file.data
    assert report.run.outcome == ImportRun.Outcome.DONE
    assert list(report.run.issues.all()) == [issue]


def test_fragments_cover_the_page_and_lead_to_their_article():
    load(read_file(printed_page(LAMP, CHOIR, unplaced="扫码关注")))
    page = Page.objects.get()
    parts = page.fragments.order_by("start")
    assert "".join(part.text for part in parts) == page.raw_text
    caption = parts.get(role="caption")
    assert caption.picture.caption == "郑山河与居民交谈"
    assert caption.article.headline == LAMP.headline
    assert parts.unplaced().get().text == "扫码关注\n"


def test_same_file_again_changes_nothing_and_says_where_it_is():
    file = read_file(printed_page(LAMP, number="12"))
    load(file)
    before = counts()
    versions = list(Article.objects.values_list("version", "modified_at"))
    report = load(file)
    assert counts() == before
    assert list(Article.objects.values_list("version", "modified_at")) == versions
    assert report.run.outcome == ImportRun.Outcome.UNCHANGED
    issue = Issue.objects.get()
    assert any(f"编号{issue.pk}" in line and "第1版" in line for line in report.lines)


def test_same_file_under_another_name_is_the_same_file():
    load(read_file(printed_page(LAMP), name="a.txt"))
    assert load(read_file(printed_page(LAMP), name="b.txt")).is_unchanged


def test_one_file_twice_in_a_run_is_read_once():
    load(
        read_file(printed_page(LAMP), name="a.txt"),
        read_file(printed_page(LAMP), name="b.txt"),
    )
    assert Page.objects.count() == 1


def test_changed_file_changes_only_what_changed():
    load(read_file(printed_page(LAMP, CHOIR, number="12")))
    before = {article.headline: article for article in Article.objects.all()}
    choir = printed_article(
        CHOIR.headline, CHOIR.paragraphs[0].text, "合唱队队长说，唱歌让人快乐。"
    )
    report = load(read_file(printed_page(LAMP, choir, number="12")))
    assert Issue.objects.count() == Page.objects.count() == 1
    after = {article.headline: article for article in Article.objects.all()}
    assert {a.pk for a in after.values()} == {a.pk for a in before.values()}
    assert after[LAMP.headline].version == before[LAMP.headline].version
    assert after[CHOIR.headline].version == before[CHOIR.headline].version + 1
    assert "快乐" in after[CHOIR.headline].body
    assert report.counts["更新稿件"] == 1
    assert report.counts["更新版"] == 1


def test_unnumbered_page_of_one_name_is_known_by_its_text():
    load(read_file(printed_page(LAMP, CHOIR), name="p1.txt"))
    choir = printed_article(CHOIR.headline, *[p.text for p in CHOIR.paragraphs], "完。")
    load(read_file(printed_page(LAMP, choir), name="p1.txt"))
    assert Issue.objects.count() == 1
    load(
        read_file(printed_page(printed_article("另一期", "别的事情。")), name="p1.txt")
    )
    assert Issue.objects.count() == 2


def test_editors_words_are_kept_and_print_is_followed_elsewhere():
    load(read_file(printed_page(LAMP, CHOIR, number="12")))
    Article.objects.filter(headline=LAMP.headline).update(headline="路灯修好了")
    lamp = printed_article(
        "石桥街道修好了路灯", *[p.text for p in LAMP.paragraphs], "灯亮到天明。"
    )
    report = load(read_file(printed_page(lamp, CHOIR, number="12")))
    article = Article.objects.get(headline="路灯修好了")
    assert "灯亮到天明" in article.body
    assert article.as_read["headline"] == "石桥街道修好了路灯"
    assert article.edited_fields() == ["headline"]
    assert any("保留编辑的改动" in line and "主题" in line for line in report.lines)
    load(read_file(printed_page(LAMP, CHOIR, number="12")))
    assert Article.objects.filter(headline="路灯修好了").exists()


def test_untouched_draft_that_print_does_not_show_any_more_goes():
    load(read_file(printed_page(LAMP, CHOIR, number="12")))
    load(read_file(printed_page(LAMP, unplaced=CHOIR.headline, number="12")))
    assert Article.objects.get().headline == LAMP.headline
    assert Page.objects.get().fragments.unplaced().count() == 1


def test_edited_article_that_print_does_not_show_any_more_stays():
    load(read_file(printed_page(LAMP, CHOIR, number="12")))
    Article.objects.filter(headline=CHOIR.headline).update(sign_off="编辑补")
    report = load(read_file(printed_page(LAMP, unplaced="合唱队", number="12")))
    assert Article.objects.count() == 2
    assert any("保留待核" in line for line in report.lines)


def test_further_page_joins_the_issue_of_its_number():
    load(read_file(printed_page(LAMP, number="12"), name="1.txt"))
    load(read_file(printed_page(CHOIR, number="12"), name="2.txt"))
    assert Issue.objects.count() == 1
    assert list(Page.objects.values_list("number", flat=True)) == [1, 2]


def test_folios_set_the_order_of_pages():
    load(
        read_file(printed_page(LAMP, folio=2), name="a.txt"),
        read_file(printed_page(CHOIR, folio=1), name="b.txt"),
    )
    assert [page.folio for page in Page.objects.order_by("number")] == [
        "第1版",
        "第2版",
    ]


def test_form_feed_parts_are_pages():
    load(read_file(printed_page(LAMP), printed_page(CHOIR)))
    assert list(Page.objects.values_list("number", "part")) == [(1, 0), (2, 1)]


def test_separate_makes_an_issue_a_file():
    report = load(
        read_file(printed_page(LAMP, number="12"), name="a.txt"),
        read_file(printed_page(CHOIR, number="13"), name="b.txt"),
        separate=True,
    )
    assert Issue.objects.count() == 2
    assert len(report.issues) == 2


def test_unknown_date_stays_unknown():
    load(read_file(printed_page(LAMP)))
    issue = Issue.objects.get()
    assert issue.date_earliest is issue.date_latest is None
    assert issue.number == ""


@pytest.mark.parametrize(
    ("said", "bounds"),
    [
        ("2019-03-22", (date(2019, 3, 22), date(2019, 3, 22))),
        ("2019-02", (date(2019, 2, 1), date(2019, 2, 28))),
        ("2019-12", (date(2019, 12, 1), date(2019, 12, 31))),
        ("2019", (date(2019, 1, 1), date(2019, 12, 31))),
    ],
)
def test_date_said_by_the_office(said, bounds):
    load(read_file(printed_page(LAMP)), date=said, number="7")
    issue = Issue.objects.get()
    assert (issue.date_earliest, issue.date_latest) == bounds
    assert issue.number == "7"
    assert said in issue.date_note


@pytest.mark.parametrize(
    ("why", "pages", "options", "words"),
    [
        (
            "numbers differ",
            [{"number": "12"}, {"number": "13"}],
            {},
            ["期号", "--separate"],
        ),
        (
            "dates differ",
            [{"day": date(2024, 5, 9)}, {"day": date(2024, 5, 16)}],
            {},
            ["日期", "--separate"],
        ),
        ("unknown masthead", [{"place": "柏木湾"}], {}, ["柏木湾", "--edition"]),
        ("unknown edition", [{}], {"edition": "nowhere"}, ["nowhere"]),
        ("no such day", [{}], {"date": "2019-02-30"}, ["2019-02-30"]),
        ("no date", [{}], {"date": "去年"}, ["去年"]),
        ("no such issue", [{}], {"replace": "9999"}, ["9999"]),
        (
            "one number for two issues",
            [{}, {}],
            {"number": "5", "separate": True},
            ["--number"],
        ),
    ],
)
def test_refusal_is_told_journalled_and_changes_nothing(why, pages, options, words):
    files = [
        read_file(printed_page(article, **page), name=f"{n}.txt")
        for n, (article, page) in enumerate(zip([LAMP, CHOIR], pages, strict=False))
    ]
    with pytest.raises(Refused) as refusal:
        load(*files, **options)
    told = "\n".join(refusal.value.refusals)
    assert all(word in told for word in words), why
    assert not any(counts().values())
    assert not Edition.objects.exists()
    run = ImportRun.objects.get()
    assert run.outcome == ImportRun.Outcome.REFUSED
    assert run.report == told


def test_all_refusals_are_told_at_once():
    files = [
        read_file(printed_page(article, place=place), name=f"{place}.txt")
        for article, place in ((LAMP, "柏木湾"), (CHOIR, "松石渡"))
    ]
    with pytest.raises(Refused) as refusal:
        load(*files, separate=True)
    assert len(refusal.value.refusals) == 2


def test_run_that_dies_in_the_middle_leaves_nothing(monkeypatch):
    def die(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(loading, "link_articles", die)
    with pytest.raises(KeyboardInterrupt):
        load(read_file(printed_page(LAMP, number="12")))
    assert not any(counts().values())
    assert not ImportRun.objects.exists()


def test_page_whose_text_is_not_covered_is_refused():
    page = printed_page(LAMP)
    broken = replace(page, fragments=page.fragments[:-1])
    with pytest.raises(Refused, match="没有盖满"):
        load(read_file(broken))
    assert not any(counts().values())
