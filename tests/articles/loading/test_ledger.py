import pytest

from articles.loading import BrokenCover, remove_articles, replace_fragments
from articles.loading.ledger import storable
from articles.models import Fragment
from tests.builders import make_article, make_page

pytestmark = pytest.mark.django_db


def rows(page, *spans, role="body", **values):
    return [
        Fragment(page=page, start=start, end=end, role=role, **values)
        for start, end in spans
    ]


@pytest.mark.parametrize(
    ("why", "spans"),
    [
        ("a hole", [(0, 3), (4, 10)]),
        ("twice", [(0, 5), (4, 10)]),
        ("short", [(0, 9)]),
        ("long", [(0, 11)]),
        ("late", [(1, 10)]),
        ("none", []),
        ("out of order", [(5, 10), (0, 5)]),
    ],
)
def test_broken_cover_is_refused_and_the_old_one_stays(why, spans):
    page = make_page(raw_text="一二三四五六七八九十")
    replace_fragments(page, rows(page, (0, 10)))
    with pytest.raises(BrokenCover):
        replace_fragments(page, rows(page, *spans))
    assert [(part.start, part.end) for part in page.fragments.all()] == [(0, 10)], why


def test_cover_is_replaced_whole():
    page = make_page(raw_text="一二三四五六七八九十")
    replace_fragments(page, rows(page, (0, 10)))
    replace_fragments(page, rows(page, (0, 4), (4, 10)))
    assert "".join(part.text for part in page.fragments.all()) == page.raw_text


def test_page_without_text_has_no_fragments():
    replace_fragments(make_page(raw_text=""), [])


def test_removed_article_leaves_unplaced_text():
    page = make_page(raw_text="一二三四五六七八九十")
    article = make_article(page=page, published=False)
    replace_fragments(page, rows(page, (0, 10), article=article))
    remove_articles([article])
    (part,) = page.fragments.unplaced()
    assert part.text == page.raw_text
    assert part.reason


def test_article_deleted_elsewhere_leaves_unplaced_text_too():
    page = make_page(raw_text="一二三四五六七八九十")
    article = make_article(page=page, published=False)
    replace_fragments(page, rows(page, (0, 10), article=article))
    article.delete()
    assert page.fragments.unplaced().count() == 1


def test_what_no_database_stores_is_written_out():
    assert storable("a\0b\ud800c") == "aU+0000bU+D800c"
