"""单位 and 居民区."""

from datetime import date

import pytest

from articles.evidence import derive_memberships
from people.models import Area, Membership, Organization, UnitMembership
from tests.builders import (
    make_area,
    make_article,
    make_claim,
    make_event,
    make_event_report,
    make_mention,
    make_organization,
    make_organization_mention,
    make_person,
    make_post,
)

pytestmark = pytest.mark.django_db
MAX_QUERIES = 10
Kind = Organization.Kind


def text_of(client, row):
    return client.get(row.get_absolute_url()).content.decode()


def make_neighbourhood(**fields):
    values = {"name": "柳荫居民区", "kind": Area.Kind.NEIGHBOURHOOD, "shown": True}
    return make_area(**values | fields)


def test_bodies_stand_in_groups_with_their_number(client):
    for number in range(14):
        make_organization(name=f"枫桥第{number}党支部", kind=Kind.PARTY_BRANCH)
    make_organization(name="枫桥街道办事处", kind=Kind.SUBDISTRICT_OFFICE)
    make_organization(name="草稿单位", shown=False)
    text = client.get("/organizations/").content.decode()
    assert "14个" in text
    assert text.count("党支部</a>") == 12
    assert "草稿单位" not in text
    assert "人大政协" not in text
    group = client.get("/organizations/kinds/party/").content.decode()
    assert group.count("党支部</a>") == 14
    assert "办事处" not in group.split("<main")[1]


def test_unknown_group_is_not_found(client):
    assert client.get("/organizations/kinds/nothing/").status_code == 404


def test_body_shows_everything_that_print_proves(client):
    earlier = make_organization(name="枫桥街道党建服务中心", kind=Kind.CENTRE)
    body = make_organization(
        name="枫桥街道联席会议",
        kind=Kind.JOINT_MEETING,
        former_body=earlier,
        phone="021-5555 0101",
        address="枫桥路1号",
        contact_checked_on=date(2024, 1, 2),
    )
    unit = make_organization(name="枫桥小学", kind=Kind.SCHOOL)
    UnitMembership.objects.create(
        organization=body, unit=unit, label="牵头单位", shown=True
    )
    make_event(name="联席会议2024年会议", session_of=body, session_label="2024年")
    article = make_article(headline="坐下来商量")
    make_organization_mention(article=article, organization=body)
    mention = make_mention(article=article)
    make_claim(mention=mention, post=make_post(organization=body, role="召集人"))
    derive_memberships()
    Membership.objects.update(shown=True)
    text = text_of(client, body)
    for words in (
        "枫桥街道党建服务中心",
        "021-5555 0101",
        'href="tel:021-55550101"',
        "枫桥路1号",
        "2024年1月2日",
        "枫桥小学",
        "牵头单位",
        "联席会议2024年会议",
        "坐下来商量",
        "召集人",
        "祝长青",
    ):
        assert words in text
    assert "后为" in text_of(client, earlier)


def test_merged_body_leads_on(client):
    into = make_organization()
    merged = make_organization(shown=False, merged_into=into)
    response = client.get(merged.get_absolute_url())
    assert (response.status_code, response["Location"]) == (
        301,
        into.get_absolute_url(),
    )


def test_hidden_holder_is_not_named(client):
    person = make_person(name="倪小满", shown=False, visibility="hidden")
    post = make_post()
    Membership.objects.create(person=person, post=post, shown=True)
    for address in (post, post.organization):
        assert "倪小满" not in text_of(client, address)


def test_notice_board_of_a_neighbourhood(client):
    area = make_neighbourhood(phone="021-5555 0202", address="柳荫路2号")
    compound = make_area(
        name="柳荫苑", kind=Area.Kind.COMPOUND, parent=area, shown=True
    )
    body = make_organization(
        name="柳荫居委会", area=area, kind=Kind.RESIDENTS_COMMITTEE
    )
    inside = make_organization(
        name="柳荫苑业委会", area=compound, kind=Kind.OWNERS_COMMITTEE
    )
    for each in (body, inside):
        make_organization_mention(
            organization=each, article=make_article(headline=f"{each.name}开会")
        )
    text = text_of(client, area)
    for words in ("柳荫苑", "021-5555 0202", "柳荫路2号", "柳荫居委会开会"):
        assert words in text
    assert "柳荫苑业委会开会" in text
    assert "共2篇" in text
    response = client.get(compound.get_absolute_url())
    assert (response.status_code, response["Location"]) == (
        301,
        area.get_absolute_url(),
    )


