"""The room, as Django knows it."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.trail"
    label = "trail"
