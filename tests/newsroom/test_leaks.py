"""What only a draft names is found on no address, and gone again once withdrawn."""

from datetime import date

import pytest

from articles.models import Fragment
from articles.publishing import publish, refresh, withdraw
from tests.builders import (
    link_topic,
    make_area,
    make_article,
    make_claim,
    make_event,
    make_event_report,
    make_issue,
    make_mention,
    make_organization,
    make_organization_mention,
    make_page,
    make_person,
    make_post,
    make_topic,
)
from tests.newsroom.addresses import public_addresses

pytestmark = pytest.mark.django_db

PERSON, BODY, ROLE = "匡不凡", "翡翠弄联席会议", "轮值掌灯人"
EVENT, TOPIC, HEADLINE = "翡翠弄灯会", "翡翠弄话题", "翡翠弄的灯"
CAPTION, PLACE, RAW = "翡翠弄口的照片", "翡翠弄广场", "翡翠弄未归稿文字"
AREA = "翡翠弄居民区"
WORDS = (AREA, PERSON, BODY, ROLE, EVENT, TOPIC, HEADLINE, CAPTION, PLACE, RAW)
#: Shown once the article is published: raw text never is.
PUBLISHED = tuple(word for word in WORDS if word != RAW)


@pytest.fixture
def draft():
    """A draft on a page that also has a published article."""
    page = make_page(issue=make_issue(date_earliest=date(2024, 5, 9)))
    make_article(page=page, headline="公开的路灯")
    draft = make_article(
        page=page,
        published=False,
        headline=HEADLINE,
        body=f"{BODY}{ROLE}{PERSON}在{EVENT}上说，{TOPIC}要办好。",
    )
    draft.pictures.create(caption=CAPTION)
    page.raw_text = RAW
    page.save()
    Fragment.objects.create(page=page, start=0, end=len(RAW), role="unplaced")
    person = make_person(name=PERSON, sort_name="kuang bufan", shown=False)
    street = make_area(name="枫桥街道", shown=True)
    make_organization(area=street)
    area = make_area(name=AREA, kind="neighbourhood", parent=street)
    body = make_organization(name=BODY, kind="joint_meeting", area=area, shown=False)
    post = make_post(organization=body, role=ROLE, shown=False)
    mention = make_mention(article=draft, person=person)
    make_claim(mention=mention, post=post, role=ROLE, post_as_printed=ROLE)
    make_organization_mention(article=draft, organization=body)
    event = make_event(name=EVENT, place=PLACE, session_of=body, shown=False)
    report = make_event_report(article=draft, event=event)
    report.appearances.create(mention=mention, role="讲话", verdict="accepted")
    link_topic(draft, make_topic(name=TOPIC, slug="feicuinong"))
    refresh([draft])
    return draft


def addresses(draft):
    person = draft.mentions.get().person
    body = draft.organization_mentions.get().organization
    rows = [draft, draft.issue, draft.page, person, body, *body.posts.all()]
    rows += [draft.event_reports.get().event, draft.pictures.get()]
    rows += [body.area, body.area.parent]
    return public_addresses(
        {
            "pk": sorted({row.pk for row in rows}),
            "number": [draft.page.number],
            "width": [400],
            "slug": ["feicuinong"],
            "letter": ["K"],
            "group": ["deliberative"],
            "receipt": ["x"],
            "year": [2024],
            "month": [5],
            "section": ["articles"],
            "name": ["people"],
        }
    )


def found_words(client, draft):
    """Words of the draft that any public address gives away, and where."""
    found = {}
    asked = list(addresses(draft))
    asked += [f"/search/?q={word}" for word in (*WORDS, "kbf", "kuangbufan")]
    for address in asked:
        response = client.get(address, follow=True)
        text = b"".join(response).decode(errors="replace")
        if address.startswith("/search/"):
            text = text.split('name="q"', 1)[-1].split(">", 1)[-1]
        for word in WORDS:
            if word in text:
                found.setdefault(word, []).append(address)
    return found


def test_draft_is_found_nowhere_until_published_and_nowhere_after(
    client, draft, settings
):
    settings.PUBLIC_DATA = True
    assert found_words(client, draft) == {}
    publish([draft])
    assert set(found_words(client, draft)) == set(PUBLISHED)
    withdraw([draft])
    assert found_words(client, draft) == {}


def test_person_page_goes_with_its_last_accepted_claim(client, draft):
    publish([draft])
    person = draft.mentions.get().person
    assert client.get(person.get_absolute_url()).status_code == 200
    draft.mentions.get().claims.update(verdict="found")
    refresh([draft])
    assert client.get(person.get_absolute_url()).status_code == 404
