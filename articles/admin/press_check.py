"""见报前核对: paste or upload a draft, look at its names before it is printed."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import path

from articles.dry_run import Unreadable
from articles.press_check import check_text

MAX_BYTES = 400 * 1024
LONGEST_TEXT = 100_000


class PressCheckForm(forms.Form):
    text = forms.CharField(
        label="稿件文字",
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 16, "cols": 80}),
        help_text="粘贴整篇稿件或整版文字；什么也不会保存。",
    )
    file = forms.FileField(label="或选择文本文件", required=False)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > MAX_BYTES:
            raise forms.ValidationError("文件超过400 KB，不像稿件，请检查是否选错。")
        return file

    def clean(self):
        values = super().clean()
        if not self.errors and not values.get("text") and not values.get("file"):
            raise forms.ValidationError("请粘贴稿件文字，或选择一个文本文件。")
        return values

    def check(self):
        """The check of what was given; raise Unreadable."""
        file = self.cleaned_data["file"]
        if file:
            return check_text(file.read(), file.name)
        return check_text(self.cleaned_data["text"])


class PressCheckMixin:
    """The page 见报前核对, beside the list of articles."""

    change_list_template = "admin/articles/article/change_list.html"

    def get_urls(self):
        check = path(
            "press-check/",
            self.admin_site.admin_view(self.press_check_view),
            name="articles_article_press_check",
        )
        return [check, *super().get_urls()]

    def press_check_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form, check = PressCheckForm(*sent), None
        if form.is_valid():
            try:
                check = form.check()
            except Unreadable as refusal:
                form.add_error(None, str(refusal))
        context = {
            **self.admin_site.each_context(request),
            "title": "见报前核对",
            "opts": self.opts,
            "form": form,
            "check": check,
        }
        return render(request, "admin/articles/article/press_check.html", context)
