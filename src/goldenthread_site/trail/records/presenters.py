"""Reviews, holds and requests in words."""

from datetime import date

from goldenthread_site.design.pages import day
from goldenthread_site.trail.models import Hold, RecordRequest, Review
from goldenthread_site.trail.presenters import Told, presents
from goldenthread_site.trail.records.classes import KEEP, LOOK, classes


def told_lines(review: Review) -> list[str]:
    """One sentence for each class that is not kept for good."""
    by_name = {each.name: each for each in classes()}
    told = []
    for line in review.lines:
        kept = by_name.get(line["class"])
        if kept is None or kept.then == KEEP:
            continue
        if not line["seen"]:
            told.append(f"{kept.title}: no room offers these to the review yet; look yourself.")
        elif not line["due"]:
            told.append(f"{kept.title}: nothing is due.")
        else:
            free = line["due"] - line["held"]
            what = f"{line['erased']} erased" if review.erased else f"{free} may be erased"
            if kept.then == LOOK:
                what = f"{free} wait for a person to look"
            told.append(f"{kept.title}: {line['due']} due, {line['held']} under hold, {what}.")
    return told


def covers(hold: Hold) -> str:
    """What a hold covers."""
    titles = {each.name: each.title for each in classes()}
    what = titles.get(hold.record_class, "Everything")
    return f"{what} about {hold.matter_kind} {hold.matter_id}" if hold.matter_kind else what


def state(request: RecordRequest, today: date) -> str:
    """Answered, due or late, in words."""
    if request.answered:
        late = " (late)" if request.answered > request.due else ""
        return f"Answered {day(request.answered)}{late}"
    if request.due < today:
        return f"Late: was due {day(request.due)}"
    return f"Due {day(request.due)}"


@presents("records reviewed")
def _reviewed(told: Told) -> str:
    if not told.detail.get("erase"):
        return "Looked through the records and erased nothing"
    erased = sum(dict(told.detail.get("erased", {})).values())
    held = told.detail.get("held", 0)
    return f"Looked through the records: erased {erased}, left {held} under hold"


@presents("hold put")
def _held(told: Told) -> str:
    return "Put a hold on records"


@presents("hold lifted")
def _lifted(told: Told) -> str:
    return "Lifted a hold on records"


@presents("request logged")
def _logged(told: Told) -> str:
    return f"Logged: {told.subject}"


@presents("request answered")
def _answered(told: Told) -> str:
    return f"Answered: {told.subject}"


@presents("trail exported")
def _exported(told: Told) -> str:
    return f"Downloaded {told.detail.get('lines', 'some')} lines of the trail"
