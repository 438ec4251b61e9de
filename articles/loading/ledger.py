"""The ledger of a page: fragments that cover its text exactly once.

Every change of fragments goes through `write_fragments`, which looks at the cover
before it writes and again at what the database then holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from django.db import transaction

from articles.models import Article, Fragment, Page
from articles.reading.structure import Cleanup
from articles.reading.structure import Fragment as ReadFragment


class BrokenCover(AssertionError):
    """Fragments that leave out or repeat some text of a page. A mistake of ours."""


def replace_fragments(page: Page, fragments: Iterable[Fragment]) -> None:
    """Give a page new fragments; they must cover its text."""
    write_fragments({page: list(fragments)})


@transaction.atomic
def write_fragments(by_page: Mapping[Page, list[Fragment]]) -> None:
    """Give pages new fragments, all at once; raise BrokenCover and write nothing."""
    for page, fragments in by_page.items():
        check_cover(len(page.raw_text), ((part.start, part.end) for part in fragments))
    Fragment.objects.filter(page__in=by_page).delete()
    Fragment.objects.bulk_create(part for parts in by_page.values() for part in parts)
    stored = defaultdict(list)
    rows = Fragment.objects.filter(page__in=by_page).order_by("page", "start")
    for page_id, start, end in rows.values_list("page", "start", "end"):
        stored[page_id].append((start, end))
    for page in by_page:
        check_cover(len(page.raw_text), stored[page.pk])


def check_cover(length: int, spans: Iterable[tuple[int, int]]) -> None:
    """Raise BrokenCover unless the spans, in order, cover 0 to `length` once."""
    position = 0
    for start, end in spans:
        if start != position or end <= start:
            raise BrokenCover(f"fragment {start}-{end} stands where {position} is due")
        position = end
    if position != length:
        raise BrokenCover(f"fragments end at {position} of {length}")


def fragment_row(page: Page, read: ReadFragment, article: Article | None) -> Fragment:
    """The unsaved row of a fragment as read."""
    return Fragment(
        page=page,
        start=read.start,
        end=read.end,
        role=read.role.value,
        article=article,
        paragraph=read.paragraph,
        reason=read.reason,
        cleanups=[cleanup_data(cleanup) for cleanup in read.cleanups],
    )


def cleanup_data(cleanup: Cleanup) -> dict:
    """A clean-up as JSON that both databases can store."""
    return asdict(cleanup) | {
        "printed": storable(cleanup.printed),
        "shown": storable(cleanup.shown),
    }


def storable(text: str) -> str:
    """Text with NUL and lone surrogates written as U+XXXX."""
    return "".join(
        f"U+{ord(sign):04X}" if sign == "\0" or "\ud800" <= sign <= "\udfff" else sign
        for sign in text
    )


@transaction.atomic
def remove_articles(articles: Iterable[Article]) -> None:
    """Delete articles; their text stays on the page as unplaced, never as a hole."""
    ids = [article.pk for article in articles]
    Fragment.objects.filter(article__in=ids).update(
        role=Fragment.Role.UNPLACED,
        article=None,
        picture=None,
        paragraph=None,
        reason="所属稿件已删除",
    )
    Article.objects.filter(pk__in=ids).delete()
