"""Letters and their signatures, and what goes on on another page."""

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
