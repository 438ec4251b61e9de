"""What a visitor's browser shows: each kind of page, narrow and wide, in both modes."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

#: Where a page of each kind is found: the page to start from, the links to follow.
PAGES = {
    "home": ("/",),
    "issues": ("/issues/",),
    "issue": ("/issues/", 'main a[href*="/issues/"]'),
    "page": ("/", 'main a[href*="/pages/"]'),
    "page with its picture": ("/issues/", "main li:last-child a", ".chips a"),
    "article": ("/", 'main a[href*="/articles/"]'),
    "topics": ("/topics/",),
    "topic": ("/topics/", 'main a[href*="/topics/"]:not([href$="/feed/"])'),
    "people": ("/people/",),
    "index": ("/people/", "main .letters a"),
    "official": ("/people/", 'main .body-people li a[href*="/people/"]'),
    "post": ("/people/", 'main a[href*="/posts/"]'),
    "bodies": ("/organizations/",),
    "bodies of a kind": ("/organizations/", 'main a[href*="/kinds/"]'),
    "body": ("/people/", 'main .body-people h2 a[href*="/organizations/"]'),
    "meetings": ("/organizations/", "main a:has-text('联席')", 'a[href$="/meetings/"]'),
    "areas": ("/areas/",),
    "area": ("/areas/", 'main .areas a[href*="/areas/"]'),
    "events": ("/events/",),
    "event": ("/events/", 'main .item a[href*="/events/"]'),
    "month": ("/events/", 'main .months a[href*="/events/"]'),
    "search": ("/search/",),
    "found": ("/search/?q=%E7%89%A9%E4%B8%9A",),
    "nothing found": ("/search/?q=%E7%81%AB%E7%AE%AD",),
    "corrections": ("/corrections/",),
    "about": ("/about/",),
    "report": ("/report/",),
    "codes": ("/codes/",),
    "sheet of codes": ("/codes/", "main .item a"),
}
#: A phone, the narrowest phone, a tablet or 200 % zoom, a desk.
WIDTHS = (320, 360, 768, 1280)


#: Whatever holds a name; each becomes one of forty characters without a break.
NAMES = "main a, main h1, main dd, main .role, main .as-printed, main .name"
LENGTHEN = """names => names.filter(each => !each.children.length)
    .forEach(each => each.textContent = "旧城区改造指挥部".repeat(5))"""
CONTROLS = "main a, main button, header a, header button, footer a"


def low_targets(visited: Visit, least: int) -> list[str]:
    """Buttons and list links that are lower than a finger; links in text may be."""
    script = """(elements, least) => elements
        .filter(e => getComputedStyle(e).display !== "inline")
        .filter(e => e.offsetParent && e.getBoundingClientRect().width > 1)
        .filter(e => e.getBoundingClientRect().height < least - 0.5)
        .map(e => e.outerHTML)"""
    return visited.page.locator(CONTROLS).evaluate_all(script, least)


@pytest.fixture
def open_kind(visit) -> Callable[..., Visit]:
    """Open a page of a kind by following links, as a reader would."""

    def open_page(kind: str, **options) -> Visit:
        start, *links = PAGES[kind]
        visited = visit(start, **options)
        for link in links:
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
    assert low_targets(visited, 44) == []


@pytest.mark.parametrize("elder", ["", "24"], ids=["standard", "elder"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_page_is_accessible(open_kind, kind, scheme, elder):
    visited = open_kind(kind, width=360, elder=elder, color_scheme=scheme)
    visited.page.evaluate("document.fonts.ready")
    results = Axe().run(visited.page)
    assert results.violations_count == 0, results.generate_report()
    if elder:
        assert low_targets(visited, 60) == []


@pytest.mark.parametrize("kind", PAGES)
def test_longest_names_in_largest_type_need_no_sideways_scroll(open_kind, kind):
    visited = open_kind(kind, width=320, elder="30")
    assert not visited.is_wider_than_screen
    visited.page.locator(NAMES).evaluate_all(LENGTHEN)
    assert not visited.is_wider_than_screen


@pytest.mark.parametrize("kind", PAGES)
def test_page_works_without_scripts_and_style(open_kind, kind):
    visited = open_kind(kind, width=360, java_script_enabled=False)
    assert visited.page.locator("h1").count() == 1
    styled = visited.page.locator("main").inner_text().split()
    visited.page.route("**/*.css", lambda route: route.abort())
    visited.page.reload()
    assert styled
    plain = "".join(visited.page.locator("main").inner_text().split())
    assert [words for words in styled if words not in plain] == []


def test_unknown_address_is_a_chinese_page(visit):
    visited = visit("/no-such-page/", width=360)
    assert visited.page.locator("html").get_attribute("lang") == "zh-Hans"
    assert visited.page.locator("h1").count() == 1
