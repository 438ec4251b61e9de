"""Where one article ends and another begins, on small invented pages."""

import pytest

from articles.reading import read_page
from articles.reading.boundaries import announces
from articles.reading.lines import make_line

PIER = """\
渡口的长椅

  渡口昨天添了六条长椅，木
料是拆船时留下的老柚木，船厂
的师傅们刨了三个晚上。
  候船的老人坐下以后说，这
木头还有江水的味道。



灯塔下开了认星星的夜课

  灯塔边的小屋本周起开夜课，
教孩子们认星星，头一晚来了十
七个人，坐满了两张桌子。
  老师自己带来一架望远镜，
说下周看月亮。
（灯塔小学）



  长椅的靠背上刻着船的名字，
有一条叫“海燕”，跑了二十年，
刻字的是船厂里最老的木匠。
"""


def headed(page: str) -> dict[str, list[str]]:
    """The first characters of each paragraph by headline."""
    return {
        article.headline: [part.text[:4] for part in article.paragraphs]
        for article in read_page(page).articles
    }


def test_piece_behind_a_signed_article_goes_back_to_its_own() -> None:
    assert headed(PIER) == {
        "渡口的长椅": ["渡口昨天", "候船的老", "长椅的靠"],
        "灯塔下开了认星星的夜课": ["灯塔边的", "老师自己"],
    }


def test_rest_of_an_article_of_another_page_stays_alone() -> None:
    page = """\
（上接第1版）

长椅的靠背上刻着船的名字，有一条叫“海燕号”，跑了二十年，船长姓麦。

刻字的木匠说，海燕号的龙骨也是他装的，柚木是从旧缆车上拆的。

海燕号的麦船长喝上了茶

□记者 余 粮

海燕号的麦船长昨天坐上柚木长椅，看木匠给龙骨刷油，喝了一壶茶。

井水又清了

□记者 白 鹭

井边居民区昨天把老井淘了一遍，捞出铜钱十七枚，茶壶盖三只。

钟楼敲了六下

□记者 连 环

钟楼街道的老钟本周重新敲响，街坊们都站在窗口听。
"""
    assert headed(page)[""] == ["长椅的靠", "刻字的木"]


def test_label_above_a_body_keeps_it_apart_even_without_headline() -> None:
    page = PIER.replace("  长椅的靠背", "公告\n\n  长椅的靠背")
    assert "长椅的靠" not in headed(page)["渡口的长椅"]


def test_body_that_opens_like_an_article_is_no_piece_of_one_above() -> None:
    page = PIER.replace(
        "  长椅的靠背上刻着船的名字，", "  关于长椅认养的告知，海燕号，"
    )
    assert "关于长椅" not in headed(page)["渡口的长椅"]


def test_headline_set_upright_is_one_line() -> None:
    page = PIER.replace(
        "灯塔下开了认星星的夜课\n\n", "\n".join("灯塔下夜课﹃认星﹄") + "\n"
    )
    assert headed(page)["灯塔下夜课“认星”"] == ["灯塔边的", "老师自己"]


def test_wide_line_without_marks_between_blank_lines_is_a_headline() -> None:
    page = PIER.replace("灯塔下开了认星星的夜课", "灯塔小学和天文馆合开的夜课名单")
    assert headed(page)["灯塔小学和天文馆合开的夜课名单"] == ["灯塔边的", "老师自己"]


def test_piece_far_below_goes_on_with_the_article_before_the_last() -> None:
    page = """\
渡口的长椅

  渡口昨天添了六条长椅，木
料是拆船时留下的老柚木，船厂
的师傅们刨了三个晚上才刨平。

井水又清了

  井边居民区昨天把老
井淘了一遍，捞出铜钱
十七枚，茶壶盖三只。



  老人坐下以后说，这木头还
有江水的味道，闻着心里安稳，
比城里的铁椅子暖和得多。
"""
    assert headed(page)["渡口的长椅"] == ["渡口昨天", "老人坐下"]


def test_column_broken_off_above_a_headline_is_text() -> None:
    page = """\
渡口长椅的名单

经乘客推荐、船工评议，下列六
位木匠和船工获评第一届的好手

井水又清了

井边居民区昨天把老井淘了一遍，
捞出铜钱十七枚，茶壶盖三只。
"""
    assert headed(page)["渡口长椅的名单"] == ["经乘客推"]


def test_items_with_marks_may_end_on_a_line_below() -> None:
    page = """\
征集老花灯

灯塔居民区昨天开始征集花灯，
只要下面这三样：
●门上挂过的竹灯、纱灯和走马
灯；
●桥下点过的荷花灯、鲤鱼灯和
兔灯；
●讲得出一个故事的一盏灯，亮
不亮都行。
送来的灯展完就还。
"""
    assert headed(page)["征集老花灯"][1:4] == ["●门上挂", "●桥下点", "●讲得出"]


