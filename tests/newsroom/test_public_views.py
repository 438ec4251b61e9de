"""Every public address starts from what is published, and none breaks on bad input."""

import re
from itertools import pairwise

import pytest

from articles.feeds import ArticleFeed
from articles.views.published import PublishedMixin
from tests.builders import (
    link_topic,
    make_area,
    make_article,
    make_event,
    make_event_report,
    make_mention,
    make_organization_mention,
    make_post,
    make_topic,
)
from tests.newsroom.addresses import public_views

#: Public addresses that show no rows, or guard them in their own way.
OTHERWISE = {
    "about": "shows the edition",
    "elder": "keeps a cookie",
    "articles:report": "names published articles only",
    "articles:report-received": "shows a receipt to who knows it",
    "articles:search": "asks the index, which holds published articles only",
    "people:my-area": "keeps a cookie",
    "articles:code-sheets": "says which sheets of published rows there are",
    "people:event-calendar": "writes published events",
    "people:popolo": "writes published rows where PUBLIC_DATA allows it",
    "people:people-table": "writes published rows where PUBLIC_DATA allows it",
    "people:organizations-table": "writes published rows where PUBLIC_DATA allows it",
    "people:memberships-table": "writes published rows where PUBLIC_DATA allows it",
    "robots": "shows no rows",
    "sitemap": "lists published rows",
    "sitemap-section": "lists published rows",
}
HOSTILE = [
    {"page": "0"},
    {"page": "-1"},
    {"page": "1" + "0" * 30},
    {"page": "²"},
    {"page": "%"},
    {"year": "9" * 30},
    {"year": "²024"},
    {"year": "<script>"},
    {"on": "2024-02-30"},
    {"on": "'\"><script>alert(1)</script>"},
    {"q": "' OR 1=1 --"},
    {"q": "%_%"},
    {"q": "\u202e\u0000"},
    {"q": "灯" * 100_000},
    {"article": "9" * 30},
    {"group": "nothing", "topic": "nothing"},
]


@pytest.mark.parametrize(
    ("name", "callback"),
    [pytest.param(*each[1:], id=each[0]) for each in public_views()],
)
def test_public_view_starts_from_what_is_published(name, callback):
    view = getattr(callback, "view_class", type(callback))
    assert issubclass(view, PublishedMixin | ArticleFeed) or name in OTHERWISE


@pytest.fixture
def addresses():
    """One address of every kind of page."""
    article = make_article(body="祝长青来了。")
    mention = make_mention(article=article)
    body = make_organization_mention(article=article).organization
    topic = make_topic()
    link_topic(article, topic)
    rows = [
        article,
        article.issue,
        article.page,
        mention.person,
        body,
        topic,
        make_post(),
        make_event_report(article=article).event,
        make_event_report(event=make_event(name="灯会筹备会", session_of=body)).event,
        make_area(kind="neighbourhood", shown=True),
    ]
    lists = "issues topics people organizations areas events search corrections report"
    return [
        "/",
        "/about/",
        f"{body.get_absolute_url()}meetings/",
        *(f"/{name}/" for name in lists.split()),
    ] + [row.get_absolute_url() for row in rows]


@pytest.mark.django_db
@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: str(query)[:40])
def test_hostile_questions_get_a_chinese_answer(client, addresses, query):
    for address in addresses:
        response = client.get(address, query)
        text = response.content.decode()
        assert response.status_code in (200, 400, 404, 414), address
        assert "<script>alert" not in text
        assert 'lang="zh-Hans"' in text


@pytest.mark.django_db
@pytest.mark.parametrize("number", [0, 2**31, 2**63 - 1, 2**63, 10**30])
def test_no_number_breaks_an_address(client, addresses, number):
    for address in addresses:
        asked = re.sub(r"\d+", str(number), address)
        if asked != address:
            assert client.get(asked).status_code == 404, asked


@pytest.mark.django_db
def test_pages_answer_get_and_head_alone(client, addresses):
    for address in addresses:
        assert client.head(address).status_code == 200
        if address != "/report/":
            assert client.put(address).status_code == 405, address


@pytest.mark.django_db
def test_no_page_needs_inline_style_or_script(client, addresses):
    for address in addresses:
        text = client.get(address).content.decode()
        assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", text), address
        scripts = re.findall(r"<script[^>]*>", text)
        assert all("src=" in tag or "ld+json" in tag for tag in scripts), address


@pytest.mark.django_db
def test_every_page_has_its_landmarks(client, addresses):
    titles = {}
    for address in addresses:
        text = client.get(address).content.decode()
        assert text.count("<h1") == 1, address
        levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
        steps = pairwise(levels)
        assert all(after <= before + 1 for before, after in steps), address
        assert 'href="#main"' in text and 'id="main"' in text
        title = re.search(r"<title>(.*)</title>", text, re.S)[1]
        assert title.endswith("｜社区晨报欧阳") and title == title.strip(), address
        titles[address] = title
    assert len(set(titles.values())) == len(titles)
