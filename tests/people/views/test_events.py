"""活动: coming, past, undated."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone
from django.utils.html import strip_tags

from tests.builders import (
    make_article,
    make_claim,
    make_event,
    make_event_report,
    make_mention,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db
MAX_QUERIES = 10
UNDATED = {"date_earliest": None, "date_latest": None}


def on(day):
    return {"date_earliest": day, "date_latest": day}


def test_announced_events_stand_first_then_past_ones_by_year(client):
    today = timezone.localdate()
    make_event(name="去过的灯会", **on(date(2023, 5, 5)))
    make_event(name="后天的灯会", **on(today + timedelta(days=2)))
    make_event(name="明天的灯会", **on(today + timedelta(days=1)))
    make_event(name="没有日子的灯会", date_words="日前", **UNDATED)
    make_event(name="草稿灯会", shown=False)
    text = client.get("/events/").content.decode()
    order = ["近期预告", "明天", "后天", "2023年</h3>", "去过", "日期未载</h3>", "没有"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "草稿灯会" not in text
    assert "原文“日前”" in text
    assert text.count("明天的灯会") == 1


@pytest.mark.parametrize(
    ("year", "status"), [("2023", 200), ("undated", 200), ("x", 404), ("²023", 404)]
)
def test_events_of_a_year(client, year, status):
    make_event(**on(date(2023, 5, 5)))
    assert client.get("/events/", {"year": year}).status_code == status


def test_month_is_drawn_only_where_it_has_dates(client):
    make_event(name="枫桥灯会", **on(date(2024, 5, 5)))
    make_event(
        name="夏夜", date_earliest=date(2024, 4, 28), date_latest=date(2024, 5, 2)
    )
    text = client.get("/events/2024/5/").content.decode()
    assert '<a href="#event-' in text
    assert text.index("夏夜") < text.index("枫桥灯会")
    assert client.get("/events/2024/6/").status_code == 404
    for wrong in ("2024/13", "0/0", f"{10**30}/1", "2024/0"):
        assert client.get(f"/events/{wrong}/").status_code == 404


def test_event_shows_who_took_part_as_printed(client):
    event = make_event(place="枫桥公园", date_words="昨晚")
    body = make_organization()
    event.organizers.add(body)
    report = make_event_report(event=event, attendance="居民代表六十人")
    people = [("安小满", "主持"), ("祝长青", "讲话")]
    for order, (name, role) in enumerate(people, 1):
        mention = make_mention(article=report.article, person=make_person(name=name))
        make_claim(mention=mention, post_as_printed=f"{name}之职")
        report.appearances.create(mention=mention, role=role, order=order)
    report.appearances.create(unit=body, unit_as_named="街道商会", order=3)
    text = client.get(event.get_absolute_url()).content.decode()
    order = ["安小满", "安小满之职", "主持", "祝长青之职", "讲话", "街道商会", "六十人"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "枫桥公园" in text and body.name in text and "昨晚" in text


def test_event_names_no_resident_and_no_draft(client):
    event = make_event()
    report = make_event_report(event=event)
    hidden = make_person(name="倪小满", visibility="hidden", shown=False)
    private = make_person(name="白小满", visibility="private", shown=False)
    for person in (hidden, private):
        mention = make_mention(article=report.article, person=person)
        report.appearances.create(mention=mention, role="参加")
    draft = make_article(published=False, headline="草稿的路灯")
    make_event_report(event=event, article=draft)
    text = client.get(event.get_absolute_url()).content.decode()
    for words in ("倪小满", "白小满", "草稿的路灯"):
        assert words not in text


def test_pages_take_few_queries(client, django_assert_max_num_queries):
    event = make_event()
    for _ in range(12):
        report = make_event_report(event=event)
        mention = make_mention(article=report.article)
        make_claim(mention=mention)
        report.appearances.create(mention=mention, role="讲话")
        report.appearances.create(unit=make_organization())
        make_event(part_of=event)
    for address in (event.get_absolute_url(), "/events/", "/events/2024/5/"):
        with django_assert_max_num_queries(MAX_QUERIES):
            assert client.get(address).status_code == 200


def test_announcement_says_weekday_hour_and_place(client):
    day = timezone.localdate() + timedelta(days=3)
    make_event_report(
        event=make_event(
            name="修补集市",
            date_earliest=day,
            date_latest=day,
            starts=time(9, 30),
            ends=time(11),
            place="街心花园",
        )
    )
    name = "一二三四五六日"[day.weekday()]
    said = f"{day.year}年{day.month}月{day.day}日 星期{name} 9:30—11:00，街心花园"
    for address in ("/", "/events/"):
        assert said in strip_tags(client.get(address).content.decode())
