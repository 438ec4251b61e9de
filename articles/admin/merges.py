from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.views.decorators.http import require_POST

from articles.merging import MergeRefused, undo_merge
from articles.models import Merge
from people.admin.bases import ReadOnlyAdmin
from people.admin.filters import empty_filter


@admin.register(Merge)
class MergeAdmin(ReadOnlyAdmin):
    change_form_template = "admin/articles/merge/change_form.html"
    list_display = ["__str__", "reason", "made_by", "made_at", "undone_at"]
    list_filter = ["kind", empty_filter("撤销", "undone_at", ("已撤销", "未撤销"))]
    search_fields = ["reason"]
    list_select_related = ["made_by"]

    def get_urls(self):
        undo = path(
            "<int:pk>/undo/",
            self.admin_site.admin_view(require_POST(self.undo_view)),
            name="articles_merge_undo",
        )
        return [undo, *super().get_urls()]

    def undo_view(self, request, pk):
        if not request.user.has_perm("articles.judge_claim"):
            raise PermissionDenied
        merge = get_object_or_404(Merge, pk=pk)
        try:
            undo_merge(merge, request.user)
            self.message_user(request, "已撤销合并。", messages.SUCCESS)
        except MergeRefused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        return redirect("admin:articles_merge_change", pk)
