"""Runs of the import, corrections, merges, letters from readers, the journal."""

from django.contrib import admin

from articles.models import Correction, ImportRun, JournalEntry, Merge, Report
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


@admin.register(Correction)
class CorrectionAdmin(NoDeleteMixin, BoundedAdmin):
    """Written once, approved by a second person, never changed."""

    list_display = [
        "__str__",
        "article",
        "written_by",
        "written_at",
        "approved_by",
        "approved_at",
    ]
    list_filter = [
        empty_filter("核准", "approved_at", ("已核准", "待核准")),
        row_filter("稿件", "article"),
    ]
    search_fields = ["printed_words", "corrected_words", "article__headline"]
    autocomplete_fields = ["article"]
    list_select_related = ["article", "written_by", "approved_by"]
    fields = ["article", "printed_words", "corrected_words", "note"]
    long_fields = ("printed_words", "corrected_words", "note")
    initial_fields = ("article",)

    def has_change_permission(self, request, obj=None):
        return obj is None and super().has_change_permission(request, obj)

    def save_model(self, request, obj, form, change):
        obj.written_by = request.user
        super().save_model(request, obj, form, change)


@admin.register(Merge)
class MergeAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "reason", "made_by", "made_at", "undone_at"]
    list_filter = ["kind", empty_filter("撤销", "undone_at", ("已撤销", "未撤销"))]
    search_fields = ["reason"]
    list_select_related = ["made_by"]


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
