"""How often a body met by proof, who took part, and totals as printed."""

from datetime import date

import pytest

from articles.models import Appearance, Article
from articles.sessions import sessions_of
from tests.builders import (
    make_area,
    make_article,
    make_edition,
    make_event,
    make_event_report,
    make_issue,
    make_mention,
    make_organization,
    make_person,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return make_organization(name="青石路街道共建联席会议", kind="joint_meeting")


def session(body, label="", day=None, **report):
    event = make_event(
        name=f"{body.name}{label}会议",
        session_of=body,
        session_label=label,
        date_earliest=day,
        date_latest=day,
    )
    return make_event_report(event=event, **report)


def test_meetings_with_count_or_date_are_proven(body):
    session(body, label="2019年")
    session(body, day=date(2020, 12, 3))
    session(body)
    found = sessions_of(body)
    assert [s.event.session_label for s in found.proven] == ["", "2019年"]
    assert len(found.mentions) == 1


def test_two_reports_of_one_meeting_are_one_session(body):
    report = session(body, label="2019年")
    make_event_report(event=report.event)
    (one,) = sessions_of(body).proven
    assert len(one.reports) == 2


def test_who_took_part_in_printed_order_with_role_and_sentence(body):
    report = session(body, label="2019年")
    unit = make_organization(name="青石图书馆", kind="culture")
    mention = make_mention(article=report.article, person=make_person(name="温如玉"))
    Appearance.objects.create(
        report=report, unit=unit, role="签约", order=2, quote="青石图书馆签约。"
    )
    Appearance.objects.create(
        report=report, mention=mention, role="主持", order=1, quote="温如玉主持。"
    )
    (one,) = sessions_of(body).proven
    assert [(a.role, a.quote) for a in one.appearances] == [
        ("主持", "温如玉主持。"),
        ("签约", "青石图书馆签约。"),
    ]


def test_attendance_without_names_is_kept_as_printed(body):
    session(body, label="2020年", attendance="40余家成员单位代表参加会议")
    (one,) = sessions_of(body).proven
    assert [words for words, _ in one.attendance] == ["40余家成员单位代表参加会议"]


def test_totals_are_quoted_with_their_article(body):
    article = make_article(
        body="成员单位从29家到43家，越来越多。\n另有50家商店。开了3次会。"
    )
    session(body, label="2019年", article=article)
    (total,) = sessions_of(body).totals
    assert total.sentence == "成员单位从29家到43家，越来越多。"
    assert total.article == article


@pytest.mark.parametrize(
    ("why", "text", "expected"),
    [
        ("held", "街道召开书记论坛、共建工作联席会议。", 1),
        ("short", "街道召开共建联席会议，听取意见。", 1),
        ("held, behind", "青石路街道共建工作联席会议近日举行。", 1),
        ("members only", "共建工作联席会议成员单位参加。", 0),
        ("members of what is held", "街道召开共建工作联席会议成员单位座谈会。", 0),
        ("only named", "共建工作联席会议很重要。", 0),
        ("another body", "街道召开业主代表会议。", 0),
    ],
)
def test_meeting_mentioned_in_passing_stands_apart(why, text, expected):
    street = make_area(name="青石路街道")
    body = make_organization(
        name="青石路街道共建工作联席会议", kind="joint_meeting", area=street
    )
    issue = make_issue(edition=make_edition(home=street))
    make_article(issue=issue, body=text)
    found = sessions_of(body)
    assert [found.proven, found.mentions] == [[], []]
    assert len(found.passing) == expected, why


def test_short_name_in_the_paper_of_another_street_is_another_body():
    body = make_organization(
        name="青石路街道共建工作联席会议",
        kind="joint_meeting",
        area=make_area(name="青石路街道"),
    )
    issue = make_issue(edition=make_edition(home=make_area(name="柏树路街道")))
    make_article(issue=issue, body="街道召开共建联席会议。")
    assert sessions_of(body).passing == []


def test_visitors_see_published_reports_only(body):
    report = session(body, label="2019年")
    Article.objects.filter(pk=report.article_id).update(status="draft")
    assert sessions_of(body).proven == []
    assert len(sessions_of(body, everything=True).proven) == 1


def test_rejected_reports_and_appearances_are_left_out(body):
    session(body, label="2019年", verdict="rejected")
    assert sessions_of(body).proven == []


def test_other_bodies_meetings_are_left_out(body):
    session(make_organization(name="柏树路街道联盟", kind="alliance"), label="2019年")
    assert sessions_of(body).proven == []


def test_number_of_queries_does_not_grow(body, django_assert_max_num_queries):
    for year in range(2010, 2020):
        session(body, label=f"{year}年")
    with django_assert_max_num_queries(6):
        sessions_of(body)
