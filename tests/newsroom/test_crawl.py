"""A walk over every link of the sample site, at the root and under a path."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.urls import set_script_prefix

from articles.models import Article
from newsroom.samples import load_samples
from people.models import Person

pytestmark = pytest.mark.django_db
LINK = re.compile(r'(?:href|src|action)="([^"]*)"')
SRCSET = re.compile(r'srcset="([^"]*)"')
#: Links that lead to no page of ours.
ELSEWHERE = ("tel:", "mailto:", "#")
#: Words of the pages' own margins, which no article holds.
FURNITURE = ("扫描二维码", "官方微信公众号")


@pytest.fixture(params=["", "/chenbao"], ids=["root", "prefix"])
def prefix(request, settings):
    settings.PATH_PREFIX = request.param
    settings.FORCE_SCRIPT_NAME = request.param or None
    settings.STATIC_URL = f"{request.param}/static/"
    set_script_prefix(f"{request.param}/")
    yield request.param
    set_script_prefix("/")


def links_of(address, text):
    found = LINK.findall(text)
    for sources in SRCSET.findall(text):
        found += [each.split()[0] for each in sources.split(",")]
    for link in map(unescape, found):
        if link and not link.startswith(ELSEWHERE):
            yield urljoin(f"http://testserver{address}", link).partition("#")[0]


def crawl(client, start, static):
    """Every page that links lead to: address -> (response, text). A link of ours
    that leaves `start` is a fault of its own."""
    pages, waiting = {}, [start]
    while waiting:
        address = waiting.pop()
        if address in pages:
            continue
        response = client.get(address)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        text = b"".join(response).decode() if is_page else ""
        pages[address] = response, text
        for link in links_of(address, text):
            parts = urlsplit(link)
            if parts.netloc != "testserver":
                continue
            assert parts.path.startswith(start), f"{address} leads to {link}"
            if not parts.path.startswith(static):
                waiting.append(link.removeprefix("http://testserver"))
    return pages


def gather_statistics():
    """What a PostgreSQL in use knows of its tables, and no open transaction does."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def test_no_link_of_the_sample_site_is_broken_empty_or_closed(client, prefix):
    load_samples(django_settings.BASE_DIR / "fixtures", lambda words: None)
    gather_statistics()
    pages = crawl(client, f"{prefix}/", f"{prefix}/static/")
    assert len(pages) > 200
    #: Addresses of forms, which lead on.
    allowed = {f"{prefix}/elder/": 302, f"{prefix}/areas/mine/": 302}
    wrong = {
        address: response.status_code
        for address, (response, _) in pages.items()
        if response.status_code != allowed.get(address, 200)
    }
    assert wrong == {}
    empty = [
        address
        for address, (_, text) in pages.items()
        if 'class="empty"' in text and not re.search("/corrections/|/pages/", address)
    ]
    assert empty == []
    check_closed("".join(text for _, text in pages.values()))


def check_closed(everything):
    """Neither a draft, nor anybody private, nor the pages' margins."""
    for draft in Article.objects.drafts():
        assert draft.headline not in everything
    links = re.findall(r"/people/(\d+)/", everything)
    closed = Person.objects.exclude(shown=True).filter(pk__in=set(links))
    assert not closed.exists()
    for words in FURNITURE:
        assert words not in everything