def test_chosen_neighbourhood_is_kept_and_shown_on_the_first_page(client):
    area = make_neighbourhood()
    body = make_organization(area=area)
    article = make_article(headline="柳荫的路灯")
    make_organization_mention(organization=body, article=article)
    response = client.get("/areas/mine/")
    assert response["Location"] == "/areas/"
    assert "不选居民区" not in client.get("/areas/").content.decode()
    response = client.post("/areas/mine/", {"area": area.pk})
    assert response["Location"] == area.get_absolute_url()
    assert client.get("/areas/mine/")["Location"] == area.get_absolute_url()
    assert "不选居民区" in client.get("/areas/").content.decode()
    home = client.get("/").content.decode()
    assert area.name in home
    client.post("/areas/mine/", {"area": ""})
    assert area.name not in client.get("/").content.decode()


@pytest.mark.parametrize("chosen", ["abc", "²", "-1", str(10**30), "0", "1"])
def test_no_such_neighbourhood_can_be_chosen(client, chosen):
    assert client.post("/areas/mine/", {"area": chosen}).status_code == 404
    client.cookies["my_area"] = chosen
    assert client.get("/").status_code == 200
    assert client.get("/areas/mine/")["Location"] == "/areas/"


def test_choice_of_an_area_that_went_away_is_forgotten(client):
    area = make_neighbourhood()
    client.post("/areas/mine/", {"area": area.pk})
    Area.objects.update(shown=False)
    assert client.get("/areas/mine/")["Location"] == "/areas/"


def test_pages_take_few_queries(client, django_assert_max_num_queries):
    area = make_neighbourhood()
    body = make_organization(area=area, kind=Kind.JOINT_MEETING)
    for number in range(25):
        article = make_article()
        mention = make_mention(article=article, person=make_person())
        post = make_post(organization=body, role=f"委员{number}")
        make_claim(mention=mention, post=post, role=post.role)
        make_organization_mention(article=article, organization=body)
        unit = make_organization(superior=body, area=area)
        UnitMembership.objects.create(organization=body, unit=unit, shown=True)
        make_event(session_of=body)
    derive_memberships()
    Membership.objects.update(shown=True)
    addresses = [body.get_absolute_url(), area.get_absolute_url(), "/organizations/"]
    for address in [*addresses, "/areas/", "/organizations/kinds/deliberative/"]:
        with django_assert_max_num_queries(MAX_QUERIES):
            assert client.get(address).status_code == 200


def test_meetings_are_proven_by_print_and_totals_are_quoted(client):
    body = make_organization(name="枫桥街道联席会议", kind=Kind.JOINT_MEETING)
    article = make_article(body="枫桥街道联席会议有成员单位43家。")
    make_organization_mention(article=article, organization=body)
    event = make_event(
        name="联席会议2024年会议", session_of=body, session_label="2024年"
    )
    report = make_event_report(article=article, event=event)
    quote = "枫桥小学校长祝长青主持会议。"
    mention = make_mention(article=article)
    report.appearances.create(mention=mention, role="主持", quote=quote)
    hidden = make_person(name="倪小满", visibility="private", shown=False)
    mention = make_mention(article=article, person=hidden)
    report.appearances.create(mention=mention, role="参加")
    address = f"{body.get_absolute_url()}meetings/"
    assert address in text_of(client, body)
    text = client.get(address).content.decode()
    for words in ("见报可证1次", "2024年", "祝长青", "主持", quote, "成员单位43家"):
        assert words in text
    assert "倪小满" not in text


def test_body_that_never_met_has_no_page_of_meetings(client):
    body = make_organization()
    assert client.get(f"{body.get_absolute_url()}meetings/").status_code == 404
