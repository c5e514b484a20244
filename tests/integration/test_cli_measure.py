"""Measured from the command line, explained to those entitled, and taken into the report."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from goldenthread.cli import main
from goldenthread.figures import FigureBook
from goldenthread.sources import parquet
from goldenthread.synthetic import write_localities
from tests.factories.journeys import drawn
from tests.factories.records import made_up, records, told

REFERRALS = drawn(
    "cin_episodes",
    """person_id | referral_date | referral_id | source
    child-one | 2022-06-01 | 1 | 2B
    child-one | 2023-05-01 | 2 | 2B
    child-two | 2023-05-02 | 3 | 1A""",
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder of records as `goldenthread read --out` writes it."""
    parquet.write(records(told({"cin_episodes": REFERRALS})), tmp_path / "records")
    return tmp_path / "records"


def test_figures_are_measured_into_a_book_and_a_table(kept: Path, tmp_path: Path) -> None:
    book, table = tmp_path / "figures.parquet", tmp_path / "figures.csv"
    done = run("measure", kept, "--period", "2023-24", "--by", "quarter", "--by", "year",
               "--out", book, "--format", "json")  # fmt: skip
    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    assert said["areas"] == ["821"]
    assert "referrals" in said["indicators"]
    figures = FigureBook.open(book).figures(indicator="referrals", unit="count", breakdown="")
    assert {(each.period.code, each.value) for each in figures} == {
        ("2023-24", 2), ("2023-24 Q1", 2), ("2023-24 Q2", 0), ("2023-24 Q3", 0), ("2023-24 Q4", 0)
    }  # fmt: skip
    again = tmp_path / "again.parquet"
    run("measure", kept, "--period", "2023-24", "--by", "year", "--by", "quarter", "--out", again)
    assert again.read_bytes() == book.read_bytes()
    done = run("measure", kept, "--period", "2023-24", "--indicator", "referrals", "--out", table)
    assert done.exit_code == 0, done.output
    assert "They are not protected" in done.stdout
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith('"indicator","unit","area_code"')
    assert all(line.startswith('"referrals"') for line in lines[1:])
    for text in (book.read_bytes(), table.read_bytes()):
        assert b"child-one" not in text


def test_a_choice_changes_the_count(kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "figures.csv"
    name = "re_referrals_within_12_months"
    done = run("measure", kept, "--period", "2023-24", "--indicator", name,
               "--choose", "within_12_months=365_days", "--out", out)  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "within_12_months=365_days" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("--period", "soon"), "'soon' is no period"),
        (("--period", "2024-03-31", "--by", "month"), "is one day"),
        (("--period", "2023-24", "--choose", "within_12_months"), "is no choice"),
        (("--period", "2023-24", "--choose", "a=b"), "There is no parameter 'a'"),
        (("--period", "2023-24", "--indicator", "referals"), "did you mean referrals"),
        (("--period", "2023-24", "--address", "x"), "leave --address out"),
    ],
)
def test_what_cannot_be_measured_is_one_sentence(
    kept: Path, tmp_path: Path, given: tuple[str, ...], says: str
) -> None:
    done = run("measure", kept, *given, "--out", tmp_path / "figures.parquet")
    assert done.exit_code == 2
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "figures.parquet").exists()


def test_a_figure_is_explained_to_one_entitled_and_to_nobody_else(kept: Path) -> None:
    asked = ("explain", "re_referrals_within_12_months|Luton|2023-24", kept)
    refused = run(*asked)
    assert refused.exit_code == 2
    assert "--entitled" in refused.stderr
    assert refused.stdout == ""
    done = run(*asked, "--entitled", "case audit of May", "--format", "json")
    assert done.exit_code == 0, done.output
    assert "case audit of May" in done.stderr
    said = json.loads(done.stdout)
    assert (said["numerator"], said["denominator"]) == (1, 2)
    assert [each["days"] for each in sorted(said["children"], key=lambda c: -c["numerator"])] == [
        ["2023-05-01"],
        ["2023-05-02"],
    ]
    again = json.loads(run(*asked, "--entitled", "again", "--format", "json").stdout)
    names = {each["name"] for each in said["children"]}
    assert not names & {each["name"] for each in again["children"]}
    assert "child-" not in done.output


def test_an_id_is_looked_up_in_the_book_or_by_measuring_again(kept: Path, tmp_path: Path) -> None:
    book = tmp_path / "figures.parquet"
    run("measure", kept, "--period", "2023-24", "--out", book)
    (figure,) = FigureBook.open(book).figures(
        indicator="referrals", unit="count", breakdown="source=Individual"
    )
    for where in (("--figures", book), ("--period", "2023-24")):
        done = run("explain", figure.id, kept, "--entitled", "a reason", *where)
        assert done.exit_code == 0, done.output
        assert done.stdout.splitlines()[-1] == "1 of 1, of 1 children."
    lost = run("explain", "abc", kept, "--entitled", "a reason", "--figures", book)
    assert lost.exit_code == 2
    assert "No figure here has the id abc" in lost.stderr


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("referrals", "name the book that holds it"),
        ("referrals|Luton", "is no figure"),
        ("referrals|Luton|2023-24|reason=Neglect", "is not counted by reason"),
        ("referrals|Bedford|2023-24", "No return that was read is of 822"),
        ("referrals|Luton|2020-21", "no return that was read tells"),
        ("referrals|Luton|2024-03-31", "is not counted for 31 March 2024"),
        ("children_population|Luton|2023-24", "is not counted from records"),
    ],
)
def test_what_cannot_be_explained_is_one_sentence(kept: Path, key: str, says: str) -> None:
    done = run("explain", key, kept, "--entitled", "a reason")
    assert done.exit_code == 2
    assert says in done.stderr
    assert "audit" not in done.stderr


