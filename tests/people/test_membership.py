"""What the database takes for a membership."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from people.models import Membership
from tests.builders import make_person, make_post

pytestmark = pytest.mark.django_db
EARLY, LATE = date(2025, 3, 1), date(2025, 9, 1)


@pytest.mark.parametrize(
    ("first", "last"), [(None, None), (EARLY, EARLY), (EARLY, LATE)]
)
def test_both_sightings_in_order_or_none(first, last):
    Membership.objects.create(
        person=make_person(), post=make_post(), first_seen=first, last_seen=last
    )


@pytest.mark.parametrize(
    ("first", "last"), [(LATE, EARLY), (EARLY, None), (None, LATE)]
)
def test_half_a_pair_of_sightings_is_refused(first, last):
    person, post = make_person(), make_post()
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            person=person, post=post, first_seen=first, last_seen=last
        )
