"""Referrals of list 3 and episodes of need of list 6, joined where that is sure enough.

A row of the table is a referral with the episode it opened. List 3 tells the referrals of six
months, list 6 the episodes open in them, of which many began long before. An episode that began on
the day of a referral of the child was opened by it. One that began later, though not by more than
an assessment may take, was opened by the child's last referral before it, unless that led to
nothing or opened another. Any other episode stands by itself, and the day it began is taken for
the day of its referral.
"""

from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from goldenthread.nouns import Fault, Severity
from goldenthread.sources.annex_a.filling import Filling, said
from goldenthread.sources.annex_a.sheets import ListSheet
from goldenthread.sources.days import months_before
from goldenthread.sources.spellings.meaning import fold
from goldenthread.tables import Conformed, table

# Nine weeks are the 45 working days that an assessment may take.
JOINED_WITHIN = timedelta(days=63)

_FAMILY_HELP = "FAMILY HELP"
_REFERRALS, _EPISODES = "referrals", "episodes"
# Of a referral that opened no episode of list 6, no list has a place for its main need.
_NOT_OF_EACH = frozenset({"primary_need"})
_OF_THE_EPISODE = ("primary_need", "closure_date", "closure_reason")


def referrals(each: ListSheet, _day: date | None, filling: Filling) -> None:
    """List 3, held until the episodes are known."""
    columns = table("cin_episodes").by_name
    fields = {field: field for field in each.list.fields if field in columns}
    filling.held.setdefault(_REFERRALS, []).append(filling.conformed("cin_episodes", each, fields))


def child_in_need(each: ListSheet, day: date | None, filling: Filling) -> None:
    """List 6, held until the referrals are known; and the plans its status tells of."""
    fields = {"person_id": "person_id", "referral_date": "start_date", "team": "team"}
    fields |= {name: name for name in _OF_THE_EPISODE}
    filling.held.setdefault(_EPISODES, []).append(filling.conformed("cin_episodes", each, fields))
    _plans(each, day, filling)


def _plans(each: ListSheet, day: date | None, filling: Filling) -> None:
    """A plan for each child whose status is one; the list does not say when the plan began.

    It is told from the day of the lists on. From any earlier day it would be told of lists drawn up
    before this one too, which do not have it.
    """
    only = _one_of_each_child(
        [
            child if is_plan(status) and not said(closed) else ""
            for child, status, closed in zip(
                each.texts("person_id"),
                each.texts("status"),
                each.texts("closure_date"),
                strict=True,
            )
        ]
    )
    if not any(only):
        return
    filling.found.add(
        Fault(
            "plan_start_taken",
            "List 6 says when the episode of need began, and no list when a child in need plan "
            "did: it cannot be known. The plan is told of the day of the lists alone, so count "
            "plans on that day and no starts.",
            filling.file,
            f"sheet {each.sheet.name}",
            Severity.NOTE,
        )
    )
    fields = {"person_id": "person_id"}
    # The list's own words for a plan say nothing of its stage; a council's Family Help does.
    made = {
        "stage": [_FAMILY_HELP if _is_family_help(text) else "" for text in each.texts("status")]
    }
    if day is None:
        fields["start_date"] = "start_date"
    else:
        made["start_date"] = [day.isoformat()] * len(only)
    filling.add("cin_plans", each, fields, made=made, only=only)


def _one_of_each_child(children: list[str]) -> list[bool]:
    """Which rows are the first of their child: the status is the child's, and a child with two
    open episodes has it in both."""
    seen: set[str] = set()
    first = []
    for child in children:
        known = child.strip()
        first.append(bool(known) and known not in seen)
        seen.add(known)
    return first


def is_plan(status: str) -> bool:
    """Whether a case status of list 6 is a child in need plan, and no other plan or care."""
    folded = fold(status)
    named = "in need" in folded or _is_family_help(status)
    return named or folded in ("cin", "cin plan", "c")


def _is_family_help(status: str) -> bool:
    return "family help" in fold(status)


