"""Atom feeds of a person, a body and an area; the calendar of dated activities."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Max, OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe
from icalendar import Calendar
from icalendar import Event as CalendarEvent

from articles.feeds import ArticleFeed, paper_name, xml_text
from articles.models import EventReport
from people.models import Area, Event, Organization, Person

from .views.areas import area_articles
from .views.bodies import OrganizationDetail
from .views.people import PersonDetail

#: The calendar holds what is to come and so many of the newest activities.
MAX_EVENTS = 500


class MovedFeed(ArticleFeed):
    """A feed of what may have been merged: the old address leads to the new one."""

    page = None
    url_name = ""

    def moved(self, request, *args, **kwargs):
        target = self.page().find_target(kwargs["pk"])
        if target is None:
            raise Http404("没有这个订阅源。")
        return redirect(self.url_name, pk=target.pk, permanent=True)


class PersonFeed(MovedFeed):
    page = PersonDetail
    url_name = "people:person-feed"

    def get_object(self, request, pk):
        return Person.objects.published().get(pk=pk)

    def articles(self, person):
        return self.get_queryset().mentioning(person)


class OrganizationFeed(MovedFeed):
    page = OrganizationDetail
    url_name = "people:organization-feed"

    def get_object(self, request, pk):
        return Organization.objects.published().get(pk=pk)

    def articles(self, body):
        return self.get_queryset().naming(body)


class AreaFeed(ArticleFeed):
    def get_object(self, request, pk):
        return Area.objects.published().get(pk=pk)

    def articles(self, area):
        return area_articles(area)


@require_safe
def event_calendar(request: HttpRequest) -> HttpResponse:
    """Activities whose days are printed, each for whole days where no hour is known;
    others have no place."""
    calendar = Calendar()
    calendar.add("prodid", "-//newsroom//events//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{paper_name()} 活动")
    for event in dated_events():
        calendar.add_component(calendar_event(event, request))
    calendar.add_missing_timezones()
    return HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")


def dated_events() -> list[Event]:
    """Shown events with both days known, each with `reported_at`; the newest first."""
    reports = EventReport.objects.shown().filter(event=OuterRef("pk"))
    newest = reports.values("event").annotate(at=Max("article__published_at"))
    events = Event.objects.published().exclude(date_earliest=None)
    events = events.exclude(date_latest=None).newest_first()
    events = events.annotate(reported_at=Subquery(newest.values("at")[:1]))
    days = ((event, event.date_earliest, event.date_latest) for event in events)
    return [event for event, *bounds in days if not is_only_a_month(*bounds)][
        :MAX_EVENTS
    ]


def is_only_a_month(earliest: date, latest: date) -> bool:
    """Whether the bounds are whole months: then print says the month and no day."""
    ends_a_month = latest.day == monthrange(latest.year, latest.month)[1]
    return earliest.day == 1 and ends_a_month and earliest != latest


def calendar_event(event: Event, request: HttpRequest) -> CalendarEvent:
    address = request.build_absolute_uri(event.get_absolute_url())
    entry = CalendarEvent()
    entry.add("uid", f"event-{event.pk}@{request.get_host()}")
    entry.add("dtstamp", event.reported_at or timezone.now())
    entry.add("summary", xml_text(event.name))
    for name, when in event_bounds(event).items():
        entry.add(name, when)
    entry.add("transp", "TRANSPARENT")
    entry.add("url", address)
    if event.place:
        entry.add("location", xml_text(event.place))
    if event.date_words:
        entry.add("description", xml_text(f"见报原文：{event.date_words}"))
    return entry


def event_bounds(event: Event) -> dict[str, date | datetime]:
    """Beginning and end as calendars know them; of an hour without an end no end."""
    if not event.has_hour:
        days = timedelta(days=1)
        return {"dtstart": event.date_earliest, "dtend": event.date_latest + days}
    day, zone = event.date_earliest, ZoneInfo(settings.TIME_ZONE)
    bounds = {"dtstart": datetime.combine(day, event.starts, zone)}
    if event.ends:
        bounds["dtend"] = datetime.combine(day, event.ends, zone)
    return bounds
