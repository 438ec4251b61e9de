import pytest

from people.models import Area
from people.resolution import Home, area_named_in, resolve_areas
from tests.builders import make_area


def chain(area):
    names = []
    while area is not None:
        names.append((area.kind, area.name))
        area = area.parent
    return names


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("石桥街道党工委", [("street", "石桥街道")]),
        ("丹枫区房管局", [("district", "丹枫区")]),
        ("丹枫区石桥街道办事处", [("street", "石桥街道"), ("district", "丹枫区")]),
        ("江州市丹枫区委", [("district", "丹枫区")]),
        ("柳荫居民区党总支", [("neighbourhood", "柳荫居民区")]),
        ("柳荫居委会", [("neighbourhood", "柳荫居民区")]),
        (
            "石桥街道柳荫居委会",
            [("neighbourhood", "柳荫居民区"), ("street", "石桥街道")],
        ),
        ("石桥街道武装部柳荫居委", [("street", "石桥街道")]),
        ("社区学校", []),
        ("小区业委会", []),
        ("居民区二级党支部", []),
        ("街道区域化党建联席会议", []),
        ("江州银行", []),
    ],
)
def test_narrowest_area_of_a_name(body, expected):
    assert chain(area_named_in(body)) == expected


@pytest.mark.django_db
def test_neighbourhood_lies_in_the_home_street():
    street = make_area(name="石桥街道")
    named = area_named_in("柳荫居委会")
    rows, made = resolve_areas([named], Home(street))
    assert rows[named].parent == street
    assert made == [rows[named]]


@pytest.mark.django_db
def test_known_area_is_not_made_again():
    district = make_area(name="丹枫区", kind=Area.Kind.DISTRICT)
    street = make_area(name="石桥街道", parent=district)
    named = area_named_in("石桥街道党工委")
    rows, made = resolve_areas([named], Home())
    assert rows[named] == street
    assert not made


@pytest.mark.django_db
def test_same_neighbourhood_name_in_another_street_is_another_area():
    there, here = make_area(name="南街道"), make_area(name="北街道")
    other = make_area(name="柳荫居民区", kind="neighbourhood", parent=there)
    named = area_named_in("柳荫居委会")
    rows, _ = resolve_areas([named], Home(here))
    assert rows[named] != other
