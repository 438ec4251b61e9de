"""Blocks of text below a foreign article go to the one that they fit best."""

from articles.reading import read_page
from articles.reading.drafts import Draft
from articles.reading.flows import Passage
from articles.reading.lines import Line
from articles.reading.strays import blocks_of
from articles.reading.strips import Strip
from tests.articles.reading.test_flows import TOP

CLOCK = TOP.replace("\n", "\n\n", 1)
FERRY = """\
渡船改走新航线

□记者 余 粮

本月起，渡船早晚各添一班，改
走东头的新航线，绕开清淤的河段。
票价不变，老人乘船仍旧不收钱，自
行车也不另外收一分。
候船亭同时翻新，添了四张长椅
和一只热水桶，由渡船公司派人轮流
值守。
"""
GEAR = """\
锈死的齿轮洗净以后少了一颗，
图纸早就找不到了。钟表匠单阿六照
着齿印画了一张图，请船厂的徒弟车
了一颗新齿轮，大小正好。
单阿六说，钟楼今后每天敲两遍
钟，早上一次叫醒渡口，晚上送船
归航，煤油由他自己去买。
"""
LIGHT = """\
楼道里换上了声控灯

□记者 沈 砚

日前，新村的六条楼道换了灯，
咳嗽一声就亮，走过以后再等半分钟
才熄。电费由物业出，住户一分钱也
不用添。
换灯的电工说，旧灯泡没有扔掉，
都交给了隔壁的小学，孩子们要用
它们做一面会发亮的墙。
"""
BERTH = """\
新航线沿途设了三个靠泊点，渡
船公司在每个靠泊点派了两名值守的
船工，候船亭里贴着时刻表，老人看
不清的可以问。
"""


def firsts_of(page: str) -> dict[str, list[str]]:
    """The first two characters of every paragraph, by the headline of its article."""
    return {
        article.headline: [row.text[:2] for row in article.paragraphs]
        for article in read_page(page).articles
    }


def test_block_goes_back_to_the_article_whose_words_it_has():
    read = firsts_of(f"{CLOCK}\n{FERRY}\n{LIGHT}\n{GEAR}")
    assert read["老钟楼敲响第一声"] == ["菱湖", "修钟", "锈死", "单阿"]
    assert read["楼道里换上了声控灯"] == ["日前", "换灯"]


def test_block_of_the_article_above_it_stays():
    read = firsts_of(f"{CLOCK}\n{FERRY}\n{BERTH}")
    assert read["老钟楼敲响第一声"] == ["菱湖", "修钟"]
    assert read["渡船改走新航线"] == ["本月", "候船", "新航"]


def test_no_block_is_astray_where_articles_stand_further_apart():
    read = firsts_of(f"{CLOCK}\n\n\n{FERRY}\n\n\n{LIGHT}\n{GEAR}")
    assert read["老钟楼敲响第一声"] == ["菱湖", "修钟"]


def test_blank_lines_and_other_articles_part_blocks():
    passages = []
    for index, gap in ((3, 1), (4, 0), (5, 1), (9, 0)):
        line = Line(index, index + 1, index, index + 1, "钟", gap=gap, index=index)
        passages.append(Passage([Strip([line])]))
    sizes = [len(block) for block in blocks_of(Draft(passages=passages))]
    assert sizes == [2, 1, 1]
