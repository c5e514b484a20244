"""Holds on records, requests for them, and what each review did."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from goldenthread_site.trail.records.rules import TITLES, Kind


class Hold(models.Model):
    """Nothing it covers is erased while it stands. Without a class or matter it covers all."""

    partnership = models.BigIntegerField(db_index=True)
    record_class = models.CharField(max_length=60, blank=True)
    matter_kind = models.CharField(max_length=60, blank=True)
    matter_id = models.CharField(max_length=40, blank=True)
    why = models.TextField()
    since = models.DateField()
    lifted = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "hold"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(lifted__isnull=True) | Q(lifted__gte=F("since")),
                name="trail_hold_is_lifted_after_it_begins",
            )
        ]


class RecordRequest(models.Model):
    """Someone with a right to ask for records, and what was answered."""

    partnership = models.BigIntegerField(db_index=True)
    kind = models.CharField(max_length=20, choices=[(each.value, TITLES[each]) for each in Kind])
    reference = models.CharField(max_length=100)
    asked_by = models.CharField(max_length=200)
    what = models.TextField()
    received = models.DateField()
    due = models.DateField()
    answered = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        verbose_name = "request for records"
        verbose_name_plural = "requests for records"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(answered__isnull=True) | Q(answered__gte=F("received")),
                name="trail_request_is_answered_after_it_came",
            )
        ]

    def __str__(self) -> str:
        return f"{TITLES[Kind(self.kind)]} {self.reference}"


class Review(models.Model):
    """One run of the review: for each class how much was due, held back and erased."""

    partnership = models.BigIntegerField(db_index=True)
    on = models.DateField()
    erased = models.BooleanField()
    lines = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar[list[str]] = ["-pk"]
        verbose_name = "review of records"
