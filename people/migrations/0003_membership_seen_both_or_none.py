"""A membership has both its sightings or none: a comparison with NULL let one pass."""

from django.db import migrations, models
from django.db.models.functions import Coalesce

AFTER = models.Q(
    models.Q(("first_seen", None), ("last_seen", None)),
    models.Q(
        ("first_seen__isnull", False),
        ("first_seen__lte", models.F("last_seen")),
        ("last_seen__isnull", False),
    ),
    _connector="OR",
)


def complete(apps, schema_editor):
    """The one sighting known is the first and the last."""
    rows = apps.get_model("people", "Membership").objects.all()
    rows.update(
        first_seen=Coalesce("first_seen", "last_seen"),
        last_seen=Coalesce("last_seen", "first_seen"),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_event_hours"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="membership",
            name="membership_seen_in_order",
        ),
        migrations.RunPython(complete, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=AFTER, name="membership_seen_in_order"
            ),
        ),
    ]
