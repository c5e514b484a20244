"""Large files that are read in the background, and how far each has come."""

import django.db.models.deletion
from django.db import migrations, models

import goldenthread_site.returns.rules


class Migration(migrations.Migration):
    dependencies = [
        ("returns", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            (
                                goldenthread_site.returns.rules.ReadingState["WAITING"],
                                "Waiting for its turn",
                            ),
                            (
                                goldenthread_site.returns.rules.ReadingState["READING"],
                                "Opening the file",
                            ),
                            (
                                goldenthread_site.returns.rules.ReadingState["CHECKING"],
                                "Looking for the lines of the return",
                            ),
                            (
                                goldenthread_site.returns.rules.ReadingState["READ"],
                                "Its lines are in the draft",
                            ),
                            (
                                goldenthread_site.returns.rules.ReadingState["UNREADABLE"],
                                "It could not be read as this return",
                            ),
                            (
                                goldenthread_site.returns.rules.ReadingState["OVERTAKEN"],
                                "The draft was changed meanwhile, so nothing of the file was taken",
                            ),
                            (
                                goldenthread_site.returns.rules.ReadingState["STOPPED"],
                                "Stopped, and nothing of the file was taken",
                            ),
                            (
                                goldenthread_site.returns.rules.ReadingState["FAILED"],
                                "It could not be read here",
                            ),
                        ],
                        default=goldenthread_site.returns.rules.ReadingState["WAITING"],
                        max_length=12,
                    ),
                ),
                ("faults", models.JSONField(default=list)),
                ("lines", models.PositiveSmallIntegerField(default=0)),
                ("where", models.CharField(blank=True, max_length=45)),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "sent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readings",
                        to="returns.return",
                    ),
                ),
                (
                    "upload",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="returns.upload",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                (
                                    goldenthread_site.returns.rules.ReadingState["WAITING"],
                                    goldenthread_site.returns.rules.ReadingState["READING"],
                                    goldenthread_site.returns.rules.ReadingState["CHECKING"],
                                ),
                            )
                        ),
                        fields=("sent",),
                        name="one_file_read_at_a_time",
                    )
                ],
            },
        ),
    ]
