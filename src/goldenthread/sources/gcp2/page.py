"""The page about the neglect return: ``docs/reference/returns-gcp2.md``."""

from goldenthread.sources.gcp2.form import FORM
from goldenthread.sources.own_returns.documentation import page_of

EXAMPLE = {
    "gcp2_assessments": (
        "assessment_id,person_id,assessment_date,agency,physical_care,safety,emotional_care,"
        "developmental_care",
        "G-1,C-1,12/05/2023,Luton Council,3,4,3,2",
        "G-1,C-3,12/05/2023,Luton Council,3,4,4,3",
    ),
    "person": (
        "person_id,sex,ethnicity,birth_date",
        "C-1,F,WBRI,14/09/2012",
        "C-3,F,WBRI,30/11/2019",
    ),
    "address": (
        "person_id,start_date,end_date,postcode",
        "C-1,14/09/2012,02/07/2021,ZZ12 3AB",
        "C-1,02/07/2021,,ZZ17 1TD",
    ),
}


def page() -> str:
    """The whole page as Markdown, ending in one newline."""
    return page_of(FORM, EXAMPLE)
