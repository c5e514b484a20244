"""Which column of the return goes into which column of which table."""

from collections.abc import Mapping

from goldenthread.sources.ssda903 import layout

# Tables whose columns are columns of one table of the return and nothing else.
PLAIN: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "cla_reviews": (layout.REVIEWS, {"review_date": "REVIEW", "participation": "REVIEW_CODE"}),
    "cla_previous_permanence": (
        layout.PREVIOUS,
        {"option": "PREV_PERM", "order_area": "LA_PERM", "order_date": "DATE_PERM"},
    ),
    "missing": (
        layout.MISSING,
        {"start_date": "MIS_START", "end_date": "MIS_END", "missing_type": "MISSING"},
    ),
    "involvements": (
        layout.WORKERS,
        {
            "worker_id": "SW_ID",
            "start_date": "SW_DECOM",
            "end_date": "SW_DEC",
            "change_reason": "SW_REASON",
        },
    ),
    "deprivation_of_liberty": (
        layout.LIBERTY,
        {"start_date": "DOLO_START", "end_date": "DOLO_END"},
    ),
}

EPISODES = {
    "start_date": "DECOM",
    "start_reason": "RNE",
    "legal_status": "LS",
    "primary_need": "CIN",
    "placement_type": "PLACE",
    "placement_provider": "PLACE_PROVIDER",
    "placement_change_reason": "REASON_PLACE_CHANGE",
    "placement_urn": "URN",
    "in_area": "PL_LOCATION",
    "distance": "PL_DISTANCE",
    "home_postcode": "HOME_POST",
    "placement_postcode": "PL_POST",
    "end_date": "DEC",
    "end_reason": "REC",
}

OUTCOMES = {
    "convicted": "CONVICTED",
    "health_check": "HEALTH_CHECK",
    "immunisations": "IMMUNISATIONS",
    "teeth_check": "TEETH_CHECK",
    "health_assessment": "HEALTH_ASSESSMENT",
    "substance_misuse": "SUBSTANCE_MISUSE",
    "intervention_received": "INTERVENTION_RECEIVED",
    "intervention_offered": "INTERVENTION_OFFERED",
    "sdq_score": "SDQ_SCORE",
    "sdq_reason": "SDQ_REASON",
}

ADOPTED = {
    "decision_date": "DATE_INT",
    "matched_date": "DATE_MATCH",
    "adopter_was_carer": "FOSTER_CARE",
    "adopters": "NB_ADOPTR",
    "adopters_sex": "SEX_ADOPTR",
    "adopters_status": "LS_ADOPTR",
}

PLACED = {
    "decision_date": "DATE_PLACED",
    "reversed_date": "DATE_PLACED_CEASED",
    "reversed_reason": "REASON_PLACED_CEASED",
}
