from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_search_entries"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="issue",
            name="issue_date_both_or_none_in_order",
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("date_earliest", None), ("date_latest", None)),
                    models.Q(
                        ("date_earliest__isnull", False),
                        ("date_earliest__lte", models.F("date_latest")),
                        ("date_latest__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="issue_date_both_or_none_in_order",
                violation_error_message="出报日期两格都填（先后有序，同一天就填两次），或者都留空。",
            ),
        ),
    ]
