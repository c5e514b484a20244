"""Setting and ending targets and breaks in a series; each on the trail, none ever overwritten."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from goldenthread.comparisons import period_of
from goldenthread.indicators import Indicator, catalogue
from goldenthread.nouns import Period
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.directory.models import Partnership, Post
from goldenthread_site.figures.agreed.models import SeriesBreak, Target
from goldenthread_site.figures.prepared.tasks import prepare_soon
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.presenters import Told, presents
from goldenthread_site.trail.recording import record


def told(post: Post) -> str:
    """A post as it is called today, with the agency or group it is in."""
    return f"{post.title}, {(post.agency or post.group)}"


@transaction.atomic
def set_target(
    *,
    by: Acting,
    partnership: Partnership,
    indicator: Indicator,
    year: Period,
    value: Decimal,
    owner: Post | None,
    owner_told: str,
    agreed: date,
    source: str,
) -> Target:
    """Set a target for a year; the one there was ends and stays on view.

    Raises RefusedError for an indicator that is not counted by the year.
    """
    if period_of(indicator.period_kind, year) is None:
        raise RefusedError(
            f"“{indicator.title}” is not counted by the year, so no yearly target can be set.",
            field="value",
        )
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    earlier = Target.objects.filter(
        partnership=partnership, indicator=indicator.name, year=year.code, ended_at=None
    )
    earlier.update(ended_at=timezone.now())
    made = Target.objects.create(
        partnership=partnership,
        indicator=indicator.name,
        year=year.code,
        value=value,
        owner=owner,
        owner_told=owner_told,
        agreed=agreed,
        source=source,
        set_by=by.person,
    )
    detail = {"indicator": indicator.name, "year": year.code, "value": str(value)}
    record(
        by=by,
        action="target set",
        about=made,
        partnership=partnership.pk,
        why=source,
        detail=detail | {"owner": owner_told, "agreed": agreed.isoformat()},
    )
    prepare_soon(partnership)
    return made


@transaction.atomic
def end_target(*, by: Acting, target: Target, why: str) -> None:
    """Take a target back, saying why."""
    found = Target.objects.select_for_update(of=("self",)).get(pk=target.pk)
    if found.ended_at:
        return
    found.ended_at = timezone.now()
    found.save(update_fields=["ended_at"])
    detail = {"indicator": found.indicator, "year": found.year}
    record(
        by=by,
        action="target ended",
        about=found,
        partnership=found.partnership_id,
        why=why,
        detail=detail,
    )
    prepare_soon(found.partnership)


@transaction.atomic
def mark_break(
    *,
    by: Acting,
    partnership: Partnership,
    indicator: Indicator,
    when: date,
    reason: str,
    source: str,
) -> SeriesBreak:
    """Say that from a day an indicator is counted otherwise here.

    Raises RefusedError where one is marked for that day already.
    """
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    same = SeriesBreak.objects.filter(
        partnership=partnership, indicator=indicator.name, when=when, ended_at=None
    )
    if same.exists():
        raise RefusedError("A break is marked for that day already.", field="when")
    made = SeriesBreak.objects.create(
        partnership=partnership,
        indicator=indicator.name,
        when=when,
        reason=reason,
        source=source,
        set_by=by.person,
    )
    record(
        by=by,
        action="break marked",
        about=made,
        partnership=partnership.pk,
        why=source,
        detail={"indicator": indicator.name, "when": when.isoformat(), "reason": reason},
    )
    prepare_soon(partnership)
    return made


@presents("target set")
def _target_set(told: Told) -> str:
    return f"Set a target of {told.detail.get('value', '')} for {_about(told)}"


@presents("target ended")
def _target_ended(told: Told) -> str:
    return f"Took back the target for {_about(told)}"


@presents("break marked")
def _break_marked(told: Told) -> str:
    when = told.detail.get("when", "")
    return f"Marked a break from {when} in {_title(told)}: {told.detail.get('reason', '')}"


def _about(told: Told) -> str:
    return f"{_title(told)}, {told.detail.get('year', '')}"


def _title(told: Told) -> str:
    known = catalogue().get(str(told.detail.get("indicator", "")))
    return known.title if known else "an indicator"
