"""304 for who has the page as it stands; the whole page after any change."""

from collections.abc import Callable
from datetime import timedelta
from threading import Thread

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from articles.hiding import hide_person
from articles.models import Article, ContentVersion, Report, Topic
from articles.publishing import publish, restore, withdraw
from newsroom.validators import OTHERWISE
from people.models import Area, Membership, Person, Ruling
from tests.articles.views.test_pictures import drawn
from tests.builders import (
    link_topic,
    make_area,
    make_article,
    make_claim,
    make_event,
    make_event_report,
    make_mention,
    make_organization_mention,
    make_post,
    make_topic,
)
from tests.newsroom.addresses import public_views
from tests.people.views.test_people import derive

pytestmark = pytest.mark.django_db(transaction=True)
ANSWERS = {"search": "/search/?q=%E8%B7%AF%E7%81%AF"}


@pytest.fixture
def article() -> Article:
    return make_article(headline="枫桥修好路灯", body="祝长青来了。\n路灯亮了。")


def ask_again(client: Client, address: str, tag: str) -> int:
    return client.get(address, headers={"If-None-Match": tag}).status_code


def tag_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response["ETag"]


@pytest.fixture
def addresses(article) -> dict[str, str]:
    """Every public address that shows content, by its name."""
    mention = make_mention(article=article)
    body = make_organization_mention(article=article).organization
    claim = make_claim(mention=mention, post=make_post(organization=body))
    topic = make_topic(public=True)
    link_topic(article, topic)
    event = make_event_report(article=article, event=make_event(session_of=body)).event
    area = make_area(kind=Area.Kind.NEIGHBOURHOOD, shown=True)
    derive()
    Membership.objects.update(shown=True)
    own = {
        "articles": article.pk,
        "issues": article.issue_id,
        "people": mention.person_id,
        "posts": claim.post_id,
        "organizations": body.pk,
        "areas": area.pk,
        "events": event.pk,
    }
    values = {
        "slug:slug": topic.slug,
        "slug:letter": "Z",
        "slug:group": "party",
        "slug:section": "articles",
        "id:number": article.page.number,
        "int:year": event.date_earliest.year,
        "int:month": event.date_earliest.month,
    }
    filled = {}
    for pattern, name, _ in public_views():
        if name in OTHERWISE:
            continue
        address = f"/{pattern}"
        for parameter, value in values.items():
            address = address.replace(f"<{parameter}>", str(value))
        at = "issues" if "issues" in pattern else pattern.partition("/")[0]
        filled[name] = address.replace("<id:pk>", str(own.get(at, "")))
    return filled | {"search of words": "/search/?q=%E8%B7%AF%E7%81%AF"}


def test_every_page_is_told_apart_by_two_queries(
    addresses, client, settings, django_assert_max_num_queries
):
    settings.PUBLIC_DATA = True
    assert len(addresses) > 30
    for name, address in addresses.items():
        tag = tag_of(client, address)
        with django_assert_max_num_queries(2):
            again = client.get(address, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b""), name
        assert again["ETag"] == tag and "Cookie" in again["Vary"]
        assert again["Cache-Control"] == "no-cache"


def correct(article: Article) -> None:
    first, second = (User.objects.create(username=name) for name in ("甲", "乙"))
    article.corrections.create(
        printed_words="路灯",
        corrected_words="门灯",
        written_by=first,
        approved_by=second,
        approved_at=timezone.now(),
    )


def hide(article: Article) -> None:
    Person.objects.update(visibility=Person.Visibility.COMMUNITY)
    person = article.mentions.get().person
    hide_person(person, User.objects.create(username="丙"), confirmed=True)


def withdraw_and_restore(article: Article) -> None:
    withdraw([article])
    restore([article])
    publish([article])


CHANGES: dict[str, Callable[[Article], object]] = {
    "an edit": lambda article: article.save(),
    "many rows at once": lambda article: Article.objects.update(column="街谈"),
    "rows made at once": lambda article: Topic.objects.bulk_create(
        [Topic(name="灯", slug="deng")]
    ),
    "a row gone": lambda article: article.topic_links.all().delete(),
    "withdrawn and back": withdraw_and_restore,
    "a name hidden": hide,
    "a correction": correct,
    "a telephone": lambda article: Area.objects.update(name="枫桥居民区"),
    "a link of two": lambda article: article.event_reports.get().event.organizers.add(
        article.organization_mentions.get().organization
    ),
}


