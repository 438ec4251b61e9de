from django.urls import path

from articles.views import (
    codes,
    ids,  # noqa: F401 addresses use its converter
)
from people import feeds
from people.models import Area, Person
from people.views import areas, bodies, events, open_data, people

app_name = "people"
urlpatterns = [
    path("people/", people.PersonList.as_view(), name="person-list"),
    path("people/<id:pk>/", people.PersonDetail.as_view(), name="person-detail"),
    path(
        "people/index/<slug:letter>/", people.PersonIndex.as_view(), name="person-index"
    ),
    path("posts/<id:pk>/", people.PostDetail.as_view(), name="post-detail"),
    path("organizations/", bodies.OrganizationList.as_view(), name="organization-list"),
    path(
        "organizations/<id:pk>/",
        bodies.OrganizationDetail.as_view(),
        name="organization-detail",
    ),
    path(
        "organizations/<id:pk>/meetings/",
        bodies.OrganizationMeetings.as_view(),
        name="organization-meetings",
    ),
    path(
        "organizations/kinds/<slug:group>/",
        bodies.OrganizationGroup.as_view(),
        name="organization-group",
    ),
    path("areas/", areas.AreaList.as_view(), name="area-list"),
    path("areas/mine/", areas.choose_area, name="my-area"),
    path("areas/<id:pk>/", areas.AreaDetail.as_view(), name="area-detail"),
    path("events/", events.EventList.as_view(), name="event-list"),
    path(
        "events/<int:year>/<int:month>/",
        events.EventMonth.as_view(),
        name="event-month",
    ),
    path("people/<id:pk>/feed/", feeds.PersonFeed(), name="person-feed"),
    path(
        "organizations/<id:pk>/feed/",
        feeds.OrganizationFeed(),
        name="organization-feed",
    ),
    path("areas/<id:pk>/feed/", feeds.AreaFeed(), name="area-feed"),
    path(
        "people/<id:pk>/code.svg",
        codes.Code.as_view(model=Person),
        name="person-code",
    ),
    path("areas/<id:pk>/code.svg", codes.Code.as_view(model=Area), name="area-code"),
    path("events/calendar.ics", feeds.event_calendar, name="event-calendar"),
    path("data/popolo.json", open_data.popolo, name="popolo"),
    path("data/people.csv", open_data.people_table, name="people-table"),
    path(
        "data/organizations.csv",
        open_data.organizations_table,
        name="organizations-table",
    ),
    path("data/memberships.csv", open_data.memberships_table, name="memberships-table"),
    path("events/<id:pk>/", events.EventDetail.as_view(), name="event-detail"),
]
