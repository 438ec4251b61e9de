"""Atom feeds of the newest articles: of the site, of a topic, of whatever has some."""

import re

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import Prefetch
from django.http import Http404, HttpResponseNotAllowed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.text import Truncator

from articles.models import Article, Topic, TopicLink
from articles.views.citation import authors
from articles.views.published import PublishedMixin

NEWEST = 30
SUMMARY_LENGTH = 200
#: Signs that no XML may hold.
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    return NOT_IN_XML.sub("", text)


class PaperAtom(Atom1Feed):
    """Atom with the language as browsers know it."""

    def root_attributes(self):
        return super().root_attributes() | {"xml:lang": "zh-Hans"}


class ArticleRows:
    """Where the queryset of a feed begins, before only what is published is left."""

    def get_queryset(self):
        return Article.objects.all()


class ArticleFeed(PublishedMixin, ArticleRows, Feed):
    """The newest published articles of what `get_object` gives; ads are no news.

    What was merged into something else sends on to the feed of that.
    """

    feed_type = PaperAtom

    def __call__(self, request, *args, **kwargs):
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        try:
            return super().__call__(request, *args, **kwargs)
        except Http404:
            return self.moved(request, *args, **kwargs)

    def moved(self, request, *args, **kwargs):
        raise Http404("没有这个订阅源。")

    def articles(self, obj):
        """The published articles about the object; here all of them."""
        return self.get_queryset()

    def items(self, obj):
        topics = TopicLink.objects.shown().select_related("tag")
        rows = self.articles(obj).exclude(kind=Article.Kind.ADVERTISEMENT)
        rows = rows.defer("as_read").select_related("issue__edition").newest_first()
        return rows.prefetch_related(
            Prefetch("topic_links", topics, to_attr="shown_topics")
        )[:NEWEST]

    def title(self, obj):
        return xml_text(f"{obj}｜{paper_name()}")

    def link(self, obj):
        return obj.get_absolute_url()

    def item_title(self, article):
        return xml_text(article.masked(article.headline)) or "（无题）"

    def item_description(self, article):
        text = article.masked(article.standfirst or article.lead)
        return xml_text(Truncator(text).chars(SUMMARY_LENGTH, truncate="……"))

    def item_author_name(self, article):
        names = authors(article.masked(article.byline))
        return xml_text("、".join(names) or str(article.issue.edition))

    def item_categories(self, article):
        return [xml_text(link.tag.name) for link in article.shown_topics]

    def item_pubdate(self, article):
        return article.published_at

    def item_updateddate(self, article):
        return max(article.modified_at, article.published_at)


class SiteFeed(ArticleFeed):
    def get_object(self, request):
        return None

    def title(self, obj):
        return xml_text(paper_name())

    def link(self, obj):
        return reverse("home")


class TopicFeed(ArticleFeed):
    def get_object(self, request, slug):
        return Topic.objects.published().get(slug=slug)

    def articles(self, topic):
        return self.get_queryset().on_topic(topic)


def paper_name() -> str:
    return f"{settings.EDITION['title']}·{settings.EDITION['place']}"
