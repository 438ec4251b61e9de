"""What a visitor's browser shows: each kind of page, narrow and wide, in both modes."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

#: Where a page of each kind is found: the page to start from and the link to follow.
PAGES = {
    "home": ("/", None),
    "issues": ("/issues/", None),
    "issue": ("/issues/", 'main a[href*="/issues/"]'),
    "page": ("/", 'main a[href*="/pages/"]'),
    "article": ("/", 'main a[href*="/articles/"]'),
    "topics": ("/topics/", None),
    "topic": ("/topics/", 'main a[href*="/topics/"]:not([href$="/feed/"])'),
    "people": ("/people/", None),
    "official": ("/people/", 'main .body-people li a[href*="/people/"]'),
    "post": ("/people/", 'main a[href*="/posts/"]'),
    "bodies": ("/organizations/", None),
    "body": ("/people/", 'main .body-people h2 a[href*="/organizations/"]'),
    "areas": ("/areas/", None),
    "area": ("/areas/", 'main .areas a[href*="/areas/"]'),
    "events": ("/events/", None),
    "event": ("/events/", 'main .item a[href*="/events/"]'),
    "month": ("/events/", 'main .months a[href*="/events/"]'),
    "search": ("/search/?q=%E7%89%A9%E4%B8%9A", None),
    "corrections": ("/corrections/", None),
    "about": ("/about/", None),
    "report": ("/report/", None),
}
#: A phone, the narrowest phone, a tablet or 200 % zoom, a desk.
WIDTHS = (320, 360, 768, 1280)


@pytest.fixture
def open_kind(visit) -> Callable[..., Visit]:
    """Open a page of a kind by following links, as a reader would."""

    def open_page(kind: str, **options) -> Visit:
        start, link = PAGES[kind]
        visited = visit(start, **options)
        if link is None:
            return visited
        address = visited.page.locator(link).first.get_attribute("href")
        visited.page.goto(address)
        return visited

    return open_page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", PAGES)
def test_page_fits_the_screen_and_is_quiet(open_kind, kind, width):
    visited = open_kind(kind, width=width)
    assert visited.page.locator("h1").count() == 1
    assert visited.page.locator("html").get_attribute("lang") == "zh-Hans"
    assert not visited.is_wider_than_screen
    assert visited.complaints == []


@pytest.mark.parametrize("elder", [False, True], ids=["standard", "elder"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_page_is_accessible(open_kind, kind, scheme, elder):
    visited = open_kind(kind, width=360, elder=elder, color_scheme=scheme)
    visited.page.evaluate("document.fonts.ready")
    results = Axe().run(visited.page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("kind", PAGES)
def test_page_works_without_scripts(open_kind, kind):
    visited = open_kind(kind, width=360, java_script_enabled=False)
    assert visited.page.locator("h1").count() == 1
    assert visited.page.locator("main").inner_text().strip()


def test_unknown_address_is_a_chinese_page(visit):
    visited = visit("/no-such-page/", width=360)
    assert visited.page.locator("html").get_attribute("lang") == "zh-Hans"
    assert visited.page.locator("h1").count() == 1
