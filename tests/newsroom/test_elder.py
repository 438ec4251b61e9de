"""大字版: a cookie and nothing else."""

import pytest

from newsroom.elder import SIZES

pytestmark = pytest.mark.django_db


def test_one_tap_enlarges_every_page_and_goes_back(client):
    response = client.post("/elder/", {"size": "24", "next": "/about/?a=1"})
    assert response["Location"] == "/about/?a=1"
    text = client.get("/about/").content.decode()
    assert '<html lang="zh-Hans" class="elder elder-24">' in text
    assert "返回标准版" in text
    for size, label in SIZES.items():
        assert f'value="{size}"' in text and label in text


def test_back_to_the_standard_edition(client):
    client.post("/elder/", {"size": "30", "next": "/"})
    client.post("/elder/", {"size": "", "next": "/"})
    text = client.get("/about/").content.decode()
    assert '<html lang="zh-Hans">' in text
    assert "大字版" in text


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example/",
        "javascript:alert(1)",
        "",
        "evil",
        "\\",
    ],
)
def test_leads_nowhere_else(client, target):
    response = client.post("/elder/", {"size": "24", "next": target})
    assert response["Location"] == "/"


@pytest.mark.parametrize("size", ["25", "²4", "<b>", "240"])
def test_unknown_size_changes_nothing(client, size):
    client.post("/elder/", {"size": size, "next": "/"})
    client.cookies["elder"] = size
    text = client.get("/about/").content.decode()
    assert '<html lang="zh-Hans">' in text


def test_opening_the_address_of_the_form_leads_to_its_buttons(client):
    response = client.get("/elder/", {"size": "24"})
    assert response.status_code == 302 and response["Location"] == "/"
    assert not response.cookies


def test_pages_vary_by_the_cookie_and_stay_fresh(client):
    response = client.get("/about/")
    assert "Cookie" in response["Vary"]
    assert response["Cache-Control"] == "no-cache"


def test_cookie_keeps_to_the_path_of_the_site(client, settings):
    settings.SESSION_COOKIE_PATH = "/chenbao/"
    response = client.post("/elder/", {"size": "24", "next": "/"})
    assert response.cookies["elder"]["path"] == "/chenbao/"
    assert response.cookies["elder"]["httponly"]
