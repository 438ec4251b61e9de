"""Text of an article -> people with posts, bodies, events, dates. Pure and linear.

    find_mentions(ArticleText(...), Context(home="青石路街道")) -> Found
"""

from people.extraction.areas import Home, district_of, find_areas, home_of
from people.extraction.bodies import Resolver, find_bodies
from people.extraction.lines import read_lines
from people.extraction.organizations import find_organizations
from people.extraction.people import PeopleFinder, to_found
from people.extraction.structure import ArticleText, Context, Found

__all__ = ["Home", "find_mentions", "home_of"]


def find_mentions(article: ArticleText, context: Context) -> Found:
    """Everything one article names; stages in the order they run."""
    lines = read_lines(article)
    areas = find_areas(lines, context)
    home = _home(lines, areas, context)
    resolver = Resolver(home, areas, lines)
    bodies = find_bodies(lines, resolver)
    roster = frozenset(known.name for known in context.roster)
    finder = PeopleFinder(lines, resolver, bodies, article.bylines, roster)
    people = tuple(to_found(person, lines) for person in finder.find())
    organizations = find_organizations(lines, bodies, areas, people, resolver)
    return Found(people=people, organizations=organizations)


def _home(lines, areas, context: Context) -> Home:
    if context.home:
        district = context.district or district_of(context.home, areas)
        return Home(context.home, district, context.city)
    text = "\n".join(line.text for line in lines)
    return home_of(text, context=context)
