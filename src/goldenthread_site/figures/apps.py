"""The room, as Django knows it."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.figures"
    label = "figures"
