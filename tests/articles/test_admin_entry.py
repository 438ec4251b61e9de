"""A whole issue entered by hand, and two editors at once."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client, TestCase
from django.urls import reverse

from articles.models import Article, Claim, Issue, Picture
from people.models import Area, Organization, Person
from tests.builders import (
    make_area,
    make_article,
    make_edition,
    make_issue,
    make_organization_mention,
    make_person,
    make_topic,
)

from .admin_forms import (
    article_form,
    enter_issue,
    errors_of,
    fields_of,
    formset,
    photo,
)


@pytest.fixture
def street(db):
    district = make_area(name="枫林区", kind=Area.Kind.DISTRICT)
    return make_area(name="枫桥街道", parent=district)


@pytest.fixture
def edition(street):
    return make_edition(place="枫桥", home=street)


def test_issue_is_entered_wholly_by_hand_and_published(edition, admin_client, client):
    issue = enter_issue(admin_client, edition)
    page = issue.pages.get()
    values = article_form(
        issue,
        page,
        people=[
            {"name_as_printed": "祝长青", "posts": "枫桥街道党工委副书记、办事处主任"},
            {"name_as_printed": "方小满", "posts": ""},
        ],
        bodies=[{"name_as_printed": "枫桥街道党工委", "verdict": "accepted"}],
        topics=[{"tag": make_topic(name="夜间照明").pk, "verdict": "accepted"}],
        events=[{"name_as_printed": "亮灯仪式", "verdict": "accepted"}],
    )
    values |= formset("pictures", {"image": photo(), "caption": "路灯下", "order": 1})
    answer = admin_client.post(reverse("admin:articles_article_add"), values)
    assert answer.status_code == 302, errors_of(answer)
    article = Article.objects.get()
    assert_entered(article)
    step = reverse("admin:articles_article_step", args=[article.pk, "publish"])
    admin_client.post(step, {"version": article.version})
    seen = client.get(reverse("articles:article-detail", args=[article.pk]))
    assert seen.status_code == 200
    for words in ("路灯亮了", "祝长青", "枫桥街道党工委副书记", "夜间照明", "亮灯仪式"):
        assert words in seen.content.decode(), words
    chief = Person.objects.get(name="祝长青")
    assert chief.shown and client.get(chief.get_absolute_url()).status_code == 200
    assert not Person.objects.get(name="方小满").shown


def assert_entered(article):
    claims = Claim.objects.filter(mention__name_as_printed="祝长青").order_by("order")
    assert [claim.post_as_printed for claim in claims] == [
        "枫桥街道党工委副书记",
        "办事处主任",
    ]
    assert [claim.post.organization.name for claim in claims] == [
        "枫桥街道党工委",
        "枫桥街道办事处",
    ]
    assert all(claim.verdict == "accepted" for claim in claims)
    body = article.organization_mentions.get().organization
    assert body == Organization.objects.get(name="枫桥街道党工委")
    assert article.event_reports.get().event.name == "亮灯仪式"
    assert Picture.objects.get().image.name.startswith("pictures/")
    assert "photo" not in Picture.objects.get().image.name


@pytest.mark.parametrize("missing", ["date_earliest", "date_latest"])
def test_half_a_date_is_refused_in_the_form(edition, admin_client, missing):
    values = {"edition": edition.pk, "number": "1"} | formset("pages")
    values |= {"date_earliest": "2024-05-09", "date_latest": "2024-05-09"}
    answer = admin_client.post(
        reverse("admin:articles_issue_add"), values | {missing: ""}
    )
    assert "出报日期两格都填" in answer.content.decode()
    assert not Issue.objects.exists()


def test_issue_is_found_by_its_number_as_it_is_shown(edition, admin_client):
    make_issue(edition=edition, number="12")
    address = reverse("admin:autocomplete")
    asked = {"app_label": "articles", "model_name": "article", "field_name": "issue"}
    answer = admin_client.get(address, asked | {"term": "第12期"})
    assert len(answer.json()["results"]) == 1


def test_half_a_date_is_refused_by_the_database_too(edition):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_issue(edition=edition, date_earliest=date(2024, 5, 9), date_latest=None)


def test_opening_and_saving_changes_nothing(edition, admin_client):
    issue = make_issue(edition=edition)
    people = [{"name_as_printed": "祝长青", "posts": "枫桥街道党工委书记"}]
    admin_client.post(
        reverse("admin:articles_article_add"), article_form(issue, people=people)
    )
    article = Article.objects.get()
    before = list(Claim.objects.values())
    address = reverse("admin:articles_article_change", args=[article.pk])
    answer = admin_client.post(address, fields_of(admin_client.get(address)))
    assert answer.status_code == 302, errors_of(answer)
    assert list(Claim.objects.values()) == before


def test_postscript_named_jpg_is_refused_in_the_form(edition, admin_client):
    issue = make_issue(edition=edition)
    fake = SimpleUploadedFile("photo.jpg", b"%!PS-Adobe-3.0\nshowpage", "image/jpeg")
    values = article_form(issue) | formset("pictures", {"image": fake, "order": 1})
    answer = admin_client.post(reverse("admin:articles_article_add"), values)
    assert answer.status_code == 200
    assert "不是 JPEG、PNG 或 WebP 图片" in answer.content.decode()
    assert not Article.objects.exists()


class TestTwoEditors:
    @pytest.fixture
    def article(self, edition):
        issue = make_issue(edition=edition)
        return make_article(issue=issue, page=None, published=False, headline="路灯")

    @pytest.fixture
    def address(self, article):
        return reverse("admin:articles_article_change", args=[article.pk])

    def test_second_sees_both_texts_and_loses_nothing(
        self, address, admin_client, article
    ):
        first = fields_of(admin_client.get(address))
        second = fields_of(admin_client.get(address))
        first["headline"] = "路灯修好了"
        second |= {"headline": "路灯亮了", "standfirst": "昨晚起"}
        assert admin_client.post(address, first).status_code == 302
        answer = admin_client.post(address, second)
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "已被别人保存过" in page
        for words in ("路灯修好了", "路灯亮了", "昨晚起"):
            assert words in page
        article.refresh_from_db()
        assert (article.headline, article.standfirst) == ("路灯修好了", "")
        again = fields_of(answer)
        assert again["headline"] == "路灯亮了"
        assert admin_client.post(address, again).status_code == 302
        article.refresh_from_db()
        assert (article.headline, article.standfirst) == ("路灯亮了", "昨晚起")

    def test_people_that_a_colleague_added_stay(self, address, admin_client, article):
        first = fields_of(admin_client.get(address))
        second = fields_of(admin_client.get(address))
        first |= formset("mentions", {"name_as_printed": "祝长青", "posts": ""})
        assert admin_client.post(address, first).status_code == 302
        second |= formset("mentions", {"name_as_printed": "方小满", "posts": ""})
        again = fields_of(admin_client.post(address, second))
        assert admin_client.post(address, again).status_code == 302
        names = article.mentions.values_list("name_as_printed", flat=True)
        assert set(names) == {"祝长青", "方小满"}

    def test_row_that_a_colleague_deleted_is_kept_as_typed(
        self, address, admin_client, article
    ):
        row = {"name_as_printed": "祝长青", "posts": ""}
        start = fields_of(admin_client.get(address)) | formset("mentions", row)
        assert admin_client.post(address, start).status_code == 302
        first = fields_of(admin_client.get(address))
        second = fields_of(admin_client.get(address))
        first["mentions-0-DELETE"] = "on"
        assert admin_client.post(address, first).status_code == 302
        assert not article.mentions.exists()
        answer = admin_client.post(address, second)
        assert answer.status_code == 200
        assert admin_client.post(address, fields_of(answer)).status_code == 302
        assert article.mentions.get().name_as_printed == "祝长青"

    def test_typed_body_goes_and_one_that_was_read_is_set_aside(
        self, address, admin_client, article
    ):
        make_organization_mention(
            article=article, rule="全称相同", name_as_printed="甲"
        )
        form = fields_of(admin_client.get(address))
        row = {"name_as_printed": "枫桥街道商会", "verdict": "found"}
        form |= {f"organization_mentions-1-{name}": row[name] for name in row}
        form["organization_mentions-TOTAL_FORMS"] = 2
        assert admin_client.post(address, form).status_code == 302
        typed = article.organization_mentions.get(name_as_printed="枫桥街道商会")
        assert (typed.verdict, typed.organization.name) == ("accepted", "枫桥街道商会")
        form = fields_of(admin_client.get(address))
        form["organization_mentions-0-DELETE"] = "on"
        form["organization_mentions-1-DELETE"] = "on"
        assert admin_client.post(address, form).status_code == 302
        assert article.organization_mentions.get().verdict == "rejected"

    def test_second_press_of_a_button_is_a_conflict(self, admin_client, article):
        step = reverse("admin:articles_article_step", args=[article.pk, "publish"])
        values = {"version": article.version}
        assert admin_client.post(step, values).status_code == 302
        answer = admin_client.post(step, values)
        assert answer.status_code == 409
        assert "没有变动" in answer.content.decode()


@pytest.mark.django_db(transaction=True)
def test_of_two_editors_in_the_same_moment_one_is_asked_again():
    """SQLite in memory serves one connection: there they press one after the other."""
    user = User.objects.create_superuser("editor")
    article = make_article(published=False)
    address = reverse("admin:articles_article_change", args=[article.pk])
    at_once = connection.vendor == "postgresql"
    answers, start = [], Barrier(2)

    def press(editor, values):
        if at_once:
            start.wait()
        answers.append(editor.post(address, values).status_code)
        if at_once:
            connection.close()

    presses = []
    for headline in ("甲的标题", "乙的标题"):
        editor = Client()
        editor.force_login(user)
        values = fields_of(editor.get(address)) | {"headline": headline}
        presses.append((editor, values))
    if at_once:
        threads = [Thread(target=press, args=pair) for pair in presses]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    else:
        for pair in presses:
            press(*pair)
    assert sorted(answers) == [200, 302]


class TestFiles:
    def test_recording_is_kept_under_a_name_that_tells_nothing(
        self, edition, admin_client
    ):
        sound = SimpleUploadedFile("voice.mp3", b"ID3\x04" + b"\0" * 200)
        values = article_form(make_issue(edition=edition)) | {"recording": sound}
        answer = admin_client.post(reverse("admin:articles_article_add"), values)
        assert answer.status_code == 302, errors_of(answer)
        recording = Article.objects.get().recording
        assert recording.name.endswith(".mp3") and "voice" not in recording.name

    def test_page_named_mp3_is_refused(self, edition, admin_client):
        page = SimpleUploadedFile("voice.mp3", b"<html><script>alert(1)</script>")
        values = article_form(make_issue(edition=edition)) | {"recording": page}
        answer = admin_client.post(reverse("admin:articles_article_add"), values)
        assert "不是 MP3" in answer.content.decode()
        assert not Article.objects.exists()

    def test_replaced_picture_leaves_the_site(self, edition, admin_client, media):
        values = article_form(make_issue(edition=edition))
        values |= formset("pictures", {"image": photo(), "caption": "灯", "order": 1})
        admin_client.post(reverse("admin:articles_article_add"), values)
        picture = Picture.objects.get()
        before = media / picture.image.name
        assert before.exists()
        address = reverse("admin:articles_picture_change", args=[picture.pk])
        values = {"article": picture.article_id, "caption": "灯", "order": 1}
        with TestCase.captureOnCommitCallbacks(execute=True):
            answer = admin_client.post(address, values | {"image": photo("b.jpg")})
        assert answer.status_code == 302
        picture.refresh_from_db()
        assert not before.exists() and (media / picture.image.name).exists()

    def test_changed_caption_is_searched_and_masked_at_once(self, admin_client, client):
        article = make_article(body="走夜路不怕了。")
        make_person(name="倪小满", visibility="hidden", shown=False)
        picture = article.pictures.create(caption="灯下")
        address = reverse("admin:articles_picture_change", args=[picture.pk])
        values = {"article": article.pk, "caption": "倪小满看石榴树", "order": 1}
        assert admin_client.post(address, values).status_code == 302
        text = client.get(article.get_absolute_url()).content.decode()
        assert "某某看石榴树" in text and "倪小满" not in text
        found = client.get("/search/", {"q": "石榴树"}).content.decode()
        assert article.get_absolute_url() in found
