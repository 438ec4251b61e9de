"""The archive, an issue, a page of an issue."""

from itertools import groupby

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.views.generic import DetailView, ListView

from articles.models import Article, Issue, Page

from .front import front_page, neighbours
from .paging import PagedMixin
from .pictures import page_image_is_public
from .published import PublishedMixin
from .years import in_year, years_of


class IssueList(PublishedMixin, PagedMixin, ListView):
    """往期 by year and month; issues without a date stand in 日期不明."""

    model = Issue
    paginate_by = 60
    extra_context = {"section": "issues"}

    def get_queryset(self):
        articles = Article.objects.published().in_printed_order()
        articles = articles.only("issue", "headline", "hidden_names", "kind")
        rows = super().get_queryset().archived().select_related("edition")
        rows = rows.prefetch_related(Prefetch("articles", articles, to_attr="printed"))
        rows, self.year = in_year(self.request, rows, "date_earliest")
        return rows

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        years = years_of(Issue.objects.published(), "date_earliest")
        groups = [
            (label, list(issues))
            for label, issues in groupby(context["object_list"], month_label)
        ]
        return context | {"years": years, "year": self.year, "groups": groups}


def month_label(issue):
    if issue.date_earliest is None:
        return "日期不明"
    return f"{issue.date_earliest.year}年{issue.date_earliest.month}月"


class IssueDetail(PublishedMixin, DetailView):
    model = Issue
    extra_context = {"section": "issues"}

    def get_queryset(self):
        return super().get_queryset().select_related("edition")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        front = front_page(self.object)
        return context | {"front": front} | neighbours(self.object)


class PageDetail(PublishedMixin, DetailView):
    """One page: its picture where there is one, its articles in printed order."""

    model = Page
    extra_context = {"section": "issues"}

    def get_object(self, queryset=None):
        pages = self.get_queryset().select_related("issue__edition")
        return get_object_or_404(
            pages, issue=self.kwargs["pk"], number=self.kwargs["number"]
        )

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page, issue = self.object, self.object.issue
        articles = list(page.articles.published().for_list().in_printed_order())
        pages = list(issue.pages.published().only("issue", "number", "name"))
        at = pages.index(page)
        context |= {
            "articles": articles,
            "pages": pages,
            "image_is_public": page_image_is_public(page),
            "previous": pages[at - 1] if at else None,
            "next": pages[at + 1] if at + 1 < len(pages) else None,
        }
        return context | neighbours(issue)
