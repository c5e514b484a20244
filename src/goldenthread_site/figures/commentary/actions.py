"""The one write of commentary: another version, which takes the last one’s place and leaves it."""

from django.db import transaction

from goldenthread.indicators import catalogue
from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.directory.models import Agency
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.commentary.models import Commentary, Said, SharedWith
from goldenthread_site.figures.commentary.permissions import check_write
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.presenters import Told, presents
from goldenthread_site.trail.recording import record


@transaction.atomic
def say(
    *,
    by: Acting,
    standing: Standing,
    indicator: str,
    year: str,
    agency: Agency | None,
    text: str,
    shared_with: str,
) -> Said:
    """Say something about an indicator’s year, as an agency or as the analyst.

    On the trail stands that it was said and with whom it is shared, and not what. What nobody else
    may read yet is a draft, and stays off it.
    """
    check_write(standing, agency)
    if by.person is None or standing.partnership is None:
        raise NotAllowedError("Only a person comments.")
    found, _ = Commentary.objects.get_or_create(
        partnership=standing.partnership, indicator=indicator, year=year, agency=agency
    )
    found = Commentary.objects.select_for_update(of=("self",)).get(pk=found.pk)
    last = found.versions.first()
    if last and (last.text, last.shared_with) == (text, shared_with):
        raise RefusedError("Nothing is changed: this is what it says already.")
    made = Said.objects.create(
        commentary=found,
        number=last.number + 1 if last else 1,
        text=text,
        shared_with=shared_with,
        by=by.person,
        by_as=standing.told_as,
    )
    seen = {shared_with, last.shared_with if last else ""} - {"", SharedWith.WRITERS}
    if seen:
        record(
            by=by,
            action="commentary shared",
            about=found,
            partnership=found.partnership_id,
            detail={"indicator": indicator, "year": year, "with": shared_with, "of": found.of},
        )
    return made


@presents("commentary shared")
def _shared(told: Told) -> str:
    known = catalogue().get(str(told.detail.get("indicator", "")))
    title = known.title if known else "an indicator"
    whom = dict(SharedWith.choices).get(str(told.detail.get("with", "")), "")
    about = f"{title}, {told.detail.get('year', '')}"
    return f"Commented on {about}, as {told.detail.get('of', '')}; read by: {whom}"
