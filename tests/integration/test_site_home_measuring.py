"""Work beside the case system: the page says what to type, and the program understands it."""

import re
import shlex
from html import unescape

import click
import pytest

from goldenthread.cli import main
from goldenthread.indicators import catalogue
from goldenthread_site.accounts.roles import Role
from goldenthread_site.directory.models import Agency, Partnership
from tests.factories.canary import INDICATOR, a_partnership
from tests.factories.signing_in import sign_in, someone

pytestmark = pytest.mark.django_db
PLACE = "/measuring/"


@pytest.fixture
def council():
    return Agency.objects.create(name="Council", short_name="Council", sector="council")


def read_by(client, role, agency, at=PLACE):
    sign_in(client, someone(role, agency=agency))
    return unescape(client.get(at).content.decode())


def commands_in(page):
    return [re.sub("<[^>]*>", "", each) for each in re.findall(r"<code>(.*?)</code>", page)]


def understood(verb, arguments):
    """What the command takes the arguments to mean; it refuses what it does not know."""
    program = click.Context(main, **main.context_settings)
    return main.get_command(program, verb).make_context(verb, arguments, parent=program)


def test_it_is_the_first_thing_a_councils_analyst_is_offered(client, council):
    a_partnership()
    page = read_by(client, Role.COUNCIL_ANALYST, council, "/")
    offered = re.findall(r'href="(/[^"]*)"', page.partition("<main")[2])
    assert offered[0] == PLACE


def test_the_program_understands_every_command_it_gives(client, council, tmp_path, monkeypatch):
    a_partnership()
    given = [shlex.split(each) for each in commands_in(read_by(client, Role.ANALYST, council))]
    monkeypatch.chdir(tmp_path)
    for folder in ("returns", "records", "published"):  # what the steps before would have made
        (tmp_path / folder).mkdir()
    for file in ("figures.parquet", "return.csv"):
        (tmp_path / file).touch()
    assert [each[1] for each in given] == [
        "read",
        "validate",
        "measure",
        "explain",
        "fill",
        "fetch",
        "report",
    ]
    for program, verb, *arguments in given:
        assert program == "goldenthread"
        context = understood(verb, arguments)
        assert context.params.get("area") in (None, "Luton")
        assert context.params.get("year") in (None, "2023-24")
    with pytest.raises(click.UsageError):
        understood("read", ["--no-such"])


def test_it_tells_of_every_indicator_counted_from_records_and_no_other(client, council):
    a_partnership()
    page = read_by(client, Role.COUNCIL_ANALYST, council)
    counted = {name for name, each in catalogue().items() if each.expression}
    assert set(re.findall(r'href="/figures/([a-z0-9_]+)/\?year=2023-24"', page)) == counted
    row = page.partition(f"/figures/{INDICATOR}/")[2].partition("</tr>")[0]
    assert "Section 47 enquiries" in row
    # A small count stays withheld: whoever measures knows it from the records.
    assert "withheld" in row


def test_without_figures_the_year_is_the_last_that_is_over(client, council):
    Partnership.objects.create(name="Luton", slug="luton", areas=["821"])
    page = read_by(client, Role.COUNCIL_ANALYST, council)
    assert re.search(r"--period 20\d\d-\d\d ", " ".join(commands_in(page)))
    assert "/figures/" not in page.partition("<main")[2]


def test_each_of_several_councils_is_named(client, council):
    Partnership.objects.create(name="Both", slug="luton", areas=["821", "822"])
    page = read_by(client, Role.COUNCIL_ANALYST, council)
    assert "For Bedford, type its name in the place of Luton." in page


def test_without_a_council_it_says_who_names_one(client, council):
    Partnership.objects.create(name="New", slug="luton", areas=[])
    page = read_by(client, Role.COUNCIL_ANALYST, council)
    assert commands_in(page) == []
    assert "The business unit names it" in page


@pytest.mark.parametrize("role", [Role.READER, Role.AGENCY_LEAD, Role.COUNCILLOR])
def test_it_is_for_those_who_count_and_no_one_else(client, council, role):
    a_partnership()
    sign_in(client, someone(role, agency=council))
    assert client.get(PLACE).status_code == 403
