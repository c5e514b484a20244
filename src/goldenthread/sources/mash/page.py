"""The page about the hub's return: ``docs/reference/returns-mash.md``."""

from goldenthread.sources.mash.form import FORM
from goldenthread.sources.own_returns.documentation import page_of

EXAMPLE = {
    "contacts": (
        "contact_id,person_id,contact_date,contact_type,source,issue,became_referral,"
        "no_further_action",
        "K-1,C-1,03/04/2023,Concern,6,Domestic violence,yes,no",
        "K-2,C-2,03/04/2023,Information,2A,Information request from another agency,no,no",
    ),
    "mash_episodes": (
        "episode_id,person_id,contact_id,started_at,decided_at,rating,outcome",
        "M-1,C-1,K-1,03/04/2023 10:15,03/04/2023 16:40,Amber,Transfer to Children's Social Care",
    ),
    "mash_agency_requests": (
        "episode_id,person_id,agency,asked_at,answered_at",
        "M-1,C-1,Bedfordshire Police,03/04/2023 10:30,03/04/2023 12:05",
        "M-1,C-1,Cambridgeshire Community Services,03/04/2023 10:30,",
    ),
    "person": (
        "person_id,sex,ethnicity,birth_date",
        "C-1,F,WBRI,14/09/2012",
        "C-2,M,APKN,02/02/2017",
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
