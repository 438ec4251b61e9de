"""Lists in pages and by year, whatever the address asks for."""

from datetime import date

import pytest

from tests.builders import (
    link_topic,
    make_article,
    make_edition,
    make_issue,
    make_page,
    make_topic,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic():
    topic = make_topic(name="夜间照明", slug="yejian-zhaoming")
    page = make_page()
    for _ in range(45):
        link_topic(make_article(page=page), topic)
    return topic


@pytest.mark.parametrize(
    ("why", "asked", "status"),
    [
        ("first page", "1", 200),
        ("last page", "3", 200),
        ("nothing asked", "", 200),
        ("zero", "0", 404),
        ("negative", "-1", 404),
        ("letters", "abc", 404),
        ("a digit that is no number", "²", 404),
        ("digits of another script", "٣", 404),
        ("beyond the end", "4", 404),
        ("beyond every number", "1" + "0" * 30, 404),
        ("a fraction", "1.5", 404),
    ],
)
def test_any_page_number_is_answered(client, topic, why, asked, status):
    response = client.get(topic.get_absolute_url(), {"page": asked})
    assert response.status_code == status, why
    assert 'lang="zh-Hans"' in response.content.decode()


def test_pages_together_hold_every_row_once(client, topic):
    shown = []
    for number in (1, 2, 3):
        page = client.get(f"{topic.get_absolute_url()}?page={number}").context["page"]
        assert page.total == "45"
        shown += [article.pk for article in page.object_list]
    assert len(shown) == len(set(shown)) == 45


def test_counts_are_exact_up_to_a_limit(client, topic, monkeypatch):
    monkeypatch.setattr("articles.views.paging.COUNT_LIMIT", 44)
    response = client.get(topic.get_absolute_url())
    assert response.context["page"].total == "44+"


def test_list_by_year_keeps_undated_rows_in_a_group(client):
    topic = make_topic()
    dated = make_article(headline="去年的路灯")
    undated = make_article(
        headline="不知何时的路灯",
        issue=make_issue(date_earliest=None, date_latest=None),
    )
    for article in (dated, undated):
        link_topic(article, topic)
    text = client.get(topic.get_absolute_url()).content.decode()
    assert text.index("2024年") < text.index("去年的路灯") < text.index("日期不明</h2>")
    assert text.index("日期不明</h2>") < text.index("不知何时的路灯")
    only = client.get(topic.get_absolute_url(), {"year": "undated"}).content.decode()
    assert "不知何时的路灯" in only
    assert "去年的路灯" not in only


@pytest.mark.parametrize("year", ["2024x", "0000", "99999", "²024", "-1", "20"])
def test_wrong_year_is_refused_politely(client, topic, year):
    assert client.get(topic.get_absolute_url(), {"year": year}).status_code == 404


def test_archive_stands_by_month_with_undated_issues_last(client):
    make_article(issue=make_issue(number="12"), page=None)
    make_article(
        page=None,
        issue=make_issue(number="13", date_earliest=None, date_latest=None),
    )
    march = {"date_earliest": date(2024, 3, 1), "date_latest": date(2024, 3, 1)}
    make_article(page=None, issue=make_issue(number="11", **march))
    make_issue(number="14")
    text = client.get("/issues/").content.decode()
    order = ["2024年5月", "第12期", "2024年3月", "第11期", "日期不明</h2>", "第13期"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "第14期" not in text
    assert "共3期" in text


def test_topic_without_a_public_article_is_not_there(client):
    topic = make_topic()
    link_topic(make_article(published=False), topic)
    assert client.get(topic.get_absolute_url()).status_code == 404
    assert topic.name not in client.get("/topics/").content.decode()


def test_issue_without_a_printed_date_is_in_no_year_of_the_archive(client):
    proven = make_issue(number="15", date_earliest=None, date_latest=None)
    proven.sort_date = date(2023, 2, 1)
    proven.save()
    make_article(page=None, issue=proven)
    make_article(page=None, issue=make_issue(number="16"))
    text = client.get("/issues/").content.decode()
    assert text.index("第16期") < text.index("日期不明</h2>") < text.index("第15期")
    assert "2023年" not in text
    undated = client.get("/issues/", {"year": "undated"}).content.decode()
    assert "第15期" in undated and "第16期" not in undated


@pytest.mark.parametrize(("slug", "is_named"), [("ouyang", False), ("chunhe", True)])
def test_lists_name_the_edition_only_where_it_is_another(client, slug, is_named):
    issue = make_issue(edition=make_edition(slug=slug, place="桂花里"))
    article = make_article(page=make_page(issue=issue))
    topic = make_topic()
    link_topic(article, topic)
    for address in (topic.get_absolute_url(), issue.get_absolute_url()):
        main = client.get(address).content.decode().partition("<main")[2]
        said = main.replace(f"社区晨报·桂花里 {issue.name}</h1>", "")
        assert ("社区晨报·桂花里" in said) == is_named, address
    assert "社区晨报·桂花里" in client.get(article.get_absolute_url()).content.decode()
