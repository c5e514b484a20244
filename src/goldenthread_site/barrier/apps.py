"""The room, as Django knows it."""

from typing import Any

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class BarrierConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.barrier"
    label = "barrier"

    def ready(self) -> None:
        """Make the policies as the code has them whenever the tables were brought up to date."""
        from goldenthread_site.barrier.checks import stands

        post_migrate.connect(_make_policies, sender=self)
        register(stands, Tags.database)


def _make_policies(using: str, **more: Any) -> None:
    from django.db import connections

    from goldenthread_site.barrier.policies import make

    make(connections[using])
