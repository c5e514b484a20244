"""Who reads the trail, how much of it at a time, and how an action is said in words."""

from goldenthread_site.accounts.roles import Role

READERS = frozenset({Role.BUSINESS_UNIT, Role.SCRUTINEER, Role.INSPECTOR})
ON_A_PAGE = 50
# What belongs to no partnership, and every reader of the trail may see: nobody is named in it.
OF_THE_SITE = frozenset({"unknown address tried", "unknown address locked out"})
ERASED = "name erased"


def in_words(action: str) -> str:
    """ "return submitted" as it begins a line: "Return submitted"."""
    return action[:1].upper() + action[1:]
