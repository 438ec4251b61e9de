"""What was judged of an undone run stands again when its file comes anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_content_version"),
    ]

    operations = [
        migrations.AddField(
            model_name="importrun",
            name="kept",
            field=models.JSONField(
                default=list, editable=False, verbose_name="撤销时留下的判定"
            ),
        ),
    ]
