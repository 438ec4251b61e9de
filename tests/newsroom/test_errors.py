"""Error pages: in Chinese, also where the template fails."""

import pytest
from django.template import TemplateDoesNotExist
from django.test import Client, RequestFactory

from newsroom import errors


def test_unknown_address_is_a_chinese_404(db):
    response = Client().get("/no-such-page/")
    assert response.status_code == 404
    assert 'lang="zh-Hans"' in response.text


def test_debug_shows_the_same_404_as_readers_see(db, settings):
    settings.DEBUG = True
    response = Client().get("/no-such-page/")
    assert response.status_code == 404
    assert "URLconf" not in response.text


@pytest.mark.parametrize("status", [400, 403, 404, 405, 414, 500])
def test_plain_sentence_stands_where_the_template_fails(monkeypatch, status):
    def fail(*args, **kwargs):
        raise TemplateDoesNotExist("base.html")

    monkeypatch.setattr(errors, "render", fail)
    response = errors.error_page(RequestFactory().get("/"), status)
    assert response.status_code == status
    assert errors.PLAIN[status] in response.text


def test_form_without_token_is_refused_in_chinese(db):
    client = Client(enforce_csrf_checks=True)
    response = client.post("/admin/login/", {"username": "a", "password": "b"})
    assert response.status_code == 403
    assert 'lang="zh-Hans"' in response.text
