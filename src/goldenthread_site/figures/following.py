"""What an agency was asked about figures follows to the one that takes its place."""

from typing import Any

from django.dispatch import receiver

from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.models import Succession
from goldenthread_site.directory.queries import current_agency
from goldenthread_site.directory.signals import agency_succeeded
from goldenthread_site.figures.models import Question
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.presenters import Told, presents
from goldenthread_site.trail.recording import record


@receiver(agency_succeeded)
@as_the_system("one agency takes another’s place in every partnership")
def follow(sender: Any, succession: Succession, by: Acting, **more: Any) -> None:
    """Move every question that is not closed; what is closed keeps whom it was asked of."""
    before, after = succession.predecessor, current_agency(succession.successor, succession.on)
    waiting = Question.objects.select_for_update(of=("self",)).filter(asked_of=before)
    for question in waiting.filter(closed_at=None):
        question.asked_of = after
        question.save(update_fields=["asked_of"])
        record(
            by=by,
            action="question followed",
            about=question,
            partnership=question.partnership_id,
            detail={"from": before.name, "to": after.name, "indicator": question.indicator},
        )


@presents("question followed")
def _followed(told: Told) -> str:
    before, after = told.detail.get("from"), told.detail.get("to")
    return f"A question asked of {before} is {after}’s to answer, which took its place"
