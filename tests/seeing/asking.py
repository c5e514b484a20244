"""Asks for every page as every role, and says what became of it; what was written is undone."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from unittest.mock import patch

from django.apps import apps
from django.db import connection, transaction
from django.http import HttpResponse

from goldenthread_site.accounts.roles import Role
from tests.seeing.belonging import Whose
from tests.seeing.line import Line
from tests.seeing.world import World

OPENS, SHOWN, NOT_SHOWN, DOES = "● opens", "● in it", "○ not in it", "◆ done"
NOTHING_DONE = "○ nothing done"
BY_STATUS = {403: "✕ refused", 404: "○ not there"}
REFUSED = frozenset(BY_STATUS.values())
# Written while someone only reads: sessions, and pages made ready beforehand.
PASSING = frozenset({"django_session", "figures_letout", "figures_prepared"})
_WRITE = re.compile(r'\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)', re.I)
_REFUSAL = "goldenthread_site.directory.middleware.render"
_NOT_THERE = "goldenthread_site.config.urls.handler404"
_AT_THE_DOOR = {"X-Refused": "at the door"}
FILES = {
    "upload": b"Line,2020-21 Q1\nNotices that reached the school in time,33.3\n",
    "schools": b"URN,Name\n900001,A made-up school\n",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One question: may this role do this with what belongs to them."""

    title: str
    whose: Whose
    role: Role


@dataclass
class Found:
    """``faults``: what no table may hold, such as a refusal that wrote something all the same."""

    answers: dict[Cell, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one request. The same request of the same person is made once."""

    status: int
    content: str
    written: frozenset[str]
    location: str
    at_the_door: bool


def ask(world: World, lines: tuple[Line, ...]) -> Found:
    """Every line as every role."""
    found, asked = Found(), Asking(world)
    before = kept()
    # How a refusal looks is tested elsewhere; drawn thousands of times it would take minutes.
    with patch(_REFUSAL, _refusal), patch(_NOT_THERE, _not_there, create=True):
        for line in lines:
            for whose in line.of:
                for role in Role:
                    cell = Cell(line.title, whose, role)
                    found.answers[cell] = asked.about(line, cell)
    after = kept()
    found.faults += asked.faults
    found.faults += [
        f"{name}: {after[name]} rows, and {before[name]} before"
        for name in after
        if after[name] != before[name]
    ]
    return found


def kept() -> Counter[str]:
    """How many rows each table holds, the trail's too."""
    rows: Counter[str] = Counter()
    for model in apps.get_models():
        if model._meta.db_table not in PASSING:
            rows[model._meta.db_table] = model._base_manager.count()
    return rows


def _refusal(*_: Any, **__: Any) -> HttpResponse:
    return HttpResponse(status=403, headers=_AT_THE_DOOR)


def _not_there(*_: Any, **__: Any) -> HttpResponse:
    return HttpResponse(status=404)


class Asking:
    """Asks on behalf of each person of a world, and remembers what was answered."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.faults: list[str] = []
        self.known: dict[tuple[Any, ...], Answer] = {}

    def about(self, line: Line, cell: Cell) -> str:
        """The answer for a cell: to looking, to doing, or to both where they differ."""
        looked = self._told(line, cell, None) if line.look else ""
        if line.sent is None:
            return looked
        done = self._told(line, cell, line.sent)
        return done if looked in ("", done) else f"{looked}, {done}"

    def _told(self, line: Line, cell: Cell, sent: Mapping[str, str] | None) -> str:
        given = self.world.given(cell.whose, cell.role)
        answer = self._answer(line, cell, given, sent)
        if answer.status in BY_STATUS:
            if answer.written:
                self.faults.append(f"{cell}: refused, and wrote {sorted(answer.written)}")
            return BY_STATUS[answer.status]
        if answer.status >= 400 and answer.status != 409:
            self.faults.append(f"{cell}: answered with {answer.status}")
        if line.shows and (sent is not None or line.sent is None):
            return SHOWN if given[line.shows] in answer.content else NOT_SHOWN
        if sent is not None:
            return DOES if answer.written or not line.writes else NOTHING_DONE
        return f"→ {answer.location}" if answer.status == 302 else OPENS

    def _answer(
        self, line: Line, cell: Cell, given: dict[str, str], sent: Mapping[str, str] | None
    ) -> Answer:
        address = line.address.format_map(given)
        filled = None if sent is None else {k: v.format_map(given) for k, v in sent.items()}
        key = (cell.role, address, None if filled is None else tuple(filled.items()))
        # The door knows roles and addresses, and looks at no row: whose it is cannot matter there.
        door = (cell.role, line.address, filled is None)
        if door in self.known:
            return self.known[door]
        if key not in self.known:
            self.known[key] = self._asked(line, cell.role, address, filled)
            if self.known[key].at_the_door:
                self.known[door] = self.known[key]
        return self.known[key]

    def _asked(self, line: Line, role: Role, address: str, sent: dict[str, str] | None) -> Answer:
        secret = self.world.tokens[role]
        headers = {"Authorization": f"Bearer {secret}"} if line.program else {}
        client = self.world.clients[role]
        with undone() as written:
            if sent is None:
                answer = client.get(address, headers=headers)
            else:
                answer = client.post(address, _with_file(sent), headers=headers)
            content = answer.getvalue().decode(errors="replace")
        location = answer.headers.get("location", "").partition("?")[0]
        at_the_door = "X-Refused" in answer.headers
        return Answer(answer.status_code, content, frozenset(written), location, at_the_door)


def _with_file(sent: dict[str, str]) -> dict[str, Any]:
    if "file" not in sent:
        return dict(sent)
    file = BytesIO(FILES[sent["file"]])
    file.name = f"{sent['file']}.csv"
    return {**sent, "file": file}


@contextmanager
def undone() -> Iterator[set[str]]:
    """The tables written to within it; what was written is taken back."""
    written: set[str] = set()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if found := _WRITE.match(sql):
            written.update({found[1]} - PASSING)
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(note):
        yield written
        transaction.set_rollback(bool(written))
