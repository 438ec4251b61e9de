"""The sample issues hold together: plan, pages, pictures and expected reading.

Whether our own reading finds what is expected is asked where reading is tested; here
only the samples themselves are checked.
"""

import json
import tomllib
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
PLAN = tomllib.loads((FIXTURES / "issues.toml").read_text(encoding="utf-8"))
EXPECTED = sorted((FIXTURES / "expected").glob("*.json"))
PICTURE_BYTES, PAGE_IMAGE_BYTES = 80 * 1024, 200 * 1024


def fold(text: str) -> str:
    """Without white space, full-width marks as half-width ones: ， 党 建 -> ,党建"""
    return "".join(unicodedata.normalize("NFKC", text).split())


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def page_of(expected: dict) -> str:
    issue = expected["source"].partition("-")[0]
    data = (FIXTURES / issue / expected["source"]).read_bytes()
    return data.decode(expected["encoding"])


def stands_on(page: str, text: str, pieces: int = 3) -> bool:
    """Whether text is on the page, whole or cut into a few pieces by its columns."""
    for end in range(len(text), 0, -1):
        if text[:end] in page:
            rest = text[end:]
            return not rest or (pieces > 1 and stands_on(page, rest, pieces - 1))
    return False


def test_every_page_has_an_expected_reading_and_an_issue():
    pages = {page.stem: page.parent.name for page in FIXTURES.glob("*/*.txt")}
    assert sorted(pages) == [path.stem for path in EXPECTED]
    assert set(pages.values()) == {issue["folder"] for issue in PLAN["issues"]}


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_what_is_expected_is_printed(path):
    expected = read(path)
    page = fold(page_of(expected))
    for article in expected["articles"]:
        captions = [fold(caption) for caption in article["captions"]]
        for caption in captions:
            doubled = "".join(letter * 2 for letter in caption)
            assert caption in page or doubled in page
            page = page.replace(doubled, "").replace(caption, "", 1)
        titles = [article[key] for key in ("headline", "kicker", "subheadline")]
        names = [*article["bylines"], article["credit"]]
        texts = [*titles, *names, *article["section_headings"], *article["paragraphs"]]
        missing = [text for text in texts if text and not stands_on(page, fold(text))]
        assert not missing
        printed = fold(
            "".join([*article["paragraphs"], *captions, *filter(None, titles)])
        )
        assert all(fold(who["name"]) in printed for who in article["people"])


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_furniture_is_printed_and_in_no_article(path):
    expected = read(path)
    page = fold(page_of(expected))
    bodies = fold("".join(t for a in expected["articles"] for t in a["paragraphs"]))
    for line in map(fold, expected["furniture"]):
        assert line in page
        assert len(line) < 4 or line not in bodies


@pytest.mark.parametrize("issue", PLAN["issues"], ids=lambda issue: issue["folder"])
def test_every_picture_belongs_to_one_caption_and_says_what_it_shows(issue):
    captions = [
        caption
        for path in EXPECTED
        if path.stem.startswith(issue["folder"] + "-")
        for article in read(path)["articles"]
        for caption in article["captions"]
    ]
    for picture in issue.get("pictures", []):
        starts = picture["caption"]
        assert sum(caption.startswith(starts) for caption in captions) == 1
        assert picture["alt"]


def test_pictures_are_light_and_all_used():
    pictures = [
        p["file"] for issue in PLAN["issues"] for p in issue.get("pictures", [])
    ]
    images = [p["file"] for i in PLAN["issues"] for p in i.get("page_images", [])]
    there = [f"pictures/{path.name}" for path in FIXTURES.glob("pictures/*")]
    assert sorted(pictures + images) == sorted(there)
    for name in there:
        path = FIXTURES / name
        limit = PAGE_IMAGE_BYTES if name in images else PICTURE_BYTES
        assert path.stat().st_size <= limit
        with Image.open(path) as image:
            assert image.width >= 1200
