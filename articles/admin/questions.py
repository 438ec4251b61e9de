"""待核事项: both sentences side by side, a verdict in one click."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from articles.judging import judge_question, reopen_question, verdicts_for
from articles.merging import MergeRefused
from articles.models import Question
from people.admin.bases import ReadOnlyAdmin

NOTE_LENGTH = 500
REOPEN = "open"


class StateFilter(admin.SimpleListFilter):
    """Open questions unless something else is asked for."""

    title = "状态"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("judged", "已判定"), ("gone", "已不存在"), ("all", "全部")]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        return [{**first, "display": "待核"}, *others]

    def queryset(self, request, queryset):
        if self.value() == "judged":
            return queryset.exclude(verdict=Question.Verdict.OPEN)
        if self.value() == "gone":
            return queryset.filter(standing=False)
        return queryset if self.value() == "all" else queryset.open()


@admin.register(Question)
class QuestionAdmin(ReadOnlyAdmin):
    list_display = ["summary", "kind", "verdict", "judged_by", "judged_at"]
    list_filter = [StateFilter, "kind"]
    search_fields = ["summary", "first_quote", "second_quote"]
    list_select_related = [
        "first_article__issue__edition",
        "second_article__issue__edition",
        "judged_by",
    ]
    list_per_page = 20
    change_list_template = "admin/articles/question/change_list.html"

    def has_judge_permission(self, request):
        return request.user.has_perm("articles.judge_claim")

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        context = getattr(response, "context_data", None)
        if context and "cl" in context:
            for question in context["cl"].result_list:
                question.answers = verdicts_for(question)
            context["may_judge"] = self.has_judge_permission(request)
        return response

    def get_urls(self):
        verdict = path(
            "<int:pk>/verdict/",
            self.admin_site.admin_view(require_POST(self.verdict_view)),
            name="articles_question_verdict",
        )
        return [verdict, *super().get_urls()]

    def verdict_view(self, request, pk):
        if not self.has_judge_permission(request):
            raise PermissionDenied
        question = get_object_or_404(Question, pk=pk)
        verdict = request.POST.get("verdict", "")
        note = request.POST.get(f"note_{pk}", "")[:NOTE_LENGTH].replace("\0", "")
        try:
            if verdict == REOPEN:
                reopen_question(question, request.user)
                said = f"已重新待核：{question.summary}"
            else:
                question = judge_question(question, verdict, request.user, note)
                said = f"已判定“{question.get_verdict_display()}”：{question.summary}"
            self.message_user(request, said, messages.SUCCESS)
        except (MergeRefused, ValueError) as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        return redirect(self._list_again(request))

    def _list_again(self, request):
        """The list as it was, with only the filters that it declares."""
        address = reverse("admin:articles_question_changelist")
        given = QueryDict(request.POST.get("filters", "")[:1000].lstrip("?"))
        kept = QueryDict(mutable=True)
        for name in ("state", "kind__exact", "q", "p"):
            if name in given:
                kept[name] = given[name]
        return f"{address}?{kept.urlencode()}" if kept else address
