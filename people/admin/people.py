from django.contrib import admin

from people.models import Person, PersonName

from .bases import BoundedAdmin, BoundedInline, DeleteUnusedMixin
from .filters import empty_filter
from .hiding import HideMixin
from .merging import MergeMixin


class PersonNameInline(BoundedInline):
    model = PersonName


@admin.register(Person)
class PersonAdmin(HideMixin, MergeMixin, DeleteUnusedMixin, BoundedAdmin):
    change_form_template = "admin/people/person/change_form.html"
    list_display = [
        "name",
        "disambiguation",
        "visibility",
        "shown",
        "sort_name",
        "merged_into",
    ]
    list_filter = [
        "visibility",
        "shown",
        empty_filter("合并", "merged_into", ("已并入他人", "未并入他人")),
    ]
    search_fields = ["name", "other_names__name", "sort_name", "initials"]
    autocomplete_fields = ["merged_into"]
    list_select_related = ["merged_into"]
    readonly_fields = ["shown", "merged_into"]
    long_fields = ("consent_note",)
    inlines = [PersonNameInline]
    fieldsets = [
        (None, {"fields": ["name", "sort_name", "disambiguation"]}),
        ("公开", {"fields": ["visibility", "consent_note", "shown"]}),
        ("合并", {"fields": ["merged_into"], "classes": ["collapse"]}),
    ]


@admin.register(PersonName)
class PersonNameAdmin(BoundedAdmin):
    list_display = ["name", "person", "kind", "note"]
    list_filter = ["kind"]
    search_fields = ["name", "person__name"]
    autocomplete_fields = ["person"]
    list_select_related = ["person"]
