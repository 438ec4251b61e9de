"""Whether a short text holds some words, asked of the database; the same on both.

桥东（集团）公司 holds 桥东集团
"""

from functools import reduce

from django.db.models import Func, TextField, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

#: What folding drops, as far as it occurs in names; each is a function call in SQL.
MARKS_IN_NAMES = "（）()·“”《》"


class Folded(Func):
    """A name in lower case without the marks that folding drops."""

    template = reduce(
        lambda inner, mark: f"REPLACE({inner}, '{mark}', '')",
        MARKS_IN_NAMES,
        "LOWER(%(expressions)s)",
    )
    output_field = TextField()


def holds(text, part) -> GreaterThan:
    """Whether one text stands in another; case and signs as they are, unlike LIKE."""
    return GreaterThan(StrIndex(text, part), Value(0))
