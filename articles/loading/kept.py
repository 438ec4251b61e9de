"""What was judged of articles that an undone run takes away.

Undoing removes rows, not judgement: it is written down by what is printed (the file,
the headline as read, the name, the post) and stands again when the same file is
imported anew. People and bodies that a verdict names stay as well.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Model, Q

from articles.models import (
    Appearance,
    Article,
    Claim,
    EventReport,
    ImportRun,
    Mention,
    OrganizationMention,
    Question,
    TopicLink,
    UnitClaim,
)
from people.models import Event, Organization, Person

from .standing import judged


@dataclass(frozen=True)
class _Printed:
    """How a row is known again: its article, what is printed, what was judged."""

    model: type[Model]
    article: str
    key: tuple[str, ...]
    values: tuple[str, ...] = ("verdict", "by_editor")

    @property
    def name(self) -> str:
        return self.model._meta.model_name


MENTION = _Printed(Mention, "article", ("name_as_printed", "ordinal"))
PRINTED = (
    MENTION,
    _Printed(
        Claim,
        "mention__article",
        (
            "mention__name_as_printed",
            "mention__ordinal",
            "post_as_printed",
            "body_as_named",
            "former",
        ),
    ),
    _Printed(OrganizationMention, "article", ("name_as_printed",)),
    _Printed(EventReport, "article", ("name_as_printed",)),
    _Printed(
        Appearance, "report__article", ("report__name_as_printed", "quote", "role")
    ),
    _Printed(UnitClaim, "article", ("body_as_named", "unit_as_named", "label")),
    _Printed(TopicLink, "content_object", ("tag__name",), ("verdict",)),
)


def judged_records() -> dict[type[Model], set[int]]:
    """People, bodies and events that a verdict names, and people who are hidden."""
    hidden = Person.objects.filter(visibility=Person.Visibility.HIDDEN)
    found = {Person: set(hidden.values_list("pk", flat=True))}
    names = {Person: "people", Organization: "bodies", Event: "events"}
    questions = Question.objects.exclude(verdict=Question.Verdict.OPEN)
    for about in questions.values_list("about", flat=True):
        for model, name in names.items():
            found.setdefault(model, set()).update(about.get(name, ()))
    return found


def keep_verdicts(articles: Sequence[Article]) -> list[dict]:
    """What was judged in these articles, by what is printed."""
    prints = _prints_of(articles)
    kept = []
    for printed in PRINTED:
        fields = (printed.article, *printed.key, *printed.values)
        is_judged = judged() if "by_editor" in printed.values else _settled_topic()
        rows = printed.model.objects.filter(
            is_judged, **{f"{printed.article}__in": articles}
        )
        for article, *values in rows.values_list(*fields):
            row = {"model": printed.name, "article": prints[article]}
            kept.append(row | dict(zip(fields[1:], values, strict=True)))
    return kept + _known_people(articles, prints)


def _settled_topic() -> Q:
    return ~Q(verdict=TopicLink.Verdict.FOUND)


def _known_people(articles: Sequence[Article], prints: dict) -> list[dict]:
    """Which of the people that stay was named where."""
    stay = judged_records()[Person]
    rows = Mention.objects.filter(article__in=articles, person__in=stay)
    fields = ("article", *MENTION.key, "person")
    return [
        {"model": "person", "article": prints[article]}
        | dict(zip(fields[1:], values, strict=True))
        for article, *values in rows.values_list(*fields)
    ]


def _prints_of(articles: Iterable[Article]) -> dict[int, list]:
    """File, headline as read and which of that headline, by article."""
    rows = Article.objects.filter(pk__in=[article.pk for article in articles])
    rows = rows.order_by("page__number", "order", "pk")
    seen: Counter = Counter()
    prints = {}
    for article in rows.select_related("page__source"):
        source = article.page.source if article.page else None
        print_ = (source.sha256 if source else "", article.as_read.get("headline", ""))
        prints[article.pk] = [*print_, seen[print_]]
        seen[print_] += 1
    return prints


class Kept:
    """What undone runs left of these new articles."""

    def __init__(self, articles: Sequence[Article]):
        self.rows: list[tuple[int, dict]] = []
        undone = ImportRun.objects.filter(outcome=ImportRun.Outcome.UNDONE)
        kept = list(undone.order_by("pk").values_list("kept", flat=True))
        if articles and any(kept):
            known = {tuple(key): pk for pk, key in _prints_of(articles).items()}
            for row in (row for rows in kept for row in rows):
                article = known.get(tuple(row["article"]))
                if article:
                    self.rows.append((article, row))

    def restore_people(self) -> None:
        """Names that were somebody who stayed are that person again."""
        named = [(article, row) for article, row in self.rows if "person" in row]
        stay = Person.objects.in_bulk({row["person"] for _, row in named})
        for article, row in named:
            if row["person"] in stay:
                key = {name: row[name] for name in MENTION.key}
                Mention.objects.update_or_create(
                    article_id=article,
                    **key,
                    defaults={
                        "person": stay[row["person"]],
                        "rule": "撤销前已认定",
                    },
                )

    def restore_verdicts(self) -> None:
        """Verdicts fall on the rows of the same print."""
        by_name = {printed.name: printed for printed in PRINTED}
        for article, row in self.rows:
            printed = by_name.get(row["model"])
            if printed is None:
                continue
            key = {name: row[name] for name in printed.key}
            rows = printed.model.objects.filter(**{printed.article: article}, **key)
            values = {name: row[name] for name in printed.values}
            for found in rows:
                printed.model.objects.filter(pk=found.pk).update(**values)
