"""A partnership of two councils: each has its own figures, and is asked about apart."""

from datetime import date

import pytest

from goldenthread.nouns import Period, Unit
from goldenthread.nouns.register import area
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, Membership, Partnership
from goldenthread_site.figures import presenters, queries
from goldenthread_site.figures.actions import keep_figures
from goldenthread_site.home.attention import gathered, matters
from goldenthread_site.returns.models import DataRequest
from goldenthread_site.trail.acting import Acting
from tests.factories import a_figure, a_thread
from tests.factories.signing_in import sign_in, someone, standing

pytestmark = pytest.mark.django_db

INDICATOR, YEAR = "section_47_enquiries", {"year": "2023-24"}
LUTON, BEDFORD = "821", "822"
RATES = {LUTON: "131.5", BEDFORD: "277.25"}


@pytest.fixture
def two(client):
    """Both councils’ figures, a council’s agency each, and a police force of both."""
    made = Partnership.objects.create(name="Both", slug="luton", areas=[LUTON, BEDFORD])
    keep_figures(
        by=Acting(job="test"),
        partnership=made,
        because="Published",
        figures=[
            a_figure(
                rate,
                area=area(code),
                unit=Unit.RATE_PER_10000,
                decimals=2,
                thread=a_thread(locator=f"row of {code}"),
            )
            for code, rate in RATES.items()
        ],
    )
    for name, short, sector, footprint in (
        ("Luton Council", "Council", "council", [LUTON]),
        ("Bedford Council", "Council", "council", [BEDFORD]),
        ("Police of both", "Police", "police", [LUTON, BEDFORD]),
    ):
        agency = Agency.objects.create(
            name=name, short_name=short, sector=sector, footprint=footprint
        )
        Membership.objects.create(
            agency=agency, partnership=made, standing="partner", since=date(2019, 9, 29)
        )
    return made


def test_each_council_has_its_own_pages_and_exports(client, two):
    sign_in(client, someone(Role.READER))
    for path in ("/figures/", f"/figures/{INDICATOR}/"):
        first = client.get(path, YEAR).content.decode()
        for code, other in ((LUTON, BEDFORD), (BEDFORD, LUTON)):
            page = client.get(path, YEAR | {"area": code}).content.decode()
            assert RATES[code] in page
            assert RATES[other] not in page
            assert area(code).name in page
            sent = YEAR | {"area": code, "form": "csv"}
            file = client.post(f"{path}export/", sent).content.decode()
            assert RATES[code] in file
            assert RATES[other] not in file
        assert RATES[LUTON] in first
        assert f"area={BEDFORD}" in first or f'value="{BEDFORD}"' in first
        # What is no council of this partnership is not looked at.
        assert RATES[LUTON] in client.get(path, YEAR | {"area": "823"}).content.decode()


def test_the_way_from_one_page_to_the_next_keeps_the_council(client, two):
    sign_in(client, someone(Role.READER))
    page = client.get("/figures/", YEAR | {"area": BEDFORD}).content.decode()
    assert f"/figures/{INDICATOR}/?year=2023-24&amp;area={BEDFORD}" in page
    one = client.get(f"/figures/{INDICATOR}/", YEAR | {"area": BEDFORD}).content.decode()
    assert f"/figures/?year=2023-24&amp;area={BEDFORD}" in one
    assert f"/figures/{INDICATOR}/export/?year=2023-24&amp;area={BEDFORD}" in one


def test_what_needs_attention_is_of_every_council(two, monkeypatch):
    # Two figures are too few to stand out from: here every one of them does.
    monkeypatch.setattr(
        queries, "latest_compared", lambda who: queries.scorecard(who, Period.parse("2023-24"))
    )
    monkeypatch.setattr(presenters, "standing_out", lambda card: list(card.lines().values()))
    reader = standing(someone(Role.READER))
    year, found = matters(reader, gathered(reader))
    items = {each.title: each for each in found[0].items}
    assert year == "2023-24"
    assert sorted(items) == ["Bedford: Section 47 enquiries", "Luton: Section 47 enquiries"]
    assert items["Bedford: Section 47 enquiries"].figure == RATES[BEDFORD]
    assert items["Bedford: Section 47 enquiries"].href.endswith(f"area={BEDFORD}")


def test_the_first_requests_are_about_each_council(client, two):
    sign_in(client, someone(Role.BUSINESS_UNIT))
    page = client.get("/set-up/requests/").content.decode()
    offered = [each.split('"')[0] for each in page.split('name="requests" type="checkbox" value="')]
    police = Agency.objects.get(short_name="Police").pk
    places = {key.split(":")[2] for key in offered[1:] if key.startswith(f"{police}:")}
    assert places == {LUTON, BEDFORD}
    assert "children of Bedford" in page
    client.post("/set-up/requests/", {"requests": offered[1:]})
    for agency, footprint in (("Luton Council", [LUTON]), ("Bedford Council", [BEDFORD])):
        asked = DataRequest.objects.filter(agency__name=agency)
        assert asked.exists()
        assert {each.footprint for each in asked} == set(footprint)
    of_police = DataRequest.objects.filter(agency=police)
    assert {each.footprint for each in of_police} == {LUTON, BEDFORD}
    one = of_police.first()
    page = client.get("/returns/came/", {"template": one.template, "period": one.period_code})
    assert "Police, Bedford" in page.content.decode()
