"""What the review of records may look at and erase of the directory: former leads of schools, and
the accounts of people whose last role has ended."""

from collections.abc import Sequence
from datetime import date

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Q

from goldenthread_site.accounts.models import Person
from goldenthread_site.directory.models import Conflict, Invitation, RoleHeld, SettingLead
from goldenthread_site.trail.records.keepers import Item, keeps


def _due(partnership: int, before: date) -> list[Item]:
    found = SettingLead.objects.filter(setting__partnership=partnership, until__lt=before)
    return [
        Item(number, (("directory.setting", str(setting)),))
        for number, setting in found.order_by("pk").values_list("pk", "setting_id")
    ]


def _erase(items: Sequence[Item]) -> int:
    return SettingLead.objects.filter(pk__in=[each.number for each in items]).delete()[0]


def _accounts_due(partnership: int, before: date) -> list[Item]:
    """Those who held a role here, and since a day hold none anywhere; erased ones are done."""
    here = RoleHeld.objects.filter(partnership=partnership)
    since = RoleHeld.objects.filter(Q(until__isnull=True) | Q(until__gte=before))
    found = Person.objects.filter(pk__in=here.values("person")).exclude(
        pk__in=since.values("person")
    )
    numbers = found.exclude(email__endswith=_ERASED).order_by("pk").values_list("pk", flat=True)
    return [Item(number, (("accounts.person", str(number)),)) for number in numbers]


def _erase_accounts(items: Sequence[Item]) -> int:
    """Take out whatever names the person. The row stays, so that what they did stays someone’s."""
    numbers = [each.number for each in items]
    for model in (Authenticator, EmailAddress, SocialAccount):
        model.objects.filter(user__in=numbers).delete()
    Conflict.objects.filter(person__in=numbers).delete()
    for person in Person.objects.filter(pk__in=numbers):
        person.email = f"account-{person.pk}{_ERASED}"
        person.name = f"Erased account {person.pk}"
        person.is_active = False
        person.set_unusable_password()
        person.save()
        Invitation.objects.filter(person=person).update(email=person.email)
    return len(numbers)


_ERASED = "@erased.invalid"

keeps("schools.leads", _due, _erase)
keeps("accounts", _accounts_due, _erase_accounts)
