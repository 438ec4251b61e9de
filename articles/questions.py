"""待核事项: what print contradicts or leaves open, asked once and kept.

A question is known by its key, which names issue, people, bodies and posts as
printed: re-reading finds the same question with its verdict. A claim under an
open question proves nothing until somebody judged it.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from articles.models import Article, Claim, Question
from articles.models.linked import Verdict
from people.tenure import Standing

from .contradictions import Case, PrintedPost, find_contradictions
from .evidence import day_bounds, standing_of
from .near_names import NearCase, near_bodies, near_posts

Kind = Question.Kind
#: Kinds that this module looks for; others are asked where names are resolved.
FOUND_HERE = (
    Kind.CHIEF_AND_DEPUTY,
    Kind.TWO_HOLDERS,
    Kind.AFTER_SUCCESSOR,
    Kind.NEAR_POST,
    Kind.NEAR_BODY,
    Kind.RENAMED_BODY,
)
LONGEST_KEY = 200
#: The part of a key that names issues.
_ISSUES = re.compile(r"[\d-]+")
_LAID_ASIDE = Q(first_article=None) | Q(second_article=None)


@dataclass(frozen=True)
class Quoted:
    """A sentence with the article it stands in."""

    quote: str = ""
    article: Article | None = None


def question_key(kind: str, *parts: str) -> str:
    """A key of bounded length that says the same after every re-reading."""
    key = "|".join((str(kind), *parts))
    if len(key) <= LONGEST_KEY:
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()
    return f"{key[: LONGEST_KEY - len(digest) - 1]}#{digest}"


def ask(
    kind: str,
    key: str,
    summary: str,
    first: Quoted = Quoted(),
    second: Quoted = Quoted(),
    about: dict | None = None,
) -> Question:
    """Ask, or ask again: quotes and ids are renewed, a verdict stays as it is."""
    values = {
        "kind": kind,
        "summary": summary,
        "first_quote": first.quote,
        "second_quote": second.quote,
        "first_article": first.article,
        "second_article": second.article,
        "about": about or {},
        "standing": True,
    }
    _take_up(key, values)
    question, _ = Question.objects.update_or_create(key=key, defaults=values)
    return question


def _take_up(key: str, values: dict) -> None:
    """Give the key to the question that was judged of the same sentences before
    their issue was taken away and imported anew."""
    if Question.objects.filter(key=key).exists():
        return
    said = {name: values[name] for name in ("kind", "first_quote", "second_quote")}
    judged = Question.objects.exclude(verdict=Question.Verdict.OPEN)
    for question in judged.filter(_LAID_ASIDE, standing=False, **said):
        if _without_issues(question.key) == _without_issues(key):
            Question.objects.filter(pk=question.pk).update(key=key)
            return


def _without_issues(key: str) -> list[str]:
    """The parts of a key that say the same for an issue imported anew."""
    return [part for part in key.split("|") if not _ISSUES.fullmatch(part)]


@transaction.atomic
def lay_aside_questions(articles: Iterable[Article]) -> set[int]:
    """Questions about articles that go away stand no more; return the ids of the
    other articles that they are about."""
    ids = {article.pk for article in articles}
    about = Question.objects.filter(
        Q(first_article__in=ids) | Q(second_article__in=ids)
    )
    pairs = set(about.values_list("first_article", "second_article"))
    about.update(standing=False)
    return {pk for pair in pairs for pk in pair if pk} - ids


def open_questions():
    """What staff have to judge, the newest first, with both articles."""
    questions = Question.objects.open()
    return questions.select_related("first_article__issue", "second_article__issue")


def people_in_question(article_ids: Iterable[int]) -> set[int]:
    """Everybody whose posts any question about these articles does or did doubt."""
    ids = set(article_ids)
    about = Question.objects.filter(
        Q(first_article__in=ids) | Q(second_article__in=ids)
    ).values_list("about", flat=True)
    return {person for each in about for person in each.get("people", ())}


@transaction.atomic
def find_questions(article_ids: Iterable[int] | None = None) -> list[Question]:
    """Look for contradictions in these articles (None: in all) and around them.

    Returns the questions that stand. What was asked before and is not found any
    more no longer stands; what was judged before is carried out on fresh claims.
    """
    ids = None if article_ids is None else set(article_ids)
    if ids is not None and not ids:
        return []
    claims = {claim.pk: claim for claim in _claims(ids)}
    posts = [_printed_post(claim) for claim in claims.values()]
    standing = [_ask_case(case, claims) for case in find_contradictions(posts)]
    standing += [_ask_near(case) for case in near_posts(claims.values())]
    standing += [_ask_near(case) for case in near_bodies(ids)]
    _settle(ids, standing)
    for question in standing:
        carry_out(question)
    return standing


def _claims(ids: set[int] | None):
    """Posts printed in the articles, and everybody ever printed with those posts,
    with all that was printed of them there."""
    claims = (
        Claim.objects.filter(kind=Claim.Kind.POST, mention__person__isnull=False)
        .exclude(mention__article__status=Article.Status.WITHDRAWN)
        .exclude(verdict__in=[Verdict.REJECTED, Verdict.MISPRINT])
        .exclude(mention__verdict__in=[Verdict.REJECTED, Verdict.MISPRINT])
        .select_related("post__organization", "mention__article__issue")
        .select_related("mention__person")
        .defer("mention__article__body", "mention__article__as_read")
        .order_by("mention__article_id", "pk")
    )
    if ids is None:
        return claims
    printed = Claim.objects.filter(mention__article__in=ids)
    shared = printed.filter(post__seats__isnull=False).values("post")
    holders = Claim.objects.filter(post__in=shared).values("mention")
    return claims.filter(Q(mention__article__in=ids) | Q(mention__in=holders))


def _printed_post(claim: Claim) -> PrintedPost:
    article = claim.mention.article
    earliest, latest = day_bounds(article)
    body = claim.post.organization.name if claim.post_id else claim.body_as_named
    return PrintedPost(
        claim=claim.pk,
        person=claim.mention.person_id,
        name=claim.mention.person.name,
        body=body,
        role=claim.role,
        printed=claim.post_as_printed,
        article=article.pk,
        issue=article.issue_id,
        post=claim.post_id,
        seats=claim.post.seats if claim.post_id else None,
        holds=standing_of(claim) is Standing.HOLDER,
        earliest=earliest,
        latest=latest,
    )


def _ask_case(case: Case, claims: dict[int, Claim]) -> Question:
    first, second = claims[case.first[0]], claims[case.second[0]]
    involved = [claims[pk] for pk in case.questioned]
    return ask(
        case.kind,
        question_key(case.kind, *case.key),
        case.summary,
        quoted(first),
        quoted(second),
        {
            "first": list(case.first),
            "second": list(case.second),
            "questioned": list(case.questioned),
            "people": sorted({claim.mention.person_id for claim in involved}),
            "posts": sorted({claim.post_id for claim in involved if claim.post_id}),
        },
    )


def quoted(claim: Claim) -> Quoted:
    """The sentence of a claim, or the printed post where there is none."""
    article = claim.mention.article
    printed = f"{claim.post_as_printed}{claim.mention.name_as_printed}"
    return Quoted(claim.quote or printed, article)


def _ask_near(case: NearCase) -> Question:
    return ask(
        case.kind,
        question_key(case.kind, *case.key),
        case.summary,
        Quoted(case.first_quote, case.first_article),
        Quoted(case.second_quote, case.second_article),
        case.about,
    )


def _settle(ids: set[int] | None, standing: list[Question]) -> None:
    """What was asked about these articles and is not found again stands no more."""
    gone = Question.objects.filter(kind__in=FOUND_HERE, standing=True)
    gone = gone.exclude(pk__in=[question.pk for question in standing])
    if ids is not None:
        gone = gone.filter(Q(first_article__in=ids) | Q(second_article__in=ids))
    gone.update(standing=False)


def carry_out(question: Question) -> None:
    """Let a verdict fall on the claims of the losing side that nobody judged yet."""
    losers = {Question.Verdict.FIRST: "second", Question.Verdict.SECOND: "first"}
    side = losers.get(question.verdict)
    if side is None or question.kind not in JUDGING_CLAIMS:
        return
    lost = Claim.objects.filter(pk__in=question.about.get(side, ()))
    lost.filter(by_editor=False).update(verdict=Verdict.MISPRINT, by_editor=True)


#: Kinds whose verdict says which printed post is right.
JUDGING_CLAIMS = (
    Kind.CHIEF_AND_DEPUTY,
    Kind.TWO_HOLDERS,
    Kind.AFTER_SUCCESSOR,
    Kind.NEAR_POST,
)
