"""Bylines, signatures of letters, sign-offs and sources: what is one and what not."""

import pytest

from articles.reading import read_page
from articles.reading.bylines import is_byline, is_letter_signature, names_of
from articles.reading.closings import find_ending_sign_off, is_sign_off, is_source
from articles.reading.lines import make_line
from articles.reading.signatures import is_heading

BODY = "枫桥里街道开出夜间门诊，下班以后也能看中医，配药和推拿两样都不缺。"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("□记者 沈 砚", ("沈砚",)),
        ("记者 沈 砚 通讯员 陶然之", ("沈砚", "陶然之")),
        ("本报记者 沈砚 陶然之 文/摄", ("沈砚", "陶然之")),
        ("文/沈砚 图/欧阳晓", ("沈砚", "欧阳晓")),
        ("□见习记者沈砚", ("沈砚",)),
        ("□记者沈砚通讯员来去", ("沈砚", "来去")),
        ("□记者遇见", ("遇见",)),
        ("文／前浜居民区方圆圆", ("方圆圆",)),
        ("□沈 砚", ("沈砚",)),
        ("□ 陶 然 之", ("陶然之",)),
        ("□沈砚/文 余粮/摄", ("沈砚", "余粮")),
        ("记者 沈 砚 欧阳 晓", ("沈砚", "欧阳晓")),
        ("记者 沈砚/文 通讯员供图", ("沈砚",)),
        ("□记者 沈砚 摄影报道", ("沈砚",)),
        ("□记者陶然之白予", ("陶然之", "白予")),
        ("（记者 沈砚）", ("沈砚",)),
        ("本报讯（记者 若 水）", ("若水",)),
        ("全媒体记者 沈砚", ("沈砚",)),
        ("枫林晚报记者沈砚 通讯员 余粮 文/图", ("沈砚", "余粮")),
        ("□文/本报记者 沈 砚 图/卜一方", ("沈砚", "卜一方")),
        ("□文/本报记者沈砚图/卜一方", ("沈砚", "卜一方")),
        ("文/若水图/乔木", ("若水", "乔木")),
        ("摄影/本报记者若水撰文/乔木", ("若水", "乔木")),
        ("文 若 水 / 图 乔 木", ("若水", "乔木")),
        ("沈砚文 余粮图", ("沈砚", "余粮")),
        ("若 水 整理", ("若水",)),
        ("（沈砚整理）", ("沈砚",)),
        ("老墨 文/图", ("老墨",)),
        ("口述：沈砚 整理：余粮", ("余粮",)),
        ("作者 沈砚（枫桥里小区居民）", ("沈砚",)),
        ("文/枫桥里居委会 沈砚", ("沈砚",)),
        ("◎陶然之", ("陶然之",)),
        ("枫桥里街道通讯员 沈砚", ("沈砚",)),
        ("【记者 沈砚】", ("沈砚",)),
        ("口述人：沈砚 记录人：余粮", ("余粮",)),
        ("□通讯员若水本报记者陶然之", ("若水", "陶然之")),
        ("特约撰稿若水", ("若水",)),
        ("采写 沈砚 编辑 余粮", ("沈砚",)),
        ("摄影报道沈砚", ("沈砚",)),
        ("文沈砚图余粮", ("沈砚", "余粮")),
        ("文：沈砚；图：余粮", ("沈砚", "余粮")),
        ("文｜沈砚 图｜受访者提供", ("沈砚",)),
        ("本文作者 沈砚", ("沈砚",)),
        ("主笔 沈砚", ("沈砚",)),
        ("投稿：沈砚", ("沈砚",)),
        ("供稿人：沈砚", ("沈砚",)),
        ("〔记者 沈砚〕", ("沈砚",)),
        ("志愿者记者团 沈砚", ("沈砚",)),
        ("小记者 沈砚 指导老师 余粮", ("沈砚",)),
        ("特约撰稿 卫青禾", ("卫青禾",)),
        ("梅枝小学小记者 余 粮", ("余粮",)),
        ("本报记者沈砚通讯员 余粮", ("沈砚", "余粮")),
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
        "沈砚（右二）查看潮位记录",
        "弄堂故事·之三",
        "□安全",
        "■ 高台",
        "来源：枫桥里播报",
        "答记者问",
        "小记者 访 老兵",
        "居民 供图",
        "文物局供图",
        "房间整理",
        "文 化 新 风",
        "方 小 文 ： 读 书 、 画",
        "记者去看",
        "阿依古丽·买买提为老人整理被褥 图/余粮",
        "方圆圆（右）在走廊浇花 若 水 摄",
        "居民在走廊里排队 若 水 摄",
    ],
)
def test_what_only_begins_like_a_byline_is_left_alone(line):
    assert not is_byline(line)


