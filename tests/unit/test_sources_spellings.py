"""How councils write codes, and which are made out of it."""

import re
from importlib.resources import files

import pytest

from goldenthread.sources.spellings import code_in, flag_in, meaning
from goldenthread.tables import catalogue, code_list

LISTS = sorted(
    {column.codes for table in catalogue().values() for column in table.columns if column.codes}
)
WORDS = files("goldenthread.sources.spellings") / "words"


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("ethnicity", "WBRI", "WBRI"),
        ("ethnicity", "a) WBRI", "WBRI"),
        ("ethnicity", "  wbri ", "WBRI"),
        ("ethnicity", "WBRI - White British", "WBRI"),
        ("ethnicity", "White British [WBRI]", "WBRI"),
        ("ethnicity", "White/British", "WBRI"),
        ("ethnicity", "White & Black Caribbean", "MWBC"),
        ("ethnicity", "Black / African / Caribbean / Black British - Caribbean", "BCRB"),
        ("ethnicity", "Asian or Asian British - Pakistani", "APKN"),
        ("ethnicity", "Any other Black background", "BOTH"),
        ("ethnicity", "a) White", "WHITE"),
        ("ethnicity", "d) Black or black British", "BLACK"),
        ("ethnicity", "f) Not stated", "NOT STATED"),
        ("ethnicity", "e) Other ethnic group", "OOTH"),
        ("ethnicity", "Declined to say", "REFU"),
        ("ethnicity", "colour of the sky", None),
        ("sex", "a) Male", "M"),
        ("sex", "Female", "F"),
        ("sex", "c) Not stated/recorded (or unborn)", "U"),
        ("sex", "d) Neither", "U"),
        ("sex", "9", "U"),
        ("referral_source", "q) 6: Police", "6"),
        ("referral_source", "p1) 5D: LA services", "5D"),
        ("referral_source", "‘3F’ – hospice", "3F"),
        ("referral_source", "g) Police", "6"),
        ("referral_source", "a) Individual", "INDIVIDUAL"),
        ("referral_source", "d) Health services", "HEALTH"),
        ("referral_source", "Primary school", "2A"),
        ("referral_source", "10: Unknown", "10"),
        ("primary_need", "N1 - Abuse or neglect", "N1"),
        ("primary_need", "Family in acute stress", "N4"),
        ("primary_need", "N6a - offending", "N6"),
        ("abuse_category", "e) Multiple/not recommended", "MUL"),
        ("abuse_category", "Emotional abuse", "EMO"),
        ("abuse_category", "Neglect and physical", "MUL"),
        ("closure_reason", "RC8 - Case closed after assessment, no further action", "RC8"),
        ("closure_reason", "h) Child not in need after assessment", "RC8"),
        ("episode_end_reason", "e) E4A: Returned home", "E4A"),
        ("episode_end_reason", "E4 - Returned home", "HOME"),
        ("episode_end_reason", "k) E47: Special Guardianship Orders", "E47"),
        ("placement_type", "zz) T4: Temporary placement", "T4"),
        ("placement_type", "a) Foster placement", "FOSTER"),
        ("placement_provider", "e) PR4 - Private provision", "PR4"),
        ("placement_provider", "b) Private", "PR4"),
        ("placement_provider", "Other LA provision", "PR2"),
        ("legal_status", "C2: FCO", "C2"),
        ("legal_status", "g) Youth justice legal statuses", "JUSTICE"),
        ("care_leaver_eligibility", "b) Former relevant child", "FORMER RELEVANT"),
        ("in_touch", "a) Yes", "YES"),
        ("in_touch", "d) Refu", "REFU"),
        ("in_touch", "f) RHOM", "RHOM"),
        ("accommodation", "D: Semi-independent", "D"),
        ("accommodation", "a) With parents or relatives", "B"),
        ("activity", "G5: Not in education", "G5"),
        ("adoption_reversal_reason", "RD2", "RD2"),
        ("adopter_leaving_reason", "c) Application refused", "REFUSED"),
        ("placement_type", "not recorded", ""),
    ],
)
def test_a_code_is_made_out_however_it_is_written(name, text, code):
    assert code_in(name, text) == code


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        ("became_plan", "a) Yes", "yes"),
        ("became_plan", "b) No", "no"),
        ("became_plan", "c) Unknown", ""),
        ("became_plan", "b. No", "no"),
        ("became_plan", "1 - Yes", "yes"),
        ("became_plan", "Updated", None),
        ("no_further_action", "NFA", "yes"),
        ("no_further_action", "Further action", "no"),
        ("in_area", "a) In", "yes"),
        ("in_area", "Outside LA boundary", "no"),
        ("suitable", "b) Unsuitable", "no"),
        ("disabled", "AUT", "yes"),
        ("disabled", "No disability", "no"),
        ("child_seen", "Child not seen", "no"),
    ],
)
def test_yes_and_no_are_made_out(column, text, said):
    assert flag_in(column, text) == said


@pytest.mark.parametrize("name", LISTS)
def test_every_code_and_every_label_of_a_list_means_itself(name):
    for code in code_list(name).codes:
        assert code_in(name, code.code) == code.code
        assert code_in(name, code.code.lower()) == code.code
        assert code_in(name, code.label) == code.code


@pytest.mark.parametrize("name", sorted(file.name for file in WORDS.iterdir()))
def test_words_name_codes_of_their_list(name):
    lines = (WORDS / name).read_text(encoding="utf-8").splitlines()[1:]
    said = {line.rsplit(",", 1)[1] for line in lines}
    stem = name.removesuffix(".csv")
    known = {"yes", "no"} if stem == "flags" else set(code_list(stem).by_code)
    assert said - {""} <= known
    for line in lines:
        assert re.compile(line.rsplit(",", 1)[0])
        assert line.count(",") == (2 if stem == "flags" else 1), line


def test_the_meaning_of_a_cell_goes_by_its_column():
    person = catalogue()["person"].by_name
    assert meaning(person["sex"], "b) Female") == "F"
    assert meaning(person["disabled"], "a) Yes") == "yes"
