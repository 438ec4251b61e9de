"""Articles of the pages read: new ones made, known ones merged three ways."""

from collections import Counter
from collections.abc import Iterable

from articles.models import Article, Fragment, Issue, Picture

from .continued import ReadArticle
from .ledger import fragment_row, remove_articles, write_fragments
from .matching import match_texts
from .pages import ReadPage
from .readings import (
    PICTURE_FIELDS,
    article_values,
    labels_of,
    merge_values,
    set_values,
)
from .report import LoadReport


def load_articles(
    issue: Issue, read: list[ReadArticle], pages: list[ReadPage], report: LoadReport
) -> None:
    """Write articles, pictures and fragments of the pages read."""
    lost = _match_known(read, pages)
    for order, article in _orders(read):
        _write_article(article, issue, order, report)
    fresh = [article.row for article in read if article.is_new]
    Article.objects.bulk_create(fresh)
    report.note_made(*fresh)
    report.count("新建稿件", len(fresh))
    _write_pictures(read, report)
    _write_ledger(pages, read)
    _leave_lost(lost, report)


def _orders(read: list[ReadArticle]):
    """Each article with its place among those that begin on its page."""
    seen: Counter = Counter()
    for article in read:
        page = id(article.pieces[0].page)
        seen[page] += 1
        yield seen[page], article


def _match_known(read: list[ReadArticle], pages: list[ReadPage]) -> list[Article]:
    """Give each article read the row it is; return the rows that nothing matches."""
    before: dict[int, str] = {}
    for page in pages:
        for pk, text in page.texts_before.items():
            before[pk] = before.get(pk, "") + text
    if not before:
        return []
    rows = Article.objects.select_for_update().in_bulk(before)
    matches = match_texts(before, {at: article.text for at, article in enumerate(read)})
    for at, pk in matches.items():
        read[at].row, read[at].is_new = rows.pop(pk), False
    return list(rows.values())


def _write_article(
    article: ReadArticle, issue: Issue, order: int, report: LoadReport
) -> None:
    row, printed = article.row, article.printed
    place = {"issue": issue, "page": article.pieces[0].page.row, "order": order}
    doubts = {"sureness": printed.sureness, "doubts": "\n".join(printed.doubts)}
    derived = place | doubts
    moved = any(
        getattr(row, name, None) != value
        for name, value in derived.items()
        if not article.is_new
    )
    for name, value in derived.items():
        setattr(row, name, value)
    values = article_values(printed, article.found)
    if article.is_new:
        set_values(row, values)
        return
    read_before = dict(row.as_read)
    changed, kept = merge_values(row, values)
    if kept:
        report.count("保留编辑改动")
        report.say(f"保留编辑的改动：《{row}》{labels_of(kept)}")
    if changed:
        report.count("更新稿件")
        report.say(f"更新：《{row}》{labels_of(changed)}")
    if changed or moved or read_before != row.as_read:
        row.version += 1
        row.save()


def _write_pictures(read: list[ReadArticle], report: LoadReport) -> None:
    """Captions to pictures: known ones by caption, then by place; new ones made."""
    old: dict[int, list[Picture]] = {}
    known = [article.row.pk for article in read if not article.is_new]
    for picture in Picture.objects.filter(article__in=known):
        old.setdefault(picture.article_id, []).append(picture)
    fresh = []
    for article in read:
        standing = [row for row in old.get(article.row.pk, []) if row.as_read]
        for order, printed in enumerate(article.printed.pictures, 1):
            values = {name: getattr(printed, name) for name in PICTURE_FIELDS}
            row = _picture_before(values["caption"], standing)
            if row is None:
                row = Picture(article=article.row, order=order)
                set_values(row, values)
                fresh.append(row)
            else:
                standing.remove(row)
                before = dict(row.as_read)
                changed, _ = merge_values(row, values)
                if changed or before != row.as_read:
                    row.save()
            article.pictures.append(row)
        _drop_unread(standing)
    Picture.objects.bulk_create(fresh)
    report.note_made(*fresh)


def _picture_before(caption: str, standing: list[Picture]) -> Picture | None:
    same = (row for row in standing if row.as_read.get("caption") == caption)
    return next(same, standing[0] if standing else None)


def _drop_unread(standing: list[Picture]) -> None:
    """Captions that are not read any more go, unless somebody worked on them."""
    for row in standing:
        untouched = all(getattr(row, n) == row.as_read[n] for n in row.as_read)
        if untouched and not row.image and not row.alt_text:
            row.delete()


def _write_ledger(pages: list[ReadPage], read: Iterable[ReadArticle]) -> None:
    by_place = {
        (id(piece.page), piece.index): (article, piece)
        for article in read
        for piece in article.pieces
    }
    by_page = {}
    for page in pages:
        rows = []
        for part in page.printed.fragments:
            article, piece = by_place.get((id(page), part.article), (None, None))
            row = fragment_row(page.row, part, article.row if article else None)
            if piece and part.picture is not None:
                row.picture = article.picture(piece.first_picture + part.picture)
            if piece and part.paragraph is not None:
                row.paragraph = piece.first_paragraph + part.paragraph
            rows.append(row)
        by_page[page.row] = rows
    write_fragments(by_page)


def _leave_lost(lost: list[Article], report: LoadReport) -> None:
    """Rows whose text is no article any more: untouched drafts go, others are told."""
    gone = [row for row in lost if _is_untouched(row)]
    for row in lost:
        if row in gone:
            report.count("删去稿件")
            report.say(f"新读的版面不再有此稿，草稿未经编辑，删去：《{row}》")
        else:
            report.count("版面不再有的稿件")
            report.say(f"新读的版面不再有此稿，保留待核：《{row}》（编号{row.pk}）")
    remove_articles(gone)


def _is_untouched(row: Article) -> bool:
    if row.status != Article.Status.DRAFT or row.edited_fields():
        return False
    has_fragments = Fragment.objects.filter(article=row).exists()
    return not has_fragments and not row.mentions.filter(by_editor=True).exists()
