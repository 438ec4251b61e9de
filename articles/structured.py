"""An article, an issue and the way to a page as JSON-LD, in words of schema.org.

Everything that stands here also stands on the page: hidden names are masked, nobody
is named who has no page, no date is given that print does not prove.
"""

from collections.abc import Callable, Iterable

from django.urls import reverse

from articles.models import Article, Correction, Issue, Topic
from articles.views.citation import authors

#: Makes a path into the address that readers share.
LOCATE = Callable[[str], str]
Data = dict[str, object]
LANGUAGE = "zh-Hans"


def article_data(article: Article, context: dict[str, object], locate: LOCATE) -> Data:
    """A NewsArticle from what the article's page shows (`article_context`)."""
    address = locate(article.get_absolute_url())
    issue = article.issue
    data: Data = {
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "inLanguage": LANGUAGE,
        "headline": article.masked(article.headline),
        "alternativeHeadline": article.masked(article.subheadline),
        "datePublished": printed_day(issue),
        "dateModified": article.modified_at.isoformat(),
        "printEdition": str(issue.edition),
        "printPage": str(article.page.number) if article.page else "",
        "isPartOf": issue_data(issue, locate),
        "author": [person(name) for name in authors(article.masked(article.byline))],
        "publisher": publisher_data(issue),
        "articleSection": article.column,
        "keywords": [topic.name for topic in context.get("topics", ())],
        "mentions": list(mentioned(context, locate)),
        "correction": [
            correction_data(article, each) for each in context.get("corrections", ())
        ],
        "image": [
            locate(reverse("articles:shared-picture", args=[picture.pk]))
            for picture in context.get("pictures", ())
        ],
    }
    return {name: value for name, value in data.items() if value}


def printed_day(issue: Issue) -> str:
    """The day of the issue, its month or its year, as far as it is proven."""
    earliest, latest = issue.date_earliest, issue.date_latest
    if earliest is None or earliest.year != latest.year:
        return ""
    if earliest == latest:
        return earliest.isoformat()
    return f"{earliest:%Y-%m}" if earliest.month == latest.month else f"{earliest:%Y}"


def issue_data(issue: Issue, locate: LOCATE) -> Data:
    data = {
        "@type": "PublicationIssue",
        "@id": locate(issue.get_absolute_url()),
        "issueNumber": issue.number,
        "datePublished": printed_day(issue),
        "isPartOf": {"@type": "Newspaper", "name": str(issue.edition)},
    }
    return {name: value for name, value in data.items() if value}


def publisher_data(issue: Issue) -> Data:
    name = issue.edition.publisher or str(issue.edition)
    return {"@type": "Organization", "name": name}


def person(name: str, address: str = "") -> Data:
    data = {"@type": "Person", "name": name, "url": address}
    return {name: value for name, value in data.items() if value}


def mentioned(context: dict[str, object], locate: LOCATE) -> Iterable[Data]:
    """People and bodies of the article that have a page, and nobody else."""
    for mention in context.get("mentions", ()):
        row = mention.person
        if row is not None and row.shown and not mention.leader:
            yield person(mention.name_as_printed, locate(row.get_absolute_url()))
    for mention in context.get("bodies", ()):
        body = mention.organization
        if body is not None and body.shown:
            address = locate(body.get_absolute_url())
            yield {"@type": "Organization", "name": body.name, "url": address}


def correction_data(article: Article, correction: Correction) -> Data:
    printed = article.masked(correction.printed_words)
    right = article.masked(correction.corrected_words)
    text = f"见报“{printed}”，应为“{right}”。{article.masked(correction.note)}"
    return {
        "@type": "CorrectionComment",
        "text": text,
        "datePublished": correction.approved_at.isoformat(),
    }


def crumbs_data(steps: Iterable[tuple[str, str]], locate: LOCATE) -> Data:
    """A BreadcrumbList from (name, path) of every step down to the page."""
    items = [
        {"@type": "ListItem", "position": at, "name": name, "item": locate(path)}
        for at, (name, path) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def steps_to_issue(issue: Issue) -> list[tuple[str, str]]:
    list_path = reverse("articles:issue-list")
    return [("往期", list_path), (issue.name, issue.get_absolute_url())]


def steps_to_article(article: Article) -> list[tuple[str, str]]:
    steps, page = steps_to_issue(article.issue), article.page
    if page is not None:
        steps.append((f"第{page.number}版", page.get_absolute_url()))
    headline = article.masked(article.headline) or "（无题）"
    return [*steps, (headline, article.get_absolute_url())]


def steps_to_topic(topic: Topic) -> list[tuple[str, str]]:
    list_path = reverse("articles:topic-list")
    return [("话题", list_path), (topic.name, topic.get_absolute_url())]
