"""An invitation whose letter could not be sent has no time at which it was."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="invitation",
            name="sent",
            field=models.DateTimeField(null=True),
        ),
    ]
