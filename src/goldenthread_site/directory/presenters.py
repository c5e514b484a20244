"""Agencies and what became of them in words; and how the trail tells what was done here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.nouns import GoldenThreadError
from goldenthread.nouns.register import area
from goldenthread_site.design.pages import day
from goldenthread_site.directory.actions.schools import what_would_change
from goldenthread_site.directory.models import Agency, Membership, Setting, Succession
from goldenthread_site.directory.reading_schools import Row as SchoolRow
from goldenthread_site.directory.rules import day_before
from goldenthread_site.directory.standing import Standing
from goldenthread_site.trail.presenters import Told, presents


def listed(words: Sequence[str]) -> str:
    """ "Luton", "Luton and Bedford", "Luton, Bedford and Milton Keynes"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def footprint_in_words(codes: Iterable[str]) -> str:
    """The councils whose children an agency’s own figures are about, by the core’s register."""
    names = []
    for code in codes:
        try:
            names.append(area(code).called)
        except GoldenThreadError:
            names.append(f"an area the register does not know ({code})")
    return listed(names) or "not said yet"


def standing_in_words(standing: str) -> str:
    """Safeguarding partner, relevant agency, other."""
    return str(Membership.Standing(standing).label)


def what_became(agency: Agency, after: Sequence[Succession]) -> str:
    """ "until 30 June 2022; then merged into X"; empty where it goes on."""
    parts = [f"until {day(agency.ended)}"] if agency.ended else []
    by_way: dict[tuple[date, str], list[str]] = {}
    for each in after:
        by_way.setdefault((each.on, each.how), []).append(each.successor.name)
    for (on, how), names in by_way.items():
        when = "then" if agency.ended == day_before(on) else f"from {day(on)}"
        parts.append(f"{when} {Succession.How(how).label} {listed(names)}")
    return "; ".join(parts)


def what_it_came_from(before: Sequence[Succession]) -> list[str]:
    """One line for each: "Luton CCG was merged into it on 1 July 2022"."""
    said = {"merged": "was merged into it", "replaced": "was replaced by it"}
    return [
        f"{each.predecessor.name} {said.get(each.how, 'was split, and part of it is this')}"
        f" on {day(each.on)}"
        for each in before
    ]


@dataclass(frozen=True, slots=True)
class Row:
    """An agency in a list: where it works, since when, until when and what became of it."""

    agency: Agency
    footprint: str
    since: date
    became: str = ""


def by_standing(members: Iterable[Membership]) -> list[tuple[str, list[Row]]]:
    """Those that take part, under the plural of each standing."""
    found: dict[str, list[Row]] = {each: [] for each in Membership.Standing.values}
    for each in members:
        found[each.standing].append(_row(each))
    return [
        (_PLURAL[Membership.Standing(standing)], rows) for standing, rows in found.items() if rows
    ]


def past(members: Iterable[Membership]) -> list[Row]:
    """Those that used to, each once, with what became of it."""
    rows: dict[int, Row] = {}
    for each in members:
        after = list(each.agency.succeeded_by.all())
        became = what_became(each.agency, after) or f"until {day(each.until)}"
        rows[each.agency_id] = _row(each, became)
    return sorted(rows.values(), key=lambda row: row.agency.name)


def places(agency: Agency, standing: Standing) -> list[tuple[str, str]]:
    """Where it takes part: a partnership, and as what from when to when.

    Other partnerships are named, since who takes part in one is public; nothing else of them is.
    """
    told = []
    for each in sorted(agency.memberships.all(), key=lambda each: each.since):
        ends = f" until {day(each.until)}" if each.until else ""
        told.append(
            (
                each.partnership.name,
                f"{standing_in_words(each.standing)} from {day(each.since)}{ends}",
            )
        )
    here = standing.partnership.name if standing.partnership else ""
    return sorted(told, key=lambda pair: pair[0] != here)


def _row(place: Membership, became: str = "") -> Row:
    return Row(place.agency, footprint_in_words(place.agency.footprint), place.since, became)


_PLURAL = {
    Membership.Standing.PARTNER: "Safeguarding partners",
    Membership.Standing.RELEVANT: "Relevant agencies",
    Membership.Standing.OTHER: "Others",
}


def _on(text: object) -> str:
    return day(date.fromisoformat(str(text))) if text else "no day"


@presents("partnership begun")
def _partnership_begun(told: Told) -> str:
    return f"Began {told.subject}"


