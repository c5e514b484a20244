"""Targets, breaks, commentary with its versions, and what is kept ready for pages (5.2.19)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_initial"),
        ("figures", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Commentary",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("indicator", models.CharField(max_length=120)),
                ("year", models.CharField(max_length=20, verbose_name="year the figures are of")),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commentary",
                        to="directory.agency",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commentary",
                        to="directory.partnership",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "commentary",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Prepared",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=140)),
                ("year", models.CharField(max_length=20)),
                ("inside", models.BooleanField()),
                ("state", models.CharField(max_length=120)),
                ("body", models.TextField()),
                ("made_at", models.DateTimeField(auto_now=True)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="directory.partnership",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "prepared",
            },
        ),
        migrations.CreateModel(
            name="Said",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                (
                    "shared_with",
                    models.CharField(
                        choices=[
                            ("writers", "Nobody yet: only those who write it"),
                            (
                                "partners",
                                "The partners, the scrutineer, the business unit and the analyst",
                            ),
                            ("readers", "Everyone who reads the partnership’s figures"),
                        ],
                        max_length=10,
                    ),
                ),
                ("by_as", models.CharField(max_length=200)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "commentary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="figures.commentary",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "said",
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="SeriesBreak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("indicator", models.CharField(max_length=120)),
                ("when", models.DateField(verbose_name="from which day")),
                ("reason", models.CharField(max_length=500, verbose_name="what changed")),
                (
                    "source",
                    models.CharField(max_length=300, verbose_name="where it is written down"),
                ),
                ("set_at", models.DateTimeField(auto_now_add=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series_breaks",
                        to="directory.partnership",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["indicator", "when"],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("indicator", models.CharField(max_length=120)),
                ("year", models.CharField(max_length=20)),
                ("value", models.DecimalField(decimal_places=4, max_digits=12)),
                ("owner_told", models.CharField(max_length=300)),
                ("agreed", models.DateField(verbose_name="agreed on")),
                (
                    "source",
                    models.CharField(max_length=300, verbose_name="where it is written down"),
                ),
                ("set_at", models.DateTimeField(auto_now_add=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="directory.partnership",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["indicator", "-year", "-set_at"],
            },
        ),
        migrations.AddConstraint(
            model_name="commentary",
            constraint=models.UniqueConstraint(
                condition=models.Q(("agency__isnull", False)),
                fields=("partnership", "indicator", "year", "agency"),
                name="one_commentary_of_an_agency",
            ),
        ),
        migrations.AddConstraint(
            model_name="commentary",
            constraint=models.UniqueConstraint(
                condition=models.Q(("agency__isnull", True)),
                fields=("partnership", "indicator", "year"),
                name="one_commentary_of_the_analyst",
            ),
        ),
        migrations.AddConstraint(
            model_name="prepared",
            constraint=models.UniqueConstraint(
                fields=("partnership", "what", "year", "inside"), name="prepared_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="said",
            constraint=models.UniqueConstraint(
                fields=("commentary", "number"), name="versions_of_a_commentary_are_counted"
            ),
        ),
        migrations.AddConstraint(
            model_name="seriesbreak",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("partnership", "indicator", "when"),
                name="one_break_of_a_series_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("partnership", "indicator", "year"),
                name="one_target_of_an_indicator_for_a_year",
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.CheckConstraint(
                condition=models.Q(("value__gte", 0)), name="a_target_is_not_below_nought"
            ),
        ),
    ]
