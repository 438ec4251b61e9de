"""What belongs to the page: mastheads and page heads of many papers, and what only
looks like them."""

from datetime import date

import pytest

from articles.reading import read_page
from articles.reading.furniture import (
    is_folio,
    is_furniture,
    is_masthead,
    is_weak_furniture,
)
from articles.reading.masthead import page_number
from articles.reading.structure import Role

ARTICLE = """枫桥里街道开出夜间门诊

□记者 武 钢

日前，枫桥里街道社区卫生服务中心开出夜间门诊，居民下班也能看中医。
门诊设在二楼，每周一、三、五晚上六点到八点半。

（发展办）
"""


def article_is_whole(page):
    """Whether the article of the page holds its own lines and no others."""
    (article,) = page.articles
    fields = (article.kicker, article.headline, article.subheadline, article.sign_off)
    return (
        fields == ("", "枫桥里街道开出夜间门诊", "", "发展办")
        and article.bylines == ("武钢",)
        and len(article.body) == 57
        and not article.pictures
        and not page.texts(Role.UNPLACED)
    )


@pytest.mark.parametrize(
    "text",
    [
        "扫描二维码",
        "微信扫一扫",
        "看数字报",
        "关注“枫桥里播报”",
        "今日看点书屋开张详见3版",
        "投稿邮箱：a@example.com",
        "更多内容请扫描二维码",
        "看电子版",
        "本版图片由枫桥里街道提供",
        "本报法律顾问：枫桥里律师事务所",
        "准印证号（内）0123",
        "转载请注明出处",
        "来信请寄：菱湖路12号本报编辑部",
        "天气预报",
        "今天白天多云转阴",
        "老船厂里放电影/2版",
        "3版｜修伞摊搬进了菜场",
        "一条船的三个主人……第3版",
        "修伞摊搬进菜场（4版）",
        "东南风3到4级，气温18℃至26℃",
    ],
)
def test_furniture(text):
    assert is_furniture(text)


@pytest.mark.parametrize("text", ["A03｜民生", "要闻｜02"])
def test_a_stroke_stands_between_number_and_name_of_a_page(text):
    assert is_folio(text)


def test_a_name_between_two_lines_of_a_page_head_belongs_to_it():
    head = "第七版\n\n副刊\n\n石榴\n\n2021年3月4日\n\n"
    assert article_is_whole(read_page(head + ARTICLE))


@pytest.mark.parametrize(
    "items",
    [
        "老船厂里\n放电影\n2版\n修伞摊搬进了菜场\n4版\n",
        "老船厂里放电影……\n2版\n",
    ],
)
def test_a_box_of_guides_belongs_to_the_page(items):
    page = read_page(f"导 读\n{items}\n{ARTICLE}")
    assert article_is_whole(page)


def test_a_headline_below_the_word_guide_stays():
    assert article_is_whole(read_page(f"导读\n\n{ARTICLE}"))


def test_an_address_ends_with_a_place():
    assert is_weak_furniture("菱湖路12号社区中心3楼")
    assert is_weak_furniture("菱湖路12号")
    assert is_weak_furniture("枫桥天气")
    assert not is_weak_furniture("菱湖路12号加装电梯的三百天")


@pytest.mark.parametrize(
    "text",
    [
        "枫 / 桥 / 里 / 的 / 事",
        "SHANGHAI COMMUNITY NEWS",
        "总第164期",
        "2020年10月15日星期四",
        "二〇二一年三月四日 星期四",
        "总第46期内部资料免费交流",
        "总第152期每周四出版",
        "2021年9月9日 · 星期四 · 辛丑年八月初三",
    ],
)
def test_masthead_lines(text):
    assert is_masthead(text)


@pytest.mark.parametrize(
    "text",
    [
        "枫桥里街道召开协商会",
        "由枫桥里俱乐部承办",
        "活动由枫桥里街道主办",
        "三期工程完工",
        "三版规划出炉",
        "18 日上午",
        "12 名居民获奖",
        "扫一扫 垃圾去哪儿一目了然",
        "电子报名通道今日开通",
        "读者来电反映的路灯亮了",
        "印刷厂旧址变公园",
        "关注老人 关注健康",
        "统筹 推进",
        "视觉盛宴 亮相",
        "设计师 武 钢",
        "梧桐里设计事务所设计师沈砚",
        "大雪过后",
        "读者来电：梅枝弄口的路灯坏了半个月，能不能修",
        "修伞摊一文（本报第2版）",
        "3版画展出两周",
        "天气转晴晒被忙",
        "本报5月5日第2版《修伞摊》一文",
    ],
)
def test_headlines_and_text_are_no_furniture(text):
    assert not is_masthead(text.replace(" ", ""))
    assert not is_furniture(text.replace(" ", ""))
    assert not is_folio(text)


