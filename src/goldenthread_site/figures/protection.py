"""How the database keeps back figures, questions and commentary: each partnership's are its own."""

from goldenthread_site.accounts.roles import Role
from goldenthread_site.barrier.rules import (
    for_agency,
    held,
    is_none,
    is_one_of,
    no_interest_in,
    of_partnership,
    through,
)
from goldenthread_site.barrier.tables import Protected, Told
from goldenthread_site.directory.people.permissions import AGENCY
from goldenthread_site.figures.agreed.permissions import SETTERS
from goldenthread_site.figures.commentary.models import SharedWith
from goldenthread_site.figures.commentary.permissions import AS_ANALYST, FOR_AGENCY

_HERE = of_partnership()
_KEEP = held(Role.ANALYST, Role.BUSINESS_UNIT)  # by accepting a return
_SHARED = is_one_of("shared_with", SharedWith.PARTNERS, SharedWith.READERS)
_WRITERS = for_agency("agency_id", *FOR_AGENCY) | (is_none("agency_id") & held(*AS_ANALYST))
_COMMENTARY = through("commentary_id", "figures_commentary")
_OF_THE_WRITERS = through("commentary_id", "figures_commentary", where=_WRITERS)

TABLES: dict[str, Told] = {
    "figures_deposit": Protected(reads=_HERE, writes=_HERE & _KEEP),
    "figures_keptfigure": Protected(
        reads=through("deposit_id", "figures_deposit"),
        writes=through("deposit_id", "figures_deposit") & _KEEP,
    ),
    "figures_keptneighbours": Protected(
        reads=through("deposit_id", "figures_deposit"),
        writes=through("deposit_id", "figures_deposit") & _KEEP,
    ),
    "figures_question": Protected(reads=_HERE & no_interest_in("asked_of_id", AGENCY)),
    "figures_answer": Protected(reads=through("question_id", "figures_question")),
    "figures_target": Protected(reads=_HERE, writes=_HERE & held(*SETTERS)),
    "figures_seriesbreak": Protected(reads=_HERE, writes=_HERE & held(*SETTERS)),
    "figures_prepared": Protected(reads=_HERE),
    # Written by whoever's asking lets a figure out, and never changed.
    "figures_letout": Protected(reads=_HERE, kept=True),
    "figures_commentary": Protected(
        reads=_HERE & no_interest_in("agency_id", AGENCY),
        writes=_HERE & no_interest_in("agency_id", AGENCY) & _WRITERS,
    ),
    # What is shared with nobody yet is a draft, and is its writers' and the scrutineer's.
    "figures_said": Protected(
        reads=(_COMMENTARY & (_SHARED | held(Role.SCRUTINEER))) | _OF_THE_WRITERS,
        writes=_OF_THE_WRITERS,
    ),
}
