"""报告差错: a form for everybody, not for machines."""

import re

import pytest
from django.core.cache import cache

from articles.models import Report
from articles.views import reports
from tests.builders import make_article

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def form(monkeypatch):
    """What a person sends some time after opening the form."""
    monkeypatch.setattr(reports, "MIN_AGE", -1)
    return {
        "kind": "error",
        "text": "第二段少了一个字。",
        "contact": "",
        "website": "",
        "opened": reports.SIGNER.sign("report"),
    }


def test_report_gets_a_receipt(client, form):
    article = make_article(headline="灯亮了")
    address = f"/report/?article={article.pk}"
    assert "灯亮了" in client.get(address).content.decode()
    response = client.post(address, form, follow=True)
    report = Report.objects.get()
    assert report.article == article
    assert report.text == "第二段少了一个字。"
    assert re.fullmatch(r"\d{8}-[2-9A-HJ-NP-Z]{8}", report.receipt)
    assert report.receipt in response.content.decode()
    assert "第二段少了一个字" not in response.content.decode()


def test_form_opened_by_a_reader_can_be_sent(client, form):
    page = client.get("/report/").content.decode()
    form["opened"] = re.search(r'name="opened" value="([^"]+)"', page)[1]
    assert client.post("/report/", form).status_code == 302
    assert Report.objects.get().address == ""


@pytest.mark.parametrize(
    ("referer", "address"),
    [
        ("http://testserver/people/3/?page=2", "/people/3/"),
        ("https://evil.example/people/3/", ""),
        ("http://testserver/" + "x" * 500, "/" + "x" * 199),
        ("http://[", ""),
        ("nothing", ""),
    ],
)
def test_page_that_the_reader_came_from_is_kept(client, form, referer, address):
    page = client.get("/report/", headers={"referer": referer}).content.decode()
    form["opened"] = re.search(r'name="opened" value="([^"]+)"', page)[1]
    client.post("/report/", form)
    assert Report.objects.get().address == address


@pytest.mark.parametrize(
    "change",
    [
        {"website": "http://spam.example"},
        {"opened": "report:never:signed"},
        {"opened": ""},
        {"text": "   "},
        {"text": "灯" * 2001},
        {"text": "灯\0"},
        {"kind": "praise"},
    ],
)
def test_what_no_reader_sends_is_refused_in_chinese(client, form, change):
    response = client.post("/report/", form | change)
    assert response.status_code == 200
    assert 'role="alert"' in response.content.decode()
    assert not Report.objects.exists()


def test_form_sent_at_once_or_a_day_later_is_refused(client, form, monkeypatch):
    monkeypatch.setattr(reports, "MIN_AGE", 3600)
    assert "发送得太快了" in client.post("/report/", form).content.decode()
    monkeypatch.setattr(reports, "MAX_AGE", -1)
    assert "打开太久了" in client.post("/report/", form).content.decode()
    assert not Report.objects.exists()


def test_flood_from_one_address_is_stopped(client, form):
    sent = [client.post("/report/", form).status_code for _ in range(7)]
    assert sent == [302] * reports.HOURLY_FROM_ONE + [200] * 2
    other = client.post("/report/", form, REMOTE_ADDR="192.0.2.7")
    assert other.status_code == 302


def test_address_of_the_sender_is_kept_nowhere(client, form):
    client.post("/report/", form, REMOTE_ADDR="192.0.2.77")
    assert "192.0.2.77" not in str(Report.objects.values().get())
    assert "192.0.2.77" not in str(getattr(cache, "_cache", ""))


@pytest.mark.parametrize("asked", ["abc", "²", "-1", str(10**30), "0", ""])
def test_report_about_no_article_is_still_a_form(client, asked):
    assert client.get("/report/", {"article": asked}).status_code == 200


def test_draft_is_not_named_by_the_form(client):
    draft = make_article(published=False, headline="草稿的路灯")
    text = client.get(f"/report/?article={draft.pk}").content.decode()
    assert "草稿的路灯" not in text


def test_unknown_receipt_is_not_found(client):
    assert client.get("/report/received/20240101-AAAAAAAA/").status_code == 404
