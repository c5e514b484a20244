"""What the pages of this room show, worked out from what the queries gave."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.nouns import Period, Quality
from goldenthread_site.directory.standing import Standing
from goldenthread_site.returns import permissions, queries
from goldenthread_site.returns.checking import Answer
from goldenthread_site.returns.forms import Lines
from goldenthread_site.returns.models import Cell, DataRequest, Query, Return
from goldenthread_site.returns.rules import (
    OPEN_READINGS,
    CellState,
    Progress,
    ReadingState,
    Status,
    progress_of,
    unanswered,
)
from goldenthread_site.returns.templates import Line, ReturnTemplate

_STANDS = {Status.SUBMITTED, Status.QUERIED, Status.ACCEPTED}
TAGS = {
    Progress.NOT_DUE: "govuk-tag--grey",
    Progress.DUE: "govuk-tag--yellow",
    Progress.LATE: "govuk-tag--red",
    Progress.RECEIVED: "govuk-tag--blue",
    Progress.QUERIED: "govuk-tag--purple",
    Progress.ACCEPTED: "govuk-tag--green",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One request in a list. ``step`` is what this person can do about it now, or nothing."""

    request: DataRequest
    progress: Progress
    step: str

    @property
    def tag(self) -> str:
        """The colour of its tag; the words beside it say the same."""
        return TAGS[self.progress]


def standing_version(versions: Iterable[Return]) -> Return | None:
    """The newest version that left the agency and has not given way."""
    return next((each for each in versions if each.status in _STANDS), None)


def row_of(standing: Standing, asked: DataRequest) -> Row:
    """A request as this person sees it; ``asked.readable`` holds the versions, newest first."""
    readable: Sequence[Return] = asked.readable  # type: ignore[attr-defined]
    newest = standing_version(readable)
    progress = progress_of(asked.due, standing.today, Status(newest.status) if newest else None)
    return Row(asked, progress, step_of(standing, asked, readable))


def step_of(standing: Standing, asked: DataRequest, readable: Sequence[Return]) -> str:
    """What this person can do about a request now, in a few words."""
    draft = next((each for each in readable if each.status == Status.DRAFT), None)
    sent = standing_version(readable)
    if permissions.can_fill_in(standing, asked):
        if draft:
            return "Go on with the draft"
        if sent is None:
            return "Fill it in"
        if sent.status == Status.QUERIED:
            return "Answer the question"
        if not sent.signed_at and permissions.can_sign(standing, asked):
            return "Sign it"
    if permissions.can_check(standing, asked) and sent is not None:
        return "Check it" if sent.status == Status.SUBMITTED and sent.signed_at else ""
    return ""


def rows_of(standing: Standing) -> list[Row]:
    """Every request that this person may know of, the first due first."""
    return [row_of(standing, each) for each in queries.with_versions(standing)]


