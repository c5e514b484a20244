"""A partnership with one small count whose traces are like nothing else, to be looked for."""

from goldenthread.nouns import Unit
from goldenthread_site.accounts.models import Person
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, Partnership
from goldenthread_site.figures.actions import keep_figures
from goldenthread_site.trail.acting import Acting
from tests.factories import ENGLAND, a_figure, a_thread
from tests.factories.signing_in import someone

# The rate that three children make, the words it was worked out by, and a digest of its file.
VALUE = "7.3519"
# What came with a return, which pages show apart: four children.
SENT = "8.6427"
CANARIES = (VALUE, SENT, "3 ÷ 4,081", "4 ÷ 4,628", "feedc0de")
# Stands in the same places and may be seen by every reader: without it a test would find nothing.
BESIDE = "22.5417"
INDICATOR = "section_47_enquiries"


def a_partnership() -> Partnership:
    """Luton, with two years of a rate of its own, the later made of three children."""
    luton = Partnership.objects.create(name="Luton", slug="luton", areas=["821"])
    rate = {"unit": Unit.RATE_PER_10000, "decimals": 4, "denominator": 4081}
    keep_figures(
        by=Acting(job="test"),
        partnership=luton,
        because="A return, accepted",
        figures=[
            a_figure(
                VALUE,
                numerator=3,
                thread=a_thread(
                    source="local.front_door",
                    calculation="10,000 × 3 ÷ 4,081",
                    digest="feedc0de" * 8,
                ),
                **rate,
            ),
            a_figure(
                BESIDE,
                numerator=9,
                period="2022-23",
                thread=a_thread(source="local.front_door", locator="row 3"),
                **rate,
            ),
            a_figure("123.4", unit=Unit.RATE_PER_10000, area=ENGLAND, decimals=1),
        ],
    )
    came = a_thread(
        source="local.mash_return",
        locator="return 7, version 1, line “Contacts”",
        calculation="10,000 × 4 ÷ 4,628",
        digest="feedc0de" * 8,
    )
    keep_figures(
        by=Acting(job="test"),
        partnership=luton,
        because="Front door return, accepted",
        return_number=7,
        figures=[
            a_figure(
                SENT,
                indicator="contacts",
                unit=Unit.RATE_PER_10000,
                decimals=4,
                numerator=4,
                denominator=4628,
                period="2023-24 Q2",
                thread=came,
            )
        ],
    )
    return luton


def holder(role: Role, partnership: Partnership) -> Person:
    """Someone with this role there, of the police where it is held for an agency."""
    police, _ = Agency.objects.get_or_create(name="Police", short_name="Police", sector="police")
    return someone(role, partnership=partnership, agency=police)
