"""The figures a partnership keeps, the questions they raise and what is said about them.

These rows are the authority: the core's Parquet book is made from them and can be made again. A
row is never changed; another value of the same thing is another row of a later deposit.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models

from goldenthread_site.directory.models import Agency, Partnership


class Deposit(models.Model):
    """Figures kept together: a return that was accepted, a release of national statistics."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="deposits")
    at = models.DateTimeField(auto_now_add=True)
    because = models.CharField(max_length=200)
    # The return they came with, by its number; rooms above are not named here.
    return_number = models.BigIntegerField(null=True, blank=True, db_index=True)

    def __str__(self) -> str:
        return self.because


class KeptFigure(models.Model):
    """One figure, with the columns of the core's figure book under their own names."""

    deposit = models.ForeignKey(Deposit, models.PROTECT, related_name="figures")
    indicator = models.CharField(max_length=120)
    unit = models.CharField(max_length=60)
    area_code = models.CharField(max_length=60)
    area = models.CharField(max_length=200)
    area_kind = models.CharField(max_length=40)
    period = models.CharField(max_length=60)
    period_kind = models.CharField(max_length=40)
    period_start = models.DateField()
    period_end = models.DateField()
    breakdown = models.CharField(max_length=300, blank=True)
    value = models.FloatField(null=True)
    symbol = models.CharField(
        max_length=10, null=True
    )  # as the book has it: none, not an empty text
    decimals = models.SmallIntegerField()
    numerator = models.FloatField(null=True)
    denominator = models.FloatField(null=True)
    denominator_vintage = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=20)
    quality = models.CharField(max_length=20)
    quality_note = models.TextField(blank=True)
    sensitivity = models.CharField(max_length=40)
    source = models.CharField(max_length=120)
    vintage = models.CharField(max_length=60, blank=True)
    file = models.CharField(max_length=300, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    locator = models.CharField(max_length=300, blank=True)
    definition = models.CharField(max_length=200, blank=True)
    known_since = models.DateField(null=True)
    calculation = models.TextField(blank=True)
    inputs = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["deposit", "indicator"], name="figures_by_indicator")
        ]


class KeptNeighbours(models.Model):
    """The areas most like one, by a model of a year; of two deposits' the later holds."""

    deposit = models.ForeignKey(Deposit, models.PROTECT, related_name="neighbours")
    name = models.CharField("whose model", max_length=200)
    year = models.SmallIntegerField("of which year")
    area_code = models.CharField(max_length=60)
    members = models.JSONField("the areas' codes, the nearest first")
    close = models.SmallIntegerField("how many the model calls close", null=True)

    class Meta:
        verbose_name_plural = "kept neighbours"

    def __str__(self) -> str:
        return f"{self.area_code}, {self.name} {self.year}"


class Question(models.Model):
    """Something asked about an indicator; it stands until it is closed, over the year's end too."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="questions")
    indicator = models.CharField(max_length=120)
    year = models.CharField("year the figures are of", max_length=20)
    text = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="asked")
    asked_as = models.CharField(max_length=200)
    asked_at = models.DateTimeField(auto_now_add=True)
    # No agency: it is asked of the partnership's analyst.
    asked_of = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="questions"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["asked_at"]

    def __str__(self) -> str:
        return self.text


class Answer(models.Model):
    """What was answered; a question may have several, and none takes another back."""

    question = models.ForeignKey(Question, models.PROTECT, related_name="answers")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="answered")
    by_as = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["at"]


# Django looks for a room's tables in this file: those of its smaller rooms stand beside their code.
from goldenthread_site.figures.agreed.models import SeriesBreak, Target  # noqa: E402
from goldenthread_site.figures.commentary.models import Commentary, Said  # noqa: E402
from goldenthread_site.figures.prepared.models import Prepared  # noqa: E402
from goldenthread_site.figures.released.models import LetOut  # noqa: E402

__all__ = [
    "Answer",
    "Commentary",
    "Deposit",
    "KeptFigure",
    "KeptNeighbours",
    "LetOut",
    "Prepared",
    "Question",
    "Said",
    "SeriesBreak",
    "Target",
]
