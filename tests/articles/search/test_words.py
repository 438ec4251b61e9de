"""Folding, cutting and spelling: no database."""

import pytest

from articles.search.folding import fold, terms
from articles.search.matching import fts5_query, tsquery
from articles.search.query import Word, phrase_of, read_words
from articles.search.spelling import is_spelt, syllables


@pytest.mark.parametrize(
    ("why", "printed", "folded"),
    [
        ("a gap in a name", "记者 武 钢", "记者武钢"),
        ("full width", "５Ｇ技术", "5g技术"),
        ("space after a word", "5G 技术", "5g技术"),
        ("words apart", "smart  city", "smart city"),
        ("quotation marks", "“七位”工作法", "七位工作法"),
        ("brackets of either width", "文化（集团）(上海)", "文化集团上海"),
        ("a dot in a name", "古丽娜·买买提", "古丽娜买买提"),
        ("a comma parts", "党建，引领", "党建 引领"),
        ("half-width comma parts too", "党建,引领", "党建 引领"),
        ("marks at the ends", "，党建。", "党建"),
        ("an ideographic space", "凝心　聚力", "凝心聚力"),
        ("nothing", " ，。", ""),
    ],
)
def test_fold(why, printed, folded):
    assert fold(printed).text == folded, why


def test_folded_signs_know_their_places():
    printed = "“武 钢”说：ＯＫ"
    folded = fold(printed)
    assert folded.text == "武钢说 ok"
    assert [printed[place] for place in folded.places[:3]] == ["武", "钢", "说"]
    assert printed[folded.places[-1]] == "Ｋ"


@pytest.mark.parametrize(
    ("folded", "cut"),
    [
        ("党建引领5g", "党建 建引 引领 领 5g"),
        ("党", "党"),
        ("smart city", "smart city"),
        ("第2版 要闻", "第 2 版 要闻 闻"),
        ("𠮷野家", "𠮷野 野家 家"),
        ("x" * 100, "x" * 64),
    ],
)
def test_terms(folded, cut):
    assert " ".join(terms(folded)) == cut


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("武 钢", ["武钢"]),
        ("武  钢 党建", ["武钢", "党建"]),
        ("党建\t垃圾分类", ["党建", "垃圾分类"]),
        ("Wang YanHua", ["wang", "yanhua"]),
        ("……，", []),
    ],
)
def test_read_words(typed, words):
    assert read_words(typed) == words


@pytest.mark.parametrize(
    ("folded", "found", "opens"),
    [
        ("王磊", ("王磊",), False),
        ("王燕华", ("王燕", "燕华"), False),
        ("党", ("党",), True),
        ("5g技", ("5g", "技"), True),
        ("技术5g", ("技术", "术", "5g"), False),
        ("党建 引领", ("党建", "建", "引领"), False),
    ],
)
def test_phrase_drops_the_tail_of_its_last_run(folded, found, opens):
    phrase = phrase_of(folded)
    assert (phrase.terms, phrase.opens) == (found, opens)


def test_queries_of_both_databases():
    words = (
        Word((phrase_of("党建引领"), phrase_of("党"))),
        Word((phrase_of("5g"),)),
    )
    assert fts5_query(words, ["topic3"]) == (
        'terms : ("党建 建引 引领" OR "党" *) AND terms : ("5g") AND marks : "topic3"'
    )
    assert tsquery(words, ["topic3"]) == (
        "(('党建' <-> '建引' <-> '引领') | ('党':*)) & (('5g')) & 'TOPIC3'"
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("wyh", True),
        ("wangyanhua", True),
        ("wangyh", True),
        ("wanyanh", True),
        ("wang", True),
        ("w", False),
        ("wy", False),
        ("yanhua", False),
        ("wyhx", False),
    ],
)
def test_is_spelt(typed, expected):
    assert is_spelt(typed, "王燕华", "wang yanhua") is expected


@pytest.mark.parametrize(
    ("name", "letters", "parts"),
    [
        ("单国荣", "shanguorong", ["shan", "guo", "rong"]),
        ("尉迟恭", "yuchigong", ["yu", "chi", "gong"]),
        ("方安", "fangan", ["fang", "an"]),
        ("范甘", "fangan", ["fan", "gan"]),
        ("王磊", "lilei", []),
    ],
)
def test_syllables_follow_the_characters(name, letters, parts):
    assert syllables(name, letters) == parts
