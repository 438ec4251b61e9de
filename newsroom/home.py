"""The first page of the site, and what the paper says about itself."""

from django.conf import settings
from django.utils import timezone
from django.views.generic import DetailView, TemplateView

from articles.models import Edition, Issue
from articles.views.front import front_page, neighbours
from articles.views.published import PublishedMixin
from people.models import Event
from people.views.areas import area_articles, my_area

#: What stands beside the newest issue.
MAX_UPCOMING = 4
MAX_OF_AREA = 4


class Home(PublishedMixin, DetailView):
    """The newest issue, what is coming, and the reader's own 居民区."""

    model = Issue
    template_name = "newsroom/home.html"
    extra_context = {"section": "home"}

    def get_object(self, queryset=None):
        return self.get_queryset().select_related("edition").newest_first().first()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if self.object is None:
            return context
        area = my_area(self.request)
        upcoming = Event.objects.published().upcoming(timezone.localdate())
        context |= {
            "issue": self.object,
            "front": front_page(self.object),
            "upcoming": list(upcoming[:MAX_UPCOMING]),
            "area": area,
        }
        if area is not None:
            articles = area_articles(area).for_list().newest_first()
            context["area_articles"] = articles[:MAX_OF_AREA]
        return context | neighbours(self.object)


class About(TemplateView):
    template_name = "newsroom/about.html"

    def get_context_data(self, **kwargs):
        editions = Edition.objects.order_by("pk")
        own = editions.filter(slug=settings.EDITION["slug"]).first()
        edition = own or editions.first()
        return super().get_context_data(**kwargs) | {"edition": edition}
