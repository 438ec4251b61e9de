"""Columns that other articles part are read below each other, known by their width."""

from articles.reading import read_page

TOP = """\
老钟楼敲响第一声
菱湖渡的钟楼停了四十年，昨天
清早六点，它又敲响了。船工们站在
码头上数，一共数到了六下，谁也没
有说话。
修钟的是退休钟表匠单阿六，他
在钟楼里住了三个月，把锈死的齿轮
一个一个拆下来，泡在煤油里洗。
"""
BOX = """\
渡船改走新航线
□记者 余 粮
本月起，渡船早晚各添一
班，改走东头的新航线，避开清
淤的河段。票价不变，老人乘船
仍旧不收钱，自行车也不另外收
一分。
渡口的候船亭同时翻新，
添了四张长椅和一只热水桶，由
船工轮流值守。
"""
REST = """\
齿轮洗净以后少了一颗，图纸早
就找不到了。单阿六照着齿印画了一
张图，请船厂的徒弟车了一颗新的，
大小正好。
钟楼今后每天敲两次，早上一次
叫醒渡口，晚上一次送船归航。
"""
SIGNED = "（菱湖渡办）\n"


def paragraphs(page: str) -> dict[str, list[str]]:
    """The first two characters of every paragraph, by the headline of its article."""
    return {
        article.headline: [row.text[:2] for row in article.paragraphs]
        for article in read_page(page).articles
    }


def test_column_goes_on_below_a_narrower_article():
    read = paragraphs(TOP + BOX + REST)
    assert read["老钟楼敲响第一声"] == ["菱湖", "修钟", "齿轮", "钟楼"]
    assert read["渡船改走新航线"] == ["本月", "渡口"]


def test_column_goes_on_below_nothing_that_is_signed():
    read = paragraphs(TOP + SIGNED + BOX + REST)
    assert read["老钟楼敲响第一声"] == ["菱湖", "修钟"]


def test_list_in_a_narrower_column_parts_nothing():
    inset = "守钟人：单阿六、余粮、沈砚\n敲钟人：白予、陶然、米仓、石\n磙\n"
    read = paragraphs(TOP + inset + REST + BOX)
    rows = read["老钟楼敲响第一声"]
    assert rows == ["菱湖", "修钟", "守钟", "敲钟", "齿轮", "钟楼"]


def test_column_goes_on_with_a_section_heading():
    read = paragraphs(TOP + BOX + "\n一颗齿轮\n" + REST)
    rows = read["老钟楼敲响第一声"]
    assert rows == ["菱湖", "修钟", "一颗", "齿轮", "钟楼"]
    assert read["渡船改走新航线"] == ["本月", "渡口"]


def test_headline_set_apart_from_its_text_begins_an_article():
    read = paragraphs(TOP + BOX + "\n船厂的新齿轮\n\n" + REST)
    assert read["老钟楼敲响第一声"] == ["菱湖", "修钟"]
