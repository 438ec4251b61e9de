"""A whole issue entered by hand, and two editors at once."""

import io
import re
from threading import Barrier, Thread

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, TestCase
from django.urls import reverse
from PIL import Image

from articles.models import Article, Claim, Issue, Picture
from people.models import Area, Organization, Person
from tests.builders import make_area, make_article, make_edition, make_issue, make_topic

BODY = "昨晚，弄堂口的路灯亮了。\n■走夜路不怕\n居民说，走夜路不再害怕。"


def photo(name="photo.jpg"):
    drawn = io.BytesIO()
    Image.new("RGB", (60, 40), (10, 90, 200)).save(drawn, "JPEG")
    return SimpleUploadedFile(name, drawn.getvalue(), "image/jpeg")


def formset(prefix, *rows, initial=0):
    values = {
        f"{prefix}-TOTAL_FORMS": len(rows),
        f"{prefix}-INITIAL_FORMS": initial,
        f"{prefix}-MIN_NUM_FORMS": 0,
        f"{prefix}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(rows):
        values |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return values


def article_form(issue, page=None, people=(), bodies=(), topics=(), events=()):
    values = {"issue": issue.pk, "page": page.pk if page else "", "order": 1}
    values |= {"kind": "news", "headline": "路灯亮了", "body": BODY}
    values |= formset("mentions", *people) | formset("organization_mentions", *bodies)
    values |= formset("topic_links", *topics) | formset("event_reports", *events)
    return values | formset("pictures")


def fields_of(page):
    """What a browser would send back from the form as it was opened."""
    form = page.context["adminform"].form
    values = {}
    for each in (form, *_all_forms(page)):
        for name in each.fields:
            value = each[name].value()
            if name not in {"image", "recording", "DELETE"} and value is not None:
                values[each.add_prefix(name)] = value
    for inline in page.context["inline_admin_formsets"]:
        management = inline.formset.management_form
        values |= {
            management.add_prefix(n): management[n].value() for n in management.fields
        }
    return {name: value for name, value in values.items() if value is not False}


def _all_forms(page):
    for inline in page.context["inline_admin_formsets"]:
        yield from inline.formset.forms


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


def enter_issue(admin_client, edition):
    values = {"edition": edition.pk, "number": "12", "date_earliest": "2024-05-09"}
    values |= {"date_latest": "2024-05-09"}
    values |= formset("pages", {"number": 1, "folio": "第1版", "name": "要闻"})
    answer = admin_client.post(reverse("admin:articles_issue_add"), values)
    assert answer.status_code == 302, errors_of(answer)
    return Issue.objects.get()


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


def errors_of(answer):
    context = getattr(answer, "context", None)
    if not context or "adminform" not in context:
        return answer.status_code
    errors = [context["adminform"].form.errors]
    for inline in context["inline_admin_formsets"]:
        errors += [inline.formset.errors, inline.formset.non_form_errors()]
    return errors


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


class TestPermissions:
    @pytest.fixture
    def sign_in(self, client, db):
        def sign_in(role):
            user = User.objects.create_user(role, is_staff=True)
            user.groups.add(Group.objects.get(name=role))
            client.force_login(user)
            return client

        return sign_in

    def test_researcher_looks_and_changes_nothing(self, sign_in):
        client, article = sign_in("查档"), make_article(published=False)
        change = reverse("admin:articles_article_change", args=[article.pk])
        assert client.get(change).status_code == 200
        assert client.post(change, {"headline": "改"}).status_code == 403
        assert client.get(reverse("admin:articles_article_add")).status_code == 403
        assert client.get(reverse("articles:desk")).status_code == 200

    def test_editor_enters_an_article_with_all_its_rows(self, sign_in, edition):
        client = sign_in("编辑")
        issue = enter_issue(client, edition)
        values = article_form(
            issue,
            people=[{"name_as_printed": "祝长青", "posts": "枫桥街道党工委书记"}],
            bodies=[{"name_as_printed": "枫桥街道党工委", "verdict": "accepted"}],
            topics=[{"tag": make_topic().pk, "verdict": "accepted"}],
            events=[{"name_as_printed": "亮灯仪式", "verdict": "accepted"}],
        )
        answer = client.post(reverse("admin:articles_article_add"), values)
        assert answer.status_code == 302, errors_of(answer)
        article = Article.objects.get()
        assert article.mentions.count() == article.event_reports.count() == 1

    def test_editor_enters_but_does_not_publish(self, sign_in):
        client, article = sign_in("编辑"), make_article(published=False)
        assert client.get(reverse("admin:articles_article_add")).status_code == 200
        step = reverse("admin:articles_article_step", args=[article.pk, "publish"])
        answer = client.post(step, {"version": article.version})
        assert answer.status_code == 403
        listed = client.get(reverse("admin:articles_article_changelist"))
        assert "publish_selected" not in listed.content.decode()

    def test_reviewer_publishes_withdraws_and_restores(self, sign_in):
        client, article = sign_in("审核"), make_article(published=False)
        for name, status in (
            ("publish", "published"),
            ("withdraw", "withdrawn"),
            ("restore", "draft"),
        ):
            step = reverse("admin:articles_article_step", args=[article.pk, name])
            client.post(step, {"version": article.version})
            article.refresh_from_db()
            assert article.status == status

    def test_buttons_take_no_get(self, admin_client):
        article = make_article(published=False)
        step = reverse("admin:articles_article_step", args=[article.pk, "publish"])
        assert admin_client.get(step).status_code == 405

    def test_buttons_want_the_token_of_the_form(self, admin_user):
        client = Client(enforce_csrf_checks=True)
        client.force_login(admin_user)
        article = make_article(published=False)
        step = reverse("admin:articles_article_step", args=[article.pk, "publish"])
        answer = client.post(step, {"version": article.version})
        assert answer.status_code == 403

    def test_published_article_is_not_deleted(self, admin_client):
        article = make_article()
        delete = reverse("admin:articles_article_delete", args=[article.pk])
        assert admin_client.post(delete, {"post": "yes"}).status_code == 403
        assert Article.objects.filter(pk=article.pk).exists()

    def test_draft_made_by_mistake_is_deleted(self, admin_client):
        article = make_article(published=False)
        delete = reverse("admin:articles_article_delete", args=[article.pk])
        assert admin_client.post(delete, {"post": "yes"}).status_code == 302
        assert not Article.objects.filter(pk=article.pk).exists()

    def test_no_list_deletes_in_bulk(self, admin_client):
        make_article()
        page = admin_client.get(reverse("admin:articles_article_changelist"))
        assert not re.search("delete_selected", page.content.decode())
