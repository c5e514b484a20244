"""The site and reports share one ledger: neither gives away what the other withholds."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from goldenthread.disclosure import as_release, figures_of, release
from goldenthread.disclosure.outputs import write_whole
from goldenthread.disclosure.publication import add_to_ledger, read_ledger
from goldenthread.nouns import Symbol
from goldenthread_site.directory.models import Partnership
from goldenthread_site.figures import shelves
from goldenthread_site.figures.actions import keep_figures
from goldenthread_site.figures.models import Deposit, LetOut
from goldenthread_site.trail.acting import Acting
from goldenthread_site.trail.models import Link
from tests.factories import a_figure, a_thread

pytestmark = pytest.mark.django_db
YEAR, SMALL = "2023-24", "2023-24 Q1"
QUARTERS = {SMALL: "3", "2023-24 Q2": "12", "2023-24 Q3": "20", "2023-24 Q4": "15"}
WITHHELD = str(Symbol.CONFIDENTIAL)


@pytest.fixture
def luton():
    return Partnership.objects.create(name="Luton", slug="luton", areas=["821"])


def a_count(period, value):
    thread = a_thread(source="local.front_door", locator=f"row {period}", vintage="")
    return a_figure(value, indicator="contacts", period=period, thread=thread)


def quarters(*, without=""):
    return [a_count(period, value) for period, value in QUARTERS.items() if period != without]


def keep(luton, *figures):
    by, because = Acting(job="test"), "a return, accepted"
    keep_figures(by=by, partnership=luton, figures=figures, because=because)


def read(luton):
    """What someone without true counts reads, by period."""
    return told(shelves.figures_of(luton, inside=False))


def told(figures):
    return {each.period.code: str(each.value or each.symbol) for each in figures}


def share(folder):
    out = StringIO()
    call_command("share_ledger", "luton", str(folder), stdout=out)
    return out.getvalue()


def printed_in_a_report(folder, tmp_path, *figures):
    name, files = as_release("821-2023-24", date(2024, 9, 30), figures)
    write_whole(tmp_path / name, files)
    add_to_ledger(folder, tmp_path / name)


def reported(*figures, ledger=None):
    """What a report prints of figures, beside a ledger where it is given one."""
    earlier = figures_of(read_ledger(ledger)) if ledger else ()
    return told(each.figure for each in release(figures, earlier).values())


def test_a_report_gives_nothing_away_beside_what_the_site_let_out(luton, tmp_path):
    keep(luton, *quarters())
    assert read(luton) == QUARTERS | {SMALL: WITHHELD}
    shown = "has the 3 numbers that this site let out. 0 that reports printed"
    assert shown in share(tmp_path / "published")
    small, year = a_count(SMALL, QUARTERS[SMALL]), a_count(YEAR, "50")
    # Fifty less the three quarters that the site shows would be the three children.
    assert reported(small, year) == {SMALL: WITHHELD, YEAR: "50"}
    beside = reported(small, year, ledger=tmp_path / "published")
    assert beside == {SMALL: WITHHELD, YEAR: WITHHELD}


def test_the_site_gives_nothing_away_beside_what_a_report_printed(luton, tmp_path):
    ledger = tmp_path / "published"
    printed_in_a_report(ledger, tmp_path, *quarters(without=SMALL))
    keep(luton, a_count(SMALL, QUARTERS[SMALL]), a_count(YEAR, "50"))
    before = Deposit.objects.count()
    assert "3 that reports printed are new here" in share(ledger)
    assert read(luton) == {SMALL: WITHHELD, YEAR: WITHHELD}
    assert Deposit.objects.count() == before + 1


def test_without_sharing_it_would_be_given_away(luton, tmp_path):
    printed_in_a_report(tmp_path / "published", tmp_path, *quarters(without=SMALL))
    keep(luton, a_count(SMALL, QUARTERS[SMALL]), a_count(YEAR, "50"))
    assert read(luton) == {SMALL: WITHHELD, YEAR: "50"}


def test_what_is_known_is_chosen_anew_once_a_report_is_known(luton, tmp_path):
    """A state that was chosen already is not gone back to: another one begins."""
    ledger = tmp_path / "published"
    keep(luton, *quarters())
    first = read(luton)
    printed_in_a_report(ledger, tmp_path, a_count("2022-23", "41"))
    share(ledger)
    assert read(luton) == first
    keep(luton, a_count(YEAR, "50"))
    assert read(luton) == first | {YEAR: WITHHELD}


def test_shared_twice_it_is_the_same(luton, tmp_path):
    ledger = tmp_path / "published"
    printed_in_a_report(ledger, tmp_path, a_count("2022-23", "41"))
    keep(luton, *quarters())
    read(luton)
    share(ledger)
    read(luton)
    files = {path: path.read_bytes() for path in ledger.rglob("*") if path.is_file()}
    rows, deposits = LetOut.objects.count(), Deposit.objects.count()
    assert "has the 3 numbers that this site let out. 0 that" in share(ledger)
    assert {path: path.read_bytes() for path in ledger.rglob("*") if path.is_file()} == files
    assert (LetOut.objects.count(), Deposit.objects.count()) == (rows, deposits)
    assert Link.objects.filter(action="ledger shared", partnership=luton.pk).count() == 2


def test_where_the_folder_cannot_be_used_nothing_is_written_down(luton, tmp_path):
    keep(luton, *quarters())
    read(luton)
    (tmp_path / "published").write_text("no folder", encoding="utf-8")
    with pytest.raises(CommandError, match="name the ledger's folder"):
        share(tmp_path / "published")
    with pytest.raises(CommandError, match="There is: luton"):
        call_command("share_ledger", "bedford", str(tmp_path / "published"))
    assert not Link.objects.filter(action="ledger shared").exists()
