"""Tenures: what print proves about who held which post, and nothing more."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.tenure import (
    BOUNDS,
    Decision,
    RulingKind,
    Sighting,
    Standing,
    derive_tenures,
)

EARLY, MIDDLE, LATE = date(2019, 3, 22), date(2020, 6, 1), date(2021, 5, 1)
YEAR = (date(2019, 1, 1), date(2019, 12, 31))
HOLDER, ACTING, FORMER = Standing.HOLDER, Standing.ACTING, Standing.FORMER


def seen(key, earliest=None, latest=None, standing=HOLDER, **changes):
    latest = latest or earliest
    return Sighting(key, "祝长青", "书记", earliest, latest, standing, **changes)


def ruled(key, kind, day=None):
    return Decision(key, "祝长青", "书记", kind, day)


def bounds_of(tenure):
    bounds = (getattr(tenure, name) for name in BOUNDS)
    return tuple(bound and bound.day for bound in bounds)


@pytest.mark.parametrize(
    ("why", "sightings", "expected"),
    [
        ("one day", [seen(1, EARLY)], (None, EARLY, EARLY, None)),
        ("two days", [seen(1, LATE), seen(2, EARLY)], (None, EARLY, LATE, None)),
        ("undated", [seen(1)], (None, None, None, None)),
        ("a year", [seen(1, *YEAR)], (None, YEAR[1], YEAR[0], None)),
        (
            "only not before",
            [Sighting(1, "祝长青", "书记", EARLY, None)],
            (None, None, EARLY, None),
        ),
        ("undated adds nothing", [seen(1, EARLY), seen(2)], (None, EARLY, EARLY, None)),
        ("former", [seen(1, LATE, standing=FORMER)], (None, LATE, None, LATE)),
        (
            "holder, then former",
            [seen(1, EARLY), seen(2, LATE, standing=FORMER)],
            (None, EARLY, EARLY, LATE),
        ),
        (
            "former, then holder again: the end belongs to an earlier term",
            [seen(1, EARLY, standing=FORMER), seen(2, LATE)],
            (None, EARLY, LATE, None),
        ),
        ("acting proves no bound", [seen(1, EARLY, standing=ACTING)], (None,) * 4),
        (
            "acting before holding: not started yet",
            [seen(1, EARLY, standing=ACTING), seen(2, LATE)],
            (EARLY, LATE, LATE, None),
        ),
        (
            "acting after holding says nothing of the start",
            [seen(1, EARLY), seen(2, LATE, standing=ACTING)],
            (None, EARLY, EARLY, None),
        ),
        (
            "a misprint bounds nobody",
            [seen(1, EARLY), seen(2, LATE, misprint=True)],
            (None, EARLY, EARLY, None),
        ),
        (
            "a questioned claim bounds nobody",
            [seen(1, EARLY), seen(2, LATE, questioned=True)],
            (None, EARLY, EARLY, None),
        ),
    ],
)
def test_claims_give_bounds(why, sightings, expected):
    (tenure,) = derive_tenures(sightings)
    assert bounds_of(tenure) == expected, why


@pytest.mark.parametrize(
    ("why", "sightings", "decisions"),
    [
        ("nothing", [], []),
        ("only a misprint", [seen(1, EARLY, misprint=True)], []),
        ("only a questioned claim", [seen(1, EARLY, questioned=True)], []),
        ("a nominee holds nothing", [seen(1, EARLY, standing=Standing.NOMINEE)], []),
        ("ruled out", [seen(1, EARLY)], [ruled(1, RulingKind.NOT_HOLDER)]),
    ],
)
def test_no_tenure_without_proof(why, sightings, decisions):
    assert derive_tenures(sightings, decisions) == (), why


@pytest.mark.parametrize(
    ("why", "decisions", "expected"),
    [
        ("start", [ruled(1, RulingKind.START, EARLY)], (EARLY, EARLY, MIDDLE, None)),
        ("end", [ruled(1, RulingKind.END, LATE)], (None, MIDDLE, LATE, LATE)),
        (
            "the later of two rulings",
            [ruled(10, RulingKind.END, LATE), ruled(9, RulingKind.END, EARLY)],
            (None, MIDDLE, LATE, LATE),
        ),
        (
            "without the post before",
            [ruled(1, RulingKind.NOT_HOLDER, EARLY)],
            (EARLY, MIDDLE, MIDDLE, None),
        ),
        (
            "without the post after",
            [ruled(1, RulingKind.NOT_HOLDER, LATE)],
            (None, MIDDLE, MIDDLE, LATE),
        ),
    ],
)
def test_rulings_bound_beside_claims(why, decisions, expected):
    (tenure,) = derive_tenures([seen(1, MIDDLE)], decisions)
    assert bounds_of(tenure) == expected, why


def test_each_bound_names_its_claim_or_ruling():
    (tenure,) = derive_tenures(
        [seen(7, EARLY), seen(8, MIDDLE)], [ruled(3, RulingKind.END, LATE)]
    )
    assert (tenure.start_latest.claim, tenure.end_latest.ruling) == (7, 3)
    assert (tenure.first_seen.claim, tenure.last_seen.claim) == (7, 8)
    assert tenure.end_latest.claim is None


@pytest.mark.parametrize(
    ("why", "sightings", "is_former"),
    [
        ("only former", [seen(1, EARLY, standing=FORMER)], True),
        ("undated former", [seen(1, standing=FORMER)], True),
        ("holder", [seen(1, EARLY)], False),
        ("former later", [seen(1, EARLY), seen(2, LATE, standing=FORMER)], True),
        ("former earlier", [seen(1, LATE), seen(2, EARLY, standing=FORMER)], False),
        ("nobody knows when", [seen(1, EARLY), seen(2, standing=FORMER)], False),
    ],
)
def test_former_is_said_only_where_it_is_the_last_word(why, sightings, is_former):
    (tenure,) = derive_tenures(sightings)
    assert tenure.printed_as_former is is_former, why


def test_former_is_no_sighting_in_the_post():
    (tenure,) = derive_tenures([seen(1, EARLY, standing=FORMER)])
    assert tenure.first_seen is None and tenure.last_seen is None


def test_acting_is_seen_in_the_post():
    (tenure,) = derive_tenures([seen(1, EARLY, standing=ACTING)])
    assert tenure.first_seen.day == tenure.last_seen.day == EARLY


def test_a_successor_ends_nobody():
    successor = replace(seen(2, LATE), person="温如玉")
    tenures = derive_tenures([seen(1, EARLY), successor])
    assert [bounds_of(tenure)[3] for tenure in tenures] == [None, None]


days = st.none() | st.dates(date(2015, 1, 1), date(2025, 12, 31))


@st.composite
def sighting(draw, standings=tuple(Standing)):
    earliest, latest = draw(days), draw(days)
    if earliest and latest:
        earliest, latest = sorted((earliest, latest))
    return Sighting(
        key=draw(st.integers(1, 50)),
        person=draw(st.sampled_from("甲乙")),
        post=draw(st.sampled_from(["书记", "主任"])),
        earliest=earliest,
        latest=latest,
        standing=draw(st.sampled_from(standings)),
        misprint=draw(st.booleans()),
        questioned=draw(st.booleans()),
    )


def sighting_lists(**options):
    return st.lists(sighting(**options), max_size=8, unique_by=lambda s: s.key)


@given(sighting_lists())
def test_no_day_is_invented(sightings):
    proven = {
        (s.key, day)
        for s in sightings
        if not (s.misprint or s.questioned)
        for day in (s.earliest, s.latest)
    }
    for tenure in derive_tenures(sightings):
        for name in (*BOUNDS, "first_seen", "last_seen"):
            bound = getattr(tenure, name)
            assert bound is None or (bound.claim, bound.day) in proven


@given(sighting_lists(), st.randoms())
def test_order_of_claims_changes_nothing(sightings, random):
    shuffled = random.sample(sightings, len(sightings))
    as_set = {replace(t, claims=()) for t in derive_tenures(sightings)}
    assert as_set == {replace(t, claims=()) for t in derive_tenures(shuffled)}


@given(sighting_lists(standings=(HOLDER,)), sighting(standings=(HOLDER,)))
def test_more_evidence_of_holding_never_widens(sightings, more):
    before = {(t.person, t.post): t for t in derive_tenures(sightings)}
    after = {(t.person, t.post): t for t in derive_tenures([*sightings, more])}
    for pair, tenure in before.items():
        assert_not_wider(tenure, after[pair])


@given(sighting_lists(standings=(HOLDER, FORMER)), sighting(standings=(FORMER,)))
def test_one_more_former_never_widens(sightings, more):
    before = {(t.person, t.post): t for t in derive_tenures(sightings)}
    after = {(t.person, t.post): t for t in derive_tenures([*sightings, more])}
    for pair, tenure in before.items():
        assert_not_wider(tenure, after[pair])


def assert_not_wider(before, after):
    """Lower bounds only rise, upper bounds only fall, none is given up."""
    for name in BOUNDS:
        old, new = getattr(before, name), getattr(after, name)
        if old is None:
            continue
        assert new is not None
        if name.endswith("earliest"):
            assert new.day >= old.day
        else:
            assert new.day <= old.day
