"""Articles: entered by hand, corrected, published and withdrawn."""

from django.contrib import admin

from articles.forms import PictureForm
from articles.loading import relink, save_article
from articles.models import Article, Picture
from articles.publishing import refresh, touched_by
from articles.questions import find_questions
from people.admin.bases import BoundedAdmin, NoDeleteMixin
from people.admin.fields import LongTextInput, is_id
from people.admin.filters import empty_filter, row_filter

from .article_form import ArticleForm
from .formsets import PeopleFormSet
from .inlines import (
    BodyInline,
    EventInline,
    PeopleInline,
    PictureInline,
    TopicInline,
)
from .named import name_bodies, name_events
from .press_check import PressCheckMixin
from .publication import PublicationMixin
from .verdicts import UnchangedMixin


class TopicFilter(admin.SimpleListFilter):
    title = "话题"
    parameter_name = "has_topic"

    def lookups(self, request, model_admin):
        return [("no", "没有话题")]

    def queryset(self, request, queryset):
        return queryset.without_topic() if self.value() == "no" else queryset


@admin.register(Article)
class ArticleAdmin(PressCheckMixin, UnchangedMixin, PublicationMixin, BoundedAdmin):
    form = ArticleForm
    list_display = ["title", "issue", "page_name", "status", "look", "kind", "doubt"]
    actions = [*PublicationMixin.actions, "accept_unchanged_selected"]
    list_filter = [
        "status",
        "kind",
        TopicFilter,
        empty_filter("版", "page", ("已归版", "未归版")),
        row_filter("期", "issue"),
        row_filter("版", "on_page", "page"),
    ]
    search_fields = ["headline", "kicker", "subheadline", "body", "issue__number"]
    list_select_related = ["issue__edition", "page"]
    autocomplete_fields = ["issue", "page"]
    initial_fields = ("issue", "page")
    long_fields = ("standfirst", "body")
    inlines = [PeopleInline, BodyInline, TopicInline, EventInline, PictureInline]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "seen_version",
                    ("issue", "page", "order"),
                    ("kind", "column"),
                    "kicker",
                    "headline",
                    "subheadline",
                    "standfirst",
                    "body",
                    ("byline", "sign_off", "source"),
                    "read_again",
                ]
            },
        ),
        (
            "所报道的事发生在何时",
            {
                "fields": [
                    ("happened_earliest", "happened_latest"),
                    "happened_words",
                ],
                "classes": ["collapse"],
            },
        ),
        ("听报", {"fields": ["recording"], "classes": ["collapse"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("as_read")

    def get_object(self, request, object_id, from_field=None):
        """Locked while it is being saved, so that two editors come one by one."""
        if request.method == "POST" and is_id(object_id):
            rows = Article.objects.select_for_update().filter(pk=object_id)
            list(rows.values_list("pk"))
        return super().get_object(request, object_id, from_field)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "body":
            kwargs["widget"] = LongTextInput(attrs={"rows": 24, "cols": 80})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        if change:
            form.touched = touched_by([obj])
            save_article(obj, form.cleaned_data["seen_version"], request.user)
        else:
            form.touched = None
            obj.save()

    def save_formset(self, request, form, formset, change):
        if isinstance(formset, PeopleFormSet):
            formset.save_rows(request.user)
        else:
            super().save_formset(request, form, formset, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        article = form.instance
        name_bodies(article)
        name_events(article)
        if form.cleaned_data["read_again"]:
            relink(article)
        find_questions({article.pk})
        refresh([article], touched=form.touched)

    def has_delete_permission(self, request, obj=None):
        """A draft made by mistake may go; what was printed or public stays."""
        may = super().has_delete_permission(request, obj)
        return may and obj is not None and is_mere_draft(obj)

    @admin.display(description="标题", ordering="headline")
    def title(self, article):
        return str(article)

    @admin.display(description="版", ordering="page__number")
    def page_name(self, article):
        return f"第{article.page.number}版" if article.page else None

    @admin.display(description="存疑")
    def doubt(self, article):
        return article.doubts.split("\n")[0] or None


def is_mere_draft(article):
    """Entered by hand and never public."""
    return not (
        article.published_at
        or article.fragments.exists()
        or article.corrections.exists()
        or article.as_read
    )


@admin.register(Picture)
class PictureAdmin(NoDeleteMixin, BoundedAdmin):
    form = PictureForm
    list_display = ["__str__", "article", "credit", "image", "width", "height"]
    list_filter = [row_filter("稿件", "article")]
    search_fields = ["caption", "credit", "article__headline"]
    autocomplete_fields = ["article"]
    list_select_related = ["article"]
    initial_fields = ("article",)
    fields = ["article", "image", "caption", "credit", "alt_text", "order"]

    def save_model(self, request, obj, form, change):
        """Captions are searched, and masked, with their article."""
        before = form.initial.get("article")
        super().save_model(request, obj, form, change)
        refresh(Article.objects.filter(pk__in={obj.article_id, before} - {None}))
