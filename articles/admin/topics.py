from django.contrib import admin

from articles.loading import make_starter_topics
from articles.models import Topic, TopicLink
from people.admin.bases import BoundedAdmin, DeleteUnusedMixin
from people.admin.filters import row_filter

from .verdicts import DerivingMixin


@admin.register(Topic)
class TopicAdmin(DeleteUnusedMixin, BoundedAdmin):
    own_relations = ()
    list_display = ["name", "group", "public", "position", "slug"]
    list_filter = ["public"]
    search_fields = ["name", "synonyms", "slug", "group"]
    long_fields = ("description", "synonyms")
    fields = [
        "name",
        "slug",
        "group",
        "description",
        "synonyms",
        "public",
        "position",
    ]

    def get_queryset(self, request):
        """The starter vocabulary is there as soon as somebody looks for topics."""
        make_starter_topics()
        return super().get_queryset(request)

    def get_fields(self, request, obj=None):
        """A new topic gets its address from its name; an old one keeps its own."""
        return [name for name in self.fields if obj or name != "slug"]


@admin.register(TopicLink)
class TopicLinkAdmin(DerivingMixin, BoundedAdmin):
    list_display = ["tag", "content_object", "origin", "words", "verdict"]
    list_filter = [
        "verdict",
        "origin",
        row_filter("话题", "tag"),
        row_filter("稿件", "article", "content_object"),
    ]
    search_fields = ["tag__name", "content_object__headline", "words"]
    autocomplete_fields = ["tag", "content_object"]
    list_select_related = ["tag", "content_object"]
    readonly_fields = ["origin", "words"]

    def article_of(self, row):
        return row.content_object
