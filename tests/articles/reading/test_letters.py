"""Letters and their signatures, and what goes on on another page."""

import pytest

from articles.reading import read_page

TOLD = (
    "5月9日，菱湖渡口的新桥通了车，摆渡四十年的老船靠了岸，两岸的居民都来看热闹。",
    "船工把最后一班船票折成纸船，放进了玻璃柜，柜子就摆在桥头的凉亭里。",
)


def test_a_sentence_that_goes_on_on_another_page_is_text():
    rows = [
        "菱湖渡口新桥通车",
        *TOLD,
        "桥头的凉亭由村里的木匠领着六个徒弟",
        "（下转第3版）",
    ]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert article.paragraphs[-1].text == rows[3]
    assert not article.pictures


def test_a_headline_above_a_greeting_begins_an_article_signed_above_a_day():
    rows = ["菱湖渡口新桥通车", *TOLD, "致全体船友的一封信", "尊敬的各位船友："]
    rows += ["寒潮将至，夜里行船请多带一盏灯。", "菱湖镇水上管理服务中心", "十二月二日"]
    first, second = read_page("\n\n".join(rows) + "\n").articles
    assert (first.headline, second.headline) == (rows[0], rows[3])
    assert second.sign_off == rows[6]


def test_the_name_of_the_paper_is_no_headline_in_marked_text():
    text = "\n\n".join(["# 菱湖镇报", "## 菱湖渡口新桥通车", *TOLD]) + "\n"
    (article,) = read_page(text).articles
    assert (article.kicker, article.headline) == ("", "菱湖渡口新桥通车")


def test_who_asks_in_brackets_above_an_answer_signs_no_article():
    asked = "问：船票丢了能补吗？（菱湖镇居民 余女士）"
    rows = ["菱湖渡口新桥通车", asked, "答：" + TOLD[1]]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert article.bylines == () and article.sign_off == ""
    assert article.paragraphs[0].text.endswith("（菱湖镇居民余女士）")


def test_an_office_that_compiled_an_article_signs_it_without_its_label():
    rows = ["菱湖渡口新桥通车", *TOLD, "（整理：菱湖镇融媒体中心）"]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert (article.sign_off, article.source) == ("菱湖镇融媒体中心", "")


def test_two_offices_below_each_other_sign_one_notice():
    notice = ["关于菱湖渡口改建的通告", TOLD[1], "特此通告。", "菱湖镇水上管理服务中心"]
    rows = [*notice, "菱湖镇人民政府", "2023年12月2日"]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert "".join(article.sign_off.split()) == "".join(rows[3:5])
    assert article.pictures == ()


def test_a_letter_ends_with_what_it_wishes_and_who_signs_above_the_next_label():
    rows = ["给摆渡人的信", "余师傅：您好！" + TOLD[0], "顺祝您和船上的伙计们安康！"]
    rows += ["菱湖镇居民 方圆圆", "▋快讯", "菱湖渡口新桥通车", TOLD[1]]
    first, second = read_page("\n\n".join(rows) + "\n").articles
    assert first.bylines == ("方圆圆",) and first.paragraphs[-1].text == rows[2]
    assert (second.headline, second.bylines) == (rows[5], ())


@pytest.mark.parametrize(
    "signature", ["外来船员家属 方 圆", "外来船员家属方圆", "前浜居民区时清"]
)
def test_whoever_stands_above_the_greeting_of_a_letter_signs_it(signature):
    for greeting in ("编辑同志：", "▲渡口的旧长椅\n编辑好！"):
        rows = ["码头的长椅能不能加个顶", signature, greeting + TOLD[0], TOLD[1]]
        (article,) = read_page("\n".join(rows) + "\n").articles
        assert article.headline == rows[0]
        assert article.bylines == ("".join(signature.split())[-2:],)


def test_a_headline_above_a_greeting_signs_nothing():
    rows = ["桥头的长椅少了一张方木板", "编辑同志：" + TOLD[0], TOLD[1]]
    (article,) = read_page("\n".join(rows) + "\n").articles
    assert (article.headline, article.bylines) == (rows[0], ())


def test_what_the_reporter_did_is_the_heading_above_it():
    rows = ["码头的长椅能不能加个顶", "编辑同志：" + TOLD[0], "记者跑码头"]
    rows += ["记者随后去看了长椅，凳面已经开裂。" + TOLD[1]]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert article.bylines == ()
    assert [part.text for part in article.paragraphs if part.heading] == [rows[2]]


@pytest.mark.parametrize(
    ("closing", "bylines", "sign_off"),
    [
        ("（前浜居民区时清明）", ("时清明",), ""),
        ("（作者系菱湖镇政协委员时清明）", ("时清明",), ""),
        ("（前浜居民区党总支）", (), "前浜居民区党总支"),
        ("（菱湖镇前浜居民区办公室供稿）", (), "菱湖镇前浜居民区办公室供稿"),
    ],
)
def test_a_person_behind_a_neighbourhood_signs_as_its_bodies_do(
    closing, bylines, sign_off
):
    rows = ["菱湖渡口新桥通车", *TOLD, closing]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert (article.bylines, article.sign_off) == (bylines, sign_off)


def test_a_firm_broken_over_two_lines_signs_the_notice_above():
    rows = [
        "渡口小卖部搬家启事",
        "小卖部于月底搬到桥",
        "头凉亭旁边，货物照旧",
        "供应。",
    ]
    rows += ["菱湖渡口百货经营管", "理有限公司"]
    (article,) = read_page("\n".join(rows) + "\n").articles
    assert article.sign_off == "菱湖渡口百货经营管理有限公司"
    assert article.paragraphs[-1].text.endswith("供应。")
