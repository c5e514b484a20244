"""Who writes commentary, as whom, and who reads which version of it."""

from goldenthread_site.accounts.refusal import NotAllowedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.commentary.models import Commentary, SharedWith
from goldenthread_site.figures.permissions import ANSWER_AS_ANALYST, READERS, SPEAK_FOR_AGENCY

# For the partnership, as its analyst; and for an agency, those who answer for it.
AS_ANALYST, FOR_AGENCY = ANSWER_AS_ANALYST, SPEAK_FOR_AGENCY
WRITERS = AS_ANALYST | FOR_AGENCY
# Who reads what is shared with the partners.
PARTNERS = AS_ANALYST | {
    Role.LEAD_PARTNER,
    Role.DELEGATED_PARTNER,
    Role.SCRUTINEER,
    Role.INSPECTOR,
}


def voices(standing: Standing) -> list[Agency | None]:
    """As whom this person may write: None is the partnership’s analyst."""
    found: list[Agency | None] = [None] if standing.holds(*AS_ANALYST) else []
    mine = {
        each.agency_id: each.agency
        for each in standing.held
        if each.agency
        and each.role in FOR_AGENCY
        and ("directory.agency", str(each.agency_id)) not in standing.matters_shut
    }
    return [*found, *mine.values()]


def can_write(standing: Standing, agency: Agency | None) -> bool:
    """True for those who speak for this agency, or as the analyst where it is none."""
    return standing.partnership is not None and agency in voices(standing)


def check_write(standing: Standing, agency: Agency | None) -> None:
    """Raise NotAllowedError where this person does not speak for them."""
    if not can_write(standing, agency):
        whose = agency.name if agency else "the analyst and the business unit"
        raise NotAllowedError(f"Commentary of this kind is written by {whose}.")


def can_read(standing: Standing, commentary: Commentary, shared_with: str) -> bool:
    """True for whoever writes it, those it is shared with, and the scrutineer, who reads drafts."""
    if standing.partnership is None or standing.partnership.pk != commentary.partnership_id:
        return False
    if can_write(standing, commentary.agency) or standing.holds(Role.SCRUTINEER):
        return True
    if shared_with == SharedWith.READERS:
        return standing.holds(*READERS)
    return shared_with == SharedWith.PARTNERS and standing.holds(*PARTNERS)
