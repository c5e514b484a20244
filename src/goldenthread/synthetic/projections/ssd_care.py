"""The safeguarding dataset's tables about children looked after and care leavers."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.projections.texts import Column, iso, numbered, text, yes_no
from goldenthread.synthetic.projections.view import View

Table = Mapping[str, Column]


def care_tables(view: View) -> dict[str, Table]:
    """Each table by its name in the dataset, without ssd_."""
    episodes = view["cla_episodes"].sort_by(
        [("person_id", "ascending"), ("start_date", "ascending")]
    )
    placement = _spells(episodes)
    return {
        "cla_episodes": _episodes(episodes, placement),
        "cla_placement": _placements(episodes, placement),
        "legal_status": _legal(view["legal_status"]),
        "cla_reviews": _reviews(view, episodes),
        "cla_visits": _visits(view["cla_visits"]),
        "cla_health": _health(view["cla_health"]),
        "cla_immunisations": _immunisations(view["cla_immunisations"]),
        "cla_substance_misuse": _misuse(view["cla_substance_misuse"]),
        "cla_convictions": _convictions(view["cla_convictions"]),
        "cla_previous_permanence": _before(view["cla_previous_permanence"]),
        "sdq_scores": _scores(view["sdq_scores"]),
        "missing": _missing(view["missing"]),
        "permanence": _permanence(view["permanence"]),
        "care_leavers": _leavers(view["care_leavers"]),
    }


def _spells(episodes: pa.Table) -> np.ndarray:
    """Which placement each episode is in: a change of legal status alone begins no other."""
    begins = np.asarray(pc.not_equal(episodes["start_reason"], "L"), dtype=bool)
    return np.cumsum(begins) - 1 if len(begins) else np.empty(0, dtype=np.int64)


def _care(episodes: pa.Table) -> pa.Array:
    """A name for each stay: the child and the day it began."""
    made = pc.binary_join_element_wise(
        episodes["person_id"], iso(episodes["entered_care_date"]), "-"
    )
    return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made


def _episodes(rows: pa.Table, placement: np.ndarray) -> Table:
    return {
        "clae_cla_episode_id": rows["episode_id"],
        "clae_person_id": rows["person_id"],
        "clae_cla_placement_id": numbered("PL", int(placement.max(initial=-1)) + 1).take(
            pa.array(placement)
        ),
        "clae_cla_episode_start_date": iso(rows["start_date"]),
        "clae_cla_episode_start_reason": rows["start_reason"],
        "clae_cla_primary_need_code": rows["primary_need"],
        "clae_cla_episode_ceased_date": iso(rows["end_date"]),
        "clae_cla_episode_ceased_reason": rows["end_reason"],
        "clae_cla_id": _care(rows),
        "clae_entered_care_date": iso(rows["entered_care_date"]),
    }


def _placements(rows: pa.Table, placement: np.ndarray) -> Table:
    count = int(placement.max(initial=-1)) + 1
    first = pa.array(np.searchsorted(placement, np.arange(count)))
    last = pa.array(np.searchsorted(placement, np.arange(count), side="right") - 1)
    begins, ends = rows.take(first), rows.take(last)
    return {
        "clap_cla_placement_id": numbered("PL", count),
        "clap_cla_placement_start_date": iso(begins["start_date"]),
        "clap_cla_placement_type": begins["placement_type"],
        "clap_cla_placement_urn": begins["placement_urn"],
        "clap_cla_placement_distance": text(begins["distance"]),
        "clap_cla_id": _care(begins),
        "clap_cla_placement_provider": begins["placement_provider"],
        "clap_cla_placement_postcode": begins["placement_postcode"],
        "clap_cla_placement_end_date": iso(ends["end_date"]),
        "clap_cla_placement_change_reason": ends["placement_change_reason"],
        "clap_person_id": begins["person_id"],
    }


def _legal(rows: pa.Table) -> Table:
    return {
        "lega_legal_status_id": numbered("LE", rows.num_rows),
        "lega_person_id": rows["person_id"],
        "lega_legal_status": rows["legal_status"],
        "lega_legal_status_start_date": iso(rows["start_date"]),
        "lega_legal_status_end_date": iso(rows["end_date"]),
    }


def _reviews(view: View, episodes: pa.Table) -> Table:
    """Reviews know the stay and not the child: the stay that the day lies in."""
    rows = view["cla_reviews"]
    children = view.people
    day = np.asarray(rows["review_date"].combine_chunks().cast(pa.int32()), dtype=np.int64)
    child = np.asarray(pc.index_in(rows["person_id"].combine_chunks(), children), dtype=np.int64)
    of = np.asarray(pc.index_in(episodes["person_id"].combine_chunks(), children), dtype=np.int64)
    starts = episodes["start_date"].combine_chunks().cast(pa.int32())
    key = of * 2**20 + np.asarray(starts, dtype=np.int64)
    order = np.argsort(key, kind="stable")
    at = np.searchsorted(key[order], child * 2**20 + day, side="right") - 1
    stay = _care(episodes).take(pa.array(order[at] if len(order) else at))
    return {
        "clar_cla_review_id": numbered("CR", rows.num_rows),
        "clar_cla_id": stay,
        "clar_cla_review_due_date": iso(rows["due_date"]),
        "clar_cla_review_date": iso(rows["review_date"]),
        "clar_cla_review_cancelled": pa.array(["N"] * rows.num_rows, pa.string()),
        "clar_cla_review_participation": rows["participation"],
    }


def _visits(rows: pa.Table) -> Table:
    return {
        "clav_cla_visit_id": numbered("CV", rows.num_rows),
        "clav_person_id": rows["person_id"],
        "clav_cla_visit_date": iso(rows["visit_date"]),
        "clav_cla_visit_seen": yes_no(rows["seen"], "Y", "N"),
        "clav_cla_visit_seen_alone": yes_no(rows["seen_alone"], "Y", "N"),
    }


def _health(rows: pa.Table) -> Table:
    return {
        "clah_health_check_id": numbered("HE", rows.num_rows),
        "clah_person_id": rows["person_id"],
        "clah_health_check_type": rows["check_type"],
        "clah_health_check_date": iso(rows["check_date"]),
        "clah_health_check_status": rows["status"],
    }


def _immunisations(rows: pa.Table) -> Table:
    return {
        "clai_person_id": rows["person_id"],
        "clai_immunisations_status": yes_no(rows["up_to_date"], "Y", "N"),
        "clai_immunisations_status_date": iso(rows["status_date"]),
    }


def _misuse(rows: pa.Table) -> Table:
    return {
        "clas_substance_misuse_id": numbered("SU", rows.num_rows),
        "clas_person_id": rows["person_id"],
        "clas_substance_misuse_date": iso(rows["misuse_date"]),
        "clas_intervention_received": yes_no(rows["intervention_received"], "Y", "N"),
    }


def _convictions(rows: pa.Table) -> Table:
    return {
        "clac_cla_conviction_id": numbered("CO", rows.num_rows),
        "clac_person_id": rows["person_id"],
        "clac_cla_conviction_date": iso(rows["conviction_date"]),
    }


def _before(rows: pa.Table) -> Table:
    return {
        "lapp_table_id": numbered("PE", rows.num_rows),
        "lapp_person_id": rows["person_id"],
        "lapp_previous_permanence_order_date": rows["order_date"],
        "lapp_previous_permanence_option": rows["option"],
        "lapp_previous_permanence_la": rows["order_area"],
    }


def _scores(rows: pa.Table) -> Table:
    return {
        "csdq_table_id": numbered("SD", rows.num_rows),
        "csdq_person_id": rows["person_id"],
        "csdq_sdq_completed_date": iso(rows["completed_date"]),
        "csdq_sdq_reason": rows["reason"],
        "csdq_sdq_score": text(rows["score"]),
    }


def _missing(rows: pa.Table) -> Table:
    return {
        "miss_table_id": numbered("MI", rows.num_rows),
        "miss_person_id": rows["person_id"],
        "miss_missing_episode_start_date": iso(rows["start_date"]),
        "miss_missing_episode_type": rows["missing_type"],
        "miss_missing_episode_end_date": iso(rows["end_date"]),
        "miss_missing_rhi_offered": yes_no(rows["interview_offered"], "Y", "N"),
        "miss_missing_rhi_accepted": yes_no(rows["interview_accepted"], "Y", "N"),
    }


def _permanence(rows: pa.Table) -> Table:
    return {
        "perm_table_id": numbered("PM", rows.num_rows),
        "perm_person_id": rows["person_id"],
        "perm_adm_decision_date": iso(rows["decision_date"]),
        "perm_placement_order_date": iso(rows["placement_order_date"]),
        "perm_placed_for_adoption_date": iso(rows["placed_date"]),
        "perm_matched_date": iso(rows["matched_date"]),
        "perm_adopted_by_carer_flag": yes_no(rows["adopter_was_carer"], "Y", "N"),
        "perm_placed_ffa_cp_date": iso(rows["placed_foster_date"]),
        "perm_decision_reversed_date": iso(rows["reversed_date"]),
        "perm_decision_reversed_reason": rows["reversed_reason"],
        "perm_permanence_order_date": iso(rows["order_date"]),
        "perm_adopter_sex": rows["adopters_sex"],
        "perm_adopter_legal_status": rows["adopters_status"],
        "perm_number_of_adopters": text(rows["adopters"]),
    }


def _leavers(every: pa.Table) -> Table:
    """What is so now: the latest row of each care leaver."""
    last = every.group_by(["person_id"]).aggregate([("reported_on", "max")])
    at = pc.index_in(every["person_id"].combine_chunks(), last["person_id"].combine_chunks())
    newest = last["reported_on_max"].combine_chunks().take(at)
    rows = every.filter(pc.equal(every["reported_on"], newest))
    return {
        "clea_table_id": numbered("LV", rows.num_rows),
        "clea_person_id": rows["person_id"],
        "clea_care_leaver_eligibility": rows["eligibility"],
        "clea_care_leaver_in_touch": rows["in_touch"],
        "clea_care_leaver_latest_contact": iso(rows["latest_contact"]),
        "clea_care_leaver_accommodation": rows["accommodation"],
        "clea_care_leaver_accom_suitable": yes_no(rows["suitable"], "1", "2"),
        "clea_care_leaver_activity": rows["activity"],
        "clea_pathway_plan_review_date": iso(rows["pathway_review_date"]),
    }
