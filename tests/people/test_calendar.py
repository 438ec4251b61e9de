"""The calendar, read with the library that others read it with."""

from datetime import date, datetime, time, timedelta

import pytest
from django.urls import reverse
from icalendar import Calendar

from people.feeds import is_only_a_month
from tests.builders import make_event, make_event_report

pytestmark = pytest.mark.django_db


def entries(client):
    return read_calendar(client).walk("VEVENT")


def read_calendar(client):
    response = client.get(reverse("people:event-calendar"))
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(response.content)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    return calendar


def test_known_hour_is_told_with_its_zone(client):
    make_event(starts=time(19, 30), ends=time(21))
    calendar = read_calendar(client)
    (entry,) = calendar.walk("VEVENT")
    (zone,) = calendar.walk("VTIMEZONE")
    assert str(zone["TZID"]) == entry["DTSTART"].params["TZID"] == "Asia/Shanghai"
    assert entry["DTSTART"].dt.replace(tzinfo=None) == datetime(2024, 5, 5, 19, 30)
    assert entry["DTEND"].dt.replace(tzinfo=None) == datetime(2024, 5, 5, 21)
    assert entry["DTSTART"].dt.utcoffset() == timedelta(hours=8)
    assert zone.to_tz().utcoffset(datetime(2024, 5, 5)) == timedelta(hours=8)


def test_no_end_is_made_up_for_a_known_hour(client):
    make_event(starts=time(9))
    (entry,) = entries(client)
    assert entry["DTSTART"].dt.hour == 9
    assert "DTEND" not in entry and "DURATION" not in entry


def test_hour_of_one_of_several_days_is_not_told(client):
    make_event(date_latest=date(2024, 5, 7), starts=time(9))
    (entry,) = entries(client)
    assert entry["DTSTART"].dt == date(2024, 5, 5)


def test_whole_days_need_no_zone(client):
    make_event()
    assert not read_calendar(client).walk("VTIMEZONE")


def test_a_day_is_a_whole_day(client):
    event = make_event(
        name="枫桥灯会，第一场", place="枫桥路; 12号", date_words="5月5日"
    )
    report = make_event_report(event=event)
    (entry,) = entries(client)
    assert str(entry["SUMMARY"]) == "枫桥灯会，第一场"
    assert entry["DTSTART"].dt == date(2024, 5, 5)
    assert entry["DTEND"].dt == date(2024, 5, 6)
    assert entry["DTSTAMP"].dt.date() == report.article.published_at.date()
    assert str(entry["LOCATION"]) == "枫桥路; 12号"
    assert str(entry["URL"]) == f"http://testserver{event.get_absolute_url()}"
    assert "5月5日" in str(entry["DESCRIPTION"])


def test_several_days_end_after_the_last(client):
    make_event(date_earliest=date(2024, 5, 5), date_latest=date(2024, 5, 7))
    (entry,) = entries(client)
    assert entry["DTEND"].dt - entry["DTSTART"].dt == timedelta(days=3)


@pytest.mark.parametrize(
    "overrides",
    [
        {"shown": False},
        {"date_earliest": None, "date_latest": None},
        {"date_latest": None},
        {"date_earliest": date(2024, 5, 1), "date_latest": date(2024, 5, 31)},
        {"date_earliest": date(2024, 1, 1), "date_latest": date(2024, 12, 31)},
    ],
)
def test_what_has_no_day_or_is_not_shown_is_left_out(client, overrides):
    make_event(**overrides)
    assert entries(client) == []


def test_uids_are_unique_and_stay(client):
    make_event(), make_event(name="另一场")
    first, again = ([str(each["UID"]) for each in entries(client)] for _ in range(2))
    assert len(set(first)) == 2
    assert first == again


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (date(2024, 2, 1), date(2024, 2, 29), True),
        (date(2024, 1, 1), date(2024, 12, 31), True),
        (date(2024, 2, 1), date(2024, 2, 28), False),
        (date(2024, 2, 2), date(2024, 2, 29), False),
        (date(2024, 2, 1), date(2024, 2, 1), False),
    ],
)
def test_whole_months_are_no_days(earliest, latest, expected):
    assert is_only_a_month(earliest, latest) is expected
