"""Any text gives a result whose places lie inside it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from people.extraction import find_mentions, home_of, split_posts
from people.extraction.structure import ArticleText, Context

PIECES = st.sampled_from(
    [
        "街道",
        "区委",
        "书记",
        "主任",
        "副",
        "原",
        "由",
        "王磊",
        "第五",
        "、",
        "，",
        "。",
        "：",
        "（",
        "）",
        "“",
        "”",
        "·",
        "\u3000",
        "\n",
        "5月3日",
        "日前",
        "党工委",
        "居民区",
        "公司",
        "金奖",
        "和",
        "是",
        "联席会议",
        "成员单位",
        "习近平",
        "总书记",
        "\x00",
        "🀄",
    ]
)
TEXT = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join))


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_places_lie_inside_the_printed_text(text):
    found = find_mentions(ArticleText(paragraphs=(text,)), Context(home="槐荫街道"))
    for entry in (*found.people, *found.organizations):
        for place in entry.places:
            assert 0 <= place.start < place.end <= len(text)
    for span in found.dates:
        assert text[span.place.start : span.place.end]


@settings(max_examples=60, deadline=None)
@given(TEXT)
def test_posts_and_home_are_read_from_anything(text):
    split_posts(text, Context())
    home_of(text)
