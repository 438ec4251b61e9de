"""Addresses that no page of the site makes."""

import gzip

import brotli
import pytest
from django.test import Client

from newsroom.middleware import MAX_QUERY_BYTES, is_hostile, is_too_long


@pytest.mark.parametrize(
    ("why", "path", "query", "expected"),
    [
        ("plain", "/search/", "q=%E7%8E%8B%E7%A3%8A", False),
        ("no query", "/", "", False),
        ("percent sign alone", "/search/", "q=100%", False),
        ("markup is text", "/search/", "q=<script>", False),
        ("NUL in the query", "/search/", "q=%00", True),
        ("NUL in the path", "/topics/\0/", "", True),
        ("GBK", "/search/", "q=%CD%F5", True),
        ("cut in the middle of a character", "/search/", "q=%E7%8E", True),
        ("lone surrogate", "/search/", "q=%ED%A0%80", True),
    ],
)
def test_hostile_address_is_told_from_odd_one(why, path, query, expected):
    assert is_hostile(path, query) is expected, why


@pytest.mark.parametrize(
    ("why", "path", "query", "expected"),
    [
        ("plain", "/search/", "q=%E7%8E%8B%E7%A3%8A", False),
        ("longest query", "/search/", "1" * MAX_QUERY_BYTES, False),
        ("over-long query", "/search/", "q=" + "1" * MAX_QUERY_BYTES, True),
        ("over-long path", "/" + "汉" * 1000, "", True),
    ],
)
def test_too_long_an_address_is_told(why, path, query, expected):
    assert is_too_long(path, query) is expected, why


@pytest.mark.parametrize("address", ["/?q=%00", "/%00/", "/?q=%FF"])
def test_hostile_address_is_answered_in_chinese(db, address):
    response = Client(raise_request_exception=False).get(address)
    assert response.status_code == 400
    assert "返回" in response.text


@pytest.mark.parametrize("address", ["/search/?q=" + "x" * 100_000, "/" + "a" * 9000])
def test_too_long_an_address_is_told_what_to_do(db, address):
    response = Client().get(address)
    assert response.status_code == 414
    assert "请改用两三个字" in response.text


@pytest.mark.parametrize(
    ("method", "address"),
    [("put", "/about/"), ("post", "/events/"), ("get", "/admin/logout/")],
)
def test_wrong_method_is_answered_in_chinese(admin_client, method, address):
    response = getattr(admin_client, method)(address)
    assert response.status_code == 405
    assert response["Allow"]
    assert "请回到原来的页面" in response.text


def test_path_prefix_is_served_whether_or_not_the_proxy_strips_it(db, settings):
    settings.PATH_PREFIX = "/chenbao"
    client = Client()
    assert client.get("/chenbao/healthz").text == "ok\n"
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/chenbaohealthz").status_code == 404


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip, deflate, br", "br"),
        ("br;q=0.9, gzip;q=0.1", "br"),
        ("gzip, br;q=0", "gzip"),
        ("gzip, deflate", "gzip"),
        ("", None),
    ],
)
def test_pages_are_compressed_as_the_browser_can_read(db, accepted, expected):
    plain = Client().get("/about/")
    response = Client().get("/about/", headers={"Accept-Encoding": accepted})
    assert response.headers.get("Content-Encoding") == expected
    assert "Accept-Encoding" in response["Vary"]
    read = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[expected]
    assert read(response.content) == plain.content
    if expected:
        assert int(response["Content-Length"]) == len(response.content)
        assert len(response.content) < len(plain.content) / 2


def test_staff_get_gzip_with_its_random_length(admin_client):
    response = admin_client.get("/about/", headers={"Accept-Encoding": "gzip, br"})
    assert response["Content-Encoding"] == "gzip"


def test_what_is_short_or_empty_is_sent_as_it_is(db):
    for address in ("/healthz", "/elder/"):
        response = Client().get(address, headers={"Accept-Encoding": "br"})
        assert "Content-Encoding" not in response
