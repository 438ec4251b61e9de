"""What stays text though it stands beside lines on display."""

from articles.reading import read_page
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
