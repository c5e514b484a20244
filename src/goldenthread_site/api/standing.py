"""What a token may see: what its person may, today, in the token's one partnership and no other."""

from functools import cached_property

from goldenthread_site.api.models import Token
from goldenthread_site.directory.models import Partnership
from goldenthread_site.directory.standing import Standing
from goldenthread_site.figures.permissions import sees_true_counts


class TokenStanding(Standing):
    """A standing whose partnership is the token's, or none where no role is held there now."""

    token: Token

    @cached_property
    def partnership(self) -> Partnership | None:
        """The token's own, while a role is held there."""
        here = {each.pk: each for each in self.partnerships}
        return here.get(self.token.partnership_id)

    @property
    def needs_second_factor(self) -> bool:
        """Of a session only: a program has none to show it in, and its owner is asked instead."""
        return False

    @property
    def owner_needs_second_factor(self) -> bool:
        """True where some role of the owner's is not held without one."""
        return super().needs_second_factor

    @property
    def true_counts(self) -> bool:
        """True where the token was made for them and its person is entitled to them still."""
        return self.token.true_counts and sees_true_counts(self)
