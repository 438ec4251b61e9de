"""Captions told from headlines, headings and text, wherever they are printed."""

import pytest

from articles.reading import read_page
from articles.reading.captions import without_captions
from articles.reading.drafts import Stack
from articles.reading.lines import split_lines

BODY = "5月9日晚上，枫桥里的夜校开了第一课，三十个座位坐满了修伞的、卖菜的和开夜车的。"

SECOND_BODY = (
    "5月12日，菱湖路菜场的修伞摊从门口搬到了二楼，摊主石榴师傅说，楼上有电灯，"
    "雨天也不用收摊，就是老主顾要多爬一层楼梯。"
)

FIRST = (
    "9月3日晚七点，枫桥里街道社区卫生服务中心的灯没有熄，门口排着二十几位刚下班的"
    "居民，这是夜间门诊开张的头一个晚上，来的人比预想的多了一倍。"
)
SECOND = (
    "中心主任裴知远介绍，夜间门诊每周开两晚，推拿、针灸、配药都能办，医保结算同白天"
    "一样，头一个月先看三个科，人手由四个团队轮着出。"
)
THIRD = (
    "有人嫌灯暗，有人问能不能带孩子来，值班的汤医生一条一条记在本子上，答应两周之内"
    "给回音，居民听完都笑了。"
)

CAPTIONS = [
    "裴知远在诊室为居民针灸",
    "居民在走廊里排队等候叫号",
    "志愿者扶着老人走下台阶",
    "汤医生和他的旧药箱",
    "家庭医生团队成员上门随访",
    "孩子们围着量身高的尺子",
    "图为夜间门诊候诊区",
    "▲推拿室的三张床位",
    "社区干部给居民派发就诊指南",
    "傍晚，居民陆续来到门诊楼前",
    "刚粉刷过的候诊走廊",
    "护士教居民使用自助挂号机",
    "大厅里，老人戴着老花镜填写表格",
    "街道党工委书记何立群察看药房",
    "街道办事处主任明了（右二）听取居民意见",
    "老人们领取第一批就诊卡 沈砚 摄",
    "重新隔开的药房窗口",
    "值班护士正在为居民量血压",
    "推拿师傅手把手教居民颈椎操",
    "诊室门口亮起一盏红灯",
    "护士把就诊卡递到老人手中",
    "裴知远把药方夹上木板",
    "电工给走廊换上新灯",
    "图说：灯下的药柜",
    "两位木匠抬起新药柜",
    "居民在走廊里排队等候。沈砚/摄",
    "医生教孩子用听诊器",
    "街坊们围坐在走廊里",
    "候诊区外观",
    "恳谈会上，居民代表把一叠药单端上了桌",
    "居民在走廊里排队 沈砚 摄",
    "开诊当晚，居民在走廊里排队等候。 沈砚 摄",
    "上图：候诊区；下图：药房",
    "裴知远（左）、汤医生（前排右二）在药柜前清点药材",
]


@pytest.mark.parametrize("caption", CAPTIONS)
@pytest.mark.parametrize("place", ["below headline", "above headline", "inside", "end"])
def test_a_caption_is_found_wherever_it_stands(caption, place):
    rows = {
        "below headline": ["枫桥里开出“夜间门诊”", caption, "□记者 沈 砚"],
        "above headline": [caption, "枫桥里开出“夜间门诊”", "□记者 沈 砚"],
        "inside": ["枫桥里开出“夜间门诊”", "□记者 沈 砚"],
        "end": ["枫桥里开出“夜间门诊”", "□记者 沈 砚"],
    }[place]
    rows += [FIRST, caption, SECOND] if place == "inside" else [FIRST, SECOND]
    rows += [THIRD, caption] if place == "end" else [THIRD]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert article.headline == "枫桥里开出“夜间门诊”"
    found = [picture.caption for picture in article.pictures]
    assert found == [caption.removeprefix("▲")]
    assert article.body == "\n".join([FIRST, SECOND, THIRD])


