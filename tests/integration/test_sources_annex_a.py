"""Workbooks of lists for inspectors: what is read, where it goes, and what is said of the rest."""

from datetime import date, datetime

import openpyxl
import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources import annex_a
from goldenthread.sources.rules import judged
from goldenthread.tables import Balance, Records
from tests.factories.annex_a import a_child, a_workbook

DAY = date(2024, 3, 31)


def read(file, **how):
    return annex_a.read([file], area="821", **{"reported_on": DAY} | how)


def rules(made):
    return made.found.by_rule()


def test_the_sample_workbooks_are_read_with_faults_a_person_agrees_with(shared):
    for name in ("Annex_A.xlsx", "Annex_A_2024_Jan.xlsx"):
        file = shared / "standards" / "annexa" / name
        assert annex_a.recognises(file)
        made = annex_a.read([file], area="821")
        assert rules(made) == {
            # "CS Assessment Updated" is no answer to whether support is needed.
            "flag_unreadable": 5,
            # List 9 has another birth date for five children than the lists before it.
            "child_contradicted": 5,
            # Code F3 for what a care leaver does ended with 2018.
            "code_not_in_year": 2,
            # A code of adult social care for a child's need.
            "unknown_code": 1,
            "day_of_lists": 1,
            "plan_start_taken": 1,
        }
        places = {fault.rule: fault.place for fault in made.found}
        assert places["unknown_code"] == "sheet List 6, cell H2"
        assert {name: balance.reported for name, balance in made.balances.items()} == dict.fromkeys(
            made.balances, 0
        )
        assert made.balances["contacts"] == Balance(5, 5)
        assert made.tables["person"].num_rows == 48
        assert made.year == 2021


def test_each_list_goes_into_its_table(tmp_path):
    file = a_workbook(
        tmp_path / "a.xlsx",
        {
            1: [a_child(**{"Date of Contact": date(2024, 1, 2), "Contact Source": "q) 6: Police"})],
            2: [a_child(**{"Assessment start date": "2 January 2024"})],
            4: [
                a_child(
                    **{
                        "Continuous Assessment Start Date": datetime(2024, 1, 3),
                        "Continuous Assessment Date of Authorisation": "04/03/2024",
                        "Child Seen During Continuous Assessment": "a) Yes",
                        "Does the Child have a Disability": "AUT",
                    }
                )
            ],
            7: [
                a_child(
                    **{
                        "Child Protection Plan Start Date": 45300,
                        "Initial Category of Abuse": "a) Neglect",
                        "Latest Category of Abuse": "Emotional abuse",
                        "Number of Previous Child Protection Plans": 1.0,
                        "Date of the Last Statutory Visit": date(2024, 3, 1),
                    }
                )
            ],
            9: [
                a_child(
                    **{
                        "Eligibility Category": "b) Former relevant child",
                        "LA in Touch": "a) Yes",
                        "Type of Accommodation": "U: Independent living",
                        "Suitability of Accommodation": "a) Suitable",
                        "Activity Status": "F4: apprenticeship",
                    }
                )
            ],
            10: [
                a_child(
                    **{
                        "Date of Decision that Child Should be Placed for Adoption": "01/02/2024",
                        "Date of Placement Order": "05/02/2024",
                        "Reason Why Child No Longer Placed for Adoption": "RD2",
                    }
                )
            ],
            11: [
                {
                    "Individual adopter identifier": 7,
                    "Date enquiry received": "01/05/2023",
                    "No. of children placed": 2,
                    "Reason for leaving adoption process": "a) Withdrew",
                }
            ],
        },
    )
    made = read(file)
    rows = {name: table.to_pylist()[0] for name, table in made.tables.items() if table.num_rows}
    assert rows["contacts"]["source"] == "6"
    assert rows["contacts"]["contact_date"] == date(2024, 1, 2)
    assert rows["early_help_episodes"]["start_date"] == date(2024, 1, 2)
    assert rows["cin_assessments"]["authorisation_date"] == date(2024, 3, 4)
    assert rows["disability"] == {"area": "821", "person_id": "C-1", "disability": "AUT"}
    assert rows["cp_plans"]["start_date"] == date(2024, 1, 9)
    assert (rows["cp_plans"]["initial_category"], rows["cp_plans"]["latest_category"]) == (
        "NEG",
        "EMO",
    )
    assert rows["cp_plans"]["previous_plans"] == 1
    assert rows["care_leavers"]["reported_on"] == DAY
    assert rows["care_leavers"]["eligibility"] == "FORMER RELEVANT"
    assert (rows["care_leavers"]["accommodation"], rows["care_leavers"]["suitable"]) == ("U", True)
    assert rows["permanence"]["placement_order_date"] == date(2024, 2, 5)
    assert rows["permanence"]["reversed_reason"] == "RD2"
    assert rows["adopters"]["adopter_id"] == "7"
    assert rows["adopters"]["left_reason"] == "WITHDREW"
    assert rows["person"]["disabled"] is True
    assert made.tables["person"].num_rows == 1
    assert rules(made) == {"list_missing": 4}
    assert made.places["cp_plans"](0, "start_date") == "sheet List 7, cell G2"


@pytest.mark.parametrize(
    "sheets",
    [
        {1: "List_1", 3: "List_3"},
        {1: "Annex A List 01 (contacts)", 3: "list 3"},
        {1: "Contacts", 3: "Referrals"},
        {1: "Sheet1", 3: "Sheet2"},
    ],
)
def test_sheets_are_known_by_number_title_or_headings(sheets, tmp_path):
    file = a_workbook(
        tmp_path / "a.xlsx",
        {
            1: [a_child(**{"Date of Contact": DAY, "Contact Source": "6"})],
            3: [a_child(**{"Date of referral": DAY, "Referral Source": "6"})],
        },
        names=sheets,
    )
    made = read(file)
    assert made.tables["contacts"].num_rows == made.tables["cin_episodes"].num_rows == 1


