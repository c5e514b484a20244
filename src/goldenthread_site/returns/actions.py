"""Every write of an agency’s return: begin, save, submit, sign, answer. Drafts are off the trail.

Each locks the version it is about, looks at its status again, and stands or falls as a whole.
"""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.directory.models import Holding, on
from goldenthread_site.directory.standing import Standing
from goldenthread_site.returns import permissions, rules
from goldenthread_site.returns.arriving import Arrived, keep, safe_name
from goldenthread_site.returns.checking import Checked, check
from goldenthread_site.returns.models import Cell, DataRequest, Query, Return, Upload
from goldenthread_site.returns.rules import Status
from goldenthread_site.trail.acting import Acting, AnonymousWriteError
from goldenthread_site.trail.recording import record


def person_of(by: Acting) -> Person:
    """Whoever acts. Raises AnonymousWriteError for a job: only people send and check returns."""
    if by.person is None:
        raise AnonymousWriteError("a return is a person’s doing, and no job’s")
    return by.person


def locked(sent: Return) -> Return:
    """The version as it stands now, held until the transaction ends."""
    return (
        Return.objects.select_for_update(of=("self",))
        .select_related("request__agency", "request__partnership")
        .get(pk=sent.pk)
    )


def told(by: Acting, action: str, sent: Return, *, why: str = "", **detail: object) -> None:
    """Put it on the trail."""
    record(
        by=by,
        action=action,
        about=sent,
        partnership=sent.request.partnership_id,
        why=why,
        detail={"return": str(sent), **detail},
    )


def checked(sent: Return, typed: Mapping[str, str] | None = None) -> Checked:
    """What the answers say, and their faults; of what is kept, where nothing else is given."""
    kept = typed if typed is not None else {each.line: each.typed for each in sent.cells.all()}
    asked = sent.request.asked
    return check(asked, sent.period, sent.area, sent.request.agency.name, kept)


@transaction.atomic
def begin(*, by: Acting, standing: Standing, asked: DataRequest) -> Return:
    """The draft of a request: the one there is, or a new version with the last one’s answers."""
    person = person_of(by)
    asked = DataRequest.objects.select_for_update().get(pk=asked.pk)
    permissions.check_fill_in(standing, asked)
    last = asked.versions.order_by("-version").first()
    if last and last.status == Status.DRAFT:
        return last
    if last and last.status not in rules.MAY_BE_REPLACED:
        raise RefusedError("The last version cannot be replaced.")
    made = Return.objects.create(
        request=asked,
        version=last.version + 1 if last else 1,
        footprint=last.footprint if last else asked.footprint,
        period_code=last.period_code if last else asked.period_code,
        quality=last.quality if last else "good",
        note=last.note if last else "",
        upload=last.upload if last else None,
        begun_by=person,
        saved_by=person,
        saved_at=timezone.now(),
    )
    if last:
        Cell.objects.bulk_create(
            Cell(sent=made, line=each.line, typed=each.typed, place=each.place)
            for each in last.cells.all()
        )
    return made


def _draft(standing: Standing, sent: Return, move: rules.Move) -> Return:
    now = locked(sent)
    permissions.check_fill_in(standing, now.request)
    rules.check_move(move, Status(now.status))
    return now


@transaction.atomic
def save(
    *,
    by: Acting,
    standing: Standing,
    sent: Return,
    typed: Mapping[str, str],
    places: Mapping[str, str] | None = None,
) -> Return:
    """Keep what was typed, as it was typed. Lines that are not given stay as they are."""
    now = _draft(standing, sent, rules.SAVE)
    _type(now, typed, places)
    _saved(by, now)
    return now


def _type(now: Return, typed: Mapping[str, str], places: Mapping[str, str] | None) -> None:
    """Put into the lines that are given what was typed, and where in a file it stood."""
    kept = {each.line: each for each in now.cells.all()}
    new: list[Cell] = []
    changed: list[Cell] = []
    for line in now.request.asked.line:
        if line.key not in typed:
            continue
        text = typed[line.key].replace("\x00", "")[:200]  # no database keeps a zero character
        cell = kept.get(line.key) or Cell(sent=now, line=line.key)
        if cell.pk and cell.typed == text and places is None:
            continue  # untouched: it still comes from where it came from
        cell.typed, cell.place = text, (places or {}).get(line.key, "")
        (changed if cell.pk else new).append(cell)
    Cell.objects.bulk_create(new)
    Cell.objects.bulk_update(changed, ["typed", "place"])


@transaction.atomic
def declare(
    *,
    by: Acting,
    standing: Standing,
    sent: Return,
    footprint: str,
    period: str,
    quality: str,
    note: str,
) -> Return:
    """Say whose children the numbers count, which period they are about, and how good they are."""
    now = _draft(standing, sent, rules.SAVE)
    now.footprint, now.period_code, now.quality, now.note = footprint, period, quality, note
    _saved(by, now)
    return now


