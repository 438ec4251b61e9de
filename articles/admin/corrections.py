from django.contrib import admin, messages
from django.utils.timezone import now

from articles.journal import journal
from articles.models import Correction
from articles.publishing import refresh
from people.admin.bases import BoundedAdmin, NoDeleteMixin
from people.admin.filters import empty_filter, row_filter


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
    actions = ["approve_selected"]

    def has_approve_permission(self, request):
        return request.user.has_perm("articles.publish_article")

    @admin.action(description="核准所选更正（须由第二人核准）", permissions=["approve"])
    def approve_selected(self, request, queryset):
        waiting = queryset.filter(approved_at=None)
        own = waiting.filter(written_by=request.user).count()
        for correction in waiting.exclude(written_by=request.user):
            correction.approved_by, correction.approved_at = request.user, now()
            correction.save(update_fields=["approved_by", "approved_at"])
            journal(request.user, "核准更正", str(correction), id=correction.pk)
            refresh([correction.article])
            self.message_user(request, f"已核准：{correction}", messages.SUCCESS)
        if own:
            said = f"有{own}条是您自己拟的，须由另一人核准。"
            self.message_user(request, said, messages.WARNING)

    def has_change_permission(self, request, obj=None):
        return obj is None and super().has_change_permission(request, obj)

    def save_model(self, request, obj, form, change):
        obj.written_by = request.user
        super().save_model(request, obj, form, change)
