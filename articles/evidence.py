"""Memberships from what was accepted of what was printed, with their proof.

Accepted claims of published articles, and rulings, go through `people.tenure`; the
outcome is written as `Membership` and one `Evidence` row a bound. Rows are kept
where they are right, so that addresses and numbers do not change.
"""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from articles.models import (
    Article,
    Claim,
    Evidence,
    OrganizationMention,
    Question,
    UnitClaim,
)
from articles.models.linked import Verdict
from people.models import Membership, Organization, Ruling, UnitMembership
from people.tenure import (
    BOUNDS,
    Decision,
    RulingKind,
    Sighting,
    Standing,
    Tenure,
    derive_tenures,
)

SEEN = ("first_seen", "last_seen")
DERIVED = (*BOUNDS, *SEEN, "printed_as_former")


def day_bounds(article: Article) -> tuple[date | None, date | None]:
    """The days between which the article's facts were true: those of what it
    reports, never after the day of printing, else the day of printing itself."""
    issue = article.issue
    earliest, latest = article.happened_earliest, article.happened_latest
    is_ahead = earliest and issue.date_latest and earliest > issue.date_latest
    if is_ahead or not (earliest or latest):
        return issue.date_earliest, issue.date_latest
    known = [day for day in (latest, issue.date_latest) if day]
    return earliest, min(known, default=None)


@transaction.atomic
def derive_memberships(person_ids: Iterable[int] | None = None) -> None:
    """Derive the memberships of these people (None: of everybody) anew."""
    scope = {} if person_ids is None else {"person__in": set(person_ids)}
    claims = {claim.pk: claim for claim in _claims(person_ids)}
    questioned = Question.objects.open().claim_ids()
    tenures = derive_tenures(
        (_sighting(claim, questioned) for claim in claims.values()),
        (_decision(ruling) for ruling in Ruling.objects.bounds().filter(**scope)),
    )
    stored = {
        (row.person_id, row.post_id): row for row in Membership.objects.filter(**scope)
    }
    before = {row.pk: _values(row) for row in stored.values()}
    kept = {}
    for tenure in tenures:
        pair = (tenure.person, tenure.post)
        kept[pair] = _fill(stored.pop(pair, None) or Membership(), tenure)
    Membership.objects.filter(pk__in=[row.pk for row in stored.values()]).delete()
    _save(kept.values(), before)
    _write_evidence(kept, tenures)
    _link_claims(kept, tenures, claims, scope)


def _claims(person_ids: Iterable[int] | None):
    """Accepted posts of resolved people in published articles."""
    claims = Claim.objects.shown().filter(
        kind=Claim.Kind.POST,
        verdict=Verdict.ACCEPTED,
        post__isnull=False,
        mention__person__isnull=False,
        mention__verdict__in=[Verdict.FOUND, Verdict.ACCEPTED],
    )
    if person_ids is not None:
        claims = claims.filter(mention__person__in=set(person_ids))
    return claims.select_related("mention__article__issue").defer(
        "mention__article__body", "mention__article__as_read"
    )


def _sighting(claim: Claim, questioned: set[int]) -> Sighting:
    article, standing = claim.mention.article, standing_of(claim)
    earliest, latest = day_bounds(article)
    if standing is Standing.FORMER:
        # 原 is said by who prints, whenever the meeting was.
        latest = article.issue.date_latest
    return Sighting(
        key=claim.pk,
        person=claim.mention.person_id,
        post=claim.post_id,
        earliest=earliest,
        latest=latest,
        standing=standing,
        questioned=claim.pk in questioned,
    )


def standing_of(claim: Claim) -> Standing:
    """How the print relates the person to the post."""
    if claim.former:
        return Standing.FORMER
    if claim.nominee:
        return Standing.NOMINEE
    if claim.acting or claim.in_charge:
        return Standing.ACTING
    return Standing.HOLDER


def _decision(ruling: Ruling) -> Decision:
    return Decision(
        key=ruling.pk,
        person=ruling.person_id,
        post=ruling.post_id,
        kind=RulingKind(ruling.kind),
        day=ruling.date,
    )


def _fill(row: Membership, tenure: Tenure) -> Membership:
    row.person_id, row.post_id = tenure.person, tenure.post
    for name in (*BOUNDS, *SEEN):
        bound = getattr(tenure, name)
        setattr(row, name, bound.day if bound else None)
    row.printed_as_former = tenure.printed_as_former
    return row


def _values(row: Membership) -> tuple:
    return tuple(getattr(row, name) for name in DERIVED)


