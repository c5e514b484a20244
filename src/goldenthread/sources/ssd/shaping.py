"""Shapes the dataset's tables into ours while they are text: flags, factors, and what one table
tells of another.

Each function is given every table that was loaded and returns one of ours; a row that is left out
has its fault. What must be joined by dates is done in ``joining``, once dates are dates.
"""

from collections.abc import Callable, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.nouns import Fault, Severity
from goldenthread.sources.ssd.loading import Loaded
from goldenthread.sources.ssd.outcomes import exploded, flag
from goldenthread.tables import Found, code_list

Tables = Mapping[str, Loaded]

# What the kind of an address is called that is no home.
_NO_HOMES = ("placement", "foster", "school", "hospital", "correspondence")


def shaped(name: str, tables: Tables, found: Found) -> Loaded:
    """One table of the dataset as the table of ours that it fills, still text."""
    shape = _SHAPES.get(name)
    return shape(tables, found) if shape else tables[name]


def looked_up(keys: pa.Array, table: Loaded | None, key: str, value: str) -> pa.Array:
    """What another table tells of each key: the first row with it; empty where none has it."""
    if table is None:
        return pa.array([""] * len(keys), pa.string())
    known = table.column(key)
    at = pc.index_in(pc.if_else(pc.equal(keys, ""), pa.scalar(None, pa.string()), keys), known)
    return table.column(value).take(at).fill_null("")


def _contacts(tables: Tables, found: Found) -> Loaded:
    table = tables["contacts"]
    became = flag(table, "NEW_REFERRAL_FLAG", found)
    nothing = flag(table, "NFA_FLAG", Found())  # what cannot be read was told by the line above
    return table.with_cells(became_referral=became, no_further_action=nothing)


def _early_help_episodes(tables: Tables, _found: Found) -> Loaded:
    """The dataset has no column for the stage: the reason tells it where it names one."""
    table = tables["early_help_episodes"]
    reason = pc.utf8_lower(table.column("reason"))
    stage = pa.array([""] * table.rows, pa.string())
    for words, code in (("early help", "EARLY HELP"), ("family help", "FAMILY HELP")):
        stage = pc.if_else(pc.match_substring(reason, words), code, stage)
    return table.with_cells(stage=stage)


def _cin_episodes(tables: Tables, found: Found) -> Loaded:
    table = tables["cin_episodes"]
    return table.with_cells(no_further_action=_told(table, "no_further_action", "NFA_FLAG", found))


def _cin_assessments(tables: Tables, found: Found) -> Loaded:
    table = tables["cin_assessments"]
    nothing = _told(table, "no_further_action", "NFA_FLAG", found)
    return table.with_cells(needs_social_care=_not(nothing))


def _assessment_factors(tables: Tables, found: Found) -> Loaded:
    codes = frozenset(code_list("assessment_factor").by_code)
    table = exploded(tables["assessment_factors"], "factors", codes, found)
    told = {
        "person_id": looked_up(
            table.column("assessment_id"),
            tables.get("cin_assessments"),
            "assessment_id",
            "person_id",
        ),
        "start_date": looked_up(
            table.column("assessment_id"),
            tables.get("cin_assessments"),
            "assessment_id",
            "start_date",
        ),
    }
    return _without_orphans(table.with_cells(**told), "person_id", "ssd_cin_assessments", found)


def _s47_enquiry(tables: Tables, found: Found) -> Loaded:
    table, conferences = tables["s47_enquiry"], tables.get("initial_cp_conference")
    asked_for = flag(table, "CP_CONFERENCE_FLAG", found)
    nothing = table.column("no_further_action")
    enquiry = table.column("enquiry_id")
    return table.with_cells(
        conference_not_required=pc.if_else(pc.equal(asked_for, ""), nothing, _not(asked_for)),
        conference_target=looked_up(enquiry, conferences, "enquiry_id", "target_date"),
        conference_date=looked_up(enquiry, conferences, "enquiry_id", "conference_date"),
    )


def _initial_cp_conference(tables: Tables, found: Found) -> Loaded:
    table = tables["initial_cp_conference"]
    enquiries = tables.get("s47_enquiry")
    made = table.with_cells(
        became_plan=_told(table, "became_plan", "CP_FLAG", found),
        s47_start_date=looked_up(table.column("enquiry_id"), enquiries, "enquiry_id", "start_date"),
    )
    return _held(made, pc.not_equal(made.column("conference_date"), ""), found)


def _cp_plans(tables: Tables, _found: Found) -> Loaded:
    table = tables["cp_plans"]
    day = looked_up(
        table.column("conference_id"),
        tables.get("initial_cp_conference"),
        "conference_id",
        "conference_date",
    )
    return table.with_cells(conference_date=day)


