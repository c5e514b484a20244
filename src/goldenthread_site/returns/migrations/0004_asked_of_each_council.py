"""The same may be asked of an agency about each council of a partnership apart."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0004_letters_not_sent"),
        ("returns", "0003_reminders_missed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="datarequest",
            name="asked_once_of_an_agency_for_a_period",
        ),
        migrations.AddConstraint(
            model_name="datarequest",
            constraint=models.UniqueConstraint(
                fields=("partnership", "agency", "template", "period_code", "footprint"),
                name="asked_once_of_an_agency_for_a_period",
            ),
        ),
    ]
