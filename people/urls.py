from django.urls import path

from articles.views import ids  # noqa: F401 addresses use its converter
from people.views import areas, bodies, events, people

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
    path("events/<id:pk>/", events.EventDetail.as_view(), name="event-detail"),
]
