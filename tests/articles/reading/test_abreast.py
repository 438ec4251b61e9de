"""Lines of columns side by side that were printed as one."""

from articles.reading import read_page

COLUMN = (
    "5月9日，河埠头的石阶换\n"
    "好以后，渔歌队在岸边唱了\n"
    "九段渔歌，来听的老人把石\n"
    "阶坐得满满当当，还有人站\n"
)
BELOW = "孩子们数着石阶往下跑，跑\n到水边又被奶奶叫了回来。\n"


def body_of(text: str) -> str:
    page = read_page("河埠头换上新石阶\n\n" + text)
    return "".join(part.text for part in page.articles[0].paragraphs)


def test_line_of_two_columns_is_cut_and_the_second_follows_the_block():
    row = "在后面一直听到天黑才散。 石榴又教大家唱了第十段。\n"
    body = body_of(COLUMN + row + BELOW)
    assert "站在后面一直听到天黑才散。孩子们数着石阶" in body
    assert body.endswith("奶奶叫了回来。石榴又教大家唱了第十段。")


def test_wide_line_without_full_columns_stays_whole():
    row = "在后面听。 石榴又教大家唱了第十段，老人们都跟着拍手\n"
    assert "在后面听。石榴又教大家" in body_of(COLUMN + row + BELOW)
