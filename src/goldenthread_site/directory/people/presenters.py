"""People as the pages show them: one line for each person, with all they hold here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from goldenthread_site.accounts.models import Person
from goldenthread_site.design.pages import day
from goldenthread_site.directory.models import Conflict, RoleHeld
from goldenthread_site.directory.people import matters
from goldenthread_site.trail.presenters import Told, presents


@dataclass
class Line:
    """A person and the roles they hold."""

    person: Person
    held: list[RoleHeld] = field(default_factory=list)


def lines(held: Iterable[RoleHeld]) -> list[Line]:
    """One line for each person, in the order their roles come in."""
    found: dict[int, Line] = {}
    for each in held:
        found.setdefault(each.person_id, Line(each.person)).held.append(each)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Declared:
    """An interest with the name of its matter."""

    conflict: Conflict
    matter: str


def declared(conflicts: Iterable[Conflict], known: Mapping[str, dict[str, str]]) -> list[Declared]:
    """Interests as they are listed."""
    return [
        Declared(each, matters.name_of(each.matter_kind, each.matter_id, dict(known)))
        for each in conflicts
    ]


def _role(told: Told) -> str:
    """The role as the trail kept it, with its agency."""
    role, agency = told.detail.get("role") or "a role", told.detail.get("agency")
    return f"{role} of {agency}" if agency else str(role)


def _until(told: Told) -> str:
    last = told.detail.get("until")
    return f" until {day(date.fromisoformat(last))}" if last else ""


@presents("person invited")
def _invited(told: Told) -> str:
    return f"Invited {told.subject} as {_role(told)}{_until(told)}"


@presents("invitation sent again")
def _sent_again(told: Told) -> str:
    return f"Sent the invitation to {told.subject} again, as {_role(told)}"


@presents("invitation not sent")
def _not_sent(told: Told) -> str:
    return f"The letter inviting {told.subject} as {_role(told)} could not be sent"


@presents("invitation withdrawn")
def _withdrawn(told: Told) -> str:
    return f"Withdrew the invitation to {told.subject} as {_role(told)}"


@presents("invitation accepted")
def _accepted(told: Told) -> str:
    return f"Accepted the invitation to {told.subject} as {_role(told)}"


@presents("role given")
def _given(told: Told) -> str:
    first = told.detail.get("since")
    since = f" from {day(date.fromisoformat(first))}" if first else ""
    return f"Made {told.subject} {_role(told)}{since}{_until(told)}"


@presents("role ended")
def _ended(told: Told) -> str:
    return f"Ended the role of {told.subject} as {_role(told)}"


@presents("second factor taken away")
def _factor(told: Told) -> str:
    return f"Took away the second factor of {told.subject}"


@presents("interest declared")
def _declared(told: Told) -> str:
    return f"Declared an interest of {told.subject} in {_matter(told)}"


@presents("interest ended")
def _interest_ended(told: Told) -> str:
    return f"Ended an interest of {told.subject} in {_matter(told)}"


def _matter(told: Told) -> str:
    """By kind and number: the trail’s reader may be one who is kept away from it."""
    matter = matters.MATTERS.get(str(told.detail.get("kind")))
    title = matter.title.lower() if matter else "matter"
    return f"{title} {told.detail.get('number', '')}".strip()


# How someone showed who they are, as the trail keeps it.
_WAYS = {
    "password": "a password",
    "totp": "an app’s code",
    "webauthn": "a passkey",
    "recovery_codes": "a recovery code",
    "socialaccount": "their organisation’s account",
}
_FACTORS = {"totp": "an app", "webauthn": "a passkey", "recovery_codes": "recovery codes"}


@presents("signed in")
def _signed_in(told: Told) -> str:
    by = [_WAYS[each] for each in told.detail.get("by", ()) if each in _WAYS]
    return f"Signed in by {' and '.join(by)}" if by else "Signed in"


@presents("sign-in failed")
def _failed(told: Told) -> str:
    return f"Somebody failed to sign in as {told.subject}"


@presents("locked out")
def _locked(told: Told) -> str:
    return f"Locked the account of {told.subject} for a quarter of an hour, after many failures"


@presents("unknown address tried")
def _unknown(told: Told) -> str:
    return "Somebody tried to sign in with an address that has no account"


@presents("unknown address locked out")
def _unknown_locked(told: Told) -> str:
    return "Refused more attempts with addresses that have no account"


@presents("signed out")
def _signed_out(told: Told) -> str:
    return "Signed out"


@presents("password changed")
def _password(told: Told) -> str:
    return "Changed their password"


@presents("password set")
def _password_set(told: Told) -> str:
    return "Set a password"


@presents("password reset by letter")
def _password_reset(told: Told) -> str:
    return "Set a new password by a link sent to their address"


@presents("second factor added")
def _added(told: Told) -> str:
    return f"Added {_factor_of(told)} to sign in with"


@presents("second factor removed")
def _removed(told: Told) -> str:
    return f"Removed {_factor_of(told)} to sign in with"


@presents("recovery codes made anew")
def _codes(told: Told) -> str:
    return "Made their recovery codes anew"


def _factor_of(told: Told) -> str:
    return _FACTORS.get(str(told.detail.get("kind")), "a second factor")
