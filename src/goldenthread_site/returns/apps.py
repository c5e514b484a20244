"""The room, as Django knows it."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.returns"
    label = "returns"
