"""发布, 撤下, 恢复: buttons on an article and actions on a list."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from articles.models import Article
from articles.publishing import publish, restore, withdraw
from people.admin.fields import ONE_LINE, is_id

Status = Article.Status
#: What a button does: from which states, by which action, in which words.
STEPS = {
    "publish": ({Status.DRAFT, Status.WITHDRAWN}, publish, "发布"),
    "withdraw": ({Status.PUBLISHED}, withdraw, "撤下"),
    "restore": ({Status.WITHDRAWN}, restore, "恢复为草稿"),
}


class WithdrawForm(forms.Form):
    """Why articles are taken down; `along` are hidden values of the same step."""

    reason = forms.CharField(label="撤下的理由（不公开）", max_length=ONE_LINE)

    def __init__(self, data, along: dict[str, list]):
        super().__init__(data if data and "reason" in data else None)
        for name, values in along.items():
            self.fields[name] = forms.Field(
                widget=forms.MultipleHiddenInput, initial=values, required=False
            )


class PublicationMixin:
    actions = ["publish_selected", "withdraw_selected", "restore_selected"]
    change_form_template = "admin/articles/article/change_form.html"

    def has_publish_permission(self, request, obj=None):
        return request.user.has_perm("articles.publish_article")

    @admin.action(description="发布所选稿件", permissions=["publish"])
    def publish_selected(self, request, queryset):
        self._take_step(request, queryset, "publish")

    @admin.action(description="撤下所选稿件", permissions=["publish"])
    def withdraw_selected(self, request, queryset):
        ids = list(queryset.values_list("pk", flat=True))
        along = {"action": ["withdraw_selected"], ACTION_CHECKBOX_NAME: ids}
        form = WithdrawForm(request.POST, along)
        if not form.is_valid():
            return self._ask_reason(request, form, queryset)
        self._take_step(request, queryset, "withdraw", form.cleaned_data["reason"])

    @admin.action(description="把所选已撤下稿件恢复为草稿", permissions=["publish"])
    def restore_selected(self, request, queryset):
        self._take_step(request, queryset, "restore")

    def _take_step(self, request, queryset, name, *reason):
        _, action, words = STEPS[name]
        articles = list(queryset)
        done = action(articles, request.user, *reason)
        text = f"已{words}{done}篇。"
        if done < len(articles):
            text += f"另有{len(articles) - done}篇状态不合，没有变动。"
        level = messages.SUCCESS if done else messages.WARNING
        self.message_user(request, text, level)

    def get_urls(self):
        step = path(
            "<int:pk>/step/<slug:name>/",
            self.admin_site.admin_view(require_POST(self.step_view)),
            name="articles_article_step",
        )
        return [step, *super().get_urls()]

    def step_view(self, request, pk, name):
        """One step of one article; 409 where the article is no longer as it was."""
        if not self.has_publish_permission(request):
            raise PermissionDenied
        if name not in STEPS:
            return self._conflict(request, None, 404)
        before, action, words = STEPS[name]
        reason = []
        if name == "withdraw":
            form = WithdrawForm(
                request.POST, {"version": [request.POST.get("version")]}
            )
            if not form.is_valid():
                return self._ask_reason(request, form, Article.objects.filter(pk=pk))
            reason = [form.cleaned_data["reason"]]
        with transaction.atomic():
            article = get_object_or_404(Article.objects.select_for_update(), pk=pk)
            seen = request.POST.get("version", "")
            if article.status not in before or seen != str(article.version):
                return self._conflict(request, article)
            action([article], request.user, *reason)
        self.message_user(request, f"《{article}》已{words}。", messages.SUCCESS)
        return redirect("admin:articles_article_change", pk)

    def _ask_reason(self, request, form, articles):
        context = {
            **self.admin_site.each_context(request),
            "title": "撤下稿件",
            "opts": self.opts,
            "form": form,
            "articles": articles,
        }
        return render(request, "admin/articles/article/withdraw.html", context)

    def _conflict(self, request, article, status=409):
        context = {
            **self.admin_site.each_context(request),
            "title": "没有变动",
            "article": article,
        }
        template = "admin/articles/article/conflict.html"
        return render(request, template, context, status=status)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        steps = []
        if is_id(object_id) and self.has_publish_permission(request):
            status = Article.objects.filter(pk=object_id).values_list("status")
            steps = [
                (name, words)
                for name, (before, _, words) in STEPS.items()
                if before & {value for (value,) in status}
            ]
        context = {"steps": steps, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    @admin.display(description="看样")
    def look(self, article):
        address = reverse("articles:desk-article", args=[article.pk])
        return format_html('<a href="{}">看样</a>', address)
