"""How one agency follows another: in words, in line, checked first, refused where it cannot be."""

from datetime import date

import pytest

from goldenthread_site.accounts.refusal import RefusedError
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory import actions, presenters, queries
from goldenthread_site.directory.models import Agency, Membership, Partnership, Succession
from goldenthread_site.directory.signals import agency_succeeded
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Link
from tests.factories.signing_in import BEGAN, sign_in, someone

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 21)
SITE = Acting(job="test of its own")


@pytest.fixture
def luton() -> Partnership:
    return Partnership.objects.create(name="Luton SCP", slug="luton", areas=["821"])


@pytest.fixture
def bedford() -> Partnership:
    return Partnership.objects.create(name="Bedford SCP", slug="bedford", areas=["822"])


def an_agency(name: str, *where: Partnership, **more: object) -> Agency:
    made = Agency.objects.create(name=name, short_name=name, sector="health", **more)
    for each in where:
        Membership.objects.create(agency=made, partnership=each, standing="relevant", since=BEGAN)
    return made


def day_boxes(name: str, day: date) -> dict[str, str]:
    return {
        f"{name}_day": str(day.day),
        f"{name}_month": str(day.month),
        f"{name}_year": str(day.year),
    }


def test_a_succession_is_told_in_words(client, luton):
    earlier, later = an_agency("CCG", luton), an_agency("ICB", luton)
    actions.record_succession(
        by=SITE, predecessor=earlier, successor=later, on=date(2022, 7, 1), how="merged"
    )
    sign_in(client, someone(Role.READER, partnership=luton))
    page = client.get("/agencies/").content.decode()
    assert "until 30 June 2022; then merged into ICB" in page
    assert (
        "CCG was merged into it on 1 July 2022"
        in client.get(f"/agencies/{later.pk}/").content.decode()
    )


def test_a_split_is_told_once(luton):
    earlier, one, two = (an_agency(name, luton) for name in ("Trust", "North", "South"))
    for part in (one, two):
        actions.record_succession(
            by=SITE, predecessor=earlier, successor=part, on=date(2022, 7, 1), how="split"
        )
    earlier.refresh_from_db()
    _, after = queries.successions_of(earlier)
    said = presenters.what_became(earlier, after)
    assert said == "until 30 June 2022; then was split into North and South"


def test_the_line_and_who_acts_today(luton):
    names = ("PCT", "CCG", "Other CCG", "ICB", "Next ICB", "North", "South")
    made = {name: an_agency(name, luton) for name in names}
    for before, after, on, how in (
        ("PCT", "CCG", date(2013, 4, 1), "replaced"),
        ("CCG", "ICB", date(2022, 7, 1), "merged"),
        ("Other CCG", "ICB", date(2022, 7, 1), "merged"),
        ("ICB", "Next ICB", date(2027, 4, 1), "replaced"),
        ("Next ICB", "North", date(2030, 4, 1), "split"),
        ("Next ICB", "South", date(2030, 4, 1), "split"),
    ):
        Succession.objects.create(predecessor=made[before], successor=made[after], on=on, how=how)

    def acts(name: str, on: date) -> str:
        return queries.current_agency(made[name], on).name

    assert acts("PCT", date(2013, 3, 31)) == "PCT"
    assert acts("PCT", date(2013, 4, 1)) == "CCG"
    assert acts("PCT", TODAY) == "ICB"
    assert acts("ICB", TODAY) == "ICB"
    assert acts("CCG", date(2028, 1, 1)) == "Next ICB"
    assert acts("CCG", date(2031, 1, 1)) == "CCG"
    both = {each.name for each in queries.current_agencies(made["CCG"], date(2031, 1, 1))}
    assert both == {"North", "South"}
    line = [each.name for each in queries.line_of(made["CCG"])]
    assert line == ["PCT", "CCG", "ICB", "Next ICB", "North", "South"]
    joined = [each.name for each in queries.line_of(made["ICB"])]
    assert set(joined[:3]) == {"PCT", "CCG", "Other CCG"}


def test_places_move_to_the_successor_and_the_earlier_one_ends(luton, bedford):
    earlier, later = an_agency("CCG", luton, bedford), an_agency("ICB", bedford)
    on = date(2022, 7, 1)
    actions.record_succession(by=SITE, predecessor=earlier, successor=later, on=on, how="merged")
    earlier.refresh_from_db()
    assert earlier.ended == date(2022, 6, 30)
    for each in (luton, bedford):
        assert earlier.memberships.get(partnership=each).until == date(2022, 6, 30)
        assert later.memberships.filter(partnership=each).count() == 1
    assert later.memberships.get(partnership=luton).since == on
    assert later.memberships.get(partnership=bedford).since == BEGAN
    assert {each.partnership for each in Link.objects.all()} == {luton.pk, bedford.pk}


