"""Lists for inspectors that say less than the tables hold: what is joined, added and taken once."""

from datetime import date

from goldenthread.sources import annex_a
from goldenthread.tables import Balance
from tests.factories.annex_a import HEADINGS, a_child, a_workbook

DAY = date(2024, 3, 31)


def read(file):
    return annex_a.read([file], area="821", reported_on=DAY)


def rules(made):
    return made.found.by_rule()


def test_a_conference_that_stands_at_two_enquiries_is_one(tmp_path):
    enquiry = {
        "Date of Initial Child Protection Conference": "20/01/2024",
        "Did the Initial Child Protection Conference Result in a Child Protection Plan": "a) Yes",
    }
    start = HEADINGS[5][6]
    file = a_workbook(
        tmp_path / "a.xlsx",
        {
            5: [
                a_child(**enquiry, **{start: "02/01/2024"}),
                a_child(**enquiry, **{start: "05/01/2024"}),
                a_child(**{start: "08/01/2024"}),
            ]
        },
    )
    made = read(file)
    assert made.tables["s47_enquiry"].num_rows == 3
    assert made.tables["initial_cp_conference"].to_pylist()[0]["became_plan"] is True
    assert made.balances["initial_cp_conference"] == Balance(2, 1)
    (told,) = [fault for fault in made.found if fault.rule == "conference_told_twice"]
    assert told.place == "sheet List 5, cell I3"


def an_episode(child, start, **cells):
    return a_child(child, **{"CIN Start Date": start, "Primary Need Code": "N1"}, **cells)


def a_referral(child, day, nfa="b) No"):
    return a_child(child, **{"Date of referral": day, "Referral Source": "6", "Referral NFA?": nfa})


def test_episodes_are_joined_to_the_referrals_that_opened_them(tmp_path):
    closed = {"CIN Closure Date": "20/03/2024", "Reason for Closure": "RC7"}
    file = a_workbook(
        tmp_path / "a.xlsx",
        {
            3: [
                a_referral("same day", "02/01/2024"),
                a_referral("later", "02/01/2024"),
                a_referral("nothing", "02/01/2024", "a) Yes"),
                a_referral("too late", "02/10/2023"),
            ],
            6: [
                an_episode("same day", "02/01/2024", **closed),
                an_episode("later", "10/02/2024"),
                an_episode("nothing", "03/01/2024"),
                an_episode("too late", "01/03/2024"),
                an_episode("long ago", "01/03/2019", **{"Case Status": "c) Child in need plan"}),
            ],
        },
    )
    made = read(file)
    rows = made.tables["cin_episodes"].to_pylist()
    found = sorted((row["person_id"], row["referral_date"], row["primary_need"]) for row in rows)
    assert found == [
        ("later", date(2024, 1, 2), "N1"),
        ("long ago", date(2019, 3, 1), "N1"),
        ("nothing", date(2024, 1, 2), None),
        ("nothing", date(2024, 1, 3), "N1"),
        ("same day", date(2024, 1, 2), "N1"),
        ("too late", date(2023, 10, 2), None),
        ("too late", date(2024, 3, 1), "N1"),
    ]
    (joined,) = [row for row in rows if row["person_id"] == "same day"]
    assert (joined["closure_date"], joined["closure_reason"]) == (date(2024, 3, 20), "RC7")
    assert made.balances["cin_episodes"] == Balance(9, 9)
    assert rules(made)["episode_joined"] == 1
    assert rules(made)["episode_without_referral"] == 2
    assert made.tables["cin_plans"]["person_id"].to_pylist() == ["long ago"]
    assert made.tables["cin_plans"]["start_date"].to_pylist() == [DAY]
    for row, each in enumerate(rows):
        assert made.places["cin_episodes"](row, "referral_date").startswith(
            "sheet List 6" if each["person_id"] == "long ago" else "sheet List"
        )


def test_a_child_looked_after_has_a_first_stretch_and_the_latest(tmp_path):
    told = {
        "Date Started to be Looked After": "01/06/2022",
        "Start date of current legal status": "01/09/2022",
        "Start Date of Most Recent Placement": "15/01/2024",
        "Child's Legal Status": "C2: FCO",
        "Placement Type": "d) U4: Foster placement",
        "Placement Location": "b) Out",
        "Number of Placements in the Last 12 months": 2,
        "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)": "b) No",
        HEADINGS[8][28]: 3,
    }
    same = {**told, "Start date of current legal status": "01/06/2022"}
    same["Start Date of Most Recent Placement"] = "soon"
    file = a_workbook(tmp_path / "a.xlsx", {8: [a_child("a", **told), a_child("b", **same)]})
    made = read(file)
    latest, only, first = made.tables["cla_episodes"].to_pylist()
    assert (first["start_date"], first["end_date"]) == (date(2022, 6, 1), date(2024, 1, 15))
    assert (first["start_reason"], first["end_reason"]) == ("S", "X1")
    assert first["placement_type"] is first["legal_status"] is None
    assert (latest["start_date"], latest["start_reason"]) == (date(2024, 1, 15), None)
    assert (latest["legal_status"], latest["placement_type"], latest["in_area"]) == (
        "C2",
        "U4",
        False,
    )
    assert (latest["placements_in_year"], latest["missing_in_year"]) == (2, 3)
    assert (only["start_date"], only["start_reason"]) == (date(2022, 6, 1), "S")
    assert rules(made)["date_unreadable"] == 1
    assert made.tables["person"]["asylum_seeking"].to_pylist() == [None, None]
    assert made.balances["cla_episodes"] == Balance(2, 2)


def test_a_child_with_two_open_episodes_has_one_plan(tmp_path):
    status = {"Case Status": "c) Child in need plan"}
    lists = {6: [an_episode("a", day, **status) for day in ("02/01/2023", "02/01/2024")]}
    made = read(a_workbook(tmp_path / "a.xlsx", lists))
    assert made.tables["cin_plans"]["person_id"].to_pylist() == ["a"]
    assert made.tables["cin_episodes"].num_rows == 2
