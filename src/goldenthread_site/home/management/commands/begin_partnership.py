"""``begin_partnership NAME --council ... --email ...``: a partnership and its first person."""

from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.core.management.base import CommandParser
from django.core.validators import validate_email
from django.urls import reverse
from django.utils import timezone

from goldenthread.nouns import GoldenThreadError
from goldenthread.nouns.area import AreaKind
from goldenthread.nouns.register import find_area
from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.actions import begin_partnership
from goldenthread_site.trail.acting import Acting


class Command(BaseCommand):
    """Makes both, and prints the link by which that person chooses a password."""

    help = "Begin a partnership: its name, its councils, and the person who sets it up."

    def add_arguments(self, parser: CommandParser) -> None:
        """Who and where."""
        parser.add_argument("partnership", help="Its name in full.")
        parser.add_argument(
            "--council", action="append", required=True, help="By name; may be given several times."
        )
        parser.add_argument("--email", required=True, help="Of whoever sets it up.")
        parser.add_argument("--name", required=True, help="What colleagues call them.")
        parser.add_argument("--site", default="", help="Its address, such as https://site.example.")

    @as_the_system("the command begin_partnership")
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        try:
            validate_email(options["email"])
            areas = [_council(each) for each in options["council"]]
            partnership, person = begin_partnership(
                by=Acting(job="set-up"),
                name=options["partnership"].strip(),
                areas=list(dict.fromkeys(areas)),
                email=options["email"],
                person_name=options["name"],
                today=timezone.localdate(),
            )
        except (RefusedError, GoldenThreadError) as refused:
            raise CommandError(str(refused)) from refused
        except ValidationError as wrong:
            raise CommandError("Enter an email address, such as name@council.example") from wrong
        site = options["site"].rstrip("/") or _own_address()
        self.stdout.write(f"{partnership.name} has begun. {person.name} sets it up.")
        if person.has_usable_password():
            self.stdout.write(f"They sign in as before, at {site}/")
            return
        self.stdout.write(
            "Give them this link, and nobody else: it works once, for three days, and lets them"
            " choose a password."
        )
        self.stdout.write(f"  {site}{_first_link(person)}")


def _council(name: str) -> str:
    found = find_area(name)
    if found.kind is not AreaKind.COUNCIL:
        raise CommandError(f"{found.name} is no council: name its councils.")
    return found.code


def _own_address() -> str:
    """Where the site is reached, by what the deployment says of itself."""
    if settings.EXAMPLE:
        return "http://localhost:8000"
    return f"https://{settings.ALLOWED_HOSTS[0].lstrip('.')}"


def _first_link(person: Person) -> str:
    key = default_token_generator.make_token(person)
    named = {"uidb36": user_pk_to_url_str(person), "key": key}
    return reverse("account_reset_password_from_key", kwargs=named)
