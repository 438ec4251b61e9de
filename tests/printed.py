"""Printed pages made by hand, so that loading is tested apart from reading."""

from dataclasses import replace

from articles.dry_run import ReadFile
from articles.reading.structure import (
    Folio,
    Fragment,
    Masthead,
    Paragraph,
    PrintedArticle,
    PrintedPage,
    PrintedPages,
    PrintedPicture,
    Role,
)


def printed_article(headline="路灯亮了", *lines, captions=(), **fields):
    """An article; a line that begins with ■ is a 小标题."""
    paragraphs = tuple(
        Paragraph(line.removeprefix("■"), line.startswith("■")) for line in lines
    )
    pictures = tuple(PrintedPicture(caption) for caption in captions)
    return PrintedArticle(
        headline=headline, paragraphs=paragraphs, pictures=pictures, **fields
    )


def printed_page(*articles, unplaced="", place="", number="", day=None, folio=None):
    """A page that prints these articles one after the other, every character placed."""
    raw, fragments = "", []
    for role, article, picture, paragraph, text in _parts(articles, unplaced):
        start, raw = len(raw), f"{raw}{text}\n"
        fragments.append(Fragment(start, len(raw), role, article, picture, paragraph))
    has_masthead = place or number or day
    masthead = Masthead("社区晨报", place, issue_number=number, date=day)
    return PrintedPage(
        raw_text=raw,
        masthead=masthead if has_masthead else None,
        folio=Folio(folio, f"第{folio}版") if folio else None,
        articles=articles,
        fragments=tuple(fragments),
    )


def read_file(*pages, name="1.txt", data=None):
    """A file of these pages; other text means other bytes unless `data` is given."""
    pages = tuple(replace(page, part=part) for part, page in enumerate(pages))
    raw = "\f".join(page.raw_text for page in pages)
    return ReadFile(name, data or raw.encode(), PrintedPages("utf-8", pages))


def _parts(articles, unplaced):
    for at, article in enumerate(articles):
        yield Role.HEADLINE, at, None, None, article.headline
        for number, line in enumerate(article.paragraphs):
            role = Role.SECTION_HEADING if line.heading else Role.BODY
            yield role, at, None, number, line.text
        for number, picture in enumerate(article.pictures):
            yield Role.CAPTION, at, number, None, picture.caption
    if unplaced:
        yield Role.UNPLACED, None, None, None, unplaced
