"""Two people, or two bodies, made one: seen first, then done, undone from 合并."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from articles.merging import MergeRefused, merge_bodies, merge_people, preview_merge
from people.models import Person

from .fields import ONE_LINE, is_id


class MergeForm(forms.Form):
    """The record that stays, by its number or its exact name."""

    into = forms.CharField(label="并入（姓名、名称或编号）", max_length=ONE_LINE)
    reason = forms.CharField(label="理由", max_length=ONE_LINE, required=False)

    def __init__(self, *args, merged, **kwargs):
        super().__init__(*args, **kwargs)
        self.merged = merged

    def clean_into(self):
        text = self.cleaned_data["into"].strip()
        rows = type(self.merged).objects.unmerged().exclude(pk=self.merged.pk)
        rows = rows.filter(pk=text) if is_id(text) else rows.filter(name=text)
        rows = list(rows[:20])
        if not rows:
            raise forms.ValidationError("没有找到这条记录，请核对名称或改用编号。")
        if len(rows) > 1:
            each = "；".join(f"{row.pk}：{row}" for row in rows)
            raise forms.ValidationError(f"有同名记录，请改用编号（{each}）。")
        return rows[0]


class MergeMixin:
    """A page 合并 on every person and body."""

    change_form_template = "admin/people/mergeable_change_form.html"

    @property
    def _address(self):
        return f"admin:people_{self.opts.model_name}"

    def get_search_results(self, request, queryset, search_term):
        """Rows are typed in for the record that stays, not for a merged one."""
        rows, many = super().get_search_results(request, queryset, search_term)
        if request.resolver_match.url_name == "autocomplete":
            rows = rows.unmerged()
        return rows, many

    def has_merge_permission(self, request):
        may_change = super().has_change_permission(request)
        return may_change and request.user.has_perm("articles.judge_claim")

    def get_urls(self):
        merge = path(
            "<int:pk>/merge/",
            self.admin_site.admin_view(self.merge_view),
            name=f"people_{self.opts.model_name}_merge",
        )
        return [merge, *super().get_urls()]

    def merge_view(self, request, pk):
        """First press: what would move. Second press: it moves."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        merged = get_object_or_404(self.model, pk=pk)
        form = MergeForm(request.POST or None, merged=merged)
        preview = None
        if request.method == "POST" and form.is_valid():
            kept, reason = form.cleaned_data["into"], form.cleaned_data["reason"]
            try:
                if "confirm" in request.POST:
                    self._merge(merged, kept, request.user, reason)
                    said = f"{merged}已并入{kept}。可在“合并”里撤销。"
                    self.message_user(request, said, messages.SUCCESS)
                    return redirect(f"{self._address}_change", kept.pk)
                preview = preview_merge(merged, kept)
            except MergeRefused as refusal:
                form.add_error("into", str(refusal))
        context = {
            **self.admin_site.each_context(request),
            "title": f"合并：{merged}",
            "opts": self.opts,
            "original": merged,
            "form": form,
            "preview": preview,
        }
        return render(request, "admin/people/merge.html", context)

    def _merge(self, merged, kept, user, reason):
        merge = merge_people if self.model is Person else merge_bodies
        return merge(merged, kept, user, reason)
