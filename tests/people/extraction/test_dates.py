"""Dates as printed, and what they prove."""

from datetime import date, time

import pytest

from people.extraction import find_mentions
from people.extraction.structure import ArticleText, Context

FRIDAY = (date(2019, 3, 22), date(2019, 3, 22))
YEAR = (date(2019, 1, 1), date(2019, 12, 31))
UNKNOWN = (None, None)


def dates(text: str, printed=FRIDAY):
    found = find_mentions(ArticleText(paragraphs=(text,)), Context(printed=printed))
    return [(d.text, d.earliest, d.latest) for d in found.dates]


def day(year: int, month: int, number: int):
    return date(year, month, number), date(year, month, number)


@pytest.mark.parametrize(
    ("why", "text", "printed", "words", "bounds"),
    [
        ("year printed", "2018年5月6日开馆", UNKNOWN, "2018年5月6日", day(2018, 5, 6)),
        ("this year", "今年3月23日起", FRIDAY, "今年3月23日", day(2019, 3, 23)),
        ("no year", "3月20日，开馆", FRIDAY, "3月20日", day(2019, 3, 20)),
        ("last year", "12月30日，开馆", FRIDAY, "12月30日", day(2018, 12, 30)),
        ("ahead", "5月1日起报名", FRIDAY, "5月1日", day(2019, 5, 1)),
        ("Chinese digits", "三月二十日，开馆", FRIDAY, "三月二十日", day(2019, 3, 20)),
        ("today", "今天开馆", FRIDAY, "今天", day(2019, 3, 22)),
        ("yesterday", "昨天开馆", FRIDAY, "昨天", day(2019, 3, 21)),
        ("lunar", "正月十六，开馆", FRIDAY, "正月十六", day(2019, 2, 20)),
        ("new year", "大年初五，开馆", FRIDAY, "大年初五", day(2019, 2, 9)),
        ("its eve", "年三十，闭馆", FRIDAY, "年三十", day(2019, 2, 4)),
        ("no paper date", "大年初五，开馆", UNKNOWN, "大年初五", UNKNOWN),
        (
            "a month",
            "去年8月以来",
            FRIDAY,
            "去年8月",
            (date(2018, 8, 1), date(2018, 8, 31)),
        ),
        (
            "only the week",
            "上周六，开馆",
            FRIDAY,
            "上周六",
            (date(2019, 3, 11), date(2019, 3, 17)),
        ),
        (
            "a third of a month",
            "3月中旬完工",
            FRIDAY,
            "3月中旬",
            (date(2019, 3, 11), date(2019, 3, 20)),
        ),
        ("a paper of a year", "今年3月2日", YEAR, "今年3月2日", day(2019, 3, 2)),
        ("today, day unknown", "今天开馆", YEAR, "今天", UNKNOWN),
        ("a bare day", "20日下午开馆", FRIDAY, "20日", day(2019, 3, 20)),
        ("of last month", "28日下午开馆", FRIDAY, "28日", day(2019, 2, 28)),
        ("ahead", "将于28日下午开馆", FRIDAY, "28日", day(2019, 3, 28)),
        ("ahead, next month", "将于2日下午开馆", FRIDAY, "2日", day(2019, 4, 2)),
        ("a bare day, no paper date", "20日下午开馆", UNKNOWN, "20日", UNKNOWN),
        ("no paper date", "3月20日开馆", UNKNOWN, "3月20日", UNKNOWN),
        ("no such day", "2月30日开馆", FRIDAY, "2月30日", UNKNOWN),
        ("vague", "日前开馆", FRIDAY, "日前", UNKNOWN),
        ("vague too", "近日开馆", FRIDAY, "近日", UNKNOWN),
    ],
)
def test_date_is_bounded_by_what_print_proves(why, text, printed, words, bounds):
    assert dates(text, printed) == [(words, *bounds)]


@pytest.mark.parametrize("text", ["三月不减肥", "十五分钟生活圈", "1+6体制", "4点要求"])
def test_words_with_numbers_are_no_days(text):
    assert all(start is None or start != end for _, start, end in dates(text))


