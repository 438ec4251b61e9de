"""Accepting printed posts in numbers: vouched for, or the same as last time."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from articles.models import Claim, Mention, Question
from articles.models.linked import Verdict

from .journal import journal


def accept_claims(claims: Iterable[Claim], user, reason: str = "") -> int:
    """Accept these posts and the names they are printed with; journalled.

    Derives nothing: whoever calls it refreshes. Returns how many were accepted.
    """
    ids = sorted(claim.pk for claim in claims)
    accepted = Claim.objects.open().filter(pk__in=ids).update(verdict=Verdict.ACCEPTED)
    named = Claim.objects.filter(pk__in=ids).values("mention")
    Mention.objects.open().filter(pk__in=named).update(verdict=Verdict.ACCEPTED)
    if accepted:
        journal(user, "确认见报职务", f"{accepted}项", claims=ids, reason=reason)
    return accepted


def unchanged_claims(article_ids: Iterable[int]):
    """Claims still to be judged that print the same as an accepted one elsewhere."""
    same = Claim.objects.filter(
        verdict=Verdict.ACCEPTED,
        mention__person=OuterRef("mention__person"),
        post=OuterRef("post"),
        former=OuterRef("former"),
        acting=OuterRef("acting"),
        in_charge=OuterRef("in_charge"),
        nominee=OuterRef("nominee"),
    ).exclude(mention__article=OuterRef("mention__article"))
    claims = Claim.objects.open().filter(
        mention__article__in=set(article_ids), post__isnull=False
    )
    questioned = Question.objects.open().claim_ids()
    return claims.filter(Exists(same)).exclude(pk__in=questioned)
