"""What is still asked of an agency follows to the one that takes its place."""

from typing import Any

from django.dispatch import receiver

from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import Succession
from goldenthread_site.directory.queries import current_agency
from goldenthread_site.directory.signals import agency_succeeded
from goldenthread_site.returns.models import DataRequest
from goldenthread_site.returns.rules import Status
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record


@receiver(agency_succeeded)
@as_the_system("one agency takes another’s place in every partnership")
def follow(sender: Any, succession: Succession, by: Acting, **more: Any) -> None:
    """Move every request that no accepted return answers yet; what was accepted stays as it was.

    A request whose twin is asked of the successor already stays too, and is the successor’s to
    answer there: the same is never asked twice.
    """
    before, after = succession.predecessor, current_agency(succession.successor, succession.on)
    waiting = DataRequest.objects.select_for_update().filter(agency=before)
    for asked in waiting.exclude(versions__status=Status.ACCEPTED):
        twins = DataRequest.objects.filter(
            partnership=asked.partnership,
            agency=after,
            template=asked.template,
            period_code=asked.period_code,
            footprint=asked.footprint,
        )
        if twins.exists():
            continue
        asked.agency = after
        asked.save(update_fields=["agency"])
        record(
            by=by,
            action="request followed",
            about=asked,
            partnership=asked.partnership_id,
            detail={"from": before.name, "to": after.name, "template": asked.template},
        )
