"""Printed posts that cannot all be right, and those that lawfully go together."""

from datetime import date, timedelta

import pytest

from articles.contradictions import PrintedPost, chief_of, find_contradictions

COMMITTEE, OFFICE = "青石路街道党工委", "青石路街道办事处"
DAY = date(2024, 3, 1)


def post(name, role, body=COMMITTEE, **changes):
    values = {
        "claim": changes.pop("claim", None) or next(claims),
        "person": name,
        "name": name,
        "body": body,
        "role": role,
        "printed": f"{body}{role}",
        "article": 1,
        "issue": 1,
        "seats": 1 if role in {"书记", "主任", "区长"} else None,
    }
    if day := changes.pop("day", None):
        values |= {"earliest": day, "latest": day}
        values |= {"article": day.toordinal(), "issue": day.toordinal()}
    return PrintedPost(**values | changes)


claims = iter(range(1, 10**6))


def kinds(posts):
    return [case.kind for case in find_contradictions(posts)]


@pytest.mark.parametrize(
    ("role", "chief"),
    [
        ("副书记", "书记"),
        ("专职副书记", "书记"),
        ("常务副主任", "主任"),
        ("第一副指挥长", "指挥长"),
        ("书记", ""),
        ("第一书记", ""),
        ("副", ""),
    ],
)
def test_chief_of_deputy(role, chief):
    assert chief_of(role) == chief


@pytest.mark.parametrize(
    ("why", "posts"),
    [
        (
            "deputy here, chief there",
            [post("甲", "副书记"), post("甲", "主任", OFFICE)],
        ),
        (
            "secretary and congress",
            [post("甲", "书记"), post("甲", "主任", "人大工委")],
        ),
        ("member and deputy", [post("甲", "委员"), post("甲", "副主任", OFFICE)]),
        ("branch and residents", [post("甲", "书记"), post("甲", "主任", "居委会")]),
        ("two chairs", [post("甲", "会长", "商会"), post("甲", "轮值会长", "商会")]),
        ("was deputy", [post("甲", "副书记", holds=False), post("甲", "书记")]),
        ("acts for the chief", [post("甲", "副书记"), post("甲", "书记", holds=False)]),
        ("two people, two posts", [post("甲", "书记"), post("乙", "副书记")]),
        ("two deputies", [post("甲", "副书记"), post("乙", "副书记")]),
        (
            "two organs of one company",
            [
                post("甲", "副书记", "甲公司", printed="甲公司党委副书记"),
                post("甲", "书记", "甲公司", printed="纪委书记"),
            ],
        ),
        ("another article", [post("甲", "副书记"), post("甲", "书记", article=2)]),
        ("another body", [post("甲", "书记"), post("乙", "书记", "柏树路街道党工委")]),
        ("body unknown", [post("甲", "书记", ""), post("乙", "书记", "")]),
        ("no seats known", [post("甲", "律师"), post("乙", "律师")]),
        ("acting beside holder", [post("甲", "书记"), post("乙", "书记", holds=False)]),
        (
            "one after the other",
            [post("甲", "书记", day=DAY), post("乙", "书记", day=DAY + timedelta(1))],
        ),
        (
            "undated and dated",
            [post("甲", "书记", day=DAY), post("乙", "书记", article=2, issue=2)],
        ),
        (
            "two undated issues",
            [post("甲", "书记"), post("乙", "书记", article=2, issue=2)],
        ),
    ],
)
def test_lawful_posts_are_no_case(why, posts):
    assert kinds(posts) == [], why


def test_chief_and_deputy_of_one_body_in_one_article():
    first, second = post("甲", "副书记"), post("甲", "书记")
    (case,) = find_contradictions([first, second])
    assert case.kind == "chief_and_deputy"
    assert (case.first, case.second) == ((first.claim,), (second.claim,))
    assert set(case.questioned) == {first.claim, second.claim}


def test_second_holder_is_explained_by_the_double_post():
    right = post("乙", "书记")
    posts = [right, post("甲", "副书记"), post("甲", "书记")]
    (case,) = find_contradictions(posts)
    assert case.kind == "chief_and_deputy"
    assert "乙" in case.summary
    assert right.claim not in case.questioned


@pytest.mark.parametrize(
    ("why", "posts"),
    [
        ("one article", [post("甲", "书记"), post("乙", "书记")]),
        ("one undated issue", [post("甲", "书记"), post("乙", "书记", article=2)]),
        ("one day", [post("甲", "书记", day=DAY), post("乙", "书记", day=DAY)]),
        (
            "three leaders of a group that may have two",
            [post(name, "组长", "专班", seats=2) for name in "甲乙丙"],
        ),
    ],
)
def test_two_holders_at_one_time(why, posts):
    assert kinds(posts) == ["two_holders"], why


def test_two_leaders_of_a_group_that_may_have_two():
    assert kinds([post(name, "组长", "专班", seats=2) for name in "甲乙"]) == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, []),
        (30, []),
        (60, []),
        (61, ["after_successor"]),
        (400, ["after_successor"]),
    ],
)
def test_holder_after_successor_with_sixty_days_of_tolerance(days, expected):
    posts = [
        post("甲", "书记", day=DAY - timedelta(300)),
        post("乙", "书记", day=DAY),
        post("甲", "书记", day=DAY + timedelta(days)),
    ]
    assert kinds(posts) == expected


def test_only_the_late_print_is_questioned():
    early = post("甲", "书记", day=DAY - timedelta(300))
    next_one = post("乙", "书记", day=DAY)
    late = post("甲", "书记", day=DAY + timedelta(200))
    (case,) = find_contradictions([early, next_one, late])
    assert case.questioned == (late.claim,)


@pytest.mark.parametrize(("days", "expected"), [(60, []), (61, ["two_holders"])])
def test_long_overlap_without_a_first_holder(days, expected):
    start = {"earliest": DAY, "latest": DAY + timedelta(9)}
    end = {"earliest": DAY + timedelta(9 + days), "latest": DAY + timedelta(20 + days)}
    posts = [
        post(name, "书记", article=number, issue=number, **bounds)
        for number, (name, bounds) in enumerate(
            [("甲", start), ("乙", start), ("甲", end), ("乙", end)], 1
        )
    ]
    assert kinds(posts) == expected


def test_key_is_the_same_in_any_order():
    posts = [post("甲", "书记"), post("乙", "书记"), post("甲", "副书记")]
    keys = [case.key for case in find_contradictions(posts)]
    assert keys == [case.key for case in find_contradictions(reversed(posts))]


def test_records_of_one_name_are_told_apart():
    posts = [
        post("甲", "主任", "第一居委会", post=1),
        post("乙", "主任", "第一居委会", post=2),
    ]
    assert kinds(posts) == []
