"""The room, as Django knows it."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """See the package's own first line."""

    name = "goldenthread_site.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Hear of second factors as they are added, and of whoever signs in."""
        from allauth.account.signals import user_logged_in
        from allauth.mfa.signals import authenticator_added

        from goldenthread_site.accounts.kept.keeping import remind
        from goldenthread_site.accounts.second_factor import remember_adding

        user_logged_in.connect(remind, dispatch_uid="remind of typing")
        authenticator_added.connect(remember_adding, dispatch_uid="remember_adding")
