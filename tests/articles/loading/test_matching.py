import pytest

from articles.loading.matching import likeness, match_texts

LAMP = "柳荫里的路灯昨晚全部亮了，居民说走夜路不再害怕。"
CHOIR = "合唱队逢周三排练，队员大多年过六旬，唱得认真。"


@pytest.mark.parametrize(
    ("why", "after", "expected"),
    [
        ("unchanged", {0: LAMP, 1: CHOIR}, {0: "lamp", 1: "choir"}),
        ("order changed", {0: CHOIR, 1: LAMP}, {0: "choir", 1: "lamp"}),
        ("a misprint put right", {0: LAMP.replace("昨晚", "前晚")}, {0: "lamp"}),
        ("spaces only", {0: " ".join(LAMP)}, {0: "lamp"}),
        ("another article", {0: "银杏叶落了一地，环卫工人扫了三遍。"}, {}),
        ("both in one: the longer share", {0: LAMP + CHOIR + LAMP}, {0: "lamp"}),
        ("cut in two: each row once", {0: LAMP[:16], 1: LAMP[12:]}, {0: "lamp"}),
        ("empty", {0: ""}, {}),
    ],
)
def test_which_article_is_which(why, after, expected):
    assert match_texts({"lamp": LAMP, "choir": CHOIR}, after) == expected, why


def test_likeness_runs_from_nothing_to_the_same():
    assert likeness(LAMP, LAMP) == 1
    assert likeness(LAMP, CHOIR) < 0.1
    assert likeness("", LAMP) == 0
