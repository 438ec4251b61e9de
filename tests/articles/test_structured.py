"""JSON-LD of articles, read out of the page as a search engine reads it."""

import json
import re
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from articles.models import Correction
from articles.templatetags.structured import block
from tests.builders import (
    link_topic,
    make_article,
    make_issue,
    make_mention,
    make_organization_mention,
    make_page,
    make_person,
    make_topic,
)

pytestmark = pytest.mark.django_db
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def graph(client, row):
    text = client.get(row.get_absolute_url()).content.decode()
    (found,) = BLOCK.findall(text)
    document = json.loads(found)
    assert document["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in document["@graph"]}


def test_article_is_a_news_article_of_a_printed_issue(client):
    page = make_page(number=3)
    article = make_article(
        page=page, headline="枫桥路灯亮了", subheadline="夜路不黑", byline="□记者 武 钢"
    )
    link_topic(article, make_topic(name="夜间照明"))
    data = graph(client, article)["NewsArticle"]
    address = f"http://testserver{article.get_absolute_url()}"
    assert data["url"] == data["@id"] == address
    assert data["headline"] == "枫桥路灯亮了"
    assert data["alternativeHeadline"] == "夜路不黑"
    assert data["datePublished"] == "2024-05-09"
    assert data["printEdition"] == str(page.issue.edition)
    assert data["printPage"] == "3"
    assert data["author"] == [{"@type": "Person", "name": "武钢"}]
    assert data["keywords"] == ["夜间照明"]
    assert data["inLanguage"] == "zh-Hans"
    issue = data["isPartOf"]
    assert issue["@type"] == "PublicationIssue"
    assert issue["issueNumber"] == page.issue.number
    assert issue["isPartOf"]["@type"] == "Newspaper"


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (None, None, None),
        (date(2024, 5, 1), date(2024, 5, 31), "2024-05"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2023, 1, 1), date(2024, 12, 31), None),
    ],
)
def test_no_day_is_given_that_print_does_not_prove(client, earliest, latest, expected):
    issue = make_issue(date_earliest=earliest, date_latest=latest)
    data = graph(client, make_article(issue=issue))["NewsArticle"]
    assert data.get("datePublished") == expected


def test_only_people_and_bodies_with_a_page_are_mentioned(client):
    article = make_article()
    person = make_mention(article=article).person
    private = make_person(name="郝小满", shown=False, visibility="private")
    make_mention(article=article, person=private)
    leader = make_mention(article=article, person=make_person(name="某领导"))
    leader.leader = True
    leader.save()
    body = make_organization_mention(article=article).organization
    named = graph(client, article)["NewsArticle"]["mentions"]
    assert [each["name"] for each in named] == [person.name, body.name]
    assert named[0]["url"] == f"http://testserver{person.get_absolute_url()}"


def test_hidden_names_are_masked(client):
    article = make_article(
        headline="郝小满回家",
        subheadline="郝小满说好",
        byline="郝小满",
        hidden_names=["郝小满"],
    )
    data = graph(client, article)["NewsArticle"]
    assert "郝小满" not in json.dumps(data, ensure_ascii=False)
    assert data["headline"] == "某某回家"


def test_approved_corrections_are_told(client):
    article = make_article(body="街道书记王磊。")
    writer, approver = (
        get_user_model().objects.create(username=name) for name in ("甲", "乙")
    )
    values = {"article": article, "printed_words": "王磊", "written_by": writer}
    Correction.objects.create(corrected_words="王蕾", **values)
    Correction.objects.create(
        corrected_words="王垒",
        approved_by=approver,
        approved_at=timezone.now(),
        **values,
    )
    (correction,) = graph(client, article)["NewsArticle"]["correction"]
    assert correction["@type"] == "CorrectionComment"
    assert "应为“王垒”" in correction["text"]


def test_way_to_an_article_leads_over_issue_and_page(client):
    article = make_article(headline="路灯")
    steps = graph(client, article)["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3, 4]
    assert [step["item"] for step in steps][1:] == [
        f"http://testserver{row.get_absolute_url()}"
        for row in (article.issue, article.page, article)
    ]
    assert steps[-1]["name"] == "路灯"


def test_issue_says_what_it_is_and_the_way(client):
    issue = make_article().issue
    things = graph(client, issue)
    assert things["PublicationIssue"]["issueNumber"] == issue.number
    steps = things["BreadcrumbList"]["itemListElement"]
    assert steps[-1]["item"] == f"http://testserver{issue.get_absolute_url()}"


def test_way_to_a_topic(client):
    topic = make_topic()
    link_topic(make_article(), topic)
    steps = graph(client, topic)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == ["话题", topic.name]


@pytest.mark.parametrize(
    "text",
    ["</script><script>alert(1)</script>", "<!--", "]]>", "a&b", "\u2028", '"\\'],
)
def test_no_text_closes_the_block(text):
    written = str(block({"name": text}))
    inside = written.removeprefix('<script type="application/ld+json">')
    inside = inside.removesuffix("</script>")
    assert not set("<>&\u2028") & set(inside)
    assert json.loads(inside)["@graph"] == [{"name": text}]


def test_addresses_hold_the_path_prefix(client, path_prefix):
    article = make_article()
    data = graph(client, article)["NewsArticle"]
    assert data["url"] == f"http://testserver/chenbao/articles/{article.pk}/"
