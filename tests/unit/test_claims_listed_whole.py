"""Lists of percentages that are told as all of one whole, in a sentence or in bullets."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.checks import shares_of_whole
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading

WRONG = [
    "Where the money went: wages 61%, premises 14%, travel 9%, printing 6% and all else the last "
    "20%.",
    "Of last year's spending, wages took 61%, premises 14%, travel 9%, and the last 6% went on "
    "printing.",
    "The grant was divided four ways: 45% to training, 30% to reviews, 20% to the website and 15% "
    "to translation.",
    "The pooled budget is split 52% council, 21% health, 18% police and 19% schools.",
    "By placement type, foster care made up 61%, homes 17%, kinship care 15% and lodgings 17%.",
    "By where they slept, 41% of guests were in a hostel, 26% in a shelter, 12% with friends and "
    "9% in a car.",
    "Referrals came from police (31%), schools (24%), health (18%), families (9%) and everyone "
    "else (28%).",
    "Police made 38% of contacts, schools 27%, health 14% and all other agencies 11%.",
    "At inspection 12% of homes were rated outstanding, 61% good, 29% requires improvement and 8% "
    "inadequate.",
    "Grades given: outstanding 10%, good 48%, requires improvement 24%, inadequate 8%.",
    "We weighed them all. 2% were underweight, 71% a healthy weight, 15% overweight and 22% obese.",
    "Where were they living?\n\n- with foster carers: 52%\n- in a home: 21%\n- with relatives: "
    "14%\n- all other placements: 23%",
    "How letters reached us:\n\n- by post, 44%\n- by email, 31%\n- by hand, 4%\n- the remaining "
    "31% over the counter",
]
RIGHT = [
    "Where the money went: wages 61%, premises 14%, travel 9%, printing 6% and all else the last "
    "10%.",
    "Where the money went: wages 61.4%, premises 14.1%, travel 9.2%, printing 6.1% and everything "
    "else 9.1%.",
    "By ethnicity, 60% of the children were White, 15% Asian, 9% Black and 6% of mixed heritage.",
    "By source, 38% of contacts came from the police, 24% from schools, 20% from health and 6% "
    "from families.",
    "By where they slept, 41% of guests were in a hostel, 26% in a shelter, 12% with friends and "
    "9% in a car. The rest would not say.",
    "By age, 48% were under 10, 30% were under 5, 12% under one and 20% were teenagers.",
    "By key stage, absence was 12% in the first, 18% in the second, 31% in the third and 29% in "
    "the fourth.",
    "Parents could tick more than one reason: cost 41%, distance 36%, hours 22% and everything "
    "else 12%.",
    "How people travel: car 61%, bus 22%, bike 12% and everything else 15%. People could choose "
    "several.",
    "What helped\n\n- being listened to: 41%\n- money advice: 36%\n- food: 22%\n- everything else: "
    "12%",
    "Who we helped: women 51%, parents 36%, carers 12% and everyone else 12%.",
    "Overheads were 12% in the north, 31% in the south, 28% in the east and 20% elsewhere.",
    "Pay went up by 31% for nurses, 24% for doctors, 28% for cleaners and 27% for everyone else.",
    "Uptake: reception 31%, year one 28%, year two 24%, all other years 27%.",
    "Absence was 15% in outstanding schools, 20% in good, 28% in those requiring improvement and "
    "32% in inadequate ones.",
    "Persistent absence by grade of school: outstanding 15%, good 20%, requires improvement 28%, "
    "inadequate 30%.",
    "8% were judged outstanding, 46% good, 24% requiring improvement and 12% inadequate; the "
    "remaining files were not graded.",
    "2% were underweight, 61% a healthy weight, 37% overweight and 22% obese.",
    "The largest groups were White 60%, Asian 15%, Black 9% and mixed 6%.",
]


def told(text: str) -> list[str]:
    """The sums that the check calls wrong in a text."""
    reading = Reading((document_from_text("page.md", text),))
    return [each.evidence for each in check(reading, [shares_of_whole.KIND]).faults]


@pytest.mark.parametrize("text", WRONG)
def test_a_list_told_as_all_of_a_whole_makes_a_hundred(text: str) -> None:
    """What leaves nothing out, by its own words, makes 100 but for rounding."""
    (evidence,) = told(text)
    assert evidence.endswith(", not 100")


@pytest.mark.parametrize("text", RIGHT)
def test_other_lists_of_percentages_need_not(text: str) -> None:
    """The first few, rates of several groups, answers of which one may give two: let be."""
    assert told(text) == []
