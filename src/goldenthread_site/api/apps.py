"""The room, as Django knows it."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.api"
    label = "api"

    def ready(self) -> None:
        """Say how the trail tells what is done here."""
        from goldenthread_site.api import presenters  # noqa: F401
