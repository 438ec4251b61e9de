"""An issue set as a newspaper would set it, and its pages."""

from datetime import date

import pytest

from tests.builders import make_article, make_issue, make_page

pytestmark = pytest.mark.django_db
MAX_QUERIES = 10


@pytest.fixture
def issue():
    issue = make_issue(number="12")
    front, back = make_page(issue=issue), make_page(issue=issue, name="民生")
    make_article(page=back, headline="二版报道")
    make_article(page=front, headline="一版次条", order=2)
    make_article(page=front, headline="头条 大字", order=1, kicker="引题在上")
    return issue


def test_lead_then_its_page_then_the_other_pages(client, issue):
    text = client.get(issue.get_absolute_url()).content.decode()
    front = text[text.index('class="front"') :]
    order = ["引题在上", "头条", "大字", "一版次条", "第2版 民生", "二版报道"]
    places = [front.index(words) for words in order]
    assert places == sorted(places)
    assert "共3篇" in text


def test_page_shows_its_articles_and_its_neighbours(client, issue):
    text = client.get(f"/issues/{issue.pk}/pages/1/").content.decode()
    assert text.index("头条 大字") < text.index("一版次条")
    assert "二版报道" not in text
    assert "本版暂无版面图" in text
    assert 'rel="next"' in text
    assert f'href="/issues/{issue.pk}/pages/2/"' in text


def test_issues_lead_to_older_and_newer_ones(client):
    days = [date(2024, 1, 1), None, date(2024, 2, 1), date(2024, 2, 1)]
    issues = [make_issue(date_earliest=day, date_latest=day) for day in days]
    for issue in issues:
        make_article(page=None, issue=issue)
    make_issue(date_earliest=date(2024, 1, 15), date_latest=date(2024, 1, 15))
    first, undated, second, third = issues
    context = client.get(first.get_absolute_url()).context
    assert (context["older"], context["newer"]) == (undated, second)
    context = client.get(second.get_absolute_url()).context
    assert (context["older"], context["newer"]) == (first, third)
    context = client.get(undated.get_absolute_url()).context
    assert (context["older"], context["newer"]) == (None, first)


def test_issue_without_a_public_article_is_not_there(client):
    page = make_page()
    make_article(page=page, published=False)
    assert client.get(page.issue.get_absolute_url()).status_code == 404
    assert client.get(page.get_absolute_url()).status_code == 404


def test_article_without_a_page_has_its_place(client):
    article = make_article(page=None, issue=make_issue(), headline="没有版次")
    text = client.get(article.issue.get_absolute_url()).content.decode()
    assert "没有版次" in text


def test_issue_without_number_or_date_says_so(client):
    issue = make_issue(number="", date_earliest=None, date_latest=None)
    make_article(page=None, issue=issue)
    text = client.get(issue.get_absolute_url()).content.decode()
    assert "期号未载" in text
    assert "出报日期未载" in text


def test_issue_and_page_take_few_queries(client, django_assert_max_num_queries):
    issue = make_issue()
    for _ in range(8):
        page = make_page(issue=issue)
        for order in range(6):
            article = make_article(page=page, order=order)
            article.pictures.create(image="x.jpg", width=8, height=6)
    for address in (issue.get_absolute_url(), page.get_absolute_url(), "/issues/"):
        with django_assert_max_num_queries(MAX_QUERIES):
            assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        f"/issues/{10**30}/",
        f"/issues/1/pages/{10**30}/",
        f"/issues/{10**30}/pages/1/",
        f"/issues/{2**63}/",
        f"/issues/{2**63 - 1}/pages/{2**31}/",
        "/issues/-1/",
        "/issues/²/",
    ],
)
def test_impossible_numbers_are_not_found(client, address):
    assert client.get(address).status_code == 404
