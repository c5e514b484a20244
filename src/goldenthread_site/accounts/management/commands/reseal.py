"""``goldenthread-site reseal``: seals under the key in use whatever an older key has sealed."""

from typing import Any

from django.core.management import BaseCommand, CommandError

from goldenthread_site.accounts.sealed_rows import names_used, reseal
from goldenthread_site.accounts.sealing import SealError, key_names
from goldenthread_site.barrier.asking import as_the_system


class Command(BaseCommand):
    """Run it after a new key was put first in GOLDENTHREAD_SEALS."""

    help = "Seal second factors, and whatever else is sealed, under the first key there is."

    @as_the_system("the command reseal")
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say which keys may go."""
        try:
            done = reseal()
        except SealError as wrong:
            raise CommandError(f"{wrong} Nothing was changed.") from wrong
        self.stdout.write(f"{done} rows are sealed anew, under the key {key_names()[0]}.")
        if spare := [each for each in key_names() if each not in names_used()]:
            self.stdout.write(f"Nothing is sealed under {' and '.join(spare)} any more.")