@presents("partnership described")
def _partnership_described(told: Told) -> str:
    former, name = told.detail.get("from"), told.detail.get("to")
    renamed = f", until then called {former}" if former != name else ""
    return f"Said what {name or told.subject} is: its name, councils and colour{renamed}"


@presents("agency added")
def _agency_added(told: Told) -> str:
    standing = told.detail.get("standing")
    if standing not in Membership.Standing.values:
        return f"Added {told.subject}"
    words = standing_in_words(str(standing)).lower()
    return f"Added {told.subject} as {words} from {_on(told.detail.get('since'))}"


@presents("agency renamed")
def _agency_renamed(told: Told) -> str:
    if "to" not in told.detail:
        return f"Renamed {told.subject}"
    former, name = told.detail.get("from"), told.detail["to"]
    return f"Renamed {former} to {name} from {_on(told.detail.get('on'))}"


@presents("footprint changed")
def _footprint_changed(told: Told) -> str:
    where = footprint_in_words(told.detail.get("to", ()))
    return f"Changed where {told.subject} works to {where}"


@presents("agency ended")
def _agency_ended(told: Told) -> str:
    where = "in this partnership " if told.detail.get("exists") else ""
    return f"Ended {told.subject} {where}after {_on(told.detail.get('until'))}"


@presents("succession recorded")
def _succession(told: Told) -> str:
    how = told.detail.get("how")
    if how not in Succession.How.values:
        return f"Recorded what became of {told.subject}"
    words = Succession.How(str(how)).label
    return f"{told.subject} {words} {told.detail['successor']} on {_on(told.detail.get('on'))}"


@presents("group added")
def _group_added(told: Told) -> str:
    return f"Added the group {told.subject}{_shared(told)}"


@presents("group changed")
def _group_changed(told: Told) -> str:
    former, name = told.detail.get("from"), told.detail.get("to")
    what = [f"renamed from {former}"] if former != name else []
    what += ["with new terms"] if told.detail.get("terms") else []
    what += [f"ended after {_on(told.detail['ended'])}"] if told.detail.get("ended") else []
    return f"Changed the group {told.subject}{': ' if what else ''}{listed(what)}{_shared(told)}"


def _shared(told: Told) -> str:
    with_whom = [str(each) for each in told.detail.get("shared_with", ())]
    return f", shared with {listed(with_whom)}" if with_whom else ""


@presents("post added")
def _post_added(told: Told) -> str:
    return f"Added the post {told.subject}{_place(told)}"


@presents("post given")
def _post_given(told: Told) -> str:
    return f"Someone holds {told.subject}{_place(told)} from {_on(told.detail.get('since'))}"


@presents("post left")
def _post_left(told: Told) -> str:
    return f"Nobody holds {told.subject}{_place(told)} after {_on(told.detail.get('until'))}"


def _place(told: Told) -> str:
    return f" in {told.detail['place']}" if "place" in told.detail else ""


_DONE = {
    "new": "new",
    "changed": "changed",
    "ended": "ended",
    "reopened": "opened again",
    "leads": "with another safeguarding lead",
}


def schools_done(done: Mapping[str, Any]) -> str:
    """ "Schools: 3 new and 1 ended."."""
    numbers = [f"{done[key]} {word}" for key, word in _DONE.items() if done.get(key)]
    return f"Schools: {listed(numbers) or 'the list says nothing new'}."


def schools_to_bring_in(known: Mapping[str, Setting], rows: Sequence[SchoolRow]) -> dict[str, Any]:
    """What the page before the writing shows: what would change, or the faults beside the rows."""
    shown = [(row, what_would_change(known.get(row.urn), row)) for row in rows]
    there = {row.urn for row in rows}
    return {
        "faulty": [row for row in rows if row.faults],
        "rows": [(row, _DONE.get(what, "")) for row, what in shown if what],
        "same": sum(not what for _, what in shown),
        "leads": sum(bool(row.lead) for row in rows),
        "not_named": sum(not each.ended for urn, each in known.items() if urn not in there),
    }


@presents("schools brought in")
def _schools(told: Told) -> str:
    return "Brought in a list. " + schools_done(told.detail)


@presents("safeguarding lead named")
def _lead(told: Told) -> str:
    return f"{told.subject} has another safeguarding lead from {_on(told.detail.get('since'))}"
