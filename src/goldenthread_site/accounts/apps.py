"""The room, as Django knows it."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Hear of second factors as they are added."""
        from allauth.mfa.signals import authenticator_added

        from goldenthread_site.accounts.second_factor import remember_adding

        authenticator_added.connect(remember_adding, dispatch_uid="remember_adding")
