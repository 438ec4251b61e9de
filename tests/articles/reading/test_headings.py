"""Labels, lone headlines, section headings and items of lists told apart."""

import pytest

from articles.reading import read_page
from articles.reading.structure import Role

LONG = (
    "9月3日晚七点，枫桥里街道的灯没有熄，门口排着二十几位刚下班的居民，"
    "这是新办法试行的头一个晚上，来的人比预想的多了一倍。"
)
LATER = (
    "街道答应两周之内给回音，居民代表把意见一条一条记在本子上，"
    "记完又当场念了一遍，念到最后一条时，屋里的人都笑了起来。"
)
CLOSING = "值班的汤科长合上本子，把最后一盏灯留给了走廊，说好明晚同一时间再来。"
BRIEF = "梅枝弄的垃圾厢房近日装上了感应门，脚一踢就开，手不用碰，也不再有气味。"


def page_of(*blocks):
    return read_page("\n\n".join(blocks) + "\n")


def test_label_of_briefs_belongs_to_the_page():
    page = page_of("枫桥快讯", "垃圾厢房装上“脚踢门”", BRIEF)
    assert page.articles[0].headline == "垃圾厢房装上“脚踢门”"
    assert page.articles[0].kicker == page.articles[0].column == ""
    assert page.texts(Role.FURNITURE) == ("枫桥快讯\n",)


def test_label_opens_a_stack():
    page = page_of(
        "□记者 沈 砚", LONG, LATER, "下了班也能办事", "信箱", "谁家的鸡叫早了", BRIEF
    )
    last = page.articles[-1]
    assert (last.kicker or last.column, last.headline) == ("信箱", "谁家的鸡叫早了")


def test_summary_above_the_writers_stays_with_its_headline():
    summary = "窗口的灯第一次亮到晚上八点，六十多位居民下班以后来办事，没有人白跑一趟。"
    page = page_of("下了班也能办事", summary, "□记者 沈 砚", LONG, LATER)
    (article,) = page.articles
    assert (article.headline, article.standfirst) == ("下了班也能办事", summary)
    assert article.bylines == ("沈砚",)


def test_only_the_nearest_of_two_labels_is_the_kicker():
    page = page_of("民声\n▋街坊来信\n谁家的鸡叫早了", LONG, LATER)
    article = page.articles[0]
    assert (article.column, article.headline) == ("▋街坊来信", "谁家的鸡叫早了")
    assert page.texts(Role.FURNITURE) == ("民声\n",)


def test_answer_of_the_paper_below_a_letter_is_a_heading():
    page = page_of("谁家的鸡叫早了", "读者方圆圆", LONG, "记者回音", LATER)
    (article,) = page.articles
    assert [part.text for part in article.paragraphs if part.heading] == ["记者回音"]
    assert article.bylines == ("方圆圆",)


def test_first_line_of_a_letter_is_text_though_it_is_short():
    rows = [
        "编辑同志：我家门口的路",
        *[LATER[place : place + 12] for place in (0, 12, 24)],
    ]
    page = page_of("谁家的鸡叫早了", "梅枝弄居民 方圆圆", "\n".join(rows))
    assert page.articles[0].body.startswith("编辑同志：我家门口的路")


def test_subheadline_with_a_dash_stays_below_label_kicker_and_headline():
    page = page_of(
        "一周速览\n三年不开的窗口终于开了\n下了班也能办事\n——枫桥里街道延时服务纪实",
        f"□记者 沈 砚\n{LONG}\n\n{LATER}",
    )
    article = page.articles[0]
    assert article.kicker == "三年不开的窗口终于开了"
    assert article.headline == "下了班也能办事"
    assert article.subheadline == "——枫桥里街道延时服务纪实"


def test_headline_of_a_correction_stands_alone():
    page = page_of(
        "下了班也能办事",
        LONG,
        LATER,
        "垃圾厢房装上“脚踢门”\n更正",
        "本报8月20日第2版《晒被子》一文中，“柳枝弄”应为“梅枝弄”，特此更正。",
    )
    assert page.articles[-1].headline == "更正"
    assert page.articles[-1].kicker == ""