def test_page_is_sent_anew_after_every_change(addresses, client, article):
    address = article.get_absolute_url()
    for why, change in CHANGES.items():
        tag = tag_of(client, address)
        change(article)
        assert ask_again(client, address, tag) == 200, why


def test_what_was_taken_down_is_gone_at_once(client, article):
    tag = tag_of(client, article.get_absolute_url())
    withdraw([article])
    assert ask_again(client, article.get_absolute_url(), tag) == 410


def test_roster_lapses_with_the_days(client, monkeypatch, settings):
    settings.SHOW_CURRENT = True
    today = timezone.localdate()
    mention = make_mention()
    post = make_claim(mention=mention, post=make_post()).post
    Ruling.objects.create(
        kind=Ruling.Kind.ROSTER,
        person=mention.person,
        post=post,
        checked_on=today,
        made_by=User.objects.create(username="甲"),
        source="名单",
    )
    address = post.get_absolute_url()
    first = client.get(address)
    assert "现任（名单核定）" in first.text
    monkeypatch.setattr(timezone, "localdate", lambda: today + timedelta(days=91))
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200 and "现任（名单核定）" not in again.text


def test_large_type_is_another_page(client):
    tag = tag_of(client, "/about/")
    client.post("/elder/", {"size": "24"})
    response = client.get("/about/", headers={"If-None-Match": tag})
    assert response.status_code == 200 and "elder-24" in response.text
    assert {"Cookie", "Accept-Encoding"} <= set(response["Vary"].split(", "))
    assert response["ETag"] != tag


def test_settings_that_pages_show_make_another_page(client, settings, monkeypatch):
    tag = tag_of(client, "/about/")
    settings.FOOTER = settings.FOOTER | {"phone": "021-6000-0000"}
    settings.DEBUG = True  # the state of the site is looked at anew
    assert ask_again(client, "/about/", tag) == 200


def test_staff_and_forms_are_always_asked_anew(admin_client, client, article):
    address = article.get_absolute_url()
    tag = tag_of(client, address)
    assert ask_again(admin_client, address, tag) == 200
    first = client.get("/report/")
    assert ask_again(client, "/report/", first["ETag"]) == 200


@pytest.mark.parametrize("asked", ['W/"0"', "nonsense", '"', "\x00"])
def test_no_other_tag_is_believed(client, article, asked):
    assert ask_again(client, article.get_absolute_url(), asked) == 200


def test_what_readers_send_changes_nothing(client, article):
    tag = tag_of(client, "/")
    Report.objects.create(receipt="1", kind=Report.Kind.ERROR, text="错字")
    client.get("/search/?q=1")
    assert ask_again(client, "/", tag) == 304


def test_changes_that_were_undone_hide_none_that_stand(article):
    now = ContentVersion.objects.now()
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            article.save()
            raise ZeroDivisionError
        assert ContentVersion.objects.now() == now
        Article.objects.update(column="街谈")
    assert ContentVersion.objects.now() != now


def test_one_transaction_tells_once(article, django_assert_num_queries):
    with transaction.atomic():
        Article.objects.update(column="街谈")
        with django_assert_num_queries(1):
            Article.objects.update(column="灯下")


def test_two_who_write_at_once_wait_for_nobody(article):
    """SQLite has one writer at a time: there the second comes after the first."""
    other = make_article()
    versions = [ContentVersion.objects.now()]

    def write():
        Article.objects.filter(pk=other.pk).update(column="灯下")
        versions.append(ContentVersion.objects.now())

    def write_elsewhere():
        write()
        connection.close()

    with transaction.atomic():
        Article.objects.filter(pk=article.pk).update(column="街谈")
        if connection.vendor == "postgresql":
            thread = Thread(target=write_elsewhere)
            thread.start()
            thread.join()
    if connection.vendor == "sqlite":
        write()
    else:
        versions.append(ContentVersion.objects.now())
    other.refresh_from_db()
    assert other.column == "灯下"
    assert len(set(versions)) == len(versions)


def test_picture_is_told_by_its_file(client, article, django_assert_max_num_queries):
    picture = article.pictures.create(caption="灯")
    picture.image.save("x.jpg", ContentFile(drawn().read()))
    address = f"/pictures/{picture.pk}/400.webp"
    tag = tag_of(client, address)
    with django_assert_max_num_queries(2):
        assert ask_again(client, address, tag) == 304
