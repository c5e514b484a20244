"""How the database keeps back returns: a draft is its agency's, and the scrutineer reads it."""

from goldenthread_site.barrier.rules import (
    Rule,
    for_agency,
    held,
    is_one_of,
    named_in,
    no_interest_in,
    of_partnership,
    of_person,
    through,
)
from goldenthread_site.barrier.tables import Protected, Told
from goldenthread_site.returns.permissions import (
    AGENCY,
    ASKS,
    CHECKS,
    FILLS_IN,
    READS_DRAFTS,
    READS_OWN,
    READS_SENT,
)
from goldenthread_site.returns.rules import SENT, Status

_HERE = of_partnership() & no_interest_in("agency_id", AGENCY)
_DRAFT, _SENT = is_one_of("status", Status.DRAFT), is_one_of("status", *SENT)


def _request_of(rule: Rule) -> Rule:
    return through("request_id", "returns_datarequest", where=rule)


_OF_RETURN = through("sent_id", "returns_return")
_ANY_REQUEST = through("request_id", "returns_datarequest")
_WRITTEN = Protected(reads=_OF_RETURN, writes=_OF_RETURN & held(*FILLS_IN, *CHECKS))

TABLES: dict[str, Told] = {
    # That something is asked of an agency is no secret in its partnership.
    "returns_datarequest": Protected(reads=_HERE, writes=_HERE & held(*ASKS, *FILLS_IN)),
    "returns_return": Protected(
        # As few subqueries as will do: PostgreSQL plans each of them anew for every query.
        reads=(_DRAFT & _request_of(held(*READS_DRAFTS) | for_agency("agency_id", *FILLS_IN)))
        | (_SENT & _request_of(held(*READS_SENT) | for_agency("agency_id", *READS_OWN))),
        writes=_request_of(for_agency("agency_id", *FILLS_IN))
        | (_SENT & _ANY_REQUEST & held(*CHECKS)),
    ),
    "returns_cell": _WRITTEN,
    "returns_query": _WRITTEN,
    "returns_reading": _WRITTEN,
    "returns_upload": Protected(
        reads=of_person("by_id")
        | named_in("returns_return", "upload_id")
        | named_in("returns_reading", "upload_id"),
        writes=of_person("by_id"),
    ),
    "returns_reminder": Protected(reads=_ANY_REQUEST, writes=_ANY_REQUEST & held(*ASKS)),
}
