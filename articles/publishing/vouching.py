"""Accepting what no check questions, for `--publish`."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.accepting import accept_claims
from articles.models import Article, Claim, Question, UnitClaim
from articles.models.linked import Verdict
from articles.questions import find_questions


@dataclass(frozen=True)
class Voucher:
    """Who answers for what is accepted: an account, or who runs the command."""

    user: object | None = None
    run_by: str = ""

    @property
    def reason(self) -> str:
        who = f"（命令行用户 {self.run_by}）" if self.run_by else ""
        return f"随录入发布担保{who}"


def accept_unquestioned(
    articles: Iterable[Article], voucher: Voucher
) -> tuple[int, int]:
    """Accept open claims that no standing question is about.

    Returns how many were accepted and how many are left to be judged.
    """
    ids = [article.pk for article in articles]
    find_questions(ids)
    asked, people = _questioned()
    found = Claim.objects.open().filter(mention__article__in=ids, mention__leader=False)
    found = list(found.exclude(mention__verdict="rejected").select_related("mention"))
    free = [
        claim.pk
        for claim in found
        if claim.pk not in asked and claim.mention.person_id not in people
    ]
    claims = Claim.objects.filter(pk__in=free)
    accept_claims(claims, voucher.user, reason=voucher.reason)
    units = UnitClaim.objects.open().filter(article__in=ids)
    units.update(verdict=Verdict.ACCEPTED)
    return len(free), len(found) - len(free)


def _questioned() -> tuple[set[int], set[int]]:
    """Claims that an open question is about, and newer people who may be older ones."""
    standing = Question.objects.open()
    namesakes = standing.filter(kind=Question.Kind.HOMONYM)
    people = {
        max(about["people"])
        for about in namesakes.values_list("about", flat=True)
        if about.get("people")
    }
    return set(standing.claim_ids()), people
