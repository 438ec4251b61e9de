"""Where paragraphs end on pages of narrow lines without an indent."""

import pytest

from articles.reading import read_page
from articles.reading.breaks import is_new_paragraph
from articles.reading.lines import split_lines
from articles.reading.phrases import Continuity

FERRY = """\
早班船开得更早了

□记者 余 粮

渡口的早班船从本周起五点半开，
比从前早了整整半个小时，为的是
接下夜班的护士和卖菜的人。
船工老麦说，他每天三点起床，先
烧一壶水，再把缆绳一根根查过，
这样心里才踏实。
"""
LONG = """\
头一班船上坐了二十七个人，有的
靠着篮子打盹，有的看江上的雾。
说话的声音都很轻，怕吵醒旁人，
连收音机也关了，只听见水声响。
卖菜的姚阿姨带了一篮青豆，早到
半个小时，摊位就能挑到亮处。
"""


def paragraphs(body: str) -> list[str]:
    """The first characters of each paragraph below the ferry's two."""
    (article,) = read_page(FERRY + body).articles
    return [part.text[:4] for part in article.paragraphs[2:]]


@pytest.mark.parametrize(
    ("why", "body", "expected"),
    [
        (
            "what somebody says may be torn off behind the colon",
            "船快靠岸的时候，老麦回头说：\n“明天还是这个时候，不见不散。”\n",
            ["船快靠岸"],
        ),
        (
            "a list of names does not go on with a sentence",
            "值早班的船工名单这样排定：\n单日：麦守田、丁一、白鹭\n"
            "双日：卜晓、戈壁、闻达\n名单贴在候船室的门口，有事可以\n对调，先说一声。\n",
            ["值早班的", "单日：麦", "双日：卜", "名单贴在"],
        ),
        (
            "a number that did not fit above says nothing",
            "江面上的雾散得慢，船开得小心。\n"
            "2019年添的雷达一直亮着，老麦\n宁愿自己看。\n",
            ["江面上的"],
        ),
    ],
)
def test_paragraphs_of_narrow_lines(why, body, expected):
    assert paragraphs(body) == expected, why


def test_sentence_that_fills_its_line_ends_a_long_paragraph_only() -> None:
    assert paragraphs(LONG) == ["头一班船", "卖菜的姚"]


def test_short_paragraph_goes_on_below_the_end_of_its_column() -> None:
    body = "候船室里添了六条旧木头的长椅。\n\n老人们坐得舒服，说比铁的暖和。\n"
    assert paragraphs(body) == ["候船室里"]


def test_bracket_left_open_goes_on_below_the_end_of_its_column() -> None:
    body = "咨询电话：021-6000-0120（\n\n工作日9时至17时）。\n"
    assert paragraphs(body) == ["咨询电话"]


def test_paragraph_ends_where_its_column_ends():
    rows = (
        "渡口的灯亮了，守灯人下了",
        "班，又来了一位守灯的人。",
        "昨夜的雾散得早，船开得也早",
    )
    lines = split_lines("\n".join(rows) + "\n")
    for line in lines:
        line.measure, line.measured = 24, True
    assert not is_new_paragraph(lines[:2], lines[2], None, True, Continuity([]))
    lines[2].measure = 28
    assert is_new_paragraph(lines[:2], lines[2], None, True, Continuity([]))
