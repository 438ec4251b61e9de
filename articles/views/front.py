"""An issue as a newspaper would set it: the lead, then the rest page by page."""

from dataclasses import dataclass

from articles.models import Article, Page


@dataclass(frozen=True)
class FrontPage:
    """`lead` is the first article of page one, `beside` the others of that page,
    `sections` the later pages as (page, articles)."""

    lead: Article
    beside: list[Article]
    sections: list[tuple[Page | None, list[Article]]]
    pages: list[Page]
    count: int


def front_page(issue) -> FrontPage:
    """The published articles of an issue in printed order; the issue has some."""
    articles = list(
        issue.articles.published().for_list().with_pictures().in_printed_order()
    )
    by_page: dict[Page | None, list[Article]] = {}
    for article in articles:
        article.issue = issue
        by_page.setdefault(article.page, []).append(article)
    (_, (lead, *beside)), *sections = by_page.items()
    pages = [page for page in by_page if page is not None]
    return FrontPage(lead, beside, sections, pages, len(articles))


def neighbours(issue) -> dict[str, object]:
    """上一期 and 下一期 of the same edition, for the foot of every page of an issue."""
    issues = type(issue).objects.published().filter(edition=issue.edition_id)
    return {
        "older": issues.before(issue).newest_first().first(),
        "newer": issues.after(issue).newest_first().last(),
    }
