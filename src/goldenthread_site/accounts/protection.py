"""How the database keeps back the rows of accounts, and why it does not those of signing in."""

from goldenthread_site.barrier.rules import of_person
from goldenthread_site.barrier.tables import Open, Protected, Told

_AT_THE_DOOR = "Read before anybody knows who asks; the sign-in library looks up one account's."
_OF_DJANGO = "Names of tables and of rights that this site gives nobody; no row about anyone."

TABLES: dict[str, Told] = {
    "accounts_kepttyping": Protected(reads=of_person()),
    "accounts_person": Open(
        "Found by its address before anybody knows who asks, and named beside what a person did in"
        " whichever partnership: a name, an address, a password's digest, no role."
    ),
    "account_emailaddress": Open(_AT_THE_DOOR),
    "account_emailconfirmation": Open(_AT_THE_DOOR),
    "mfa_authenticator": Open(f"{_AT_THE_DOOR} Its secrets are sealed."),
    "socialaccount_socialaccount": Open(_AT_THE_DOOR),
    "socialaccount_socialapp": Open("The organisation that vouches for people: a setting."),
    "socialaccount_socialtoken": Open("Empty: the site keeps no token of another's."),
    "django_session": Open(
        "Found by its key, which is in one browser only, before anybody knows who asks."
    ),
    "django_content_type": Open(_OF_DJANGO),
    "auth_permission": Open(_OF_DJANGO),
    "auth_group": Open(_OF_DJANGO),
    "auth_group_permissions": Open(_OF_DJANGO),
}
