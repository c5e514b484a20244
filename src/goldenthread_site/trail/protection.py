"""How the database keeps back the trail and the records of requests and holds."""

from goldenthread_site.accounts.roles import Role
from goldenthread_site.barrier.rules import (
    ANYONE,
    held,
    is_none,
    is_one_of,
    of_partnership,
    through,
)
from goldenthread_site.barrier.tables import Open, Protected, Told
from goldenthread_site.trail.rules import OF_THE_SITE, READERS

_HERE = of_partnership("partnership")
_NOBODYS = is_none("partnership") & is_none("person") & is_one_of("action", *OF_THE_SITE)
_RECORDS = Protected(reads=_HERE & held(Role.BUSINESS_UNIT))

TABLES: dict[str, Told] = {
    "trail_head": Open("A number and a digest. Whoever writes anything adds to the trail by it."),
    # Whatever is done is written down, whoever does it; what stands there is read by few.
    "trail_link": Protected(reads=(_HERE | _NOBODYS) & held(*READERS), adds=ANYONE, kept=True),
    "trail_content": Protected(
        reads=through("link_id", "trail_link", key="number"),
        writes=through("link_id", "trail_link", key="number") & held(Role.BUSINESS_UNIT),
        adds=ANYONE,
    ),
    "trail_hold": _RECORDS,
    "trail_recordrequest": _RECORDS,
    "trail_review": _RECORDS,
}
