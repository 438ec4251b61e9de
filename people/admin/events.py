from django.contrib import admin

from people.models import Event

from .bases import BoundedAdmin, DeleteUnusedMixin
from .filters import empty_filter, row_filter


@admin.register(Event)
class EventAdmin(DeleteUnusedMixin, BoundedAdmin):
    own_relations = ()
    list_display = [
        "name",
        "kind",
        "date_earliest",
        "date_latest",
        "date_words",
        "place",
        "session_of",
        "shown",
    ]
    list_filter = [
        "shown",
        empty_filter("日期", "date_earliest", ("有日期", "日期不明")),
        row_filter("哪一机构的会议", "session_of"),
    ]
    search_fields = ["name", "normal_name", "place", "session_of__name"]
    autocomplete_fields = ["organizers", "session_of", "part_of"]
    list_select_related = ["session_of"]
    readonly_fields = ["shown"]
    fieldsets = [
        (None, {"fields": ["name", "kind", "place"]}),
        (
            "日期",
            {
                "fields": [
                    "date_earliest",
                    "date_latest",
                    "starts",
                    "ends",
                    "date_words",
                ]
            },
        ),
        (
            "单位与会议",
            {"fields": ["organizers", "session_of", "session_label", "part_of"]},
        ),
        ("显示", {"fields": ["shown"]}),
    ]
