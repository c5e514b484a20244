"""``goldenthread-site clear_uploads``: takes away what broken-off uploads left; run it daily."""

from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.returns.clearing import UNFINISHED_FOR, clear_uploads


class Command(BaseCommand):
    """Deletes only what no row names, and only after a day."""

    help = "Delete what uploads left behind that were broken off more than a day ago."

    @as_the_system("the command clear_uploads")
    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say how much."""
        done = clear_uploads(timezone.now())
        told = "file" if done == 1 else "files"
        self.stdout.write(
            f"{done} unfinished {told} deleted, older than {UNFINISHED_FOR.days} day."
        )
