"""Merging, hiding and the roster, from the admin."""

import io

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from articles.models import Merge, Picture
from people.admin.fields import is_id
from people.models import Identity, Organization, Person, Ruling
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1", True),
        ("9223372036854775807", True),
        ("9223372036854775808", False),
        ("9" * 5000, False),
        ("-1", False),
        ("²", False),
        ("１", False),
        ("", False),
        ("1.0", False),
    ],
)
def test_id_is_what_a_database_holds(text, answer):
    assert is_id(text) is answer


class TestMerging:
    @pytest.fixture
    def pair(self):
        merged = builders.make_person(name="祝长清", shown=False)
        kept = builders.make_person(name="祝长青")
        builders.make_mention(person=merged)
        return merged, kept

    def test_preview_shows_what_moves_and_moves_nothing(self, pair, admin_client):
        merged, _ = pair
        address = reverse("admin:people_person_merge", args=[merged.pk])
        page = admin_client.post(address, {"into": "祝长青"}).content.decode()
        assert "文中人物1条" in page and "名称不同" in page
        assert not Merge.objects.exists() and merged.mentions.exists()

    def test_second_press_merges_and_it_can_be_undone(self, pair, admin_client):
        merged, kept = pair
        address = reverse("admin:people_person_merge", args=[merged.pk])
        admin_client.post(address, {"into": kept.pk, "confirm": "1"})
        merged.refresh_from_db()
        assert merged.merged_into == kept and kept.mentions.count() == 1
        undo = reverse("admin:articles_merge_undo", args=[Merge.objects.get().pk])
        admin_client.post(undo)
        merged.refresh_from_db()
        assert merged.merged_into is None and merged.mentions.count() == 1

    def test_bodies_are_merged_too(self, admin_client):
        first, second = builders.make_organization(), builders.make_organization()
        address = reverse("admin:people_organization_merge", args=[first.pk])
        admin_client.post(address, {"into": second.name, "confirm": "1"})
        assert Organization.objects.get(pk=first.pk).merged_into == second

    @pytest.mark.parametrize("into", ["", "没有此人", "9" * 40, "0", "self"])
    def test_wrong_target_is_an_error_of_the_form(self, into, pair, admin_client):
        merged, _ = pair
        into = str(merged.pk) if into == "self" else into
        address = reverse("admin:people_person_merge", args=[merged.pk])
        page = admin_client.post(address, {"into": into, "confirm": "1"})
        assert page.status_code == 200 and page.context["form"].errors
        assert not Merge.objects.exists()

    def test_namesakes_are_told_apart_by_number(self, pair, admin_client):
        merged, kept = pair
        other = builders.make_person(name="祝长青", disambiguation="另一人")
        address = reverse("admin:people_person_merge", args=[merged.pk])
        page = admin_client.post(address, {"into": "祝长青"}).content.decode()
        assert f"{other.pk}：" in page and f"{kept.pk}：" in page

    def test_only_who_may_judge_merges(self, pair, client):
        client.force_login(User.objects.create_user("helper", is_staff=True))
        address = reverse("admin:people_person_merge", args=[pair[0].pk])
        assert client.get(address).status_code == 403


