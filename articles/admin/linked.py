"""What an article says about people, bodies and events."""

from django.contrib import admin
from django.utils.text import Truncator

from articles.models import (
    Appearance,
    Claim,
    EventReport,
    Evidence,
    Mention,
    OrganizationMention,
    UnitClaim,
)
from people.admin.bases import BoundedAdmin, NoDeleteMixin, ReadOnlyAdmin
from people.admin.filters import empty_filter, row_filter

from .verdicts import ClaimVerdictsMixin, DerivingMixin, MentionVerdictsMixin


class LinkedAdmin(DerivingMixin, NoDeleteMixin, BoundedAdmin):
    """Printed facts: judged, never deleted."""

    initial_fields = ("article",)


@admin.register(Mention)
class MentionAdmin(MentionVerdictsMixin, LinkedAdmin):
    list_display = ["name_as_printed", "person", "article", "verdict", "rule"]
    list_filter = [
        "verdict",
        "by_editor",
        "leader",
        empty_filter("人物", "person", ("已对上人物", "未对上人物")),
        row_filter("稿件", "article"),
        row_filter("人物", "person_id", "person"),
    ]
    search_fields = ["name_as_printed", "person__name", "article__headline"]
    autocomplete_fields = ["article", "person"]
    list_select_related = ["article", "person"]
    readonly_fields = ["rule"]


@admin.register(Claim)
class ClaimAdmin(ClaimVerdictsMixin, LinkedAdmin):
    list_display = [
        "name",
        "post_as_printed",
        "post",
        "verdict",
        "article",
        "sentence",
    ]
    list_filter = [
        "verdict",
        "kind",
        "former",
        "acting",
        "by_editor",
        empty_filter("职务", "post", ("已对上职务", "未对上职务")),
        row_filter("稿件", "article", "mention__article"),
        row_filter("人物", "person", "mention__person"),
        row_filter("职务", "post_id", "post"),
    ]
    search_fields = [
        "mention__name_as_printed",
        "post_as_printed",
        "body_as_named",
        "mention__article__headline",
    ]
    autocomplete_fields = ["mention", "post"]
    list_select_related = ["mention__article", "post__organization"]
    readonly_fields = ["body_rule"]
    long_fields = ("quote",)

    def article_of(self, row):
        return row.mention.article

    @admin.display(description="姓名（照印）", ordering="mention__name_as_printed")
    def name(self, claim):
        return claim.mention.name_as_printed

    @admin.display(description="稿件", ordering="mention__article")
    def article(self, claim):
        return claim.mention.article

    @admin.display(description="原句")
    def sentence(self, claim):
        return Truncator(claim.quote).chars(60, truncate="……")


@admin.register(OrganizationMention)
class OrganizationMentionAdmin(LinkedAdmin):
    list_display = ["name_as_printed", "organization", "article", "verdict", "rule"]
    list_filter = [
        "verdict",
        "by_editor",
        empty_filter("单位", "organization", ("已对上单位", "未对上单位")),
        row_filter("稿件", "article"),
        row_filter("单位", "organization_id", "organization"),
    ]
    search_fields = [
        "name_as_printed",
        "full_name",
        "organization__name",
        "article__headline",
    ]
    autocomplete_fields = ["article", "organization"]
    list_select_related = ["article", "organization"]
    readonly_fields = ["rule"]


@admin.register(EventReport)
class EventReportAdmin(LinkedAdmin):
    list_display = ["name_as_printed", "event", "date_words", "article", "verdict"]
    list_filter = [
        "verdict",
        "by_editor",
        row_filter("稿件", "article"),
        row_filter("活动", "event"),
    ]
    search_fields = ["name_as_printed", "event__name", "article__headline"]
    autocomplete_fields = ["article", "event"]
    list_select_related = ["article", "event"]
    readonly_fields = ["rule"]
    long_fields = ("attendance",)


@admin.register(Appearance)
class AppearanceAdmin(LinkedAdmin):
    list_display = ["report", "mention", "unit", "unit_as_named", "role", "verdict"]
    list_filter = ["verdict", "by_editor", row_filter("活动报道", "report")]
    search_fields = [
        "mention__name_as_printed",
        "unit_as_named",
        "role",
        "report__name_as_printed",
    ]
    autocomplete_fields = ["report", "mention", "unit"]
    list_select_related = ["report__article", "mention__article", "unit"]
    long_fields = ("quote",)
    initial_fields = ("report",)

    def article_of(self, row):
        return row.report.article


@admin.register(UnitClaim)
class UnitClaimAdmin(LinkedAdmin):
    list_display = ["unit_as_named", "body_as_named", "label", "article", "verdict"]
    list_filter = ["verdict", "by_editor", row_filter("稿件", "article")]
    search_fields = ["unit_as_named", "body_as_named", "article__headline"]
    autocomplete_fields = ["article"]
    list_select_related = ["article"]
    readonly_fields = ["membership"]
    long_fields = ("quote",)


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyAdmin):
    list_display = ["membership", "bound", "date", "claim", "ruling", "reason"]
    list_filter = ["bound", row_filter("任职", "membership")]
    search_fields = ["membership__person__name", "reason"]
    list_select_related = [
        "membership__person",
        "membership__post__organization",
        "claim__mention",
        "ruling__person",
        "ruling__post__organization",
    ]
