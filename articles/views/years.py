"""Lists by year, in which what has no date is a group of its own."""

from django.http import Http404

from articles.models.undated import UNDATED

#: The value of `?year=` that asks for the rows without a date.
UNDATED_YEAR = "undated"


def years_of(rows, field="sort_date"):
    """Years in which there are rows, the newest first; the undated last."""
    days = rows.order_by().dates(field, "year", order="DESC")
    years = [str(day.year) for day in days if day.year != UNDATED.year]
    if _is_nullable(rows, field):
        is_undated = rows.filter(**_undated(rows, field)).exists()
    else:
        is_undated = len(years) < len(days)
    return [*years, UNDATED_YEAR] if is_undated else years


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
