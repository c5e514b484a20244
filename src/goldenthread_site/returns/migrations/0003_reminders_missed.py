"""Whom a reminder has still to be sent to."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("returns", "0002_large_files"),
    ]

    operations = [
        migrations.AddField(
            model_name="reminder",
            name="missed",
            field=models.JSONField(default=list),
        ),
        migrations.AlterField(
            model_name="reminder",
            name="sent_to",
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
