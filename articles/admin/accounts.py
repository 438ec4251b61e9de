"""Accounts and groups, kept to the same bounds as everything else."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from taggit import admin as taggit_admin

from people.admin.bases import BoundedAdmin
from people.admin.filters import row_filter

# The paper has topics of its own in place of the stock tags.
admin.site.unregister([User, Group, taggit_admin.Tag])


@admin.register(User)
class AccountAdmin(BoundedAdmin, UserAdmin):
    list_display = ["username", "last_name", "first_name", "is_staff", "is_active"]
    list_filter = ["is_staff", "is_superuser", "is_active", "groups"]

    def lookup_allowed(self, lookup, value, request=None):
        is_secret = lookup.startswith("password")
        return not is_secret and super().lookup_allowed(lookup, value, request)

    def has_delete_permission(self, request, obj=None):
        """People who left are switched off: the journal still names them."""
        return False


@admin.register(Group)
class RoleAdmin(BoundedAdmin, GroupAdmin):
    list_display = ["name", "members"]
    list_filter = [row_filter("账号", "user")]

    @admin.display(description="人数")
    def members(self, group):
        return group.user_set.count()
