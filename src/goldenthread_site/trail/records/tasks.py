"""The review as work in the background, for a timer of the deployment to put in line."""

from django.core.management import call_command
from django_tasks import task


@task()
def review_records() -> None:
    """Erase what is due and under no hold, in every partnership."""
    call_command("review_records", erase=True)
