import pytest

from people.resolution import sort_name


@pytest.mark.parametrize(
    ("why", "name", "expected"),
    [
        ("usual", "王燕华", "wang yanhua"),
        ("surname read otherwise", "单国荣", "shan guorong"),
        ("surname read otherwise", "曾明", "zeng ming"),
        ("surname read otherwise", "仇英", "qiu ying"),
        ("surname read otherwise", "解放", "xie fang"),
        ("surname read otherwise", "查良", "zha liang"),
        ("surname read otherwise", "区大任", "ou daren"),
        ("compound", "尉迟恭", "yuchi gong"),
        ("compound", "欧阳修", "ouyang xiu"),
        ("compound needs a given name", "欧阳", "ou yang"),
        ("only the surname is read so", "王单", "wang dan"),
        ("umlaut", "吕布", "lv bu"),
        ("middle dot", "古丽娜·买买提", "gulinamaimaiti"),
        ("empty", "", ""),
        ("marks", "……", ""),
    ],
)
def test_name_in_latin_letters(why, name, expected):
    assert sort_name(name) == expected, why
