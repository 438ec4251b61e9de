"""Pages in pairs: NAME.txt is what a tool gave, NAME.json what a careful reader finds.

Only the keys that a JSON names are compared, so that a page shows one thing.
"""

import json
from pathlib import Path

import pytest

from articles.page_json import page_json
from articles.reading import read_pages
from tests.articles.reading.test_ledger import check

PAGES = Path(__file__).resolve().parents[2] / "pages"


@pytest.mark.parametrize(
    "path", sorted(PAGES.glob("*.json")), ids=lambda path: path.stem
)
def test_page_is_read_as_its_pair_says(path):
    printed = read_pages(path.with_suffix(".txt").read_bytes())
    data = page_json(path.with_suffix(".txt").name, printed)
    expected = json.loads(path.read_text("utf-8"))
    assert len(data["articles"]) == len(expected["articles"])
    for article, wanted in zip(data["articles"], expected["articles"], strict=True):
        assert {key: article[key] for key in wanted} == wanted
    for key in expected.keys() - {"articles", "why"}:
        assert data[key] == expected[key]
    for page in printed.pages:
        check(page)
