"""sitemap.xml: the pages of what is published, and no other."""

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index, sitemap
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Article, Issue, Page, Topic
from people.models import Area, Event, Organization, Person, Post

#: More addresses than this make a list of lists.
PER_FILE = 5000


class Lists(Sitemap):
    """Pages that are lists, and the home page."""

    names = (
        "home",
        "about",
        "articles:issue-list",
        "articles:topic-list",
        "articles:correction-list",
        "people:person-list",
        "people:organization-list",
        "people:area-list",
        "people:event-list",
    )

    def items(self):
        return self.names

    def location(self, name):
        return reverse(name)


class Published(Sitemap):
    """The published rows of one model, the newest first."""

    limit = PER_FILE

    def __init__(self, model, *related):
        self.model, self.related = model, related

    def items(self):
        rows = self.model.objects.published().order_by("-pk")
        return rows.select_related(*self.related) if self.related else rows


class Articles(Published):
    def items(self):
        return super().items().only("pk", "modified_at")

    def lastmod(self, article):
        return article.modified_at


SECTIONS = {
    "lists": Lists(),
    "articles": Articles(Article),
    "issues": Published(Issue),
    "pages": Published(Page),
    "topics": Published(Topic),
    "people": Published(Person),
    "organizations": Published(Organization),
    "posts": Published(Post),
    "areas": Published(Area),
    "events": Published(Event),
}


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """All addresses in one file, or where they are too many the list of files."""
    is_small = all(part.paginator.num_pages == 1 for part in SECTIONS.values())
    if is_small and "p" not in request.GET:
        return sitemap(request, SECTIONS)
    return index(request, SECTIONS, sitemap_url_name="sitemap-section")


@require_safe
def section_map(request: HttpRequest, section: str) -> HttpResponse:
    return sitemap(request, SECTIONS, section=section)
