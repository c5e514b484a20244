"""Who sets targets and marks breaks in a series: whoever keeps the partnership’s figures."""

from goldenthread_site.accounts.refusal import NotAllowedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.standing import Standing

SETTERS = frozenset({Role.BUSINESS_UNIT, Role.ANALYST})


def can_set(standing: Standing) -> bool:
    """True for the business unit and the analyst."""
    return standing.partnership is not None and standing.holds(*SETTERS)


def check_set(standing: Standing) -> None:
    """Raise NotAllowedError for anyone else."""
    if not can_set(standing):
        raise NotAllowedError(
            "Targets and breaks are written down by the business unit and the analyst, once the"
            " partners have agreed them."
        )
