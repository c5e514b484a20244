"""Who may give which role, said once more by hand and compared cell by cell."""

from datetime import date

import pytest

from goldenthread_site.accounts.refusal import NotAllowedError, RefusedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.example.loading import load_example
from goldenthread_site.directory.models import Agency, Partnership, RoleHeld
from goldenthread_site.directory.people.permissions import (
    can_end,
    can_give,
    check_end_interest,
    check_give,
    roles_to_give,
)
from goldenthread_site.directory.people.rules import check_spell
from tests.factories.signing_in import BEGAN, someone, standing

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 21)
# The roles that see children's records, which whoever keeps the site running does not give.
RECORDS = {Role.COUNCIL_ANALYST, Role.CASE_REVIEW_MEMBER, Role.REVIEW_AUTHOR, Role.LEGAL_ADVISER}


@pytest.fixture
def example() -> None:
    load_example(DAY)


def expected(giver: Role, role: Role, own: bool) -> bool:
    """The truth table, in the plainest words."""
    if giver == Role.BUSINESS_UNIT:
        return True
    if giver == Role.ADMINISTRATOR:
        return role not in RECORDS
    if giver == Role.AGENCY_LEAD:
        return own and role == Role.AGENCY_CONTRIBUTOR
    return False


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("giver", list(Role))
def test_who_may_give_which_role(giver: Role):
    police = Agency.objects.get(name="Bedfordshire Police")
    fire = Agency.objects.get(name="Bedfordshire Fire and Rescue Service")
    who = standing(someone(giver, agency=police))
    for role in Role:
        for agency, own in ((police, True), (fire, False)):
            cell = (giver, role, agency.short_name)
            assert (cell, can_give(who, role, agency.pk)) == (cell, expected(giver, role, own))


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("giver", list(Role))
def test_nobody_gives_themselves_a_role(giver: Role):
    police = Agency.objects.get(name="Bedfordshire Police")
    person = someone(giver, agency=police, email="own@made-up.example")
    for role in Role:
        with pytest.raises(NotAllowedError):
            check_give(standing(person), role, police.pk, "  OWN@made-up.example ")


@pytest.mark.usefixtures("example")
def test_an_administrator_cannot_make_themselves_business_unit_but_may_let_one_in():
    who = standing(someone(Role.ADMINISTRATOR, email="admin@made-up.example"))
    with pytest.raises(NotAllowedError, match="gives themselves"):
        check_give(who, Role.BUSINESS_UNIT, None, "admin@made-up.example")
    check_give(who, Role.BUSINESS_UNIT, None, "first@made-up.example")


@pytest.mark.usefixtures("example")
def test_a_role_in_another_partnership_opens_nothing_here():
    bedford = Partnership.objects.get(slug="bedford-borough")
    person = someone(Role.BUSINESS_UNIT, partnership=bedford)
    RoleHeld.objects.create(
        person=person,
        partnership=Partnership.objects.get(slug="luton"),
        role=Role.READER,
        since=BEGAN,
    )
    assert roles_to_give(standing(person, chosen="luton")) == []
    assert Role.READER in roles_to_give(standing(person, chosen="bedford-borough"))


@pytest.mark.usefixtures("example")
def test_roles_are_ended_by_others_who_could_have_given_them():
    police = Agency.objects.get(name="Bedfordshire Police")
    fire = Agency.objects.get(name="Bedfordshire Fire and Rescue Service")
    own, other = (
        someone(Role.AGENCY_CONTRIBUTOR, agency=each).roles_held.get() for each in (police, fire)
    )
    reviewer = someone(Role.CASE_REVIEW_MEMBER).roles_held.get()
    held = {"own": own, "other": other, "reviewer": reviewer}
    table = {
        Role.BUSINESS_UNIT: {"own", "other", "reviewer"},
        Role.ADMINISTRATOR: {"own", "other"},
        Role.AGENCY_LEAD: {"own"},
        Role.ANALYST: set(),
        Role.SCRUTINEER: set(),
    }
    for role, may in table.items():
        person = someone(role, agency=police)
        who = standing(person)
        assert (role, {name for name, each in held.items() if can_end(who, each)}) == (role, may)
        assert not can_end(who, person.roles_held.get())


@pytest.mark.usefixtures("example")
def test_an_interest_is_ended_by_someone_else():
    unit = someone(Role.BUSINESS_UNIT)
    check_end_interest(standing(unit), someone().pk)
    with pytest.raises(NotAllowedError):
        check_end_interest(standing(unit), unit.pk)
    with pytest.raises(NotAllowedError):
        check_end_interest(standing(someone(Role.ANALYST)), unit.pk)


@pytest.mark.parametrize(
    ("role", "for_agency", "until", "field"),
    [
        (Role.AGENCY_LEAD, True, None, None),
        (Role.AGENCY_LEAD, False, None, "agency"),
        (Role.ANALYST, True, None, "agency"),
        (Role.INSPECTOR, False, None, "until"),
        (Role.INSPECTOR, False, date(2026, 12, 1), None),
        (Role.READER, False, date(2026, 11, 20), "until"),
    ],
)
def test_a_role_has_what_it_must_have(role, for_agency, until, field):
    if field is None:
        check_spell(role, for_agency=for_agency, since=DAY, until=until)
        return
    with pytest.raises(RefusedError) as refused:
        check_spell(role, for_agency=for_agency, since=DAY, until=until)
    assert refused.value.field == field
