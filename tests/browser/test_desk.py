"""The pages of editors in a browser: narrow and wide, quiet, and usable."""

import pytest

from tests.browser.conftest import press

pytestmark = pytest.mark.browser

PAGES = (
    "/admin/",
    "/desk/?title=%E4%B9%A6%E8%AE%B0",
    "/admin/articles/article/",
    "/admin/articles/article/add/",
    "/admin/articles/claim/",
    "/admin/articles/question/",
    "/admin/articles/importrun/upload/",
    "/admin/articles/article/press-check/",
    "/admin/people/ruling/roster/",
)


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_of_editors_fit_the_screen_and_are_quiet(sign_in, width):
    visited = sign_in(width=width)
    for address in PAGES:
        visited.page.goto(address)
        assert visited.page.locator("h1").count() == 1, address
        assert not visited.is_wider_than_screen, address
        assert visited.complaints == [], address


def test_person_is_chosen_by_typing_the_name(sign_in):
    page = sign_in().page
    page.goto("/admin/people/person/?visibility__exact=official")
    name = page.locator("#result_list tbody th a").first.inner_text()
    page.goto("/admin/articles/article/add/")
    page.click("#mentions-group .add-row a")
    page.locator("tr.dynamic-mentions .select2-selection").last.click()
    page.keyboard.type(name)
    page.locator(".select2-results__option", has_text=name).first.click()
    chosen = page.locator("tr.dynamic-mentions .select2-selection__rendered").last
    assert name in chosen.inner_text()


def test_second_editor_sees_both_texts(sign_in):
    first = sign_in().page
    first.goto("/admin/articles/article/?status__exact=draft")
    address = first.locator("#result_list tbody th a").first.get_attribute("href")
    second = first.context.new_page()
    for page in (first, second):
        page.goto(address)
    for page, words in ((first, "甲写的副题"), (second, "乙写的副题")):
        page.fill("#id_subheadline", words)
        press(page.locator("[name=_continue]").first)
    second.locator(".stale").wait_for()
    shown = second.locator(".stale").inner_text()
    assert "甲写的副题" in shown and "乙写的副题" in shown
    assert second.input_value("#id_subheadline") == "乙写的副题"
