import pytest

from people.models import Identity, Person, PersonName
from people.resolution import NamedPerson, namesakes_of, resolve_people, resolve_person
from tests.builders import make_area, make_organization, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def street():
    return make_area(name="石桥街道")


@pytest.fixture
def committee(street):
    return make_organization(
        name="石桥街道党工委", kind="party_work_committee", area=street
    )


@pytest.fixture
def office(street):
    return make_organization(
        name="石桥街道办事处", kind="subdistrict_office", area=street
    )


@pytest.fixture
def firm():
    return make_organization(name="江州餐饮有限公司", kind="company")


def named(name, *bodies, article=1, beside=(), ordinal=0):
    return NamedPerson(
        key=(article, name, ordinal),
        name=name,
        article=article,
        bodies=frozenset(body.pk for body in bodies),
        named_bodies=frozenset(body.pk for body in beside),
    )


def resolve(*wanted, seen=()):
    """Resolve names; `seen` are (person, body) printed together before."""
    known = namesakes_of({each.name for each in wanted})
    for person, body in seen:
        known.bodies[person.pk].add(body.pk)
    return resolve_people(wanted, known)


def test_new_name_becomes_a_person_with_pinyin_and_visibility(committee):
    decision = resolve_person(named("单国荣", committee))
    person = Person.objects.get(name="单国荣")
    assert decision.is_new and decision.person == person
    assert person.sort_name == "shan guorong"
    assert person.initials == "sg"
    assert person.visibility == Person.Visibility.OFFICIAL
    assert not person.shown


def test_same_name_and_same_body_is_the_same_person(committee):
    person = make_person(name="郑山河")
    decisions, made = resolve(named("郑山河", committee), seen=[(person, committee)])
    assert decisions[1, "郑山河", 0].person == person
    assert "同一单位" in decisions[1, "郑山河", 0].rule
    assert not made


def test_same_name_and_compatible_body_is_the_same_person(committee, office):
    person = make_person(name="郑山河")
    decisions, _ = resolve(named("郑山河", office), seen=[(person, committee)])
    assert decisions[1, "郑山河", 0].person == person
    assert "相容" in decisions[1, "郑山河", 0].rule


@pytest.fixture
def neighbourhood(street):
    area = make_area(name="柳荫居民区", kind="neighbourhood", parent=street)
    return make_organization(name="柳荫居委会", kind="residents_committee", area=area)


def test_staff_moves_between_the_street_and_its_neighbourhoods(office, neighbourhood):
    person = make_person(name="郑山河")
    wanted = named("郑山河", office)
    decisions, _ = resolve(wanted, seen=[(person, neighbourhood)])
    assert decisions[1, "郑山河", 0].person == person
    assert "居民区与街道" in decisions[1, "郑山河", 0].rule


@pytest.mark.parametrize(
    ("why", "name", "namesakes"),
    [("a name that many have", "张强", 1), ("two of the name", "郑山河", 2)],
)
def test_common_names_are_asked_about_all_the_same(
    why, name, namesakes, office, neighbourhood, firm
):
    people = [make_person(name=name) for _ in range(namesakes)]
    seen = list(zip(people, (neighbourhood, firm), strict=False))
    decisions, _ = resolve(named(name, office), seen=seen)
    assert decisions[1, name, 0].person not in people, why
    assert decisions[1, name, 0].asks


def test_neighbourhood_of_another_street_is_unrelated(office):
    area = make_area(
        name="柳荫居民区", kind="neighbourhood", parent=make_area(name="东湖街道")
    )
    other = make_organization(name="柳荫居委会", kind="residents_committee", area=area)
    person = make_person(name="郑山河")
    decisions, _ = resolve(named("郑山河", office), seen=[(person, other)])
    assert decisions[1, "郑山河", 0].asks == (person,)


def test_same_name_in_unrelated_bodies_is_kept_apart_and_asked(committee, firm):
    person = make_person(name="张强")
    decisions, made = resolve(named("张强", firm), seen=[(person, committee)])
    decision = decisions[1, "张强", 0]
    assert decision.person != person
    assert decision.asks == (person,)
    assert made == [decision.person]


