"""The stock admin in a browser: it works under the content security policy."""

import pytest

pytestmark = pytest.mark.browser

LISTS = ("articles/article", "articles/issue", "people/person", "people/organization")


@pytest.fixture
def office(sign_in):
    """A visit of somebody who has signed in."""
    return sign_in()


def test_signing_in_leads_to_the_office(office):
    assert office.page.locator("#content h1").is_visible()
    assert office.page.locator("input[name=password]").count() == 0
    assert office.complaints == []


@pytest.mark.parametrize("name", LISTS)
def test_list_and_form_keep_to_the_content_security_policy(office, name):
    page = office.page
    page.goto(f"/admin/{name}/")
    row = page.locator("#result_list tbody th a").first
    page.goto(row.get_attribute("href"))
    assert page.locator("#content form").first.is_visible()
    assert office.complaints == []


def test_desk_opens_for_staff(office):
    office.page.goto("/desk/")
    assert office.page.locator("h1").count() == 1
    assert not office.is_wider_than_screen
    assert office.complaints == []