@pytest.mark.parametrize(
    "text",
    [
        "目前天气转凉，以前天天扫两遍的弄堂如今天天扫三遍。",
        "文明日常从提前天亮起床开始，此后天气再冷也不停。",
        "本报已说明日期，也证明天台能种菜。",
        "生日前一晚，离家最近的店还亮着灯。",
        "老店开了三年三十多家，头一年三十岁的他还在学徒。",
    ],
)
def test_words_of_days_inside_other_words_are_no_dates(text):
    assert dates(text) == []


def main_event(*paragraphs: str, printed=FRIDAY):
    article = ArticleText(headline="社区书场开馆", paragraphs=paragraphs)
    return find_mentions(article, Context(home="槐荫街道", printed=printed)).events[0]


def test_lead_dates_the_main_event():
    event = main_event("3月20日，开馆仪式在书场举行。", "5月1日起卖票。")
    assert event.date.text == "3月20日"
    assert event.place == "书场"


def test_vague_lead_stays_vague():
    event = main_event("日前，开馆仪式在书场举行。", "3月20日，第一批听众来了。")
    assert (event.date.text, event.date.earliest) == ("日前", None)


@pytest.mark.parametrize(
    ("why", "paragraphs", "words"),
    [
        ("said", ("“今天都来了。”3月20日，老街坊进馆。",), "3月20日"),
        ("a habit", ("每周三开门。3月20日，书场开馆。",), "3月20日"),
        (
            "days to go",
            ("距离4月1日还有十来天，海报已经贴好。3月20日，书场开馆。",),
            "3月20日",
        ),
        ("a plan", ("书场定于4月上旬开馆。",), "4月上旬"),
        ("the end of a month", ("书场的电梯2月底全部接通。",), "2月底"),
        ("nothing but an end", ("书场把征集延长到4月10日。",), "4月10日"),
        ("a last day", ("旧唱片征集4月10日截止。3月20日，书场开馆。",), "3月20日"),
        ("as of that day", ("从3月20日起，书场开馆。",), "3月20日"),
        ("history", ("1998年6月1日，他学徒。3月20日，书场开馆。",), "3月20日"),
        (
            "as of that hour, the year printed",
            ("书场自2019年3月20日零时起停业，预计2019年4月1日开门。",),
            "2019年3月20日",
        ),
        ("closed for a while", ("书场自3月25日零时至3月30日停业。",), "3月25日"),
        ("last year's day", ("去年12月2日开工。3月5日完工。",), "3月5日"),
        ("a letter", ("3月2日，我写信说灯不亮。没想到3月8日灯亮了。",), "3月8日"),
        ("every month", ("每月第二个星期六开门。3月9日来了百人。",), "3月9日"),
        ("opened before", ("2月22日开张的书场满月了。昨天人真多。",), "昨天"),
        ("opened a year ago", ("2018年3月22日开张，今天正好一年。",), "今天"),
        ("this month on", ("书场很静，本月起加开早场。",), "本月"),
        ("counted up to", ("截至3月20日，来了三百人，四月中旬还要来。",), "3月20日"),
        ("a month", ("书场很静。", "今年2月，书场得了奖。"), "今年2月"),
        ("a third of a month", ("书场2月中旬完工。",), "2月中旬"),
        ("biography", ("从2018年3月1日起，他管书。3月20日书场开馆。",), "3月20日"),
    ],
)
def test_other_dates_of_the_lead_are_not_the_event(why, paragraphs, words):
    assert main_event(*paragraphs).date.text == words, why


def test_standfirst_is_a_lead():
    article = ArticleText(
        headline="一间书场",
        standfirst="3月20日，书场开馆。",
        paragraphs=("2018年3月，大家想要一间书场。", "3月2日，瓦匠来了。"),
    )
    (event, *_) = find_mentions(article, Context(printed=FRIDAY)).events
    assert event.date.text == "3月20日"


def test_day_of_the_first_paragraph_goes_before_a_vague_standfirst():
    article = ArticleText(
        headline="一间书场",
        standfirst="日前，街道搬来了书。",
        paragraphs=("“交个底。”3月20日上午，书场开馆。",),
    )
    (event, *_) = find_mentions(article, Context(printed=FRIDAY)).events
    assert event.date.text == "3月20日"