HEADLINE = "夜间门诊亮起头一盏灯"
MORE = "值班的汤医生一条一条记在本子上，答应两周之内给回音，居民听完都笑了。"


@pytest.mark.parametrize(
    ("why", "rows", "names"),
    [
        ("below a headline", [HEADLINE, "陶然之", BODY, MORE], ("陶然之",)),
        ("marked", [HEADLINE, "■陶然之", BODY, MORE], ("陶然之",)),
        ("in brackets", [HEADLINE, "（陶然之）", BODY, MORE], ("陶然之",)),
        ("labelled there", [HEADLINE, "（记者 沈 砚）", BODY, MORE], ("沈砚",)),
        ("a pen name", [HEADLINE, "老墨", BODY, MORE], ("老墨",)),
        ("of a letter", [HEADLINE, "方圆圆（前浜小区居民）", BODY], ("方圆圆",)),
        ("of a place", [HEADLINE, "梅枝弄居民 方圆圆", BODY, MORE], ("方圆圆",)),
        ("run together", [HEADLINE, "梅枝弄居民方圆圆", BODY, MORE], ("方圆圆",)),
        (
            "of a court",
            [HEADLINE, "枫林区法院枫桥法庭 方圆圆", BODY, MORE],
            ("方圆圆",),
        ),
        ("of an office", [HEADLINE, "枫桥里服务站方圆圆", BODY, MORE], ("方圆圆",)),
        ("of a club", [HEADLINE, "■ 枫桥里诗社 方圆圆", BODY], ("方圆圆",)),
        ("who answers", [HEADLINE, "解答：前浜医院 方 圆", BODY], ("方圆",)),
        ("a pupil", [HEADLINE, "梅枝小学五（2）班 小记者 沈砚", BODY], ("沈砚",)),
        ("below all", [HEADLINE, BODY, MORE, "陶然之"], ("陶然之",)),
        ("behind all", [HEADLINE, BODY, MORE + "□记者 沈 砚"], ("沈砚",)),
        ("with a gap", [HEADLINE, BODY, MORE + "　沈砚 摄影报道"], ("沈砚",)),
        ("not in brackets", [HEADLINE, "本报讯 记者沈砚报道：" + BODY], ("沈砚",)),
        ("a correction", [HEADLINE, BODY, MORE, "更正", MORE], ()),
        ("set wide", [HEADLINE, "若 水", BODY, MORE], ("若水",)),
        ("in one mark", [HEADLINE, "本报讯（记者 若 水）" + BODY, MORE], ("若水",)),
        ("at the end", [HEADLINE, BODY, MORE, "若水", "若 水 摄"], ("若水",)),
        ("a word", [HEADLINE, "高温", BODY, MORE], ()),
        ("a portrait", [HEADLINE, "汤圆圆", "汤圆圆笑了：" + BODY, MORE], ()),
        (
            "told of later",
            [HEADLINE, "汤圆圆", BODY, "汤圆圆三字：" + MORE],
            ("汤圆圆",),
        ),
        ("rare, set wide", [HEADLINE, "前浜小区居民 鄢 然", BODY], ("鄢然",)),
        ("below a text", [HEADLINE, BODY, "陶然之", MORE], ()),
    ],
)
def test_a_name_alone_is_a_byline_where_it_stands_like_one(why, rows, names):
    article, *_ = read_page("\n\n".join(rows) + "\n").articles
    assert article.bylines == names, why
    assert HEADLINE in (article.headline, article.kicker)
    assert BODY in article.body and (MORE in article.body or len(rows) < 4)


