"""People, posts and owners: passages that each show one thing."""

from pathlib import Path

import pytest

from people.extraction import find_mentions
from people.extraction.structure import ArticleText, Context, Found, PostKind

CONTEXT = Context(home="槐荫街道", district="澄江区")
ROWS = [
    tuple(row.split("|"))
    for path in sorted(Path(__file__).parent.glob("passages*.txt"))
    for row in path.read_text("utf-8").splitlines()
    if row and not row.startswith("#")
]


def find(*paragraphs: str, context: Context = CONTEXT, **fields) -> Found:
    return find_mentions(ArticleText(paragraphs=paragraphs, **fields), context)


def expected(column: str) -> dict[str, list[tuple[str, str]]]:
    people = {}
    for entry in column.split(";") if column != "-" else ():
        name, _, posts = entry.partition("=")
        people[name] = sorted(
            tuple(f"{post}@".split("@")[:2]) for post in posts.split(",") if post
        )
    return people


def is_title(found: str, wanted: str) -> bool:
    return found.endswith(wanted) or wanted.endswith(found)


@pytest.mark.parametrize(("why", "text", "wanted"), ROWS, ids=[r[0] for r in ROWS])
def test_passage_names_these_people_and_nobody_else(why, text, wanted):
    found = {
        person.name: sorted((post.text, post.body) for post in person.posts)
        for person in find(*text.split("¶")).people
    }
    people = expected(wanted)
    assert set(found) == set(people)
    for name, posts in people.items():
        assert len(found[name]) == len(posts), (name, found[name])
        for title, body in posts:
            same = [post for post, owner in found[name] if owner == body]
            assert any(is_title(post, title) for post in same), (name, found[name])


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("街道妇联原主席岑参到场。", "former"),
        ("街道妇联代主席岑参到场。", "acting"),
        ("聂远舟当过街道武装部部长，做事讲究推演。", "former"),
        ("时任街道城运中心主任蒯大富签了字。", "former"),
        ("办事处副主任（主持工作）甄别作了部署。", "in_charge"),
        ("拟任街道团工委书记卫冕做了自我介绍。", "nominee"),
        ("副组长：班子成员、李亚武（原副主任，现退休返聘）", "rehired"),
    ],
)
def test_flag_of_a_post_is_kept(text, flag):
    posts = [post for person in find(text).people for post in person.posts]
    assert any(getattr(post, flag) for post in posts)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("街道司法所所长聂远舟、澄江区房管局副局长聂远舟出席会议。", 2),
        ("街道司法所所长聂远舟和澄江区房管局副局长聂远舟出席会议。", 2),
        ("街道党工委书记聂远舟、党工委副书记聂远舟出席会议。", 1),
        ("街道党工委书记聂远舟主持会议，街道党工委书记聂远舟讲话。", 1),
    ],
)
def test_one_list_prints_nobody_twice(text, people):
    assert [person.name for person in find(text).people] == ["聂远舟"] * people


def test_commander_of_a_drill_holds_no_office():
    found = find("这次演习的指挥长，街道武装部部长龚大力表示感谢。")
    kinds = {post.role: post.kind for post in found.people[0].posts}
    assert kinds == {"指挥长": PostKind.ACTIVITY, "部长": PostKind.POST}


def test_commander_of_a_named_command_holds_an_office():
    found = find("街道成立旧改分指挥部。", "指挥长：街道党工委书记聂远舟")
    posts = {post.role: (post.kind, post.body) for post in found.people[0].posts}
    assert posts["指挥长"] == (PostKind.POST, "槐荫街道旧改分指挥部")


def test_head_of_a_temporary_body_is_its_full_head():
    found = find("街道物业管理服务中心临时党总支书记龚大力作了发言。")
    (post,) = found.people[0].posts
    assert (post.role, post.body_temporary) == ("书记", True)
    assert post.body == "槐荫街道物业管理服务中心临时党总支"


def test_bare_repeats_are_places_of_one_person():
    found = find(
        "街道党工委书记聂远舟到会。", "聂远舟说，要抓紧。会后，聂远舟去了菜场。"
    )
    (person,) = found.people
    assert [(place.line, place.start) for place in person.places] == [
        (0, 7),
        (1, 0),
        (1, 12),
    ]


def test_places_lead_back_to_the_printed_characters():
    text = "街道党工委书记 聂 远舟 到会。"
    found = find(text)
    place = found.people[0].places[0]
    assert text[place.start : place.end] == "聂 远舟"


def test_reporter_is_not_a_person_of_the_article():
    found = find("记者言午走进社区。", bylines=("言午",))
    assert found.people == ()


def test_reporter_with_a_post_in_the_text_is():
    found = find("街道商会会长言午到场。", bylines=("言午",))
    assert [person.name for person in found.people] == ["言午"]


def test_name_inside_a_studio_is_no_sighting():
    found = find("楼组长沈小梅来了。", "“沈小梅工作室”今天挂牌。")
    assert [place.line for place in found.people[0].places] == [0]


