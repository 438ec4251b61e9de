"""What crawlers are told."""

from django.test import Client


def test_office_and_search_are_closed_and_the_sitemap_is_named():
    lines = Client().get("/robots.txt").text.splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /admin/", "Disallow: /desk/", "Disallow: /search/"} < set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines
