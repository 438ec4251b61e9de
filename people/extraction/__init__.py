"""Text of an article -> people with posts, bodies, events, dates. Pure and linear.

find_mentions(ArticleText(...), Context(home="青石路街道")) -> Found
"""

from people.extraction.areas import Area, Home, district_of, find_areas, home_of
from people.extraction.bodies import find_bodies
from people.extraction.dates import find_dates
from people.extraction.events import find_events, happened
from people.extraction.lines import Line, read_line, read_lines
from people.extraction.organizations import find_organizations
from people.extraction.participants import find_participants
from people.extraction.people import find_people
from people.extraction.posts import read_posts
from people.extraction.resolver import Resolver
from people.extraction.signed import find_signed
from people.extraction.structure import ArticleText, Context, Found, FoundPost
from people.extraction.units import find_memberships

__all__ = ["Home", "find_mentions", "home_of", "split_posts"]


def find_mentions(article: ArticleText, context: Context) -> Found:
    """Everything one article names; stages in the order they run."""
    lines = read_lines(article)
    areas = find_areas(lines, context)
    home = _home(lines, areas, context)
    resolver = Resolver(home, areas, lines)
    bodies = find_bodies(lines, resolver)
    roster = frozenset(known.name for known in context.roster)
    people = find_people(lines, resolver, bodies, article.bylines, roster)
    organizations = find_organizations(lines, bodies, areas, people, resolver)
    dates = find_dates(lines, context.printed)
    events = find_events(lines, dates, bodies, resolver, context.printed)
    events = find_participants(lines, events, people, organizations)
    named = {body.name for body in organizations}
    signed = find_signed(article.sign_off, context, home)
    return Found(
        people=people,
        organizations=organizations
        + tuple(body for body in signed if body.name not in named),
        events=events,
        memberships=find_memberships(lines, bodies),
        dates=tuple(span.found(lines) for span in dates),
        happened=happened(lines, dates, events),
    )


def split_posts(text: str, context: Context) -> tuple[FoundPost, ...]:
    """The posts of one person as an editor types them, 、 between: 街道党工委副书记、
    办事处主任 -> two posts, each with its body. A part with no known title is kept
    as it stands."""
    line = read_line("posts", 0, text)
    areas = find_areas((line,), context)
    resolver = Resolver(_home((line,), areas, context), areas, (line,))
    find_bodies((line,), resolver)
    return tuple(read_posts(line, resolver))


def _home(lines: tuple[Line, ...], areas: tuple[Area, ...], context: Context) -> Home:
    if context.home:
        district = context.district or district_of(context.home, areas)
        return Home(context.home, district, context.city)
    text = "\n".join(line.text for line in lines)
    return home_of(text, context=context)
