"""The ledger: each number of the partnership’s own that was let out, once, for good."""

from typing import ClassVar

from django.db import models

from goldenthread_site.directory.models import Partnership


class LetOut(models.Model):
    """A figure in the form in which those without true counts could first read it.

    ``state`` is the state of the figures then. Numbers are texts, so that each is exactly what was
    printed. What was withheld is not here.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    state = models.CharField(max_length=120)
    at = models.DateTimeField(auto_now_add=True)
    figure = models.CharField(max_length=12)  # its name in the book
    indicator = models.CharField(max_length=120)
    unit = models.CharField(max_length=60)
    area_code = models.CharField(max_length=60)
    area_kind = models.CharField(max_length=40)
    period = models.CharField(max_length=60)
    breakdown = models.CharField(max_length=300, blank=True)
    value = models.CharField(max_length=40)
    decimals = models.SmallIntegerField()
    # The counts behind it; empty where they were not printed.
    numerator = models.CharField(max_length=40, blank=True)
    denominator = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name_plural = "let out"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["partnership", "figure", "value", "numerator", "denominator"],
                name="let_out_once",
            )
        ]
