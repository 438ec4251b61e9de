"""Names one character apart, and those that are told apart on purpose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.likeness import is_one_apart, is_told_apart, near_pairs


@pytest.mark.parametrize(
    ("why", "first", "second", "expected"),
    [
        ("changed", "青石合众律所", "青石和众律所", True),
        ("added", "青石区常委", "青石区委常委", True),
        ("left out at the end", "青石图书馆", "青石图书", True),
        ("the same", "青石图书馆", "青石图书馆", False),
        ("two changed", "青石图书馆", "青山图书室", False),
        ("two added", "青石馆", "青石图书馆", False),
        ("swapped", "青石", "石青", False),
        ("doubled", "青石区委", "青石区区委", True),
        ("empty", "", "青", True),
    ],
)
def test_one_apart(why, first, second, expected):
    assert is_one_apart(first, second) is expected, why
    assert is_one_apart(second, first) is expected, why


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("青石一村", "青石二村", True),
        ("青石东居委会", "青石西居委会", True),
        ("青石第3", "青石第4", True),
        ("青石合众", "青石和众", False),
        ("青石新苑", "青石苑", True),
    ],
)
def test_numbers_and_directions_tell_apart(first, second, expected):
    assert is_told_apart(first, second) is expected


names = st.text("青石合和众一二", min_size=1, max_size=5)


@given(st.lists(names, max_size=12, unique=True))
def test_near_pairs_are_all_pairs_one_apart(found):
    pairs = {frozenset(pair) for pair in near_pairs(found)}
    assert pairs == {
        frozenset((a, b)) for a in found for b in found if is_one_apart(a, b)
    }


@given(st.lists(names, max_size=12, unique=True))
def test_wanted_names_stand_in_every_pair(found):
    wanted = set(found[:3])
    pairs = {frozenset(pair) for pair in near_pairs(found, wanted=wanted)}
    every = {frozenset(pair) for pair in near_pairs(found)}
    assert pairs == {pair for pair in every if pair & wanted}
