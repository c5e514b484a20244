"""The room, as Django knows it."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.accounts"
    label = "accounts"
