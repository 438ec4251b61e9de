"""A read file as the plain data that `import_issue --json` writes.

The schema is that of the gold pages, with `unplaced` for text that was set aside:
byline -> bylines, sign-off -> credit, ■ lines -> section_headings, other lines of
the body -> paragraphs. An article continued on a later page of the file is one.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from articles.reading.cleaning import find_cleanups, show
from articles.reading.structure import (
    Fragment,
    Masthead,
    PrintedArticle,
    PrintedPage,
    PrintedPages,
    Role,
)
from articles.topics import find_topics, starter_topics, vocabulary_of
from people.extraction.structure import Found, FoundEvent, FoundPerson

Data = dict[str, Any]
WEEK = timedelta(days=6)
#: A feast by name is known to the calendar, not to the page.
FEASTS = ("节", "除夕", "七夕")
FURNITURE = (Role.MASTHEAD, Role.FOLIO, Role.JUMP, Role.FURNITURE)


def page_json(
    name: str, printed: PrintedPages, found: Sequence[Sequence[Found]] | None = None
) -> Data:
    """One file as one page of the schema; `found` holds a Found for every article."""
    articles: list[Data] = []
    for number, page in enumerate(printed.pages):
        jumped = any(map(prints_jump, printed.pages[: number + 1]))
        before = articles[:] if jumped else []
        for place, article in enumerate(page.articles):
            data = article_json(article, found[number][place] if found else None)
            earlier = continued(before, article)
            if earlier is None:
                articles.append(data)
            else:
                add_continuation(earlier, data)
    return {
        "source": name,
        "masthead": masthead_json(printed.pages),
        "furniture": [text for page in printed.pages for text in furniture(page)],
        "articles": articles,
        "unplaced": [text for page in printed.pages for text in unplaced(page)],
    }


def article_json(article: PrintedArticle, found: Found | None) -> Data:
    """One article in the schema; absent values are None or []."""
    return {
        "headline": article.headline or None,
        "kicker": article.kicker or article.column or None,
        "subheadline": article.subheadline or None,
        "standfirst": article.standfirst or None,
        "bylines": list(article.bylines),
        "credit": article.sign_off or None,
        "section_headings": [row.text for row in article.paragraphs if row.heading],
        "paragraphs": [row.text for row in article.paragraphs if not row.heading],
        "captions": [picture.caption for picture in article.pictures],
        **(found_json(found) if found else EMPTY),
        "topics": topic_names(article),
        "continues": article.continues or None,
        "continued_from": article.continued_from or None,
    }


EMPTY: Data = {"people": [], "organizations": [], "events": []}


def found_json(found: Found) -> Data:
    """What extraction found in an article: people with posts, bodies, events."""
    return {
        "people": [person_json(person) for person in found.people],
        "organizations": [body.name for body in found.organizations],
        "events": [event_json(event) for event in found.events],
    }


def topic_names(article: PrintedArticle) -> list[str]:
    """Topics by the starter vocabulary; quoted terms are for an editor only."""
    headings = (article.kicker, article.headline, article.subheadline)
    captions = [picture.caption for picture in article.pictures]
    body = "\n".join([article.standfirst, article.body, *captions])
    rows = {topic.name: topic.synonyms for topic in starter_topics()}
    found = find_topics(headings, body, vocabulary_of(rows))
    return [topic.name for topic in found if not topic.is_quoted]


def person_json(person: FoundPerson) -> Data:
    """A person with the posts as printed and the bodies in which they are held."""
    bodies = dict.fromkeys(post.body for post in person.posts if post.body)
    return {
        "name": person.name,
        "posts": list(dict.fromkeys(post.text for post in person.posts)),
        "organizations": list(bodies),
    }


def event_json(event: FoundEvent) -> Data:
    """An event; its date is a day, a month or a year, or MM-DD without a year."""
    words = event.date.text if event.date else None
    return {
        "name": event.name,
        "date": event_date(event),
        "date_text": words,
        "place": event.place or None,
    }


def event_date(event: FoundEvent) -> str | None:
    """YYYY-MM-DD, YYYY-MM, YYYY or MM-DD, as much as is certain: 中旬 is known by its
    month, 上周六 by nothing."""
    if not (event.date and event.date.earliest and event.date.latest):
        return event.month_day or None
    if any(feast in event.date.text for feast in FEASTS):
        return None
    first, last = event.date.earliest, event.date.latest
    if first == last:
        return first.isoformat()
    if last - first <= WEEK:
        return None
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first:%Y}" if first.year == last.year else None


def prints_jump(page: PrintedPage) -> bool:
    """Whether a page says that an article goes on elsewhere: 下转, 上接."""
    return any(fragment.role == Role.JUMP for fragment in page.fragments)


def continued(articles: list[Data], article: PrintedArticle) -> Data | None:
    """The article of an earlier page that goes on in this one: the page repeats one of
    the lines above it."""
    for data in articles:
        if article.headline and article.headline in heads_of(data):
            return data
    return None


def heads_of(data: Data) -> list[str | None]:
    """The lines above an article, in order of print."""
    return [data[key] for key in ("kicker", "headline", "subheadline")]


def add_continuation(data: Data, more: Data) -> None:
    """Add what a later page prints of an article; the line that it repeats above is
    the headline, so the lines around that are kicker and subheadline."""
    kicker, headline, subheadline = heads_of(data)
    if more["headline"] == subheadline and not kicker:
        data.update(kicker=headline, headline=subheadline, subheadline=None)
    elif more["headline"] == kicker and not subheadline:
        data.update(kicker=None, headline=kicker, subheadline=headline)
    for key, value in more.items():
        if isinstance(value, list):
            data[key] = data[key] + [entry for entry in value if entry not in data[key]]
        elif not data[key]:
            data[key] = value


def masthead_json(pages: Sequence[PrintedPage]) -> Data | None:
    """What the first page that prints anything says of the paper."""
    merged: Data = {}
    for page in pages:
        if page.masthead is None:
            continue
        for key, value in masthead_values(page.masthead).items():
            merged[key] = merged.get(key) or value
    return merged if any(merged.values()) else None


def masthead_values(masthead: Masthead) -> Data:
    """The masthead in the keys of the schema."""
    return {
        "title": masthead.title or None,
        "edition": masthead.edition or None,
        "publisher": masthead.publisher or None,
        "slogan": masthead.slogan or None,
        "issue_number": masthead.issue_number or None,
        "date": masthead.date.isoformat() if masthead.date else None,
    }


def furniture(page: PrintedPage) -> list[str]:
    """The lines of a page that belong to no article."""
    return stretches(page, FURNITURE)


def unplaced(page: PrintedPage) -> list[str]:
    """Text that was set aside for a person to look at."""
    return stretches(page, (Role.UNPLACED,))


def stretches(page: PrintedPage, roles: Sequence[Role]) -> list[str]:
    """The cleaned text of every fragment with one of these roles."""
    texts = [shown(page, part) for part in page.fragments if part.role in roles]
    return [text for text in texts if text]


def shown(page: PrintedPage, part: Fragment) -> str:
    """The text of one fragment as a person would read it."""
    changes = find_cleanups(page.raw_text, part.start, part.end, keep_spaces=True)
    return show(page.raw_text, part.start, part.end, changes).strip()
