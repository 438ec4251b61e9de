"""What is wrong with a draft, without looking at any record."""

import pytest

from articles.press_rules import (
    FlagKind,
    KnownPerson,
    Named,
    check_leaders,
    check_near_names,
    check_order,
    check_quotes,
)
from people.extraction.wordlists import table

LEADERS = {"高志远": ("总书记", "主席", "同志"), "石坚": ("国务院总理", "总理")}


@pytest.mark.parametrize(
    ("why", "line", "flags"),
    [
        ("pairs", "他说：“好。”（笑）《青石报》‘是’", 0),
        ("nested", "“他说‘好’。”", 0),
        ("one closing too many", "推进“七步”工作法”。", 1),
        ("not closed", "他说：“好。", 1),
        ("crossed", "“《青石报”》", 2),
        ("numbered items", "1）先看，2）再问；（3）后办。", 0),
        ("items in Chinese", "一）先看。", 0),
        ("half-width brackets are left alone", "(见第2版", 0),
        ("nothing", "", 0),
    ],
)
def test_marks_must_pair(why, line, flags):
    found = list(check_quotes([line]))
    assert len(found) == flags, why
    assert {flag.kind for flag in found} <= {FlagKind.QUOTES}


def test_each_line_is_a_line_of_its_own():
    assert len(list(check_quotes(["“一", "二”"]))) == 2


@pytest.mark.parametrize(
    ("why", "text", "words", "blocks"),
    [
        ("split by a space", "高志 远总书记强调", "高志 远", True),
        ("split by a wide space", "高\u3000志远总书记强调", "高\u3000志远", True),
        ("split by a mark", "高志，远强调", "高志，远", True),
        ("broken over lines", "总书记高志\n远强调", "高志⏎远", False),
        ("misspelt before the title", "亭志远总书记强调", "亭志远", True),
        ("misspelt behind the title", "总书记高志元强调", "高志元", True),
        ("misspelt, two characters", "国务院总理石竖会见", "石竖", False),
        ("with a common title", "高智远主席来了", "高智远", False),
    ],
)
def test_broken_or_misspelt_leader(why, text, words, blocks):
    (flag,) = check_leaders(text, LEADERS)
    assert (flag.words, flag.blocking) == (words, blocks), why
    assert flag.kind is FlagKind.LEADER


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("right", "高志远总书记强调"),
        ("a namesake", "区房管局党工委书记石坚"),
        ("a name like it, another post", "街道党工委书记高志元到会"),
        ("comrade", "高智远同志来了"),
        ("a common title and a short name", "总经理石竖；石竖总理财有方"),
        ("another surname", "国务院总理王坚"),
        ("two leaders", "国务院总理石坚、总书记高志远"),
        ("nothing", ""),
    ],
)
def test_other_names_pass(why, text):
    assert list(check_leaders(text, LEADERS)) == [], why


def test_list_of_leaders_does_not_flag_itself():
    leaders = table("leaders")
    for name, titles in leaders.items():
        for title in titles:
            assert list(check_leaders(f"{title}{name}，{name}{title}", leaders)) == []


BODY = "青石路街道党工委"
KNOWN = [KnownPerson("温如玉", (f"{BODY}书记",), (BODY,))]


@pytest.mark.parametrize(
    ("why", "name", "bodies", "is_flagged"),
    [
        ("same body", "温如王", (BODY,), True),
        ("no post printed", "温如王", (), True),
        ("another body", "温如王", ("柏树路小学",), False),
        ("one character more", "温小如玉", (BODY,), False),
        ("one character less", "温玉", (BODY,), False),
        ("two characters off", "文如王", (BODY,), False),
    ],
)
def test_names_one_character_from_somebody_known(why, name, bodies, is_flagged):
    flags = list(check_near_names([Named(name, bodies=bodies)], KNOWN))
    assert bool(flags) is is_flagged, why


def test_short_name_needs_a_body_in_common():
    known = [KnownPerson("王石", (f"{BODY}书记",), (BODY,))]
    assert not list(check_near_names([Named("童石")], known))
    assert list(check_near_names([Named("童石", bodies=(BODY,))], known))


def in_order(*names, sentence="同一句", body=BODY):
    return [
        Named(name, bodies=(body,), at=(0, at), sentence=sentence)
        for at, name in enumerate(names)
    ]


POSITIONS = {BODY: {"甲甲": 1, "乙乙": 2, "丙丙": 3}}


@pytest.mark.parametrize(
    ("why", "named", "flags"),
    [
        ("as on the roster", in_order("甲甲", "乙乙", "丙丙"), []),
        ("one left out", in_order("甲甲", "丙丙"), []),
        ("turned round", in_order("乙乙", "甲甲"), ["乙乙、甲甲"]),
        ("somebody unknown between", in_order("乙乙", "丁丁", "甲甲"), ["乙乙、甲甲"]),
        ("another body", in_order("乙乙", "甲甲", body="区委"), []),
        (
            "another sentence",
            in_order("乙乙") + in_order("甲甲", sentence="另一句"),
            [],
        ),
        (
            "a guest before the host",
            [*in_order("丁丁", body="区委"), *in_order("甲甲")],
            [],
        ),
    ],
)
def test_order_against_the_roster(why, named, flags):
    assert [flag.words for flag in check_order(named, POSITIONS)] == flags, why
