"""Units that print calls members of a body."""

import pytest

from people.extraction import find_mentions
from people.extraction.structure import ArticleText, Context

HOME = Context(home="青石路街道", district="江城区")
BODY = "青石路街道物业党建联盟"


def members(sentence):
    found = find_mentions(ArticleText(headline="共建", paragraphs=(sentence,)), HOME)
    return [(m.unit, m.body, m.label) for m in found.memberships]


@pytest.mark.parametrize(
    ("why", "sentence", "expected"),
    [
        (
            "its representative",
            f"{BODY}成员单位代表——江城图书馆馆长温如玉宣读了倡议书。",
            [("江城图书馆", BODY, "成员单位")],
        ),
        (
            "the name behind the label",
            f"{BODY}成员单位江城供水管理处主讲了一课。",
            [("江城供水管理处", BODY, "成员单位")],
        ),
        (
            "another label",
            f"{BODY}牵头单位江城图书馆作了介绍。",
            [("江城图书馆", BODY, "牵头单位")],
        ),
        (
            "a list",
            f"{BODY}成员单位包括江城图书馆、江城供水管理处。",
            [("江城图书馆", BODY, "成员单位"), ("江城供水管理处", BODY, "成员单位")],
        ),
        ("nobody named", f"{BODY}成员单位代表参加会议。", []),
        ("a number only", f"43家{BODY}成员单位参加会议。", []),
        ("no body", "成员单位代表——江城图书馆馆长温如玉宣读了倡议书。", []),
        ("only close by", f"{BODY}成员单位与居民一道参观了江城图书馆。", []),
    ],
)
def test_member_units(why, sentence, expected):
    assert members(sentence) == expected, why


def test_party_branch_of_a_unit_is_the_unit():
    sentence = f"{BODY}成员单位代表——江城图书馆党支部书记温如玉主持会议。"
    assert members(sentence) == [("江城图书馆", BODY, "成员单位")]


def test_each_member_is_said_once():
    sentence = f"{BODY}成员单位江城供水管理处到会。{BODY}成员单位江城供水管理处发言。"
    assert len(members(sentence)) == 1


def test_sentence_is_kept():
    text = f"昨天很热。{BODY}成员单位江城供水管理处到会。"
    found = find_mentions(ArticleText(headline="共建", paragraphs=(text,)), HOME)
    assert found.memberships[0].quote == f"{BODY}成员单位江城供水管理处到会。"