@transaction.atomic
def upload(
    *,
    by: Acting,
    standing: Standing,
    sent: Return,
    content: bytes,
    kind: str,
    name: str,
    arrived: Arrived,
) -> Return:
    """Keep a file under its digest, and what its lines say as the draft’s answers."""
    now = _draft(standing, sent, rules.SAVE)
    kept = Upload.objects.create(
        digest=keep(content, kind),
        kind=kind,
        size=len(content),
        given_name=safe_name(name),
        by=person_of(by),
    )
    now.upload = kept
    _type(now, arrived.typed, arrived.places)
    _saved(by, now)
    return now


def _saved(by: Acting, sent: Return) -> None:
    sent.saved_by, sent.saved_at = person_of(by), timezone.now()
    sent.save()


@transaction.atomic
def submit(*, by: Acting, standing: Standing, sent: Return) -> Return:
    """Send it. Raises RefusedError while a line has a fault; older versions give way."""
    now = _draft(standing, sent, rules.SUBMIT)
    if now.readings.filter(state__in=rules.OPEN_READINGS).exists():
        raise RefusedError("A file is being read into this draft: wait for it, or stop it.")
    found = checked(now)
    if found.faults:
        raise RefusedError("Mend the faults before you submit it.")
    if now.quality != "good" and not now.note:
        raise RefusedError("Say in a note why the numbers are not good, before you submit them.")
    _settle(now, found)
    now.status = Status.SUBMITTED
    now.submitted_by, now.submitted_at = person_of(by), timezone.now()
    now.signed_by, now.signed_as, now.signed_at = None, "", None
    now.save()
    for older in now.request.versions.filter(
        version__lt=now.version, status__in=[Status.SUBMITTED, Status.QUERIED]
    ):
        give_way(by, older)
    told(by, "return submitted", now, lines=len(found.answers))
    return now


def give_way(by: Acting, older: Return) -> None:
    """A version gives way to a newer one."""
    rules.check_move(rules.SUPERSEDE, Status(older.status))
    older.status = Status.SUPERSEDED
    older.save(update_fields=["status"])
    told(by, "return superseded", older)


def _settle(sent: Return, found: Checked) -> None:
    """Write into each cell what it says, in the core’s words."""
    asked, agency = sent.request.asked, sent.request.agency.name
    own = agency.replace(";", ",") if asked.by_agency else ""
    # A line that the template no longer has keeps what was typed, and says nothing.
    cells: Sequence[Cell] = [each for each in sent.cells.all() if each.line in found.answers]
    for cell in cells:
        answer = found.answers[cell.line]
        cell.state, cell.value, cell.decimals = answer.state, answer.value, answer.decimals
        cell.indicator, cell.unit = answer.line.indicator, answer.line.unit
        cell.breakdown = str(answer.line.breakdown_for(own))
        cell.period_code = answer.line.period_of(sent.period).code
    settled = ["state", "value", "decimals", "indicator", "unit", "breakdown", "period_code"]
    Cell.objects.bulk_update(cells, settled)


@transaction.atomic
def take_back(*, by: Acting, standing: Standing, sent: Return, why: str) -> Return:
    """The lead makes a draft of it again, before it is signed and before anything was asked."""
    now = locked(sent)
    permissions.check_sign(standing, now.request)
    rules.check_move(rules.TAKE_BACK, Status(now.status))
    if now.signed_at or now.queries.exists():
        raise RefusedError("It is signed, or was queried: begin a new version instead.")
    if now.request.versions.filter(status=Status.DRAFT).exists():
        raise RefusedError("A newer version is begun already: go on with that one.")
    now.status = Status.DRAFT
    now.save()
    now.cells.update(state="", value=None)
    told(by, "return taken back", now, why=why)
    return now


@transaction.atomic
def sign(*, by: Acting, standing: Standing, sent: Return, post: str) -> Return:
    """The agency’s lead signs, as the holder of a post."""
    now = locked(sent)
    permissions.check_sign(standing, now.request)
    rules.check_move(rules.SIGN, Status(now.status))
    if now.signed_at:
        raise RefusedError("It is signed already.")
    now.signed_by, now.signed_as, now.signed_at = person_of(by), post, timezone.now()
    now.save()
    told(by, "return signed", now, post=post)
    return now


def posts_of(standing: Standing, asked: DataRequest) -> list[str]:
    """The posts this person holds in the agency today; the role where there is none on record."""
    held = Holding.objects.filter(
        on(standing.today), person=standing.person, post__agency=asked.agency
    )
    titles = list(held.values_list("post__title", flat=True))
    return titles or [f"Safeguarding lead, {asked.agency.name}"]


@transaction.atomic
def answer(*, by: Acting, standing: Standing, query: Query, text: str) -> Return:
    """Answer a question; with the last one answered, the analyst has the return again."""
    now = locked(query.sent)
    permissions.check_fill_in(standing, now.request)
    rules.check_move(rules.ANSWER, Status(now.status))
    query = Query.objects.select_for_update().get(pk=query.pk)
    if query.answered_at:
        raise RefusedError("This question is answered already.")
    query.answer, query.answered_by, query.answered_at = text, person_of(by), timezone.now()
    query.save()
    if not now.queries.filter(answered_at=None).exists():
        now.status = Status.SUBMITTED
        now.save(update_fields=["status"])
    told(by, "return’s question answered", now)
    return now
