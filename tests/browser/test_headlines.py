"""Headlines as they are set: their lines end with words, and nothing is added."""

import pytest

pytestmark = pytest.mark.browser

#: The lines of a headline as they stand on the screen.
LINES = """headline => {
    const walker = document.createTreeWalker(headline, NodeFilter.SHOW_TEXT);
    const lines = [];
    let bottom = null;
    while (walker.nextNode()) {
      const text = walker.currentNode;
      for (let at = 0; at < text.data.length; at++) {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const box = range.getBoundingClientRect();
        if (!box.width) continue;
        if (bottom === null || Math.abs(box.bottom - bottom) > 8) lines.push("");
        lines[lines.length - 1] += text.data[at];
        bottom = box.bottom;
      }
    }
    return lines;
  }"""
CUT_WORDS = """lines => {
    const segmenter = new Intl.Segmenter("zh-Hans", { granularity: "word" });
    const words = [...segmenter.segment(lines.join(""))], ends = new Set();
    words.forEach(each => ends.add(each.index));
    let length = 0;
    return lines.slice(0, -1).filter(line => !ends.has(length += line.length));
  }"""


@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_line_of_a_headline_ends_within_a_word(visit, width):
    page = visit("/", width=width).page
    addresses = page.locator(".front h2 a, .front h3 a, .front-page .item-headline")
    links = addresses.evaluate_all("links => links.map(each => each.href)")
    for address in links:
        page.goto(address)
        for headline in page.locator("h1, .kicker, .subheadline").all():
            lines = headline.evaluate(LINES)
            assert page.evaluate(CUT_WORDS, lines) == [], lines


def test_splitting_into_words_leaves_the_text_alone(visit):
    page = visit("/", width=360).page
    plain = visit("/", width=360, java_script_enabled=False).page
    headlines = ".lead h2, .story h3, .kicker, .subheadline, .item-headline"
    assert page.locator("wbr").count() > plain.locator("wbr").count()
    assert (
        page.locator(headlines).all_text_contents()
        == plain.locator(headlines).all_text_contents()
    )
