"""Paragraphs that speak of the same things stay together."""

from articles.reading import read_page
from articles.reading.bodies import LONGEST, Unity
from articles.reading.terms import Terms

PUMP = "水泵房的柳师傅每天给水泵上油，水泵响了三十年。"
PUMPS = "柳师傅说，水泵房要搬，水泵不搬，他也不搬。"
CHOIR = "合唱队的石榴阿姨教大家唱渔歌，渔歌一共九段。"
CHOIRS = "渔歌唱到第九段，石榴阿姨总要停下来喝口茶。"


def unity_of(*texts: str) -> Unity:
    terms = Terms(list(texts))
    return Unity(terms.of, terms)


def test_paragraphs_of_one_subject_are_worth_more_together():
    unity = unity_of(PUMP, PUMPS, CHOIR, CHOIRS)
    assert unity.worth(0, 2) > 0 < unity.worth(2, 4)
    assert unity.worth(1, 3) < 0
    assert unity.worth(0, 4) < unity.worth(0, 2) + unity.worth(2, 4)


def test_single_paragraph_and_texts_without_words_are_worth_nothing():
    assert unity_of(PUMP, CHOIR).worth(0, 1) == 0
    assert unity_of("", "123", "").worth(0, 3) == 0


def test_word_of_more_places_than_an_article_has_ties_nothing():
    assert unity_of(*[PUMP] * (LONGEST + 1)).worth(0, 2) == 0


STORY = (
    "柳师傅和他的三台水泵\n\n□记者 单 夏\n\n"
    "水泵房在河埠头的尽头，柳师傅守了三十年，三台水泵都有名字。\n\n"
    "柳师傅管最老的一台叫“老犟”，老犟一开，水泵房的地砖跟着抖。\n\n"
    "退水那天，柳师傅给三台水泵各系了一根红绳，红绳至今还在水泵房里。\n\n"
    "大水漫到了第三级石阶\n\n"
    "1999年夏天，河水漫上来，柳师傅在水泵房里睡了九夜，老犟一夜没有停。\n\n"
    "徒弟问他怕不怕，柳师傅说水泵不怕，老犟不怕，他就不怕。\n\n"
)
CONCERT = (
    "渔歌唱进了文化中心\n\n□记者 安 澜\n\n"
    "5月9日，渔歌合唱队在文化中心唱了九段渔歌，台下坐满了老渔民。\n\n"
    "合唱队队长石榴说，渔歌没有谱子，老渔民唱一句，合唱队学一句。\n\n"
    "渔歌合唱队下个月还要到敬老院去唱，石榴说老渔民都等着。\n\n"
)


def test_section_heading_like_a_headline_does_not_cut_a_story():
    story, concert = read_page(STORY + CONCERT).articles
    assert story.headline == "柳师傅和他的三台水泵"
    headings = [part.text for part in story.paragraphs if part.heading]
    assert headings == ["大水漫到了第三级石阶"]
    assert concert.headline == "渔歌唱进了文化中心"
