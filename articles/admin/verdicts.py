"""Verdicts on many rows at once, and what has to be derived after any of them."""

from django.contrib import admin, messages
from django.db import transaction

from articles.accepting import accept_claims
from articles.judging import accept_unchanged, judge_claim, judge_mention
from articles.models import Article
from articles.models.linked import Verdict
from articles.publishing import refresh, touched_by
from articles.questions import find_questions
from people.models import Person


class DerivingMixin:
    """After a save of what an article says, derive again what visitors see."""

    def article_of(self, row):
        return row.article

    def save_model(self, request, obj, form, change):
        article = self.article_of(obj)
        touched = touched_by([article])
        if hasattr(obj, "by_editor"):
            obj.by_editor = True
        super().save_model(request, obj, form, change)
        find_questions({article.pk})
        refresh([article], touched=touched)


class JudgePermissionMixin:
    def has_judge_permission(self, request, obj=None):
        return request.user.has_perm("articles.judge_claim")


class ClaimVerdictsMixin(JudgePermissionMixin):
    actions = ["accept_selected", "reject_selected", "misprint_selected"]

    @admin.action(description="确认所选见报职务", permissions=["judge"])
    def accept_selected(self, request, queryset):
        claims = list(queryset.select_related("mention__person"))
        with transaction.atomic():
            number = accept_claims(claims, request.user, "逐项或成批确认")
            ids = {claim.mention.article_id for claim in claims}
            people = {claim.mention.person_id for claim in claims} - {None}
            find_questions(ids)
            refresh(
                Article.objects.filter(pk__in=ids), Person.objects.filter(pk__in=people)
            )
        self.message_user(request, f"已确认{number}项见报职务。", messages.SUCCESS)

    @admin.action(description="不采用所选见报职务", permissions=["judge"])
    def reject_selected(self, request, queryset):
        self._judge_all(request, queryset, Verdict.REJECTED)

    @admin.action(description="所选为见报差错", permissions=["judge"])
    def misprint_selected(self, request, queryset):
        self._judge_all(request, queryset, Verdict.MISPRINT)

    @transaction.atomic
    def _judge_all(self, request, queryset, verdict):
        claims = list(queryset.select_related("mention"))
        for claim in claims:
            judge_claim(claim, verdict, request.user)
        said = f"已判定{len(claims)}项为“{verdict.label}”。"
        self.message_user(request, said, messages.SUCCESS)


class MentionVerdictsMixin(JudgePermissionMixin):
    actions = ["accept_selected", "reject_selected"]

    @admin.action(description="确认所选文中人物", permissions=["judge"])
    def accept_selected(self, request, queryset):
        self._judge_all(request, queryset, Verdict.ACCEPTED)

    @admin.action(description="不采用所选文中人物（连同职务）", permissions=["judge"])
    def reject_selected(self, request, queryset):
        self._judge_all(request, queryset, Verdict.REJECTED)

    @transaction.atomic
    def _judge_all(self, request, queryset, verdict):
        mentions = list(queryset)
        for mention in mentions:
            judge_mention(mention, verdict, request.user)
        said = f"已判定{len(mentions)}人为“{verdict.label}”。"
        self.message_user(request, said, messages.SUCCESS)


class UnchangedMixin(JudgePermissionMixin):
    """与上次见报一致, on a list of articles."""

    @admin.action(
        description="确认所选稿件中与上次见报一致的职务", permissions=["judge"]
    )
    def accept_unchanged_selected(self, request, queryset):
        ids = queryset.values_list("pk", flat=True)
        number = accept_unchanged(list(ids), request.user)
        said = f"已确认{number}项与上次见报一致的职务；其余请逐项核实。"
        self.message_user(request, said, messages.SUCCESS)