def test_leader_is_quoted_and_a_namesake_is_not_a_leader():
    found = find("习近平总书记指出，江山就是人民。区房管局党组书记李鹏传达。")
    assert {p.name: p.public_figure for p in found.people} == {
        "习近平": True,
        "李鹏": False,
    }


def test_known_name_needs_less_proof():
    from people.extraction.structure import Known

    roster = Context(home="槐荫街道", roster=(Known("严格"),))
    assert [p.name for p in find("居民严格来了。", context=roster).people] == ["严格"]
    assert find("居民严格来了。").people == ()


def test_name_printed_twice_in_one_list_is_two_people():
    found = find("金奖：常胜、范文、常胜")
    names = [(person.name, person.ordinal) for person in found.people]
    assert names == [("常胜", 0), ("范文", 0), ("常胜", 1)]
    assert all(len(person.places) == 1 for person in found.people)


def test_finding_twice_gives_the_same():
    text = "街道党工委书记聂远舟、区民政局副局长郜振到会。"
    assert find(text) == find(text)


@pytest.mark.parametrize(
    "text", ["", "（（（（", "、、、", "书记", "：", "街道", "·", "第五"]
)
def test_scraps_are_read_without_complaint(text):
    assert find(text).people == ()


@pytest.mark.parametrize(
    ("paragraphs", "name", "body"),
    [
        (
            ("云台居民区办起食堂。", "居委会主任毛予记着账。"),
            "毛予",
            "云台居民区居委会",
        ),
        (
            ("云台居民区办起食堂。", "居民区党总支书记文澜说，饭菜不贵。"),
            "文澜",
            "云台居民区党总支",
        ),
        (("听雨苑要改造。", "业委会主任汪海算了账。"), "汪海", "听雨苑业委会"),
        (
            ("双塔居民区、云台居民区合办集市。", "居委会主任毛予来了。"),
            "毛予",
            "",
        ),
        (("澄江区档案馆开放。", "馆长江若水说，欢迎。"), "江若水", "澄江区档案馆"),
        (
            ("槐荫派出所来人了。", "社区民警路平安记下门牌。"),
            "路平安",
            "槐荫派出所",
        ),
        (
            ("上海槐安物业管理有限公司进场。", "槐安物业总经理段勇表态，先修泵房。"),
            "段勇",
            "上海槐安物业管理有限公司",
        ),
    ],
)
def test_bare_title_belongs_to_the_body_the_article_names(paragraphs, name, body):
    posts = {person.name: person.posts for person in find(*paragraphs).people}
    assert [post.body for post in posts[name]] == [body]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("镇长", "柳溪镇"),
        ("镇党委副书记", "柳溪镇党委"),
        ("镇财政所所长", "柳溪镇财政所"),
        ("镇农业农村办公室副主任", "柳溪镇农业农村办公室"),
    ],
)
def test_relative_title_of_a_town_belongs_to_the_home(title, body):
    town = Context(home="柳溪镇", district="望江县")
    (person,) = find(f"{title}卜国清说，账贴在墙上。", context=town).people
    assert [post.body for post in person.posts] == [body]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("村会计", "圩角村"),
        ("村妇联主席", "圩角村妇联"),
        ("村委会主任", "圩角村村委会"),
    ],
)
def test_relative_title_of_a_village_belongs_to_the_one_named(title, body):
    (person,) = find(f"圩角村党总支办起食堂。{title}苏燕记账。").people
    assert [post.body for post in person.posts] == [body]


def test_cards_in_a_profile_belong_to_whom_it_tells_of():
    found = find(
        "祝四海把三张证串在绳上。绿的是澄江区人大代表，红的印着“槐荫街道消防队教导员”。",
        headline="祝四海的三张证",
    )
    posts = {person.name: person.posts for person in found.people}
    assert [post.body for post in posts["祝四海"]] == ["澄江区", "槐荫街道消防队"]


def test_owner_printed_in_front_is_part_of_the_title():
    people = find(
        "江南银行槐荫支行行长荣川、街道党工委副书记、办事处主任桑榆到场。"
    ).people
    titles = {person.name: [post.text for post in person.posts] for person in people}
    assert titles == {
        "荣川": ["江南银行槐荫支行行长"],
        "桑榆": ["街道党工委副书记", "办事处主任"],
    }


def test_name_has_the_length_it_has_elsewhere():
    names = [
        person.name
        for person in find(
            "石敏行记得那场会。", "那天石敏行借来一辆车。", "会后石敏行笑了。"
        ).people
    ]
    assert names == ["石敏行"]


def test_cards_are_of_whom_the_paragraph_tells_from_its_first_word():
    found = find(
        "冯小季把两张证串在一起。绿的是槐荫街道鹤林居民区党总支副书记。",
        "55岁的冯小季笑了。",
        headline="冯小季的两张证",
    )
    (person,) = found.people
    assert [post.body for post in person.posts] == ["鹤林居民区党总支"]
