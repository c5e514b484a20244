"""Who may see and do what with a return, cell by cell: role, status, own agency or another's."""

import pytest

from goldenthread_site.accounts.refusal import NotAllowedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Partnership
from goldenthread_site.returns import actions, checks, permissions, queries
from goldenthread_site.returns.models import Return
from goldenthread_site.returns.rules import Status
from tests.factories.returns import Someone, a_person, a_town

pytestmark = pytest.mark.django_db

SENT = {Status.SUBMITTED, Status.QUERIED, Status.ACCEPTED, Status.SUPERSEDED}
EVERY = SENT | {Status.DRAFT}
NONE: set[Status] = set()
# Which versions a role reads: of the agency it is held for, and of another agency.
READS = {
    Role.AGENCY_CONTRIBUTOR: (EVERY, NONE),
    Role.AGENCY_LEAD: (EVERY, NONE),
    Role.LEAD_PARTNER: (SENT, NONE),
    Role.DELEGATED_PARTNER: (SENT, NONE),
    Role.BUSINESS_UNIT: (SENT, SENT),
    Role.ANALYST: (SENT, SENT),
    Role.SCRUTINEER: (EVERY, EVERY),
    Role.INSPECTOR: (SENT, SENT),
}
# What a role does with returns: fill in, sign, query and accept; of its own agency and another's.
DOES = {
    Role.AGENCY_CONTRIBUTOR: ({"fill_in"}, set()),
    Role.AGENCY_LEAD: ({"fill_in", "sign"}, set()),
    Role.ANALYST: ({"check"}, {"check"}),
}


def in_every_status(town) -> dict[Status, Return]:
    """One version in each status, all of the police."""
    first = town.accepted(town.ask())
    second = town.accepted(first.request)
    queried = town.signed(town.ask("gcp2"), {"assessments": "4"})
    checks.query(**town.analyst.both, sent=queried, line="", text="Sure?")
    submitted = town.submitted(town.ask("operation_encompass"), {"in_time": "90"})
    draft = town.draft(town.ask("channel"), {"referrals": "3"})
    found = {
        Status.SUPERSEDED: first,
        Status.ACCEPTED: second,
        Status.QUERIED: queried,
        Status.SUBMITTED: submitted,
        Status.DRAFT: draft,
    }
    for status, each in found.items():
        each.refresh_from_db()
        assert each.status == status
    return found


def test_who_reads_which_version_of_whom():
    town = a_town()
    versions = in_every_status(town)
    wrong = []
    for role in Role:
        for number, agency in enumerate((town.police, town.fire)):
            standing = town.someone(role, agency).standing
            expected = READS.get(role, (NONE, NONE))[number]
            alone = {
                status for status, each in versions.items() if permissions.can_see(standing, each)
            }
            listed = {Status(each.status) for each in queries.versions(standing)}
            if not expected == alone == listed:
                wrong.append((role, agency.name, expected, alone, listed))
    assert wrong == []


def test_who_does_what_with_whose():
    town = a_town()
    asked = town.ask()
    wrong = []
    for role in Role:
        for number, agency in enumerate((town.police, town.fire)):
            standing = town.someone(role, agency).standing
            can = {
                "fill_in": permissions.can_fill_in(standing, asked),
                "sign": permissions.can_sign(standing, asked),
                "check": permissions.can_check(standing, asked),
            }
            expected = DOES.get(role, (set(), set()))[number]
            if {name for name, may in can.items() if may} != expected:
                wrong.append((role, agency.name, can))
        assert permissions.can_ask(standing) == (role in (Role.ANALYST, Role.BUSINESS_UNIT))
    assert wrong == []


def test_a_role_in_another_partnership_opens_nothing():
    town = a_town()
    versions = in_every_status(town)
    other = Partnership.objects.create(name="Elsewhere", slug="elsewhere", areas=["822"])
    for role in Role:
        standing = Someone(a_person(other, role, town.police)).standing
        assert not [each for each in versions.values() if permissions.can_see(standing, each)]
        assert not queries.versions(standing).exists()
        assert not queries.requests(standing).exists()
        assert not permissions.can_fill_in(standing, versions[Status.DRAFT].request)


def test_every_action_refuses_whoever_may_not():
    town = a_town()
    versions = in_every_status(town)
    outsiders = [town.someone(role, town.fire) for role in Role if role is not Role.ANALYST]
    draft, sent = versions[Status.DRAFT], versions[Status.SUBMITTED]
    (query,) = versions[Status.QUERIED].queries.all()
    for someone in outsiders:
        attempts = {
            "begin": lambda by: actions.begin(**by, asked=draft.request),
            "save": lambda by: actions.save(**by, sent=draft, typed={"referrals": "9"}),
            "submit": lambda by: actions.submit(**by, sent=draft),
            "sign": lambda by: actions.sign(**by, sent=sent, post="x"),
            "take back": lambda by: actions.take_back(**by, sent=sent, why="x"),
            "answer": lambda by: actions.answer(**by, query=query, text="x"),
            "query": lambda by: checks.query(**by, sent=sent, line="", text="x"),
            "accept": lambda by: checks.accept(**by, sent=sent),
        }
        for attempt in attempts.values():
            with pytest.raises(NotAllowedError):
                attempt(someone.both)
    draft.refresh_from_db()
    assert draft.cells.get().typed == "3"


def test_a_role_that_is_over_opens_nothing():
    town = a_town()
    sent = town.submitted(town.ask())
    someone = town.someone(Role.AGENCY_LEAD, town.police)
    someone.person.roles_held.update(until="2026-11-19")
    assert not permissions.can_see(someone.standing, sent)
    assert not queries.versions(someone.standing).exists()
