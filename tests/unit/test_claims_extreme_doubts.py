"""An order told of values whose names are plain is an error; of any other, a doubt or nothing."""

import pytest

from goldenthread.claims.checking import check
from goldenthread.claims.documents.lines import document_from_text
from goldenthread.claims.intervals import Interval
from goldenthread.claims.orders.values.model import Point
from goldenthread.claims.orders.ways.assertion import labelled_plainly
from goldenthread.claims.reading import Reading
from tests.factories.statements import two_ways


def told(text):
    faults = check(Reading((document_from_text("a.txt", text),))).faults
    return [str(each.severity) for each in faults if each.kind == "extreme"]


def points(*labels):
    return [
        Point(label=label, printed=str(n), interval=Interval.exactly(n))
        for n, label in enumerate(labels)
    ]


@pytest.mark.parametrize(
    ("labels", "plain"),
    [
        (("2021", "2022", "2023"), True),
        (("Penbury", "Marsh Lane", "Holt"), True),
        (("Isle of Elm", "Isle of Ash"), True),
        (("mm June", "mm July"), True),
        (("safe sleep", "Ash"), False),
        (("", "Ash"), False),
        (("Ash", "Ash"), False),
    ],
)
def test_what_a_plain_label_is(labels, plain):
    assert labelled_plainly(points(*labels)) is plain


_ALL_TOLD = [
    "Our best year for legacies was 2021, with £{1.9|0.9}m; 2022 brought £1.4m and 2023 £1.1m.",
    "The mill, the farm and the forge drew 410, 175 and {398|443} respectively, the mill thus "
    "leading.",
    "No year saw fewer fires than 2021 {(10)|(14)}: 17 in 2019, 11 in 2022.",
]


@pytest.mark.parametrize(
    "text",
    [
        "The hall uses 94 kWh a square metre and the baths 47. The greenest of our sites, at "
        "{41|61} kWh per square metre, is the library.",
        *(f"{text} Each was counted." for text in _ALL_TOLD),
    ],
)
def test_of_words_that_happen_to_stand_beside_values_an_order_is_a_doubt(text):
    right, wrong = two_ways(text)
    assert told(right) == []
    assert told(wrong) == ["warning"]


@pytest.mark.parametrize("text", _ALL_TOLD)
def test_of_values_that_are_all_there_is_it_is_an_error(text):
    right, wrong = two_ways(text)
    assert told(right) == []
    assert told(wrong) == ["error"]


def test_one_place_in_an_order_is_not_that_of_all_who_were_named_before_it():
    assert not told(
        "Ours was £487. Bramfield spent £512, Coldharbour £468, Denholme £531, Farleigh £455 and "
        "Greatwood £494, which makes us second highest of the six."
    )


def test_what_some_are_out_of_is_none_of_them():
    assert not told(
        "Three years ago sexual exploitation came first with 61 children out of 118, and criminal "
        "second with 44."
    )
