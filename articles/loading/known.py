"""What is known before an article is searched for names: home, dates, roster."""

from collections import defaultdict
from dataclasses import dataclass

from articles.dry_run import Bounds, Roster
from articles.models import Article, Claim, Edition, Issue
from articles.reading.bylines import names_of
from people.extraction import find_mentions
from people.extraction.structure import ArticleText, Context, Found, Known
from people.models import Area, Organization
from people.resolution import Home, NamedArea, resolve_areas

from .editions import home_of_edition


def roster_of(edition: Edition) -> Roster:
    """Names and posts that somebody accepted in this edition, and known bodies."""
    claims = Claim.objects.filter(
        verdict="accepted",
        mention__article__issue__edition=edition,
        mention__person__isnull=False,
    ).exclude(mention__person__visibility__in=("private", "hidden"))
    posts: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    values = ("mention__person__name", "role", "body_as_named")
    for name, role, body in claims.values_list(*values).distinct():
        posts[name].add(f"{body}{role}")
        if body:
            bodies[name].add(body)
    people = tuple(
        Known(name, tuple(sorted(posts[name])), tuple(sorted(bodies[name])))
        for name in sorted(posts)
    )
    known = Organization.objects.unmerged().filter(
        mentions__verdict="accepted", mentions__article__issue__edition=edition
    )
    return Roster(people, tuple(sorted(known.values_list("name", "kind").distinct())))


def dates_of(issue: Issue) -> Bounds:
    """The first and last day on which an issue may have been printed."""
    return issue.date_earliest, issue.date_latest


@dataclass(frozen=True)
class ArticleReader:
    """Finds what an article as stored names."""

    context: Context

    def find(self, article: Article) -> Found:
        return find_mentions(text_of(article), self.context)


def context_of(article: Article) -> ArticleReader:
    """What is known about a stored article's issue."""
    edition = article.issue.edition
    home, roster = home_of_edition(edition), roster_of(edition)
    return ArticleReader(
        Context(
            home=home.street,
            district=home.district,
            city=home.city,
            printed=dates_of(article.issue),
            roster=roster.people,
            bodies=roster.bodies,
        )
    )


def text_of(article: Article) -> ArticleText:
    """A stored article as extraction reads it."""
    lines = article.paragraphs
    headings = (number for number, line in enumerate(lines) if line.startswith("■"))
    return ArticleText(
        headline=article.headline,
        kicker=article.kicker,
        subheadline=article.subheadline,
        standfirst=article.standfirst,
        paragraphs=tuple(line.removeprefix("■") for line in lines),
        section_headings=frozenset(headings),
        captions=tuple(article.pictures.values_list("caption", flat=True)),
        bylines=names_of(article.byline),
        sign_off=article.sign_off,
    )


def home_areas(article: Article, street: str = "") -> Home:
    """The rows of the street and district that the article is about: the paper's
    own, or another `street` that its page names."""
    home = article.issue.edition.home
    chain = home.chain() if home else []
    if street and home and home.name != street:
        named = NamedArea(Area.Kind.STREET, street)
        rows, _ = resolve_areas([named], Home())
        chain = rows[named].chain()
    kinds = {area.kind: area for area in chain}
    return Home(kinds.get(Area.Kind.STREET), kinds.get(Area.Kind.DISTRICT))
