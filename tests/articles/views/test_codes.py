"""QR codes: what they say, and sheets of them."""

import io

import pytest
import segno
from django.urls import reverse
from lxml import etree

from articles.views.codes import draw_code
from people.models import Area
from tests.builders import (
    link_topic,
    make_area,
    make_article,
    make_person,
    make_topic,
)

pytestmark = pytest.mark.django_db


def public_rows():
    article, topic = make_article(), make_topic()
    link_topic(article, topic)
    area = make_area(name="梧桐里居民区", kind=Area.Kind.NEIGHBOURHOOD, shown=True)
    return {
        "articles:article-code": article,
        "articles:topic-code": topic,
        "people:person-code": make_person(),
        "people:area-code": area,
    }


def test_code_says_the_whole_address_of_the_page(client):
    for url_name, row in public_rows().items():
        key = row.slug if url_name == "articles:topic-code" else row.pk
        response = client.get(reverse(url_name, args=[key]))
        assert response["Content-Type"] == "image/svg+xml"
        address = f"http://testserver{row.get_absolute_url()}"
        assert response.content == draw_code(address)


def test_code_is_a_drawing_of_the_address():
    root = etree.fromstring(draw_code("https://example.cn/chenbao/articles/7/"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    expected = io.BytesIO()
    code = segno.make_qr("https://example.cn/chenbao/articles/7/", error="m")
    code.save(expected, kind="svg", scale=8, border=4, dark="#000", light="#fff")
    drawn = [path.get("d") for path in root.iter("{*}path")]
    wanted = etree.fromstring(expected.getvalue())
    assert drawn == [path.get("d") for path in wanted.iter("{*}path")]


def test_code_under_a_path_prefix_holds_it(client, path_prefix):
    article = make_article()
    response = client.get(f"/chenbao/articles/{article.pk}/code.svg")
    address = f"http://testserver/chenbao/articles/{article.pk}/"
    assert response.content == draw_code(address)


def test_what_is_not_published_has_no_code(client):
    topic = make_topic()
    addresses = [
        reverse("articles:article-code", args=[make_article(published=False).pk]),
        reverse("articles:topic-code", args=[topic.slug]),
        reverse("people:person-code", args=[make_person(shown=False).pk]),
        reverse("people:area-code", args=[make_area().pk]),
    ]
    assert {client.get(address).status_code for address in addresses} == {404}


def test_sheets_show_what_is_published(client):
    rows = public_rows()
    article = rows["articles:article-code"]
    make_article(published=False, page=article.page, headline="草稿")
    page = client.get(reverse("articles:code-sheets")).content.decode()
    issue_sheet = reverse("articles:code-issue", args=[article.issue_id])
    sheets = {
        "articles:article-code": issue_sheet,
        "articles:topic-code": reverse("articles:code-topics"),
        "people:person-code": reverse("articles:code-people"),
        "people:area-code": reverse("articles:code-areas"),
    }
    for url_name, row in rows.items():
        assert sheets[url_name] in page
        sheet = client.get(sheets[url_name]).content.decode()
        assert f'href="{row.get_absolute_url()}"' in sheet
        assert sheet.count("code.svg") == 1
        assert "草稿" not in sheet


def test_sheets_without_rows_are_not_there(client):
    page = client.get(reverse("articles:code-sheets")).content.decode()
    for name in ("areas", "topics", "people"):
        address = reverse(f"articles:code-{name}")
        assert address not in page
        assert client.get(address).status_code == 404
    assert client.get(reverse("articles:code-issue", args=[1])).status_code == 404


def test_hidden_names_are_masked_on_a_sheet(client):
    article = make_article(headline="郝小满回家", hidden_names=["郝小满"])
    address = reverse("articles:code-issue", args=[article.issue_id])
    sheet = client.get(address).content.decode()
    assert "某某回家" in sheet and "郝小满" not in sheet
