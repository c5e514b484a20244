"""What each table of a 903 return becomes, whatever its file is called and however it is headed."""

from datetime import date
from pathlib import Path

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources import ssda903
from goldenthread.tables import Return
from tests.factories.statutory import CHILDREN, POSTCODE, PUPIL, TABLES, WORKER, a_return, as_file

A, B, C = CHILDREN


def read(paths: list[Path], **given) -> Return:
    return ssda903.read(paths, **({"area": "821", "year": 2024} | given))


def one(folder: Path, name: str, before: str = "", after: str = "", **given) -> Return:
    """One table of the return, with one text changed in it."""
    return read([as_file(folder, name, TABLES[name].replace(before, after))], **given)


def rows(got: Return, table: str) -> list[dict]:
    return [
        {name: value for name, value in row.items() if value is not None and name != "area"}
        for row in got.tables[table].to_pylist()
    ]


@pytest.fixture
def whole(tmp_path: Path) -> Return:
    return read(a_return(tmp_path))


def test_a_whole_return_has_no_fault_and_balances(whole: Return) -> None:
    assert whole.found.by_rule() == {}
    assert (whole.kind, whole.area, whole.year) == ("ssda903", "821", 2024)
    for name, balance in whole.balances.items():
        assert balance.reported == 0, name
        assert balance.came_in > 0, name


def test_children_are_those_of_the_header(whole: Return) -> None:
    assert rows(whole, "person") == [
        {
            "person_id": A,
            "sex": "F",
            "birth_date": date(2006, 3, 27),
            "ethnicity": "ABAN",
            "upn": PUPIL,
            "is_mother": True,
            "asylum_seeking": False,
        },
        {
            "person_id": B,
            "sex": "M",
            "birth_date": date(2013, 2, 14),
            "ethnicity": "REFU",
            "is_mother": False,
            "asylum_seeking": False,
        },
        {
            "person_id": C,
            "sex": "M",
            "birth_date": date(2008, 2, 28),
            "ethnicity": "WBRI",
            "asylum_seeking": True,
        },
    ]
    assert rows(whole, "mother") == [{"person_id": A, "child_birth_date": date(2023, 9, 9)}]
    assert rows(whole, "immigration_status") == [
        {"person_id": C, "status": "UASC", "end_date": date(2026, 2, 28)}
    ]


def test_episodes_carry_all_their_columns(whole: Return) -> None:
    first, second, _ = rows(whole, "cla_episodes")
    assert first == {
        "person_id": A,
        "start_date": date(2023, 6, 15),
        "start_reason": "S",
        "legal_status": "C1",
        "primary_need": "N1",
        "placement_type": "U6",
        "placement_provider": "PR1",
        "placement_change_reason": "CARPL",
        "placement_urn": "SC012345",
        "home_postcode": POSTCODE,
        "placement_postcode": POSTCODE,
        "end_date": date(2023, 8, 14),
        "end_reason": "X1",
    }
    assert "end_date" not in second


def test_reviews_absences_workers_and_orders(whole: Return) -> None:
    assert rows(whole, "cla_reviews") == [
        {"person_id": A, "review_date": date(2023, 8, 30), "participation": "PN1"}
    ]
    assert rows(whole, "missing") == [
        {
            "person_id": A,
            "start_date": date(2023, 11, 13),
            "end_date": date(2023, 11, 25),
            "missing_type": "M",
        }
    ]
    assert rows(whole, "involvements") == [
        {
            "person_id": A,
            "worker_id": WORKER,
            "role": "Social worker",
            "start_date": date(2023, 4, 1),
            "end_date": date(2023, 5, 1),
            "change_reason": "MANAGE",
        }
    ]
    assert rows(whole, "deprivation_of_liberty") == [
        {"person_id": A, "start_date": date(2024, 1, 1), "end_date": date(2024, 2, 2)}
    ]
    assert rows(whole, "cla_previous_permanence") == [
        {"person_id": A, "option": "P2", "order_area": "821", "order_date": "zz/06/2019"}
    ]


def test_yearly_outcomes_are_of_the_last_day_of_the_year(whole: Return) -> None:
    assert rows(whole, "cla_yearly_outcomes") == [
        {
            "person_id": A,
            "year_end": date(2024, 3, 31),
            "convicted": False,
            "immunisations": True,
            "teeth_check": True,
            "health_assessment": True,
            "substance_misuse": False,
            "sdq_score": 17,
        },
        {
            "person_id": B,
            "year_end": date(2024, 3, 31),
            "convicted": False,
            "immunisations": True,
            "teeth_check": False,
            "health_assessment": True,
            "substance_misuse": False,
            "sdq_reason": "SDQ2",
        },
    ]


def test_care_leavers_are_told_of_on_their_birthday_in_the_year(whole: Return) -> None:
    """The birth of the second stands in the header only, and there is nothing to be suitable."""
    assert rows(whole, "care_leavers") == [
        {
            "person_id": A,
            "reported_on": date(2024, 3, 27),
            "in_touch": "YES",
            "activity": "F2",
            "accommodation": "U",
            "suitable": True,
        },
        {
            "person_id": C,
            "reported_on": date(2024, 2, 28),
            "in_touch": "NO",
            "activity": "0",
            "accommodation": "0",
        },
    ]