def test_marks_before_whole_sentences_are_items_of_a_list():
    page = page_of(
        "请借给我们旧物件",
        f"{LATER}请带来这些东西：",
        "●用过的饭票、粮票、布票；\n●能讲出故事的老家什，好坏都行；\n●写着街名的信封。",
    )
    texts = [paragraph.text for paragraph in page.articles[0].paragraphs]
    assert texts[-1] == "●写着街名的信封。"
    assert not any(paragraph.heading for paragraph in page.articles[0].paragraphs)


def test_marks_before_the_entries_of_a_programme_are_items_though_they_go_on_below():
    first = "●6月1日（周六）9:30亲子包粽子。地点：\n一楼大厅，名额三十组，自带围裙。"
    last = "●6月8日（周六）13:30急救课：怎样拍\n背。地点：二楼教室，先到先得。"
    page = page_of("周末去处", LATER, f"{first}\n{last}")
    assert not any(paragraph.heading for paragraph in page.articles[0].paragraphs)


def test_marks_before_phrases_are_section_headings():
    page = page_of("下了班也能办事", LONG, "●灯下的队伍", LATER, "●念给大家听", BRIEF)
    headings = [p.text for p in page.articles[0].paragraphs if p.heading]
    assert headings == ["灯下的队伍", "念给大家听"]


def test_counted_things_before_a_colon_are_section_headings():
    page = page_of(
        "下了班也能办事",
        LONG,
        "第一盏灯：“您先坐，喝口水”",
        LATER,
        "第二盏灯：“还有谁没办？”",
        BRIEF,
    )
    headings = [p.text for p in page.articles[0].paragraphs if p.heading]
    assert headings == ["第一盏灯：“您先坐，喝口水”", "第二盏灯：“还有谁没办？”"]


def test_winners_are_no_section_headings():
    page = page_of(
        "棋王赛落幕", LONG, "第一名：钟离舟、段小满、柏舟\n第二名：沈砚、路遥、石青"
    )
    assert not any(paragraph.heading for paragraph in page.articles[0].paragraphs)


COLUMN = """\
办事窗口开到晚上八点的消息是上周四在
业主群里传开的，当天就有四十个人来问。
枫桥里街道的周主任说，白天上班的人请不
出假，晚上来办的人反而更多，窗口不能按
老皇历开。头一个月先试两个晚上，人手由
四个科室轮着出。
"""
HINTS = """\
路灯不亮先看灯杆上的号牌，报出四位数，
接线员就知道是哪一盏。半夜报修，天亮之
前有人来；台风天例外，要等风停了才能登
高，请绕着走。
"""


def test_headline_as_wide_as_its_column_is_not_read_as_text():
    page = read_page(
        f"窗口百科\n下班以后来，窗口还开着吗\n{COLUMN}窗口百科\n路灯不亮了，电话该打给谁\n{HINTS}"
    )
    heads = [(a.kicker or a.column, a.headline) for a in page.articles]
    assert heads == [
        ("窗口百科", "下班以后来，窗口还开着吗"),
        ("窗口百科", "路灯不亮了，电话该打给谁"),
    ]


WORDS = """\
下班以后来
□记者 沈 砚
枫桥里街道的周主任说，白天
上班的人请不出假，晚上来办的人
反而更多，窗口不能按老皇历开，
要跟着居民的钟点走。
“灯亮着，我就放心往楼下走”
去年11月2日，窗口头一回在晚
上亮灯，来的人比料想的多，从大
厅一直排到台阶下，有人带着孩子
来，有人拎着刚买的菜。
先来的人把凳子让给后来的老
人，自己靠着墙等，等到八点，一
个也没有走。
"""


def test_words_as_wide_as_their_column_are_a_heading_above_a_new_paragraph():
    (article,) = read_page(WORDS).articles
    headings = [row.text for row in article.paragraphs if row.heading]
    assert headings == ["“灯亮着，我就放心往楼下走”"]


