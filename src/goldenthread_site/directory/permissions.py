"""Who may keep the partnership’s list of agencies, groups, posts and schools."""

from goldenthread_site.accounts.refusal import NotAllowedError
from goldenthread_site.directory.models import Agency, Group, Post
from goldenthread_site.directory.people.matters import check_no_interest
from goldenthread_site.directory.rules import KEEPERS
from goldenthread_site.directory.standing import Standing


def check_keep_directory(standing: Standing) -> None:
    """Raises NotAllowedError for anyone but the business unit of the partnership looked at."""
    if standing.partnership is None or not standing.holds(*KEEPERS):
        raise NotAllowedError("The business unit keeps the list of agencies, groups and schools.")


def can_keep_directory(standing: Standing) -> bool:
    """The same as an answer."""
    return standing.partnership is not None and standing.holds(*KEEPERS)


def check_keep_agency(standing: Standing, agency: Agency) -> None:
    """The business unit, of an agency that takes or took part in its own partnership, and in which
    this person declared no interest."""
    check_keep_directory(standing)
    check_no_interest(agency, standing)
    if not agency.memberships.filter(partnership=standing.partnership).exists():
        raise NotAllowedError(f"{agency} takes no part in {standing.partnership}.")


def can_keep_agency(standing: Standing, agency: Agency) -> bool:
    """The same as an answer."""
    try:
        check_keep_agency(standing, agency)
    except NotAllowedError:
        return False
    return True


def check_keep_group(standing: Standing, group: Group) -> None:
    """The business unit of the partnership whose group it is; those who share it read it."""
    check_keep_directory(standing)
    if group.partnership != standing.partnership:
        raise NotAllowedError(f"{group} is kept by {group.partnership}.")


def can_keep_group(standing: Standing, group: Group) -> bool:
    """The same as an answer."""
    try:
        check_keep_group(standing, group)
    except NotAllowedError:
        return False
    return True


def check_keep_post(standing: Standing, post: Post) -> None:
    """Whoever keeps the group or the agency that has it."""
    if post.group is not None:
        check_keep_group(standing, post.group)
    elif post.agency is not None:
        check_keep_agency(standing, post.agency)
