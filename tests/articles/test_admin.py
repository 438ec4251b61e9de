"""Every page of the admin, for whoever may see it and whatever is asked."""

from urllib.parse import quote

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from .every_row import make_one_of_each

pytestmark = pytest.mark.django_db

#: What nobody looks at.
CLOSED = {"auth.Permission", "articles.ContentVersion"}
MODELS = [
    model
    for label in ("articles", "people", "auth")
    for model in apps.get_app_config(label).get_models()
    if not model._meta.auto_created and model._meta.label not in CLOSED
]
READ_ONLY = {
    "evidence",
    "fragment",
    "importrun",
    "journalentry",
    "membership",
    "merge",
    "question",
    "searchentry",
    "source",
    "unitmembership",
}
HUGE = "9" * 40
HOSTILE = [
    "id__in=1000000000000000000000000000000",
    f"id={HUGE}",
    f"id__exact={HUGE}",
    "year=0",
    "published__year=2147483648",
    "published_at__year=2147483648",
    "body__regex=(.%2B)%2Bx",
    "name__regex=(.%2B)%2Bx",
    "password__startswith=pbk",
    f"p={HUGE}",
    "p=-1",
    "p=²",
    "o=99.-99.x.²",
    f"o={HUGE}",
    "e=1",
    f"e=1&id__in={HUGE}",
    "all=",
    "_facets=True",
    f"_facets=True&issue={HUGE}",
    f"_to_field={HUGE}",
    "_popup=1",
    "q=" + "w " * 1000,
    "q=%22%27%5C%25_",
    "q=%EF%BF%BD%F0%9F%98%80",
    f"issue={HUGE}&article={HUGE}&person={HUGE}&page={HUGE}",
    f"edition__id__exact={HUGE}",
    f"issue__edition__id__exact={HUGE}",
    "edition__id__exact=abc",
    "status__exact=nonsense",
    "shown__exact=nonsense",
    "is_staff__exact=" + HUGE,
    f"groups__id__exact={HUGE}",
    "has_person=nonsense",
    "group=nonsense",
    "_changelist_filters=" + "x" * 500,
]


#: Addresses that the stock admin has beside those of the models.
STOCK = [
    "autocomplete/?app_label=articles&model_name=mention&field_name=person&term={}",
    "autocomplete/?app_label=articles&model_name=mention&field_name=person&page={}",
    "autocomplete/?app_label={}&model_name=mention&field_name=person",
    "autocomplete/?app_label=articles&model_name=mention&field_name={}",
    "r/{}/1/",
    "r/1/{}/",
    "{}/",
    "articles/{}/",
    "login/?next={}",
    "jsi18n/?{}",
    "articles/article/press-check/?{}",
    "articles/importrun/upload/?{}",
    "articles/importrun/{}/undo/",
    "articles/question/{}/verdict/",
    "articles/source/{}/download/",
    "people/person/{}/merge/",
    "people/person/{}/hide/",
]


@pytest.mark.django_db
@pytest.mark.parametrize("template", STOCK)
@pytest.mark.parametrize("value", [HUGE, "-1", "²", "'\"%", "的" * 300, "(.+)+x"])
def test_other_addresses_are_answered(template, value, admin_client):
    page = admin_client.get("/admin/" + template.format(quote(value)), follow=True)
    assert page.status_code in {200, 400, 403, 404, 405}


def address(model, page, *args):
    opts = model._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


@pytest.fixture
def everything(admin_user):
    return make_one_of_each(admin_user)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
class TestEveryModel:
    def test_it_is_in_the_admin_with_search_and_filters(self, model):
        registered = admin.site.get_model_admin(model)
        assert registered.search_fields and registered.list_display != ("__str__",)
        assert registered.list_filter

    def test_its_pages_answer(self, model, everything, admin_client):
        row = model.objects.first()
        page = admin_client.get(address(model, "changelist"))
        assert page.status_code == 200
        may_add = admin.site.get_model_admin(model).has_add_permission
        expected = 200 if may_add(page.wsgi_request) else 403
        assert admin_client.get(address(model, "add")).status_code == expected
        for name in ("change", "history"):
            page = admin_client.get(address(model, name, row.pk))
            assert page.status_code == 200, name

    def test_search_finds_nothing_without_failing(
        self, model, everything, admin_client
    ):
        page = admin_client.get(address(model, "changelist"), {"q": "没有这样的字"})
        assert page.status_code == 200

    def test_hostile_queries_are_answered(self, model, everything, admin_client):
        for query in HOSTILE:
            asked = f"{address(model, 'changelist')}?{query}"
            page = admin_client.get(asked, follow=True)
            assert page.status_code in {200, 400}, query

    def test_hostile_ids_are_answered(self, model, everything, admin_client):
        for pk in (HUGE, "9" * 1500, "abc", "1_2F", "²"):
            for name in ("change", "history", "delete"):
                answer = admin_client.get(address(model, name, pk), follow=True)
                assert answer.status_code in {200, 400, 403, 404}, (name, pk)

    def test_hostile_initial_values_are_answered(self, model, everything, admin_client):
        fields = "&".join(f"{field.name}={HUGE}" for field in model._meta.get_fields())
        asked = f"{address(model, 'add')}?{fields}"
        assert admin_client.get(asked, follow=True).status_code in {200, 400, 403}

    def test_hostile_forms_are_answered(self, model, everything, admin_client):
        fields = [field.name for field in model._meta.get_fields()]
        values = dict.fromkeys(fields, HUGE)
        for name, args in (("add", ()), ("change", (model.objects.first().pk,))):
            page = admin_client.post(address(model, name, *args), values)
            assert page.status_code in {200, 302, 400, 403}, name
        ticked = {"action": "publish_selected", "_selected_action": [HUGE, "x"]}
        page = admin_client.post(address(model, "changelist"), ticked, follow=True)
        assert page.status_code in {200, 400, 403}


@pytest.mark.parametrize("name", sorted(READ_ONLY))
def test_derived_and_journalled_rows_are_only_looked_at(name, rf, admin_user):
    model = next(model for model in MODELS if model._meta.model_name == name)
    registered, request = admin.site.get_model_admin(model), rf.get("/")
    request.user = admin_user
    assert registered.has_view_permission(request)
    assert not registered.has_add_permission(request)
    assert not registered.has_change_permission(request)
    assert not registered.has_delete_permission(request)
