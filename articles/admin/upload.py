"""按版面文件录入: read first (试读), then loaded as by the command."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from articles.loading import Refused, load_issue, preview, undo_run
from articles.models import ImportRun
from articles.page_report import page_report
from articles.upload_forms import UploadForm


class UploadMixin:
    """The page 按版面文件录入, and 撤销本批 on a run."""

    change_list_template = "admin/articles/importrun/change_list.html"
    change_form_template = "admin/articles/importrun/change_form.html"

    def has_upload_permission(self, request):
        return request.user.has_perm("articles.add_importrun")

    def get_urls(self):
        view = self.admin_site.admin_view
        upload = path(
            "upload/", view(self.upload_view), name="articles_importrun_upload"
        )
        undo = path(
            "<int:pk>/undo/",
            view(require_POST(self.undo_view)),
            name="articles_importrun_undo",
        )
        return [upload, undo, *super().get_urls()]

    def upload_view(self, request):
        """First press: what would be read. Second press: it is loaded."""
        if not self.has_upload_permission(request):
            raise PermissionDenied
        may_publish = request.user.has_perm("articles.publish_article")
        form = UploadForm(
            request.POST or None, request.FILES or None, may_publish=may_publish
        )
        previews, kept = [], ""
        if request.method == "POST" and form.is_valid():
            try:
                files = form.read()
                if "load" in request.POST:
                    return self._load(request, files, form.options())
                previews = [
                    page_report(file.name, file.printed, found)
                    for file, found in preview(files, form.options())
                ]
                kept = form.pack()
            except Refused as refusal:
                form.add_error(None, refusal.refusals)
        context = {
            **self.admin_site.each_context(request),
            "title": "按版面文件录入",
            "opts": self.opts,
            "form": form,
            "previews": previews,
            "kept": kept,
        }
        return render(request, "admin/articles/importrun/upload.html", context)

    def _load(self, request, files, options):
        report = load_issue(files, options, request.user)
        level = messages.WARNING if report.is_unchanged else messages.SUCCESS
        self.message_user(request, report.summary, level)
        return redirect("admin:articles_importrun_change", report.run.pk)

    def undo_view(self, request, pk):
        if not self.has_upload_permission(request):
            raise PermissionDenied
        run = get_object_or_404(ImportRun, pk=pk)
        try:
            with transaction.atomic():
                said = undo_run(run, request.user)
            self.message_user(request, "".join(said), messages.SUCCESS)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        return redirect("admin:articles_importrun_change", pk)