@pytest.mark.parametrize(
    "heads",
    [
        ("下班也能看中医", "枫桥里开出“夜间门诊”"),
        ("枫桥里开出“夜间门诊”", "三个科室，四个团队，每周两晚"),
        ("下班也能看中医", "枫桥里开出“夜间门诊”", "三个科室，四个团队，每周两晚"),
        ("百名医生走进百条弄堂",),
        ("一把推拿椅坐出老主顾",),
        ("医生把诊室搬进弄堂",),
        ("请医生回家吃饭",),
        ("十一名药师受表彰", "街道为他们挂上一枚“灯牌”"),
        ("两百个号请居民先挑",),
        ("枫桥里居民区讲习所开课",),
        ("夕阳红", "裴知远和他的旧药箱"),
        ("灯里灯外", "木匠教学徒修药柜"),
        ("夜间门诊满月", "灯，还能再亮些吗？"),
        ("谁在夜里看门诊",),
        ("志愿者服务中心揭牌",),
        ("志愿者招募启事",),
    ],
)
def test_headlines_that_tell_of_people_are_no_captions(heads):
    (article,) = read_page(
        "\n".join(heads) + f"\n\n□记者 沈 砚\n\n{FIRST}\n\n{SECOND}\n"
    ).articles
    assert not article.pictures
    found = (article.kicker, article.headline, article.subheadline)
    assert tuple(text for text in found if text) == heads


@pytest.mark.parametrize(
    "headings",
    [
        ("一盏灯", "三个科室"),
        ("灯亮以后", "谁来值班"),
        ("守夜的人", "排队的人"),
        ("傍晚：队伍排到门外", "深夜：最后一个病人"),
        ("第一晚", "第二晚"),
        ("“头一回晚上看中医”", "“比白天还清静”"),
    ],
)
def test_section_headings_are_no_captions(headings):
    rows = ["枫桥里开出“夜间门诊”", "□记者 沈 砚", FIRST, headings[0], SECOND]
    (article,) = read_page("\n\n".join([*rows, headings[1], THIRD]) + "\n").articles
    assert not article.pictures
    assert [row.text for row in article.paragraphs if row.heading] == list(headings)


@pytest.mark.parametrize(
    ("why", "rows"),
    [
        ("a word is broken", ("裴知远（左）为居民讲解针", "灸的穴位")),
        ("a list goes on", ("从左至右：裴知远（左一）、", "汤医生（右一）合影")),
        ("the photographer hangs", ("居民在走廊里排队等候叫", "号 沈 砚 摄")),
        ("it is pointed at", ("图为诊室门口排队等候叫号的居民和来", "访的同行。")),
        ("his name hangs", ("居民在走廊里排队等候", "沈 砚 摄")),
    ],
)
def test_a_caption_broken_over_two_lines_is_one(why, rows):
    text = "\n".join(["枫桥里开出“夜间门诊”", "□记者 沈 砚", FIRST, SECOND])
    page = read_page(text + "\n" + "\n".join(rows) + f"\n{THIRD}\n")
    (caption,) = (picture.caption for picture in page.articles[0].pictures)
    assert caption.replace(" ", "") == "".join(rows).replace(" ", ""), why


def test_two_captions_on_one_line_are_two():
    line = "粉刷后的候诊走廊 裴知远（左）在药柜前清点药材"
    rows = ["枫桥里开出“夜间门诊”", "□记者 沈 砚", FIRST, SECOND, line]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert [picture.caption for picture in article.pictures] == line.split()


def test_numbered_captions_are_no_section_headings():
    captions = ["①老药柜的抽屉", "②居民在走廊里排队等候", "③药方 沈砚 摄"]
    rows = ["枫桥里开出“夜间门诊”", "□记者 沈 砚", "".join(captions), FIRST, SECOND]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    found = [picture.caption.replace(" ", "") for picture in article.pictures]
    assert found == [caption.replace(" ", "") for caption in captions]
    assert article.body == f"{FIRST}\n{SECOND}"


def test_a_kicker_in_two_parts_is_no_pair_of_captions():
    rows = ["护士走上门 药箱送到家", "枫桥里街道开出夜间门诊", "□记者 沈 砚", FIRST]
    (article,) = read_page("\n\n".join([*rows, SECOND]) + "\n").articles
    assert article.kicker.replace(" ", "") == "护士走上门药箱送到家"
    assert not article.pictures


def test_a_line_with_places_in_a_picture_is_never_text():
    caption = "裴知远（前排中）接过钥匙，汤医生（左）、何立群（右）在旁鼓掌"
    rows = ["枫桥里开出“夜间门诊”", "□记者 沈 砚", caption, FIRST, SECOND, THIRD]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert [picture.caption for picture in article.pictures] == [caption]
    assert article.body == "\n".join([FIRST, SECOND, THIRD])


