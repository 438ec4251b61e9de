"""Runs of the import, letters from readers, the journal, the search entries."""

from django.contrib import admin
from django.utils.timezone import now

from articles.models import ImportRun, JournalEntry, Report
from articles.models.search import SearchEntry
from people.admin.bases import BoundedAdmin, NoDeleteMixin, ReadOnlyAdmin
from people.admin.filters import empty_filter, row_filter

from .upload import UploadMixin


@admin.register(ImportRun)
class ImportRunAdmin(UploadMixin, ReadOnlyAdmin):
    list_display = ["__str__", "started_at", "user", "edition", "files", "outcome"]
    list_filter = ["outcome", "edition"]
    search_fields = ["files", "report", "user__username"]
    list_select_related = ["user", "edition"]

    def changelist_view(self, request, extra_context=None):
        context = {"may_upload": self.has_upload_permission(request)}
        return super().changelist_view(request, context | (extra_context or {}))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        context = {"may_upload": self.has_upload_permission(request)}
        context |= extra_context or {}
        return super().change_view(request, object_id, form_url, context)


@admin.register(Report)
class ReportAdmin(NoDeleteMixin, BoundedAdmin):
    list_display = [
        "receipt",
        "kind",
        "article",
        "received_at",
        "handled_at",
        "handled_by",
    ]
    list_filter = ["kind", empty_filter("办理", "handled_at", ("已办结", "待办"))]
    search_fields = ["receipt", "text", "article__headline"]
    list_select_related = ["article", "handled_by"]
    readonly_fields = [
        "receipt",
        "kind",
        "article",
        "address",
        "text",
        "contact",
        "received_at",
        "handled_at",
        "handled_by",
    ]
    long_fields = ("outcome",)

    def has_add_permission(self, request):
        return False

    def save_model(self, request, obj, form, change):
        if obj.outcome and not obj.handled_at:
            obj.handled_at, obj.handled_by = now(), request.user
        super().save_model(request, obj, form, change)


@admin.register(JournalEntry)
class JournalEntryAdmin(ReadOnlyAdmin):
    list_display = ["at", "by", "action", "target"]
    list_filter = [row_filter("操作人", "by")]
    search_fields = ["action", "target", "by__username"]
    list_select_related = ["by"]


@admin.register(SearchEntry)
class SearchEntryAdmin(ReadOnlyAdmin):
    """What the search looks in; written with every publishing."""

    list_display = ["article", "sort_date"]
    list_filter = [row_filter("稿件", "article")]
    search_fields = ["article__headline"]
    list_select_related = ["article"]
