"""Who may keep the partnership’s list of agencies, groups, posts and schools."""

from goldenthread_site.directory.models import Agency, Group
from goldenthread_site.directory.rules import KEEPERS
from goldenthread_site.directory.standing import Standing


def check_keep_directory(standing: Standing) -> None:
    """Raises PermissionError for anyone but the business unit of the partnership looked at."""
    if standing.partnership is None or not standing.holds(*KEEPERS):
        raise PermissionError("The business unit keeps the list of agencies, groups and schools.")


def can_keep_directory(standing: Standing) -> bool:
    """The same as an answer."""
    return standing.partnership is not None and standing.holds(*KEEPERS)


def check_keep_agency(standing: Standing, agency: Agency) -> None:
    """The business unit, of an agency that takes or took part in its own partnership."""
    check_keep_directory(standing)
    if not agency.memberships.filter(partnership=standing.partnership).exists():
        raise PermissionError(f"{agency} takes no part in {standing.partnership}.")


def can_keep_agency(standing: Standing, agency: Agency) -> bool:
    """The same as an answer."""
    try:
        check_keep_agency(standing, agency)
    except PermissionError:
        return False
    return True


def check_keep_group(standing: Standing, group: Group) -> None:
    """The business unit of the partnership whose group it is; those who share it read it."""
    check_keep_directory(standing)
    if group.partnership != standing.partnership:
        raise PermissionError(f"{group} is kept by {group.partnership}.")


def can_keep_group(standing: Standing, group: Group) -> bool:
    """The same as an answer."""
    try:
        check_keep_group(standing, group)
    except PermissionError:
        return False
    return True
