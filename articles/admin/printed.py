"""Editions, issues, pages and where their text came from."""

from django.contrib import admin
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html

from articles.forms import PageForm
from articles.models import Article, Edition, Fragment, Issue, Page, Source
from articles.models.printed import bare_number
from articles.publishing import refresh
from people.admin.bases import (
    BoundedAdmin,
    BoundedInline,
    DeleteUnusedMixin,
    NoDeleteMixin,
    ReadOnlyAdmin,
    ReadOnlyInline,
)
from people.admin.filters import empty_filter, row_filter


@admin.register(Edition)
class EditionAdmin(NoDeleteMixin, BoundedAdmin):
    list_display = ["title", "place", "slug", "publisher", "home"]
    list_filter = ["title"]
    search_fields = ["title", "place", "slug"]
    autocomplete_fields = ["home"]
    list_select_related = ["home"]
    long_fields = ("contact", "about")


class PageInline(BoundedInline):
    model = Page
    form = PageForm
    fields = ["number", "folio", "name", "image"]
    show_change_link = True

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Issue)
class IssueAdmin(DeleteUnusedMixin, BoundedAdmin):
    list_display = ["issue", "date_earliest", "date_latest", "pages", "links"]
    list_filter = [
        "edition",
        empty_filter("出报日期", "date_earliest", ("有日期", "日期不明")),
    ]
    search_fields = ["number", "date_note", "edition__place"]
    list_select_related = ["edition"]
    autocomplete_fields = ["edition"]
    inlines = [PageInline]
    fieldsets = [
        (None, {"fields": ["edition", "number"]}),
        (
            "出报日期（同一天就填两次，不知道就都留空）",
            {"fields": [("date_earliest", "date_latest"), "date_note"]},
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("pages")

    def get_search_results(self, request, queryset, search_term):
        term = bare_number(search_term)
        return super().get_search_results(request, queryset, term)

    def save_related(self, request, form, formsets, change):
        """The day of an issue is the day of its articles."""
        super().save_related(request, form, formsets, change)
        if change:
            refresh(form.instance.articles.all())

    @admin.display(description="期", ordering="number")
    def issue(self, issue):
        return str(issue)

    @admin.display(description="版数")
    def pages(self, issue):
        return len(issue.pages.all()) or "—"

    @admin.display(description="稿件")
    def links(self, issue):
        articles = reverse("admin:articles_article_changelist")
        return format_html(
            '<a href="{0}?issue={1}">看稿件</a> <a href="{0}add/?issue={1}">录稿件</a>',
            articles,
            issue.pk,
        )


class ArticleOnPageInline(ReadOnlyInline):
    model = Article
    fk_name = "page"
    fields = ["order", "headline", "status"]
    show_change_link = True
    verbose_name_plural = "本版稿件"


@admin.register(Page)
class PageAdmin(DeleteUnusedMixin, BoundedAdmin):
    form = PageForm
    own_relations = ()
    list_display = ["issue", "number", "folio", "name", "source", "sureness"]
    list_display_links = ["issue", "number"]
    list_filter = [
        "issue__edition",
        empty_filter("来源文件", "source", ("由文件录入", "手工录入")),
        row_filter("期", "issue"),
    ]
    search_fields = ["name", "folio", "issue__number", "raw_text"]
    autocomplete_fields = ["issue"]
    list_select_related = ["issue__edition", "source"]
    readonly_fields = ["source", "part", "doubts", "raw_text"]
    initial_fields = ("issue",)
    inlines = [ArticleOnPageInline]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("raw_text", "repairs")


@admin.register(Source)
class SourceAdmin(ReadOnlyAdmin):
    list_display = ["name", "edition", "encoding", "run", "download"]
    list_filter = ["edition", row_filter("录入批次", "run")]
    search_fields = ["name", "sha256"]
    list_select_related = ["edition", "run"]
    fields = ["name", "edition", "sha256", "encoding", "run", "download"]
    readonly_fields = ["download"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("data")

    def get_urls(self):
        download = path(
            "<int:pk>/download/",
            self.admin_site.admin_view(self.download_view),
            name="articles_source_download",
        )
        return [download, *super().get_urls()]

    @admin.display(description="原文件")
    def download(self, source):
        address = reverse("admin:articles_source_download", args=[source.pk])
        return format_html('<a href="{}">下载</a>', address)

    def download_view(self, request, pk):
        """The bytes as they came, never shown by the browser as a page."""
        if not self.has_view_permission(request):
            return HttpResponse(status=403)
        source = get_object_or_404(Source, pk=pk)
        return HttpResponse(
            bytes(source.data),
            headers={
                "Content-Type": "application/octet-stream",
                "Content-Disposition": f'attachment; filename="{source.sha256}.txt"',
                "X-Content-Type-Options": "nosniff",
            },
        )


@admin.register(Fragment)
class FragmentAdmin(ReadOnlyAdmin):
    list_display = ["page", "start", "end", "role", "article", "opening", "reason"]
    list_filter = [
        "role",
        row_filter("版", "page"),
        row_filter("稿件", "article"),
    ]
    search_fields = ["reason", "article__headline", "page__name"]
    list_select_related = ["page__issue__edition", "article"]
    fields = ["page", "start", "end", "role", "text", "article", "reason", "cleanups"]
    readonly_fields = ["text"]

    @admin.display(description="文字")
    def text(self, fragment):
        return fragment.text

    @admin.display(description="文字")
    def opening(self, fragment):
        text = fragment.text
        return f"{text[:30]}……" if len(text) > 30 else text
