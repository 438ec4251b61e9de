"""QR codes as a telephone reads them: from the screen and from the printed sheet."""

import io
import re

import pytest
import zxingcpp
from PIL import Image

from tests.browser.conftest import press

pytestmark = pytest.mark.browser

SHEETS = ("areas", "topics", "people")
#: A sheet of A4 without its margins, in the browser's pixels.
PAPER = {"width": 680, "height": 1000}
PRINTED_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def read_codes(screenshot: bytes) -> list[str]:
    image = Image.open(io.BytesIO(screenshot)).convert("L")
    return sorted(code.text for code in zxingcpp.read_barcodes(image))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", SHEETS)
def test_printed_sheet_leads_to_its_pages(visit, site, name, scheme):
    page = visit(f"/codes/{name}/", viewport=PAPER, color_scheme=scheme).page
    page.emulate_media(media="print", color_scheme=scheme)
    links = page.locator(".codes a").evaluate_all("links => links.map(a => a.href)")
    assert links
    assert read_codes(page.locator(".codes").screenshot()) == sorted(links)


@pytest.mark.parametrize("name", SHEETS)
def test_sheet_is_one_page_of_paper(visit, name):
    page = visit(f"/codes/{name}/").page
    assert len(PRINTED_PAGE.findall(page.pdf(prefer_css_page_size=True))) == 1


def test_code_of_an_article_leads_to_it(visit, site):
    page = visit("/", width=360).page
    press(page.locator(".lead h2 a"))
    address = page.url
    press(page.get_by_role("link", name="二维码").first)
    assert read_codes(page.screenshot()) == [address]
