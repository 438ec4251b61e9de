"""编辑, 审核, 查档: what each may do, and what nobody may."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from articles.models import Article, JournalEntry
from people.models import Area
from tests.builders import make_area, make_article, make_edition, make_topic

from .admin_forms import article_form, enter_issue, errors_of


@pytest.fixture
def edition(db):
    return make_edition(home=make_area(name="枫桥街道", kind=Area.Kind.STREET))


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
            values = {"version": article.version, "reason": "当事人申请"}
            client.post(step, values)
            article.refresh_from_db()
            assert article.status == status

    def test_withdrawing_asks_why_and_notes_it(self, sign_in):
        client, article = sign_in("审核"), make_article()
        step = reverse("admin:articles_article_step", args=[article.pk, "withdraw"])
        asked = client.post(step, {"version": article.version})
        assert "撤下的理由" in asked.content.decode()
        blank = client.post(step, {"version": article.version, "reason": " "})
        assert blank.context["form"].errors
        article.refresh_from_db()
        assert article.is_published
        form = asked.context["form"]
        values = {field.name: field.value() for field in form.hidden_fields()}
        assert client.post(step, {**values, "reason": "当事人申请"}).status_code == 302
        article.refresh_from_db()
        assert article.status == "withdrawn"
        assert JournalEntry.objects.get(action="撤下").detail["reason"] == "当事人申请"

    def test_list_withdraws_with_one_reason_for_all(self, sign_in):
        client, articles = sign_in("审核"), [make_article(), make_article()]
        listed = reverse("admin:articles_article_changelist")
        chosen = [article.pk for article in articles]
        values = {"action": "withdraw_selected", "_selected_action": chosen}
        form = client.post(listed, values).context["form"]
        assert Article.objects.filter(status="published").count() == 2
        values = {field.name: field.value() for field in form.hidden_fields()}
        client.post(listed, {**values, "reason": "来源有误"})
        assert Article.objects.filter(status="withdrawn").count() == 2
        entries = JournalEntry.objects.filter(action="撤下")
        assert {entry.detail["reason"] for entry in entries} == {"来源有误"}

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
