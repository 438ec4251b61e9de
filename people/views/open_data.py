"""People, bodies, posts and memberships as data: Popolo JSON, and tables as CSV.

Only with PUBLIC_DATA; then only what visitors see. Days are given where print or a
ruling proves the very day; a first sighting is no start.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import wraps

from django.conf import settings
from django.db.models import Prefetch
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    JsonResponse,
    StreamingHttpResponse,
)
from django.views.decorators.http import require_safe

from articles.models import Evidence
from articles.models.article import Article
from people.models import Membership, Organization, Person, Post
from people.models.bases import OtherName

from .standing import public_memberships

#: What a spreadsheet would take for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
#: Excel tells UTF-8 by it.
BOM = "\ufeff"
LOCATE = Callable[[object], str]


def public_data(view):
    """Answer 404 unless the office offers its records as data."""

    @require_safe
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not settings.PUBLIC_DATA:
            raise Http404("本站不提供批量数据。")
        return view(request, *args, **kwargs)

    return guarded


@public_data
def popolo(request: HttpRequest) -> HttpResponse:
    """Everything in one document, in Popolo's words."""
    locate = _locator(request)
    document = {
        "persons": [person_data(row, locate) for row in shown_people()],
        "organizations": [body_data(row, locate) for row in shown_bodies()],
        "posts": [post_data(row, locate) for row in shown_posts()],
        "memberships": [membership_data(row, locate) for row in shown_memberships()],
    }
    return JsonResponse(document, json_dumps_params={"ensure_ascii": False})


@public_data
def people_table(request: HttpRequest) -> HttpResponse:
    locate = _locator(request)
    rows = (
        (row.pk, row.name, row.disambiguation, locate(row)) for row in shown_people()
    )
    return table("people", ["编号", "姓名", "同名区分", "网址"], rows)


@public_data
def organizations_table(request: HttpRequest) -> HttpResponse:
    locate = _locator(request)
    rows = (
        (row.pk, row.name, row.get_kind_display(), row.area or "", locate(row))
        for row in shown_bodies()
    )
    return table("organizations", ["编号", "名称", "类型", "所属区域", "网址"], rows)


@public_data
def memberships_table(request: HttpRequest) -> HttpResponse:
    locate = _locator(request)
    rows = (
        (
            row.person_id,
            row.person.name,
            row.post.organization.name,
            row.post.role,
            row.first_seen or "",
            row.last_seen or "",
            locate(row.post),
        )
        for row in shown_memberships()
    )
    head = ["人物编号", "姓名", "单位", "职务", "首见", "末见", "职务网址"]
    return table("memberships", head, rows)


def shown_people() -> Iterable[Person]:
    rows = Person.objects.published().unmerged().order_by("pk")
    return rows.prefetch_related(_other_names(Person))


def shown_bodies() -> Iterable[Organization]:
    rows = Organization.objects.published().unmerged().order_by("pk")
    rows = rows.select_related("area", "superior")
    return rows.prefetch_related(_other_names(Organization))


def shown_posts() -> Iterable[Post]:
    rows = Post.objects.published().filter(organization__shown=True)
    return rows.select_related("organization").order_by("pk")


def shown_memberships() -> Iterable[Membership]:
    proofs = Evidence.objects.select_related("claim__mention__article")
    proofs = proofs.filter(claim__mention__article__status=Article.Status.PUBLISHED)
    rows = public_memberships().filter(person__shown=True)
    rows = rows.filter(post__organization__shown=True).order_by("pk")
    return rows.prefetch_related(Prefetch("evidence", proofs, to_attr="proofs"))


def person_data(person: Person, locate: LOCATE) -> dict[str, object]:
    data = _identity(person, locate) | {"name": person.name}
    if person.sort_name:
        data["sort_name"] = person.sort_name
    return data


def body_data(body: Organization, locate: LOCATE) -> dict[str, object]:
    data = _identity(body, locate)
    data |= {"name": body.name, "classification": body.get_kind_display()}
    if body.superior is not None and body.superior.shown:
        data["parent_id"] = _id(body.superior)
    return data


def post_data(post: Post, locate: LOCATE) -> dict[str, object]:
    return {
        "id": _id(post),
        "label": str(post),
        "role": post.role,
        "organization_id": _id(post.organization),
        "links": [{"url": locate(post)}],
    }


def membership_data(row: Membership, locate: LOCATE) -> dict[str, object]:
    data = {
        "id": f"membership-{row.pk}",
        "label": str(row.post),
        "role": row.post.role,
        "person_id": _id(row.person),
        "organization_id": _id(row.post.organization),
        "post_id": _id(row.post),
    }
    if day := proven_day(row.start_earliest, row.start_latest):
        data["start_date"] = day
    if day := proven_day(row.end_earliest, row.end_latest):
        data["end_date"] = day
    articles = {proof.claim.mention.article for proof in row.proofs}
    addresses = sorted(locate(article) for article in articles)
    return data | {"sources": [{"url": address} for address in addresses]}


def proven_day(earliest: date | None, latest: date | None) -> str | None:
    return earliest.isoformat() if earliest and earliest == latest else None


def table(name: str, head: list[str], rows: Iterable[tuple]) -> StreamingHttpResponse:
    """Rows as CSV that a spreadsheet opens rightly and runs nothing of."""
    writer = csv.writer(_Echo())

    def lines() -> Iterator[str]:
        yield BOM + writer.writerow(head)
        for row in rows:
            yield writer.writerow([_safe(cell) for cell in row])

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


class _Echo:
    """A file for the csv module that gives back each line."""

    def write(self, line: str) -> str:
        return line


def _safe(cell: object) -> str:
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _locator(request: HttpRequest) -> LOCATE:
    return lambda row: request.build_absolute_uri(row.get_absolute_url())


def _other_names(model) -> Prefetch:
    names = model._meta.get_field("other_names").related_model.objects
    names = names.exclude(kind=OtherName.Kind.MISPRINT).order_by("pk")
    return Prefetch("other_names", names, to_attr="known_as")


def _identity(row: Person | Organization, locate: LOCATE) -> dict[str, object]:
    data = {"id": _id(row), "links": [{"url": locate(row)}]}
    if row.known_as:
        data["other_names"] = [{"name": other.name} for other in row.known_as]
    return data


def _id(row: object) -> str:
    return f"{row._meta.model_name}-{row.pk}"
