"""The gate: the attack on what is about to be published, which has the last word."""

from collections.abc import Callable, Sequence

from goldenthread.disclosure.attack import Attacked, attack
from goldenthread.disclosure.protection.remainders import with_hidden_shares_told
from goldenthread.disclosure.publication.model import Publication, StatedRule

Progress = Callable[[str], None]


def gate(
    publication: Publication,
    rule: StatedRule,
    earlier: Sequence[Publication] = (),
    *,
    explain: bool = False,
    thorough: bool = True,
    progress: Progress | None = None,
) -> Attacked:
    """The attack on a protected publication, with the remainders of hidden percentages.

    Without ``thorough`` it is quicker, and may miss what only the inside of cubes gives away: it
    serves on the way, not at the end. Raises GoldenThreadError where the published numbers
    contradict one another.
    """
    told = with_hidden_shares_told(publication, rule)
    return attack(told, rule, earlier, explain=explain, thorough=thorough, progress=progress)


def passes(attacked: Attacked) -> bool:
    """Whether nothing is given away, and all of that was shown."""
    return attacked.safe and not attacked.unproved