@pytest.mark.parametrize(
    ("printed", "number"), [("3", 3), ("A03", 3), ("三", 3), ("十二", 12), ("十", 10)]
)
def test_page_numbers(printed, number):
    assert page_number(printed) == number


DAY = date(2021, 3, 4)
MASTHEADS = [
    # (printed, title, edition, publisher, slogan, number, day)
    (
        "社区晨报\nSHANGHAI COMMUNITY NEWS\n\n柳溪\n\n扫描二维码\n关注“柳溪播报”\n\n"
        "2021年3月4日 星期四\n总第7期\n柳溪街道党工委、办事处 联合主办",
        ("社区晨报", "柳溪", "柳溪街道党工委、办事处", "", "7", DAY),
    ),
    (
        "今日柳溪\nJINRI LIUXI\n2021年3月4日 星期四 农历辛丑年正月廿一\n"
        "第12期 总第88期\n主办：柳溪镇党委、柳溪镇人民政府",
        ("今日柳溪", "", "柳溪镇党委、柳溪镇人民政府", "", "88", DAY),
    ),
    (
        "柳溪社区报\n二〇二一年三月四日 星期四\n第八十八期 本期共四版\n"
        "柳溪街道党工委、办事处主办\n内部资料 免费赠阅",
        ("柳溪社区报", "", "柳溪街道党工委、办事处", "", "八十八", DAY),
    ),
    (
        "社区晨报\n柳溪\n溪水长流 人情长在\n2021.3.4 第88期 今日4版\n"
        "柳溪街道党工委、办事处 联合出版\n扫码看电子报",
        (
            "社区晨报",
            "柳溪",
            "柳溪街道党工委、办事处",
            "溪水长流 人情长在",
            "88",
            DAY,
        ),
    ),
    (
        "柳溪之窗\n2021年第3期（总第46期）\n中共柳溪街道工作委员会 主办\n"
        "准印证：（K）0123",
        ("柳溪之窗", "", "中共柳溪街道工作委员会", "", "46", None),
    ),
    (
        "印象柳溪\n家 / 在 / 溪 / 边\nNo.46\n2021年3月4日 星期四",
        ("印象柳溪", "", "", "家在溪边", "46", DAY),
    ),
    (
        "走进柳溪 第46期 2021年3月4日 8开4版 每月4日出版",
        ("走进柳溪", "", "", "", "46", DAY),
    ),
]


@pytest.mark.parametrize(("printed", "expected"), MASTHEADS)
def test_masthead_is_read_and_kept_out_of_the_article(printed, expected):
    page = read_page(f"{printed}\n\n{ARTICLE}")
    head = page.masthead
    found = (head.title, head.edition, head.publisher, head.slogan)
    assert (*found, head.issue_number, head.date) == expected
    assert article_is_whole(page)


@pytest.mark.parametrize(
    ("printed", "number", "name", "editors", "title"),
    [
        (
            "第2版 邻里 2021.9.9 社区晨报·柳溪 责编：沈 砚",
            2,
            "邻里",
            "沈砚",
            "社区晨报",
        ),
        (
            "02/03 版 专题 柳溪邻里周刊 2021年9月9日 值班编委：沈 砚 校对：白 芷",
            2,
            "专题",
            "沈砚、白芷",
            "柳溪邻里周刊",
        ),
        (
            "A2 综合\n2021年9月9日\n柳溪社区报\n编辑 沈 砚",
            2,
            "综合",
            "沈砚",
            "柳溪社区报",
        ),
        (
            "3版 邻里 2021.9.9 社区晨报·柳溪 采编／沈砚视觉／白芷",
            3,
            "邻里",
            "沈砚、白芷",
            "社区晨报",
        ),
        ("4\n溪上人家\n2021年9月9日\n今日柳溪", 4, "溪上人家", "", "今日柳溪"),
        ("第四版 副刊\n2021年9月9日\n编审 沈砚 组版 白芷", 4, "副刊", "沈砚、白芷", ""),
        ("社区晨报·柳溪 | 03 | 邻里 | 2021.09.09", 3, "邻里", "", "社区晨报"),
        (
            "2要闻 2021.9.9 社区晨报·柳溪 本版责编沈砚视觉白芷",
            2,
            "要闻",
            "沈砚、白芷",
            "社区晨报",
        ),
    ],
)
def test_page_head_is_read_and_kept_out_of_the_article(
    printed, number, name, editors, title
):
    page = read_page(f"{printed}\n\n{ARTICLE}")
    folio = page.folio
    assert (folio.number, folio.name, folio.editors) == (number, name, editors)
    assert folio.date == date(2021, 9, 9)
    assert page.masthead.title == title
    assert article_is_whole(page)


