"""Bodies: where they begin and end, their kinds, their names in full."""

import pytest

from people.extraction import find_mentions, home_of
from people.extraction.kinds import is_joint, is_temporary, kind_of
from people.extraction.parts import unit_of
from people.extraction.structure import ArticleText, Context

CONTEXT = Context(home="槐荫街道", district="澄江区")


def names(*paragraphs: str) -> list[str]:
    found = find_mentions(ArticleText(paragraphs=paragraphs), CONTEXT)
    return [body.name for body in found.organizations]


@pytest.mark.parametrize(
    ("why", "text", "wanted"),
    [
        (
            "after a verb",
            "街道委托上海听泉环境检测有限公司测噪声。",
            "上海听泉环境检测有限公司",
        ),
        ("by name only", "由稳当电梯维保有限公司承办。", "稳当电梯维保有限公司"),
        ("relative", "区委组织部发来贺信。", "澄江区委组织部"),
        ("doubled 区", "澄江区区委宣传部发来贺信。", "澄江区委宣传部"),
        ("plain ending", "澄江区特种设备检验所派人到场。", "澄江区特种设备检验所"),
        ("two areas", "丹枫区石门街道党工委来函。", "石门街道党工委"),
        (
            "an area inside",
            "国家统计局上海调查总队派人来讲课。",
            "国家统计局上海调查总队",
        ),
        ("by right of the street", "武装部组织了演练。", "槐荫街道武装部"),
        ("a preposition", "居民已经同槐荫派出所商定办法。", "槐荫派出所"),
        (
            "an address in front",
            "请到槐荫路96号丹枫区图书馆报名。",
            "丹枫区图书馆",
        ),
        (
            "a class of units in front",
            "经营方上海听泉餐饮有限公司承诺不涨价。",
            "上海听泉餐饮有限公司",
        ),
        (
            "another body joined to it",
            "街道城市运行管理中心同澄江供电公司谈成了电价。",
            "澄江供电公司",
        ),
        ("a street that acts", "石门街道表示要常来。", "石门街道"),
    ],
)
def test_body_is_found_in_full(why, text, wanted):
    assert wanted in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "讲座在澄江区图书馆举行。",
        "业委会、物业公司和居委会都来了。",
        "“虹灯微家”平台上线。",
        "“沈小梅工作室”挂牌。",
        "探索党总支“街区联建”。",
        "大学生和中学生都来了，公司里空无一人。",
    ],
)
def test_places_and_sorts_of_bodies_are_left_alone(text):
    assert names(text) == []


def test_short_form_stands_for_the_name_it_was_given():
    found = find_mentions(
        ArticleText(
            paragraphs=(
                "槐荫街道社区党建服务中心（以下简称“中心”）启用。",
                "“中心”主任聂远舟致辞。",
            )
        ),
        CONTEXT,
    )
    assert found.people[0].posts[0].body == "槐荫街道社区党建服务中心"


def test_sentence_decides_which_street_is_meant():
    text = "丹枫区石门街道一行由街道党工委书记门路带队到槐荫街道，办事处主任易知陪同。"
    found = find_mentions(ArticleText(paragraphs=(text,)), CONTEXT)
    bodies = {person.name: person.posts[0].body for person in found.people}
    assert bodies == {"门路": "石门街道党工委", "易知": "槐荫街道办事处"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("槐荫街道", "street"),
        ("澄江区", "district"),
        ("紫藤居民区", "neighbourhood"),
        ("槐荫街道党工委", "party_work_committee"),
        ("澄江海关党委", "party_committee"),
        ("槐荫街道办事处", "subdistrict_office"),
        ("澄江区文明办", "party_department"),
        ("紫藤居委会", "residents_committee"),
        ("农商银行槐荫支行", "company"),
        ("上海宏图物业有限公司", "property_company"),
        ("槐荫派出所", "field_station"),
        ("党建工作联席会议", "joint_meeting"),
        ("某某某", "other"),
    ],
)
def test_kind_is_read_off_the_ending(name, kind):
    assert kind_of(name) == kind


def test_temporary_and_joint_belong_to_the_body():
    assert is_temporary("物管中心临时党总支")
    assert is_joint("社工联合党总支")
    assert not is_joint("残疾人联合会")


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("澄江水泵厂党委", "澄江水泵厂"),
        ("澄江水泵厂技术科", "澄江水泵厂"),
        ("槐荫街道总工会", "槐荫街道总工会"),
        ("槐荫街道发展办公室", "槐荫街道发展办公室"),
    ],
)
def test_part_of_a_unit_leads_to_the_unit(name, unit):
    assert unit_of(name) == unit


@pytest.mark.parametrize(
    ("why", "text", "edition", "street", "district"),
    [
        ("named most", "石门街道来槐荫街道。槐荫街道欢迎。", "", "槐荫街道", ""),
        ("masthead", "石门街道、石门街道、槐荫街道", "槐荫", "槐荫街道", ""),
        ("masthead alone", "街道开会。", "槐荫", "槐荫街道", ""),
        ("its district", "澄江区槐荫街道开会。丹枫区来人。", "", "槐荫街道", "澄江区"),
        ("nothing", "今天有雨。", "", "", ""),
    ],
)
def test_home_of_a_page(why, text, edition, street, district):
    home = home_of(text, edition)
    assert (home.street, home.district) == (street, district)


@pytest.mark.parametrize(
    "text",
    [
        "居民学会了用手机挂号，人要先学会倾听。",
        "“板凳法庭”今天开庭。",
        "头三次协商会没有结果。",
        "营商服务专员记下了电话。",
    ],
)
def test_fragment_is_no_body(text):
    assert names(text) == []
