"""Who may open an address. Every view says it; the middleware in `directory` holds it to that.

A view that says nothing is open to nobody, and a test fails for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from goldenthread_site.accounts.roles import Role

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Opening:
    """``public``: without signing in. No roles and not public: whoever is signed in."""

    public: bool = False
    roles: frozenset[Role] = frozenset()

    def __str__(self) -> str:
        if self.public:
            return "everyone"
        return ", ".join(sorted(self.roles)) or "whoever is signed in"


def open_to_everyone(view: View) -> View:
    """Open to the public."""
    return _marked(view, Opening(public=True))


def open_to_members(view: View) -> View:
    """Open to whoever is signed in; what they see in it is narrowed by the queries."""
    return _marked(view, Opening())


def open_to(*roles: Role) -> Callable[[View], View]:
    """Open to those who hold one of these roles in the partnership they are looking at."""
    if not roles:
        raise ValueError("name at least one role, or use open_to_members")
    return lambda view: _marked(view, Opening(roles=frozenset(roles)))


def _marked(view: View, opening: Opening) -> View:
    view.opening = opening  # type: ignore[attr-defined]
    return view


# The sign-in library's own views, by name. Those not named here are open to nobody.
LIBRARY: dict[str, Opening] = {
    "account_login": Opening(public=True),
    "account_logout": Opening(public=True),
    "account_inactive": Opening(public=True),
    "account_reset_password": Opening(public=True),
    "account_reset_password_done": Opening(public=True),
    "account_reset_password_from_key": Opening(public=True),
    "account_reset_password_from_key_done": Opening(public=True),
    "mfa_authenticate": Opening(public=True),
    "mfa_login_webauthn": Opening(public=True),
    "openid_connect_login": Opening(public=True),
    "openid_connect_callback": Opening(public=True),
    "socialaccount_login_cancelled": Opening(public=True),
    "socialaccount_login_error": Opening(public=True),
    "account_change_password": Opening(),
    "account_reauthenticate": Opening(),
    "mfa_reauthenticate": Opening(),
    "mfa_reauthenticate_webauthn": Opening(),
    "mfa_index": Opening(),
    "mfa_activate_totp": Opening(),
    "mfa_deactivate_totp": Opening(),
    "mfa_generate_recovery_codes": Opening(),
    "mfa_view_recovery_codes": Opening(),
    "mfa_download_recovery_codes": Opening(),
    "mfa_list_webauthn": Opening(),
    "mfa_add_webauthn": Opening(),
    "mfa_edit_webauthn": Opening(),
    "mfa_remove_webauthn": Opening(),
}
