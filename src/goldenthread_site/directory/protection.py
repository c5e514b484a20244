"""How the database keeps back the rows of the directory: people's roles, groups and schools."""

from goldenthread_site.barrier.rules import (
    held,
    is_there,
    of_partnership,
    of_person,
    someone,
    through,
)
from goldenthread_site.barrier.tables import Open, Protected, Told
from goldenthread_site.directory.people.permissions import KEEP_INTERESTS
from goldenthread_site.directory.people.rules import KEEPERS as GIVERS
from goldenthread_site.directory.rules import KEEPERS

_HERE = of_partnership()
_KEPT_HERE = _HERE & held(*KEEPERS)
_AGENCIES = (
    "Agencies belong to several partnerships, follow one another across them and are looked up by"
    " name in all; where they take part is public."
)
_COLLEAGUES = through("person_id", "directory_roleheld", key="person_id", where=_HERE)
_INTERESTS = of_person() | (held(*KEEP_INTERESTS) & _COLLEAGUES)
_GROUP = through("group_id", "directory_group")
_POST = (is_there("agency_id") & someone()) | _GROUP

TABLES: dict[str, Told] = {
    "directory_partnership": Open("Its name, councils and colour are public."),
    "directory_partnership_linked": Open("Which partnerships are linked is public."),
    "directory_agency": Open(_AGENCIES),
    "directory_formername": Open(_AGENCIES),
    "directory_succession": Open(_AGENCIES),
    "directory_membership": Open(_AGENCIES),
    "directory_group_shared_with": Open("Two numbers: which group is shared with whom."),
    "directory_group": Protected(
        reads=_HERE | through("id", "directory_group_shared_with", key="group_id", where=_HERE),
        writes=_KEPT_HERE,
    ),
    "directory_post": Protected(
        reads=_POST,
        writes=_POST & held(*KEEPERS),
    ),
    "directory_holding": Protected(
        reads=through("post_id", "directory_post"),
        writes=through("post_id", "directory_post") & held(*KEEPERS),
    ),
    "directory_setting": Protected(reads=_HERE, writes=_KEPT_HERE),
    "directory_settinglead": Protected(
        reads=through("setting_id", "directory_setting"),
        writes=through("setting_id", "directory_setting") & held(*KEEPERS),
    ),
    # One's own everywhere: by them it is known where somebody works.
    "directory_roleheld": Protected(reads=of_person() | _HERE, writes=_HERE & held(*GIVERS)),
    "directory_conflict": Protected(reads=_INTERESTS),
    "directory_invitation": Protected(reads=_HERE & held(*GIVERS)),
}
