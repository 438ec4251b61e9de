"""What readers report: an error until it is corrected, a name until it is hidden."""

import json

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import press

pytestmark = pytest.mark.browser

RIGHT_WORDS, NOTE = "改正以后的几个字", "读者来信指出。"


@pytest.fixture
def report(visit):
    """Write to the newsroom from the article that the reader has open."""

    def send(page: Page, kind: str, words: str) -> str:
        press(page.get_by_role("link", name="报告差错").first)
        page.get_by_label(kind, exact=True).check()
        page.get_by_label("请写明").fill(words)
        receipt = page.locator(".receipt")
        while receipt.count() == 0:  # whoever is too quick is asked to send again
            press(page.get_by_role("button", name="发送给编辑部"))
        return receipt.inner_text()

    return send


@pytest.fixture
def reader(visit):
    """Somebody with a telephone who has opened the first article of page two."""
    page = visit("/", width=360).page
    press(page.locator(".front-page .item-headline").first)
    return page


def settle(office: Page, receipt: str, words: str) -> None:
    """Staff find the report by its number, read it and close it."""
    office.goto(f"/admin/articles/report/?q={receipt}")
    press(office.get_by_role("link", name=receipt))
    assert words in office.locator("#content").inner_text()
    office.fill("#id_outcome", "已办。")
    press(office.locator("[name=_save]").first)


def write_correction(office: Page, article: str, printed: str) -> None:
    number = article.rstrip("/").rpartition("/")[2]
    office.goto(f"/admin/articles/correction/add/?article={number}")
    office.fill("#id_printed_words", printed)
    office.fill("#id_corrected_words", RIGHT_WORDS)
    office.fill("#id_note", NOTE)
    press(office.locator("[name=_save]").first)


def approve(office: Page) -> None:
    office.goto("/admin/articles/correction/")
    office.locator("#result_list tr", has_text=RIGHT_WORDS).locator("input").check()
    office.select_option("select[name=action]", "approve_selected")
    press(office.locator("button[name=index]"))


def test_error_is_reported_corrected_and_approved_by_a_second_person(
    reader, report, sign_in
):
    article, printed = reader.url, reader.locator("#body p").last.inner_text()[-7:-1]
    receipt = report(reader, "报告差错", f"“{printed}”印错了。")
    received = reader.url
    editor = sign_in("editor").page
    settle(editor, receipt, printed)
    write_correction(editor, article, printed)
    editor.goto("/admin/articles/correction/")
    assert editor.locator("option[value=approve_selected]").count() == 0
    reader.goto(article)
    assert reader.locator(".corrected").count() == 0
    approve(sign_in("admin").page)
    reader.goto(article)
    check_corrected(reader, printed)
    reader.goto(received)
    assert "办结" in reader.locator("main").inner_text()


def check_corrected(reader: Page, printed: str) -> None:
    """Right words with a mark, the note under the text, the list, and for machines."""
    said = f"见报为“{printed}”，应为“{RIGHT_WORDS}”。{NOTE}"
    assert reader.locator("#body .corrected").inner_text() == RIGHT_WORDS
    press(reader.locator(".correction-mark"))
    assert said in reader.locator(":target").inner_text()
    machines = reader.locator('script[type="application/ld+json"]').text_content()
    assert RIGHT_WORDS in json.dumps(json.loads(machines), ensure_ascii=False)
    reader.goto("/corrections/")
    assert said in reader.locator("main").inner_text()


def test_name_is_hidden_on_request(reader, report, sign_in):
    article = reader.url
    name = reader.locator(".mentioned .people span.name").last.inner_text()
    receipt = report(reader, "申请隐去姓名或照片", f"请隐去{name}。")
    office = sign_in().page
    settle(office, receipt, name)
    office.goto(f"/admin/people/person/?q={name}")
    row = office.locator("#result_list tbody th a", has_text=name).first
    office.goto(row.get_attribute("href").replace("/change/", "/hide/"))
    office.fill("#id_reason", receipt)
    office.locator("#id_confirmed").check()
    press(office.get_by_role("button", name="隐去姓名"))
    reader.goto(article)
    assert name not in reader.content()
    assert "某某" in reader.locator("main").inner_text()
