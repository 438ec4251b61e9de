import pytest

from people.models import Organization, OrganizationName
from people.resolution import Home, NamedBody, resolve_bodies, resolve_body
from tests.builders import make_area, make_organization

pytestmark = pytest.mark.django_db


def test_body_is_made_once_with_kind_and_area():
    named = NamedBody("石桥街道党工委", "party_work_committee")
    first = resolve_body(named)
    second = resolve_body(named)
    assert first.is_new and not second.is_new
    assert first.body == second.body
    assert first.body.area.name == "石桥街道"
    assert "全称相同" in second.rule


def test_what_says_most_about_the_kind_wins():
    named = [NamedBody("微光联盟"), NamedBody("微光联盟", "alliance", joint=True)]
    decisions, _ = resolve_bodies(named, Home())
    assert decisions["微光联盟"].body.kind == Organization.Kind.ALLIANCE


def test_another_name_of_a_body_finds_it():
    body = make_organization(name="上海至远律师事务所", kind="company")
    OrganizationName.objects.create(organization=body, name="至远律所", kind="short")
    decision = resolve_body(NamedBody("至远律所"))
    assert decision.body == body
    assert "简称" in decision.rule


def test_name_one_character_away_is_another_body():
    make_organization(name="上海至远律师事务所", kind="company")
    assert resolve_body(NamedBody("上海志远律师事务所")).is_new


def test_merged_body_leads_to_the_one_that_stays():
    kept = make_organization(name="石桥街道物业管理服务中心", kind="centre")
    make_organization(name="石桥街道物管中心", kind="centre", merged_into=kept)
    assert resolve_body(NamedBody("石桥街道物管中心")).body == kept


def test_renamed_body_is_not_an_alias():
    old = make_organization(name="石桥街道党建服务中心", kind="centre")
    new = make_organization(name="石桥街道党群服务中心", kind="centre", former_body=old)
    assert resolve_body(NamedBody("石桥街道党群服务中心")).body == new
    assert resolve_body(NamedBody("石桥街道党建服务中心")).body == old


def test_same_neighbourhood_office_in_another_street_is_another_body():
    here, there = make_area(name="北街道"), make_area(name="南街道")
    first = resolve_body(NamedBody("柳荫居委会"), Home(here)).body
    second = resolve_body(NamedBody("柳荫居委会"), Home(there)).body
    assert first != second
    assert resolve_body(NamedBody("柳荫居委会"), Home(here)).body == first


def test_names_are_asked_for_in_a_fixed_number_of_queries(
    django_assert_max_num_queries,
):
    resolve_bodies([NamedBody(f"石桥街道第{n}办") for n in range(3)], Home())
    with django_assert_max_num_queries(6):
        resolve_bodies([NamedBody(f"石桥街道第{n}办") for n in range(40)], Home())


@pytest.mark.parametrize(
    "printed", ["柳荫居委", "柳荫居民委员会", "柳荫居委会", "柳荫居民区居委会"]
)
def test_endings_of_one_body_are_one(printed):
    body = resolve_body(NamedBody("柳荫居委会")).body
    assert resolve_body(NamedBody(printed)).body == body


def test_two_endings_in_one_run_make_one_body():
    named = [NamedBody("柳荫居委"), NamedBody("柳荫居委会")]
    decisions, _ = resolve_bodies(named, Home())
    assert decisions["柳荫居委"].body == decisions["柳荫居委会"].body
    assert Organization.objects.get().name == "柳荫居委会"
