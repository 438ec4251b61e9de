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
            "街道委托上海青禾测绘有限公司量河道。",
            "上海青禾测绘有限公司",
        ),
        ("by name only", "由平顺锅炉维修有限公司承办。", "平顺锅炉维修有限公司"),
        ("relative", "区委组织部发来贺信。", "澄江区委组织部"),
        ("doubled 区", "澄江区区委宣传部发来贺信。", "澄江区委宣传部"),
        ("plain ending", "澄江区桥梁隧道检测所派人到场。", "澄江区桥梁隧道检测所"),
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
        (
            "a street among others that act",
            "这是澄江区红十字会与石门街道、合众公司联合举办的演练。",
            "石门街道",
        ),
        ("a verb before a sort", "大家开怀畅谈共话商会发展。", "槐荫街道商会"),
        (
            "a verb that sets up",
            "物管中心下设紫藤电梯临时党支部。",
            "紫藤电梯临时党支部",
        ),
        ("its sort in front", "居民请来社会组织青藤草堂做盆景。", "青藤草堂"),
        ("no sort in front", "社会组织服务中心落成。", "社会组织服务中心"),
        (
            "a word of boundary behind a city",
            "本期坐堂：上海坡上律师事务所律师来了。",
            "上海坡上律师事务所",
        ),
        (
            "a conjunction inside the name of an office",
            "区委非公有制经济和社会组织工委来函。",
            "澄江区委非公有制经济和社会组织工委",
        ),
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
        "四个环境治理专项组代表、各党建服务站都来了。",
        "社区党员志愿者队伍、项目临时党总支和五个睦邻党建服务站。",
        "梧桐、合欢、紫藤五个村党总支结了对。",
        "人人明确最高“站位”。工作专班天天开会。",
        "区人大代表、区政协委员走进弄堂。",
        "民盟澄江市委会委员来了，该局市政设施管理所也来了人。",
        "车停在红旗缫丝厂路路口，红旗缫丝厂宿舍很旧。",
    ],
)
def test_places_and_sorts_of_bodies_are_left_alone(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("why", "paragraphs", "wanted"),
    [
        (
            "without its area",
            ("街道区域化党建联席会议召开。", "区域化党建联席会议成员单位来了。"),
            ["槐荫街道区域化党建联席会议"],
        ),
        (
            "without a word that adds nothing",
            ("槐荫街道社工党总支成立。", "街道社工联合党总支很好。"),
            ["槐荫街道社工联合党总支"],
        ),
        (
            "abbreviated",
            ("街道城运中心很忙。", "槐荫街道城市运行管理中心很大。"),
            ["槐荫街道城市运行管理中心"],
        ),
        (
            "behind a verb",
            (
                "街道社工联合党总支成立。",
                "大家都认识社工联合党总支。",
                "社工联合党总支。",
            ),
            ["槐荫街道社工联合党总支"],
        ),
        (
            "its term",
            ("槐荫街道新一届商会选好了。", "槐荫街道第三届商会在开会。"),
            ["槐荫街道商会"],
        ),
        (
            "two schools",
            ("槐荫小学开学。", "槐荫社区小学也开学。"),
            ["槐荫小学", "槐荫社区小学"],
        ),
    ],
)
def test_forms_of_one_body_in_an_article_are_one_body(why, paragraphs, wanted):
    assert names(*paragraphs) == wanted, why


@pytest.mark.parametrize(
    ("why", "text", "wanted"),
    [
        ("a 居民区 that acts", "柳林居民区免去了摊位费。", ["柳林居民区"]),
        ("a 居民区 described", "柳林居民区共有八百户。", []),
        ("a shop that acts", "街道慈善超市听说以后送来黄豆。", ["槐荫街道慈善超市"]),
        ("a shop as a place", "大家在街道慈善超市门口集合。", []),
        (
            "a branch of the party in a title",
            "柳林小学党支部书记乔一帆来了。",
            ["柳林小学"],
        ),
        ("a union in a title", "澄江电表厂工会主席费一白来了。", ["澄江电表厂"]),
        ("a team of volunteers", "大家评上了优秀志愿服务团队。", []),
        ("a count in front", "磨刀、维修三支志愿服务队都来了。", []),
        ("an assembly", "柳林居民区儿童议事会开会。", ["柳林居民区儿童议事会"]),
        ("a street before a place", "街道拆除码头二十座。", ["槐荫街道"]),
        ("a green", "请到柳林公寓中心绿地集合。", []),
    ],
)
def test_bodies_that_act_are_listed(why, text, wanted):
    assert names(text) == wanted, why


def test_notice_belongs_to_the_body_that_signs_it():
    article = ArticleText(paragraphs=("6月1日起加班。",), sign_off="槐荫街道文化站")
    found = find_mentions(article, CONTEXT)
    assert [body.name for body in found.organizations] == ["槐荫街道文化站"]
    office = ArticleText(paragraphs=("6月1日起加班。",), sign_off="党建办")
    assert find_mentions(office, CONTEXT).organizations == ()


def test_meeting_of_the_street_is_its_own():
    wanted = ["槐荫街道区域化党建工作联席会议"]
    assert names("区域化党建工作联席会议的成员单位轮流值守。") == wanted


def test_owner_without_a_name_is_no_body():
    assert names("支行副行长王小明说，新中心主任李大海来了。") == []


def test_street_office_is_not_the_street():
    assert names("街道办事处副主任王小明说好。") == ["槐荫街道办事处"]


def test_columns_of_a_programme_are_not_one_name():
    found = names("6月20日　第四届弄堂春晚　槐荫小学礼堂　凭票入场")
    assert not any("春晚" in name for name in found)


def test_bodies_of_a_town_and_its_city():
    lead = "柳溪镇党委书记王小明说好，镇党建办、市水利局和望江市文体旅局都派了人。"
    context = Context(home="柳溪镇", city="望江市")
    found = find_mentions(ArticleText(paragraphs=(lead,)), context)
    assert {body.name for body in found.organizations} == {
        "柳溪镇党委",
        "柳溪镇党建办",
        "望江市水利局",
        "望江市文体旅局",
    }


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
        ("a town", "柳溪镇党委开会。柳溪镇很小。", "", "柳溪镇", ""),
        (
            "the county that became a district",
            "他在澄江县公安局、澄江县供销社工作过。澄江区在变。槐荫街道开会。",
            "",
            "槐荫街道",
            "澄江区",
        ),
        ("a home village", "他回到故乡，古镇党委在开会。", "", "", ""),
        ("nothing", "今天有雨。", "", "", ""),
    ],
)
def test_home_of_a_page(why, text, edition, street, district):
    home = home_of(text, edition)
    assert (home.street, home.district) == (street, district)


def test_city_is_the_one_with_bodies_of_its_own():
    text = "柳溪镇党委来人。望江市委组织部、望江市水利局来函。夜市很热闹。"
    assert home_of(text).city == "望江市"
    assert home_of("柳溪镇党委来人。菜市场很热闹。").city == ""
    assert home_of("米行市社区的人来了，米行市小学也来了。").city == ""
    assert home_of("观摩的市水利局来人，望江市轮渡有限公司也来了。").city == "望江市"


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