def join_episodes(filling: Filling, day: date | None) -> None:
    """Referrals and episodes, as held, into one table."""
    if not filling.held:
        return
    untold = _NOT_OF_EACH if _EPISODES in filling.held else {*_OF_THE_EPISODE}
    told = _together(filling.held.pop(_REFERRALS, []))
    opened = _together(filling.held.pop(_EPISODES, []))
    name = "cin_episodes"
    for part in (told, opened):
        filling.count(name, part.came_in, part.rows.num_rows)
    by_referral = _opened_by(told.rows, opened.rows)
    if told.came_in:
        _say_what_was_joined(told, opened, by_referral, day, filling)
    joined = pa.array([by_referral.get(row) for row in range(told.rows.num_rows)], pa.int64())
    rows = told.rows
    for column in _OF_THE_EPISODE:
        place = rows.schema.get_field_index(column)
        rows = rows.set_column(place, rows.schema.field(column), opened.rows[column].take(joined))
    filling.put(name, rows, told.place, frozenset(untold))
    taken = set(by_referral.values())
    alone = [row for row in range(opened.rows.num_rows) if row not in taken]
    filling.put(
        name,
        opened.rows.take(pa.array(alone, pa.int64())),
        lambda row, column: opened.place(alone[row], column),
        _NOT_OF_EACH,
    )


def _together(parts: list[Conformed]) -> Conformed:
    """The rows of several sheets of one list as one."""
    if not parts:
        return Conformed(table("cin_episodes").empty(), 0, lambda row, _column: f"row {row + 1}")
    if len(parts) == 1:
        return parts[0]
    ends = np.cumsum([part.rows.num_rows for part in parts])

    def place(row: int, column: str) -> str:
        part = int(np.searchsorted(ends, row, side="right"))
        return parts[part].place(row - (int(ends[part - 1]) if part else 0), column)

    rows = pa.concat_tables([part.rows for part in parts]).combine_chunks()
    return Conformed(rows, sum(part.came_in for part in parts), place)


def _opened_by(told: pa.Table, opened: pa.Table) -> dict[int, int]:
    """The row of the episode that each referral opened, by the row of the referral."""
    of_child: dict[str, list[tuple[date, int]]] = {}
    nothing = told["no_further_action"].to_pylist()
    for row, (child, day) in enumerate(_child_days(told)):
        of_child.setdefault(child, []).append((day, row))
    episodes = sorted(enumerate(_child_days(opened)), key=lambda each: each[1])
    found: dict[int, int] = {}
    later: list[tuple[int, tuple[str, date]]] = []
    for row, (child, start) in episodes:
        same = (at for day, at in of_child.get(child, ()) if day == start and at not in found)
        referral = next(same, None)
        if referral is None:
            later.append((row, (child, start)))
        else:
            found[referral] = row
    for row, (child, start) in later:
        before = [
            (day, at)
            for day, at in of_child.get(child, ())
            if at not in found and not nothing[at] and day < start <= day + JOINED_WITHIN
        ]
        if before:
            found[max(before)[1]] = row
    return found


def _child_days(rows: pa.Table) -> list[tuple[str, date]]:
    return list(zip(rows["person_id"].to_pylist(), rows["referral_date"].to_pylist(), strict=True))


def _say_what_was_joined(
    told: Conformed,
    opened: Conformed,
    by_referral: dict[int, int],
    day: date | None,
    filling: Filling,
) -> None:
    days, starts = _child_days(told.rows), _child_days(opened.rows)
    later = [row for at, row in by_referral.items() if days[at] != starts[row]]
    _say(
        filling,
        opened,
        later,
        "episode_joined",
        "The episode began after the day of the child's referral, and is taken to be opened by it.",
        Severity.NOTE,
    )
    if day is None:
        return
    reach = months_before(day, 6)
    taken = set(by_referral.values())
    alone = [
        row for row, (_, start) in enumerate(starts) if row not in taken and reach <= start <= day
    ]
    _say(
        filling,
        opened,
        alone,
        "episode_without_referral",
        "The episode began within the six months of list 3, which has no referral of the child "
        "that can have opened it: the day it began is counted as a referral; see why it is not in "
        "list 3.",
        Severity.WARNING,
    )


def _say(
    filling: Filling,
    opened: Conformed,
    rows: list[int],
    rule: str,
    message: str,
    severity: Severity,
) -> None:
    if rows:
        fault = Fault(rule, message, filling.file, severity=severity)
        places = (opened.place(row, "referral_date") for row in rows)
        filling.found.add_each(fault, places, len(rows))
