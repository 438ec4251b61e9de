"""Bodies and events that an editor names without choosing a record."""

from articles.loading.linking import home_areas
from people.resolution import NamedBody, NamedEvent, resolve_bodies, resolve_events

#: How the rule of a row begins that no import ever found.
TYPED = "编辑录入"


def name_bodies(article):
    """Find or make the body of every row that has none."""
    rows = list(article.organization_mentions.filter(organization=None, by_editor=True))
    names = {row.pk: row.full_name or row.name_as_printed for row in rows}
    decisions, _ = resolve_bodies(map(NamedBody, names.values()), home_areas(article))
    for row in rows:
        decision = decisions[names[row.pk]]
        row.organization = decision.body
        row.rule = row.rule or f"{TYPED}；{decision.rule}"
        row.full_name = decision.body.name
        row.save(update_fields=["organization", "rule", "full_name"])


def name_events(article):
    """Find or make the event of every row that has none."""
    rows = list(article.event_reports.filter(event=None, by_editor=True))
    named = [
        NamedEvent(
            row.pk, row.name_as_printed, article.issue_id, date_words=row.date_words
        )
        for row in rows
    ]
    decisions, _ = resolve_events(named, {})
    for row in rows:
        decision = decisions[row.pk]
        row.event = decision.event
        row.rule = row.rule or f"{TYPED}；{decision.rule}"
        row.save(update_fields=["event", "rule"])
