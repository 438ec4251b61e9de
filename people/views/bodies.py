"""单位: bodies by groups of kinds, one body."""

from itertools import groupby

from django.db.models import Case, Count, F, Q, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber
from django.http import Http404
from django.views.generic import DetailView, ListView

from articles.models import Article
from articles.sessions import sessions_of
from articles.views.paging import PagedMixin, page_of
from articles.views.published import MovedMixin, PublishedMixin
from articles.views.years import in_all, in_year, years_of
from people.models import Event, Organization, UnitMembership
from people.models.organization import COMMITTEE_KINDS, CommitteeGroup, Kind

from .events import is_listed
from .standing import in_standing_order, public_memberships

#: A group shows so many bodies before it asks to open the whole list.
FIRST_OF_GROUP = 12
#: Groups of kinds that are no 党组织、自治组织与议事机构.
OTHER_GROUPS = {
    "government": (
        "政府与街道机构",
        {
            Kind.GOVERNMENT,
            Kind.SUBDISTRICT_OFFICE,
            Kind.GOV_DEPARTMENT,
            Kind.INNER_OFFICE,
            Kind.CENTRE,
            Kind.FIELD_STATION,
            Kind.ARMED_FORCES,
        },
    ),
    "civic": (
        "群团、联盟与社会组织",
        {
            Kind.MASS_ORG,
            Kind.CHAMBER,
            Kind.ALLIANCE,
            Kind.WORKING_GROUP,
            Kind.VOLUNTEER_TEAM,
            Kind.STUDIO,
            Kind.SOCIAL_ORG,
            Kind.PARTY_CELL,
        },
    ),
    "units": (
        "企业、学校与场馆",
        {
            Kind.COMPANY,
            Kind.PROPERTY_COMPANY,
            Kind.SCHOOL,
            Kind.MEDICAL,
            Kind.CULTURE,
            Kind.MEDIA,
        },
    ),
}
GROUPS = {
    **{group.value: (group.label, COMMITTEE_KINDS[group]) for group in CommitteeGroup},
    **OTHER_GROUPS,
}
REST = "rest"
LABELS = {key: label for key, (label, _) in GROUPS.items()} | {REST: "其他"}


def with_group(bodies):
    """Bodies with the group they are listed in."""
    return bodies.annotate(
        listed_in=Case(
            *(
                When(kind__in=kinds, then=Value(key))
                for key, (_, kinds) in GROUPS.items()
            ),
            default=Value(REST),
        )
    )


class OrganizationList(PublishedMixin, ListView):
    """The first bodies of every group, with how many each group has."""

    model = Organization
    extra_context = {"section": "organizations"}

    def get_queryset(self):
        number = Window(
            RowNumber(),
            partition_by=F("listed_in"),
            order_by=[Coalesce(F("position"), Value(10**6)), F("pk")],
        )
        rows = with_group(super().get_queryset()).annotate(number=number)
        return rows.filter(number__lte=FIRST_OF_GROUP).order_by("number")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = with_group(Organization.objects.published()).values("listed_in")
        counts = dict(
            rows.annotate(n=Count("pk")).order_by().values_list("listed_in", "n")
        )
        shown = list(context["object_list"])
        groups = [
            {
                "key": key,
                "label": label,
                "count": counts[key],
                "bodies": [body for body in shown if body.listed_in == key],
            }
            for key, label in LABELS.items()
            if key in counts
        ]
        return context | {"groups": groups}


class OrganizationGroup(PublishedMixin, PagedMixin, ListView):
    """All bodies of one group."""

    model = Organization
    template_name = "people/organization_group.html"
    paginate_by = 60
    extra_context = {"section": "organizations"}

    def get_queryset(self):
        if self.kwargs["group"] not in LABELS:
            raise Http404("没有这一类单位。")
        rows = with_group(super().get_queryset())
        return rows.filter(listed_in=self.kwargs["group"]).in_listed_order()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"label": LABELS[self.kwargs["group"]]}


class OrganizationDetail(MovedMixin, DetailView):
    """One body: who was printed with its posts, its units, sessions and articles."""

    model = Organization
    extra_context = {"section": "organizations"}

    def get_queryset(self):
        return super().get_queryset().select_related("area", "superior", "former_body")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        body = self.object
        articles = Article.objects.published().naming(body)
        rows, year = in_year(self.request, articles.for_list().newest_first())
        held = public_memberships().filter(post__organization=body)
        related = Organization.objects.published().filter(
            Q(superior=body) | Q(former_body=body)
        )
        related = list(related.in_listed_order())
        held_meetings = list(meetings(body))
        years = years_of(articles)
        return context | {
            "held": in_standing_order(held),
            "units": unit_memberships(body),
            "meetings": held_meetings,
            "has_sessions": any(e.session_of_id == body.pk for e in held_meetings),
            "page": page_of(self.request, rows, count=in_all(years, year)),
            "year": year,
            "years": years,
            "later": [each for each in related if each.former_body_id == body.pk],
            "below": [each for each in related if each.superior_id == body.pk],
        }


class OrganizationMeetings(PublishedMixin, DetailView):
    """How often a body met as far as print proves it, and who took part each time."""

    model = Organization
    template_name = "people/organization_meetings.html"
    extra_context = {"section": "organizations"}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        sessions = sessions_of(self.object)
        if not (sessions.proven or sessions.mentions or sessions.passing):
            raise Http404("报上没有这个机构的会议。")
        for session in [*sessions.proven, *sessions.mentions]:
            session.sentences = by_sentence(session.appearances)
        return context | {"sessions": sessions}


def by_sentence(appearances):
    """Who took part, neighbours in one sentence together: [(article, quote, rows)]."""
    listed = [row for row in appearances if is_listed(row, row.report.article)]
    groups = groupby(listed, lambda row: (row.report.article, row.quote))
    return [(article, quote, list(rows)) for (article, quote), rows in groups]


def unit_memberships(body):
    rows = UnitMembership.objects.published().filter(organization=body)
    return rows.select_related("unit").order_by("pk")


def meetings(body):
    """Sessions of the body and activities that it organized, the newest first."""
    rows = Event.objects.published().filter(Q(session_of=body) | Q(organizers=body))
    return rows.distinct().newest_first()[:50]
