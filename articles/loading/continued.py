"""Articles that go on on a later page (下转、上接) as one article.

第1版 水塔之下 ……（下转第3版）  +  第3版 水塔之下（上接第1版）……  ->  one article
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from articles.dry_run import read_bytes
from articles.models import Article, Fragment, Page, Picture
from articles.reading.structure import Paragraph, PrintedArticle, PrintedPage, Role
from people.extraction.structure import Found

from .pages import ReadPage

SENTENCE_ENDS = "。！？…”’）：；"


@dataclass(frozen=True)
class Piece:
    """What one page prints of an article; paragraphs and pictures count on."""

    page: ReadPage
    index: int
    first_paragraph: int = 0
    first_picture: int = 0

    @property
    def text(self) -> str:
        """The characters of its fragments, as printed."""
        raw = self.page.printed.raw_text
        parts = self.page.printed.fragments
        return "".join(
            raw[part.start : part.end] for part in parts if part.article == self.index
        )


@dataclass
class ReadArticle:
    """An article as read, with the row it became."""

    pieces: list[Piece]
    printed: PrintedArticle
    found: Found = field(default_factory=Found)
    row: Article = field(default_factory=Article)
    is_new: bool = True
    pictures: list[Picture] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def picture(self, number: int) -> Picture | None:
        """The row of a caption; None where reading dropped it as a repetition."""
        return self.pictures[number] if number < len(self.pictures) else None


def read_articles(pages: Iterable[ReadPage]) -> list[ReadArticle]:
    """The articles of pages in their order, continued ones put together."""
    articles: list[ReadArticle] = []
    for page in sorted(pages, key=lambda page: page.row.number):
        jumps = has_jump(page.printed)
        earlier = [article for article in articles if article.pieces[0].page != page]
        for index, printed in enumerate(page.printed.articles):
            head = _head_of(printed, earlier, jumps)
            if head is None:
                articles.append(ReadArticle([Piece(page, index)], printed))
            else:
                _add_piece(head, page, index, printed)
    return articles


def pages_read_along(pages: list[ReadPage]) -> list[ReadPage]:
    """Standing pages that share an article with the pages read, from their sources."""
    standing = [page.row.pk for page in pages if not page.is_new]
    spanning = Fragment.objects.filter(page__in=standing).values("article")
    beside = Page.objects.filter(issue=pages[0].row.issue, source__isnull=False)
    beside = beside.exclude(pk__in=standing).exclude(number__in=_numbers(pages))
    titles = {a.headline for page in pages for a in page.printed.articles} - {""}
    sharing = beside.filter(fragments__article__in=spanning)
    if any(has_jump(page.printed) for page in pages):
        sharing |= beside.filter(articles__headline__in=titles)
    along = []
    for row in sharing.distinct().select_related("source"):
        file = read_bytes(row.source.name, bytes(row.source.data))
        along.append(ReadPage(row, file.printed.pages[row.part], file, is_new=False))
    return along


def has_jump(page: PrintedPage) -> bool:
    return bool(page.texts(Role.JUMP))


def _numbers(pages: list[ReadPage]) -> list[int]:
    return [page.row.number for page in pages]


def _head_of(
    printed: PrintedArticle, earlier: list[ReadArticle], jumps: bool
) -> ReadArticle | None:
    """The article of an earlier page with this headline that a jump leads from."""
    if not printed.headline:
        return None
    for article in earlier:
        leads_on = jumps or article.printed.continues or printed.continued_from
        if leads_on and article.printed.headline == printed.headline:
            return article
    return None


def _add_piece(
    head: ReadArticle, page: ReadPage, index: int, more: PrintedArticle
) -> None:
    before = head.printed
    paragraphs, offset = _joined(before.paragraphs, more.paragraphs)
    piece = Piece(page, index, offset, len(before.pictures))
    head.pieces.append(piece)
    head.printed = replace(
        before,
        paragraphs=paragraphs,
        pictures=before.pictures + more.pictures,
        byline=before.byline or more.byline,
        bylines=before.bylines or more.bylines,
        sign_off=before.sign_off or more.sign_off,
        source=before.source or more.source,
        sureness=min(before.sureness, more.sureness),
        doubts=before.doubts + more.doubts,
    )


def _joined(
    before: tuple[Paragraph, ...], more: tuple[Paragraph, ...]
) -> tuple[tuple[Paragraph, ...], int]:
    """Both bodies as one, and where the paragraphs of the second begin to count.

    A sentence that the page break cuts is put together again.
    """
    if not before or not more:
        return before + more, len(before)
    last, first = before[-1], more[0]
    is_cut = last.text and last.text[-1] not in SENTENCE_ENDS
    if is_cut and not last.heading and not first.heading:
        whole = Paragraph(last.text + first.text)
        return (*before[:-1], whole, *more[1:]), len(before) - 1
    return before + more, len(before)
