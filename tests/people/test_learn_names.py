"""The articles that names are learnt from, and how they are read."""

from itertools import chain

import pytest

from people.extraction import find_mentions
from people.extraction.likely import NAME, add_neighbours, weight_of
from people.extraction.structure import ArticleText, Context
from tests.people.learn_names import ARTICLES, TABLE, Known, fit, load, read

PATHS = sorted(ARTICLES.glob("*.txt"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_name_stands_in_its_article(path):
    for known in load(path):
        lines = known.text.paragraphs + known.text.captions + (known.text.headline,)
        text = "".join("".join(lines).split())
        assert [name for name in known.people if name not in text] == []


def test_no_name_is_asked_for_and_neutral():
    for known in chain.from_iterable(map(load, PATHS)):
        assert not known.people & known.neutral


def known_of(text: str, *people: str) -> Known:
    known = Known(ArticleText(paragraphs=(text,)), frozenset(people))
    read(known)
    return known


def test_fit_learns_which_signs_go_with_names():
    teaching = [known_of("木匠佟小麦说，雨停了。", "佟小麦") for _ in range(10)]
    teaching += [known_of("路边的方砖换了新的。") for _ in range(10)]
    weights = fit(teaching)
    assert weights["title"] > 0 > weights["word-word"]


def test_table_tells_a_name_from_a_word():
    known = known_of("裁缝佟小麦说，路边的方砖换了新的。")
    found = {each.name: each for each in known.candidates}
    assert weight_of(found["佟小麦"].signs) > NAME
    assert weight_of(found["方砖"].signs) < NAME


def test_likely_names_speak_for_those_beside_them():
    known = known_of("获奖的有佟小麦、祝建平、缪青。")
    for each in known.candidates:
        each.score = weight_of(each.signs)
    add_neighbours(known.lines, known.candidates)
    (listed,) = (each for each in known.candidates if each.name == "缪青")
    assert "listed behind a name" in listed.beside


def test_table_says_where_it_comes_from():
    assert "learn_names.py" in TABLE.read_text("utf-8").splitlines()[1]


def test_what_people_do_is_no_name():
    article = ArticleText(paragraphs=("食堂把居民满意当成头一件事，天天问。",))
    assert find_mentions(article, Context()).people == ()
