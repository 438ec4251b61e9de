"""Who took part in an event, with verb, order and sentence."""

import pytest

from people.extraction import find_mentions
from people.extraction.structure import ArticleText, Context

HOME = Context(home="青石路街道", district="江城区")
HEADLINE = "青石路街道共建联席会议2019年工作会议举行"


def main_event(*paragraphs, headline=HEADLINE, captions=()):
    text = ArticleText(headline=headline, paragraphs=paragraphs, captions=captions)
    return find_mentions(text, HOME).events[0]


def parts(*paragraphs, **changes):
    event = main_event(*paragraphs, **changes)
    return [(p.person[0] if p.person else p.unit, p.role) for p in event.participants]


@pytest.mark.parametrize(
    ("why", "sentence", "expected"),
    [
        ("active", "街道党工委书记温如玉出席会议。", [("温如玉", "出席")]),
        ("passive", "会议由街道党工委书记温如玉主持。", [("温如玉", "主持")]),
        (
            "two with one verb",
            "街道党工委书记温如玉、街道办事处主任祝长青共同为新址揭牌。",
            [("温如玉", "揭牌"), ("祝长青", "揭牌")],
        ),
        (
            "two verbs in two sentences",
            "街道党工委书记温如玉出席会议。温如玉作了讲话。",
            [("温如玉", "出席"), ("温如玉", "讲话")],
        ),
        (
            "the same act is said once",
            "街道党工委书记温如玉出席会议。温如玉出席了全程。",
            [("温如玉", "出席")],
        ),
        (
            "speech stands back behind an act",
            "街道党工委书记温如玉强调要实干。温如玉主持会议。",
            [("温如玉", "主持")],
        ),
        (
            "speech alone",
            "街道党工委书记温如玉强调要实干。",
            [("温如玉", "强调")],
        ),
        ("no verb", "街道党工委书记温如玉住在附近。", []),
    ],
)
def test_people_with_their_verb(why, sentence, expected):
    assert parts(sentence) == expected, why


def test_order_is_as_printed():
    event = main_event(
        "会议由街道办事处主任祝长青主持。", "街道党工委书记温如玉出席会议。"
    )
    assert [(p.person[0], p.order) for p in event.participants] == [
        ("祝长青", 1),
        ("温如玉", 2),
    ]


def test_sentence_and_place_stand_beside():
    event = main_event("昨天很热。街道党工委书记温如玉出席会议。")
    (part,) = event.participants
    assert part.quote == "街道党工委书记温如玉出席会议。"
    assert part.place.field == "body"


def test_units_that_act_take_part():
    found = parts("会上，青石路街道党工委与江城海关党委签署了协议。")
    assert ("江城海关党委", "签署") in found


def test_owner_of_a_post_does_not_act_by_it():
    found = parts("街道党工委书记温如玉参加会议。")
    assert found == [("温如玉", "参加")]


def test_members_of_a_body_are_not_the_body():
    found = parts("青石路街道共建联席会议成员单位代表参加会议。")
    assert found == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("40余家成员单位代表参加会议。", "40余家成员单位代表参加会议"),
        ("居民代表等100多人出席会议。", "居民代表等100多人出席会议"),
        ("会议开了两个小时。", ""),
    ],
)
def test_attendance_is_kept_as_printed(sentence, expected):
    assert main_event(sentence).attendance == expected


def test_national_leader_takes_no_part():
    assert parts("大家学习了习近平总书记在大会上的讲话。") == []
