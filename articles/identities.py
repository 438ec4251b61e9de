"""Verdicts that two people, or two bodies, are one or are not."""

from people.models import Identity, Person

from .journal import journal


def judge_different(first, second, user, reason: str = "") -> Identity:
    """Two records are not one; asked no more."""
    different = Identity.Verdict.DIFFERENT
    identity, _ = judge_identity(first, second, different, user, reason)
    journal(user, "判定不是同一个", f"{first}、{second}", identity=identity.pk)
    return identity


def judge_identity(first, second, verdict, user, reason: str):
    """The row of a pair with the new verdict, and its verdict before ("": none)."""
    row = Identity.objects.filter(**pair_of(first, second)).first()
    before = row.verdict if row else ""
    row = row or Identity(**pair_of(first, second))
    row.verdict, row.judged_by, row.reason = verdict, user, reason
    row.save()
    return row, before


def pair_of(first, second) -> dict:
    """The fields of the row that judges two people or two bodies, in its order."""
    low, high = sorted((first, second), key=lambda record: record.pk)
    what = "person" if isinstance(first, Person) else "body"
    return {f"first_{what}": low, f"second_{what}": high}
