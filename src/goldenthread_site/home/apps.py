"""The room, as Django knows it."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.home"
    label = "home"
