"""The ways through the paper, clicked as a reader would."""

import re

import pytest
from pypinyin import lazy_pinyin

from tests.browser.conftest import press

pytestmark = pytest.mark.browser

#: A browser that has a Chinese voice and remembers what it was given to say.
VOICE = """
    window.said = [];
    const speech = {
      speaking: false,
      getVoices: () => [{ lang: "zh-CN" }],
      speak(each) { window.said.push(each.text); this.speaking = true; },
      cancel() { this.speaking = false; },
    };
    Object.defineProperty(window, "speechSynthesis", { value: speech });
"""


def follow(page, name):
    """Click a link of this name as long as there is one; the addresses passed."""
    passed = [page.url]
    while page.get_by_role("link", name=name).count():
        press(page.get_by_role("link", name=name).first)
        passed.append(page.url)
    return passed


def test_pages_of_an_issue_are_turned_one_by_one(visit):
    page = visit("/issues/", width=360).page
    press(page.locator("main .item-headline").first)
    chips = page.locator(".chips a").evaluate_all("links => links.map(a => a.href)")
    press(page.locator(".chips a").first)
    assert follow(page, re.compile("^下一版")) == chips
    assert follow(page, re.compile("^上一版")) == chips[::-1]


def test_issues_are_turned_back_to_the_first(visit):
    page = visit("/issues/", width=360).page
    issues = page.locator("main .item-headline").evaluate_all(
        "as => as.map(a => a.href)"
    )
    page.goto(issues[0])
    assert sorted(follow(page, re.compile("^上一期"))) == sorted(issues)


def test_chosen_residential_area_stands_on_the_home_page(visit):
    page = visit("/", width=360, java_script_enabled=False).page
    press(page.get_by_role("link", name="选择居民区"))
    row = page.locator(".areas li").first
    name = row.locator("a").inner_text()
    press(row.get_by_role("button"))
    assert page.locator("h1").inner_text() == name
    page.goto("/")
    assert page.locator(".box").get_by_role("link", name=name, exact=True).count() == 1
    press(page.locator(".sections").get_by_role("link", name="居民区"))
    assert page.locator("h1").inner_text() == name
    page.goto("/areas/")
    press(page.get_by_role("button", name="不选居民区"))
    page.goto("/")
    assert page.get_by_role("link", name="选择居民区").count() == 1


def test_timeline_shows_a_dot_for_every_dated_sighting(visit):
    page = visit("/people/", width=360).page
    press(page.locator("main .body-people .name").first)
    for row in page.locator(".tracks > li").all():
        days = row.locator(".sightings .when").all_inner_texts()
        if row.locator(".track").count():
            drawn = row.locator(".track circle")
            assert drawn.count() >= len(set(days)) > 0
            for dot in drawn.all():
                box = dot.bounding_box()
                assert box["x"] >= 0 and box["x"] + box["width"] <= 360
        assert row.locator(".quote").count() > 0


@pytest.mark.parametrize("spelling", ["initials", "whole"])
def test_person_is_found_by_pinyin(visit, spelling):
    page = visit("/people/", width=360).page
    name = page.locator("main .body-people .name").first.inner_text()
    sounds = lazy_pinyin(name)
    typed = (
        "".join(each[0] for each in sounds)
        if spelling == "initials"
        else ("".join(sounds))
    )
    press(page.get_by_role("link", name="搜索").first)
    page.get_by_label("姓名、单位、话题或文中的字").fill(typed)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert name in page.locator(".offers").inner_text()
    assert typed not in page.title()


def test_article_is_read_aloud_where_there_is_a_voice(visit):
    page = visit("/").page
    address = page.locator(".lead h2 a").first.get_attribute("href")
    page.add_init_script(VOICE)
    page.goto(address)
    page.get_by_role("button", name="听报").click()
    texts = page.locator("#body > p").all_text_contents()
    paragraphs = [text.strip() for text in texts]
    said = page.evaluate("window.said")
    assert [each for each in said if each in paragraphs] == paragraphs
    page.get_by_role("button", name="停止").click()
    assert page.get_by_role("button", name="听报").is_visible()


def test_article_without_a_voice_offers_none(visit):
    page = visit("/").page
    page.add_init_script(VOICE.replace('[{ lang: "zh-CN" }]', '[{ lang: "en-GB" }]'))
    press(page.locator(".lead h2 a").first)
    assert page.locator("[data-listen]").is_hidden()
