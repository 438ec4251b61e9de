"""What elderly readers on phones rely on: type, targets, weight, keyboard, print."""

import pytest

from tests.browser.conftest import press

pytestmark = pytest.mark.browser

KB = 1024
#: What a reader downloads at most, compressed.
MAX_HTML, MAX_STYLE, MAX_SCRIPT = 25 * KB, 15 * KB, 10 * KB
MAX_ARTICLE, MAX_WITH_PICTURE = 50 * KB, 120 * KB
#: What a keyboard stops at; one of a group of choices.
CONTROLS = "a[href]:not([tabindex]), button, input, select, textarea, summary"
SHOWN = """all => all.filter(e => e.checkVisibility() && e.type !== "hidden"
    && e.tabIndex >= 0 && (e.type !== "radio" || e.checked)).length"""
FOCUSED = """(() => {
    const e = document.activeElement, box = e.getBoundingClientRect();
    const ring = getComputedStyle(e);
    return {
      html: e.outerHTML,
      isRinged: ring.outlineStyle === "solid" && parseFloat(ring.outlineWidth) >= 2,
      isInView: box.bottom > 0 && box.top < innerHeight && box.right > 0,
    };
  })()"""
ADDRESSES = ("/", "/issues/", "/people/", "/organizations/", "/topics/", "/events/")


def downloads(visited, address):
    """Bytes of everything that one page needs, by kind of resource."""
    page, sizes = visited.page, {}

    def add(request):
        size = request.sizes()["responseBodySize"]
        sizes.setdefault(request.resource_type, []).append(size)

    page.on("requestfinished", add)
    page.goto(address, wait_until="networkidle")
    return sizes


def size_of_type(visited, selector):
    script = "e => parseFloat(getComputedStyle(e).fontSize)"
    return visited.page.locator(selector).first.evaluate(script)


@pytest.fixture
def article(visit):
    """The address of the lead of the newest issue."""
    home = visit("/").page
    return home.locator(".lead h2 a").first.get_attribute("href")


@pytest.mark.parametrize(("width", "size"), [(360, 18), (1280, 19)])
def test_text_is_large_enough_and_lines_are_short(visit, article, width, size):
    visited = visit(article, width=width)
    assert size_of_type(visited, "#body p") == pytest.approx(size)
    box = visited.page.locator("#body p").first.bounding_box()
    assert 17 <= box["width"] / size <= 40


def test_elder_mode_enlarges_type_and_targets_without_script(visit, article):
    visited = visit(article, width=360, elder="24", java_script_enabled=False)
    assert visited.page.url.endswith(article)
    assert size_of_type(visited, "#body p") == pytest.approx(24)
    for label, size in [("最大", 30), ("大", 20)]:
        press(visited.page.get_by_role("button", name=label, exact=True))
        assert size_of_type(visited, "#body p") == pytest.approx(size)
    press(visited.page.get_by_role("button", name="返回标准版"))
    assert size_of_type(visited, "#body p") == pytest.approx(18)


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_is_light(visit, address):
    sizes = downloads(visit("/about/"), address)
    assert sum(sizes["document"]) <= MAX_HTML
    sizes = downloads(visit("/about/"), f"{address}?")
    assert sum(sizes.get("stylesheet", [0])) <= MAX_STYLE
    assert sum(sizes.get("script", [0])) <= MAX_SCRIPT


def test_article_is_light_with_its_lead_picture(visit, article):
    sizes = downloads(visit("/x/", width=360, device_scale_factor=2), article)
    pictures = sum(sizes.pop("image", []))
    assert sum(sum(each) for each in sizes.values()) <= MAX_ARTICLE
    assert pictures
    assert pictures + sum(sum(each) for each in sizes.values()) <= MAX_WITH_PICTURE


def test_nothing_comes_from_elsewhere(visit, article, site):
    visited = visit("/about/")
    asked = []
    visited.page.on("request", lambda request: asked.append(request.url))
    visited.page.goto(article, wait_until="networkidle")
    assert asked
    assert all(url.startswith(site.address) for url in asked)


def test_keyboard_reaches_the_text_first(visit, article):
    page = visit(article).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("address", ["/", "/people/", "/search/", "/report/"])
def test_keyboard_reaches_every_control_and_shows_where_it_is(visit, address):
    page = visit(address, width=360).page
    reachable = page.locator(CONTROLS).evaluate_all(SHOWN)
    for _ in range(reachable):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["isRinged"] and focused["isInView"], focused["html"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body")


def test_print_leaves_only_the_paper(visit, article):
    page = visit(article).page
    page.emulate_media(media="print")
    assert page.locator("#body").is_visible()
    for part in (".sections", ".elder-form", ".turn", ".tools"):
        assert not page.locator(part).first.is_visible()


def test_article_is_whole_without_style(visit, article, browser, site):
    context = browser.new_context(base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    page.goto(article)
    assert page.locator("h1").inner_text().strip()
    assert page.locator("#body p").first.is_visible()
    context.close()


def test_copy_button_copies_the_citation(visit, article):
    permissions = ["clipboard-read", "clipboard-write"]
    page = visit(article, permissions=permissions).page
    page.get_by_role("button", name="复制出处").click()
    page.get_by_role("button", name="已复制").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#citation").inner_text().strip()
