"""Who may do what with a return: each check answers by role, agency and the version’s status."""

from goldenthread_site.accounts.refusal import NotAllowedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Succession
from goldenthread_site.directory.standing import Standing
from goldenthread_site.returns.models import DataRequest, Return
from goldenthread_site.returns.rules import Status

# Roles of an agency, and what each may do with that agency's returns.
FILLS_IN = frozenset({Role.AGENCY_CONTRIBUTOR, Role.AGENCY_LEAD})
SIGNS = frozenset({Role.AGENCY_LEAD})
READS_OWN = FILLS_IN | {Role.LEAD_PARTNER, Role.DELEGATED_PARTNER}
# Roles of the partnership.
ASKS = frozenset({Role.BUSINESS_UNIT, Role.ANALYST})
CHECKS = frozenset({Role.ANALYST})
READS_SENT = frozenset({Role.BUSINESS_UNIT, Role.ANALYST, Role.SCRUTINEER, Role.INSPECTOR})
READS_DRAFTS = frozenset({Role.SCRUTINEER})
READERS = READS_OWN | READS_SENT
# The kind of matter whose declared interests shut returns too.
AGENCY = "directory.agency"


def agencies_of(standing: Standing, roles: frozenset[Role]) -> frozenset[int]:
    """Agencies for which one of these roles is held here, and those they took the place of."""
    mine = {each.agency_id for each in standing.held if each.agency_id and each.role in roles}
    if not mine:
        return frozenset()
    earlier = _predecessors(standing)
    found, new = set(mine), set(mine)
    while new := {each for one in new for each in earlier.get(one, ())} - found:
        found |= new
    return frozenset(found)


def _predecessors(standing: Standing) -> dict[int, list[int]]:
    """Whose place each agency took; asked once for a standing."""
    known: dict[int, list[int]] | None = standing.__dict__.get("returns_predecessors")
    if known is None:
        known = {}
        for old, new in Succession.objects.filter(on__lte=standing.today).values_list(
            "predecessor_id", "successor_id"
        ):
            known.setdefault(new, []).append(old)
        standing.__dict__["returns_predecessors"] = known
    return known


def _here(standing: Standing, asked: DataRequest) -> bool:
    """In the partnership looked at, and no agency in which this person declared an interest."""
    if standing.partnership is None or standing.partnership.pk != asked.partnership_id:
        return False
    return (AGENCY, str(asked.agency_id)) not in standing.matters_shut


def _for_agency(standing: Standing, asked: DataRequest, roles: frozenset[Role]) -> bool:
    return _here(standing, asked) and asked.agency_id in agencies_of(standing, roles)


def can_see_request(standing: Standing, asked: DataRequest) -> bool:
    """True where what was asked, and how far it has come, may be seen."""
    if not _here(standing, asked):
        return False
    return standing.holds(*READS_SENT) or _for_agency(standing, asked, READS_OWN)


def can_see(standing: Standing, sent: Return) -> bool:
    """True where this version may be read. A draft is its agency’s and the scrutineer’s only."""
    asked = sent.request
    if not _here(standing, asked):
        return False
    if sent.status == Status.DRAFT:
        return standing.holds(*READS_DRAFTS) or _for_agency(standing, asked, FILLS_IN)
    return standing.holds(*READS_SENT) or _for_agency(standing, asked, READS_OWN)


def can_ask(standing: Standing) -> bool:
    """True for those who ask agencies for figures."""
    return standing.partnership is not None and standing.holds(*ASKS)


def can_fill_in(standing: Standing, asked: DataRequest) -> bool:
    """True for the agency’s own contributors and leads."""
    return _for_agency(standing, asked, FILLS_IN)


def can_sign(standing: Standing, asked: DataRequest) -> bool:
    """True for the agency’s own lead."""
    return _for_agency(standing, asked, SIGNS)


def can_check(standing: Standing, asked: DataRequest) -> bool:
    """True for the partnership’s analyst."""
    return _here(standing, asked) and standing.holds(*CHECKS)


def check_ask(standing: Standing) -> None:
    """Raises NotAllowedError."""
    if not can_ask(standing):
        raise NotAllowedError("Only the business unit and the analyst ask agencies for figures.")


def check_fill_in(standing: Standing, asked: DataRequest) -> None:
    """Raises NotAllowedError."""
    if not can_fill_in(standing, asked):
        raise NotAllowedError("Only the agency that was asked fills in its return.")


def check_sign(standing: Standing, asked: DataRequest) -> None:
    """Raises NotAllowedError."""
    if not can_sign(standing, asked):
        raise NotAllowedError("Only the lead of the agency that was asked signs its return.")


def check_check(standing: Standing, asked: DataRequest) -> None:
    """Raises NotAllowedError."""
    if not can_check(standing, asked):
        raise NotAllowedError("Only the partnership’s analyst queries or accepts a return.")
