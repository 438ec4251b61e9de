"""Lists by year, in which what has no date is a group of its own."""

from django.db.models import Count
from django.http import Http404

from articles.models.undated import UNDATED

#: The value of `?year=` that asks for the rows without a date.
UNDATED_YEAR = "undated"


def years_of(rows, field="sort_date") -> dict[str, int]:
    """How many rows each year has, the newest first; the undated last. One query."""
    years = rows.order_by().values_list(f"{field}__year").annotate(rows=Count("pk"))
    counts, undated = {}, 0
    for year, number in sorted(years, key=lambda each: each[0] or 0, reverse=True):
        if year in (None, UNDATED.year):
            undated += number
        else:
            counts[str(year)] = number
    return counts | ({UNDATED_YEAR: undated} if undated else {})


def in_all(years: dict[str, int], year: str) -> int:
    """How many rows a list has, in `year` or, without one, in all."""
    return years.get(year, 0) if year else sum(years.values())


def in_year(request, rows, field="sort_date"):
    """The rows of the year in `?year=`, and that year; all of them without one."""
    year = request.GET.get("year", "")
    if not year:
        return rows, ""
    if year == UNDATED_YEAR:
        return rows.filter(**_undated(rows, field)), year
    if not (year.isascii() and year.isdecimal() and len(year) == 4 and int(year) > 1):
        raise Http404("年份应为四位数字。")
    return rows.filter(**{f"{field}__year": int(year)}), year


def _is_nullable(rows, field):
    return rows.model._meta.get_field(field).null


def _undated(rows, field):
    return {field: None if _is_nullable(rows, field) else UNDATED}
