from django import forms
from django.contrib import admin

from people.models import Identity

from .bases import BoundedAdmin


class IdentityForm(forms.ModelForm):
    """Puts the two in the order that the database keeps."""

    def clean(self):
        values = super().clean()
        for kind in ("person", "body"):
            first, second = values.get(f"first_{kind}"), values.get(f"second_{kind}")
            if first and second and first.pk == second.pk:
                raise forms.ValidationError("甲和乙是同一条记录。")
            if first and second and first.pk > second.pk:
                values[f"first_{kind}"], values[f"second_{kind}"] = second, first
        people = values.get("first_person"), values.get("second_person")
        bodies = values.get("first_body"), values.get("second_body")
        is_pair = sorted((people.count(None), bodies.count(None))) == [0, 2]
        if not is_pair:
            raise forms.ValidationError("请选两个人物，或选两个单位。")
        return values


@admin.register(Identity)
class IdentityAdmin(BoundedAdmin):
    form = IdentityForm
    list_display = [
        "verdict",
        "first_person",
        "second_person",
        "first_body",
        "second_body",
        "judged_by",
        "judged_at",
    ]
    list_display_links = ["verdict"]
    list_filter = ["verdict"]
    search_fields = [
        "first_person__name",
        "second_person__name",
        "first_body__name",
        "second_body__name",
    ]
    autocomplete_fields = [
        "first_person",
        "second_person",
        "first_body",
        "second_body",
    ]
    list_select_related = [*autocomplete_fields, "judged_by"]
    readonly_fields = ["judged_by", "judged_at"]
    long_fields = ("reason",)

    def save_model(self, request, obj, form, change):
        obj.judged_by = request.user
        super().save_model(request, obj, form, change)
