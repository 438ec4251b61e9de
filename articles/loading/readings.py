"""Three-way merging: as read before, as stored now, as read anew.

A field is the editor's where it differs from `as_read`; it is kept. Everything
else follows the new reading.
"""

from collections.abc import Iterable, Mapping

from articles.models import Article, Picture
from articles.reading.structure import PrintedArticle
from people.extraction.structure import Found

PICTURE_FIELDS = ("caption", "credit")


def article_values(printed: PrintedArticle, found: Found) -> dict:
    """Every field that a reading gives an article."""
    happened = found.happened
    return {
        "kicker": printed.kicker,
        "headline": printed.headline,
        "subheadline": printed.subheadline,
        "standfirst": printed.standfirst,
        "body": printed.body,
        "byline": printed.byline,
        "sign_off": printed.sign_off,
        "column": printed.column,
        "source": printed.source,
        "kind": printed.kind if printed.kind in Article.Kind.values else "news",
        "happened_earliest": happened.earliest if happened else None,
        "happened_latest": happened.latest if happened else None,
        "happened_words": happened.text if happened else "",
    }


def merge_values(row: Article | Picture, values: Mapping) -> tuple[list, list]:
    """Set what is not the editor's; return the fields changed and those kept."""
    changed, kept = [], []
    known = row.as_read
    for name, new in values.items():
        stored = getattr(row, name)
        if stored == new:
            continue
        if name in known and _plain(stored) == known[name]:
            setattr(row, name, new)
            changed.append(name)
        elif name not in known or _plain(new) != known[name]:
            kept.append(name)
    row.as_read = {name: _plain(value) for name, value in values.items()}
    return changed, kept


def set_values(row: Article | Picture, values: Mapping) -> None:
    """Fill a new row and remember what was read."""
    for name, value in values.items():
        setattr(row, name, value)
    row.as_read = {name: _plain(value) for name, value in values.items()}


def labels_of(fields: Iterable[str]) -> str:
    """The Chinese names of fields, for a report."""
    meta = Article._meta
    return "、".join(str(meta.get_field(name).verbose_name) for name in fields)


def _plain(value):
    """A value as JSON keeps it."""
    return value.isoformat() if hasattr(value, "isoformat") else value
