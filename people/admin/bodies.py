from django.contrib import admin

from people.models import Organization, OrganizationName, Post
from people.models.organization import CommitteeGroup

from .bases import BoundedAdmin, BoundedInline, DeleteUnusedMixin
from .filters import empty_filter
from .merging import MergeMixin


class OrganizationNameInline(BoundedInline):
    model = OrganizationName


class PostInline(BoundedInline):
    model = Post
    fields = ["role", "seats", "position"]

    def has_delete_permission(self, request, obj=None):
        return False


class CommitteeFilter(admin.SimpleListFilter):
    title = "党组织、自治组织与议事机构"
    parameter_name = "group"

    def lookups(self, request, model_admin):
        return [("any", "全部四类"), *CommitteeGroup.choices]

    def queryset(self, request, queryset):
        if self.value() == "any":
            return queryset.committees()
        if self.value() in CommitteeGroup.values:
            return queryset.committees(self.value())
        return queryset


@admin.register(Organization)
class OrganizationAdmin(MergeMixin, DeleteUnusedMixin, BoundedAdmin):
    change_form_template = "admin/people/organization/change_form.html"
    own_relations = ("other_names", "posts")
    list_display = ["name", "kind", "area", "superior", "position", "shown"]
    list_filter = [
        CommitteeFilter,
        "kind",
        "shown",
        empty_filter("合并", "merged_into", ("已并入他单位", "未并入他单位")),
    ]
    search_fields = ["name", "other_names__name"]
    autocomplete_fields = ["area", "superior", "former_body"]
    list_select_related = ["area", "superior"]
    readonly_fields = ["shown", "merged_into"]
    inlines = [OrganizationNameInline, PostInline]
    fieldsets = [
        (None, {"fields": ["name", "kind", "area", "position"]}),
        ("关系", {"fields": ["superior", "former_body", "temporary", "joint"]}),
        (
            "计入与显示",
            {"fields": ["committee_override", "units_override", "shown"]},
        ),
        ("联系方式", {"fields": ["phone", "address", "contact_checked_on"]}),
        ("合并", {"fields": ["merged_into"], "classes": ["collapse"]}),
    ]

    def is_used(self, obj):
        return super().is_used(obj) or any(
            DeleteUnusedMixin.is_used(self, post) for post in obj.posts.all()
        )


@admin.register(OrganizationName)
class OrganizationNameAdmin(BoundedAdmin):
    list_display = ["name", "organization", "kind", "note"]
    list_filter = ["kind"]
    search_fields = ["name", "organization__name"]
    autocomplete_fields = ["organization"]
    list_select_related = ["organization"]
