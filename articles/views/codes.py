"""QR codes of pages at addresses that stay, and sheets of them to print."""

import io

import segno
from django.http import HttpResponse
from django.urls import reverse
from django.views.generic import ListView, TemplateView
from django.views.generic.detail import BaseDetailView

from articles.models import Article, Issue, Topic
from people.models import Area, Person

from .paging import PagedMixin
from .published import PublishedMixin

#: Printed codes hang on walls: a wide white border, and 15 % of one may be lost.
ERROR_LEVEL, BORDER, SCALE = "m", 4, 8
MAX_AGE = 3600
#: Three by four on a sheet of A4.
PER_SHEET = 12


def draw_code(address: str) -> bytes:
    """The address as a QR code, black on white in every mode, as an SVG file."""
    file = io.BytesIO()
    code = segno.make_qr(address, error=ERROR_LEVEL)
    code.save(file, kind="svg", scale=SCALE, border=BORDER, dark="#000", light="#fff")
    return file.getvalue()


class Code(PublishedMixin, BaseDetailView):
    """The code of one row's own page."""

    def render_to_response(self, context):
        address = self.request.build_absolute_uri(self.object.get_absolute_url())
        response = HttpResponse(draw_code(address), content_type="image/svg+xml")
        response.headers["Cache-Control"] = f"max-age={MAX_AGE}"
        return response


class CodeSheets(TemplateView):
    """Which sheets there are."""

    template_name = "articles/code_sheets.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "issue": Issue.objects.published().newest_first().first(),
            "has_areas": Area.objects.published().neighbourhoods().exists(),
            "has_topics": Topic.objects.published().exists(),
            "has_people": Person.objects.published().exists(),
        }


class CodeSheet(PublishedMixin, PagedMixin, ListView):
    """Codes of one kind of pages, so many a sheet."""

    template_name = "articles/code_sheet.html"
    paginate_by = PER_SHEET
    allow_empty = False
    label = code_name = ""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = context["object_list"]
        context["codes"] = [(row, self.code_address(row)) for row in rows]
        return context | {"label": self.label, "page": context["page_obj"]}

    def code_address(self, row):
        return reverse(self.code_name, args=[row.pk])


class AreaSheet(CodeSheet):
    model = Area
    label, code_name = "居民区", "people:area-code"

    def get_queryset(self):
        return super().get_queryset().neighbourhoods()


class PersonSheet(CodeSheet):
    model = Person
    label, code_name = "人物", "people:person-code"

    def get_queryset(self):
        return super().get_queryset().by_index()


class TopicSheet(CodeSheet):
    model = Topic
    label = "话题"

    def code_address(self, row):
        return reverse("articles:topic-code", args=[row.slug])


class IssueSheet(CodeSheet):
    """The articles of one issue, in printed order."""

    model = Article
    label, code_name = "报道", "articles:article-code"

    def get_queryset(self):
        rows = super().get_queryset().filter(issue=self.kwargs["pk"])
        return rows.select_related("page").defer("body", "as_read").in_printed_order()