def _cp_reviews(tables: Tables, found: Found) -> Loaded:
    table = tables["cp_reviews"]
    plans = tables.get("cp_plans")
    day = looked_up(table.column("plan_id"), plans, "plan_id", "start_date")
    made = table.with_cells(plan_start_date=day)
    made = _held(made, pc.not_equal(made.column("review_date"), ""), found)
    return _without_orphans(made, "plan_start_date", "ssd_cp_plans", found)


def _cla_reviews(tables: Tables, found: Found) -> Loaded:
    table = tables["cla_reviews"]
    theirs = looked_up(table.column("cla_id"), tables.get("cla_episodes"), "cla_id", "person_id")
    told = table.column("person_id")
    made = table.with_cells(person_id=pc.if_else(pc.equal(told, ""), theirs, told))
    cancelled = pc.is_in(pc.utf8_upper(made.column("cancelled")), pa.array(["Y", "YES", "1"]))
    dated = pc.not_equal(made.column("review_date"), "")
    made = _held(made, pc.and_not(dated, cancelled), found)
    return _without_orphans(made, "person_id", "ssd_cla_episodes", found)


def _cla_health(tables: Tables, found: Found) -> Loaded:
    table = tables["cla_health"]
    status = pc.utf8_lower(table.column("status"))
    undone = pc.is_in(status, pa.array(["planned", "refused", "cancelled"]))
    return _held(table, pc.invert(undone), found)


def _person(tables: Tables, _found: Found) -> Loaded:
    table, linked = tables["person"], tables.get("linked_identifiers")
    if linked is None:
        return table
    kind = pc.utf8_lower(linked.column("identifier_type"))
    number = pc.is_in(kind, pa.array(["unique pupil number", "upn"]))
    of_pupils = linked.taken(np.flatnonzero(np.asarray(number)))
    there = looked_up(table.column("person_id"), of_pupils, "person_id", "identifier_value")
    told = table.column("upn")
    return table.with_cells(upn=pc.if_else(pc.equal(told, ""), there, told))


def _address(tables: Tables, found: Found) -> Loaded:
    """The addresses of homes. Where a child is looked after, taught or written to is none."""
    table = tables["address"]
    kind = pc.utf8_lower(table.column("address_type"))
    elsewhere = pc.match_substring_regex(kind, "|".join(_NO_HOMES))
    fault = Fault(
        "not_a_home",
        "This address is of a placement, a school or the like: only homes are kept.",
        str(table.path),
        severity=Severity.NOTE,
    )
    return _only(table, np.asarray(pc.invert(elsewhere)), fault, found)


_SHAPES: dict[str, Callable[[Tables, Found], Loaded]] = {
    "contacts": _contacts,
    "early_help_episodes": _early_help_episodes,
    "cin_episodes": _cin_episodes,
    "cin_assessments": _cin_assessments,
    "assessment_factors": _assessment_factors,
    "s47_enquiry": _s47_enquiry,
    "initial_cp_conference": _initial_cp_conference,
    "cp_plans": _cp_plans,
    "cp_reviews": _cp_reviews,
    "cla_reviews": _cla_reviews,
    "cla_health": _cla_health,
    "person": _person,
    "address": _address,
}


def _told(table: Loaded, column: str, name: str, found: Found) -> pa.Array:
    """A column where it says anything, and what stands under a name of the outcome elsewhere."""
    said = table.column(column)
    return pc.if_else(pc.equal(said, ""), flag(table, name, found), said)


def _not(flags: pa.Array) -> pa.Array:
    """Yes for no and no for yes, as text; what is neither stays as it is."""
    lower = pc.utf8_lower(flags)
    yes = pc.is_in(lower, pa.array(["y", "yes", "1", "true"]))
    no = pc.is_in(lower, pa.array(["n", "no", "0", "false"]))
    return pc.if_else(yes, "no", pc.if_else(no, "yes", flags))


def _held(table: Loaded, held: pa.Array, found: Found) -> Loaded:
    """Without what is planned, refused or cancelled: it did not happen, and is no fault."""
    return _only(
        table,
        np.asarray(held),
        Fault(
            "not_held",
            f"This row of ssd_{table.told.name} is planned, refused or cancelled: what did not "
            "happen is not kept.",
            str(table.path),
            severity=Severity.NOTE,
        ),
        found,
    )


def _without_orphans(table: Loaded, column: str, parent: str, found: Found) -> Loaded:
    """Without rows that hang on a row of another table that is not there."""
    return _only(
        table,
        np.asarray(pc.not_equal(table.column(column), "")),
        Fault(
            "parent_missing",
            f"What this row belongs to is not in {parent}: export both over the same time.",
            str(table.path),
        ),
        found,
    )


def _only(table: Loaded, keep: np.ndarray, fault: Fault, found: Found) -> Loaded:
    out = np.flatnonzero(~keep)
    if not len(out):
        return table
    found.add_each(fault, (table.place(int(row), "") for row in out), len(out))
    return table.taken(np.flatnonzero(keep), len(out))
