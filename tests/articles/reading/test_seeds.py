"""The real pages: eleven articles, each with its own headline and body."""

import json
import re

import pytest

from articles.page_json import page_json
from articles.reading import read_pages
from tests.articles.reading.test_ledger import check

ARTICLES = {"000": 2, "001": 1, "002": 1, "003": 3, "004": 4}


def read_seed(shared, number):
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    return read_pages(path.read_bytes())


def plain(text):
    return "".join(text.split())


@pytest.mark.parametrize("number", sorted(ARTICLES))
def test_seed_has_its_articles_and_loses_nothing(shared, number):
    printed = read_seed(shared, number)
    for page in printed.pages:
        check(page)
    articles = [article for page in printed.pages for article in page.articles]
    assert len(articles) == ARTICLES[number]
    assert all(article.headline and article.paragraphs for article in articles)


@pytest.mark.parametrize("number", ["000", "001", "003"])
def test_bodies_of_a_seed_have_the_headlines_of_its_gold(shared, number):
    gold = json.loads((shared / "gold" / "seeds" / f"{number}.json").read_text("utf-8"))
    data = page_json("", read_seed(shared, number))
    found = {a["paragraphs"][0][:6]: plain(a["headline"]) for a in data["articles"]}
    others = re.findall(r"ALT-HEADLINE article=(\d+): (.+?)\"", json.dumps(gold))
    for number, article in enumerate(gold["articles"]):
        right = [plain(article["headline"])]
        for place, texts in others:
            if int(place) == number:
                right += map(plain, json.loads(f'"{texts}"').split("|"))
        assert found[plain(article["paragraphs"][0])[:6]] in right


@pytest.mark.parametrize("number", sorted(ARTICLES))
def test_no_furniture_is_in_a_body(shared, number):
    data = page_json("", read_seed(shared, number))
    text = "".join(p for a in data["articles"] for p in a["paragraphs"])
    assert "扫描二维码" not in text
    assert "SHANGHAI" not in text
