"""Targets and breaks in a series. None is changed: another takes its place and the first stays."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from goldenthread_site.directory.models import Partnership, Post


class Target(models.Model):
    """What a partnership aims at in an indicator for a year, and the post that answers for it."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="targets")
    indicator = models.CharField(max_length=120)
    year = models.CharField(max_length=20)
    # In the unit areas are compared by.
    value = models.DecimalField(max_digits=12, decimal_places=4)
    owner = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    # The post as it was called then; posts are renamed, and a target of last year is not.
    owner_told = models.CharField(max_length=300)
    agreed = models.DateField("agreed on")
    source = models.CharField("where it is written down", max_length=300)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    set_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["indicator", "-year", "-set_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["partnership", "indicator", "year"],
                condition=Q(ended_at__isnull=True),
                name="one_target_of_an_indicator_for_a_year",
            ),
            models.CheckConstraint(condition=Q(value__gte=0), name="a_target_is_not_below_nought"),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.year}"


class SeriesBreak(models.Model):
    """A day from which an indicator is counted otherwise here: nothing is told across it."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="series_breaks")
    indicator = models.CharField(max_length=120)
    when = models.DateField("from which day")
    reason = models.CharField("what changed", max_length=500)
    source = models.CharField("where it is written down", max_length=300)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    set_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["indicator", "when"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["partnership", "indicator", "when"],
                condition=Q(ended_at__isnull=True),
                name="one_break_of_a_series_on_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.when}"
