"""The room, as Django knows it."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.trail"
    label = "trail"

    def ready(self) -> None:
        """Say how the trail tells what is done here, and what the review may erase."""
        from goldenthread_site.trail.records import keepers, presenters  # noqa: F401
