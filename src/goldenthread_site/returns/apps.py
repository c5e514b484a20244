"""The room, as Django knows it."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.returns"
    label = "returns"

    def ready(self) -> None:
        """Hear of agencies that take another’s place; tell what was sent and may be erased."""
        from goldenthread_site.returns import following, keeping, matters, telling  # noqa: F401
