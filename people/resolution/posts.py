"""A role in a body to its record."""

from collections.abc import Iterable

from people.extraction.wordlists import table
from people.models import Organization, Post


def seats_of(role: str) -> int | None:
    """How many hold a role at one time; None where several may, or nobody knows."""
    row = table("roles").get(role)
    return int(row[0]) if row and row[0].isdecimal() else None


def resolve_post(organization: Organization, role: str) -> Post:
    """One post; where there are several, `resolve_posts` asks the database once."""
    return resolve_posts([(organization, role)])[0][organization.pk, role]


def resolve_posts(
    wanted: Iterable[tuple[Organization, str]],
) -> tuple[dict[tuple[int, str], Post], list[Post]]:
    """The post of every body and role, and the rows made for it.

    A body that holds no posts (a platform, a neighbourhood as a whole) gets none.
    """
    pairs = {(body.pk, role): body for body, role in wanted if role}
    pairs = {key: body for key, body in pairs.items() if body.may_have_posts}
    bodies = {body for body, _ in pairs}
    found = {
        (post.organization_id, post.role): post
        for post in Post.objects.filter(organization__in=bodies)
    }
    fresh = [
        Post(organization=body, role=role, seats=seats_of(role))
        for (pk, role), body in pairs.items()
        if (pk, role) not in found
    ]
    Post.objects.bulk_create(fresh)
    found |= {(post.organization_id, post.role): post for post in fresh}
    return {key: found[key] for key in pairs}, fresh