def test_an_office_signs_what_its_headline_calls_a_notice():
    notice = [
        "告居民书",
        BODY,
        "横幅和灯箱请于月底以前拆下。",
        "枫桥里综合治理领导小组",
    ]
    below = ["菜场里新开修伞摊", "5月9日，石榴师傅支起修伞摊，一上午修好十一把伞。"]
    articles = read_page("\n\n".join([*notice, *below]) + "\n").articles
    assert [article.sign_off for article in articles] == [notice[-1], ""]
    assert [article.headline for article in articles] == ["告居民书", below[0]]


def test_a_name_set_wide_below_a_short_headline_is_a_byline():
    rows = ["豆浆摊", "若 水", BODY, MORE]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert (article.headline, article.bylines) == ("豆浆摊", ("若水",))


def test_an_office_in_brackets_closes_a_list_without_a_full_stop():
    rows = ["好街坊揭晓", BODY, "助人为乐：沈砚、余粮、方圆圆", "（枫桥里图书馆）"]
    below = ["菜场里新开修伞摊", "5月9日，石榴师傅支起修伞摊，一上午修好十一把伞。"]
    articles = read_page("\n".join([*rows, *below]) + "\n").articles
    assert [article.sign_off for article in articles] == ["枫桥里图书馆", ""]


def test_two_signatures_that_stand_apart_are_two_bylines():
    rows = [HEADLINE, "梅枝弄居民 方圆圆", BODY, MORE, "（前浜小区居民 沈砚）"]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert article.bylines == ("方圆圆", "沈砚")


def test_a_line_is_full_by_the_width_of_the_text_below():
    text = "一碗白粥两块钱，咸菜不限"
    line = make_line(text, 0, len(text))
    line.measure, line.measured = line.width, True
    assert not is_heading(line, slack=2)
    assert is_heading(line, slack=2, measure=line.width + 4)


def test_justified_text_is_no_list_of_names():
    assert names_of("灯 亮 的 晚 上") == ()


def test_writers_broken_over_two_lines_are_cut_from_the_text():
    text = f"{HEADLINE}\n本报讯（记者 若 水 通讯员 陶\n然之）昨晚，{BODY}\n{MORE}\n"
    (article,) = read_page(text).articles
    assert article.bylines == ("若水", "陶然之")
    assert article.paragraphs[0].text.startswith("昨晚，")


def test_a_byline_goes_on_below_the_label_that_ends_its_line():
    text = f"{HEADLINE}\n本报记者 沈 砚 通讯员\n余粮\n{BODY}\n{MORE}\n"
    (article,) = read_page(text).articles
    assert article.bylines == ("沈砚", "余粮")
    assert article.headline == HEADLINE


def test_a_byline_above_the_next_headline_ends_the_text_above_it():
    first = [HEADLINE, BODY, MORE, "文/若 水"]
    second = ["菜场里新开修伞摊", "5月9日，石榴师傅支起修伞摊，一上午修好十一把伞。"]
    articles = read_page("\n\n".join([*first, *second]) + "\n").articles
    assert [article.bylines for article in articles] == [("若水",), ()]


