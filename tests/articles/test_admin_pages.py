"""Uploading, judging, correcting: the pages of the admin beside the stock ones."""

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import (
    Article,
    Claim,
    Correction,
    ImportRun,
    Issue,
    Question,
    Source,
    Topic,
    TopicLink,
)
from articles.upload_forms import MAX_BYTES
from people.models import Person
from tests import builders

from .every_row import make_one_of_each

pytestmark = pytest.mark.django_db
PAGE = """社区晨报·枫桥
第1版 要闻

枫桥街道试点夜间亮灯

　　昨晚，枫桥街道党工委书记祝长青来到弄堂口，察看新装的路灯。
　　“走夜路不怕了。”居民说。街道还将在六个小区装灯。
"""


def upload(text=PAGE, name="1.txt"):
    data = text if isinstance(text, bytes) else text.encode()
    return SimpleUploadedFile(name, data, "text/plain")


class TestUpload:
    address = property(lambda self: reverse("admin:articles_importrun_upload"))

    @pytest.fixture(autouse=True)
    def edition(self, db):
        return builders.make_edition(place="枫桥", slug="fengqiao")

    def test_first_press_reads_and_saves_nothing(self, admin_client):
        page = admin_client.post(self.address, {"files": [upload()]})
        assert "枫桥街道试点夜间亮灯" in page.content.decode()
        assert not Issue.objects.exists() and not Source.objects.exists()

    def test_second_press_loads_what_was_read(self, admin_client):
        page = admin_client.post(self.address, {"files": [upload()]})
        values = {"kept": page.context["kept"], "load": "1", "number": "12"}
        answer = admin_client.post(self.address, values)
        run = ImportRun.objects.get()
        assert answer["Location"] == reverse(
            "admin:articles_importrun_change", args=[run.pk]
        )
        assert Issue.objects.get().number == "12"
        assert Article.objects.get().headline == "枫桥街道试点夜间亮灯"
        assert run.user.username == "admin"

    def test_several_files_are_the_pages_of_one_issue(self, admin_client):
        files = [upload(), upload(PAGE.replace("第1版", "第2版"), "2.txt")]
        admin_client.post(self.address, {"files": files, "load": "1"})
        assert Issue.objects.get().pages.count() == 2

    def test_every_refusal_is_said_in_chinese(self, admin_client):
        files = [upload(b"\x89PNG\r\n\x1a\n\0\0", "a.txt"), upload(b"", "b.txt")]
        page = admin_client.post(self.address, {"files": files, "load": "1"})
        assert page.status_code == 200
        assert page.context["form"].errors
        assert not Issue.objects.exists()

    @pytest.mark.parametrize(
        ("why", "values"),
        [
            ("no file", {}),
            ("a day that is none", {"files": [upload()], "date": "2019-02-30"}),
            ("an unknown edition", {"files": [upload()], "edition": "nowhere"}),
            ("an issue that is not there", {"files": [upload()], "replace": "9999"}),
            ("a number too large", {"files": [upload()], "replace": "9" * 18}),
            ("words for a number", {"files": [upload()], "replace": "第一期"}),
            ("no ASCII number", {"files": [upload()], "replace": "²"}),
            ("a PDF", {"files": [upload(b"%PDF-1.7\n%\xe2\xe3\n")]}),
            ("forged", {"kept": "forged:signature"}),
            ("too large", {"files": [upload(b"a" * (MAX_BYTES + 1))]}),
        ],
    )
    def test_wrong_input_is_an_error_of_the_form(self, why, values, admin_client):
        page = admin_client.post(self.address, values | {"load": "1"})
        assert page.status_code == 200, why
        assert page.context["form"].errors, why
        assert not Issue.objects.exists()

    def test_run_is_undone(self, admin_client):
        admin_client.post(self.address, {"files": [upload()], "load": "1"})
        run = ImportRun.objects.get()
        admin_client.post(reverse("admin:articles_importrun_undo", args=[run.pk]))
        assert not Article.objects.exists()

    def test_source_is_downloaded_byte_for_byte(self, admin_client):
        admin_client.post(self.address, {"files": [upload()], "load": "1"})
        source = Source.objects.get()
        address = reverse("admin:articles_source_download", args=[source.pk])
        answer = admin_client.get(address)
        assert answer.content == PAGE.encode()
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["Content-Disposition"].startswith("attachment")

    def test_empty_file_is_named_beside_the_other_refusals(self, admin_client):
        files = [upload("", name="空.txt"), upload(b"\x89PNG\r\n\x1a\n", name="图.txt")]
        said = admin_client.post(self.address, {"files": files}).content.decode()
        assert "空.txt：文件是空的" in said and "图.txt：这是图片" in said

    def test_only_who_may_enter_may_upload(self, client):
        client.force_login(User.objects.create_user("helper", is_staff=True))
        assert client.get(self.address).status_code == 403


