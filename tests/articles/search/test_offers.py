"""Whom and what a query names: everybody that it can mean."""

import pytest

from articles.models import Topic
from articles.search import find_offers, place_beside, read_words
from people.models import Area, Person
from tests.builders import (
    link_topic,
    make_area,
    make_article,
    make_claim,
    make_mention,
    make_organization,
    make_organization_mention,
    make_person,
    make_topic,
)

pytestmark = pytest.mark.django_db


def offers(typed):
    return find_offers(read_words(typed), Topic.objects.published())


def people(typed):
    return [person.name for person in offers(typed).people]


def holder(name, role, sort_name="", **claim):
    person = make_person(name=name, sort_name=sort_name)
    mention = make_mention(person=person)
    make_claim(mention=mention, role=role, post_as_printed=f"街道{role}", **claim)
    return person


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("王磊", ["王磊"]),
        ("王 磊", ["王磊"]),
        ("燕华", ["王燕华"]),
        ("王 燕华", ["王燕华"]),
        ("王燕华书记", ["王燕华"]),
        ("王磊 垃圾分类", ["王磊"]),
        ("王", ["王磊", "王燕华"]),
        ("wyh", ["王燕华"]),
        ("wang", ["王磊", "王燕华"]),
        ("WangLei", ["王磊"]),
        ("磊", []),
        ("李磊", []),
        ("%", []),
        ("_", []),
    ],
)
def test_people_are_offered(typed, expected):
    make_person(name="王燕华", sort_name="wang yanhua")
    make_person(name="王磊", sort_name="wang lei")
    make_person(name="童磊", sort_name="tong lei")
    assert people(typed) == expected


def test_people_without_a_page_are_not_offered():
    make_person(name="王磊", sort_name="wang lei", shown=False)
    other = make_person(name="王蕾", sort_name="wang lei", shown=False)
    make_person(name="王雷", visibility=Person.Visibility.HIDDEN, shown=False)
    assert people("王磊") == people("wanglei") == people("王") == []
    assert str(other.pk)


def test_surname_and_title_offer_everybody_and_pick_nobody():
    holder("王燕华", "书记", "wang yanhua")
    holder("王磊", "副书记", "wang lei")
    holder("王芳", "主任", "wang fang")
    holder("童磊", "书记", "tong lei")
    holder("王强", "书记", "wang qiang", verdict="rejected")
    assert people("王书记") == ["王磊", "王燕华"]
    assert people("王主任") == ["王芳"]


def test_compound_surname_and_title():
    holder("欧阳春", "书记", "ouyang chun")
    holder("欧成", "书记", "ou cheng")
    assert people("欧阳书记") == ["欧阳春"]


def test_namesakes_are_told_apart_by_the_post_last_printed():
    first, second = holder("王磊", "书记"), holder("王磊", "所长")
    found = {person.pk: person.newest_post for person in offers("王磊").people}
    assert found == {first.pk: "街道书记", second.pk: "街道所长"}


def test_other_names_lead_to_the_person():
    make_person(name="王燕华").other_names.create(name="王艳华")
    assert people("王艳华") == ["王燕华"]


@pytest.mark.parametrize(
    "typed", ["枫桥商会", "商会", "枫桥（联合）商会", "枫桥商会会长"]
)
def test_bodies_are_offered(typed):
    body = make_organization(name="枫桥商会")
    make_organization(name="枫桥党委", shown=False)
    body.other_names.create(name="枫桥联合商会")
    assert offers(typed).bodies == [body]


def test_body_called_exactly_so_comes_first():
    make_organization(name="枫桥商会青年部", position=1)
    exact = make_organization(name="枫桥商会")
    assert offers("枫桥商会").bodies[0] == exact


def test_topics_are_offered_by_synonym():
    topic = make_topic(name="垃圾分类", synonyms="湿垃圾\n垃圾厢房")
    make_topic(name="养老助餐")
    link_topic(make_article(), topic)
    for typed in ("垃圾分类", "湿垃圾", "分类", "小区垃圾分类"):
        assert offers(typed).topics == [topic]
    assert offers("养老助餐").topics == []


def test_compound_leads_to_its_neighbourhood():
    street = make_area()
    neighbourhood = make_area(
        name="梧桐里居民区", kind=Area.Kind.NEIGHBOURHOOD, parent=street, shown=True
    )
    make_area(name="宏福花苑", kind=Area.Kind.COMPOUND, parent=neighbourhood)
    (place,) = offers("宏福花苑").places
    assert (place.area.name, place.target) == ("宏福花苑", neighbourhood)
    (place,) = offers("梧桐里").places
    assert place.target == neighbourhood


def test_places_that_are_not_public_are_not_offered():
    hidden = make_area(name="梧桐里居民区", kind=Area.Kind.NEIGHBOURHOOD)
    make_area(name="宏福花苑", kind=Area.Kind.COMPOUND, parent=hidden)
    assert offers("宏福花苑").places == offers("梧桐里").places == []


def test_compound_not_on_record_leads_to_the_one_neighbourhood_beside_it():
    first, second = (
        make_area(name=name, kind=Area.Kind.NEIGHBOURHOOD, shown=True)
        for name in ("梧桐里居民区", "枫林居民区")
    )
    article = make_article(body="宏福花苑的居民")
    body = make_organization(name="梧桐里居委会", area=first)
    make_organization_mention(article=article, organization=body)
    (place,) = place_beside(["宏福花苑"], [article.pk])
    assert (place.area, place.target) == (None, first)
    assert place_beside(["居民"], [article.pk]) == []
    assert place_beside(["宏福花苑", "居民"], [article.pk]) == []
    other = make_organization(name="枫林居委会", area=second)
    make_organization_mention(article=article, organization=other)
    assert place_beside(["宏福花苑"], [article.pk]) == []
