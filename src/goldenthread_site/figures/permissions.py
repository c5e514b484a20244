"""Who may look at figures, ask about them, answer and close: a refusal, or a yes or no."""

from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.models import Question

# The site administrator sees no figure by that role; a neighbour only what both share.
READERS = frozenset(Role) - {Role.ADMINISTRATOR, Role.NEIGHBOUR, Role.REVIEW_AUTHOR}
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


class NotAllowedError(Exception):
    """Someone may not do this; the sentence is fit to show them."""


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
        if not standing.holds(Role.ANALYST, Role.BUSINESS_UNIT):
            raise NotAllowedError("This was asked of the partnership’s analyst, who answers it.")
    elif question.asked_of not in standing.agencies:
        raise NotAllowedError(f"This was asked of {question.asked_of}, who answers it.")


def check_close(standing: Standing, question: Question) -> None:
    """Raise NotAllowedError where this person may not close this question."""
    _same_partnership(standing, question)
    if standing.person != question.asked_by and not standing.holds(Role.BUSINESS_UNIT):
        raise NotAllowedError("Whoever asked closes it, or the business unit.")


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
    if standing.partnership != question.partnership:
        raise NotAllowedError("This question belongs to another partnership.")