class TestQuestions:
    @pytest.fixture
    def question(self):
        """One post with two holders, each with a sentence."""
        post = builders.make_post()
        names = ("祝长青", "方小满")
        claims = [
            builders.make_claim(
                mention=builders.make_mention(person=builders.make_person(name=name)),
                post=post,
                quote=f"街道党工委书记{name}到场。",
            )
            for name in names
        ]
        return Question.objects.create(
            key="two",
            kind=Question.Kind.TWO_HOLDERS,
            summary="同一职务两人见报",
            first_quote=claims[0].quote,
            second_quote=claims[1].quote,
            about={
                "first": [claims[0].pk],
                "second": [claims[1].pk],
                "questioned": [claim.pk for claim in claims],
            },
        )

    address = property(lambda self: reverse("admin:articles_question_changelist"))

    def test_both_sentences_stand_side_by_side(self, question, admin_client):
        page = admin_client.get(self.address).content.decode()
        assert question.first_quote in page and question.second_quote in page

    def test_verdict_takes_one_click(self, question, admin_client, admin_user):
        address = reverse("admin:articles_question_verdict", args=[question.pk])
        values = {"verdict": "first", "filters": "?state=all&next=//evil"}
        values[f"note_{question.pk}"] = "已问办公室"
        answer = admin_client.post(address, values)
        assert answer["Location"] == f"{self.address}?state=all"
        question.refresh_from_db()
        assert (question.verdict, question.judged_by) == ("first", admin_user)
        assert question.note == "已问办公室"
        lost = Claim.objects.get(pk=question.about["second"][0])
        assert lost.verdict == "misprint"

    def test_verdict_can_be_taken_back(self, question, admin_client):
        address = reverse("admin:articles_question_verdict", args=[question.pk])
        admin_client.post(address, {"verdict": "both"})
        admin_client.post(address, {"verdict": "open"})
        question.refresh_from_db()
        assert question.verdict == "open"

    @pytest.mark.parametrize("verdict", ["", "nonsense", "same", "\0"])
    def test_verdict_that_does_not_fit_is_refused(
        self, verdict, question, admin_client
    ):
        address = reverse("admin:articles_question_verdict", args=[question.pk])
        answer = admin_client.post(address, {"verdict": verdict}, follow=True)
        assert answer.status_code == 200
        question.refresh_from_db()
        assert question.verdict == "open"

    def test_only_who_may_judge_judges(self, question, client):
        client.force_login(User.objects.create_user("helper", is_staff=True))
        address = reverse("admin:articles_question_verdict", args=[question.pk])
        assert client.post(address, {"verdict": "first"}).status_code == 403


class TestVerdictsInNumbers:
    def run(self, admin_client, name, action, rows):
        values = {"action": action, "_selected_action": [row.pk for row in rows]}
        address = reverse(f"admin:articles_{name}_changelist")
        answer = admin_client.post(address, values, follow=True)
        assert answer.status_code == 200
        return answer.content.decode()

    def test_claims_are_accepted_and_their_people_shown(self, admin_client):
        person = builders.make_person(shown=False)
        mention = builders.make_mention(person=person, verdict="found")
        claim = builders.make_claim(
            mention=mention, post=builders.make_post(), verdict="found"
        )
        self.run(admin_client, "claim", "accept_selected", [claim])
        claim.refresh_from_db()
        assert claim.verdict == "accepted"
        assert Person.objects.get(pk=person.pk).shown

    def test_same_as_last_time_is_accepted_and_the_rest_is_left(self, admin_client):
        person, post = builders.make_person(), builders.make_post()
        builders.make_claim(mention=builders.make_mention(person=person), post=post)
        mention = builders.make_mention(person=person, verdict="found")
        same = builders.make_claim(mention=mention, post=post, verdict="found")
        other = builders.make_claim(
            mention=mention,
            post=builders.make_post(),
            post_as_printed="主任",
            verdict="found",
        )
        articles = [mention.article]
        self.run(admin_client, "article", "accept_unchanged_selected", articles)
        verdicts = Claim.objects.in_bulk([same.pk, other.pk])
        assert verdicts[same.pk].verdict == "accepted"
        assert verdicts[other.pk].verdict == "found"

    def test_selected_articles_are_published_and_the_others_counted(self, admin_client):
        draft, public = builders.make_article(published=False), builders.make_article()
        page = self.run(admin_client, "article", "publish_selected", [draft, public])
        assert "已发布1篇" in page and "另有1篇" in page

    def test_rejected_topic_leaves_the_public_page(self, admin_client, client):
        article, topic = builders.make_article(), builders.make_topic()
        link = builders.link_topic(article, topic)
        address = reverse("admin:articles_topiclink_change", args=[link.pk])
        values = {"tag": topic.pk, "content_object": article.pk, "verdict": "rejected"}
        assert admin_client.post(address, values).status_code == 302
        assert TopicLink.objects.get().verdict == "rejected"
        assert client.get(topic.get_absolute_url()).status_code == 404


