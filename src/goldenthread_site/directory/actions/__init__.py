"""Every write of the directory: one transaction each, on the trail."""

from goldenthread_site.directory.actions.agencies import (
    add_agency,
    change_footprint,
    end_membership,
    record_succession,
    rename_agency,
)
from goldenthread_site.directory.actions.groups import (
    add_group,
    add_post,
    change_group,
    end_holding,
    give_post,
)
from goldenthread_site.directory.actions.partnerships import (
    begin_partnership,
    describe_partnership,
)
from goldenthread_site.directory.actions.schools import bring_in, name_lead

__all__ = [
    "add_agency",
    "add_group",
    "add_post",
    "begin_partnership",
    "bring_in",
    "change_footprint",
    "change_group",
    "describe_partnership",
    "end_holding",
    "end_membership",
    "give_post",
    "name_lead",
    "record_succession",
    "rename_agency",
]
