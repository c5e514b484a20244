"""Commentary on an indicator’s year, by the partnership’s analyst or by one agency, in versions."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from goldenthread_site.directory.models import Agency, Partnership


class SharedWith(models.TextChoices):
    """Who reads a version of a commentary besides whoever writes it."""

    WRITERS = "writers", "Nobody yet: only those who write it"
    PARTNERS = "partners", "The partners, the scrutineer, the business unit and the analyst"
    READERS = "readers", "Everyone who reads the partnership’s figures"


class Commentary(models.Model):
    """What one agency, or the analyst where none is named, says about an indicator’s year."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="commentary")
    indicator = models.CharField(max_length=120)
    year = models.CharField("year the figures are of", max_length=20)
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="commentary"
    )

    class Meta:
        verbose_name_plural = "commentary"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["partnership", "indicator", "year", "agency"],
                condition=Q(agency__isnull=False),
                name="one_commentary_of_an_agency",
            ),
            models.UniqueConstraint(
                fields=["partnership", "indicator", "year"],
                condition=Q(agency__isnull=True),
                name="one_commentary_of_the_analyst",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, {self.year}"

    @property
    def of(self) -> str:
        """Whose words they are."""
        return str(self.agency) if self.agency else "The partnership’s analyst"


class Said(models.Model):
    """One version of a commentary: none is changed, and the newest stands."""

    commentary = models.ForeignKey(Commentary, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    shared_with = models.CharField(max_length=10, choices=SharedWith.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_as = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "said"
        ordering: ClassVar[list[str]] = ["-number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["commentary", "number"], name="versions_of_a_commentary_are_counted"
            )
        ]