def test_day_on_which_the_reporter_came_is_no_event():
    article = ArticleText(
        headline="书场安静了",
        paragraphs=("编辑同志：书场太吵。", "记者于3月20日到现场，3月21日他来电说好。"),
    )
    assert find_mentions(article, Context(printed=FRIDAY)).events == ()


def test_end_of_a_range_of_days_is_no_event():
    article = ArticleText(
        headline="垃圾去了哪里", paragraphs=("从2月1日到3月11日，干湿分开的多了。",)
    )
    assert find_mentions(article, Context(printed=FRIDAY)).events == ()


def test_month_told_as_history_dates_nothing():
    article = ArticleText(
        headline="一间书场", paragraphs=("2016年4月，他搬来。", "后来他种树。")
    )
    assert find_mentions(article, Context(printed=FRIDAY)).events == ()


def test_correction_tells_of_no_event():
    article = ArticleText(headline="更正", paragraphs=("周三，“每周四”应为“每周五”。",))
    assert find_mentions(article, Context(printed=FRIDAY)).events == ()


@pytest.mark.parametrize(
    ("why", "headline", "lead", "name"),
    [
        (
            "the date behind the noun",
            "一间书场",
            "槐荫街道书友会成立大会日前举行。",
            "槐荫街道书友会成立大会",
        ),
        (
            "words of boundary inside the subject",
            "一间书场",
            "3月20日，槐荫街道创建书香城区动员会在书场召开。",
            "槐荫街道创建书香城区动员会",
        ),
        (
            "who held it is no part of it",
            "一间书场",
            "由两所学校承办的第三届“槐荫杯”棋王赛3月20日在书场落幕。",
            "第三届“槐荫杯”棋王赛",
        ),
        (
            "nor who took part",
            "一间书场",
            "由街道武装部、住户共同参与的防汛撤离演练，近日在书场进行。",
            "防汛撤离演练",
        ),
        (
            "its year",
            "一间书场",
            "3月20日，2019年槐荫街道书香城区推进会在书场举行。",
            "2019年槐荫街道书香城区推进会",
        ),
        (
            "no short form in the name",
            "一间书场",
            "近日，槐荫街道书场（以下简称“书场”）启用仪式举行。",
            "槐荫街道书场启用仪式",
        ),
        (
            "a noun in the sentence of the day",
            "水往低处流",
            "3月20日，槐荫街道防汛部署会没有放在会议室。",
            "槐荫街道防汛部署会",
        ),
        (
            "the headline tells",
            "槐荫书场开张第一天卖光了票",
            "3月20日，天还没有亮。",
            "槐荫书场开张第一天卖光了票",
        ),
        (
            "a feature's headline tells nothing",
            "瓦上的月光",
            "3月20日上午，四十名学生来到屋顶菜园采豆角，第一个上去的是班长。",
            "四十名学生来到屋顶菜园采豆角",
        ),
        (
            "the day inside the clause",
            "瓦上的月光",
            "槐荫新村的棉衣驿站3月20日开门，设在活动室。",
            "槐荫新村的棉衣驿站开门",
        ),
        (
            "the range of days",
            "瓦上的月光",
            "3月20日至4月15日，书场晚上九点关门，早上不变。",
            "书场晚上九点关门",
        ),
        (
            "what leads to the day",
            "请把您家的灯借给我们",
            "槐荫灯塔建成九十周年纪念展将于3月29日开幕，灯从现在起借。",
            "槐荫灯塔建成九十周年纪念展开幕",
        ),
        (
            "a noun with its motto",
            "五百户人家比手快",
            "首届“居家包粽子挑战赛”3月20日收官。",
            "首届“居家包粽子挑战赛”",
        ),
        (
            "a clause that only sets the scene",
            "瓦上的月光",
            "3月20日早晨，槐荫新村的垃圾厢房前，一个孩子踮起脚。",
            "瓦上的月光",
        ),
    ],
)
def test_event_is_called_by_what_happened(why, headline, lead, name):
    article = ArticleText(headline=headline, paragraphs=(lead,))
    context = Context(home="槐荫街道", printed=FRIDAY)
    assert find_mentions(article, context).events[0].name == name, why


