"""What has been let out of the partnership’s own figures."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0004_letters_not_sent"),
        ("figures", "0002_agreed_commentary_prepared"),
    ]

    operations = [
        migrations.CreateModel(
            name="LetOut",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("state", models.CharField(max_length=120)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("figure", models.CharField(max_length=12)),
                ("indicator", models.CharField(max_length=120)),
                ("unit", models.CharField(max_length=60)),
                ("area_code", models.CharField(max_length=60)),
                ("area_kind", models.CharField(max_length=40)),
                ("period", models.CharField(max_length=60)),
                ("breakdown", models.CharField(blank=True, max_length=300)),
                ("value", models.CharField(max_length=40)),
                ("decimals", models.SmallIntegerField()),
                ("numerator", models.CharField(blank=True, max_length=40)),
                ("denominator", models.CharField(blank=True, max_length=40)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.partnership",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "let out",
                "constraints": [
                    models.UniqueConstraint(
                        fields=["partnership", "figure", "value", "numerator", "denominator"],
                        name="let_out_once",
                    )
                ],
            },
        ),
    ]
