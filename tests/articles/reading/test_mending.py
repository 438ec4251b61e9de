"""What stays text though it stands beside lines on display."""

import pytest

from articles.reading import read_page
from articles.reading.displays import DISPLAY
from articles.reading.lines import Line
from articles.reading.mending import restore_text
from articles.reading.phrases import Continuity
from articles.reading.structure import Role


def test_long_piece_of_a_paragraph_before_a_caption_is_no_caption():
    page = read_page(
        "河埠头换上新石阶\n\n□记者 单 夏\n\n"
        "上月底，河埠头的旧石阶全部换成了防滑的青石，洗衣的老人说踏上去心里踏实。\n\n"
        "“石阶的更换，不只是为了洗衣方便，也是街坊们盼了多年的一件大事，同时还能进一步提升服\n\n"
        "居民在新石阶上合影\n\n"
        "务水平，让更多人愿意到河边走走。”居委会的工作人员这样说。\n"
    )
    body = "".join(paragraph.text for paragraph in page.articles[0].paragraphs)
    assert "进一步提升服务水平，让更多人" in body
    assert all("提升服" not in text for text in page.texts(Role.CAPTION))


def test_space_behind_a_mark_is_no_gutter():
    lines = (
        "河埠头的石阶换好以后来洗衣的人， 比去年多了\n"
        "一倍居委会又在岸边装了两盏路灯， 晚饭后散步\n"
        "的人也多了孩子们在石阶上数青蛙， 老人坐在树\n"
        "下下棋一直到九点钟声响过才散去。\n"
    )
    page = read_page("河埠头换上新石阶\n\n" + lines)
    body = "".join(paragraph.text for paragraph in page.articles[0].paragraphs)
    assert body == lines.replace("\n", "").replace(" ", "")


def test_summary_above_the_wrong_article_goes_to_its_own():
    page = read_page(
        "菱湖渡开出早班摇橹船\n\n"
        "菱湖渡的摇橹船停了十一年，如今又下水了。\n\n"
        "摇橹船由船匠单阿六修好，船票两元，老人免费。\n\n"
        "船匠说，摇橹船的橹用的是老榆木。\n\n（菱湖渡管理站）\n\n"
        "停航十一年的菱湖渡摇橹船重新下水，船匠用老榆木修橹，船票两元。\n\n"
        "日前，社区食堂添了一口大锅。\n\n"
        "大锅一次能煮一百碗粥，排队的时间短了一半。\n\n"
        "食堂阿姨说，粥要慢慢熬才香。\n\n（食堂办）\n\n"
        "社区食堂添了大锅\n"
    )
    ferry = next(a for a in page.articles if "摇橹船" in a.headline)
    canteen = next(a for a in page.articles if "食堂" in a.headline)
    assert ferry.standfirst.startswith("停航十一年的菱湖渡")
    assert canteen.paragraphs[0].text.startswith("日前")


def line_of(text: str, *, gap: int = 0, role: Role = Role.BODY) -> Line:
    """A line of a column of 28."""
    line = Line(0, len(text), 0, len(text), text, width=2 * len(text), gap=gap)
    line.measure, line.role = 28, role
    return line


@pytest.mark.parametrize(
    ("title", "rest", "restored"),
    [
        ("菱湖渡口居民区党总支副书记", "单阿六说，摇橹船的橹是老榆木。", False),
        ("菱湖渡口居民区党支部书记", "单阿六说，摇橹船的橹是老榆木。", True),
        ("菱湖渡口居民区党支部书记", "摇橹船又下水了，船票只要两元。", False),
        ("菱湖渡口摇橹船又下水了啊", "单阿六说，摇橹船的橹是老榆木。", False),
    ],
)
def test_title_as_wide_as_a_first_line_goes_on_with_a_name(title, rest, restored):
    lines = [line_of(title, role=DISPLAY), line_of(rest, gap=1)]
    for index, line in enumerate(lines):
        line.index = index
    lines.insert(1, line_of("石阶换新", gap=1, role=DISPLAY))
    assert bool(restore_text(lines, Continuity([]))) is restored
    assert (lines[0].role == Role.BODY) is restored


def test_line_narrower_by_the_indent_begins_what_is_too_wide_to_begin():
    def role_above(rest: str) -> Role:
        first, below = line_of("摇橹船的底板由船匠单阿六", role=DISPLAY), line_of(rest)
        first.measured = below.measured = True
        first.index, below.index = 0, 1
        restore_text([first, below], Continuity([]))
        return first.role

    assert role_above("和徒弟一起换上，用的是老榆木") == Role.BODY
    assert role_above("上个月十五日，渡口又热闹") == DISPLAY