def test_article_broken_off_goes_on_behind_another() -> None:
    page = """\
渡口的长椅

  渡口昨天添了六条长椅，木
料是拆船时留下的老柚木，船厂
的师傅们刨了三个晚上，又在靠
背刻上船名，其中最老的一



灯塔下开了认星星的夜课

  灯塔边的小屋本周起开夜课，
教孩子们认星星，头一晚来了十
七个人，坐满了两张桌子。
（灯塔小学）



条叫“海燕”，跑了二十年没有
误过一个班次。
"""
    (bench, _) = read_page(page).articles
    assert bench.paragraphs[0].text.endswith(
        "其中最老的一条叫“海燕”，跑了二十年没有误过一个班次。"
    )


def test_summary_above_the_byline_is_no_paragraph() -> None:
    page = """\
钟楼修好了

老钟停了三年，街坊们找遍了全城，才从米店的阁楼上找回钟摆。

□记者 余 粮

敲钟的人在钟楼上合影

钟楼街道的老钟本周重新敲响，头一下是在早上六点，街坊们都站在窗口听。

如今敲钟的是退休的司机老段，他每天爬九十八级台阶。
"""
    (clock,) = read_page(page).articles
    assert clock.standfirst.startswith("老钟停了三年")
    assert clock.bylines == ("余粮",)
    assert [part.text[:4] for part in clock.paragraphs] == ["钟楼街道", "如今敲钟"]


def test_lines_above_two_or_three_paragraphs_each_are_sections() -> None:
    page = """\
钟楼修好了

□记者 余 粮

  钟楼街道的老钟停了三年，本周重新敲响，头一下是在早上六点。

钟摆的下落

  钟摆当年拆下来以后不知去向，街坊们找了很久，最后在米店的阁楼上找到。

  米店老板说，他一直拿它当秤砣，从来没有觉得不准。

敲钟的人

  如今敲钟的是退休的司机老段，他每天爬九十八级台阶，风雨无阻。

  老段说，车子开了三十年，没有晚点过，钟也不会。

（钟楼街道）

井水又清了

  井边居民区昨天把老井淘了一遍，捞出铜钱十七枚，茶壶盖三只。

（井边居民区）
"""
    assert list(headed(page)) == ["钟楼修好了", "井水又清了"]


def test_name_known_from_above_begins_no_article() -> None:
    page = """\
面包留到九点

  面包房的何秀兰昨天把停业的
时间改到晚上九点，给下夜班的
护士留一炉热的。
何秀兰说，两个月里没有剩过一
只，倒是常有人多付一份钱。



何秀兰的小黑板上还记着几份没
有人领，写的是谁都能来。
"""
    assert len(headed(page)) == 1


def test_headline_below_a_standing_heading_begins_another_article():
    page = read_page(
        "路灯能不能早一点亮\n\n□读者 安 澜\n\n"
        "编辑同志：河埠头的路灯天黑了才亮，洗菜的人看不清石阶。\n\n"
        "本报回复\n"
        "渔歌队招收新队员\n\n"
        "5月9日起，渔歌队在文化中心招收新队员，会不会唱都可以来。\n\n"
        "报名的人要唱一段渔歌，石榴老师在一旁打拍子。\n"
    )
    headlines = [article.headline for article in page.articles]
    assert headlines == ["路灯能不能早一点亮", "渔歌队招收新队员"]


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("关于东码头停航的通告", True),
        ("秋季渔港补贴登记有关事项", True),
        ("渡口小吃铺招租", True),
        ("老船工的一天", False),
    ],
)
def test_notice_is_known_by_its_wording(text: str, announced: bool) -> None:
    assert announces(make_line(text, 0, len(text))) is announced


CLOCK = """\
菱湖渡的钟楼停了四十年，钟表匠单阿六带着徒弟把它修好了。

老钟的齿轮缺了一颗，单阿六照着齿印画了一张图，请船厂车了一颗。

（菱湖渡办）
"""
BELT = """\
日前，社区食堂的传送带试运行，收碗的阿姨不用再跑了。

食堂的传送带有十二米长，碗筷放上去，一分钟就到水池边。

（食堂办）
"""


def test_headlines_of_two_articles_above_one_of_them():
    heads = "弄里高人\n钟表匠单阿六\n修了四十年的钟\n老钟楼又响了\n\n"
    heads += "智慧食堂\n食堂装上传送带\n收碗阿姨不再跑\n\n"
    read = read_page(heads + BELT + "\n" + CLOCK)
    heads_of = {
        article.paragraphs[0].text[:2]: article.kicker + article.headline
        for article in read.articles
    }
    assert heads_of.keys() == {"日前", "菱湖"}
    assert "传送带" in heads_of["日前"]
    assert "钟" in heads_of["菱湖"]
    assert "钟" not in heads_of["日前"]
