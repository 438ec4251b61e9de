"""Blocks of a page in the order of its layout are gathered to articles."""

import pytest

from articles.reading import read_page
from articles.reading.affinity import Affinity
from articles.reading.drafts import Stack
from articles.reading.flows import Passage
from articles.reading.gathering import cluster
from articles.reading.heading import SCATTERED, head_articles, part_stack
from articles.reading.lines import Line
from articles.reading.strips import Strip
from articles.reading.structure import Role
from tests.articles.reading.samples import ARTICLES
from tests.articles.reading.typeset import heads, wrap

ROWS = 7  # lines of a column
FERRY = "老码头的渡船从五点半开出第一班，船工说，渡船一天六班。"
CANTEEN = "长者食堂添了十样早点，豆浆三块钱一碗，食堂六点开门。"


def layout_page(sets: list[tuple[int, int]], order: list[tuple[int, int]]) -> str:
    """Columns of articles, each of a width of its own, as tools print them that follow
    the layout: a blank line behind each."""
    blocks = []
    for number, place in order:
        article, width = ARTICLES[sets[number][0]], sets[number][1]
        lines = [line for text in article["paragraphs"] for line in wrap(text, width)]
        if not place:
            blocks.append(heads(article))
        blocks.append(lines[place * ROWS : (place + 1) * ROWS])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n\n\f"


@pytest.mark.parametrize(
    ("sets", "order"),
    [
        (
            [(3, 16), (1, 14), (5, 13)],
            "0.0 2.0 2.1 0.1 1.0 1.1 1.2 1.3",
        ),
        (
            [(3, 16), (1, 18), (5, 14)],
            "2.0 1.0 2.1 0.0 0.1 1.1 1.2",
        ),
        (
            [(2, 13), (3, 16), (5, 14)],
            "0.0 2.0 1.0 0.1 1.1 2.1",
        ),
    ],
)
def test_columns_between_foreign_ones_go_to_their_articles(sets, order):
    places = [tuple(map(int, place.split("."))) for place in order.split()]
    page = read_page(layout_page(sets, places))
    found = {
        article.headline: [row.text for row in article.paragraphs]
        for article in page.articles
    }
    assert found == {
        ARTICLES[number]["headline"]: ARTICLES[number]["paragraphs"]
        for number, _ in sets
    }


def test_editor_is_told_of_an_article_in_pieces():
    places = [(0, 0), (2, 0), (1, 0), (0, 1), (1, 1), (2, 1)]
    page = read_page(layout_page([(2, 13), (3, 16), (5, 14)], places))
    doubts = {article.headline: article.doubts for article in page.articles}
    assert SCATTERED in doubts["重阳节敬老活动报名通知"]
    assert SCATTERED not in doubts["三条弄堂试用分时停车"]


def test_groups_for_which_most_speaks_are_put_together_first():
    odds = {
        (0, 1): 2.0,
        (0, 2): 3.0,
        (1, 2): -4.0,
        (0, 3): 0.5,
        (2, 3): 1.0,
        (1, 3): 1.0,
    }
    assert sorted(map(sorted, cluster(4, odds))) == [[0, 2, 3], [1]]


def test_nothing_speaks_for_any_two():
    assert cluster(3, {(0, 1): -1.0, (0, 2): 0.0, (1, 2): -2.0}) == [[0], [1], [2]]


def body_of(text: str, place: int) -> list[Passage]:
    """One paragraph in a line of its own."""
    line = Line(0, 0, 0, 0, text, width=2 * len(text), index=place, role=Role.BODY)
    return [Passage([Strip([line], place, text=text)], text=text, order=place)]


def shown(text: str, place: int, gap: int = 1) -> Line:
    """A line that may be a headline."""
    return Line(0, 0, 0, 0, text, width=2 * len(text), index=place, gap=gap)


def test_headline_goes_to_the_body_that_it_fits():
    flows = [body_of(FERRY, 2), body_of(CANTEEN, 3)]
    stacks = [
        Stack([shown("长者食堂添早点", 0)]),
        Stack([shown("老码头渡船开出早班", 1)], above=flows[0][0]),
    ]
    drafts, rest = head_articles(flows, stacks)
    heads = [[line.text for line in draft.heads] for draft in drafts]
    assert heads == [["老码头渡船开出早班"], ["长者食堂添早点"]]
    assert rest == []


def test_stack_is_parted_where_its_lines_speak_of_two_articles():
    lines = [shown("长者食堂添早点", 0), shown("老码头渡船开出早班", 1)]
    parts = part_stack(Stack(lines), Affinity([FERRY, CANTEEN]))
    assert [part.text for part in parts] == [line.text for line in lines]


def test_lines_of_one_headline_stay_together():
    lines = [shown("下班也能乘船", 0), shown("老码头渡船开出早班", 1)]
    judge = Affinity([FERRY, CANTEEN])
    assert len(part_stack(Stack(lines), judge)) == 1
    close = [shown("长者食堂添早点", 0), shown("老码头渡船开出早班", 1, gap=0)]
    assert len(part_stack(Stack(close), judge)) == 1