@pytest.mark.parametrize(
    "printed",
    [
        "编辑部地址：柳溪路12号 电话：021-55512345\n投稿邮箱：liuxi@example.com",
        "责任编辑：沈 砚\n电话：021-55512345\n柳溪路12号\n邮编 200000",
        "扫码关注\n“柳溪发布”\n微信公众号",
        "印刷：柳溪印务有限公司\n本报法律顾问：柳溪律师事务所 白芷律师",
        "本版撰文 沈 砚 本版摄影 白 芷",
        "（下转第3版）",
        "-2-",
    ],
)
def test_page_foot_is_kept_out_of_the_article(printed):
    assert article_is_whole(read_page(f"{ARTICLE}\n{printed}\n"))


def test_byline_between_lines_of_the_masthead_is_no_slogan():
    page = read_page(
        "柳溪社区报\n2021年3月4日 星期四\n枫桥里街道开出夜间门诊\n记者 武 钢 报道\n"
        "总第88期\n柳溪街道办事处 编印\n\n"
        "日前，枫桥里街道社区卫生服务中心开出夜间门诊，居民下班也能看中医。\n"
    )
    assert page.masthead.slogan != "记者 武 钢 报道"
    assert any("记者" in text for text in page.texts(Role.BYLINE))


def test_host_of_an_activity_stays_in_its_article():
    page = read_page(
        "枫桥里修伞摊开张\n\n修伞的老师傅每周三来一次，一把伞收五元。\n"
        "时间：每周三上午\n地点：竹篾弄口\n主办：枫桥里街道办事处\n"
    )
    assert page.masthead is None
    assert not page.texts(Role.MASTHEAD)


EDGES = [
    "2023年5月12日 星期五 责编：沈砚 电话：021-5550-0512 A03",
    "身边 3",
    "枫桥里社区报 03",
    "枫桥里社区报",
    "●责编：沈砚 ●美编：余粮 ●校对：陶然之",
    "责编 沈砚",
    "E-mail:fengqiaoli@example.com",
    "扫一扫 更精彩",
    "P2 菜场里的修伞摊",
    "详见第3版",
    "A2/A3",
    "Fengqiaoli Community News",
    "FRIDAY 12 MAY 2023",
    "（内部资料，注意保存）",
    "编印单位：枫桥里街道社区党建办",
    "本版文字 沈砚 本版图片 余粮",
    "版权所有 未经许可不得转载",
    "副刊",
    "生活 LIFE",
]


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("place", ["head", "foot"])
def test_lines_at_the_edges_of_a_page_belong_to_no_article(edge, place):
    rows = ["枫桥里修伞摊开张", "修伞的老师傅每周三来一次，一把伞收五元。"]
    rows = [edge, *rows] if place == "head" else [*rows, edge]
    page = read_page("\n\n".join(rows) + "\n")
    (article,) = page.articles
    assert article.headline == "枫桥里修伞摊开张"
    assert (article.kicker, article.column, article.byline) == ("", "", "")
    assert article.body == "修伞的老师傅每周三来一次，一把伞收五元。"
    assert not page.texts(Role.UNPLACED)


@pytest.mark.parametrize(
    "headline", ["喜报", "给邻居的一封信", "3号楼装上了扶手", "修伞摊见证三代人"]
)
def test_headlines_at_the_edge_of_a_page_stay(headline):
    text = "修伞的老师傅每周三来一次，一把伞收五元。"
    (article,) = read_page(f"{headline}\n\n{text}\n").articles
    assert article.headline == headline
