"""What a sentence says: the words of what is counted, its time, its unit; and a text's own year."""

from datetime import date

import pytest

from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.language.model import Measure
from goldenthread.claims.sayings.finding import every_saying
from goldenthread.claims.sayings.model import Saying
from goldenthread.claims.sayings.places import councils_named
from goldenthread.claims.sayings.words import content
from goldenthread.claims.sayings.years import report_year
from tests.factories.several_texts import reading_of_all


def said(text: str) -> tuple[Saying, ...]:
    return every_saying(reading_of_all(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The Trust reported 412 serious incidents",
            "Serious incidents reported by the Trust: 412",
        ),
        ("412 families were helped", "We helped 412 families"),
        ("In all 412 plans began", "The number of plans begun was 412"),
        ("The chair wrote that 412 plans began", "412 plans began"),
        (
            "412 children became the subject of a child protection plan",
            "Child protection plans started: 412",
        ),
        ("There were 412 referrals to children's social care", "Referrals received: 412"),
        ("412 children were looked after", "We had 412 children in care"),
        ("Boys were 207 of the 412 children seen", "412 children were seen"),
        ("We thank those who wrote the 412 letters of praise", "We had 412 letters of praise"),
        ("There were 412 thefts and each was looked into", "Thefts recorded numbered 412"),
        ("Training: 412 people took a course", "412 people took a course"),
        ("Cover at age two was 41.2%", "Cover of 2-year-olds was 41.2%"),
    ],
)
def test_one_thing_in_two_forms_has_the_same_words(one: str, other: str) -> None:
    assert said(f"{one} in 2023.")[0].words == said(f"{other} in 2023.")[0].words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Plans started: 412", "Second plans started: 412"),
        ("412 referrals to social care", "412 re-referrals to social care"),
        ("412 girls were seen", "412 children were seen"),
        ("412 plans began", "412 plans ended"),
        ("41% of children under 5 were seen", "41% of children over 5 were seen"),
        ("412 reviews were published", "412 reviews were not published"),
        ("Children aged 5-9 seen: 41", "Children aged 10-15 seen: 41"),
    ],
)
def test_a_part_or_an_opposite_has_other_words(one: str, other: str) -> None:
    assert said(f"{one} in 2023.")[0].words != said(f"{other} in 2023.")[0].words


def test_each_number_of_a_change_has_its_own_year() -> None:
    told = said("Exclusions rose from 412 in 2022/23 to 433 in 2023/24.")
    assert [(each.quantity.value, each.when.last) for each in told] == [
        (412, date(2023, 3, 31)),
        (433, date(2024, 3, 31)),
    ]


def test_last_year_in_brackets_is_a_year_back() -> None:
    told = said("More plans began this year (386) compared to the same period last year (311).")
    assert [(each.quantity.value, each.when.years_back) for each in told] == [(386, 0), (311, 1)]


def test_a_year_behind_a_dash_belongs_to_the_number_before_it() -> None:
    told = said("Neglect: 4.5% - 2021/22, 7.4% - 2022/23 and currently 6.5%.")
    years = {str(each.quantity.text): each.when.last for each in told}
    assert years["4.5%"] == date(2022, 3, 31)
    assert years.get("7.4%") in (None, date(2023, 3, 31))
    assert years.get("6.5%") is None


@pytest.mark.parametrize(
    "text",
    [
        "The provisional count was 412.",
        "We planned to see 412 families.",
        "Of these, 412 were girls.",
        "Between 300 and 412 came.",
        "Each of our sites saw 412 people.",
        "How did we get to 412 cases?",
    ],
)
def test_what_is_no_plain_statement_is_no_saying(text: str) -> None:
    assert said(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "412: Plans started, Luton (plans).",
        "412 Plans started, Luton, 2022-23",
        "Pupils in school, 17-18",
        "Also known as 412 (dfe.d3, 2025).",
    ],
)
def test_an_entry_of_a_list_of_figures_is_no_saying(text: str) -> None:
    assert said(text) == ()


def test_a_fact_that_begins_with_its_number_is_one() -> None:
    assert [each.quantity.value for each in said("412 plans started in 2022-23.")] == [412]
    assert [each.quantity.value for each in said("412 plans were started in 2022-23, a rise.")] == [
        412
    ]


def test_a_definition_s_number_is_no_value() -> None:
    (told,) = said("27% of children were placed 20 miles or more from home in 2023.")
    assert (told.quantity.measure, told.quantity.value) == (Measure.PERCENT, 27)
    assert "20" in told.words


def test_a_change_is_no_level() -> None:
    assert said("Crime rose by 412 in 2023, a fall of 12%.") == ()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("# Yearly report 2023/24\n\nGood.", "2023/24"),
        ("# Annual report 2022-2023\n\nGood.", "2022/23"),
        ("# Annual review 2023\n\nGood.", "2023"),
        ("# Report for the year ending 31 March 2024\n\nGood.", "2023/24"),
        ("Calls in 2023/24 rose. " * 4 + "In 2022/23 they fell.", "2023/24"),
    ],
)
def test_a_text_s_year_is_its_title_s_or_the_one_it_speaks_of_most(text: str, year: str) -> None:
    assert str(report_year(document_from_text("a.txt", text))) == year


@pytest.mark.parametrize(
    "text", ["# Strategy 2021-26\n\nGood.", "# Trends 2018-2023\n\nGood.", "Calls rose in 2023/24."]
)
def test_a_span_of_years_or_a_mention_is_no_report_s_year(text: str) -> None:
    assert report_year(document_from_text("a.txt", text)) is None


def test_a_file_s_name_tells_its_year() -> None:
    assert str(report_year(document_from_text("report_2022-23.txt", "Good."))) == "2022/23"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Children in Slough, and in Derby.", ["Slough", "Derby"]),
        ("Services in Bath and North East Somerset are good.", ["Bath and North East Somerset"]),
        ("In Bristol and in Kingston upon Thames.", ["Bristol", "Kingston upon Thames"]),
        ("Slough's children.", ["Slough"]),
        ("Royal Derby Hospital and Reading Road are busy; Derby County won.", []),
    ],
)
def test_councils_are_known_by_their_whole_names(text: str, names: list[str]) -> None:
    assert [each.text for each in councils_named(text)] == names


def test_words_that_say_nothing_are_left_out() -> None:
    assert content("In the year there was a total of") == frozenset()
    assert content("children and families") == content("child or family")
