"""The ledger is the truth: a full cover, and every field from its fragments."""

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading import read_page
from articles.reading.cleaning import show
from articles.reading.ledger import field_text
from articles.reading.lexicon import pairs
from articles.reading.structure import PAGE_ROLES, PrintedPage, Role
from tests.articles.reading.damage import damaged_text, sample_text

PIECES = st.sampled_from(
    [
        "日前，",
        "街道党工委书记",
        "□记者 武 钢",
        "\n",
        "\n\n",
        "。",
        "”",
        "“",
        "（发展办）",
        "■",
        "## ",
        "12",
        "Ab ",
        "，",
        "2018 年",
        "扫描二维码",
        "第2版 街坊",
        "一是",
        "（下转第3版）",
        "人人防防演演练练",
        "⻓⽂",
        "\u3000\u3000",
        "图为现场",
        "\r\n",
        "\t",
        "社区晨报",
        "(见图)",
        "\x00",
        "通知\n",
        "枫桥里快讯\n",
        "枫桥里街道开出夜间门诊\n",
        "（来源：枫桥里发布）\n",
        "编辑部供稿\n",
        "柳大同 摄\n",
        "总第46期 2021年9月9日\n",
        "主办：枫桥里街道办事处\n",
        "02/03 版\n",
        "                    ",
        "修伞的老师傅每周三来    一把伞只收五元钱\n",
        "居民们在书屋里挑书\n",
        "# ",
        "——",
        "\f",
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=80).map("".join),
    st.text(max_size=300),
)


def check(page: PrintedPage) -> None:
    """What every page must keep."""
    raw = page.raw_text
    parts = page.fragments
    assert sum(part.end - part.start for part in parts) == len(raw)
    assert not parts or (parts[0].start == 0 and parts[-1].end == len(raw))
    assert all(a.end == b.start and a.start < a.end for a, b in pairwise(parts))
    kinds = pairs("cleanups")
    for part in parts:
        place = part.start
        for change in part.cleanups:
            assert place <= change.start < change.end <= part.end
            assert raw[change.start : change.end] == change.printed
            assert change.kind in kinds
            place = change.end
        assert (part.article is None) == (part.role in PAGE_ROLES)
        assert part.role != Role.UNPLACED or part.reason
    check_fields(page)


def check_fields(page: PrintedPage) -> None:
    """Every field is its fragments after their clean-ups."""
    by_field = defaultdict(list)
    for part in page.fragments:
        if part.article is not None:
            by_field[part.article, part.role, part.paragraph, part.picture].append(part)
    for number, article in enumerate(page.articles):
        for role, text in (
            (Role.KICKER, article.kicker),
            (Role.HEADLINE, article.headline),
            (Role.SUBHEADLINE, article.subheadline),
            (Role.STANDFIRST, article.standfirst),
            (Role.COLUMN, article.column),
            (Role.SOURCE, article.source),
            (Role.BYLINE, article.byline),
            (Role.SIGN_OFF, article.sign_off),
        ):
            found = by_field.pop((number, role, None, None), [])
            assert field_text(page.raw_text, found) == text
        for place, paragraph in enumerate(article.paragraphs):
            role = Role.SECTION_HEADING if paragraph.heading else Role.BODY
            found = by_field.pop((number, role, place, None))
            assert field_text(page.raw_text, found) == paragraph.text
        for place, picture in enumerate(article.pictures):
            found = by_field.pop((number, Role.CAPTION, None, place))
            assert field_text(page.raw_text, found) == picture.caption
    assert not by_field


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_covered_once_and_every_field_is_rebuilt(text):
    check(read_page(text))


@pytest.mark.parametrize("seed", range(40))
def test_damaged_pages_are_covered_once(seed):
    check(read_page(damaged_text(seed)))


@pytest.mark.parametrize("seed", range(10))
def test_reading_is_deterministic(seed):
    assert read_page(sample_text(seed)) == read_page(sample_text(seed))


def test_no_letter_is_lost_between_print_and_fields():
    page = read_page(sample_text(3))
    shown = "".join(
        show(page.raw_text, part.start, part.end, list(part.cleanups))
        for part in page.fragments
    )
    letters = [char for char in page.raw_text if char.isalpha()]
    assert [char for char in shown if char.isalpha()] == letters


def test_nul_and_lone_surrogates_are_replaced_and_recorded():
    page = read_page("居民\0区\ud800。")
    assert page.raw_text == "居民\ufffd区\ufffd。"
    assert [(r.start, r.kind, r.printed) for r in page.repairs] == [
        (2, "replaced", "U+0000"),
        (4, "replaced", "U+D800"),
    ]
