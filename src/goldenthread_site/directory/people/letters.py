"""What people are written: an invitation with its link, and word of a role that was given.

Each answers whether the letter went.
"""

from django.core.mail import EmailMessage

from goldenthread_site.accounts.letters import post
from goldenthread_site.accounts.models import Person
from goldenthread_site.design.pages import day
from goldenthread_site.directory.models import Invitation, RoleHeld


def send_invitation(invitation: Invitation, link: str) -> bool:
    """The one letter that holds the link."""
    body = f"""Hello,

{invitation.invited_by.name} invites you to Golden Thread, the site of {invitation.partnership.name}, as {_role(invitation)}.

Follow this link to give your name and choose a password. It works once, until {day(invitation.expires)}:

{link}

If you did not expect this, do nothing, and tell the partnership’s business unit.
"""  # noqa: E501  (a letter's lines are as long as its sentences)
    return _sent(f"You are invited to {invitation.partnership.name}", body, invitation.email)


def send_word_of_role(held: RoleHeld, giver: str, address: str) -> bool:
    """To someone who has an account already."""
    until = f" until {day(held.until)}" if held.until else ""
    body = f"""Hello {held.person.name},

From {day(held.since)}{until} you are {_role(held)} in {held.partnership.name}. {giver} gave you this role. Sign in as before:

{address}
"""  # noqa: E501
    return _sent(f"You have a new role in {held.partnership.name}", body, held.person.email)


def send_word_of_factor(person: Person, by: str) -> bool:
    """So that nobody loses a second factor without knowing it."""
    body = f"""Hello {person.name},

{by} took away the second factor of your account, because it was said that you lost it. Sign in with your password and add another.

If you did not ask for this, set a new password at once and tell the business unit.
"""  # noqa: E501
    return _sent("Your second factor was taken away", body, person.email)


def _sent(subject: str, body: str, address: str) -> bool:
    return post(EmailMessage(subject, body, to=[address]))


def _role(spell: Invitation | RoleHeld) -> str:
    title = spell.role_told.title.lower()
    return f"{title} of {spell.agency.name}" if spell.agency else title
