"""What stands around a string, the lists it stands in, names of other languages."""

import pytest

from people.extraction.frames import kind_of_string, signs_of_frame
from people.extraction.items import find_lists, signs_of_item
from people.extraction.lines import read_line
from people.extraction.sounds import find_sounds
from people.extraction.titles import find_titles


@pytest.mark.parametrize(
    ("why", "text", "name", "frame"),
    [
        ("the title of a body", "消防站站长苗青，", "苗青", "body office|，"),
        ("a trade of no list", "请来扎灯手苗青说：", "苗青", "people|says"),
        ("whoever it is", "本人苗青银行卡", "苗青", "word|word"),
        ("told by where he lives", "三楼的苗青怕吵", "苗青", "的|perhaps"),
        ("called to an office", "委员会由苗青担任", "苗青", "takes|office"),
        ("a bracket that tells sex", "苗青（女）", "苗青", "edge|sex"),
        ("a verb with its object", "邻居苗青劝她", "苗青", "kin|does to"),
    ],
)
def test_frame_tells_the_class_of_either_side(why, text, name, frame):
    line = read_line("body", 0, text)
    start = line.text.index(name)
    end = start + len(name)
    titles = {title.after: title for title in find_titles(0, line)}
    edges = line.text[max(0, start - 1) : start], line.text[end : end + 1]
    signs = signs_of_frame(line.text, (start, end), edges, titles.get(start), ())
    assert f"frame {frame}" in signs


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("苗青", "1+1"),
        ("方便", "1+1 both"),
        ("古丽·买买提", "dotted"),
        ("央金卓玛", "by sound"),
        ("欧阳苗", "2+1"),
    ],
)
def test_kind_tells_length_and_words(name, kind):
    assert kind_of_string(name) == kind


@pytest.mark.parametrize(
    ("why", "text", "name", "sign"),
    [
        (
            "a verb closes",
            "委员由苗青、海棠、方砖担任。",
            "海棠",
            "whole|closed by 担任",
        ),
        (
            "a number closes",
            "推选苗青、海棠、方砖三人。",
            "海棠",
            "whole|closed by number",
        ),
        ("what opens", "委员由苗青、海棠、方砖担任。", "苗青", "first|opened"),
        ("the last of them", "委员由苗青、海棠、方砖担任。", "方砖", "last|closed"),
        ("a label", "二等奖：苗青、海棠、方砖", "苗青", "whole|labelled"),
        ("a bracket", "巧手：苗青、海棠（女）、方砖", "方砖", "whole|personal"),
        ("a part of an item", "花有苗青花、海棠红、方砖", "海棠", "cut"),
    ],
)
def test_list_tells_of_its_items(why, text, name, sign):
    start = text.index(name)
    signs = signs_of_item(find_lists(text), start, start + len(name), "1+1")
    assert f"item {sign}" in signs


@pytest.mark.parametrize(
    ("why", "text", "cuts", "names"),
    [
        ("behind a word", "飞手别克·叶尔兰（", (2,), ["别克·叶尔兰"]),
        ("in a list", "苗青、热娜·阿不都来", (), ["热娜·阿不都"]),
        ("by sound", "读者阿丽米娜说", (), ["阿丽米娜"]),
        ("of two parts", "退伍的央金卓玛说", (), ["央金卓玛"]),
        ("a space ends it", "苏拉·达瓦苗青", (5,), ["苏拉·达瓦"]),
        ("no name", "社区·记事", (), []),
    ],
)
def test_names_of_other_languages_are_cut_out(why, text, cuts, names):
    assert [text[a:b] for a, b in find_sounds(text, cuts)] == names
