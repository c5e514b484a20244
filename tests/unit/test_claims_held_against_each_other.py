"""Two values of which one is said to be higher; values and their ranges; multiples of a base."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.reading import Reading
from goldenthread.nouns.fault import Severity

# Each with the words or the number that make it wrong.
WRONG_IF = [
    ("In Elmshire 38% had moved, which is higher than its neighbours at {31%|41%}.", "extreme"),
    ("Women (24%) were less likely than men ({31%|19%}) to reply.", "extreme"),
    ("At 23%, the share of pupils away was below the regional figure of {27%|21%}.", "extreme"),
    ("Of all homes searched, 22% were flats – the most in the county and higher than the "
     "{18%|28%} in the county as a whole.", "extreme"),
    ("Boys read less than girls, whatever their age – among the young, {41%|61%} of boys and 56% "
     "of girls did.", "extreme"),
    ("A higher number and percentage of men (15%, {3,930|2,930}) gave care compared to women "
     "(11%, 3,590) of that age.", "extreme"),
    ("It has gone from 40 weeks to {31|21} weeks. This remains above the target of 26 weeks.",
     "extreme"),
    ("The share is higher than the county average ({34%|24%} compared with 29%).", "extreme"),
    ("Those of two sorts were the least likely to stay, with {41%|59%} staying — compared to 49% "
     "of those of one and 53% of those of none.", "extreme"),
    ("The rate (41.2 per 10,000) was lower than in Oakshire (46.3 per 10,000), Ashshire "
     "({43.9|39.9} per 10,000) and the county (44.0 per 10,000).", "extreme"),
    ("Pupils of Elm were the most likely to stay ({38%|18%}) and those of Oak the least likely "
     "(21%).", "extreme"),
    ("Tenants were more likely to have moved ({53%|35%} compared to 43% of owners).", "extreme"),
    ("Rates were higher in Elm than in Oak: {18.1|11.8} per 10,000 compared with 14.7 per 10,000 "
     "respectively.", "extreme"),
    ("It ran from a low of {12%|19%} in Elm to a high of 17% in Oak.", "extreme"),
    ("In Elmshire the rate was 341.2 deaths per 100,000 (95% CI: {312.5|351.5} – 363.7 deaths).",
     "impossible_unit"),
    ("On a scale of 1 to 5, the mean rating went up from 3.1 to {3.6|36} in the year.",
     "impossible_unit"),
    ("Exclusions rose to 32 in 2021/22, which is almost {double|half} the county rate of 17.",
     "ratio_words"),
    ("Plans equated to 83 per 10,000, nearly {twice|three times} the rate of the county and its "
     "neighbours, at rates of 45 and 43 respectively.", "ratio_words"),
    ("In Elm it was some four times higher than the national rate, at 12.4% (3.1% "
     "nationally). In Oak it was about {double|five times} the national rate, at 6.2%.",
     "ratio_words"),
    ("The value for Elm (1.91) means that its young people are nearly {twice|three times} as "
     "likely to be out of work.", "ratio_words"),
]  # fmt: skip
LEFT_ALONE = [
    "Elm had the highest share of infants (28%), Oak the highest share of pupils (36%).",
    "Life was longest in the East (80.3 years) for men and in the West for women (83.9 years).",
    "Most areas of Elm (72%) were in the fifth of areas with the lowest incomes. In Oak only 15% "
    "were.",
    "Around half of these were renting (flats; 11%), whilst around a quarter had no home (6%).",
    "While the share in the county is 5.0%, in Elm it was again four times higher at 19.9%.",
    "Rates are higher on less favoured farms (35.5) than on other farms (25.2).",
    "It was 114 there, and 155 here is more than the 120 expected.",
    "The group had 33 more males than females (6.5% of males compared to 5% of females).",
    "Elm had the highest share of those who rent (26.4%) and the lowest with a garden (43.7%).",
    "Areas were ranked from the highest need (1) to the lowest (340).",
    "Elm (84% of one faith) is less diverse than Oak (71% of one faith).",
    "Attendance was 94%, with 12 of the 80 schools (15%) above 97%.",
    "Attendance was 94%, and 12 of the 80 schools (15%) exceeded 97%.",
    "Wards with lower incomes had a rate of 22%, compared with 9% for those with high ones.",
    "It is 107 here, almost double the rate of its neighbours and above the rate of Elm, at 84.",
    "Elm had the lowest take-up (78%) and the highest refusals (8%).",
    "It was 62.1% -77.6% in Elm, which is more than in Oak (49.5%).",
    "On a scale of 0 to 10, those scoring 7 or more rose from 5.4 million to 59 million.",
]


def _errors(text: str) -> list[tuple[str, str]]:
    document = document_from_text("text.txt", text)
    faults = check(Reading((document,))).faults
    return [(each.kind, each.printed) for each in faults if each.severity is Severity.ERROR]


def _either(text: str, place: int) -> str:
    before, _, rest = text.partition("{")
    choice, _, after = rest.partition("}")
    return f"{before}{choice.split('|')[place]}{after}"


@pytest.mark.parametrize(("text", "kind"), WRONG_IF)
def test_the_wrong_one_is_told(text: str, kind: str) -> None:
    told = _errors(_either(text, 1))
    assert [each for each, _ in told] == [kind]


@pytest.mark.parametrize("text", [_either(text, 0) for text, _ in WRONG_IF])
def test_the_right_one_is_not(text: str) -> None:
    assert not _errors(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_may_be_meant_otherwise_is_no_error(text: str) -> None:
    assert not _errors(text)
