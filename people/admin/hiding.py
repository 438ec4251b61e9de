"""隐去姓名: what it touches is shown before it is done."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from articles.hiding import HidingRefused, hide_person, preview_hiding, reveal_person
from people.models import Person

from .fields import ONE_LINE


class HideForm(forms.Form):
    reason = forms.CharField(label="理由（不公开）", max_length=ONE_LINE)
    confirmed = forms.BooleanField(
        label="已看过清单，图片和录音一并撤下", required=False
    )


class RevealForm(forms.Form):
    visibility = forms.ChoiceField(
        label="恢复为",
        choices=[
            choice
            for choice in Person.Visibility.choices
            if choice[0] != Person.Visibility.HIDDEN
        ],
        initial=Person.Visibility.PRIVATE,
    )


class HideMixin:
    """A page 隐去姓名 on every person."""

    def has_hide_permission(self, request):
        may_change = super().has_change_permission(request)
        return may_change and request.user.has_perm("articles.publish_article")

    def get_urls(self):
        hide = path(
            "<int:pk>/hide/",
            self.admin_site.admin_view(self.hide_view),
            name="people_person_hide",
        )
        return [hide, *super().get_urls()]

    def hide_view(self, request, pk):
        if not self.has_hide_permission(request):
            raise PermissionDenied
        person = get_object_or_404(Person, pk=pk)
        is_hidden = person.visibility == Person.Visibility.HIDDEN
        form = (RevealForm if is_hidden else HideForm)(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                said = self._carry_out(person, is_hidden, form.cleaned_data, request)
                self.message_user(request, said, messages.SUCCESS)
                return redirect("admin:people_person_change", pk)
            except HidingRefused as refusal:
                form.add_error(None, str(refusal))
        context = {
            **self.admin_site.each_context(request),
            "title": f"{'取消隐去' if is_hidden else '隐去姓名'}：{person}",
            "opts": self.opts,
            "original": person,
            "form": form,
            "is_hidden": is_hidden,
            **self._preview(person, is_hidden),
        }
        return render(request, "admin/people/person/hide.html", context)

    def _preview(self, person, is_hidden):
        if is_hidden:
            return {}
        try:
            return {"hiding": preview_hiding(person)}
        except HidingRefused as refusal:
            return {"refusal": str(refusal)}

    def _carry_out(self, person, is_hidden, values, request):
        if is_hidden:
            reveal_person(person, request.user, values["visibility"])
            return f"已恢复{person}的姓名。"
        hide_person(person, request.user, values["reason"], values["confirmed"])
        return f"已在所有公开页面隐去{person}的姓名。"
