"""With which bodies and titles people were printed: what tells namesakes apart."""

from collections.abc import Iterable

from articles.models import Claim
from articles.models.linked import Verdict
from people.extraction.structure import FoundPost
from people.extraction.wordlists import table
from people.resolution import Namesakes

from .bodies_named import Bodies

#: 主任 alone is too common to tell anybody apart; 居委会主任 is not.
SHORTEST_TITLE = 4


def held_by(posts: Iterable[FoundPost], bodies: Bodies) -> dict[str, frozenset]:
    """Bodies and titles of somebody's posts, as `NamedPerson` takes them."""
    owned = [post for post in posts if post.body in bodies]
    return {
        "bodies": frozenset(bodies[post.body].body.pk for post in owned),
        "titles": frozenset(post.body + post.role for post in owned),
        "bare_titles": frozenset(
            post.text
            for post in posts
            if not post.body and tells_apart(post.kind, post.role, post.text)
        ),
    }


def add_sightings(known: Namesakes, edition: int) -> None:
    """Which bodies people were printed with, whatever became of the article, and
    with which titles in this paper."""
    claims = Claim.objects.filter(mention__person__in=known.ids)
    claims = claims.exclude(verdict=Verdict.REJECTED)
    rows = claims.values_list(
        "mention__person",
        "post__organization",
        "post__organization__name",
        "role",
        "post_as_printed",
        "kind",
        "mention__article__issue__edition",
    )
    for person, body, name, role, printed, kind, printed_in in rows.distinct():
        if body is not None:
            known.bodies[person].add(body)
        if printed_in != edition:
            continue
        if body is not None:
            known.titles[person].add(name + role)
        elif tells_apart(kind, role, printed):
            known.bare_titles[person].add(printed)


def tells_apart(kind: str, role: str, title: str) -> bool:
    """Whether a title is held by so few that it tells people of one name apart."""
    is_office = "office" in table("roles").get(role, ())
    return kind == Claim.Kind.POST and is_office and len(title) >= SHORTEST_TITLE
