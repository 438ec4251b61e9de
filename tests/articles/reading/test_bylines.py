"""Bylines, signatures of letters, sign-offs and sources: what is one and what not."""

import pytest

from articles.reading import read_page
from articles.reading.bylines import (
    find_ending_sign_off,
    is_byline,
    is_letter_signature,
    is_sign_off,
    is_source,
    names_of,
)

BODY = "枫桥里街道开出夜间门诊，下班以后也能看中医，配药和推拿两样都不缺。"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("□记者 沈 砚", ("沈砚",)),
        ("记者 沈 砚 通讯员 陶然之", ("沈砚", "陶然之")),
        ("本报记者 沈砚 陶然之 文/摄", ("沈砚", "陶然之")),
        ("文/沈砚 图/欧阳晓", ("沈砚", "欧阳晓")),
        ("□见习记者沈砚", ("沈砚",)),
        ("□记者沈砚通讯员余粮", ("沈砚", "余粮")),
        ("□沈 砚", ("沈砚",)),
        ("□ 陶 然 之", ("陶然之",)),
        ("□沈砚/文 余粮/摄", ("沈砚", "余粮")),
        ("记者 沈 砚 欧阳 晓", ("沈砚", "欧阳晓")),
        ("记者 沈砚/文 通讯员供图", ("沈砚",)),
        ("□记者 沈砚 摄影报道", ("沈砚",)),
        ("□记者陶然之白予", ("陶然之", "白予")),
        ("（记者 沈砚）", ("沈砚",)),
    ],
)
def test_bylines(line, names):
    assert is_byline(line)
    assert names_of(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "文明创建再出发",
        "图为签约现场",
        "记者节快乐，各位同行。",
        "摄影展开幕",
        "□安全",
        "■ 高台",
        "来源：枫桥里播报",
    ],
)
def test_what_only_begins_like_a_byline_is_left_alone(line):
    assert not is_byline(line)


def test_letters_are_signed_with_affiliation_and_name():
    assert is_letter_signature("梅枝弄居民区 居民 方圆圆")
    assert is_letter_signature("梅枝小学四（2）班 方圆圆")
    assert names_of("梅枝弄居民区 居民 方圆圆") == ("方圆圆",)
    assert not is_letter_signature("灯要亮 也要关得掉")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（发展办）", True),
        ("(枫桥里播报)", True),
        ("（前浜居委会）", True),
        ("供稿：枫桥里街道党建办", True),
        ("（女，8岁）", False),
        ("（下转第3版）", False),
        ("（左）", False),
        ("（前排左二）", False),
    ],
)
def test_sign_offs_are_offices_in_brackets(text, expected):
    assert is_sign_off(text) is expected


def test_a_sign_off_ends_a_paragraph_only_after_its_last_sentence():
    assert find_ending_sign_off("大家都说好。（党建办）") == 6
    assert find_ending_sign_off("最佳新人：方圆圆（女，8岁）") is None
    assert find_ending_sign_off("枫林文化（集团）") is None


@pytest.mark.parametrize(
    ("closing", "field", "expected"),
    [
        ("来源：枫桥里播报", "source", "枫桥里播报"),
        ("（转自：枫林晚报）", "source", "枫林晚报"),
        ("供稿：枫桥里居委会", "sign_off", "枫桥里居委会"),
        ("（枫桥里居委会）", "sign_off", "枫桥里居委会"),
        ("（记者 沈 砚）", "bylines", ("沈砚",)),
    ],
)
def test_the_line_below_an_article_says_who_wrote_or_sent_it(closing, field, expected):
    page = read_page(f"夜间门诊开张\n\n{BODY}\n\n{closing}\n")
    assert getattr(page.articles[0], field) == expected
    assert [row.text for row in page.articles[0].paragraphs] == [BODY]


def test_a_source_is_no_supplier():
    assert is_source("来源：枫桥里播报")
    assert not is_source("供稿：枫桥里居委会")
