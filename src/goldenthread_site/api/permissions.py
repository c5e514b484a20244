"""Who makes a token, who ends one, and which may see true counts."""

from goldenthread_site.accounts.refusal import NotAllowedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.api.models import Token
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.permissions import READERS, sees_true_counts

MAKERS = READERS  # whoever reads figures on screen; a token of anyone else would read nothing
KEEPERS = frozenset({Role.BUSINESS_UNIT, Role.ADMINISTRATOR})


def check_make(standing: Standing, *, true_counts: bool) -> None:
    """Raises NotAllowedError."""
    if standing.partnership is None or not standing.holds(*MAKERS):
        raise NotAllowedError("A token is made by someone who reads this partnership’s figures.")
    if true_counts and not sees_true_counts(standing):
        raise NotAllowedError("A token with true counts is made by someone who may see them.")


def keeps(standing: Standing) -> bool:
    """True for those who see and end anyone's tokens in the partnership."""
    return standing.holds(*KEEPERS)


def check_end(standing: Standing, token: Token) -> None:
    """Raises NotAllowedError."""
    own = standing.person is not None and standing.person.pk == token.person_id
    if not own and not (keeps(standing) and standing.partnership == token.partnership):
        raise NotAllowedError(
            "A token is ended by whoever made it, the business unit or a site administrator."
        )
