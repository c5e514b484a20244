"""The safeguarding dataset's tables about who the children are."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.projections.ssd_outcomes import flag
from goldenthread.synthetic.projections.texts import Column, iso, numbered
from goldenthread.synthetic.projections.view import View

Table = Mapping[str, Column]


def people_tables(view: View) -> dict[str, Table]:
    """Each table by its name in the dataset, without ssd_."""
    return {
        "person": _person(view),
        "disability": _disability(view),
        "immigration_status": _immigration(view),
        "mother": _mother(view),
        "linked_identifiers": _identifiers(view),
        "address": _addresses(view),
    }


def _person(view: View) -> Table:
    rows = view["person"]
    return {
        "pers_person_id": rows["person_id"],
        "pers_sex": rows["sex"],
        "pers_ethnicity": rows["ethnicity"],
        "pers_dob": iso(rows["birth_date"]),
        "pers_upn_unknown": rows["upn_unknown"],
        "pers_expected_dob": iso(rows["expected_birth_date"]),
        "pers_death_date": iso(rows["death_date"]),
        "pers_is_mother": flag(rows["is_mother"]),
    }


def _disability(view: View) -> Table:
    """Kinds of disability; of the others it is said that there is none."""
    rows = view["disability"]
    others = view["person"].filter(pc.invert(view["person"]["disabled"]))["person_id"]
    people = pa.chunked_array([*rows["person_id"].chunks, *others.chunks], pa.string())
    none = pa.array(["NONE"] * len(others), pa.string())
    kinds = pa.chunked_array([*rows["disability"].chunks, none], pa.string())
    return {
        "disa_person_id": people,
        "disa_table_id": numbered("DI", len(people)),
        "disa_disability_code": kinds,
    }


def _immigration(view: View) -> Table:
    rows = view["immigration_status"]
    return {
        "immi_person_id": rows["person_id"],
        "immi_immigration_status_id": numbered("IM", rows.num_rows),
        "immi_immigration_status": rows["status"],
        "immi_immigration_status_start_date": iso(rows["start_date"]),
        "immi_immigration_status_end_date": iso(rows["end_date"]),
    }


def _mother(view: View) -> Table:
    rows = view["mother"]
    return {
        "moth_table_id": numbered("MO", rows.num_rows),
        "moth_person_id": rows["person_id"],
        "moth_childs_dob": iso(rows["child_birth_date"]),
    }


def _identifiers(view: View) -> Table:
    rows = view["person"].filter(pc.is_valid(view["person"]["upn"]))
    kind = pa.array(["Unique Pupil Number"] * rows.num_rows, pa.string())
    return {
        "link_table_id": numbered("LI", rows.num_rows),
        "link_person_id": rows["person_id"],
        "link_identifier_type": kind,
        "link_identifier_value": rows["upn"],
        "link_valid_from_date": iso(rows["birth_date"]),
    }


def _addresses(view: View) -> Table:
    """Homes; postcodes are written without a space, as the dataset asks."""
    rows = view["address"]
    return {
        "addr_table_id": numbered("AD", rows.num_rows),
        "addr_person_id": rows["person_id"],
        "addr_address_type": pa.array(["HOME"] * rows.num_rows, pa.string()),
        "addr_address_start_date": iso(rows["start_date"]),
        "addr_address_end_date": iso(rows["end_date"]),
        "addr_address_postcode": pc.replace_substring(rows["postcode"], " ", ""),
    }
