"""查档台: what staff find, what they may quote, and what nobody can break."""

import csv
import io
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.desk.table import harmless
from articles.hiding import hide_person
from articles.models import Article
from articles.models.undated import UNDATED
from articles.publishing import publish, withdraw
from people.models import Area, Organization
from tests import builders

pytestmark = pytest.mark.django_db
HUGE = "9" * 40
HOSTILE = [
    {"year": "0"},
    {"year": "99999"},
    {"year": "²"},
    {"published__year": "2147483648"},
    {"id__in": "1" + "0" * 30},
    {"body__regex": "(.+)+x"},
    {"person": HUGE},
    {"post": "-1"},
    {"body": "1.5"},
    {"committee": "abc"},
    {"area": HUGE},
    {"topic": HUGE},
    {"group": "nonsense"},
    {"kind": "nonsense"},
    {"status": "nonsense"},
    {"since": "2024-02-30"},
    {"since": "0001-01-01"},
    {"until": "9999999-01-01"},
    {"words": "的" * 2000},
    {"words": "a " * 2000},
    {"words": "%_\\'\"();--"},
    {"name": "\ufffd\U0001f600"},
    {"words": "<script>alert(1)</script>"},
]


@pytest.fixture
def desk(admin_client):
    def ask(**values):
        answer = admin_client.get(reverse("articles:desk"), values)
        assert answer.status_code == 200
        return answer

    return ask


def found(answer):
    return set(answer.context["page"].object_list)


class TestFilters:
    @pytest.fixture
    def printed(self):
        """An article that names a committee's secretary, beside one that does not."""
        street = builders.make_area(name="枫桥街道")
        quarter = builders.make_area(
            name="桥东", kind=Area.Kind.NEIGHBOURHOOD, parent=street
        )
        body = builders.make_organization(name="桥东居民区党总支", area=quarter)
        body.kind = Organization.Kind.PARTY_BRANCH
        body.save()
        post = builders.make_post(organization=body)
        article = builders.make_article(published=False, headline="桥东开会")
        mention = builders.make_mention(article=article)
        builders.make_claim(
            mention=mention,
            post=post,
            post_as_printed="桥东居民区党总支书记",
            quote="会议由桥东居民区党总支书记祝长青主持。",
        )
        topic = builders.make_topic()
        builders.link_topic(article, topic)
        return {
            "street": street,
            "quarter": quarter,
            "body": body,
            "post": post,
            "article": article,
            "mention": mention,
            "topic": topic,
            "other": builders.make_article(),
        }

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("person", lambda rows: rows["mention"].person_id),
            ("name", lambda rows: "祝 长青"),
            ("post", lambda rows: rows["post"].pk),
            ("title", lambda rows: "党总支书记"),
            ("committee", lambda rows: rows["body"].pk),
            ("body", lambda rows: rows["body"].pk),
            ("unit", lambda rows: "桥东居民区"),
            ("group", lambda rows: "party"),
            ("group", lambda rows: "any"),
            ("kind", lambda rows: "party_branch"),
            ("area", lambda rows: rows["street"].pk),
            ("area", lambda rows: rows["quarter"].pk),
            ("topic", lambda rows: rows["topic"].pk),
            ("status", lambda rows: "draft"),
            ("words", lambda rows: "桥东 开会"),
        ],
    )
    def test_filter_finds_the_article_and_leaves_the_other(
        self, printed, desk, name, value
    ):
        assert found(desk(**{name: value(printed)})) == {printed["article"]}

    @pytest.mark.parametrize("group", ["congress", "residents", "deliberative"])
    def test_other_groups_of_committees_find_nothing(self, printed, desk, group):
        assert not found(desk(group=group))

    def test_body_that_only_acts_is_found_too(self, desk):
        mention = builders.make_organization_mention()
        assert found(desk(body=mention.organization_id)) == {mention.article}

    def test_rejected_names_and_posts_are_not_found(self, printed, desk):
        printed["mention"].claims.update(verdict="rejected")
        printed["mention"].verdict = "rejected"
        printed["mention"].save()
        assert not found(desk(person=printed["mention"].person_id))
        assert not found(desk(group="party"))

    def test_articles_without_topic_are_found(self, printed, desk):
        assert found(desk(topic="none")) == {printed["other"]}

    def test_post_and_sentence_stand_ready_to_be_quoted(self, printed, desk):
        page = desk(person=printed["mention"].person_id).content.decode()
        assert "桥东居民区党总支书记" in page
        assert "会议由桥东居民区党总支书记祝长青主持。" in page
        assert str(printed["article"].issue) in page


class TestWords:
    """The same words are found whatever the state of the article."""

    @pytest.fixture(params=["draft", "published", "withdrawn", "hidden"])
    def article(self, request):
        person = builders.make_person(visibility="community")
        article = builders.make_article(
            headline="弄堂口（东）的“路灯”亮了",
            body="■夜里\n祝长青说：５Ｇ信号也好，走夜路 不怕了。",
            published=False,
        )
        builders.make_mention(article=article, person=person)
        article.pictures.create(caption="灯下的石榴树")
        builders.make_article(headline="石榴", body="路灯亮了，祝长青不在。")
        if request.param != "draft":
            publish([article])
        if request.param == "withdrawn":
            withdraw([article])
        if request.param == "hidden":
            hide_person(person, User.objects.create(username="甲"), confirmed=True)
        return article

    @pytest.mark.parametrize(
        "words",
        [
            "弄堂口东的路灯",
            "路灯 石榴树",
            "祝长青说",
            "5g",
            "走 夜 路",
            "走夜路不怕",
            "石榴树",
        ],
    )
    def test_words_are_found(self, desk, article, words):
        answer = desk(words=words)
        assert found(answer) == {article}
        assert answer.context["page"].object_list[0].quotes

    @pytest.mark.parametrize("words", ["石榴皮", "%", "_", "路灯 雨伞", "……"])
    def test_what_is_not_printed_is_not_found(self, desk, article, words):
        assert not found(desk(words=words))