def test_judged_to_be_different_is_not_asked_again(committee, firm):
    first = make_person(name="张强")
    second = make_person(name="张强")
    Identity.objects.create(
        verdict="different", first_person=first, second_person=second
    )
    decisions, _ = resolve(
        named("张强", firm), seen=[(first, committee), (second, firm)]
    )
    assert decisions[1, "张强", 0].person == second
    assert not decisions[1, "张强", 0].asks


def test_likeness_is_never_enough(committee):
    person = make_person(name="夏小玲")
    decisions, _ = resolve(named("夏玲", committee), seen=[(person, committee)])
    assert decisions[1, "夏玲", 0].person != person
    assert not decisions[1, "夏玲", 0].asks


def test_two_of_one_name_in_one_article_are_two_people(committee):
    decisions, made = resolve(
        named("张强", committee, ordinal=0), named("张强", committee, ordinal=1)
    )
    assert len(made) == 2
    assert decisions[1, "张强", 0].person != decisions[1, "张强", 1].person


def test_name_in_several_articles_of_a_run_is_made_once(committee, office):
    decisions, made = resolve(
        named("郑山河", committee, article=1), named("郑山河", office, article=2)
    )
    assert len(made) == 1
    assert decisions[1, "郑山河", 0].person == decisions[2, "郑山河", 0].person


def test_bare_name_beside_its_body_is_the_holder(committee):
    decisions, made = resolve(
        named("郑山河", article=1, beside=[committee]),
        named("郑山河", committee, article=2),
    )
    assert len(made) == 1
    assert "本文写到其单位" in decisions[1, "郑山河", 0].rule


def test_bare_name_elsewhere_is_somebody_private(committee):
    official = make_person(name="王芳")
    decisions, _ = resolve(named("王芳"), seen=[(official, committee)])
    decision = decisions[1, "王芳", 0]
    assert decision.person != official
    assert decision.person.visibility == Person.Visibility.PRIVATE
    assert not decision.asks


def test_visibility_is_never_raised(committee):
    person = make_person(name="郑山河", visibility="private")
    resolve(named("郑山河", committee), seen=[(person, committee)])
    person.refresh_from_db()
    assert person.visibility == "private"


def test_other_name_and_merged_person_are_followed(committee):
    kept = make_person(name="郑山河")
    PersonName.objects.create(person=kept, name="郑三河", kind="misprint")
    make_person(name="郑山和", merged_into=kept)
    for name in ("郑三河", "郑山和"):
        decisions, _ = resolve(named(name, committee), seen=[(kept, committee)])
        assert decisions[1, name, 0].person == kept


def test_many_known_people_cost_a_fixed_number_of_queries(
    committee, django_assert_max_num_queries
):
    Person.objects.bulk_create(
        Person(name=f"郑山{chr(0x4E00 + n)}") for n in range(500)
    )
    names = [f"郑山{chr(0x4E00 + n)}" for n in range(0, 500, 5)]
    with django_assert_max_num_queries(7):
        resolve(*(named(name, committee) for name in names))


def test_post_printed_without_its_body_belongs_to_the_holder(committee):
    decisions, made = resolve(
        NamedPerson(1, "顾敏", 1, bare_titles=frozenset({"居委会主任"})),
        NamedPerson(
            2,
            "顾敏",
            2,
            bodies=frozenset({committee.pk}),
            titles=frozenset({"柳荫居委会主任"}),
        ),
    )
    assert len(made) == 1
    assert decisions[1].person == decisions[2].person
    assert "居委会主任" in decisions[1].rule


def test_same_bare_title_in_one_paper_is_one_person():
    person = make_person(name="顾敏")
    known = namesakes_of(["顾敏"])
    known.bare_titles[person.pk].add("居委会主任")
    named = NamedPerson(1, "顾敏", 1, bare_titles=frozenset({"居委会主任"}))
    assert resolve_people([named], known)[0][1].person == person


def test_another_bare_title_is_another_person():
    _, made = resolve(
        NamedPerson(1, "顾敏", 1, bare_titles=frozenset({"居委会主任"})),
        NamedPerson(2, "顾敏", 2, bare_titles=frozenset({"派出所所长"})),
    )
    assert len(made) == 2
    assert {person.visibility for person in made} == {"official"}
