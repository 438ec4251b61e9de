from django.contrib import admin, messages
from django.db import transaction
from django.utils.timezone import now

from articles.journal import journal
from articles.publishing import refresh
from people.models import Membership, Post, Ruling, UnitMembership

from .bases import BoundedAdmin, DeleteUnusedMixin, NoDeleteMixin, ReadOnlyAdmin
from .filters import empty_filter, row_filter
from .roster import RosterMixin


@admin.register(Post)
class PostAdmin(DeleteUnusedMixin, BoundedAdmin):
    list_display = ["role", "organization", "seats", "position", "shown"]
    list_filter = ["shown", "organization__kind", row_filter("单位", "organization")]
    search_fields = ["role", "organization__name"]
    autocomplete_fields = ["organization"]
    list_select_related = ["organization"]
    readonly_fields = ["shown"]
    initial_fields = ("organization",)


@admin.register(Membership)
class MembershipAdmin(ReadOnlyAdmin):
    """Derived from claims and rulings; why is listed in 任职依据."""

    list_display = [
        "person",
        "post",
        "first_seen",
        "last_seen",
        "printed_as_former",
        "shown",
    ]
    list_filter = [
        "shown",
        "printed_as_former",
        empty_filter("见报日期", "first_seen", ("有日期", "日期不明")),
        row_filter("人物", "person"),
        row_filter("职务", "post"),
    ]
    search_fields = ["person__name", "post__role", "post__organization__name"]
    list_select_related = ["person", "post__organization"]


@admin.register(UnitMembership)
class UnitMembershipAdmin(ReadOnlyAdmin):
    list_display = [
        "unit",
        "organization",
        "label",
        "first_seen",
        "last_seen",
        "shown",
    ]
    list_filter = ["shown", row_filter("议事机构", "organization")]
    search_fields = ["unit__name", "organization__name", "label"]
    list_select_related = ["unit", "organization"]


@admin.register(Ruling)
class RulingAdmin(RosterMixin, NoDeleteMixin, BoundedAdmin):
    """Never changed: a ruling that was wrong is withdrawn and made anew."""

    list_display = [
        "person",
        "post",
        "kind",
        "date",
        "checked_on",
        "position",
        "made_by",
        "withdrawn_at",
    ]
    list_filter = [
        "kind",
        empty_filter("撤回", "withdrawn_at", ("已撤回", "有效")),
        row_filter("人物", "person"),
        row_filter("职务", "post"),
    ]
    search_fields = ["person__name", "post__role", "post__organization__name"]
    autocomplete_fields = ["person", "post"]
    list_select_related = ["person", "post__organization", "made_by"]
    readonly_fields = ["made_by", "made_at", "withdrawn_at"]
    long_fields = ("source",)
    initial_fields = ("person", "post")
    actions = ["withdraw_selected"]

    def has_change_permission(self, request, obj=None):
        return obj is None and super().has_change_permission(request, obj)

    def save_model(self, request, obj, form, change):
        obj.made_by = request.user
        super().save_model(request, obj, form, change)
        refresh(people=[obj.person])

    @admin.action(description="撤回所选核定", permissions=["add"])
    def withdraw_selected(self, request, queryset):
        rulings = list(queryset.filter(withdrawn_at=None).select_related("person"))
        with transaction.atomic():
            for ruling in rulings:
                ruling.withdrawn_at = now()
                ruling.save(update_fields=["withdrawn_at"])
                journal(request.user, "撤回核定", str(ruling), ruling=ruling.pk)
            refresh(people=[ruling.person for ruling in rulings])
        self.message_user(request, f"已撤回{len(rulings)}项核定。", messages.SUCCESS)
