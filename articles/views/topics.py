"""Topics, and the articles of one."""

from django.views.generic import DetailView, ListView

from articles.models import Article, Topic

from .paging import page_of
from .published import PublishedMixin
from .years import in_all, in_year, years_of


class TopicList(PublishedMixin, ListView):
    model = Topic
    extra_context = {"section": "topics"}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        groups: dict[str, list[Topic]] = {}
        for topic in context["object_list"]:
            groups.setdefault(topic.group, []).append(topic)
        rest = groups.pop("", [])
        groups |= {"其他": rest} if rest else {}
        return context | {"groups": groups.items()}


class TopicDetail(PublishedMixin, DetailView):
    model = Topic
    extra_context = {"section": "topics"}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        articles = Article.objects.published().on_topic(self.object)
        rows, year = in_year(self.request, articles.for_list().newest_first())
        years = years_of(articles)
        page = page_of(self.request, rows, count=in_all(years, year))
        return context | {"page": page, "year": year, "years": years}
