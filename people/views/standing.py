"""Memberships with where they were last printed, in an order that ranks nobody."""

from collections.abc import Iterable

from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

from articles.models import Claim
from articles.models.undated import UNDATED
from people.models import Membership, Person, Ruling

from .timeline import Axis, axis_of, track_of

#: Behind everybody whom the office gave a number.
LAST = 10**6


def public_memberships():
    """Memberships that visitors see, of people whose name was not hidden."""
    rows = Membership.objects.published().filter(post__shown=True)
    rows = rows.exclude(person__visibility=Person.Visibility.HIDDEN)
    return rows.select_related("person", "post__organization")


def proving_claims():
    """Claims that stand behind a membership: accepted, of published articles."""
    return Claim.objects.shown().filter(verdict="accepted")


def in_standing_order(memberships) -> list[Membership]:
    """Memberships with `newest`: as the office numbered them, else in printed order."""
    memberships = in_printed_order(memberships)
    numbers = roster_numbers(memberships)
    return sorted(
        memberships, key=lambda row: numbers.get((row.person_id, row.post_id), LAST)
    )


def in_printed_order(memberships) -> list[Membership]:
    """Memberships, each with `newest`, the claim last printed: the newest article
    first, and within an article as it prints them. One that says 原任 counts only
    where print says nothing else. Two queries."""
    newest = proving_claims().filter(membership=OuterRef("pk"))
    newest = newest.order_by(
        "former",
        "-mention__sort_date",
        "-mention__article_id",
        "mention__order",
        "order",
    )
    memberships = list(
        memberships.annotate(newest_claim=Subquery(newest.values("pk")[:1]))
    )
    claims = Claim.objects.select_related("mention__article__issue__edition")
    claims = claims.in_bulk({row.newest_claim for row in memberships} - {None})
    for row in memberships:
        row.newest = claims.get(row.newest_claim)
    return sorted(memberships, key=_printed)


def roster_numbers(memberships: Iterable[Membership]) -> dict[tuple[int, int], int]:
    """The office's numbers by person and post, of rosters that have not lapsed."""
    rows = Ruling.objects.current(timezone.localdate())
    rows = rows.filter(post__in={row.post_id for row in memberships})
    rows = rows.exclude(position=None).order_by(F("checked_on").asc())
    return {
        (person, post): position
        for person, post, position in rows.values_list("person", "post", "position")
    }


def _printed(row: Membership) -> tuple:
    if row.newest is None:
        return 1, row.pk
    mention = row.newest.mention
    day = mention.sort_date.toordinal()
    return 0, -day, -mention.article_id, mention.order, row.newest.order


def draw(memberships: list[Membership]) -> Axis | None:
    """Give each membership its `track` on one axis, and say whether some of its
    sightings are undated. One query."""
    claims = proving_claims().filter(membership__in=memberships)
    claims = claims.values_list("membership", "former", "mention__sort_date")
    seen = {(row.pk, former): set() for row in memberships for former in (False, True)}
    for pk, former, day in claims.distinct():
        seen[pk, former].add(day)
    axis = axis_of({day for days in seen.values() for day in days} - {UNDATED})
    for row in memberships:
        held, former = seen[row.pk, False], seen[row.pk, True]
        undated = {UNDATED}
        row.track = track_of(axis, held - undated, former - undated) if axis else None
        row.shown_sightings = sightings_of(row)
        row.has_undated = UNDATED in held | former
    return axis


def sightings_of(row: Membership) -> list[tuple[str, Claim]]:
    """首次见报 and 最近见报, or 见报 where print shows the post once. The row is loaded
    with `evidence_of_bounds` as `sightings`."""
    claims = list(dict.fromkeys(each.claim for each in row.sightings))
    if not claims:
        return [("见报", row.newest)] if row.newest else []
    if len(claims) == 1:
        return [("见报", claims[0])]
    return [("首次见报", claims[0]), ("最近见报", claims[-1])]
