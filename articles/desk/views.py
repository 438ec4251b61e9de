"""查档台: articles as staff look for them, and a draft as readers will see it."""

from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.core.exceptions import PermissionDenied
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from articles.filters import ArticleFilter
from articles.models import Article
from articles.models.undated import UNDATED
from articles.views.article import article_context
from articles.views.paging import page_of

from .quotes import quotes_of
from .table import MOST_ARTICLES, table_lines

PAGE_SIZE = 30
#: Filters that are set by a link and taken off by a click.
LINKED = ("person", "post", "body")


def for_staff(view):
    """Staff who may see articles; everybody else is sent to sign in."""

    @never_cache
    @staff_member_required
    def guarded(request, *args, **kwargs):
        if not request.user.has_perm("articles.view_article"):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


@for_staff
def article_search(request):
    filters, rows = ask(request)
    page = page_of(request, rows, PAGE_SIZE)
    quotes = quotes_of(page.object_list, filters) if filters.is_valid() else {}
    for article in page.object_list:
        article.quotes = quotes.get(article.pk, [])
        article.is_undated = article.sort_date == UNDATED
    context = {
        **admin.site.each_context(request),
        "title": "查档台",
        "filters": filters,
        "page": page,
        "chips": chips(request, filters),
        "query": query_without(request, "page"),
        "most": MOST_ARTICLES,
    }
    return render(request, "desk/articles.html", context)


@for_staff
def article_table(request):
    filters, rows = ask(request)
    if not filters.is_valid():
        return redirect(
            f"{request.path.removesuffix('articles.csv')}?{request.GET.urlencode()}"
        )
    return StreamingHttpResponse(
        table_lines(rows, filters, request.build_absolute_uri),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": 'attachment; filename="articles.csv"',
            "X-Content-Type-Options": "nosniff",
        },
    )


def ask(request):
    """The filters of the address and the articles they leave, newest first."""
    rows = Article.objects.select_related("issue__edition", "page").defer("as_read")
    filters = ArticleFilter(request.GET, queryset=rows.newest_first())
    return filters, filters.qs if filters.is_valid() else rows.none()


def chips(request, filters):
    """已选条件: what was chosen by a link, with the address that takes it off."""
    values = filters.form.cleaned_data if filters.is_valid() else {}
    return [
        (filters.form.fields[name].label, values[name], query_without(request, name))
        for name in LINKED
        if values.get(name)
    ]


def query_without(request, *names):
    query = request.GET.copy()
    for name in (*names, "page"):
        query.pop(name, None)
    return query.urlencode()


@for_staff
def draft(request, pk):
    """An article in any state, set as readers will see it."""
    rows = Article.objects.select_related("issue__edition", "page")
    article = get_object_or_404(rows, pk=pk)
    return render(request, "desk/article.html", article_context(article))