def test_an_agency_that_ended_already_gets_its_successor(luton):
    earlier, later = an_agency("CCG", luton), an_agency("ICB", luton)
    actions.end_membership(
        by=SITE,
        agency=earlier,
        partnership=luton,
        until=date(2022, 6, 30),
        exists=False,
        why="Ended by law",
    )
    actions.record_succession(
        by=SITE, predecessor=earlier, successor=later, on=date(2022, 7, 1), how="merged"
    )
    assert queries.current_agency(earlier, TODAY) == later


def test_other_rooms_hear_of_it_and_can_stop_it(luton):
    earlier, later = an_agency("CCG", luton), an_agency("ICB", luton)
    heard = []

    def listen(sender, succession, by, **more):
        heard.append((succession.predecessor, succession.successor, by))
        if len(heard) > 1:
            raise ValueError("an open request cannot move")

    agency_succeeded.connect(listen)
    try:
        actions.record_succession(
            by=SITE, predecessor=earlier, successor=later, on=date(2022, 7, 1), how="merged"
        )
        third = an_agency("Next", luton)
        with pytest.raises(ValueError, match="cannot move"):
            actions.record_succession(
                by=SITE, predecessor=later, successor=third, on=date(2023, 7, 1), how="merged"
            )
    finally:
        agency_succeeded.disconnect(listen)
    assert heard[0] == (earlier, later, SITE)
    assert Succession.objects.count() == 1


@pytest.mark.parametrize(
    ("before", "after", "on", "says"),
    [
        ("A", "A", date(2022, 7, 1), "cannot succeed itself"),
        ("B", "A", date(2022, 7, 1), "came after"),
        ("A", "B", date(2022, 7, 1), "recorded already"),
        ("Young", "A", date(2020, 1, 1), "Enter a day after"),
        ("B", "Gone", date(2022, 7, 1), "had ended by that day"),
        ("Gone", "B", date(2022, 7, 1), "ended on 1 January 2020"),
    ],
)
def test_a_succession_that_cannot_be_is_refused(luton, before, after, on, says):
    made = {name: an_agency(name, luton) for name in "AB"}
    made["Young"] = an_agency("Young", luton, began=date(2021, 1, 1))
    made["Gone"] = an_agency("Gone", luton, ended=date(2020, 1, 1))
    Succession.objects.create(
        predecessor=made["A"], successor=made["B"], on=date(2021, 7, 1), how="merged"
    )
    with pytest.raises(RefusedError, match=says):
        actions.record_succession(
            by=SITE, predecessor=made[before], successor=made[after], on=on, how="merged"
        )
    assert Succession.objects.count() == 1
    assert not Link.objects.exists()


def test_a_succession_is_checked_before_it_is_written(client, luton):
    earlier, later = an_agency("CCG", luton), an_agency("ICB", luton)
    sign_in(client, someone(Role.BUSINESS_UNIT, partnership=luton))
    address = f"/agencies/{earlier.pk}/succession/"
    given = {"successor": later.pk, "how": "merged", **day_boxes("on", date(2022, 7, 1))}
    checked = client.post(address, given).content.decode()
    assert "Check your answers" in checked
    assert "CCG merged into ICB" in checked
    assert not Succession.objects.exists()
    assert not Link.objects.exists()
    changed = client.post(address, {**given, "change": "yes"}).content.decode()
    assert 'value="2022"' in changed
    assert not Succession.objects.exists()
    done = client.post(address, {**given, "confirmed": "yes"}, follow=True).content.decode()
    assert "ICB takes over from 1 July 2022." in done
    assert Succession.objects.count() == 1


def test_what_cannot_be_is_said_before_the_check_and_keeps_what_was_typed(client, luton):
    earlier = an_agency("CCG", luton)
    gone = an_agency("Gone", luton, ended=date(2020, 1, 1))
    sign_in(client, someone(Role.BUSINESS_UNIT, partnership=luton))
    given = {"successor": gone.pk, "how": "merged", **day_boxes("on", date(2022, 7, 1))}
    page = client.post(f"/agencies/{earlier.pk}/succession/", given).content.decode()
    assert "There is a problem" in page
    assert "had ended by that day" in page
    assert 'value="2022"' in page
    assert "Check your answers" not in page