def test_headings_may_stand_lower_and_be_spelt_otherwise(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "List 1"
    sheet.append(["Annex A"])
    sheet.append([])
    sheet.append(["CHILD ID", "Sex", "ethnicity code", "DOB", "Age", "contact date", "source", "x"])
    sheet.append(["1", "M", "WBRI", "01/01/2010", 13, "31/03/2024", "Police", "y"])
    sheet.append([None] * 8)
    sheet.append(["2", "M", "WBRI", "01/01/2010", 13, "30/02/2024", "Police", None])
    book.save(tmp_path / "a.xlsx")
    made = read(tmp_path / "a.xlsx")
    assert made.tables["contacts"]["person_id"].to_pylist() == ["1"]
    assert made.balances["contacts"] == Balance(2, 1)
    faults = {fault.rule: fault.place for fault in made.found}
    assert faults["column_unknown"] == "sheet List 1, cell H3"
    assert faults["date_cannot_be"] == "sheet List 1, cell F6"
    assert "cell_missing" not in faults


def test_a_heading_that_is_needed_and_not_there_is_said(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "List 1"
    book.active.append(["Child Unique ID", "Gender", "Contact Source"])
    book.active.append(["1", "M", "6"])
    book.save(tmp_path / "a.xlsx")
    made = read(tmp_path / "a.xlsx")
    assert rules(made)["column_missing"] == 1
    assert made.balances["contacts"] == Balance(1, 0)


def test_what_a_workbook_tells_everything_of(tmp_path):
    file = a_workbook(
        tmp_path / "a.xlsx",
        {
            1: [a_child(**{"Date of Contact": "30/08/2024", "Contact Source": "6"})],
            9: [a_child(**{"LA in Touch": "a) Yes", "Latest Date of Contact": "31/08/2042"})],
        },
    )
    made = annex_a.read([file], area="821")
    told = {each.table: (each.start, each.end) for each in made.coverage}
    assert told == {
        "contacts": (date(2024, 2, 29), date(2024, 8, 30)),
        "care_leavers": (date(2024, 8, 30), date(2024, 8, 30)),
    }
    assert made.year == 2025
    assert rules(made)["day_of_lists"] == 1


def test_grouped_codes_are_kept_as_groups(tmp_path):
    file = a_workbook(
        tmp_path / "a.xlsx",
        {1: [a_child(Ethnicity="b) Mixed", **{"Contact Source": "d) Health services"})]},
    )
    made = read(file)
    assert made.tables["person"]["ethnicity"].to_pylist() == ["MIXED"]
    assert "unknown_code" not in rules(made)


def test_no_fault_holds_what_stood_in_the_cell(tmp_path):
    file = a_workbook(
        tmp_path / "a.xlsx",
        {
            1: [
                a_child(
                    "SECRET-1",
                    Gender="SECRET-2",
                    Ethnicity="SECRET-3",
                    **{
                        "Date of Birth": "SECRET-4",
                        "Date of Contact": "SECRET-5",
                        "Contact Source": "SECRET-6",
                    },
                )
            ]
        },
    )
    made = read(file)
    assert len(made.found) > 5
    assert "SECRET" not in " ".join(f"{fault}{fault.place}" for fault in made.found)


def test_what_cannot_be_read_is_refused_in_one_sentence(tmp_path):
    file = a_workbook(tmp_path / "a.xlsx", {1: [a_child()]})
    with pytest.raises(GoldenThreadError, match="--area"):
        annex_a.read([file])
    empty = tmp_path / "empty.xlsx"
    openpyxl.Workbook().save(empty)
    with pytest.raises(GoldenThreadError, match="none of the eleven lists"):
        read(empty)
    (tmp_path / "a.xlsm").write_bytes(file.read_bytes())
    with pytest.raises(GoldenThreadError, match="macros"):
        read(tmp_path / "a.xlsm")
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(file.read_bytes()[:2000])
    assert not annex_a.recognises(broken)
    with pytest.raises(GoldenThreadError, match="not a whole workbook"):
        read(broken)
    with pytest.raises(GoldenThreadError, match="no such file"):
        read(tmp_path / "absent.xlsx")


def test_other_files_are_not_taken_for_lists(tmp_path):
    for name, content in (("a.csv", b"x,y"), ("a.xlsx", b""), ("b.xlsx", b"PK\x03\x04rubbish")):
        (tmp_path / name).write_bytes(content)
        assert not annex_a.recognises(tmp_path / name)
    assert not annex_a.recognises(tmp_path)
    assert not annex_a.recognises(tmp_path / "absent.xlsx")


def test_referrals_without_the_list_of_need_tell_of_no_episode_that_is_open(tmp_path):
    referred = [
        a_child(**{"Date of referral": day, "Referral NFA?": "No"})
        for day in (date(2024, 1, 2), date(2024, 2, 2))
    ]
    lists = {3: referred}
    alone = read(a_workbook(tmp_path / "alone.xlsx", lists))
    assert "cin_episodes" not in {each.table for each in alone.coverage}
    assert not alone.tells("cin_episodes", "closure_date")
    assert not len(judged(Records.of([alone])))
    lists[6] = [a_child(**{"CIN Start Date": date(2024, 1, 2), "Case Status": "d) Open"})]
    both = read(a_workbook(tmp_path / "both.xlsx", lists))
    assert "cin_episodes" in {each.table for each in both.coverage}
    assert both.tells("cin_episodes", "closure_date")
    assert judged(Records.of([both])).by_rule()["referral_while_open"] == 1
