"""The paragraph below a headline read as standfirst where it sums up the text."""

import pytest

from articles.reading import read_page

SUMMARY = (
    "停了九年的渡口又亮起了灯。三条旧船、两位老船工，每天六个来回，把上班的人送到对岸。"
)
TEXT = (
    "9月3日清晨五点，枫桥里街道老码头的灯亮了。船工沈老大解开第一根缆绳，"
    "岸上等船的人自己数了数，一共四十六个。\n\n"
    "枫桥里街道办事处副主任何立群说，早班船先开三个月，坐的人够多就一直开下去，"
    "船票两块钱，老人和学生不要钱。\n\n"
    "对岸的学校派老师在码头点名，少一个就打电话。开船一个星期，电话一次也没有打过。\n"
)


def articles_of(*blocks):
    return read_page("\n\n".join(blocks)).articles


@pytest.mark.parametrize(
    ("why", "between"),
    [
        ("the writer below it", ["□记者 沈 砚"]),
        ("captions below the writer", ["□记者 沈 砚", "船工在船头点灯 陶然之 摄"]),
        (
            "a caption that nothing in its words proves",
            ["□记者 沈 砚", "沈老大和他的旧船", "乘客在船舱里打起了瞌睡"],
        ),
    ],
)
def test_a_summary_stays_with_the_text_below_it(why, between):
    heads = ("停航九年的渡口", "老码头开出“早班”渡船")
    first, *others = articles_of(*heads, SUMMARY, *between, TEXT)
    assert first.standfirst == SUMMARY, why
    assert (first.headline, first.bylines) == (heads[1], ("沈砚",)), why
    assert not others, why


def test_a_wide_paragraph_above_narrow_columns_is_the_standfirst():
    wide = (
        "停了九年的渡口又亮起了灯，三条旧船、两位老船工，每天六个来回，把上\n"
        "班的人送到对岸。"
    )
    narrow = "\n".join(
        row
        for text in TEXT.split("\n")
        for row in (text[at : at + 15] for at in range(0, len(text), 15))
    )
    heads = "停航九年的渡口\n老码头开出“早班”渡船\n□记者沈砚\n"
    first, *others = read_page(f"{heads}{wide}\n{narrow}").articles
    assert first.standfirst == wide.replace("\n", "")
    assert not others


@pytest.mark.parametrize(
    ("why", "blocks"),
    [
        (
            "an editor presents the column",
            ("棋盘弄没有棋盘", "编者按：弄堂改了名字，故事还在。", TEXT),
        ),
        (
            "somebody is presented who answers",
            (
                "牙疼的时候怎么办",
                "本期请枫桥里卫生服务中心牙医鲍秀珍解答街坊的提问。",
                "问：牙疼能不能自己吃药？",
                "答：先用凉水漱口，再去挂号，不要自己买药吃，吃错了更疼，疼了再来更难治。",
            ),
        ),
    ],
)
def test_what_presents_a_column_is_a_standfirst(why, blocks):
    assert articles_of(*blocks)[0].standfirst == blocks[1], why


@pytest.mark.parametrize(
    ("why", "blocks"),
    [
        ("nothing parts it from the text", ("老码头开出“早班”渡船", SUMMARY, TEXT)),
        (
            "a report begins with it",
            ("老码头开出“早班”渡船", "□记者 沈 砚", *TEXT.split("\n\n")),
        ),
        (
            "a letter stands below it",
            (
                "停航九年的渡口",
                "老码头开出“早班”渡船",
                SUMMARY,
                "□读者 单 夏",
                "编辑同志：我每天坐早班船上班，船上没有一盏灯，请你们登一登，问一问街道。",
            ),
        ),
    ],
)
def test_a_first_paragraph_is_text(why, blocks):
    assert not any(article.standfirst for article in articles_of(*blocks)), why