def test_letters_are_signed_with_affiliation_and_name():
    assert is_letter_signature("梅枝弄居民区 居民 方圆圆")
    assert is_letter_signature("梅枝小学四（2）班 方圆圆")
    assert names_of("梅枝弄居民区 居民 方圆圆") == ("方圆圆",)
    assert is_letter_signature("枫桥里老年大学学员 方圆圆")
    assert is_letter_signature("□方圆圆（枫桥里社区工作者）")
    assert is_letter_signature("方圆圆（枫桥里街道党建办）")
    assert is_letter_signature("前浜小区12号 方圆圆")
    assert is_letter_signature("（枫桥里街道文化站方圆圆）")
    assert is_letter_signature("读者方圆圆")
    assert is_letter_signature("读者欧阳晓")
    assert is_letter_signature("前浜社区方圆圆")
    assert names_of("（作者系枫桥里街道政协委员 方圆圆）") == ("方圆圆",)
    assert names_of("（作者系枫桥里街道政协委员方圆圆）") == ("方圆圆",)
    assert not is_letter_signature("（作者系枫桥里小学退休教师）")
    assert not is_letter_signature("前浜社区方女士")
    assert not is_letter_signature("前浜社区平安行")
    assert not is_letter_signature("读者来信")
    assert not is_letter_signature("（枫桥里街道党建办公室）")
    assert not is_letter_signature("夜查枫桥里服务站 方 圆 摄")
    assert not is_letter_signature("灯要亮 也要关得掉")
    assert not is_letter_signature("（指导老师 方圆圆）")


@pytest.mark.parametrize(
    "signed",
    [
        ("枫桥里街道办事处", "8月25日"),
        ("枫桥里街道办事处 8月25日",),
        ("枫桥里街道办事处", "二〇二三年八月二十五日"),
    ],
)
def test_the_day_of_a_notice_is_neither_signer_nor_headline(signed):
    notice = ["关于旧衣回收点调整的通知", BODY, MORE + "特此通知。", *signed]
    below = ["菜场里新开修伞摊", "5月9日，石榴师傅支起修伞摊，一上午修好十一把伞。"]
    page = read_page("\n\n".join([*notice, *below]) + "\n")
    assert [article.sign_off for article in page.articles] == ["枫桥里街道办事处", ""]
    assert page.articles[1].headline == "菜场里新开修伞摊"
    assert not page.articles[1].kicker and not page.articles[0].pictures


@pytest.mark.parametrize("signature", ["前浜居民区居民方圆圆", "前浜居民区居民 方圆圆"])
def test_a_letter_is_signed_above_its_greeting(signature):
    rows = ["谢谢修灯的师傅", signature, "编辑同志：", BODY, MORE]
    (article,) = read_page("\n".join(rows) + "\n").articles
    assert article.bylines == ("方圆圆",)
    assert article.headline == "谢谢修灯的师傅"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（发展办）", True),
        ("(枫桥里播报)", True),
        ("（前浜居委会）", True),
        ("（图书馆）", True),
        ("（图三）", False),
        ("供稿：枫桥里街道党建办", True),
        ("（女，8岁）", False),
        ("（下转第3版）", False),
        ("（左）", False),
        ("（前排左二）", False),
        ("【民生·身边】", False),
        ("【枫桥里派出所】", True),
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
        ("（沈 砚）", "bylines", ("沈砚",)),
        ("（陶然之）", "bylines", ("陶然之",)),
        ("（前浜小区居民 方圆圆）", "bylines", ("方圆圆",)),
        ("（平安办）", "sign_off", "平安办"),
        ("〔平安办〕", "sign_off", "平安办"),
        ("[平安办]", "sign_off", "平安办"),
        ("枫桥里街道平安办 供稿", "sign_off", "枫桥里街道平安办供稿"),
        ("供稿｜平安办", "sign_off", "平安办"),
        ("（妇联）", "sign_off", "妇联"),
        ("□沈砚", "bylines", ("沈砚",)),
        ("撰稿：沈砚", "bylines", ("沈砚",)),
        ("（金桥居委会）", "sign_off", "金桥居委会"),
        ("（枫桥里街道 平安办）", "sign_off", "枫桥里街道平安办"),
    ],
)
def test_the_line_below_an_article_says_who_wrote_or_sent_it(closing, field, expected):
    page = read_page(f"夜间门诊开张\n\n{BODY}\n\n{closing}\n")
    assert getattr(page.articles[0], field) == expected
    assert [row.text for row in page.articles[0].paragraphs] == [BODY]


