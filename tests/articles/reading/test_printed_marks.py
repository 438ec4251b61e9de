"""What marks tell: # of headings, printed indents, brackets that stay open."""

from articles.reading import read_page

FIRST = "5月9日，枫桥里的修伞摊支到了菜场门口，石榴师傅一上午修好十一把旧伞。"
SECOND = "来修伞的多半是老街坊，伞骨断了舍不得扔，排队的时候顺便把家常也说了。"
THIRD = "修伞不收钱，师傅只要来的人把伞的来历讲一遍，记在一个蓝皮的本子上。"


def test_a_deeper_mark_above_a_headline_is_its_kicker_and_above_writers_no_section():
    page = read_page(
        "\n\n".join(
            [
                "### 菜场里的老手艺",
                "## 修伞摊支到了家门口",
                FIRST,
                "## 旧书摊换了新棚子",
                "### 一毛钱可以借三天",
                "□记者 沈 砚",
                SECOND,
            ]
        )
        + "\n"
    )
    first, second = page.articles
    assert (first.kicker, first.headline) == ("菜场里的老手艺", "修伞摊支到了家门口")
    assert second.subheadline == "一毛钱可以借三天"


def test_marks_that_never_stand_beside_a_headline_are_section_headings():
    rows = ["# 修伞摊支到了家门口", FIRST, "## 一本蓝皮本子", SECOND, THIRD]
    more = ["# 旧书摊换了新棚子", SECOND, "# 渡口的早班船提前了", THIRD]
    first, *others = read_page("\n\n".join(rows + more) + "\n").articles
    assert [part.text for part in first.paragraphs if part.heading] == ["一本蓝皮本子"]
    assert len(others) == 2


def test_a_line_with_the_printed_indent_is_text_whatever_its_words():
    lines = [
        "修伞摊支到了家门口",
        "",
        "　　名单如下：",
        "　　修伞能手：石榴、沈砚；余粮、",
        "方圆圆",
        "　　居民志愿者在摊前为老人",
        "撑起一把大伞，挡着西晒的太",
        "阳。",
        "　　来修伞的多半是老街坊，",
        "伞骨断了舍不得扔。",
    ]
    (article,) = read_page("\n".join(lines) + "\n").articles
    assert article.bylines == () and article.pictures == ()
    assert [part.text for part in article.paragraphs][1:3] == [
        "修伞能手：石榴、沈砚；余粮、方圆圆",
        "居民志愿者在摊前为老人撑起一把大伞，挡着西晒的太阳。",
    ]


def test_a_line_inside_an_open_bracket_is_text():
    lines = [
        "修伞摊支到了家门口",
        "",
        "5月9日，枫桥里的修伞摊支到了",
        "菜场门口，来修伞的多半是老街",
        "坊。（本期问到：石榴师傅；另请",
        "枫桥里街道社区服务办公室负责人",
        "方圆圆）",
        "",
        "旧书摊换了新棚子",
        "",
        "5月9日，旧书摊搬进菜场的北门",
        "边上，一毛钱可以借上三天。",
    ]
    first, second = read_page("\n".join(lines) + "\n").articles
    assert first.bylines == () and first.pictures == ()
    assert second.kicker == ""
    assert second.headline == "旧书摊换了新棚子"


def test_a_line_with_a_dash_below_a_headline_is_never_a_caption():
    rows = ["修伞人收摊以后", "——记枫桥里最后一位修伞师傅石榴", FIRST, "□记者 沈 砚"]
    articles = read_page("\n\n".join([*rows, SECOND, THIRD]) + "\n").articles
    assert (articles[0].headline, articles[0].subheadline) == (rows[0], rows[1])
    assert not any(article.pictures for article in articles)


def test_the_committees_of_a_list_are_headings_and_no_captions():
    rows = ["两个小区选出新一届班子", FIRST, "枫桥里社区居民委员会", "主 任：沈 砚"]
    rows += ["梅枝弄社区居民委员会", "主 任：余 粮", THIRD]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    assert article.pictures == ()


def test_counted_questions_are_section_headings_below_a_caption_as_well():
    rows = ["修伞摊为什么要搬家", FIRST, "石榴师傅收起修伞摊", "一问：摊子摆到哪里"]
    rows += [SECOND, "二问：下雨天谁来管", THIRD]
    (article,) = read_page("\n\n".join(rows) + "\n").articles
    headings = [part.text for part in article.paragraphs if part.heading]
    assert headings == [rows[3], rows[5]]
    assert [picture.caption for picture in article.pictures] == [rows[2]]


def test_a_heading_with_the_printed_indent_is_no_text():
    lines = [
        "修伞摊支到了家门口",
        "",
        "　　5月9日，枫桥里的修伞摊支",
        "到了菜场门口。",
        "　　一本蓝皮本子",
        "　　来修伞的多半是老街坊，",
        "伞骨断了舍不得扔。",
        "　　修伞不收钱，师傅只要来的",
        "人把伞的来历讲一遍。",
    ]
    (article,) = read_page("\n".join(lines) + "\n").articles
    headings = [part.text for part in article.paragraphs if part.heading]
    assert headings == ["一本蓝皮本子"]