def test_a_headline_set_upright_is_one_line():
    upright = "\n".join("夜间门诊开张")
    (article,) = read_page(f"{upright}\n{FIRST}\n{SECOND}\n{THIRD}\n").articles
    assert article.headline == "夜间门诊开张"


def test_a_caption_goes_to_the_article_that_tells_of_its_occasion():
    first = ["门诊办到家门口", "5月8日，街道召开推进会，" + SECOND, THIRD]
    second = ["修伞摊回到菜场", "5月9日，" + FIRST.replace("门诊", "修伞摊")]
    rows = [*first, "（枫桥里播报）", "图为推进会会场一角", *second]
    articles = read_page("\n\n".join(rows) + "\n").articles
    assert [len(article.pictures) for article in articles] == [1, 0]


def test_a_caption_between_a_text_and_the_next_headline_belongs_to_the_text():
    first = ["门诊办到家门口", "5月8日，" + SECOND, THIRD, "▲灯下"]
    second = ["修伞摊回到菜场", "5月9日，" + FIRST.replace("门诊", "修伞摊")]
    articles = read_page("\n\n".join(first + second) + "\n").articles
    assert [len(article.pictures) for article in articles] == [1, 0]


def test_a_caption_inside_a_text_stays_there_whatever_its_words():
    first = [
        "门诊办到家门口",
        "5月8日，" + SECOND,
        "志愿者在走廊里扶着老人慢慢走。" + THIRD,
    ]
    second = ["修伞摊回到菜场", "□记者 沈 砚", "5月9日，修伞摊回到了菜场门口。" + FIRST]
    rows = [*first, *second, "志愿者正在清点雨伞", "石榴师傅说，修伞摊不收老人的钱。"]
    articles = read_page("\n\n".join(rows) + "\n").articles
    assert [len(article.pictures) for article in articles] == [0, 1]


def test_a_photographer_inside_a_line_ends_its_first_caption():
    line = "药柜的旧抽屉 沈砚 摄 裴知远（左）在药柜前清点药材"
    rows = ["枫桥里开出“夜间门诊”", "□记者 沈 砚", FIRST, SECOND, line]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert [picture.caption for picture in article.pictures] == [
        "药柜的旧抽屉 沈砚 摄",
        "裴知远（左）在药柜前清点药材",
    ]


def test_a_mark_inside_a_line_begins_its_second_caption():
    line = "▶药柜的旧抽屉图／文沈砚 ▶汤医生在灯下清点药材图／文沈砚"
    rows = ["枫桥里开出“夜间门诊”", "□记者 沈 砚", FIRST, SECOND, line]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert [picture.caption for picture in article.pictures] == [
        "药柜的旧抽屉图／文沈砚",
        "汤医生在灯下清点药材图／文沈砚",
    ]


def test_a_name_set_wide_behind_a_stroke_stays_in_its_caption():
    line = "汤医生（前排左二）在灯下清点药材 图／文 沈 砚"
    rows = ["枫桥里开出“夜间门诊”", "□记者 余 粮", line, FIRST, SECOND]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    (picture,) = article.pictures
    assert picture.caption.replace(" ", "") == line.replace(" ", "")


def test_a_place_and_a_comma_begin_headlines_as_well():
    heads = [
        "停了三年的鼓又响起来",
        "梅枝河上，九条龙舟争先",
        "枫桥里重阳赛事首设祖孙组",
    ]
    rows = ["\n".join(heads), "□记者 余 粮", FIRST, SECOND]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert not article.pictures
    assert [article.kicker, article.headline, article.subheadline] == heads


def test_who_wrote_and_took_pictures_is_no_caption_below_a_headline():
    rows = ["枫桥里开出“夜间门诊”", "图／文 沈 砚", FIRST, SECOND]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert (article.bylines, article.pictures) == (("沈砚",), ())
    assert article.headline == "枫桥里开出“夜间门诊”"


def test_two_views_named_left_and_right_are_one_caption():
    line = "左图：旧药柜 右图：新药柜"
    rows = ["枫桥里开出“夜间门诊”", line, "□记者 沈 砚", FIRST, SECOND]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert [picture.caption for picture in article.pictures] == [line.replace(" ", "")]


def test_a_leftover_line_that_shows_nothing_is_no_caption():
    rows = ["枫桥里开出“夜间门诊”", "□记者 沈 砚", FIRST, SECOND, THIRD]
    page = read_page("\n\n".join([*rows, "（枫桥里播报）", "办法越谈越多"]) + "\n")
    assert not page.articles[0].pictures


