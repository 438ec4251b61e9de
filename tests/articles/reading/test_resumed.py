"""Articles that go on behind a foreign one, where nothing but their words tells."""

from articles.reading import read_page

PAGE = """\
一部电梯怎样装进老楼

□记者 余 粮

塔楼居民区六号楼的电梯昨天通过验收，十二户居民等这部电梯等了四年。

加装电梯的图纸改了九稿，设计师给电梯换了一面墙，多花了八万元。

工具间借出锤子和梯子

□记者 白 鹭

塔楼居民区的工具间本周开门，锤子、梯子、水平尺都可以登记借用。

{between}电梯门打开的时候，六号楼的老人先坐了三个来回，说电梯比轿子还稳。

目前，街道已经有三十九部加装的电梯完工，图纸都贴在楼下。
"""


def sizes(page: str) -> list[int]:
    """How many paragraphs each article has."""
    return [len(article.paragraphs) for article in read_page(page).articles]


def test_paragraphs_that_speak_of_the_article_above_go_back_to_it() -> None:
    assert sizes(PAGE.format(between="")) == [4, 1]


def test_paragraphs_that_speak_of_their_own_headline_stay() -> None:
    own = "锤子借得最多，工具间的梯子排到了下个月，水平尺还没有人借过。\n\n"
    assert sizes(PAGE.format(between=own)) == [4, 2]


def test_signed_article_takes_nothing_back() -> None:
    signed = PAGE.format(between="").replace(
        "多花了八万元。", "多花了八万元。（塔楼街道）"
    )
    assert sizes(signed) == [2, 3]
