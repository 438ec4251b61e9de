"""First lines of paragraphs that stand below headings, or look like headings."""

import pytest

from articles.reading.beginnings import is_first_line
from articles.reading.displays import DISPLAY
from articles.reading.lines import Line
from articles.reading.phrases import Continuity
from articles.reading.structure import Role

NOTHING = Continuity([])
REST = "余粮说，船票只收两元，老人坐船不要钱，"


def line_of(text, role=Role.BODY, measure=28):
    line = Line(0, len(text), 0, len(text), text, width=2 * len(text))
    line.role, line.measure, line.measured = role, measure, measure > 0
    return line


@pytest.mark.parametrize(
    ("why", "text", "measure", "expected"),
    [
        ("a dateline", "本报讯 渡口昨晚", 40, True),
        ("goes back", "会上，七家商铺加入", 40, True),
        ("a day", "5月8日上午，渡口的早班船", 40, True),
        ("a caption on a day", "5月8日，志愿者在渡口发放船票", 40, False),
        ("fills its column", "第三件，要不要给渡口装一盏灯", 28, True),
        ("falls short", "第三件，要不要给渡口装一盏灯", 40, False),
        ("no comma", "渡口要不要为晚归的人装一盏灯", 28, False),
        ("long", "渡口的早班船五点半开，第一班坐满了挑菜担子的老", 0, True),
        ("not so long", "早班船五点半开，坐满了挑菜人", 0, False),
    ],
)
def test_first_lines_are_known_by_how_they_begin_or_break_off(
    why, text, measure, expected
):
    below = line_of(REST, measure=measure)
    assert is_first_line(None, line_of(text, DISPLAY, measure), below, NOTHING) is (
        expected
    ), why


def test_nothing_begins_above_a_headline():
    below = line_of("早班船坐满了人", DISPLAY)
    assert not is_first_line(None, line_of("会上，七家", DISPLAY), below, NOTHING)


def test_a_list_goes_on_below_the_line_that_it_fills():
    above = line_of("名单上有沈砚、白予、陶然之、余")
    assert is_first_line(above, line_of("粮、石榴、汤圆", DISPLAY), None, NOTHING)
    ended = line_of("名单上有沈砚、白予、陶然之。")
    assert not is_first_line(ended, line_of("早班船、晚班船", DISPLAY), None, NOTHING)
