"""人物: people by body and by A–Z, one person, one post."""

from itertools import groupby

from django.db.models import Exists, OuterRef, Prefetch
from django.http import Http404
from django.utils import timezone
from django.views.generic import DetailView, ListView

from articles.holders import BadDate, holders_on
from articles.merging import canonical_post
from articles.models import Appearance, Article, Evidence, Mention
from articles.roster import current_holders
from articles.views.paging import PagedMixin, page_of
from articles.views.published import MovedMixin, PublishedMixin, printed_claims
from articles.views.years import in_all, in_year, years_of
from people.models import Organization, Person, Post

from .standing import draw, in_printed_order, in_standing_order, public_memberships

#: Activities shown on the page of a person; older ones are found by their articles.
MAX_ACTIVITIES = 50


class PersonList(PublishedMixin, PagedMixin, ListView):
    """People under the bodies that they were printed with, in printed order."""

    model = Organization
    template_name = "people/person_list.html"
    paginate_by = 30
    extra_context = {"section": "people"}

    def get_queryset(self):
        held = public_memberships().filter(person__shown=True)
        held = held.filter(post__organization=OuterRef("pk"))
        return super().get_queryset().filter(Exists(held)).in_listed_order()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        bodies = list(context["object_list"])
        held = public_memberships().filter(
            person__shown=True, post__organization__in=bodies
        )
        held = in_standing_order(held)
        for body in bodies:
            body.held = [m for m in held if m.post.organization_id == body.pk]
        return context | {"bodies": bodies, "letters": letters()}


def letters() -> list[str]:
    """Initials under which there is somebody."""
    initials = Person.objects.published().values_list("initials", flat=True)
    return sorted({each[0].upper() for each in initials.distinct() if each})


class PersonIndex(PublishedMixin, PagedMixin, ListView):
    """The A–Z index: an index and no ranking."""

    model = Person
    template_name = "people/person_index.html"
    paginate_by = 60
    extra_context = {"section": "people"}

    def get_queryset(self):
        rows = super().get_queryset().by_index()
        self.letter = self.kwargs["letter"].upper()
        posts = public_memberships().order_by("-last_seen", "pk")
        posts = Prefetch("memberships", posts, to_attr="held")
        return rows.filter(initials__startswith=self.letter.lower()).prefetch_related(
            posts
        )

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not context["object_list"]:
            raise Http404("没有这个字母开头的人物。")
        return context | {"letter": self.letter, "letters": letters()}


class PersonDetail(MovedMixin, DetailView):
    """One person: posts as printed with their evidence, articles, activities."""

    model = Person
    extra_context = {"section": "people"}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        held = in_printed_order(
            public_memberships()
            .filter(person=self.object)
            .prefetch_related(evidence_of_bounds())
        )
        rows, year = in_year(self.request, printed_mentions(self.object))
        years = years_of(Mention.objects.shown().filter(person=self.object))
        return context | {
            "held": held,
            "axis": draw(held),
            "page": page_of(self.request, rows, count=in_all(years, year)),
            "year": year,
            "years": years,
            "activities": activities(self.object),
        }


def evidence_of_bounds():
    """First and last sighting of a membership, with the sentences."""
    rows = Evidence.objects.filter(bound__in=["first_seen", "last_seen"])
    rows = rows.filter(claim__mention__article__status=Article.Status.PUBLISHED)
    rows = rows.select_related(
        "claim__mention__article__issue__edition", "claim__mention__article__page"
    ).order_by("date", "pk")
    return Prefetch("evidence", rows, to_attr="sightings")


def printed_mentions(person):
    """The person's mentions, each with its article and posts as printed there."""
    return (
        Mention.objects.shown()
        .filter(person=person)
        .select_related("article__issue__edition", "article__page")
        .defer("article__body", "article__as_read")
        .prefetch_related(Prefetch("claims", printed_claims(), to_attr="shown_claims"))
        .order_by("-sort_date", "-article_id")
    )


def activities(person):
    """Events with the person's roles as printed: [(event, appearances)]."""
    rows = (
        Appearance.objects.shown()
        .filter(mention__person=person, report__event__shown=True)
        .exclude(role="")
        .select_related("report__event", "report__article")
        .defer("report__article__body", "report__article__as_read")
        .order_by("-report__event__date_latest", "-report__event_id", "order", "pk")
    )[:MAX_ACTIVITIES]
    return [
        (event, list(group))
        for event, group in groupby(rows, lambda row: row.report.event)
    ]


class PostDetail(MovedMixin, DetailView):
    """One post: who was printed with it, and `?on=` whom print allows at a time."""

    model = Post
    extra_context = {"section": "organizations"}

    def get_queryset(self):
        return super().get_queryset().select_related("organization")

    def find_target(self, pk):
        """The same role in the body that the post's body was merged into."""
        post = Post.objects.select_related("organization").filter(pk=pk).first()
        target = canonical_post(post) if post else None
        return target if target and target != post and target.shown else None

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = public_memberships().filter(post=self.object)
        held = in_printed_order(rows.prefetch_related(evidence_of_bounds()))
        return context | {
            "held": held,
            "axis": draw(held),
            "current": current_holders(self.object, timezone.localdate()),
            **answer(self.object, self.request.GET.get("on", "")),
        }


def answer(post, asked: str) -> dict[str, object]:
    """What print says of a time that a reader asks about, or how to ask."""
    if not asked.strip():
        return {}
    try:
        return {"answer": holders_on(post, asked)}
    except BadDate as wrong:
        return {"error": wrong}
