"""The attack on a release: what anybody could work out from everything published.

It knows nothing of how the hiding was chosen, so that a mistake there is found here.
"""

from goldenthread.disclosure.attack.attacking import attack
from goldenthread.disclosure.attack.model import Attacked, Interval, Leak

__all__ = ["Attacked", "Interval", "Leak", "attack"]
