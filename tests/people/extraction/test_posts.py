"""What an editor types into one field, read by the importer's own rules."""

import pytest

from people.extraction import split_posts
from people.extraction.structure import Context

CONTEXT = Context(home="槐荫街道", district="澄江区")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        (
            "街道党工委副书记、办事处主任",
            [("副书记", "槐荫街道党工委"), ("主任", "槐荫街道办事处")],
        ),
        (
            "区委常委、组织部部长",
            [("常委", "澄江区委"), ("部长", "澄江区委组织部")],
        ),
        (
            "澄江海关党委委员、副关长",
            [("委员", "澄江海关党委"), ("副关长", "澄江海关")],
        ),
        (
            "澄江毛巾厂工会副主席兼技术科科长",
            [("工会副主席", "澄江毛巾厂"), ("技术科科长", "澄江毛巾厂")],
        ),
        (
            "澄江水泵厂研究处试验组组长、纪委书记",
            [("研究处试验组组长", "澄江水泵厂"), ("纪委书记", "澄江水泵厂")],
        ),
        ("某某大使", [("某某大使", "")]),
        ("", []),
    ],
)
def test_typed_posts_are_split_with_their_bodies(typed, wanted):
    assert [(post.role, post.body) for post in split_posts(typed, CONTEXT)] == wanted


def test_typed_flag_is_read():
    (post,) = split_posts("原街道妇联主席", CONTEXT)
    assert post.former
    assert post.text == "原街道妇联主席"