@pytest.mark.parametrize(
    ("born", "year", "birthday"),
    [
        ("01/04/2005", 2024, date(2023, 4, 1)),
        ("31/03/2005", 2024, date(2024, 3, 31)),
        ("29/02/2004", 2024, date(2024, 2, 29)),
        ("29/02/2004", 2023, date(2023, 3, 1)),
    ],
)
def test_a_birthday_lies_in_the_year(tmp_path: Path, born: str, year: int, birthday: date) -> None:
    got = one(tmp_path, "oc3.csv", "27/03/2006", born, year=year)
    assert got.tables["care_leavers"]["reported_on"][0].as_py() == birthday


def test_an_adoption_and_the_decision_before_it_are_one_plan(whole: Return) -> None:
    assert rows(whole, "permanence") == [
        {
            "person_id": B,
            "decision_date": date(2023, 11, 22),
            "matched_date": date(2023, 12, 22),
            "adopter_was_carer": True,
            "adopters": 2,
            "adopters_sex": "MF",
            "adopters_status": "L11",
        },
        {
            "person_id": C,
            "decision_date": date(2023, 5, 2),
            "reversed_date": date(2023, 7, 7),
            "reversed_reason": "RD1",
        },
    ]
    assert whole.balances["permanence"].as_json() == {"in": 3, "kept": 3, "reported": 0}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_known_by_its_headings_in_any_writing(tmp_path: Path, name: str) -> None:
    plain = one(tmp_path, name)
    head, _, body = TABLES[name].partition("\n")
    spaced = head.lower().replace("_", " ").replace(",", " , ")
    for heading in (head.lower(), head.title(), spaced, f"\ufeff{head}", f"\n\n{head}"):
        file = as_file(tmp_path, "export 17", f"{heading}\n{body}")
        assert ssda903.recognises(file)
        got = read([file])
        assert got.tables == plain.tables
        assert got.found.by_rule() == plain.found.by_rule()


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters_are_understood(tmp_path: Path, delimiter: str) -> None:
    plain = one(tmp_path, "episodes.csv")
    file = as_file(tmp_path, "e", TABLES["episodes.csv"].replace(",", delimiter))
    assert ssda903.recognises(file)
    assert read([file]).tables == plain.tables


@pytest.mark.parametrize(
    ("code", "year", "sex", "told"),
    [("1", 2024, "M", 0), ("2", 2017, "F", 0), ("M", 2025, "M", 0), ("u", 2026, "U", 0),
     ("1", 2025, "M", 1), ("F", 2024, "F", 1)],
)  # fmt: skip
def test_sex_is_written_by_year(tmp_path: Path, code: str, year: int, sex: str, told: int) -> None:
    text = f"CHILD,SEX,DOB,ETHNIC,UPN\n{A},{code},27/03/2006,ABAN,\n"
    got = read([as_file(tmp_path, "header.csv", text)], year=year)
    assert got.tables["person"]["sex"].to_pylist() == [sex]
    assert got.found.by_rule() == ({"code_not_in_year": told} if told else {})


@pytest.mark.parametrize(
    ("place", "year", "told"),
    [("H5", 2024, 0), ("H5", 2025, 1), ("K3", 2025, 0), ("K3", 2024, 1), ("Z11", 2026, 0)],
)
def test_codes_are_judged_by_the_year_and_kept(
    tmp_path: Path, place: str, year: int, told: int
) -> None:
    got = one(tmp_path, "episodes.csv", "U6", place, year=year)
    assert got.tables["cla_episodes"]["placement_type"][0].as_py() == place
    assert got.found.by_rule().get("code_not_in_year", 0) == told


def test_a_pupil_number_or_the_reason_for_none_is_one_column_of_the_return(tmp_path: Path) -> None:
    got = one(tmp_path, "header.csv", PUPIL, "UN4")
    assert got.tables["person"]["upn"].to_pylist() == [None] * 3
    assert got.tables["person"]["upn_unknown"].to_pylist() == ["UN4", None, None]


def test_where_a_placement_is_stands_in_some_exports(tmp_path: Path) -> None:
    lines = TABLES["episodes.csv"].splitlines()
    more = ["PL_DISTANCE,PL_LOCATION,PL_LA", "12.5,IN,821", "999.9,OUT,822", ",,"]
    text = "\n".join(f"{line},{each}" for line, each in zip(lines, more, strict=True))
    got = read([as_file(tmp_path, "episodes.csv", text)])
    assert got.tables["cla_episodes"]["distance"].to_pylist() == [12.5, None, None]
    assert got.tables["cla_episodes"]["in_area"].to_pylist() == [True, False, None]
    assert got.found.by_rule() == {"table_missing": 1}


def test_children_of_other_tables_are_known_too(tmp_path: Path) -> None:
    got = read(a_return(tmp_path, ["episodes.csv", "oc3.csv"]))
    assert rows(got, "person") == [
        {"person_id": A, "birth_date": date(2006, 3, 27)},
        {"person_id": C},
        {"person_id": B},
    ]
    assert got.found.by_rule()["table_missing"] == 1
    stranger = TABLES["header.csv"].replace(C, "another")
    files = [as_file(tmp_path, "header.csv", stranger), *a_return(tmp_path, ["episodes.csv"])]
    assert "child_not_in_header" not in read(files).found.by_rule()
    files = [as_file(tmp_path, "header.csv", stranger), *a_return(tmp_path, ["uasc.csv"])]
    assert read(files).found.by_rule() == {"child_not_in_header": 1}


def test_a_council_is_needed(tmp_path: Path) -> None:
    with pytest.raises(GoldenThreadError, match="--area"):
        ssda903.read(a_return(tmp_path))
