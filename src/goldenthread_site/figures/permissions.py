"""Who may look at figures, ask about them, answer and close: a refusal, or a yes or no."""

from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.models import Question

# The site administrator sees no figure by that role; a neighbour only what both share.
READERS = frozenset(Role) - {Role.ADMINISTRATOR, Role.NEIGHBOUR, Role.REVIEW_AUTHOR}
# Whose work needs true counts, the small ones too, and why. Everyone else sees figures as they may
# leave the partnership: on screen, in exports and by the API alike.
TRUE_COUNTS: dict[Role, str] = {
    Role.BUSINESS_UNIT: "Prepares what is released, and has to know what is withheld.",
    Role.ANALYST: "Checks every number against what an agency sent, small ones first.",
    Role.LEAD_PARTNER: "Is accountable for each of the children a small number counts.",
    Role.DELEGATED_PARTNER: "Acts for a lead partner, and decides by the same numbers.",
    Role.SCRUTINEER: "Reads everything the partnership holds, so that nothing hides in a symbol.",
    Role.INSPECTOR: "Reads everything but drafts for the days of an inspection.",
}
ASKERS = frozenset(
    {
        Role.BUSINESS_UNIT,
        Role.ANALYST,
        Role.LEAD_PARTNER,
        Role.DELEGATED_PARTNER,
        Role.SCRUTINEER,
        Role.AGENCY_LEAD,
        Role.DESIGNATED_HEALTH,
    }
)
# Who speaks for an agency: answers what it is asked, and says what lies behind its figures. The
# council’s analyst does not: that role’s work is done beside the case system and never in a page.
SPEAK_FOR_AGENCY = frozenset(
    {Role.AGENCY_LEAD, Role.AGENCY_CONTRIBUTOR, Role.LEAD_PARTNER, Role.DELEGATED_PARTNER}
)
ANSWER_AS_ANALYST = frozenset({Role.ANALYST, Role.BUSINESS_UNIT})
ANSWERERS = SPEAK_FOR_AGENCY | ANSWER_AS_ANALYST


def sees_true_counts(standing: Standing) -> bool:
    """True for whoever is shown small counts too; the one place that decides it."""
    return standing.holds(*TRUE_COUNTS)


def check_ask(standing: Standing) -> None:
    """Raise NotAllowedError where this person may not ask a question."""
    if not standing.holds(*ASKERS):
        raise NotAllowedError(
            "Questions are asked by the partners, the scrutineer, agency leads and the business"
            " unit. Tell one of them what you would like to know."
        )


def check_answer(standing: Standing, question: Question) -> None:
    """Raise NotAllowedError where this person may not answer this question."""
    _same_partnership(standing, question)
    if question.asked_of is None:
        if not standing.holds(*ANSWER_AS_ANALYST):
            raise NotAllowedError("This was asked of the partnership’s analyst, who answers it.")
    elif question.asked_of_id not in agencies_spoken_for(standing):
        raise NotAllowedError(f"This was asked of {question.asked_of}, who answers it.")


def agencies_spoken_for(standing: Standing) -> frozenset[int]:
    """The agencies, by number, for which this person answers."""
    return frozenset(
        each.agency_id
        for each in standing.held
        if each.agency_id is not None and each.role in SPEAK_FOR_AGENCY
    )


def check_close(standing: Standing, question: Question) -> None:
    """Raise NotAllowedError where this person may not close this question."""
    _same_partnership(standing, question)
    if standing.person != question.asked_by and not standing.holds(Role.BUSINESS_UNIT):
        raise NotAllowedError("Whoever asked closes it, or the business unit.")


def check_open(question: Question) -> None:
    """Raise RefusedError where nothing more is said to a question."""
    if question.closed_at:
        raise RefusedError("This question is closed; ask a new one.")


def can_ask(standing: Standing) -> bool:
    """True where ``check_ask`` would not refuse."""
    return standing.holds(*ASKERS)


def can_answer(standing: Standing, question: Question) -> bool:
    """True where ``check_answer`` would not refuse."""
    try:
        check_answer(standing, question)
    except NotAllowedError:
        return False
    return True


def can_close(standing: Standing, question: Question) -> bool:
    """True where ``check_close`` would not refuse."""
    try:
        check_close(standing, question)
    except NotAllowedError:
        return False
    return True


def _same_partnership(standing: Standing, question: Question) -> None:
    if standing.partnership is None or standing.partnership.pk != question.partnership_id:
        raise NotAllowedError("This question belongs to another partnership.")
    if ("directory.agency", str(question.asked_of_id)) in standing.matters_shut:
        raise NotAllowedError("You declared an interest in the agency this was asked of.")
