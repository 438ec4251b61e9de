import pytest

from people.resolution.compatible import are_compatible
from people.resolution.visibility import is_public_body, is_public_title, visibility_of
from tests.builders import make_area, make_organization

pytestmark = pytest.mark.django_db


def body(name, kind, area=None):
    return make_organization(name=name, kind=kind, area=area)


@pytest.mark.parametrize(
    ("why", "first", "second", "expected"),
    [
        (
            "one street's own bodies",
            ("石桥街道党工委", "party_work_committee", "street"),
            ("石桥街道办事处", "subdistrict_office", "street"),
            True,
        ),
        (
            "a unit and its party organization",
            ("丹枫海关", "gov_department", None),
            ("丹枫海关党委", "party_committee", None),
            True,
        ),
        (
            "a committee and a department of it",
            ("丹枫区委", "party_committee", "district"),
            ("丹枫区委组织部", "party_department", "district"),
            True,
        ),
        (
            "two departments of one district",
            ("丹枫区房管局", "gov_department", "district"),
            ("丹枫区司法局", "gov_department", "district"),
            False,
        ),
        (
            "a firm in the street",
            ("石桥街道党工委", "party_work_committee", "street"),
            ("石桥餐饮有限公司", "company", "street"),
            False,
        ),
        (
            "the street itself is no body of anybody",
            ("石桥街道", "street", "street"),
            ("石桥街道商会", "chamber", "street"),
            False,
        ),
        (
            "the street left out",
            ("石桥社区卫生服务中心", "medical", None),
            ("石桥街道社区卫生服务中心", "medical", "street"),
            True,
        ),
        (
            "words before a full name",
            ("江州暖灶餐饮服务有限公司", "company", None),
            ("经营方江州暖灶餐饮服务有限公司", "company", None),
            True,
        ),
        (
            "a unit misprinted",
            ("江州清直律师事务所", "company", None),
            ("江州清值律师事务所", "company", None),
            True,
        ),
        (
            "two numbered units",
            ("江州第一房屋修建公司", "company", None),
            ("江州第二房屋修建公司", "company", None),
            False,
        ),
        (
            "short names one apart",
            ("清直律所", "company", None),
            ("清值律所", "company", None),
            False,
        ),
        (
            "names that begin alike",
            ("丹枫银行东支行", "company", None),
            ("丹枫银行西支行", "company", None),
            False,
        ),
    ],
)
def test_compatible_bodies(why, first, second, expected):
    areas = {
        "street": make_area(name="石桥街道"),
        "district": make_area(name="丹枫区", kind="district"),
        None: None,
    }
    one, other = (body(name, kind, areas[area]) for name, kind, area in (first, second))
    assert are_compatible(one, other) is expected, why
    assert are_compatible(other, one) is expected, why


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("石桥街道党工委", "party_work_committee", "official"),
        ("柳荫居委会", "residents_committee", "official"),
        ("江州银行东支行", "company", "representative"),
        ("江州银行东支行党委", "party_committee", "representative"),
        ("江州大学文学院党委", "party_committee", "representative"),
        ("柳荫小区业委会", "owners_committee", "community"),
    ],
)
def test_visibility_by_body(name, kind, expected):
    assert visibility_of([body(name, kind)]) == expected


def test_nobody_without_a_post_is_public():
    assert visibility_of([]) == "private"


def test_party_branch_of_a_street_is_public():
    area = make_area(name="石桥街道")
    assert is_public_body(body("石桥街道社工联合党总支", "party_branch", area))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("居委会主任", True),
        ("居民区党总支书记", True),
        ("派出所所长", True),
        ("公司经理", False),
        ("常务副校长", False),
        ("主任", False),
    ],
)
def test_public_office_by_a_bare_title(title, expected):
    assert is_public_title(title) is expected
