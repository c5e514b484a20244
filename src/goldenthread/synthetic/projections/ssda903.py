"""The return of children looked after of a year: every table of it, as CSV files.

Who was looked after on any day of the year is there with the episodes that touch it, and so are
care leavers with the birthday they had in it. Neither the distance of a placement nor whether it is
in the area is returned.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.projections.texts import Column, british, csv, in_words, text, yes_no
from goldenthread.synthetic.projections.view import View

# When the return changed: sex as letters, supported accommodation, workers, deprivation of liberty.
SEX_IN_LETTERS_FROM, SUPPORTED_FROM, WORKERS_FROM, LIBERTY_FROM = 2025, 2025, 2024, 2027

Table = Mapping[str, Column]


def write(view: View, folder: Path) -> Sequence[Path]:
    """A file for each table of the return, named as the national guidance names the tables."""
    return [csv(folder / f"{name}.csv", table) for name, table in returned(view).items()]


def returned(view: View) -> dict[str, Table]:
    """The tables of the return, each with its columns in order, as text."""
    episodes = view.reaching("cla_episodes")
    cared = pc.unique(episodes["person_id"].combine_chunks())
    leavers, adopted = _leavers(view), _adopted(view)
    every = [cared, *_chunks(leavers["CHILD"]), *_chunks(adopted["CHILD"])]
    made = {
        "header": header(view, pc.unique(pa.chunked_array(every, pa.string()))),
        "episodes": _episodes(view, episodes),
        "reviews": _reviews(view, cared),
        "uasc": _asylum(view, cared),
        "oc2": _outcomes(view),
        "oc3": leavers,
        "ad1": adopted,
        "placed_for_adoption": _decided(view, cared),
        "previous_permanence": _before(view, cared),
        "missing": _missing(view, cared),
    }
    if view.year >= WORKERS_FROM:
        made["sw_episodes"] = _workers(view, episodes)
    if view.year >= LIBERTY_FROM:
        made["dolo"] = _liberty(view, cared)
    return made


def header(view: View, children: pa.Array) -> Table:
    """Who the children are; a pupil number, or the reason why there is none."""
    person = view["person"]
    rows = person.take(pc.index_in(children, view.people))
    mother = view["mother"]
    at = pc.index_in(children, mother["person_id"].combine_chunks())
    born = mother["child_birth_date"].combine_chunks().take(at)
    return {
        "CHILD": rows["person_id"],
        "SEX": _sex(view, rows["sex"]),
        "DOB": british(rows["birth_date"]),
        "ETHNIC": rows["ethnicity"],
        "UPN": pc.coalesce(rows["upn"], rows["upn_unknown"]),
        "MOTHER": pc.if_else(pc.is_valid(born), pa.scalar("1"), pa.scalar(None, pa.string())),
        "MC_DOB": british(born),
    }


def _chunks(column: Column) -> list[pa.Array]:
    return column.chunks if isinstance(column, pa.ChunkedArray) else [column]


def _sex(view: View, sex: Column) -> pa.Array:
    return sex if view.year >= SEX_IN_LETTERS_FROM else in_words(sex, {"M": "1", "F": "2"})


def _child(view: View, rows: pa.Table) -> dict[str, Column]:
    return {"CHILD": rows["person_id"], "DOB": british(view.child(rows, "birth_date"))}


def _of(rows: pa.Table, children: pa.Array) -> pa.Table:
    return rows.filter(pc.is_in(rows["person_id"], children))


def _episodes(view: View, rows: pa.Table) -> Table:
    return {
        "CHILD": rows["person_id"],
        "DECOM": british(rows["start_date"]),
        "RNE": rows["start_reason"],
        "LS": rows["legal_status"],
        "CIN": rows["primary_need"],
        "PLACE": placed_as(view, rows),
        "PLACE_PROVIDER": rows["placement_provider"],
        "DEC": british(rows["end_date"]),
        "REC": rows["end_reason"],
        "REASON_PLACE_CHANGE": rows["placement_change_reason"],
        "HOME_POST": rows["home_postcode"],
        "PL_POST": rows["placement_postcode"],
        "URN": rows["placement_urn"],
    }


def placed_as(view: View, rows: pa.Table) -> Column:
    """Kinds of placement as the year writes them: supported accommodation was something else."""
    kinds = rows["placement_type"]
    return kinds if view.year >= SUPPORTED_FROM else in_words(kinds, {"K3": "H5"})


def _reviews(view: View, children: pa.Array) -> Table:
    rows = _of(view.within("cla_reviews", "review_date"), children)
    return {
        **_child(view, rows),
        "REVIEW": british(rows["review_date"]),
        "REVIEW_CODE": rows["participation"],
    }


def _asylum(view: View, children: pa.Array) -> Table:
    rows = view["immigration_status"]
    rows = _of(rows.filter(pc.equal(rows["status"], "UASC")), children)
    return {
        "CHILD": rows["person_id"],
        "SEX": _sex(view, view.child(rows, "sex")),
        "DOB": british(view.child(rows, "birth_date")),
        "DUC": british(rows["end_date"]),
    }


def _outcomes(view: View) -> Table:
    rows = view.within("cla_yearly_outcomes", "year_end")
    flags = {
        "CONVICTED": "convicted",
        "HEALTH_CHECK": "health_check",
        "IMMUNISATIONS": "immunisations",
        "TEETH_CHECK": "teeth_check",
        "HEALTH_ASSESSMENT": "health_assessment",
        "SUBSTANCE_MISUSE": "substance_misuse",
        "INTERVENTION_RECEIVED": "intervention_received",
        "INTERVENTION_OFFERED": "intervention_offered",
    }
    return {
        **_child(view, rows),
        "SDQ_SCORE": text(rows["sdq_score"]),
        "SDQ_REASON": rows["sdq_reason"],
        **{name: yes_no(rows[column], "1", "0") for name, column in flags.items()},
    }


def _leavers(view: View) -> Table:
    rows = view.within("care_leavers", "reported_on")
    suffix = pc.fill_null(yes_no(rows["suitable"], "1", "2"), "")
    return {
        **_child(view, rows),
        "IN_TOUCH": rows["in_touch"],
        "ACTIV": rows["activity"],
        "ACCOM": pc.binary_join_element_wise(rows["accommodation"], suffix, ""),
    }


def _adopted(view: View) -> Table:
    rows = view["permanence"]
    day = pc.fill_null(pc.greater_equal(rows["order_date"], pa.scalar(view.first)), False)
    rows = rows.filter(day)
    return {
        **_child(view, rows),
        "DATE_INT": british(rows["decision_date"]),
        "DATE_MATCH": british(rows["matched_date"]),
        "FOSTER_CARE": yes_no(rows["adopter_was_carer"], "1", "0"),
        "NB_ADOPTR": text(rows["adopters"]),
        "SEX_ADOPTR": rows["adopters_sex"],
        "LS_ADOPTR": rows["adopters_status"],
    }


def _decided(view: View, children: pa.Array) -> Table:
    """Decisions that held on any day of the year."""
    rows = _of(view.reaching("permanence", "reversed_date"), children)
    ended = pc.fill_null(pc.less(rows["order_date"], pa.scalar(view.first)), False)
    rows = rows.filter(pc.invert(ended))
    return {
        **_child(view, rows),
        "DATE_PLACED": british(rows["decision_date"]),
        "DATE_PLACED_CEASED": british(rows["reversed_date"]),
        "REASON_PLACED_CEASED": rows["reversed_reason"],
    }


def _before(view: View, children: pa.Array) -> Table:
    rows = _of(view["cla_previous_permanence"], children)
    return {
        **_child(view, rows),
        "PREV_PERM": rows["option"],
        "LA_PERM": rows["order_area"],
        "DATE_PERM": rows["order_date"],
    }


def _missing(view: View, children: pa.Array) -> Table:
    rows = _of(view.reaching("missing"), children)
    return {
        **_child(view, rows),
        "MISSING": rows["missing_type"],
        "MIS_START": british(rows["start_date"]),
        "MIS_END": british(rows["end_date"]),
    }


def _workers(view: View, episodes: pa.Table) -> Table:
    """Social workers while the child is looked after, and not those before or afterwards."""
    rows = view.reaching("involvements")
    rows = rows.filter(pc.equal(rows["role"], "Social worker"))
    ends = pc.fill_null(episodes["end_date"], view.last)
    stays = pa.table(
        {"person_id": episodes["person_id"], "from": episodes["entered_care_date"], "to": ends}
    )
    stays = stays.group_by(["person_id"]).aggregate([("from", "min"), ("to", "max")])
    at = pc.index_in(rows["person_id"].combine_chunks(), stays["person_id"].combine_chunks())
    begins = stays["from_min"].combine_chunks().take(at)
    until = stays["to_max"].combine_chunks().take(at)
    inside = pc.and_(
        pc.greater_equal(rows["start_date"], begins), pc.less_equal(rows["start_date"], until)
    )
    rows = rows.filter(pc.fill_null(inside, False))
    return {
        **_child(view, rows),
        "SW_ID": rows["worker_id"],
        "SW_DECOM": british(rows["start_date"]),
        "SW_DEC": british(rows["end_date"]),
        "SW_REASON": rows["change_reason"],
    }


def _liberty(view: View, children: pa.Array) -> Table:
    rows = _of(view.reaching("deprivation_of_liberty"), children)
    return {
        **_child(view, rows),
        "DOLO_START": british(rows["start_date"]),
        "DOLO_END": british(rows["end_date"]),
    }
