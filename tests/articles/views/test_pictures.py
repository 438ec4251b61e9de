"""Pictures and page images go only where their text goes."""

import io
import re

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from articles.models import Article, Fragment
from tests.builders import make_article, make_page

pytestmark = pytest.mark.django_db


def drawn(width=900, height=600):
    data = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(data, "JPEG")
    return ContentFile(data.getvalue(), name="x.jpg")


@pytest.fixture
def picture():
    picture = make_article().pictures.create(caption="灯", alt_text="一盏路灯")
    picture.image.save("x.jpg", drawn())
    return picture


@pytest.fixture
def page():
    page = make_page()
    make_article(page=page)
    page.image.save("x.jpg", drawn(1500, 2100))
    return page


def body_of(response):
    return Image.open(io.BytesIO(b"".join(response.streaming_content)))


def test_picture_comes_as_wide_as_asked(client, picture):
    response = client.get(f"/pictures/{picture.pk}/400.webp")
    assert response["Content-Type"] == "image/webp"
    assert "private" in response["Cache-Control"]
    assert body_of(response).size == (400, 267)


def test_picture_is_never_enlarged(client, picture):
    assert body_of(client.get(f"/pictures/{picture.pk}/1200.webp")).size == (900, 600)


@pytest.mark.parametrize("width", [0, 1, 399, 4000, 10**30])
def test_other_sizes_are_not_made(client, picture, width):
    assert client.get(f"/pictures/{picture.pk}/{width}.webp").status_code == 404


@pytest.mark.parametrize("status", [Article.Status.DRAFT, Article.Status.WITHDRAWN])
def test_picture_of_no_public_article_is_for_staff(
    client, admin_client, picture, status
):
    Article.objects.update(status=status)
    address = f"/pictures/{picture.pk}/400.webp"
    assert client.get(address).status_code == 404
    assert admin_client.get(address).status_code == 200


def test_picture_without_its_file_is_not_found(client, picture):
    picture.image.storage.delete(picture.image.name)
    assert client.get(f"/pictures/{picture.pk}/400.webp").status_code == 404


def test_article_shows_its_picture_with_size_and_words(client, picture):
    text = client.get(picture.article.get_absolute_url()).content.decode()
    assert 'width="900" height="600" alt="一盏路灯"' in text
    assert f"/pictures/{picture.pk}/400.webp 400w" in text


def test_shared_link_carries_the_picture_as_jpeg(client, picture):
    text = client.get(picture.article.get_absolute_url()).content.decode()
    address = re.search(r'property="og:image" content="http://testserver([^"]+)"', text)
    response = client.get(address[1])
    image = body_of(response)
    assert response["Content-Type"] == "image/jpeg"
    assert (image.format, image.size) == ("JPEG", (800, 533))
    Article.objects.update(status=Article.Status.WITHDRAWN)
    assert client.get(address[1]).status_code == 404


def test_caption_without_a_picture_is_still_read(client):
    article = make_article()
    article.pictures.create(caption="左起：甲、乙", credit="丁晚")
    text = client.get(article.get_absolute_url()).content.decode()
    assert "左起：甲、乙（丁晚 摄）" in text
    assert "<img" not in text


def test_page_image_is_shown_with_the_page(client, page):
    assert client.get(f"/pictures/pages/{page.pk}/800.webp").status_code == 200
    assert (
        f"/pictures/pages/{page.pk}/"
        in client.get(page.get_absolute_url()).content.decode()
    )


def hide_a_name(page):
    page.articles.update(hidden_names=["倪小满"])


def add_a_draft(page):
    make_article(page=page, published=False)


def continue_a_draft(page):
    draft = make_article(page=make_page(issue=page.issue), published=False)
    Fragment.objects.create(
        page=page, start=0, end=2, role=Fragment.Role.BODY, article=draft
    )


@pytest.mark.parametrize("change", [hide_a_name, add_a_draft, continue_a_draft])
def test_page_image_is_withheld_where_it_shows_too_much(
    client, admin_client, page, change
):
    change(page)
    address = f"/pictures/pages/{page.pk}/800.webp"
    assert client.get(address).status_code == 404
    assert admin_client.get(address).status_code == 200
    assert "本版暂无版面图" in client.get(page.get_absolute_url()).content.decode()


def test_kept_name_withholds_nothing(client, page):
    page.articles.update(hidden_names=["=倪小满堂"])
    assert client.get(f"/pictures/pages/{page.pk}/800.webp").status_code == 200


def test_recording_is_guarded_too(client):
    article = make_article()
    article.recording.save("x.mp3", ContentFile(b"ID3 sound"))
    address = f"/articles/{article.pk}/recording/"
    response = client.get(address)
    assert b"".join(response.streaming_content) == b"ID3 sound"
    assert address in client.get(article.get_absolute_url()).content.decode()
    Article.objects.update(status=Article.Status.DRAFT)
    assert client.get(address).status_code == 404


def test_kept_picture_is_not_sent_again_and_never_compressed_twice(client, picture):
    address = f"/pictures/{picture.pk}/400.webp"
    first = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in first
    assert int(first["Content-Length"]) == len(b"".join(first.streaming_content))
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("wanted", "status", "sent"),
    [
        ("bytes=0-1", 206, b"ID"),
        ("bytes=4-", 206, b"sound"),
        ("bytes=-5", 206, b"sound"),
        ("bytes=4-999", 206, b"sound"),
        ("bytes=0-0,2-2", 200, b"ID3 sound"),
        ("bytes=x", 200, b"ID3 sound"),
        ("bytes=9-", 416, b""),
        ("bytes=5-2", 416, b""),
        ("bytes=-0", 416, b""),
    ],
)
def test_player_fetches_a_recording_in_parts(client, wanted, status, sent):
    article = make_article()
    article.recording.save("x.mp3", ContentFile(b"ID3 sound"))
    address = f"/articles/{article.pk}/recording/"
    response = client.get(address, headers={"Range": wanted, "Accept-Encoding": "gzip"})
    assert response.status_code == status
    body = response.streaming_content if response.streaming else [response.content]
    assert b"".join(body) == sent
    assert response["Accept-Ranges"] == "bytes"
    if status == 206:
        assert response["Content-Type"] == "audio/mpeg"
        assert int(response["Content-Length"]) == len(sent)
