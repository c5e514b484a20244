"""Every write of the partnership’s own side: ask, roll forward, query, accept."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.directory.models import Agency
from goldenthread_site.directory.people.matters import check_no_interest
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.actions import keep_figures
from goldenthread_site.returns import permissions, rules
from goldenthread_site.returns.actions import give_way, locked, person_of, told
from goldenthread_site.returns.figuring import figures_of
from goldenthread_site.returns.models import DataRequest, Query, Return
from goldenthread_site.returns.rules import Status
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.recording import record


@transaction.atomic
def ask(
    *,
    by: Acting,
    standing: Standing,
    agency: Agency,
    template: str,
    period: str,
    footprint: str,
    due: date,
    guidance: str = "",
    repeats: bool = True,
    follows: DataRequest | None = None,
) -> DataRequest:
    """Ask an agency for a return. Raises RefusedError where it was asked for it already."""
    permissions.check_ask(standing)
    check_no_interest(agency, standing)
    twice = DataRequest.objects.filter(
        partnership=standing.partnership,
        agency=agency,
        template=template,
        period_code=period,
        footprint=footprint,
    )
    if twice.exists():
        raise RefusedError(f"{agency.name} was asked for this already, for the same period.")
    if standing.partnership is None:
        raise NotAllowedError("Choose a partnership first.")
    made = DataRequest.objects.create(
        partnership=standing.partnership,
        agency=agency,
        template=template,
        period_code=period,
        footprint=footprint,
        due=due,
        guidance=guidance,
        repeats=repeats,
        follows=follows,
        asked_by=person_of(by),
    )
    record(
        by=by,
        action="return asked for",
        about=made,
        partnership=made.partnership_id,
        detail={"request": str(made), "due": due.isoformat()},
    )
    return made


@transaction.atomic
def roll_forward(
    *, by: Acting, standing: Standing, requests: Iterable[DataRequest]
) -> list[DataRequest]:
    """Ask for the next period what was asked for the last; what is asked already is left out."""
    permissions.check_ask(standing)
    made = []
    for last in requests:
        period = rules.following(last.period)
        asked = DataRequest.objects.filter(
            partnership=last.partnership_id,
            agency=last.agency_id,
            template=last.template,
            period_code=period.code,
            footprint=last.footprint,
        )
        if not last.repeats or last.partnership != standing.partnership or asked.exists():
            continue
        made.append(
            ask(
                by=by,
                standing=standing,
                agency=last.agency,
                template=last.template,
                period=period.code,
                footprint=last.footprint,
                due=rules.due_day(period, last.asked.due_after_days),
                guidance=last.guidance,
                follows=last,
            )
        )
    return made


@transaction.atomic
def query(*, by: Acting, standing: Standing, sent: Return, line: str, text: str) -> Query:
    """Ask about a version before accepting it."""
    now = locked(sent)
    permissions.check_check(standing, now.request)
    rules.check_move(rules.QUERY, Status(now.status))
    made = Query.objects.create(sent=now, line=line, text=text, asked_by=person_of(by))
    now.status = Status.QUERIED
    now.save(update_fields=["status"])
    told(by, "return queried", now, line=line)
    return made


@transaction.atomic
def accept(*, by: Acting, standing: Standing, sent: Return) -> Return:
    """Take it into the figures. The version accepted before gives way, and its figures stay."""
    now = locked(sent)
    permissions.check_check(standing, now.request)
    rules.check_move(rules.ACCEPT, Status(now.status))
    if not now.signed_at:
        raise RefusedError("The agency’s lead has not signed it yet.")
    for older in now.request.versions.filter(status=Status.ACCEPTED):
        give_way(by, older)
    now.status = Status.ACCEPTED
    now.accepted_by, now.accepted_at = person_of(by), timezone.now()
    now.save()
    keep_figures(
        by=by,
        partnership=now.request.partnership,
        figures=list(figures_of(now)),
        because=f"{now}, accepted",
        return_number=now.pk,
    )
    told(by, "return accepted", now)
    return now
