"""What `import_issue --dry-run` prints: a file as a person would want to check it.

1.txt（utf-8，1 版）
  第 1 版 要闻 · 2 篇 · 把握 0.93
    报头：社区晨报·柏木湾 第71期 2025-03-06
    1 某某街道召开协商会（4 段，12 图）……
"""

from collections.abc import Iterator, Sequence

from articles.page_json import furniture, shown
from articles.reading.structure import (
    Masthead,
    PrintedArticle,
    PrintedPage,
    PrintedPages,
    Role,
)
from people.extraction.structure import Found

FIRST_WORDS = 24


def page_report(
    name: str, printed: PrintedPages, found: Sequence[Sequence[Found]] | None = None
) -> str:
    """The articles of a file with what was left over and why."""
    lines = [f"{name}（{printed.encoding}，{len(printed.pages)} 版）"]
    lines += [f"  {doubt}" for doubt in printed.doubts]
    for number, page in enumerate(printed.pages):
        lines += page_lines(page, found[number] if found else None)
    return "\n".join(lines)


def page_lines(page: PrintedPage, found: Sequence[Found] | None) -> Iterator[str]:
    """One page: its head, its articles, its leftovers."""
    yield f"  {page_title(page)} · {len(page.articles)} 篇 · 把握 {page.sureness:.2f}"
    if page.masthead:
        yield f"    报头：{masthead_line(page.masthead)}"
    for doubt in page.doubts:
        yield f"    ？{doubt}"
    for number, article in enumerate(page.articles):
        yield from article_lines(number + 1, article, found[number] if found else None)
    for part in page.fragments:
        if part.role == Role.UNPLACED:
            text = shorten(shown(page, part))
            yield f"    未归稿：{text}（{part.reason or '原因不明'}）"
    if aside := [shorten(text) for text in furniture(page)]:
        yield f"    非正文：{' / '.join(aside)}"


def page_title(page: PrintedPage) -> str:
    """第3版 街坊, or only its place in the file."""
    if page.folio and page.folio.number:
        return f"第{page.folio.number}版 {page.folio.name}".strip()
    return f"第 {page.part + 1} 部分"


def masthead_line(masthead: Masthead) -> str:
    """社区晨报·柏木湾 第71期 2025-03-06, as much of it as is printed."""
    name = "·".join(filter(None, (masthead.title, masthead.edition)))
    number = masthead.issue_number and f"第{masthead.issue_number}期"
    day = masthead.date.isoformat() if masthead.date else ""
    return " ".join(filter(None, (name, number, day, masthead.publisher)))


def article_lines(
    number: int, article: PrintedArticle, found: Found | None
) -> Iterator[str]:
    """One article: headlines, names, first words, counts, captions, doubts."""
    yield f"    {number} {article.headline or '（没有标题）'}"
    for label, text in (
        ("栏目", article.column),
        ("引题", article.kicker),
        ("副题", article.subheadline),
        ("提要", shorten(article.standfirst)),
        ("署名", article.byline),
        ("文末", article.sign_off),
        ("来源", article.source),
        ("转版", " ".join(filter(None, (article.continued_from, article.continues)))),
    ):
        if text:
            yield f"      {label}：{text}"
    body = [row.text for row in article.paragraphs if not row.heading]
    headings = [row.text for row in article.paragraphs if row.heading]
    if body:
        characters = sum(map(len, body))
        yield f"      正文：{shorten(body[0])}（{len(body)} 段，{characters} 字）"
    if headings:
        yield f"      小标题：{' / '.join(headings)}"
    for picture in article.pictures:
        yield f"      图：{picture.caption}"
    if found and found.people:
        yield f"      人物：{'、'.join(person.name for person in found.people)}"
    if article.sureness < 1 or article.doubts:
        yield f"      把握 {article.sureness:.2f} {' '.join(article.doubts)}".rstrip()


def shorten(text: str) -> str:
    """The first words of a text."""
    return text if len(text) <= FIRST_WORDS else text[:FIRST_WORDS] + "……"
