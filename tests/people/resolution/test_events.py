from datetime import date

import pytest

from people.resolution import NamedEvent, resolve_event, resolve_events
from tests.builders import make_event, make_organization

pytestmark = pytest.mark.django_db
MAY = {"earliest": date(2024, 5, 5), "latest": date(2024, 5, 5)}


@pytest.fixture
def host():
    return make_organization()


def named(name="枫桥灯会", issue=1, key=1, **values):
    return NamedEvent(key=key, name=name, issue=issue, **values)


def resolve(*wanted, issues=None):
    return resolve_events(wanted, issues or {})


def test_new_event_keeps_what_was_printed(host):
    decision = resolve_event(
        named(
            "“枫桥”灯会", place="南桥", date_words="5月5日", organizers={host.pk}, **MAY
        )
    )
    event = decision.event
    assert decision.is_new
    assert event.normal_name == "枫桥灯会"
    assert (event.place, event.date_words) == ("南桥", "5月5日")
    assert list(event.organizers.all()) == [host]


def test_same_name_days_and_organizer_is_the_same_event(host):
    event = make_event(name="枫桥灯会")
    event.organizers.add(host)
    decisions, made = resolve(
        named("枫桥“灯会”", organizers=frozenset({host.pk}), **MAY)
    )
    assert decisions[1].event == event
    assert not made


def test_other_organizer_is_another_event_and_asked(host):
    event = make_event(name="枫桥灯会")
    event.organizers.add(make_organization())
    decisions, _ = resolve(named(organizers=frozenset({host.pk}), **MAY))
    assert decisions[1].is_new
    assert decisions[1].asks == (event,)


def test_other_year_is_another_event_without_question(host):
    event = make_event(
        name="枫桥灯会", date_earliest=date(2023, 5, 5), date_latest=date(2023, 5, 5)
    )
    event.organizers.add(host)
    decisions, _ = resolve(named(organizers=frozenset({host.pk}), **MAY))
    assert decisions[1].is_new
    assert not decisions[1].asks


def test_undated_reports_of_one_issue_are_one_event(host):
    decisions, made = resolve(
        named(key=1, organizers=frozenset({host.pk})), named(key=2)
    )
    assert len(made) == 1
    assert decisions[1].event == decisions[2].event


def test_undated_reports_of_two_issues_stay_apart_and_are_asked(host):
    event = make_event(date_earliest=None, date_latest=None)
    event.organizers.add(host)
    decisions, _ = resolve(
        named(issue=2, organizers=frozenset({host.pk})), issues={event.pk: {1}}
    )
    assert decisions[1].is_new
    assert decisions[1].asks == (event,)


def test_undated_name_of_somebody_else_is_not_asked_about(host):
    event = make_event(date_earliest=None, date_latest=None)
    event.organizers.add(make_organization())
    decisions, _ = resolve(
        named(issue=2, organizers=frozenset({host.pk})), issues={event.pk: {1}}
    )
    assert decisions[1].is_new
    assert not decisions[1].asks
