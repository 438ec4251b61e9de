"""What every admin page of the site keeps to.

Only lookups that a list declares; numbers that a database can hold; no deletion in
bulk; one line for a name and lines for a text.
"""

from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.db.models.constants import LOOKUP_SEP

from . import fields
from .formsets import LoadedFormSet

SEARCH_LENGTH, SEARCH_WORDS = 100, 6
VALUE_LENGTH = 100


class BoundedFormMixin:
    """Form fields of a ModelAdmin or an inline."""

    #: TextFields that hold lines rather than a line.
    long_fields: tuple[str, ...] = ()
    formfield_overrides = fields.OVERRIDES

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        is_text = isinstance(db_field, models.TextField) and not db_field.choices
        if is_text and "widget" not in kwargs:
            kwargs |= fields.text_field_options(db_field.name in self.long_fields)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault(
                "widget", fields.BoundedAutocompleteSelect(db_field, self.admin_site)
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs.setdefault("form_class", fields.BoundedMultipleChoiceField)
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault(
                "widget",
                fields.BoundedAutocompleteSelectMultiple(db_field, self.admin_site),
            )
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class BoundedInline(BoundedFormMixin, admin.TabularInline):
    extra = 0
    formset = LoadedFormSet

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        chosen = self.get_autocomplete_fields(request)
        return rows.select_related(*chosen) if chosen else rows

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Rows are narrow: another record is added or looked at from them, no more."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_delete_related = False
        return field


class BoundedAdmin(BoundedFormMixin, admin.ModelAdmin):
    """A ModelAdmin that no address and no form can break."""

    #: What `add/?name=value` may fill in.
    initial_fields: tuple[str, ...] = ()
    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    empty_value_display = "—"
    save_on_top = True

    def lookup_allowed(self, lookup, value, request=None):
        values = value if isinstance(value, list | tuple) else [value]
        if lookup not in self.declared_lookups(request):
            return False
        if LOOKUP_SEP + "id" + LOOKUP_SEP in LOOKUP_SEP + lookup:
            return all(map(fields.is_id, values))
        return all(len(str(each)) <= VALUE_LENGTH for each in values)

    def declared_lookups(self, request):
        """Parameters that the filters beside the list write."""
        names = set()
        for declared in self.get_list_filter(request):
            if isinstance(declared, type):
                names.add(declared.parameter_name)
                continue
            name = declared[0] if isinstance(declared, tuple) else declared
            endings = ("exact", "isnull", f"id{LOOKUP_SEP}exact")
            names |= {LOOKUP_SEP.join((name, ending)) for ending in endings}
        return names

    def get_search_results(self, request, queryset, search_term):
        words = search_term[:SEARCH_LENGTH].split()[:SEARCH_WORDS]
        words = [word.replace('"', "").replace("'", "") for word in words]
        return super().get_search_results(request, queryset, " ".join(words))

    def get_changeform_initial_data(self, request):
        given = {name: request.GET.get(name, "") for name in self.initial_fields}
        return {name: value for name, value in given.items() if fields.is_id(value)}

    def response_action(self, request, queryset):
        """Leave out what is no id among the ticked rows."""
        ticked = request.POST.getlist(admin.helpers.ACTION_CHECKBOX_NAME)
        request.POST = request.POST.copy()
        request.POST.setlist(
            admin.helpers.ACTION_CHECKBOX_NAME, list(filter(fields.is_id, ticked))
        )
        return super().response_action(request, queryset)

    def get_actions(self, request):
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions


class NoDeleteMixin:
    """Rows that print or people refer to: withdrawn, merged or hidden, never gone."""

    def has_delete_permission(self, request, obj=None):
        return False


class ReadOnlyMixin(NoDeleteMixin):
    """Rows that actions write and people only look at."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class DeleteUnusedMixin:
    """A row may go while nothing refers to it: one that was made by mistake."""

    #: Reverse relations that are the row's own and go with it.
    own_relations: tuple[str, ...] = ("other_names",)

    def has_delete_permission(self, request, obj=None):
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or not self.is_used(obj))

    def is_used(self, obj):
        relations = [
            relation
            for relation in obj._meta.related_objects
            if relation.get_accessor_name() not in self.own_relations
        ]
        return any(
            relation.related_model._base_manager.filter(
                **{relation.field.name: obj}
            ).exists()
            for relation in relations
        )


class ReadOnlyAdmin(ReadOnlyMixin, BoundedAdmin):
    pass


class ReadOnlyInline(ReadOnlyMixin, BoundedInline):
    pass
