"""Every read of the directory, narrowed to what the person looking may see."""

from goldenthread_site.directory.queries.agencies import (
    agencies,
    agency,
    linked_partnerships,
    members_on,
    name_on,
    other_partnerships,
    past_members,
    people_of,
)
from goldenthread_site.directory.queries.groups import group, groups, people_here, post, posts_of
from goldenthread_site.directory.queries.lines import (
    current_agencies,
    current_agency,
    line_of,
    successions_of,
)
from goldenthread_site.directory.queries.schools import school, schools, schools_by_urn

__all__ = [
    "agencies",
    "agency",
    "current_agencies",
    "current_agency",
    "group",
    "groups",
    "line_of",
    "linked_partnerships",
    "members_on",
    "name_on",
    "other_partnerships",
    "past_members",
    "people_here",
    "people_of",
    "post",
    "posts_of",
    "school",
    "schools",
    "schools_by_urn",
    "successions_of",
]
