"""The safeguarding dataset's outcomes: objects of flags as JSON, Y where it came to that."""

import json
from collections.abc import Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.synthetic.projections.texts import Column, yes_no

CONTACT = ("NEW_REFERRAL_FLAG", "EXISTING_REFERRAL_FLAG", "CP_ENQUIRY_FLAG", "NFA_FLAG",
            "NON_AGENCY_ADOPTION_FLAG", "PRIVATE_FOSTERING_FLAG", "ADVICE_FLAG", "MISSING_FLAG",
            "OLA_CP_FLAG", "OTHER_OUTCOMES_EXIST_FLAG")  # fmt: skip
REFERRAL = ("SINGLE_ASSESSMENT_FLAG", "NFA_FLAG", "STRATEGY_DISCUSSION_FLAG", "CLA_REQUEST_FLAG",
             "NON_AGENCY_ADOPTION_FLAG", "PRIVATE_FOSTERING_FLAG", "CP_TRANSFER_IN_FLAG",
             "CP_CONFERENCE_FLAG", "CARE_LEAVER_FLAG", "OTHER_OUTCOMES_EXIST_FLAG")  # fmt: skip
ASSESSMENT = ("NFA_FLAG", "REFERRAL_TO_OTHER_AGENCY_FLAG", "PROV_OF_SERVICES_FLAG",
               "STRATEGY_DISCUSSION_FLAG", "OTHER_OUTCOMES_EXIST_FLAG")  # fmt: skip
ENQUIRY = ("NFA_FLAG", "LEGAL_ACTION_FLAG", "PROV_OF_SERVICES_FLAG", "CP_CONFERENCE_FLAG",
            "OTHER_OUTCOMES_EXIST_FLAG")  # fmt: skip
CONFERENCE = ("NFA_FLAG", "REFERRAL_TO_OTHER_AGENCY_FLAG", "SINGLE_ASSESSMENT_FLAG",
               "PROV_OF_SERVICES_FLAG", "CP_FLAG", "OTHER_OUTCOMES_EXIST_FLAG")  # fmt: skip


def flag(column: Column) -> pa.Array:
    """Y or N; nothing stays nothing."""
    return yes_no(column, "Y", "N")


def outcome(rows: int, flags: Mapping[str, Column], names: Sequence[str]) -> pa.Array:
    """Outcomes as the dataset writes them: an object of flags, Y where it came to that."""
    texts = {name: pc.fill_null(flag(column), "N").to_pylist() for name, column in flags.items()}
    made = [
        json.dumps({name: texts[name][at] if name in texts else "N" for name in names})
        for at in range(rows)
    ]
    return pa.array(made, pa.string())