def test_what_follows_the_writers_of_a_report_is_text_however_short():
    rows = "本报讯（通讯员 沈 砚）每月10日\n" + COLUMN[COLUMN.index("\n") + 1 :]
    (article,) = read_page(f"下班以后来\n{rows}{HINTS}").articles
    assert article.bylines == ("沈砚",)
    assert article.paragraphs[0].text.startswith("每月10日")
    assert not any(row.heading for row in article.paragraphs)


def test_line_that_stops_short_at_a_comma_is_part_of_a_headline():
    page = read_page(f"材料没带齐，\n先登记再补\n{COLUMN}{HINTS}")
    assert page.articles[0].headline == "材料没带齐，先登记再补"


def test_headings_of_one_length_are_no_captions():
    page = page_of(
        "下了班也能办事",
        "□记者 沈 砚",
        LONG,
        "登记簿放在门口",
        LATER,
        "说给大家的那句",
        CLOSING,
    )
    (article,) = page.articles
    assert article.pictures == ()
    assert sum(paragraph.heading for paragraph in article.paragraphs) == 2


def test_words_of_somebody_are_a_section_heading():
    page = page_of(
        "下了班也能办事", "□记者 沈 砚", LONG, "“晚一点，窗口也还亮着的灯”", LATER
    )
    assert page.articles[0].pictures == ()


def test_label_in_brackets_is_no_sign_off():
    page = page_of("【弄堂·热线】", "谁家的鸡叫早了", BRIEF, CLOSING)
    (article,) = page.articles
    assert (article.kicker or article.column) == "【弄堂·热线】"
    assert article.sign_off == ""


def test_office_in_the_same_brackets_is_a_sign_off():
    page = page_of("谁家的鸡叫早了", BRIEF, CLOSING, "【枫桥里街道党建办】")
    assert page.articles[0].sign_off == "枫桥里街道党建办"


def test_kicker_in_two_parts_is_no_caption():
    page = page_of(
        "窗口搬到家门口 服务做到心坎上",
        "枫桥里街道与六家单位“结对”",
        "□记者 沈 砚",
        LONG,
    )
    assert page.articles[0].kicker == "窗口搬到家门口 服务做到心坎上"
    assert page.articles[0].pictures == ()


def test_line_below_a_standing_head_is_a_headline_even_if_it_could_be_a_caption():
    page = page_of("弄堂百科", "晒被子的竹竿在楼顶", "□记者 沈 砚", LONG, LATER)
    (article,) = page.articles
    assert article.headline == "晒被子的竹竿在楼顶"
    assert article.pictures == ()


def test_headline_of_two_paragraphs_with_a_comma_between_is_one():
    page = page_of("台阶修平了，", "轮椅能出门了", "□记者 沈 砚", LONG, LATER)
    assert page.articles[0].headline == "台阶修平了，轮椅能出门了"


def test_line_below_a_label_is_a_headline_even_if_it_names_a_day():
    page = read_page(f"公告\n梅枝弄路灯9月3日起分段检修\n{HINTS}（枫桥里街道城管办）\n")
    (article,) = page.articles
    assert article.headline == "梅枝弄路灯9月3日起分段检修"
    assert (article.kicker or article.column) == "公告"


TREE = (
    "梅枝弄的石榴树移栽那天，园艺师傅用草绳把树冠捆成一团，石榴树在卡车上晃了一路，"
    "到了口袋公园才重新站直。"
)
FRUIT = "树坑里垫了两层碎砖，街坊说石榴怕涝，口袋公园的地势又低，排水要先做好。"


def test_line_above_a_headline_that_speaks_of_a_neighbour_goes_there():
    page = page_of(
        "搬家的老邻居",
        "□记者 沈 砚",
        TREE,
        FRUIT,
        "石榴树移栽到口袋公园",
        "窗口换了开门的办法",
        "下了班也能办事",
        "□记者 石 青",
        LONG,
        LATER,
    )
    first, second = page.articles
    assert [picture.caption for picture in first.pictures] == ["石榴树移栽到口袋公园"]
    assert (second.kicker, second.headline) == ("窗口换了开门的办法", "下了班也能办事")


