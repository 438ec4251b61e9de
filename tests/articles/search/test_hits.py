"""How a hit is shown: one sentence, the found words marked, nothing more."""

import pytest

from articles.search.hits import LONGEST, make_hit, mark, spans_of
from articles.search.query import Word, phrase_of
from tests.builders import make_article


def words(*texts):
    return tuple(Word((phrase_of(text),)) for text in texts)


def shown(pieces):
    return "".join(f"[{p.text}]" if p.found else p.text for p in pieces)


@pytest.mark.parametrize(
    ("why", "text", "typed", "marked"),
    [
        ("once", "书记王磊说", ["王磊"], "书记[王磊]说"),
        ("twice", "王磊和王磊", ["王磊"], "[王磊]和[王磊]"),
        ("with its gap", "记者 武 钢 文", ["武钢"], "记者 [武 钢] 文"),
        ("with its marks", "“七位”工作法好", ["七位工作法"], "“[七位”工作法]好"),
        ("as printed in width", "用５Ｇ上网", ["5g"], "用[５Ｇ]上网"),
        ("overlapping", "党建引领", ["党建引", "建引领"], "[党建引领]"),
        ("no part of a word", "15G与5G", ["5g"], "15G与[5G]"),
        ("markup is text", "<b>王磊</b>", ["王磊"], "<b>[王磊]</b>"),
        ("not there", "童磊", ["王磊"], "童磊"),
    ],
)
def test_words_are_marked_as_printed(why, text, typed, marked):
    assert shown(mark(text, spans_of(text, words(*typed)))) == marked, why


@pytest.mark.django_db
def test_the_sentence_with_most_of_the_words_is_shown():
    article = make_article(
        headline="夜里",
        body="路灯亮了。\n王磊来看。大家说王磊修好了路灯！谢谢他。\n■路灯",
    )
    assert shown(make_hit(article, words("王磊", "路灯")).sentence) == "[王磊]来看。"


@pytest.mark.django_db
def test_headline_is_marked_and_not_repeated_as_sentence():
    hit = make_hit(make_article(headline="路灯亮了", body="夜里不黑。"), words("路灯"))
    assert shown(hit.headline) == "[路灯]亮了"
    assert shown(hit.sentence) == "夜里不黑。"


@pytest.mark.django_db
def test_a_long_sentence_is_cut_around_the_words():
    body = "长" * 300 + "路灯" + "长" * 300
    sentence = shown(make_hit(make_article(body=body), words("路灯")).sentence)
    assert sentence.startswith("……") and sentence.endswith("……")
    assert "[路灯]" in sentence
    assert len(sentence) <= LONGEST + len("……[]……")


@pytest.mark.django_db
def test_hidden_names_are_masked_in_a_hit():
    article = make_article(
        headline="郝小满回家", body="路灯下站着郝小满。", hidden_names=["郝小满"]
    )
    hit = make_hit(article, words("路灯"))
    assert shown(hit.headline) == "某某回家"
    assert shown(hit.sentence) == "[路灯]下站着某某。"
