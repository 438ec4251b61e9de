from django.contrib import admin

from articles.publishing import refresh
from people.models import Person, PersonName
from people.resolution import sort_name

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

    def get_readonly_fields(self, request, obj=None):
        is_hidden = obj is not None and obj.visibility == Person.Visibility.HIDDEN
        return [*self.readonly_fields, *(["visibility"] if is_hidden else [])]

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        """隐去 has a page of its own, which shows what it takes down."""
        if db_field.name == "visibility":
            hidden = Person.Visibility.HIDDEN
            choices = Person.Visibility.choices
            kwargs["choices"] = [each for each in choices if each[0] != hidden]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        obj.sort_name = obj.sort_name or sort_name(obj.name)
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """A person's name and visibility decide what visitors see of them."""
        super().save_related(request, form, formsets, change)
        if change:
            refresh(people=[form.instance])


@admin.register(PersonName)
class PersonNameAdmin(BoundedAdmin):
    list_display = ["name", "person", "kind", "note"]
    list_filter = ["kind"]
    search_fields = ["name", "person__name"]
    autocomplete_fields = ["person"]
    list_select_related = ["person"]
