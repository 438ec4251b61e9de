"""Lines between a sign-off and the day with which the next report begins."""

from articles.reading import read_page

FIRST = [
    "菱湖渡口昨天换了新灯，十二盏",
    "灯一齐亮起，摆渡的船工说，夜",
    "里靠岸再也不用摸着黑了。",
    "（菱湖镇渡口办）",
]
REPORT = [
    "5月9日晚，渡口的早班船坐",
    "满了挑菜的人，船票只收两元，",
    "老人坐船不要钱。",
]
MORE = [
    "船工们把最后一班船票折成纸船，",
    "放进玻璃柜里，摆在桥头的凉亭",
    "中间。",
]


def test_full_lines_above_the_day_of_a_report_are_its_headline():
    heads = ["“立夏”前夜，听听船工的号子", "菱湖渡口评出首批“守灯能手”"]
    rows = ["渡口换上十二盏新灯", *FIRST, *heads, *REPORT, *MORE]
    first, second = read_page("\n".join(rows) + "\n").articles
    assert second.headline in heads
    assert second.body.startswith("5月9日晚，")
    assert first.sign_off == "菱湖镇渡口办"


def test_a_first_line_that_goes_on_in_the_day_stays_text():
    rows = ["渡口换上十二盏新灯", *FIRST, "菱湖渡口的早班船从明年开始，", *REPORT]
    articles = read_page("\n".join(rows) + "\n").articles
    assert any(rows[5] in article.body for article in articles)
