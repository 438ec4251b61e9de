"""Who and what is public: only through a published article that shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, Model, OuterRef, Q

from articles.masking import unmaskable_bodies, unmaskable_events
from articles.models import (
    Appearance,
    Article,
    Claim,
    EventReport,
    Mention,
    OrganizationMention,
    UnitClaim,
)
from articles.models.linked import Verdict
from people.models import (
    Area,
    Event,
    Membership,
    Organization,
    Person,
    Post,
    UnitMembership,
)

Visibility = Person.Visibility


@dataclass
class Touched:
    """Ids of the records that some articles lead to."""

    people: set[int] = field(default_factory=set)
    posts: set[int] = field(default_factory=set)
    bodies: set[int] = field(default_factory=set)
    events: set[int] = field(default_factory=set)

    def __or__(self, other: "Touched") -> "Touched":
        return Touched(
            self.people | other.people,
            self.posts | other.posts,
            self.bodies | other.bodies,
            self.events | other.events,
        )


def touched_by(articles: Iterable[Article]) -> Touched:
    """What the articles lead to now; taken before and after a change."""
    ids = [article.pk for article in articles]
    claims = Claim.objects.filter(mention__article__in=ids, post__isnull=False)
    posts = set(claims.values_list("post", "post__organization"))
    mentions = OrganizationMention.objects.filter(article__in=ids)
    parts = Appearance.objects.filter(report__article__in=ids, unit__isnull=False)
    bodies = {body for _, body in posts} | _ids(mentions, "organization")
    bodies |= _ids(parts, "unit") | joined_in(ids)
    return Touched(
        people=_ids(Mention.objects.filter(article__in=ids), "person"),
        posts={post for post, _ in posts},
        bodies=bodies,
        events=_ids(EventReport.objects.filter(article__in=ids), "event"),
    )


def joined_in(article_ids: Iterable[int]) -> set[int]:
    """Ids of member units, and of the bodies that they are part of, in articles."""
    claims = UnitClaim.objects.filter(article__in=article_ids)
    pairs = claims.exclude(membership=None)
    pairs = pairs.values_list("membership__unit", "membership__organization")
    return {body for pair in pairs for body in pair}


def derive_shown(touched: Touched | None) -> None:
    """Write every `shown` flag that may have changed; None looks at everything."""
    everything = touched is None
    touched = touched or Touched()
    posts = Q() if everything else Q(pk__in=_with_posts_of(touched))
    bodies = Q() if everything else Q(pk__in=touched.bodies)
    people = Q() if everything else Q(pk__in=touched.people)
    events = Q() if everything else Q(pk__in=touched.events)
    holders = Q() if everything else Q(person__in=touched.people)
    units = Q(organization__in=touched.bodies) | Q(unit__in=touched.bodies)
    _set_shown(Person, people, person_is_shown())
    _set_shown(Post, posts, post_is_shown())
    _set_shown(Organization, bodies, body_is_shown())
    _set_shown(Event, events, event_is_shown())
    _set_shown(Membership, holders, membership_is_shown())
    _set_shown(UnitMembership, Q() if everything else units, unit_is_shown())
    _show_areas()


_PK = OuterRef("pk")


def person_is_shown() -> Q:
    """An official with an accepted post, or a neighbour who agreed; in print."""
    mentions = Mention.objects.shown().filter(person=_PK)
    claims = _accepted_claims().filter(mention__person=_PK)
    official = Q(Exists(claims), visibility=Visibility.OFFICIAL)
    agreed = Q(Exists(mentions), visibility=Visibility.COMMUNITY)
    return Q(merged_into=None) & (official | (agreed & ~Q(consent_note="")))


def post_is_shown() -> Q:
    """Somebody shown was printed with it, and that was accepted."""
    claims = _accepted_claims().filter(post=_PK, mention__person__shown=True)
    return Q(Exists(claims))


def body_is_shown() -> Q:
    """A published article names it, prints one of its posts that was accepted, or
    says so of its part in another body."""
    named = OrganizationMention.objects.shown().filter(organization=_PK)
    held = _accepted_claims().filter(post__organization=_PK)
    joined = UnitClaim.objects.shown().filter(
        verdict=Verdict.ACCEPTED, membership__unit=_PK
    )
    is_printed = Q(Exists(named)) | Q(Exists(held)) | Q(Exists(joined))
    return Q(merged_into=None) & is_printed & ~Q(pk__in=unmaskable_bodies())


def event_is_shown() -> Q:
    """A published article reports it, and its name hides nobody."""
    reports = EventReport.objects.shown().filter(event=_PK)
    return Q(Exists(reports)) & ~Q(pk__in=unmaskable_events())


def membership_is_shown() -> Q:
    claims = _accepted_claims().filter(membership=_PK)
    return Q(Exists(claims), person__shown=True, post__shown=True)


def unit_is_shown() -> Q:
    claims = UnitClaim.objects.shown().filter(membership=_PK)
    return Q(Exists(claims), organization__shown=True, unit__shown=True)


def _accepted_claims():
    claims = Claim.objects.shown().filter(
        verdict=Verdict.ACCEPTED, kind=Claim.Kind.POST
    )
    return claims.exclude(mention__verdict=Verdict.REJECTED)


def _with_posts_of(touched: Touched) -> set[int]:
    """Posts of the articles, and posts that their people hold by other articles."""
    held = Claim.objects.filter(mention__person__in=touched.people, post__isnull=False)
    return touched.posts | _ids(held, "post")


def _set_shown(model: type[Model], scope: Q, is_shown: Q | Exists) -> None:
    rows = model.objects.filter(scope)
    shown = set(rows.filter(is_shown).values_list("pk", flat=True))
    flagged = set(rows.filter(shown=True).values_list("pk", flat=True))
    model.objects.filter(pk__in=shown - flagged).update(shown=True)
    model.objects.filter(pk__in=flagged - shown).update(shown=False)


def _show_areas() -> None:
    """Areas in which a shown body lies, with everything around them."""
    bodies = Organization.objects.published().filter(area__isnull=False)
    layer = set(bodies.values_list("area", flat=True).distinct())
    parents = dict(Area.objects.values_list("pk", "parent"))
    shown: set[int] = set()
    while layer:
        shown |= layer
        layer = {parents[pk] for pk in layer} - {None} - shown
    _set_shown(Area, Q(), Q(pk__in=shown))


def _ids(rows, name: str) -> set[int]:
    return set(rows.values_list(name, flat=True)) - {None}
