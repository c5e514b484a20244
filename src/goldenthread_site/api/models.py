"""A token: what a program shows to read as the person who made it. Only its digest is kept."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from goldenthread_site.directory.models import Partnership

_PERSON = settings.AUTH_USER_MODEL


class Token(models.Model):
    """Reads, for one partnership, what its person may read there on that day; writes nothing."""

    person = models.ForeignKey(_PERSON, models.PROTECT, related_name="tokens")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    # Small counts too, where its person is entitled to them on the day it is used.
    true_counts = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)
    last_day = models.DateField()
    last_used = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(_PERSON, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["-made_at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["person", "partnership", "name"],
                condition=models.Q(ended_at__isnull=True),
                name="a_name_for_each_token_in_use",
            )
        ]

    def __str__(self) -> str:
        return f"token “{self.name}”"