def test_headline_repeats_the_event_of_the_lead():
    article = ArticleText(
        headline="槐荫街道召开“书香”推进会",
        paragraphs=("日前，槐荫街道创建书香城区推进会在书场举行。",),
    )
    events = find_mentions(article, Context(home="槐荫街道")).events
    assert [event.name for event in events] == ["槐荫街道创建书香城区推进会"]


def test_month_and_day_are_kept_where_the_year_is_unknown():
    event = main_event("3月20日，开馆仪式举行。", printed=UNKNOWN)
    assert (event.date.earliest, event.month_day) == (None, "03-20")


def test_date_of_an_older_paper_is_not_the_event():
    article = ArticleText(paragraphs=("本报3月1日第3版有误，特此更正。",))
    events = find_mentions(article, Context(printed=FRIDAY)).events
    assert all(event.date is None for event in events)


def test_session_names_its_body_and_year():
    text = "在日前召开的2019年槐荫街道区域化党建工作联席会议上，大家签了约。"
    article = ArticleText(paragraphs=(text,))
    found = find_mentions(article, Context(home="槐荫街道"))
    event = found.events[0]
    assert event.session_of == "槐荫街道区域化党建工作联席会议"
    assert event.session_label == "2019年"
    assert found.happened.earliest == date(2019, 1, 1)


def test_entries_of_a_programme_have_their_name_day_hour_and_place():
    article = ArticleText(
        headline="冬天里的好去处",
        paragraphs=(
            "热闹的事都搬到屋里。",
            "6月5日（星期五）9:30　修补集市　街心花园　磨刀、修伞",
            "6月12日（星期五）14:00　槐荫街道商户联席会议　街道会堂　请先登记",
            "6月20日　凉茶铺开张",
        ),
    )
    events = find_mentions(article, Context(printed=FRIDAY)).events
    assert [(event.name, event.place) for event in events] == [
        ("修补集市", "街心花园"),
        ("槐荫街道商户联席会议", "街道会堂"),
        ("凉茶铺开张", ""),
    ]
    assert [event.date.text for event in events] == [
        "6月5日（星期五）9:30",
        "6月12日（星期五）14:00",
        "6月20日",
    ]
    assert [event.starts for event in events] == [time(9, 30), time(14), None]
    assert all(event.upcoming and not event.session_of for event in events)


@pytest.mark.parametrize(
    ("why", "text", "starts", "ends"),
    [
        (
            "hour behind the day",
            "3月5日晚上七点，槐荫街道邻里大会在会堂举行。",
            time(19),
            None,
        ),
        (
            "from hour to hour",
            "3月12日（周四）上午9时至11时，槐荫街道邻里大会在会堂举行。",
            time(9),
            time(11),
        ),
        ("no hour", "3月5日，槐荫街道邻里大会在会堂举行。", None, None),
        (
            "the hour of another sentence",
            "3月5日晚上七点，灯亮了。槐荫街道邻里大会在会堂举行。",
            None,
            None,
        ),
        (
            "no day that is known",
            "日前晚上七点，槐荫街道邻里大会在会堂举行。",
            None,
            None,
        ),
    ],
)
def test_event_has_the_hours_printed_with_its_day(why, text, starts, ends):
    article = ArticleText(paragraphs=(text,))
    event = find_mentions(article, Context(printed=FRIDAY)).events[0]
    assert event.name == "槐荫街道邻里大会", why
    assert (event.starts, event.ends) == (starts, ends), why


def test_event_without_a_name_of_its_own_has_no_hour():
    article = ArticleText(
        headline="一棵枇杷树", paragraphs=("3月2日清晨6时，树移走了。",)
    )
    (event,) = find_mentions(article, Context(printed=FRIDAY)).events
    assert event.date and event.starts is None


def test_days_that_are_told_of_are_no_programme():
    article = ArticleText(
        headline="一棵枇杷树",
        paragraphs=("3月2日，树移走了。", "3月16日，弄口公布了结果。"),
    )
    events = find_mentions(article, Context(printed=FRIDAY)).events
    assert [event.name for event in events] == ["一棵枇杷树"]
