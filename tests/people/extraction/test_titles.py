"""Where a printed title begins and what stands before it."""

import pytest

from people.extraction.lines import read_line
from people.extraction.titles import find_titles


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("新馆长来了", ["馆长"]),
        ("女船长来了", ["船长"]),
        ("现编写组组长来了", ["编写组组长"]),
        ("年轻馆员来了", ["馆员"]),
        ("现代艺术馆馆长来了", ["现代艺术馆馆长"]),
        ("卸任会长致辞", ["会长"]),
        ("分管副校长签字", ["副校长"]),
        ("已故居民区书记题字", ["居民区书记"]),
        ("上一届团工委书记报告", ["团工委书记"]),
        ("上届主席留任", ["主席"]),
        ("总监票人为街道纪工委书记", ["总监票人", "街道纪工委书记"]),
        ("街道老干部科科长", ["街道老干部科科长"]),
        ("大会主席团常务主席", ["大会主席团常务主席"]),
        ("市人大常委会代表工作委员会主任", ["市人大常委会代表工作委员会主任"]),
        ("编剧：贾小风　导演：韩小非", ["编剧", "导演"]),
    ],
)
def test_title_is_printed_without_what_is_said_of_its_holder(text, printed):
    titles = find_titles(0, read_line("body", 0, text))
    assert [title.printed for title in titles] == printed


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("最佳守门员", ["description"]),
        ("优秀班组长", ["description"]),
        ("守门员", ["occupation"]),
    ],
)
def test_honour_is_no_office(text, groups):
    titles = find_titles(0, read_line("body", 0, text))
    assert [title.group for title in titles] == groups
