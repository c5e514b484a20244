"""``goldenthread-site send_reminders``: writes to agencies of what is due or late; run it daily."""

from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from goldenthread_site.returns.reminding import remind_everyone


class Command(BaseCommand):
    """Sends today’s reminders; a second run on the same day sends none twice."""

    help = "Remind agencies of returns that are due or late."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say how many."""
        self.stdout.write(str(remind_everyone(timezone.localdate())))