class TestCorrections:
    @pytest.fixture
    def correction(self, admin_client):
        article = builders.make_article()
        values = {"article": article.pk, "printed_words": "路灯"}
        values |= {"corrected_words": "路牌", "note": "误植"}
        admin_client.post(reverse("admin:articles_correction_add"), values)
        return Correction.objects.get()

    def approve(self, client, correction):
        values = {"action": "approve_selected", "_selected_action": [correction.pk]}
        client.post(reverse("admin:articles_correction_changelist"), values)
        correction.refresh_from_db()
        return correction.approved_by

    def test_nobody_approves_their_own(self, correction, admin_client):
        assert self.approve(admin_client, correction) is None

    def test_second_person_approves(self, correction, client):
        second = User.objects.create_superuser("second")
        client.force_login(second)
        assert self.approve(client, correction) == second

    def test_it_is_never_changed_nor_deleted(self, correction, admin_client):
        for name in ("change", "delete"):
            address = reverse(f"admin:articles_correction_{name}", args=[correction.pk])
            assert (
                admin_client.post(address, {"printed_words": "改"}).status_code == 403
            )
        correction.refresh_from_db()
        assert correction.printed_words == "路灯"


class TestPressCheck:
    address = property(lambda self: reverse("admin:articles_article_press_check"))

    def test_pasted_draft_is_checked_and_not_saved(self, admin_client):
        builders.make_edition()
        page = admin_client.post(self.address, {"text": PAGE})
        assert "祝长青" in page.content.decode()
        assert not Article.objects.exists()

    def test_uploaded_draft_is_checked(self, admin_client):
        page = admin_client.post(self.address, {"file": upload()})
        assert "祝长青" in page.content.decode()

    @pytest.mark.parametrize(
        "values", [{}, {"text": " "}, {"file": upload(b"\x89PNG\r\n\x1a\n\0")}]
    )
    def test_what_is_no_draft_is_an_error_of_the_form(self, values, admin_client):
        page = admin_client.post(self.address, values)
        assert page.status_code == 200
        assert page.context["form"].errors


def test_new_topic_gets_its_address_from_its_name(admin_client):
    values = {"name": "夜间照明", "public": "on"}
    answer = admin_client.post(reverse("admin:articles_topic_add"), values)
    assert answer.status_code == 302
    assert Topic.objects.get().slug


def test_day_of_an_issue_becomes_the_day_of_its_articles(admin_client):
    article = builders.make_article()
    issue = article.issue
    values = {"edition": issue.edition_id, "number": issue.number}
    values |= {"date_earliest": "2020-01-02", "date_latest": "2020-01-02"}
    values |= {"pages-TOTAL_FORMS": 0, "pages-INITIAL_FORMS": 0}
    address = reverse("admin:articles_issue_change", args=[issue.pk])
    assert admin_client.post(address, values).status_code == 302
    article.refresh_from_db()
    assert article.sort_date.isoformat() == "2020-01-02"


@pytest.mark.parametrize("name", ["issue", "page", "source", "fragment", "mention"])
def test_what_was_printed_is_never_deleted(name, admin_client, admin_user):
    make_one_of_each(admin_user)
    model = apps.get_model("articles", name)
    address = reverse(f"admin:articles_{name}_delete", args=[model.objects.first().pk])
    assert admin_client.post(address, {"post": "yes"}).status_code == 403


def test_form_of_an_article_asks_nothing_for_each_row(
    admin_client, django_assert_max_num_queries
):
    article = builders.make_article()
    address = reverse("admin:articles_article_change", args=[article.pk])

    def add_rows(number):
        person = builders.make_person(name=f"祝长{number}")
        builders.make_mention(article=article, person=person, ordinal=number)
        body = builders.make_organization_mention(article=article).organization
        event = builders.make_event(name=f"第{number}场灯会")
        builders.make_event_report(article=article, event=event)
        topic = builders.make_topic()
        builders.link_topic(article, topic)
        return [person, body, event, topic]

    rows = add_rows(1)
    with CaptureQueriesContext(connection) as few:
        admin_client.get(address)
    rows += [row for number in range(2, 7) for row in add_rows(number)]
    with django_assert_max_num_queries(len(few)):
        text = admin_client.get(address).content.decode()
    for row in rows:
        assert f'<option value="{row.pk}" selected>{row}' in text
