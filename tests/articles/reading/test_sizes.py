"""Blank lines that part flows of print: larger type begins below them."""

import pytest

from articles.reading.lines import split_lines
from articles.reading.sizes import growth, mark_sizes
from articles.reading.stacks import read_stack

TEXT = (
    "9月3日晚七点，枫桥里街道的灯没有\n熄，门口排着二十几位居民。\n"
    "街道答应两周之内给回音，代表把意见\n一条一条记在本子上，又念了一遍，\n\n"
    "念到最后一条，屋里的人都笑了。\n下一次恳谈会定在十月的第一个星期。\n"
)


def lines_of(raw):
    lines = split_lines(raw)
    mark_sizes(lines, raw)
    return lines


@pytest.mark.parametrize(
    ("why", "gap", "end", "expected"),
    [
        ("a blank line above larger type", "\n", "\f", 1),
        ("no blank line, so no larger type", "", "\f", -1),
        ("a page of another tool", "\n", "", 0),
        ("no blank line there either", "", "", 0),
    ],
)
def test_growth_of_type(why, gap, end, expected):
    lines = lines_of(f"停航多年的渡船\n{gap}老码头开出早班船\n{TEXT}{end}")
    assert growth(*lines[:2]) == expected, why


def test_blank_lines_between_paragraphs_tell_nothing():
    spaced = TEXT.replace("。\n", "。\n\n")
    lines = lines_of(f"停航多年的渡船\n\n老码头开出早班船\n\n{spaced}\f")
    assert growth(*lines[:2]) == 0


def test_lines_of_other_places_tell_nothing():
    lines = lines_of(f"停航多年的渡船\n老码头开出早班船\n{TEXT}\f")
    lines[2].index = 1
    assert growth(lines[0], lines[2]) == 0


@pytest.mark.parametrize(
    ("gap", "expected"), [("\n", ("kicker", "headline")), ("", ("headline", "sub"))]
)
def test_no_headline_is_smaller_than_its_kicker(gap, expected):
    raw = f"梅枝弄一天装好两部电梯\n{gap}老木匠画了六年的图纸用上了\n{TEXT}\f"
    heads = read_stack(lines_of(raw)[:2], raw)
    found = {
        line.text: role
        for role, rows in (
            ("kicker", heads.kicker),
            ("headline", heads.headline),
            ("sub", heads.subheadline),
        )
        for line in rows
    }
    assert tuple(found.values()) == expected
