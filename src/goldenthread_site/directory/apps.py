"""The room, as Django knows it."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.directory"
    label = "directory"

    def ready(self) -> None:
        """Say how the trail tells what is done here, and hear who signs in."""
        from goldenthread_site.directory import keeping, presenters  # noqa: F401
        from goldenthread_site.directory.people import presenters as people  # noqa: F401
        from goldenthread_site.directory.signing_in import listen

        listen()
