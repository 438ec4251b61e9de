from django.contrib import admin

from people.models import Area, AreaName

from .bases import BoundedAdmin, BoundedInline, DeleteUnusedMixin


class AreaNameInline(BoundedInline):
    model = AreaName


@admin.register(Area)
class AreaAdmin(DeleteUnusedMixin, BoundedAdmin):
    list_display = ["name", "kind", "parent", "phone", "contact_checked_on", "shown"]
    list_filter = ["kind", "shown"]
    search_fields = ["name", "other_names__name"]
    autocomplete_fields = ["parent"]
    list_select_related = ["parent"]
    readonly_fields = ["shown"]
    inlines = [AreaNameInline]


@admin.register(AreaName)
class AreaNameAdmin(BoundedAdmin):
    list_display = ["name", "area", "kind", "note"]
    list_filter = ["kind"]
    search_fields = ["name", "area__name"]
    autocomplete_fields = ["area"]
    list_select_related = ["area"]
