"""Bodies that articles name: records, OrganizationMention, UnitClaim."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from articles.models import Article, OrganizationMention, UnitClaim
from articles.models.linked import Verdict
from people.extraction.structure import Found, FoundOrganization
from people.resolution import BodyDecision, Home, NamedBody, resolve_bodies

from .report import LoadReport
from .rules import rule_text
from .standing import Standing, spans_of

Bodies = dict[str, BodyDecision]
Named = Sequence[tuple[Article, Found]]


def resolve_named_bodies(named: Named, home: Home, report: LoadReport) -> Bodies:
    """A record for every body that any of the articles names in full."""
    bodies, made = resolve_bodies(_named_bodies(found for _, found in named), home)
    report.note_made(*made)
    return bodies


def link_bodies(named: Named, bodies: Bodies) -> None:
    """Write the bodies that act in each article, and the units of bodies."""
    articles = [article for article, _ in named]
    mentions = Standing(
        OrganizationMention.objects.filter(article__in=articles),
        lambda row: (row.article_id, row.name_as_printed),
    )
    units = Standing(
        UnitClaim.objects.filter(article__in=articles),
        lambda row: (row.article_id, row.body_as_named, row.unit_as_named, row.label),
    )
    for article, found in named:
        for order, body in enumerate(_one_a_print(found.organizations), 1):
            mentions.put(_mention_row(article, body, order, bodies), MENTION_FIELDS)
        for unit in found.memberships:
            units.put(
                UnitClaim(
                    article=article,
                    body_as_named=unit.body,
                    unit_as_named=unit.unit,
                    label=unit.label,
                    quote=unit.quote,
                ),
                ("quote",),
            )
    mentions.save()
    units.save()


MENTION_FIELDS = ("full_name", "organization", "rule", "order", "spans", "sort_date")


def _mention_row(
    article: Article, body: FoundOrganization, order: int, bodies: Bodies
) -> OrganizationMention:
    decision = bodies.get(body.name)
    return OrganizationMention(
        article=article,
        name_as_printed=body.printed,
        full_name=body.name,
        organization=decision.body if decision else None,
        rule=rule_text(body.rule, decision.rule if decision else ""),
        order=order,
        spans=spans_of(body.places),
        sort_date=article.sort_date,
        verdict=Verdict.FOUND,
    )


def _one_a_print(found: Iterable[FoundOrganization]) -> Iterator[FoundOrganization]:
    """One entry a printed name; a second body of that print goes by its full name."""
    seen: set[str] = set()
    for body in found:
        for printed in (body.printed, body.name):
            if printed and printed not in seen:
                seen.add(printed)
                yield replace(body, printed=printed)
                break


def _named_bodies(found: Iterable[Found]) -> Iterator[NamedBody]:
    for each in found:
        for body in each.organizations:
            yield NamedBody(body.name, body.kind, body.temporary, body.joint)
        for person in each.people:
            for post in person.posts:
                yield NamedBody(
                    post.body, post.body_kind, post.body_temporary, post.body_joint
                )
        for event in each.events:
            names = [*event.organizers, event.session_of]
            names += [part.unit for part in event.participants]
            yield from map(NamedBody, names)
        for unit in each.memberships:
            yield NamedBody(unit.unit)
            yield NamedBody(unit.body)