class TestHiding:
    @pytest.fixture
    def resident(self):
        person = builders.make_person(
            name="方小满", visibility=Person.Visibility.COMMUNITY, shown=False
        )
        article = builders.make_article(body="居民方小满说，走夜路不怕了。")
        builders.make_mention(person=person, article=article)
        return person

    def test_hidden_name_leaves_the_public_page(self, resident, admin_client, client):
        article = resident.mentions.get().article
        address = reverse("admin:people_person_hide", args=[resident.pk])
        assert "方小满" in admin_client.get(address).content.decode()
        assert admin_client.post(address, {"reason": "本人申请"}).status_code == 302
        page = client.get(article.get_absolute_url()).content.decode()
        assert "方小满" not in page and "某某" in page

    def test_hidden_name_can_be_brought_back(self, resident, admin_client, client):
        article = resident.mentions.get().article
        address = reverse("admin:people_person_hide", args=[resident.pk])
        admin_client.post(address, {"reason": "本人申请"})
        admin_client.post(address, {"visibility": "community"})
        page = client.get(article.get_absolute_url()).content.decode()
        assert "方小满" in page

    def test_pictures_go_only_after_somebody_looked(self, resident, admin_client):
        article = resident.mentions.get().article
        photo = io.BytesIO()
        Image.new("RGB", (40, 30)).save(photo, "PNG")
        picture = Picture(article=article, caption="方小满在扫地")
        picture.image.save("photo.png", ContentFile(photo.getvalue()))
        address = reverse("admin:people_person_hide", args=[resident.pk])
        assert "撤下图片1张" in admin_client.get(address).content.decode()
        page = admin_client.post(address, {"reason": "本人申请"})
        assert "1张图片" in page.context["form"].non_field_errors()[0]
        picture.refresh_from_db()
        assert picture.image
        values = {"reason": "本人申请", "confirmed": "on"}
        assert admin_client.post(address, values).status_code == 302
        picture.refresh_from_db()
        assert not picture.image

    def test_official_is_not_hidden(self, admin_client):
        person = builders.make_person()
        address = reverse("admin:people_person_hide", args=[person.pk])
        page = admin_client.post(address, {"reason": "要求"})
        assert "公职人员" in page.content.decode()
        person.refresh_from_db()
        assert person.visibility == Person.Visibility.OFFICIAL

    def test_hiding_is_not_a_choice_of_the_plain_form(self, resident, admin_client):
        address = reverse("admin:people_person_change", args=[resident.pk])
        form = admin_client.get(address).context["adminform"].form
        assert "hidden" not in dict(form.fields["visibility"].choices)


class TestRoster:
    address = property(lambda self: reverse("admin:people_ruling_roster"))

    @pytest.fixture
    def rows(self):
        home = builders.make_area(name="欧阳路街道")
        builders.make_edition(home=home, slug="ouyang", place="欧阳")
        today = timezone.localdate().isoformat()
        return f"祝长青\t欧阳路街道党工委书记\t1\t{today}"

    def test_rows_are_shown_first_and_saved_then(self, rows, admin_client, admin_user):
        values = {"rows": rows, "source": "党政办"}
        page = admin_client.post(self.address, values).content.decode()
        assert "欧阳路街道党工委" in page and not Ruling.objects.exists()
        admin_client.post(self.address, values | {"confirm": "1"})
        ruling = Ruling.objects.get()
        assert (ruling.person.name, ruling.made_by) == ("祝长青", admin_user)

    def test_one_wrong_row_saves_nothing(self, rows, admin_client):
        values = {"rows": f"{rows}\n方小满\t主任", "source": "党政办", "confirm": "1"}
        page = admin_client.post(self.address, values).content.decode()
        assert "第2行" in page and not Ruling.objects.exists()

    def test_ruling_is_withdrawn_never_deleted(self, rows, admin_client):
        values = {"rows": rows, "source": "党政办", "confirm": "1"}
        admin_client.post(self.address, values)
        ruling = Ruling.objects.get()
        values = {"action": "withdraw_selected", "_selected_action": [ruling.pk]}
        admin_client.post(reverse("admin:people_ruling_changelist"), values)
        ruling.refresh_from_db()
        assert ruling.withdrawn_at is not None


def test_identity_is_kept_in_the_order_of_the_database(admin_client):
    first, second = builders.make_person(), builders.make_person(name="祝长庆")
    values = {"verdict": "different", "reason": "两人"}
    values |= {"first_person": second.pk, "second_person": first.pk}
    answer = admin_client.post(reverse("admin:people_identity_add"), values)
    assert answer.status_code == 302
    assert Identity.objects.get().first_person == first


@pytest.mark.parametrize("given", [{}, {"first_person": 1, "first_body": 1}])
def test_identity_of_nothing_is_an_error_of_the_form(given, admin_client):
    values = {"verdict": "same"} | given
    answer = admin_client.post(reverse("admin:people_identity_add"), values)
    assert answer.status_code == 200


def test_person_that_was_printed_is_not_deleted(admin_client):
    mention = builders.make_mention()
    delete = reverse("admin:people_person_delete", args=[mention.person_id])
    assert admin_client.post(delete, {"post": "yes"}).status_code == 403


def test_person_made_by_mistake_is_deleted(admin_client):
    person = builders.make_person()
    delete = reverse("admin:people_person_delete", args=[person.pk])
    assert admin_client.post(delete, {"post": "yes"}).status_code == 302
    assert not Person.objects.exists()


def test_year_one_is_no_date(admin_client):
    values = {"name": "灯会", "date_earliest": "0001-01-01", "date_latest": ""}
    page = admin_client.post(reverse("admin:people_event_add"), values)
    assert "1900年以后" in page.content.decode()
