"""Verdicts: what an editor says of names, posts and open questions.

Every verdict is journalled, and what is public or proven is derived again in the
same transaction. Verdicts stand on what is printed, so a re-reading keeps them.
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from articles import publishing
from articles.models import Article, Claim, Mention, Question
from articles.models.linked import Verdict
from people.models import Organization, Person

from .accepting import accept_claims, unchanged_claims
from .identities import judge_different
from .journal import journal
from .merging import merge_people
from .questions import JUDGING_CLAIMS, carry_out, find_questions
from .renaming import rename_body, respell_unit
from .same_events import merge_events

Answer = Question.Verdict
Kind = Question.Kind

#: The buttons of every kind of question. 甲 and 乙 are its two sentences.
ON_CLAIMS = (
    (Answer.FIRST, "以甲为准（乙系见报差错）"),
    (Answer.SECOND, "以乙为准（甲系见报差错）"),
    (Answer.BOTH, "两者都对"),
    (Answer.DISMISSED, "不是问题"),
)
ANSWERS = {
    **dict.fromkeys(JUDGING_CLAIMS, ON_CLAIMS),
    Kind.NEAR_BODY: [
        (Answer.FIRST, "是同一单位，以甲为准"),
        (Answer.SECOND, "是同一单位，以乙为准"),
        (Answer.DIFFERENT, "是两个单位"),
    ],
    Kind.RENAMED_BODY: [
        (Answer.FIRST, "甲后来改称乙"),
        (Answer.SECOND, "乙后来改称甲"),
        (Answer.DIFFERENT, "是两个单位"),
    ],
    Kind.HOMONYM: [(Answer.SAME, "是同一人"), (Answer.DIFFERENT, "同名的两人")],
    Kind.SAME_EVENT: [(Answer.SAME, "是同一活动"), (Answer.DIFFERENT, "是两项活动")],
    Kind.LEADER_NAME: [(Answer.DISMISSED, "写法无误")],
}


def verdicts_for(question: Question) -> list[tuple[str, str]]:
    """The buttons of a question: value and Chinese label."""
    return [(answer.value, label) for answer, label in ANSWERS[question.kind]]


@transaction.atomic
def judge_question(question: Question, verdict: str, user, note: str = "") -> Question:
    """One click: keep the verdict, let it fall on claims or records, derive anew."""
    if verdict not in {answer for answer, _ in ANSWERS[question.kind]}:
        raise ValueError("这一类待核事项不能这样判定。")
    question = Question.objects.select_for_update().get(pk=question.pk)
    question.verdict, question.note = verdict, note or question.note
    question.judged_by, question.judged_at = user, timezone.now()
    question.save()
    journal(
        user,
        "判定待核事项",
        question.summary,
        question=question.pk,
        verdict=question.get_verdict_display(),
    )
    if question.kind in JUDGING_CLAIMS:
        _judge_claims(question)
    else:
        _judge_records(question, user)
    _derive(_articles_of(question), people=question.about.get("people", ()))
    question.refresh_from_db()
    return question


@transaction.atomic
def reopen_question(question: Question, user) -> None:
    """Ask again: claims that the verdict called misprints are to be judged anew."""
    about = question.about
    lost = Claim.objects.filter(pk__in=[*about.get("first", ()), *about["second"]])
    lost.filter(verdict=Verdict.MISPRINT).update(
        verdict=Verdict.ACCEPTED, by_editor=False
    )
    question.verdict, question.judged_by, question.judged_at = Answer.OPEN, None, None
    question.save()
    journal(user, "重新待核", question.summary, question=question.pk)
    _derive(_articles_of(question), people=about.get("people", ()))


@transaction.atomic
def judge_claim(claim: Claim, verdict: str, user, note: str = "") -> None:
    """Say whether a printed post holds; others that it contradicts are looked at."""
    claim.verdict, claim.by_editor = Verdict(verdict), True
    claim.save(update_fields=["verdict", "by_editor"])
    _journal_verdict(user, "核实见报职务", claim, note)
    _derive([claim.mention.article_id], people=[claim.mention.person_id])


@transaction.atomic
def judge_mention(
    mention: Mention, verdict: str, user, person: Person | None = None, note: str = ""
) -> None:
    """Say whether a name is a person, and (with `person`) which one. The posts of a
    rejected name are rejected with it."""
    before = mention.person_id
    mention.verdict, mention.by_editor = Verdict(verdict), True
    if person is not None:
        mention.person, mention.rule = person, "由编辑认定"
    mention.save(update_fields=["verdict", "by_editor", "person", "rule"])
    if mention.verdict == Verdict.REJECTED:
        mention.claims.update(verdict=Verdict.REJECTED)
    _journal_verdict(user, "核实文中人物", mention, note)
    _derive([mention.article_id], people=[before, mention.person_id])


@transaction.atomic
def accept_unchanged(article_ids: Iterable[int], user) -> int:
    """与上次见报一致: accept posts that the same person was accepted with before.

    Returns the number of posts accepted.
    """
    ids = set(article_ids)
    claims = unchanged_claims(ids)
    people = set(claims.values_list("mention__person", flat=True))
    accepted = accept_claims(claims, user, "与上次见报一致")
    _derive(ids, people=people)
    return accepted


def _judge_claims(question: Question) -> None:
    about = question.about
    sides = {"first": about.get("first", ()), "second": about.get("second", ())}
    winners = {
        Answer.FIRST: ["first"],
        Answer.SECOND: ["second"],
        Answer.BOTH: ["first", "second"],
    }.get(question.verdict, [])
    for side, ids in sides.items():
        claims = Claim.objects.filter(pk__in=ids)
        if side in winners:
            claims.update(verdict=Verdict.ACCEPTED, by_editor=True)
        elif winners:
            claims.update(by_editor=False)
    carry_out(question)


def _judge_records(question: Question, user) -> None:
    """Let a verdict fall on people, bodies or events."""
    ids = _records_of(question)
    verdict, reason = question.verdict, question.summary
    if question.kind == Kind.SAME_EVENT:
        if verdict == Answer.SAME:
            merge_events(*ids, user)
        return
    model = Person if question.kind == Kind.HOMONYM else Organization
    first, second = (model.objects.get(pk=pk) for pk in ids)
    if verdict == Answer.DIFFERENT:
        judge_different(first, second, user, reason)
    elif question.kind == Kind.RENAMED_BODY:
        pair = (first, second) if verdict == Answer.FIRST else (second, first)
        rename_body(*pair, user)
    elif question.kind == Kind.HOMONYM:
        merge_people(second, first, user, reason)
    elif question.kind == Kind.NEAR_BODY:
        names = question.about["names"]
        right, wrong = names if verdict == Answer.FIRST else names[::-1]
        respell_unit(wrong, right, user, reason)


def _records_of(question: Question) -> list[int]:
    """Ids of the two records that a question is about."""
    names = {Kind.HOMONYM: "people", Kind.SAME_EVENT: "events"}
    ids = question.about.get(names.get(question.kind, "bodies"), [])
    if len(ids) < 2:
        raise ValueError("这一待核事项所涉的记录已不存在，无法判定。")
    return ids[:2]


def _articles_of(question: Question) -> list[int]:
    articles = [question.first_article_id, question.second_article_id]
    claims = Claim.objects.filter(pk__in=question.about.get("questioned", ()))
    articles += claims.values_list("mention__article", flat=True)
    return [pk for pk in articles if pk]


def _journal_verdict(user, action: str, row, note: str) -> None:
    verdict = row.get_verdict_display()
    journal(user, action, str(row), id=row.pk, verdict=verdict, note=note)


def _derive(article_ids: Iterable[int], people: Iterable[int | None] = ()) -> None:
    """Questions, memberships and what visitors see, after a verdict."""
    ids = {pk for pk in article_ids if pk}
    find_questions(ids)
    publishing.refresh(
        Article.objects.filter(pk__in=ids),
        Person.objects.filter(pk__in={pk for pk in people if pk}),
    )
