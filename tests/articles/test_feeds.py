"""Atom feeds, read with a real parser."""

from datetime import UTC, datetime

import feedparser
import pytest
from django.urls import reverse
from lxml import etree

from articles.models import Article
from people.models import Area, Organization, Person
from tests.builders import (
    link_topic,
    make_area,
    make_article,
    make_mention,
    make_organization,
    make_organization_mention,
    make_person,
    make_topic,
)

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def read(client, url_name, *args):
    response = client.get(reverse(url_name, args=args))
    assert response.status_code == 200
    feed = feedparser.parse(response.content)
    assert not feed.bozo, feed.bozo_exception
    return feed


def titles(feed):
    return [entry.title for entry in feed.entries]


def test_site_feed_is_complete_atom(client):
    article = make_article(
        headline="枫桥<路灯>亮了",
        byline="□记者 武 钢",
        published_at=datetime(2024, 5, 9, 8, tzinfo=UTC),
    )
    topic = make_topic(name="夜间照明")
    link_topic(article, topic)
    feed = read(client, "articles:feed")
    assert feed.version == "atom10"
    (entry,) = feed.entries
    assert entry.title == "枫桥<路灯>亮了"
    assert entry.link == f"http://testserver{article.get_absolute_url()}"
    assert entry.id and entry.updated
    assert entry.published == "2024-05-09T08:00:00+00:00"
    assert entry.author == "武钢"
    assert [tag.term for tag in entry.tags] == ["夜间照明"]
    assert entry.summary.startswith("昨晚")


def test_feed_has_all_that_atom_demands(client):
    make_article()
    root = etree.fromstring(client.get(reverse("articles:feed")).content)
    assert root.tag == f"{ATOM}feed"
    for parent in (root, root.find(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert parent.find(ATOM + name) is not None
    links = {link.get("rel") for link in root.findall(f"{ATOM}link")}
    assert links == {"alternate", "self"}
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Hans"


def test_feed_without_articles_is_a_feed(client):
    assert read(client, "articles:feed").entries == []


def test_drafts_withdrawn_articles_and_advertisements_are_in_no_feed(client):
    make_article(published=False)
    make_article(status=Article.Status.WITHDRAWN)
    make_article(kind=Article.Kind.ADVERTISEMENT)
    assert titles(read(client, "articles:feed")) == []


def test_hidden_names_are_masked_in_feeds(client):
    make_article(
        headline="郝小满回家",
        body="郝小满说好。",
        byline="郝小满",
        hidden_names=["郝小满"],
    )
    page = client.get(reverse("articles:feed")).content.decode()
    assert "郝小满" not in page
    assert "某某回家" in page


def test_signs_that_xml_cannot_hold_are_left_out(client):
    make_article(
        headline="路\x0b灯\x1f亮\ufffe了", body="好\x00的".replace("\x00", "\x08")
    )
    assert titles(read(client, "articles:feed")) == ["路灯亮了"]


def test_feed_of_a_topic(client):
    topic = make_topic()
    link_topic(make_article(headline="有话题"), topic)
    make_article(headline="没有话题")
    assert titles(read(client, "articles:topic-feed", topic.slug)) == ["有话题"]


def test_feed_of_a_person(client):
    person = make_person()
    make_mention(article=make_article(headline="有他"), person=person)
    rejected = make_article(headline="不是他")
    make_mention(article=rejected, person=person, verdict="rejected")
    assert titles(read(client, "people:person-feed", person.pk)) == ["有他"]


def test_feed_of_a_body_and_of_its_area(client):
    area = make_area(name="梧桐里居民区", kind=Area.Kind.NEIGHBOURHOOD, shown=True)
    body = make_organization(area=area)
    make_organization_mention(article=make_article(headline="有它"), organization=body)
    make_article(headline="没有它")
    assert titles(read(client, "people:organization-feed", body.pk)) == ["有它"]
    assert titles(read(client, "people:area-feed", area.pk)) == ["有它"]


@pytest.mark.parametrize(
    ("url_name", "make"),
    [
        ("people:person-feed", lambda: make_person(shown=False)),
        ("people:organization-feed", lambda: make_organization(shown=False)),
        ("people:area-feed", make_area),
    ],
)
def test_what_is_not_shown_has_no_feed(client, url_name, make):
    response = client.get(reverse(url_name, args=[make().pk]))
    assert response.status_code == 404


def test_topic_without_a_public_article_has_no_feed(client):
    topic = make_topic()
    link_topic(make_article(published=False), topic)
    url = reverse("articles:topic-feed", args=[topic.slug])
    assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    ("model", "make", "url_name"),
    [
        (Person, make_person, "people:person-feed"),
        (Organization, make_organization, "people:organization-feed"),
    ],
)
def test_feed_of_what_was_merged_sends_on(client, model, make, url_name):
    kept = make()
    merged = make(name="旧名", shown=False, merged_into=kept)
    response = client.get(reverse(url_name, args=[merged.pk]))
    assert response.status_code == 301
    assert response["Location"] == reverse(url_name, args=[kept.pk])


def test_feed_takes_few_queries(client, django_assert_max_num_queries):
    topic = make_topic()
    for _ in range(5):
        link_topic(make_article(), topic)
    with django_assert_max_num_queries(4):
        client.get(reverse("articles:feed"))


def test_feed_stands_under_a_path_prefix(client, path_prefix):
    article = make_article()
    feed = feedparser.parse(client.get("/chenbao/feed/").content)
    assert feed.entries[0].link == f"http://testserver/chenbao/articles/{article.pk}/"
