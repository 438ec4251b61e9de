"""People and posts that articles name: records, Mention, Claim, questions."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict

from articles.models import Article, Claim, Mention, Question
from people.extraction.structure import Found, FoundPerson, FoundPost, PostKind
from people.models import Person, Post
from people.resolution import (
    NamedPerson,
    PersonDecision,
    namesakes_of,
    resolve_people,
    resolve_posts,
)

from .bodies_named import Bodies
from .report import LoadReport
from .rules import rule_text
from .sightings import add_sightings, held_by
from .standing import Standing, is_judged, spans_of

Named = Sequence[tuple[Article, Found]]
Key = tuple[int, str, int]
MENTION_FIELDS = ("person", "rule", "leader", "order", "spans", "sort_date")
CLAIM_FIELDS = (
    "role",
    "kind",
    "body_rule",
    "post",
    "acting",
    "in_charge",
    "seconded",
    "nominee",
    "rehired",
    "place",
    "quote",
    "order",
)


def link_people(named: Named, bodies: Bodies, report: LoadReport) -> dict[Key, Mention]:
    """Write mentions and claims; return the mentions by what is printed."""
    posts = _resolve_posts(named, bodies, report)
    articles = [article for article, _ in named]
    rows = Mention.objects.filter(article__in=articles).select_related("person")
    mentions = Standing(rows, mention_key, ("mention", Claim.objects.all()))
    decisions = _resolve_people(named, bodies, mentions.before, report)
    written: dict[Key, Mention] = {}
    for article, found in named:
        for order, person in enumerate(found.people, 1):
            key = (article.pk, person.name, person.ordinal)
            standing = mentions.before.get(key)
            row = _mention_row(article, person, order, decisions.get(key), standing)
            written[key] = mentions.put(row, MENTION_FIELDS)
    mentions.save()
    _write_claims(named, written, bodies, posts)
    _ask_about_namesakes(written, decisions)
    return written


def mention_key(row: Mention) -> Key:
    return row.article_id, row.name_as_printed, row.ordinal


def _resolve_posts(named: Named, bodies: Bodies, report: LoadReport):
    pairs = [
        (bodies[post.body].body, post.role)
        for _, found in named
        for person in found.people
        for post in person.posts
        if post.kind == PostKind.POST and post.body in bodies
    ]
    posts, made = resolve_posts(pairs)
    report.note_made(*made)
    return posts


def _resolve_people(
    named: Named, bodies: Bodies, standing: dict[Key, Mention], report: LoadReport
) -> dict[Key, PersonDecision]:
    """Who each name is; names that have their person already are not asked again."""
    wanted = []
    for article, found in named:
        beside = frozenset(
            bodies[body.name].body.pk
            for body in found.organizations
            if body.name in bodies
        )
        for person in found.people:
            key = (article.pk, person.name, person.ordinal)
            row = standing.get(key)
            settled = row is not None and (row.person_id or is_judged(row))
            if not person.public_figure and not settled:
                wanted.append(_named(key, person, beside, bodies))
    known = namesakes_of({person.name for person in wanted})
    add_sightings(known, named[0][0].issue.edition_id)
    decisions, made = resolve_people(wanted, known)
    report.note_made(*made)
    return decisions


def _named(
    key: Key, person: FoundPerson, beside: frozenset[int], bodies: Bodies
) -> NamedPerson:
    return NamedPerson(
        key=key,
        name=person.name,
        article=key[0],
        named_bodies=beside,
        **held_by(person.posts, bodies),
    )


def _mention_row(
    article: Article,
    person: FoundPerson,
    order: int,
    decision: PersonDecision | None,
    standing: Mention | None,
) -> Mention:
    rule = rule_text(person.rule, decision.rule if decision else "")
    row = Mention(
        article=article,
        name_as_printed=person.name,
        ordinal=person.ordinal,
        person=decision.person if decision else None,
        rule="国家领导人，只引用，不编目" if person.public_figure else rule,
        leader=person.public_figure,
        order=order,
        spans=spans_of(person.places),
        sort_date=article.sort_date,
    )
    if decision is None and standing is not None:
        row.person, row.rule = standing.person, standing.rule
    return row


def _write_claims(
    named: Named,
    mentions: dict[Key, Mention],
    bodies: Bodies,
    posts: dict[tuple[int, str], Post],
) -> None:
    rows = Claim.objects.filter(mention__in=mentions.values())
    claims = Standing(rows, claim_key)
    judged = defaultdict(list)
    for row in claims.before.values():
        if is_judged(row):
            judged[row.mention_id, row.post_as_printed, row.former].append(row)
    for article, found in named:
        for person in found.people:
            mention = mentions[article.pk, person.name, person.ordinal]
            for order, post in enumerate(person.posts, 1):
                row = _claim_row(mention, post, order, bodies, posts)
                if not judged[mention.pk, row.post_as_printed, row.former]:
                    claims.put(row, CLAIM_FIELDS)
    claims.save()


def claim_key(row: Claim) -> tuple:
    return row.mention_id, row.post_as_printed, row.body_as_named, row.former


def _claim_row(
    mention: Mention,
    post: FoundPost,
    order: int,
    bodies: Bodies,
    posts: dict[tuple[int, str], Post],
) -> Claim:
    decision = bodies.get(post.body)
    record = posts.get((decision.body.pk, post.role)) if decision else None
    flags = ("former", "acting", "in_charge", "seconded", "nominee", "rehired")
    return Claim(
        mention=mention,
        post_as_printed=post.text,
        role=post.role,
        kind=post.kind.value,
        body_as_named=post.body,
        body_rule=rule_text(post.rule, decision.rule if decision else ""),
        post=record if post.kind == PostKind.POST else None,
        place=asdict(post.place),
        quote=post.quote,
        order=order,
        **{flag: getattr(post, flag) for flag in flags},
    )


def _ask_about_namesakes(
    mentions: dict[Key, Mention], decisions: dict[Key, PersonDecision]
) -> None:
    """A question for every new person whose name somebody unrelated has."""
    asked: dict[str, Question] = {}
    for key, decision in decisions.items():
        for other in decision.asks:
            question = _homonym(mentions[key], decision.person, other)
            asked.setdefault(question.key, question)
    if asked:
        known = Question.objects.filter(key__in=asked).values_list("key", flat=True)
        for key in known:
            del asked[key]
        Question.objects.bulk_create(asked.values())


def _homonym(mention: Mention, person: Person, other: Person) -> Question:
    first, second = sorted((person.pk, other.pk))
    before = Mention.objects.filter(person=other).exclude(pk=mention.pk).first()
    return Question(
        key=f"homonym:{first}:{second}",
        kind=Question.Kind.HOMONYM,
        summary=f"两处见报的“{mention.name_as_printed}”单位不相干，是不是同一人？",
        first_article=before.article if before else None,
        first_quote=_first_quote(before),
        second_article=mention.article,
        second_quote=_first_quote(mention),
        about={"people": [first, second]},
    )


def _first_quote(mention: Mention | None) -> str:
    claim = mention.claims.first() if mention else None
    return claim.quote if claim else ""