def test_a_source_is_no_supplier():
    assert is_source("来源：枫桥里播报")
    assert not is_source("供稿：枫桥里居委会")


NOTICE = "有异议的，请在公示期内向枫桥里街道妇女联合会反映，电话5550-1234。"


@pytest.mark.parametrize(
    ("why", "above", "line", "signed"),
    [
        ("a notice", NOTICE, "枫桥里街道办事处", True),
        ("a firm", BODY, "枫桥里物业服务有限公司", True),
        (
            "named from its street on",
            BODY + "街道残联送来了灯。",
            "枫桥里街道残联",
            True,
        ),
        ("two offices", NOTICE, "枫桥里街道妇女联合会 枫桥里派出所", True),
        ("named above", BODY + "由枫林社会服务中心承办。", "枫林社会服务中心", True),
        ("no notice", BODY, "枫桥里街道办事处", False),
        ("a caption", NOTICE, "粉刷后的枫桥里派出所", False),
        ("a headline", NOTICE, "枫桥里街道关心下一代工作委员会换届", False),
    ],
)
def test_offices_without_brackets_sign_the_notice_above(why, above, line, signed):
    rows = [HEADLINE, above, line, "菜场里新开修伞摊", "5月9日，" + MORE]
    first, *_ = read_page("\n\n".join(rows) + "\n").articles
    assert bool(first.sign_off) is signed, why


def test_those_who_mourn_sign_the_notice_of_a_death():
    text = (
        "枫桥里街道离休干部陶然之同志因病逝世，享年九十岁。兹定于5月9日举行告别仪式。"
    )
    rows = [HEADLINE, BODY, MORE, "讣 告", text, "治丧小组"]
    *_, article = read_page("\n\n".join(rows) + "\n").articles
    assert (article.headline, article.sign_off) == ("讣 告", "治丧小组")
    assert not article.bylines


def test_an_office_above_a_date_signs_what_stands_above_it():
    rows = ["致养犬人家的一封信", "各位邻居：", BODY, MORE, "枫桥里街道绿化管理委员会"]
    page = read_page("\n\n".join([*rows, "2021年3月4日"]) + "\n")
    (article,) = page.articles
    assert article.sign_off == "枫桥里街道绿化管理委员会"
    assert "2021" not in article.body


def test_a_firm_behind_the_last_sentence_signs_it():
    first = [
        "老码头灯会开票",
        "二月初五开园，老人和孩子不用买票。枫桥里文化旅游有限公司",
    ]
    second = ["菜场里新开修伞摊", BODY, MORE]
    articles = read_page("\n\n".join([*first, *second]) + "\n").articles
    assert [article.sign_off for article in articles] == ["枫桥里文化旅游有限公司", ""]
    assert articles[1].headline == second[0]


def test_few_words_behind_the_writers_begin_the_text():
    rows = (
        "本报讯（记者 若 水）为便民\n利民，枫桥里街道开出夜间门诊，下\n"
        "班以后也能配药和推拿。\n汤医生把意见一条一条记在本\n"
        "子上，两周之内都给回音，居民听完\n笑了，说比邮差还准。\n"
    )
    (article,) = read_page(f"{HEADLINE}\n{rows}").articles
    assert article.bylines == ("若水",)
    assert article.paragraphs[0].text.startswith("为便民利民，枫桥里街道")


def test_end_of_a_bracket_in_a_list_is_no_byline():
    prize = "一等奖：新村代表队（队员：沈砚、白\n若、余采写）"
    (article,) = read_page(f"{HEADLINE}\n{BODY}\n{prize}\n{MORE}\n").articles
    assert not article.bylines
