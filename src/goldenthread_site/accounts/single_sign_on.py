"""An organisation's own accounts (OpenID Connect), as a deployment's environment names them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_ASKED = "GOLDENTHREAD_OIDC_"


@dataclass(frozen=True, slots=True)
class SingleSignOn:
    """One provider. ``vouches``: the email addresses it gives are taken as true."""

    NAME: ClassVar[str] = "organisation"  # stands in the addresses of signing in by it

    title: str
    server: str
    client: str
    secret: str
    vouches: bool = False

    def as_settings(self) -> dict[str, Any]:
        """As the sign-in library wants to be told."""
        app = {
            "provider_id": self.NAME,
            "name": self.title,
            "client_id": self.client,
            "secret": self.secret,
            "settings": {"server_url": self.server, "verified_email": self.vouches},
        }
        return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


def single_sign_on(environment: Mapping[str, str]) -> SingleSignOn | None:
    """Read ``GOLDENTHREAD_OIDC_SERVER``, ``_CLIENT``, ``_SECRET``, ``_TITLE`` and ``_VOUCHES``.

    None where no server is named. Raises ImproperlyConfigured where only a part is said.
    """
    said = {
        key: environment.get(_ASKED + key, "").strip() for key in ("SERVER", "CLIENT", "SECRET")
    }
    if not any(said.values()):
        return None
    missing = [_ASKED + key for key, value in said.items() if not value]
    if missing:
        raise ImproperlyConfigured(
            f"Single sign-on is set up in part: set {' and '.join(missing)} too, or none of them."
        )
    server = urlsplit(said["SERVER"])
    here = server.hostname in ("localhost", "127.0.0.1")
    if not server.hostname or (server.scheme != "https" and not here):
        raise ImproperlyConfigured(
            f"{_ASKED}SERVER is the address of your organisation’s sign-in, beginning https://"
        )
    return SingleSignOn(
        title=environment.get(_ASKED + "TITLE", "").strip() or "your organisation’s account",
        server=said["SERVER"].rstrip("/"),
        client=said["CLIENT"],
        secret=said["SECRET"],
        vouches=environment.get(_ASKED + "VOUCHES", "") == "yes",
    )
