"""What editors enter by hand: an article's fields, and its people a row each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F

from articles.models import Article, Claim, JournalEntry, Mention
from articles.models.linked import Verdict
from articles.publishing import refresh, touched_by
from articles.questions import find_questions
from people.extraction import split_posts
from people.extraction.structure import FoundPost, PostKind
from people.models import Person
from people.resolution import (
    NamedBody,
    NamedPerson,
    namesakes_of,
    resolve_bodies,
    resolve_people,
    resolve_posts,
)

from .known import context_of, home_areas
from .rules import rule_text
from .sightings import add_sightings, held_by


class StaleArticle(Exception):
    """Somebody else saved the article in the meantime; nothing was written."""

    def __init__(self, article: Article):
        super().__init__("这篇稿件刚刚被别人改过，您的修改没有保存；请刷新后再改。")
        self.article = article


@dataclass(frozen=True)
class PersonRow:
    """A row of the form: name as printed, posts with 、 between, person if chosen."""

    name: str
    posts: str = ""
    person: Person | None = None


def save_article(article: Article, expected_version: int, user=None) -> None:
    """Save every field if nobody saved since `expected_version`; raise StaleArticle."""
    fields = [
        field
        for field in Article._meta.concrete_fields
        if not field.primary_key and field.name != "version"
    ]
    values = {field.attname: field.pre_save(article, add=False) for field in fields}
    same = Article.objects.filter(pk=article.pk, version=expected_version)
    if not same.update(**values, version=F("version") + 1):
        raise StaleArticle(article)
    article.version = expected_version + 1
    JournalEntry.objects.create(
        by=user,
        action="修改稿件",
        target=str(article),
        detail={"article": article.pk, "version": article.version},
    )


def people_rows(article: Article) -> list[PersonRow]:
    """The people of an article as the form shows them."""
    mentions = article.mentions.exclude(verdict=Verdict.REJECTED)
    return [
        PersonRow(row.name_as_printed, _posts_of(row), row.person)
        for row in mentions.select_related("person").prefetch_related("claims")
    ]


@transaction.atomic
def save_people_rows(article: Article, rows: Sequence[PersonRow], user=None) -> None:
    """Make the people of an article what the rows say; the editor vouches for them.

    A person of the import who is in no row is rejected, so that a later reading does
    not bring them back. Rows that say what stands already change nothing.
    """
    touched = touched_by([article])
    standing = {
        (row.name_as_printed, row.ordinal): row
        for row in article.mentions.prefetch_related("claims")
    }
    seen: Counter = Counter()
    changed = []
    for order, row in enumerate((row for row in rows if row.name.strip()), 1):
        name = row.name.strip()
        mention = standing.pop((name, seen[name]), None)
        if mention is None or not _says(mention, row):
            mention = mention or Mention(article=article, name_as_printed=name)
            mention.ordinal, mention.order = seen[name], order
            changed.append((mention, row))
        seen[name] += 1
    _drop(standing.values())
    _write(article, changed)
    find_questions([article.pk])
    refresh([article], touched=touched)
    JournalEntry.objects.create(
        by=user,
        action="录入人物",
        target=str(article),
        detail={"article": article.pk, "names": [row.name for _, row in changed]},
    )


def _posts_of(mention: Mention) -> str:
    claims = (row for row in mention.claims.all() if row.verdict != Verdict.REJECTED)
    return "、".join(claim.post_as_printed for claim in claims)


def _says(mention: Mention, row: PersonRow) -> bool:
    same_person = row.person is None or row.person == mention.person
    is_shown = mention.verdict != Verdict.REJECTED
    return is_shown and same_person and row.posts.strip() == _posts_of(mention)


def _drop(mentions) -> None:
    for mention in mentions:
        if mention.by_editor:
            mention.delete()
        elif mention.verdict != Verdict.REJECTED:
            mention.verdict = Verdict.REJECTED
            mention.save(update_fields=["verdict"])


def _write(article: Article, changed: list[tuple[Mention, PersonRow]]) -> None:
    context = context_of(article).context
    found = [split_posts(row.posts, context) for _, row in changed]
    bodies, _ = resolve_bodies(
        (
            NamedBody(post.body, post.body_kind, post.body_temporary, post.body_joint)
            for posts in found
            for post in posts
        ),
        home_areas(article),
    )
    records, _ = resolve_posts(
        (bodies[post.body].body, post.role)
        for posts in found
        for post in posts
        if post.body in bodies and post.kind == PostKind.POST
    )
    decisions = _who(article, changed, found, bodies)
    for (mention, row), posts in zip(changed, found, strict=True):
        key = (mention.name_as_printed, mention.ordinal)
        if row.person is not None:
            mention.person, mention.rule = row.person, "编辑指定"
        elif mention.person is None and not mention.leader:
            mention.person, mention.rule = decisions[key].person, decisions[key].rule
        mention.verdict, mention.by_editor = Verdict.ACCEPTED, True
        mention.sort_date = article.sort_date
        mention.save()
        _write_claims(mention, posts, bodies, records)


def _who(article, changed, found, bodies):
    wanted = [
        NamedPerson(
            (mention.name_as_printed, mention.ordinal),
            mention.name_as_printed,
            article.pk,
            **held_by(posts, bodies),
        )
        for (mention, row), posts in zip(changed, found, strict=True)
        if row.person is None and mention.person is None
    ]
    known = namesakes_of({named.name for named in wanted})
    add_sightings(known, article.issue.edition_id)
    return resolve_people(wanted, known)[0]


def _write_claims(mention: Mention, posts: Sequence[FoundPost], bodies, records):
    """Typed posts become accepted claims; posts that were struck out are rejected."""
    standing = {claim.post_as_printed: claim for claim in mention.claims.all()}
    quote = _sentence_of(mention)
    for order, post in enumerate(posts, 1):
        claim = standing.pop(post.text, None) or Claim(mention=mention, quote=quote)
        is_new = claim.pk is None
        if is_new or claim.verdict == Verdict.REJECTED:
            _fill(claim, post, bodies, records)
        claim.order, claim.verdict, claim.by_editor = order, Verdict.ACCEPTED, True
        claim.save()
    for claim in standing.values():
        if claim.by_editor and not claim.place:
            claim.delete()
        else:
            claim.verdict, claim.by_editor = Verdict.REJECTED, True
            claim.save()


def _fill(claim: Claim, post: FoundPost, bodies, records) -> None:
    decision = bodies.get(post.body)
    record = records.get((decision.body.pk, post.role)) if decision else None
    claim.post_as_printed = post.text
    claim.role, claim.kind = post.role, post.kind.value
    claim.body_as_named, claim.body_rule = post.body, rule_text("as typed")
    claim.post = record if post.kind == PostKind.POST else None
    for flag in ("former", "acting", "in_charge", "seconded", "nominee", "rehired"):
        setattr(claim, flag, getattr(post, flag))


def _sentence_of(mention: Mention) -> str:
    """The first line of the article that prints the name."""
    article = mention.article
    lines = [article.kicker, article.headline, article.subheadline, article.standfirst]
    lines += article.paragraphs
    return next((line for line in lines if mention.name_as_printed in line), "")
