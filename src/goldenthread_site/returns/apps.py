"""The room, as Django knows it."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.returns"
    label = "returns"

    def ready(self) -> None:
        """Listen for agencies that take another’s place; tell the figures what was sent."""
        from goldenthread_site.returns import following, telling  # noqa: F401  (they offer it)
