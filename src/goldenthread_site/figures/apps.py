"""The room, as Django knows it."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.figures"
    label = "figures"

    def ready(self) -> None:
        """Say how the trail tells what is done here, and who sees true counts."""
        from goldenthread_site.figures import (  # noqa: F401
            documentation,
            following,
            keeping,
            matters,
        )
        from goldenthread_site.figures.exports import actions  # noqa: F401
