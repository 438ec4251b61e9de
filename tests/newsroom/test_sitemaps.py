"""sitemap.xml: what is in it and what is not."""

import pytest
from lxml import etree

from newsroom import sitemaps
from people.models import Area
from tests.builders import (
    link_topic,
    make_area,
    make_article,
    make_event,
    make_organization,
    make_person,
    make_post,
    make_topic,
)

pytestmark = pytest.mark.django_db
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(client, path="/sitemap.xml"):
    response = client.get(path)
    assert response.status_code == 200
    root = etree.fromstring(response.content)
    return [loc.text for loc in root.iter(f"{NAMESPACE}loc")]


def test_every_published_page_is_in_the_map_and_answers(client):
    article = make_article()
    topic = make_topic()
    link_topic(article, topic)
    rows = [
        article,
        article.issue,
        article.page,
        topic,
        make_person(),
        make_post(),
        make_event(),
        make_area(kind=Area.Kind.NEIGHBOURHOOD, shown=True),
    ]
    found = addresses(client)
    assert {f"http://testserver{row.get_absolute_url()}" for row in rows} <= set(found)
    assert len(found) == len(set(found))
    for address in found:
        assert client.get(address).status_code == 200, address


def test_what_is_not_published_is_not_in_the_map(client):
    draft = make_article(published=False)
    topic = make_topic()
    link_topic(draft, topic)
    hidden = {"shown": False}
    rows = [
        draft,
        draft.issue,
        draft.page,
        topic,
        make_person(**hidden),
        make_organization(**hidden),
        make_post(**hidden),
        make_event(**hidden),
        make_area(),
    ]
    found = " ".join(addresses(client))
    assert not [row for row in rows if f"{row.get_absolute_url()}<" in f"{found}<"]
    assert "/articles/" not in found and "/people/1" not in found


def test_very_many_addresses_become_a_list_of_maps(client, monkeypatch):
    for part in sitemaps.SECTIONS.values():
        monkeypatch.setattr(part, "limit", 2)
    articles = [make_article() for _ in range(3)]
    maps = addresses(client)
    assert "http://testserver/sitemap-articles.xml?p=2" in maps
    found = {address for path in maps for address in addresses(client, path)}
    assert {f"http://testserver{row.get_absolute_url()}" for row in articles} <= found


@pytest.mark.parametrize(
    "path",
    ["/sitemap-nothing.xml", "/sitemap-articles.xml?p=99", "/sitemap-articles.xml?p=x"],
)
def test_unknown_map_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_map_stands_under_a_path_prefix(client, path_prefix):
    article = make_article()
    address = f"http://testserver/chenbao/articles/{article.pk}/"
    assert address in addresses(client, "/chenbao/sitemap.xml")