def test_a_leftover_line_of_a_headed_page_that_fits_an_article_is_a_caption():
    rows = ["枫桥里开出“夜间门诊”", "□记者 沈 砚", FIRST, SECOND, THIRD]
    page = read_page("\n\n".join([*rows, "（枫桥里播报）", "推拿团队的针灸盒"]) + "\n")
    assert [picture.caption for picture in page.articles[0].pictures] == [
        "推拿团队的针灸盒"
    ]


@pytest.mark.parametrize(
    "credit", ["沈 砚 摄", "本报记者 沈砚 摄", "图/沈砚", "（沈砚 摄）"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_photographer_below_a_line_makes_it_a_caption(credit, gap):
    rows = ["枫桥里开出“夜间门诊”", "□记者 陶然之", FIRST]
    rows += ["诊室的药房窗口", credit, SECOND, THIRD]
    (article,) = read_page(gap.join(rows) + "\n").articles
    (picture,) = article.pictures
    assert (
        picture.caption.replace(" ", "") == f"诊室的药房窗口{credit.replace(' ', '')}"
    )
    assert article.bylines == ("陶然之",)
    assert article.body == "\n".join([FIRST, SECOND, THIRD])


def test_a_photographer_below_the_only_headline_signs_the_article():
    rows = ["诊室的药房窗口", "沈 砚 摄", FIRST, SECOND]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert (article.headline, article.bylines) == ("诊室的药房窗口", ("沈砚",))


def test_room_around_a_figure_parts_no_caption():
    caption = "裴知远为居民针灸时答应 3 位老人上门推拿"
    rows = ["枫桥里开出“夜间门诊”", caption, "□记者 沈 砚", FIRST, SECOND, THIRD]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert [picture.caption for picture in article.pictures] == [
        caption.replace(" ", "")
    ]


def test_what_stands_below_a_picture_in_marked_text_is_a_caption():
    rows = ["# 夜校开课了", BODY, "![](a.jpg)", "◆课表贴在灯下", "# 修伞摊搬家了", BODY]
    first, second = read_page("\n\n".join(rows) + "\n").articles
    assert [picture.caption for picture in first.pictures] == ["课表贴在灯下"]
    assert second.headline == "修伞摊搬家了"


def test_numbered_pictures_stay_together():
    rows = [
        "夜校开课了", BODY, "图① 学员在灯下抄课表", "图② 修伞的师傅领着孙子来听课",
        "修伞摊搬家了", SECOND_BODY,
    ]  # fmt: skip
    first, second = read_page("\n\n".join(rows) + "\n").articles
    assert len(first.pictures) == 2
    assert second.headline == "修伞摊搬家了"


def test_the_bracket_of_a_photographer_stays_with_its_caption():
    rows = ["夜校开课了", BODY, "图为学员在灯下抄课表。（沈砚 摄）"]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert article.pictures[0].caption.startswith("图为学员在灯下抄课表。")
    assert "摄" in article.pictures[0].caption
    assert not article.sign_off


def test_a_doubled_caption_is_undone_with_its_mark():
    page = read_page(
        f"夜间门诊开张\n\n{FIRST}\n\n△△候候诊诊区区的的长长椅椅\n\n{SECOND}\n"
    )
    assert [each.caption for each in page.articles[0].pictures] == ["候诊区的长椅"]


@pytest.mark.parametrize(
    ("why", "rows", "size"),
    [
        (
            "a headline in two rows between kicker and subheadline",
            "防汛宣传月\n“蓝马甲”上街\n二百只沙袋下库\n枫桥里街道开展地下车库集中排查",
            4,
        ),
        (
            "the same below a kicker that tells an event",
            "枫桥里街道居民代表会议召开\n四十二位代表\n一本明白账\n全年办成实事六十三件",
            4,
        ),
        (
            "people in a picture below it",
            "防汛宣传月\n“蓝马甲”上街\n二百只沙袋下库\n居民们在车库门口传递沙袋",
            3,
        ),
    ],
)
def test_a_headline_of_several_rows_keeps_all_of_them(why, rows, size):
    stack, *captions = without_captions(Stack(split_lines(rows)))
    assert len(stack.lines) == size, why
    assert len(captions) == len(rows.split("\n")) - size, why
