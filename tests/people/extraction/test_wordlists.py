"""The word lists are data: sorted, unique, with their source."""

import pytest

from people.extraction.kinds import kind_of
from people.extraction.wordlists import DATA, alternation, rows, table, words
from people.models import Organization

CLASSES = {"office", "occupation", "description", "craft", "founder"}
LISTS = sorted(path.stem for path in DATA.glob("*.txt"))


@pytest.mark.parametrize("name", LISTS)
def test_list_is_sorted_unique_and_sourced(name):
    text = (DATA / f"{name}.txt").read_text("utf-8").splitlines()
    head = [line for line in text if line.startswith("#")]
    body = [line for line in text if not line.startswith("#")]
    assert any(line.startswith("# Source:") for line in head)
    assert body == sorted(set(body))
    assert all(line == line.strip() and line for line in body)


def test_no_word_of_boundary_is_hidden_by_itself():
    assert not words("before_bodies") & words("inside_words")


def test_roles_name_seats_and_class():
    for role, seats, group in rows("roles"):
        assert seats in ("1", "many"), role
        assert group in CLASSES, role


def test_endings_lead_to_kinds_of_the_house():
    kinds = {kind for kind, _ in Organization.Kind.choices}
    assert {kind for _, kind in rows("organization_endings")} <= kinds
    assert kind_of("党工委") in kinds


def test_lunar_years_have_twelve_or_thirteen_months():
    for year, (first, leap, months) in table("lunar_years").items():
        assert first.startswith(year)
        assert len(months) == (13 if int(leap) else 12)


def test_alternation_prefers_the_longest_word():
    import re

    pattern = re.compile(alternation(("主任", "主任委员", "主席")))
    assert pattern.findall("主任委员、主任和主席") == ["主任委员", "主任", "主席"]