def _save(rows: Iterable[Membership], before: dict[int, tuple]) -> None:
    """Write what is new and what differs from before."""
    rows = list(rows)
    Membership.objects.bulk_create([row for row in rows if row.pk is None])
    changed = [row for row in rows if before.get(row.pk, _values(row)) != _values(row)]
    Membership.objects.bulk_update(changed, DERIVED, batch_size=200)


def _write_evidence(kept: dict, tenures: Iterable[Tenure]) -> None:
    Evidence.objects.filter(membership__in=[row.pk for row in kept.values()]).delete()
    Evidence.objects.bulk_create(
        Evidence(
            membership=kept[tenure.person, tenure.post],
            bound=name,
            date=bound.day,
            claim_id=bound.claim,
            ruling_id=bound.ruling,
            reason=bound.reason,
        )
        for tenure in tenures
        for name in (*BOUNDS, *SEEN)
        if (bound := getattr(tenure, name)) is not None
    )


def _link_claims(kept: dict, tenures, claims: dict[int, Claim], scope: dict) -> None:
    """Every claim that speaks for a membership points to it, and no other does."""
    speaks_for = {
        key: kept[tenure.person, tenure.post].pk
        for tenure in tenures
        for key in tenure.claims
    }
    linked = Claim.objects.exclude(membership=None)
    if scope:
        linked = linked.filter(mention__person__in=scope["person__in"])
    linked.exclude(pk__in=speaks_for).update(membership=None)
    changed = []
    for key, membership in speaks_for.items():
        if claims[key].membership_id != membership:
            claims[key].membership_id = membership
            changed.append(claims[key])
    Claim.objects.bulk_update(changed, ["membership"], batch_size=200)


@transaction.atomic
def derive_unit_memberships(article_ids: Iterable[int] | None = None) -> None:
    """Member units from accepted unit claims of published articles; with article
    ids only the bodies that these articles speak of are derived anew."""
    claims = UnitClaim.objects.shown().filter(verdict=Verdict.ACCEPTED)
    claims = claims.select_related("article__issue")
    bodies = _bodies_by_name(article_ids)
    if article_ids is not None:
        touched = UnitClaim.objects.filter(article__in=set(article_ids))
        claims = claims.filter(body_as_named__in=touched.values("body_as_named"))
    found: dict[tuple, list[UnitClaim]] = {}
    for claim in claims:
        body = bodies.get(claim.body_as_named)
        unit = bodies.get(claim.unit_as_named)
        if body and unit and body != unit:
            found.setdefault((body, unit, claim.label), []).append(claim)
    for (body, unit, label), speaking in found.items():
        row, _ = UnitMembership.objects.update_or_create(
            organization_id=body, unit_id=unit, label=label, defaults=_seen(speaking)
        )
        UnitClaim.objects.filter(pk__in=[c.pk for c in speaking]).update(membership=row)
    _drop_unproven_units()


def _bodies_by_name(article_ids: Iterable[int] | None) -> dict[str, int]:
    """Ids of bodies by the names that unit claims give them; merged ones followed.

    What an article's own mention of that name was resolved to comes first.
    """
    claims = UnitClaim.objects.all()
    if article_ids is not None:
        touched = claims.filter(article__in=set(article_ids))
        claims = claims.filter(body_as_named__in=touched.values("body_as_named"))
    pairs = claims.values_list("body_as_named", "unit_as_named")
    names = {name for pair in pairs for name in pair}
    bodies: dict[str, int] = {}
    own = Organization.objects.filter(name__in=names).order_by("-pk")
    for name, pk, merged in own.values_list("name", "pk", "merged_into"):
        bodies[name] = merged or pk
    other = Organization.objects.filter(other_names__name__in=names)
    for name, pk, merged in other.values_list("other_names__name", "pk", "merged_into"):
        bodies.setdefault(name, merged or pk)
    mentions = OrganizationMention.objects.filter(
        full_name__in=names, organization__isnull=False
    ).exclude(verdict=Verdict.REJECTED)
    bodies |= dict(mentions.values_list("full_name", "organization"))
    return bodies


def _seen(claims: list[UnitClaim]) -> dict[str, date | None]:
    bounds = [day_bounds(claim.article) for claim in claims]
    dated = [(earliest, latest) for earliest, latest in bounds if earliest and latest]
    return {
        "first_seen": min((earliest for earliest, _ in dated), default=None),
        "last_seen": max((latest for _, latest in dated), default=None),
    }


def _drop_unproven_units() -> None:
    """Forget member units that no accepted claim of a published article names."""
    proven = UnitClaim.objects.shown().filter(verdict=Verdict.ACCEPTED)
    proven = proven.exclude(membership=None)
    UnitMembership.objects.exclude(pk__in=proven.values("membership")).delete()
