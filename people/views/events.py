"""活动: what is announced, what was reported, a month, one event."""

from django.db.models import Prefetch, Q
from django.http import Http404
from django.utils import timezone
from django.views.generic import DetailView, ListView

from articles.models import Appearance, EventReport, Mention
from articles.views.paging import PagedMixin
from articles.views.published import PublishedMixin, may_be_listed, printed_claims
from articles.views.years import in_year, years_of
from people.models import Event

from .months import month_of


class EventList(PublishedMixin, PagedMixin, ListView):
    """近期预告 first, then reports by year, 日期未载 as a group of its own."""

    model = Event
    paginate_by = 40
    extra_context = {"section": "events"}

    def get_queryset(self):
        self.today = timezone.localdate()
        rows = past(super().get_queryset(), self.today).newest_first()
        rows, self.year = in_year(self.request, rows, "date_latest")
        return rows

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        events = Event.objects.published()
        months = events.order_by().dates("date_earliest", "month", order="DESC")
        upcoming = [] if self.year else list(events.upcoming(self.today)[:20])
        return context | {
            "upcoming": upcoming,
            "year": self.year,
            "years": years_of(past(events, self.today), "date_latest"),
            "months": [
                day for day in months if not self.year or f"{day:%Y}" == self.year
            ][:12],
        }


def past(events, today):
    """Events that are over, and those of which print gives no date."""
    return events.filter(Q(date_latest=None) | Q(date_latest__lt=today))


class EventMonth(PublishedMixin, ListView):
    """One month drawn by weeks; only a month with dates has a page."""

    model = Event
    template_name = "people/event_month.html"
    extra_context = {"section": "events"}

    def get_queryset(self):
        self.month = month_of(self.kwargs["year"], self.kwargs["month"])
        if self.month is None:
            raise Http404("没有这个月份。")
        rows = (
            super()
            .get_queryset()
            .filter(
                date_earliest__lte=self.month.last,
                date_latest__gte=self.month.first,
            )
        )
        return rows.order_by("date_earliest", "pk")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        events = list(context["object_list"])
        if not events:
            raise Http404("这个月没有载明日期的活动。")
        return context | {
            "events": events,
            "day": self.month.first,
            "weeks": self.month.weeks(events),
            "months": neighbouring_months(self.month),
        }


def neighbouring_months(month):
    """The nearest months before and after in which an event is dated."""
    days = Event.objects.published().exclude(date_earliest=None)
    before = days.filter(date_latest__lt=month.first).order_by("-date_latest")
    after = days.filter(date_earliest__gt=month.last).order_by("date_earliest")
    return {
        "before": before.values_list("date_latest", flat=True).first(),
        "after": after.values_list("date_earliest", flat=True).first(),
    }


class EventDetail(PublishedMixin, DetailView):
    """One event, with what every article says about it."""

    model = Event
    extra_context = {"section": "events"}

    def get_queryset(self):
        rows = super().get_queryset().select_related("session_of", "part_of")
        return rows.prefetch_related("organizers")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        event = self.object
        organizers = [each for each in event.organizers.all() if each.shown]
        return context | {
            "organizers": organizers,
            "reports": reports_of(event),
            "parts": event.parts.published().order_by("date_earliest", "pk"),
            "is_upcoming": event.date_latest
            and event.date_latest >= timezone.localdate(),
        }


def reports_of(event):
    """Published reports of the event, each with who took part, as printed."""
    mentions = Mention.objects.shown().select_related("person")
    mentions = mentions.prefetch_related(
        Prefetch("claims", printed_claims(), "shown_claims")
    )
    rows = Appearance.objects.shown().select_related("unit").order_by("order", "pk")
    rows = rows.prefetch_related(Prefetch("mention", mentions))
    reports = list(
        EventReport.objects.shown()
        .filter(event=event)
        .select_related("article__issue__edition", "article__page")
        .defer("article__body", "article__as_read")
        .prefetch_related(Prefetch("appearances", rows))
        .order_by("-article__sort_date", "-article_id")
    )
    for report in reports:
        report.shown_appearances = [
            row for row in report.appearances.all() if is_listed(row, report.article)
        ]
    return reports


def is_listed(appearance, article) -> bool:
    """Units are; people where their name may be repeated beside the article."""
    mention = appearance.mention
    if appearance.mention_id is None:
        return True
    if mention is None or mention.name_as_printed in article.hidden_names:
        return False
    return may_be_listed(mention)
