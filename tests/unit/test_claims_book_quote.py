"""Quoted figures against a made-up book: whose, of which year, and how sure the word is."""

from collections.abc import Iterator

import pytest

from goldenthread.claims.book.phrases import indicator_of, phrases
from goldenthread.claims.book.quotes import Quote, Whose, every_quote
from goldenthread.claims.reading import Reading
from goldenthread.claims.sayings.words import content
from goldenthread.figures import FigureBook
from goldenthread.nouns import Figure, NeighbourSet, Unit
from goldenthread.nouns.fault import Severity
from goldenthread.nouns.register import area
from tests.factories import EAST, ENGLAND, LUTON, a_figure, a_thread
from tests.factories.several_texts import found_by, reading_of_all

MEMBERS = ("330", "871", "333", "380", "308")
SETS = (NeighbourSet("Made-up neighbours", 2021, "821", MEMBERS),)
ENGLAND_RATES = {"2021-22": 54.7, "2022-23": 53.7, "2023-24": 51.8}


def figures() -> Iterator[Figure]:
    def rate(value: float, of: object, period: str, **thread: str) -> Figure:
        return a_figure(
            value,
            indicator="child_protection_plans_started",
            unit=Unit.RATE_PER_10000,
            area=of,
            period=period,
            decimals=1,
            thread=a_thread(source="dfe.d1", **thread),
        )

    for period, value in ENGLAND_RATES.items():
        yield rate(value, ENGLAND, period)
    yield rate(31.9, EAST, "2023-24")
    yield rate(64.3, LUTON, "2023-24")
    for code, value in zip(MEMBERS, (50.0, 52.0, 54.0, 56.0, 58.0), strict=True):
        yield rate(value, area(code), "2023-24")
    printed = {"source": "local.report", "vintage": "2023-24"}
    yield a_figure(
        99.9,
        indicator="child_protection_plans_started",
        unit=Unit.RATE_PER_10000,
        area=ENGLAND,
        decimals=1,
        thread=a_thread(**printed),
    )


@pytest.fixture(scope="module")
def book() -> FigureBook:
    return FigureBook.of(figures())


def read(text: str, book: FigureBook) -> Reading:
    return reading_of_all(text, area="Luton", book=book, neighbour_sets=SETS)


RATE = "the {who} rate of child protection plans started was {value} per 10,000"


@pytest.mark.parametrize(
    "text",
    [
        f"In 2023/24 {RATE.format(who='England', value='51.8')}.",
        f"In 2022/23 {RATE.format(who='national', value='53.7')}.",
        f"In 2023/24 {RATE.format(who='England', value='52')}.",
        f"In 2023/24 {RATE.format(who='regional', value='31.9')}.",
        f"In 2023/24 {RATE.format(who='statistical neighbour', value='54.0')}.",
        "In 2023/24, 51.9% of plans in England were late.",
        "The rate of homes built was 12.9 per 10,000 in England in 2023/24.",
        f"In Q3 2023/24 {RATE.format(who='England', value='13.7')}.",
    ],
)
def test_what_was_published_goes_by(text: str, book: FigureBook) -> None:
    assert found_by("book_quote", read(text, book)) == []


def test_another_year_s_value_is_an_error_where_all_is_named(book: FigureBook) -> None:
    text = f"In 2023/24 {RATE.format(who='England', value='53.7')}."
    (fault,) = found_by("book_quote", read(text, book))
    assert (fault.severity, fault.expected) == (Severity.ERROR, "51.8")
    assert "fits 53.7 for England in 2022/23" in fault.evidence


def test_without_a_year_named_it_is_a_warning(book: FigureBook) -> None:
    text = f"# Yearly report 2023/24\n\nThis year {RATE.format(who='England', value='53.7')}."
    (fault,) = found_by("book_quote", read(text, book))
    assert fault.severity is Severity.WARNING


def test_a_value_nobody_published_is_said_to_be_so(book: FigureBook) -> None:
    text = (
        "# Yearly report 2023/24\n\nThe rate (per 10,000) of children that became the subject of a "
        "child protection plan is 65, higher than 57.95 statistical neighbours and 55.3 England."
    )
    faults = found_by("book_quote", read(text, book))
    assert {fault.printed: fault.severity for fault in faults} == {
        "57.95": Severity.WARNING,
        "55.3": Severity.WARNING,
    }
    assert all("No value published for 2023/24" in fault.message for fault in faults)
    assert any("54.0 for the mean of the neighbours of 2021" in each.evidence for each in faults)


def test_what_the_partnership_itself_printed_proves_nothing(book: FigureBook) -> None:
    text = f"In 2023/24 {RATE.format(who='England', value='99.9')}."
    (fault,) = found_by("book_quote", read(text, book))
    assert "99.9 for England" not in fault.evidence


def test_the_area_s_own_figure_is_only_a_note(book: FigureBook) -> None:
    text = "In 2023/24 the rate of child protection plans started was 61.0 per 10,000."
    (fault,) = found_by("book_quote", read(text, book))
    assert fault.severity is Severity.NOTE


def test_without_a_book_nothing_is_said() -> None:
    text = f"In 2023/24 {RATE.format(who='England', value='53.7')}."
    assert found_by("book_quote", reading_of_all(text, area="Luton")) == []


def quoted(text: str) -> list[Quote]:
    return [quote for quotes in every_quote(reading_of_all(text)) for quote in quotes]


def test_each_number_is_given_to_whom_it_belongs() -> None:
    found = quoted(
        "6.9% of children in care had three or more placements, an improvement on 11.5% the "
        "previous year, against 10% nationally and 9% for our statistical neighbours."
    )
    assert [(each.quantity.text, each.whose, each.years_back) for each in found] == [
        ("6.9%", Whose.OWN, 0),
        ("11.5%", Whose.OWN, 1),
        ("10%", Whose.ENGLAND, 0),
        ("9%", Whose.NEIGHBOURS, 0),
    ]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "initial child protection conferences held within 15 working days",
            "initial_conferences_within_15_working_days",
        ),
        ("children in care with three or more placements", "looked_after_three_or_more_placements"),
        (
            "children looked after with three or more placement moves",
            "looked_after_three_or_more_placement_moves",
        ),
        ("section 47 enquiries", "section_47_enquiries"),
    ],
)
def test_set_phrases_name_an_indicator(words: str, name: str) -> None:
    found = indicator_of(content(words))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "words",
    [
        "girls in care with three or more placements",
        "contacts from the police",
        "children",
        "homes inspected",
        "referrals for neglect",
    ],
)
def test_a_part_of_an_indicator_or_something_else_names_none(words: str) -> None:
    assert indicator_of(content(words)) is None


def test_no_phrase_names_two_indicators() -> None:
    known: dict[tuple[frozenset[str], frozenset[Unit]], str] = {}
    for phrase in phrases():
        key = phrase.needs, frozenset(phrase.indicator.units)
        assert known.setdefault(key, phrase.indicator.name) == phrase.indicator.name or (
            "20_miles" in phrase.indicator.name  # look-alikes that words cannot tell apart
        )