class TestDates:
    @pytest.fixture
    def rows(self):
        dated = {
            year: builders.make_article(
                sort_date=date(year, 5, 1), page=None, issue=builders.make_issue()
            )
            for year in (2019, 2020)
        }
        return dated | {"undated": builders.make_article(sort_date=UNDATED)}

    def test_undated_stand_as_a_group_of_their_own(self, rows, desk):
        answer = desk(year="2019")
        assert found(answer) == {rows[2019], rows["undated"]}
        assert '<h2 class="desk-group">日期不明</h2>' in answer.content.decode()

    def test_only_undated_can_be_asked_for(self, rows, desk):
        assert found(desk(year="undated")) == {rows["undated"]}

    def test_days_bound_what_is_dated(self, rows, desk):
        assert found(desk(since="2020-01-01")) == {rows[2020], rows["undated"]}
        assert found(desk(until="2019-12-31")) == {rows[2019], rows["undated"]}


class TestSafety:
    @pytest.mark.parametrize("values", HOSTILE, ids=str)
    def test_hostile_question_is_answered(self, values, admin_client):
        builders.make_article()
        for name in ("desk", "desk-csv"):
            address = reverse(f"articles:{name}")
            answer = admin_client.get(address, values, follow=True)
            assert answer.status_code in {200, 400, 404, 414}
            if not answer.streaming:
                assert b"<script>alert" not in answer.content

    @pytest.mark.parametrize("page", ["0", "-1", "abc", HUGE, "²", "7"])
    def test_page_that_is_not_there_is_a_404(self, page, admin_client):
        builders.make_article()
        answer = admin_client.get(reverse("articles:desk"), {"page": page})
        assert answer.status_code == 404

    @pytest.mark.parametrize("name", ["desk", "desk-csv"])
    def test_visitor_is_sent_to_sign_in(self, name, client):
        answer = client.get(reverse(f"articles:{name}"))
        assert answer.status_code == 302 and "/login/" in answer["Location"]

    def test_draft_is_for_staff_only(self, client):
        article = builders.make_article(published=False, headline="尚未发布")
        address = reverse("articles:desk-article", args=[article.pk])
        assert client.get(address).status_code == 302
        client.force_login(User.objects.create_user("reader"))
        assert client.get(address).status_code == 302

    def test_draft_is_shown_as_readers_will_see_it(self, admin_client):
        article = builders.make_article(published=False, headline="尚未发布")
        address = reverse("articles:desk-article", args=[article.pk])
        page = admin_client.get(address)
        assert "articles/article_detail.html" in [t.name for t in page.templates]
        assert "草稿" in page.content.decode() and "尚未发布" in page.content.decode()
        assert "no-store" in page["Cache-Control"]

    def test_draft_shows_what_its_publication_will_show(self, admin_client):
        article = builders.make_article(published=False)
        body = builders.make_organization(name="枫桥街道灯会办公室", shown=False)
        event = builders.make_event(name="枫桥灯会", shown=False)
        builders.make_organization_mention(article=article, organization=body)
        builders.make_event_report(article=article, event=event)
        address = reverse("articles:desk-article", args=[article.pk])
        page = admin_client.get(address).content.decode()
        assert "枫桥街道灯会办公室" in page and "枫桥灯会" in page
        assert event.get_absolute_url() not in page
        assert body.get_absolute_url() not in page

    def test_number_of_queries_does_not_grow_with_the_list(
        self, admin_client, django_assert_max_num_queries
    ):
        for _ in range(25):
            builders.make_claim(quote="会议由祝长青主持。")
        address = reverse("articles:desk")
        with django_assert_max_num_queries(25):
            admin_client.get(address, {"title": "书记"})


class TestTable:
    def rows(self, admin_client, **values):
        answer = admin_client.get(reverse("articles:desk-csv"), values)
        text = b"".join(answer.streaming_content).decode()
        assert text.startswith("\ufeff")
        return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))

    def test_table_has_a_row_a_quote(self, admin_client):
        claim = builders.make_claim(quote="会议由街道党工委书记祝长青主持。")
        head, row = self.rows(admin_client, title="书记")
        values = dict(zip(head, row, strict=True))
        assert values["职务（照印）"] == "街道党工委书记"
        assert values["原句"] == "会议由街道党工委书记祝长青主持。"
        assert values["网址"].endswith(f"/desk/articles/{claim.mention.article_id}/")

    def test_no_cell_is_a_formula(self, admin_client):
        builders.make_article(headline='=HYPERLINK("http://x")', body="+1\n-2\n@a")
        for row in self.rows(admin_client)[1:]:
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)

    @pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "＝1"])
    def test_formula_is_made_text(self, cell):
        assert harmless(cell) == f"'{cell}"

    def test_words_stay_as_they_are(self):
        assert harmless("路灯亮了") == "路灯亮了"

    def test_drafts_say_that_they_are_drafts(self, admin_client):
        builders.make_article(published=False)
        assert Article.objects.get().get_status_display() in self.rows(admin_client)[1]