def test_lines_with_a_byline_below_begin_an_article_whatever_they_say():
    page = page_of(
        "搬家的老邻居",
        "□记者 沈 砚",
        TREE,
        FRUIT,
        "最后一盏灯",
        "□记者 石 青",
        CLOSING,
        LATER,
    )
    assert [a.headline for a in page.articles] == ["搬家的老邻居", "最后一盏灯"]


def test_last_line_above_the_text_made_like_its_headings_is_the_first_of_them():
    page = page_of(
        "下了班也能办事", "点灯的人", LONG, "看门的人", LATER, "等车的人", CLOSING
    )
    (article,) = page.articles
    assert article.headline == "下了班也能办事"
    headings = [p.text for p in article.paragraphs if p.heading]
    assert headings == ["点灯的人", "看门的人", "等车的人"]


def test_points_of_a_notice_in_brackets_are_no_labels():
    page = page_of(
        "梅枝弄夏令营开始报名",
        LONG,
        "【报名时间】",
        CLOSING,
        "【报名方式】",
        LATER,
    )
    assert [article.headline for article in page.articles] == ["梅枝弄夏令营开始报名"]


def test_serial_headings_may_be_whole_sentences():
    page = page_of(
        "老桥修好了",
        LONG,
        "第一位：把工具借给大家、把手艺教给大家，老木匠从不说一个不字",
        LATER,
        "第二位：天不亮就来扫雪、送姜汤，从不留名字",
        CLOSING,
    )
    headings = [p.text for p in page.articles[0].paragraphs if p.heading]
    assert len(headings) == 2


def test_a_call_above_a_subheadline_and_the_writers_is_a_headline():
    rows = ["陌生来电要你转账？先挂！", "枫桥里派出所拦下三笔汇款", "本报记者 沈 砚"]
    text = (
        "5月9日上午，枫桥里派出所接到银行\n打来的电话：一位老人要给“外甥”汇\n"
        "五万元。民警赶到时，老人还在柜台前\n等着。\n"
    )
    (article,) = read_page("\n".join(rows) + "\n" + text * 3).articles
    assert (article.headline, article.subheadline) == tuple(rows[:2])


@pytest.mark.parametrize(
    ("rows", "kicker", "headline"),
    [
        (["2021年度", "枫桥里街道拥军人家"], "", "2021年度枫桥里街道拥军人家"),
        (
            ["弄堂故事 ·", "之三", "一口井养活三排房"],
            "弄堂故事·之三",
            "一口井养活三排房",
        ),
    ],
)
def test_what_nothing_ends_with_goes_on_in_the_next_line(rows, kicker, headline):
    body = "5月9日，枫桥里街道把三十块木牌送到了弄堂口，家家户户都出来看热闹。"
    text = "\n".join(rows) + f"\n\n□记者 沈 砚\n\n{body}\n\n{body}\n"
    article, *_ = read_page(text).articles
    found = (article.column or article.kicker, article.headline)
    assert tuple("".join(text.split()) for text in found) == (kicker, headline)


LEAD = "入秋以来，问得最多的是膝盖，本报请枫桥里卫生服务中心的医生来答。"
EDITOR = "编者按：弄堂里的老行当越来越少。本栏目从今天起一行一行地记下来。"
ANSWERS = "问：上下楼膝盖响要紧吗？\n\n若水：不痛就不要紧，先歇两天。\n\n"


@pytest.mark.parametrize(
    ("lead", "rest"), [(LEAD, ANSWERS * 2), (EDITOR, (LEAD + "\n\n") * 2)]
)
def test_what_leads_to_questions_or_is_the_editors_is_a_standfirst(lead, rest):
    (article,) = read_page(f"膝盖响了先歇两天\n\n{lead}\n\n{rest}").articles
    assert article.standfirst == lead
    assert lead not in article.body


def test_a_short_line_without_a_mark_is_no_text_whatever_stands_below():
    page = page_of("旧砖铺成的小路", "口袋公园添了新景", LONG, LATER)
    article = page.articles[0]
    assert (article.kicker, article.headline) == ("旧砖铺成的小路", "口袋公园添了新景")
