"""The trail's tables: links of a chain, and beside each what may be forgotten.

A link holds digests and numbers only. What names a person stands in its content, which can be
erased without breaking the chain: the digest of what stood there stays.
"""

from typing import Any, ClassVar

from django.db import models


class Head(models.Model):
    """The one row that says where the chain ends; a writer holds it while adding a link."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="")


class Link(models.Model):
    """One thing done. Never changed and never deleted: saving one again is refused."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    action = models.CharField(max_length=60, db_index=True)
    about_kind = models.CharField(max_length=60)
    about_id = models.CharField(max_length=40)
    partnership = models.BigIntegerField(null=True, db_index=True)
    person = models.BigIntegerField(null=True, db_index=True)
    job = models.CharField(max_length=60, blank=True)
    content_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-number"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["about_kind", "about_id"], name="trail_about")
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the link; one that stands already is not written again."""
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Refused: the trail is only ever added to."""
        raise PermissionError("the trail is only ever added to")


class Content(models.Model):
    """Who, why, from where and what, in words; erased when its time is over."""

    link = models.OneToOneField(Link, models.PROTECT, primary_key=True, related_name="content")
    who = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    place = models.CharField(max_length=60, blank=True)
    detail = models.JSONField(default=dict)
    salt = models.CharField(max_length=32)


# Records have a folder of their own; Django finds the tables of a room here.
from goldenthread_site.trail.records.models import (  # noqa: E402
    Hold,
    RecordRequest,
    Review,
)

__all__ = ["Content", "Head", "Hold", "Link", "RecordRequest", "Review"]