def test_faults_are_counted_and_the_figures_made_all_the_same(kept: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "letter.txt"
    stranger.write_text("not a return", encoding="utf-8")
    done = run("measure", kept, stranger, "--period", "2023-24", "--out", tmp_path / "f.parquet")
    assert done.exit_code == 1
    assert "1 faults" in done.stderr
    assert (tmp_path / "f.parquet").exists()


def test_it_may_hold_the_records_to_the_rules_at_once(tmp_path: Path) -> None:
    census = tmp_path / "census.xml"
    plan = "<ChildProtectionPlans><CPPstartDate>{}</CPPstartDate></ChildProtectionPlans>"
    census.write_text(
        "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2024</Year>"
        "<ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails><Source><LEA>821</LEA>"
        "</Source></Header><Children><Child><ChildIdentifiers><LAchildID>A1</LAchildID>"
        "<PersonBirthDate>2015-06-01</PersonBirthDate></ChildIdentifiers><CINdetails>"
        "<CINreferralDate>2023-05-01</CINreferralDate>"
        f"{plan.format('2023-06-01')}{plan.format('2023-07-01')}"
        "</CINdetails></Child></Children></Message>",
        encoding="utf-8",
    )
    out = tmp_path / "f.parquet"
    asked = ("measure", census, "--period", "2023-24", "--out", out, "--format", "json")
    plain, held = run(*asked), run(*asked, "--validate")
    told = [json.loads(done.stdout)["faults"] for done in (plain, held)]
    assert set(told[1]) > set(told[0])
    assert held.exit_code == 1
    assert "goldenthread validate" in held.stderr


def test_the_report_takes_measured_figures_and_both_values_stay(tmp_path: Path) -> None:
    parquet.write(made_up(), tmp_path / "records")
    book = tmp_path / "figures.parquet"
    assert run("measure", tmp_path / "records", "--period", "2023-24", "--out", book).exit_code == 0
    listed = run("figures", "--measured", book, "--differences", "--indicator", "referrals",
                 "--period", "2023-24", "--format", "json")  # fmt: skip
    assert listed.exit_code == 0, listed.output
    wholes = [each for each in json.loads(listed.stdout) if not each["breakdown"]]
    shown, *others = [each for each in wholes if each["unit"] == "count"]
    assert shown["source"].startswith("dfe.")  # the stated order: a national release first
    (ours,) = [each for each in others if each["source"] == "records.parquet"]
    assert ours["value"] != shown["value"]
    out = tmp_path / "report"
    done = run("report", "--measured", book, "--out", out)
    assert done.exit_code == 0, done.output
    checks = json.loads((out / "checks.json").read_text(encoding="utf-8"))
    told = {each["title"]: each for each in checks["measured_otherwise"]}
    both = told["Referrals to children’s social care, Luton, 2023-24"]
    assert both["printed"] == "3,130"
    assert both["otherwise_source"] == "records.parquet"
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "Where our own count differs from what is published" in page
    assert len({each["title"] for each in checks["measured_otherwise"]}) == len(
        checks["measured_otherwise"]
    ), "each once, though the page prints both values"


@pytest.fixture
def at_home(tmp_path: Path) -> Path:
    """Records of two referrals of one child and one of another, who live in two places."""
    homes = drawn(
        "address",
        """person_id | start_date | postcode
        child-one | 2020-01-01 | ZZ10 1AA
        child-two | 2020-01-01 | ZZ17 1AA""",
    )
    parquet.write(
        records(told({"cin_episodes": REFERRALS, "address": homes})), tmp_path / "records"
    )
    return tmp_path / "records"


def test_figures_are_told_by_locality_where_a_table_of_them_is_named(
    at_home: Path, tmp_path: Path
) -> None:
    table, book = write_localities("821", tmp_path), tmp_path / "figures.parquet"
    done = run("measure", at_home, "--period", "2023-24", "--localities", table, "--out", book)
    assert done.exit_code == 0, done.output
    figures = FigureBook.open(book).figures(indicator="referrals", unit="count")
    local = {str(each.breakdown): each for each in figures if each.breakdown.get("locality")}
    assert {name: each.value for name, each in local.items()} == {
        "locality=Northside": 1,
        "locality=Southside": 1,
    }
    for text in (book.read_bytes(), done.output.encode()):
        assert b"ZZ1" not in text
    key = "referrals|Luton|2023-24|locality=Southside"
    asked = ("explain", key, at_home, "--entitled", "a reason")
    done = run(*asked, "--localities", table)
    assert done.exit_code == 0, done.output
    assert "1 of 1, of 1 children." in done.stdout
    found = local["locality=Southside"].id
    done = run("explain", found, at_home, "--entitled", "a reason", "--period", "2023-24",
               "--localities", table)  # fmt: skip
    assert "1 of 1, of 1 children." in done.stdout, done.output
    done = run(*asked)
    assert done.exit_code == 2
    assert "--localities" in done.output


def test_a_table_of_localities_that_does_not_fit_is_told_with_its_line(
    at_home: Path, tmp_path: Path
) -> None:
    table = tmp_path / "wards.csv"
    table.write_text("postcode,locality,area\nZZ10,North,Luton\nZZ10,South,Luton\n", "utf-8")
    out = tmp_path / "figures.parquet"
    done = run("measure", at_home, "--period", "2023-24", "--localities", table, "--out", out)
    assert done.exit_code == 2
    assert "wards.csv, line 3: it tells the same postcode of the same days as line 2" in done.output
    assert not out.exists()
