"""The first page and what it says of itself."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.builders import make_article, make_event, make_issue, make_page

pytestmark = pytest.mark.django_db
MAX_QUERIES = 10


def test_empty_paper_says_so(client):
    text = client.get("/").content.decode()
    assert "本期尚未录入" in text
    assert "<title>首页｜社区晨报欧阳</title>" in text


def test_newest_dated_issue_is_on_the_first_page(client):
    for number, day in [("1", date(2023, 1, 1)), ("2", date(2024, 1, 1)), ("3", None)]:
        issue = make_issue(number=number, date_earliest=day, date_latest=day)
        make_article(page=make_page(issue=issue), headline=f"第{number}期头条")
    draft = make_issue(date_earliest=date(2025, 1, 1), date_latest=date(2025, 1, 1))
    make_article(page=None, issue=draft, published=False, headline="草稿头条")
    text = client.get("/").content.decode()
    assert "第2期头条" in text
    assert "第3期头条" not in text and "草稿头条" not in text


def test_coming_events_stand_beside_the_issue(client):
    make_article()
    day = timezone.localdate() + timedelta(days=3)
    make_event(name="下周灯会", date_earliest=day, date_latest=day)
    make_event(name="旧灯会")
    text = client.get("/").content.decode()
    assert "下周灯会" in text and "旧灯会" not in text


def test_untitled_article_is_called_by_its_first_words(client):
    make_article(
        headline="", body="■小标题\n弄堂口的路灯昨晚亮了，大家都很高兴，走夜路不怕。"
    )
    text = client.get("/").content.decode()
    assert "（无题）弄堂口的路灯昨晚亮了" in text


def test_first_page_takes_few_queries(client, django_assert_max_num_queries):
    issue = make_issue()
    for _ in range(8):
        page = make_page(issue=issue)
        for order in range(5):
            make_article(page=page, order=order)
    with django_assert_max_num_queries(MAX_QUERIES):
        client.get("/")


def test_about_page_stands_with_and_without_an_edition(client):
    assert client.get("/about/").status_code == 200
    article = make_article()
    assert str(article.issue.edition) in client.get("/about/").content.decode()


def test_every_page_offers_eight_sections_and_three_links_at_the_foot(client):
    text = client.get("/about/").content.decode()
    nav = text[text.index('class="sections"') : text.index("</nav>")]
    assert nav.count("<li>") == 8
    for address in ("/corrections/", "/about/", "/report/"):
        assert f'href="{address}"' in text
