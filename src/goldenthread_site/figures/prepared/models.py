"""What is made ready, one row for each thing and reader’s kind: a newer one takes its place."""

from typing import ClassVar

from django.db import models

from goldenthread_site.directory.models import Partnership


class Prepared(models.Model):
    """A page’s content as JSON. ``state`` says which figures, targets, breaks and code it is of."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="+")
    what = models.CharField(max_length=140)
    year = models.CharField(max_length=20)
    # With true counts, for those entitled to them, or as the figures may leave.
    inside = models.BooleanField()
    state = models.CharField(max_length=120)
    body = models.TextField()
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "prepared"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["partnership", "what", "year", "inside"], name="prepared_once"
            )
        ]