def counted(rows: Iterable[Row]) -> list[tuple[Progress, int]]:
    """How many stand where, in the order of a request’s life."""
    found = Counter(each.progress for each in rows)
    return [(each, found[each]) for each in Progress if found[each]]


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a version as a table shows it."""

    line: Line
    text: str
    typed: str
    place: str
    before: str = ""


def shown(line: Line, cell: Cell | None) -> str:
    """A cell’s answer in words: a number with its unit, or why there is none."""
    if cell is None or not cell.state:
        return "no answer"
    state = CellState(cell.state)
    if state is CellState.VALUE and cell.value is not None:
        return f"{cell.value:,.{cell.decimals}f}{_AFTER.get(line.unit.value, '')}"
    if state is CellState.NIL and cell.value is not None:
        return "0 (nil)"
    return state.words


_AFTER = {"percent": "%", "days": " days"}
SUFFIXES = {"percent": "%", "days": "days", "pounds": "£"}


def lines_of(sent: Return, before: Return | None = None) -> list[Told]:
    """Every line of a version, beside what was accepted for the period before."""
    cells = {each.line: each for each in sent.cells.all()}
    earlier = {each.line: each for each in before.cells.all()} if before else {}
    return [
        Told(
            line,
            shown(line, cells.get(line.key)),
            cells[line.key].typed if line.key in cells else "",
            cells[line.key].place if line.key in cells else "",
            shown(line, earlier[line.key]) if line.key in earlier else "",
        )
        for line in sent.request.asked.line
    ]


@dataclass(frozen=True, slots=True)
class Matrix:
    """What came for one template and period: a line by line table, an agency to a column."""

    template: ReturnTemplate
    period: Period
    agencies: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[tuple[str, str], ...]


def matrix(
    template: ReturnTemplate,
    period: Period,
    agencies: Sequence[tuple[int, str]],
    requests: Iterable[DataRequest],
    today: date,
) -> Matrix:
    """Each agency’s answer to each line, nothing left blank: not asked, not due, not returned."""
    columns = list(_columns(agencies, requests))
    rows = [
        (line.words, tuple(_came(line, asked, today) for _, asked in columns))
        for line in template.line
    ]
    notes = [
        (name, note)
        for name, asked in columns
        if asked and (sent := standing_version(asked.readable))  # type: ignore[attr-defined]
        for note in notes_of(sent)
    ]
    return Matrix(template, period, tuple(name for name, _ in columns), tuple(rows), tuple(notes))


def _columns(
    agencies: Sequence[tuple[int, str]], requests: Iterable[DataRequest]
) -> Iterable[tuple[str, DataRequest | None]]:
    """One for each agency, or for each council that it was asked about where it was for several."""
    asked: dict[int, list[DataRequest]] = {}
    for each in requests:
        asked.setdefault(each.agency_id, []).append(each)
    for number, name in agencies:
        found = sorted(asked.get(number, ()), key=lambda one: one.area.name)
        if len(found) < 2:
            yield name, next(iter(found), None)
        else:
            yield from ((f"{name}, {each.area.name}", each) for each in found)


def notes_of(sent: Return) -> list[str]:
    """What has to be said wherever a version’s numbers are shown: no table goes without it."""
    asked, notes = sent.request, []
    if sent.status != Status.ACCEPTED:
        notes.append(f"{sent.status_words}: not accepted yet.")
    if sent.footprint != asked.footprint:
        notes.append(f"Counts {sent.area.name}, not {asked.area.name}.")
    if sent.period_code != asked.period_code:
        notes.append(f"Is about {sent.period.words}, not {asked.period.words}.")
    if sent.quality != Quality.GOOD:
        notes.append(f"{sent.get_quality_display()}.")
    return [*notes, sent.note] if sent.note else notes


def _came(line: Line, asked: DataRequest | None, today: date) -> str:
    if asked is None:
        return CellState.NOT_ASKED.words
    sent = standing_version(asked.readable)  # type: ignore[attr-defined]
    if sent is None:
        return unanswered(asked.due, today).words
    cell = next((each for each in sent.cells.all() if each.line == line.key), None)
    return shown(line, cell)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a version, with the words of the line it is about."""

    query: Query
    line: str


def questions_of(sent: Return) -> list[Asked]:
    """Every question about a version, in the order they were asked."""
    found = []
    for each in sent.queries.all():
        line = sent.request.asked.find(each.line)
        found.append(Asked(each, line.words if line else "The return as a whole"))
    return found


def answered(answer: Answer) -> str:
    """An answer that is not settled yet, in the words a settled one will have."""
    cell = Cell(state=answer.state, value=answer.value, decimals=answer.decimals)
    return shown(answer.line, cell)


def named_errors(form: Lines) -> list[dict[str, str]]:
    """What an error summary lists: each fault under the words of its line."""
    if not form.is_bound:
        return []
    return [
        {"text": f"{form[key].label}: {fault}", "href": f"#{form[key].auto_id}"}
        for key in form.fields
        for fault in form[key].errors
    ]


def steps_of(state: ReadingState) -> list[dict[str, Any]]:
    """The steps of a reading that is still open, as a task list shows them."""
    done = {"text": "Done"}
    now = {"tag": {"text": "Now", "classes": "govuk-tag--blue"}}
    steps: list[dict[str, Any]] = [{"title": {"text": "The file is kept"}, "status": done}]
    at = OPEN_READINGS.index(state) if state in OPEN_READINGS else len(OPEN_READINGS)
    for number, each in enumerate(OPEN_READINGS):
        status = done if number < at else now if number == at else {"text": "Not yet"}
        steps.append({"title": {"text": each.words}, "status": status})
    return steps
