"""Sentences read back: numbers typed by hand, and changes the numbers do not bear out."""

import pytest

from goldenthread.claims.misdirected import misdirected
from goldenthread.claims.unbound import unbound
from goldenthread.nouns import Unit
from goldenthread.wording import Bound
from goldenthread.wording.numbers import printed
from tests.factories import a_figure, a_thread, released


def bound(value, unit=Unit.COUNT, decimals=0, **given):
    """A number in a sentence."""
    out = released(a_figure(value, unit=unit, decimals=decimals, **given))
    return Bound(out, printed(out))


def changed(value, unit=Unit.PERCENT_CHANGE):
    """The size of a change, in brackets."""
    return bound(value, unit, 1, thread=a_thread(calculation="change"))


@pytest.mark.parametrize(
    "words",
    [
        "It rose in 2023-24 and again by 31 March 2024.",
        "Section 47 enquiries per 10,000 children, in Q3 and Q4 of 2023/24.",
        "Re-referrals within 12 months, as published in May 2025.",
        "Children aged 16-17.",
        "No return that was read tells section 47 enquiries (s47_enquiry).",
    ],
)
def test_dates_and_names_are_no_figures(words):
    assert list(unbound([(words,)])) == []


@pytest.mark.parametrize("words", ["There were 12 of them.", "A rise of 37.3%.", "1,252 in all."])
def test_a_number_typed_by_hand_is_found(words):
    assert len(list(unbound([(words,)]))) == 1


def test_a_bound_number_is_not():
    assert list(unbound([("There were ", bound(1252), " in all.")])) == []


def sentence(verb, before, after, size=None):
    """Enquiries went from one number to another."""
    words = (f"Enquiries {verb} from ", before, " in 2022-23 to ", after, " in 2023-24")
    return (*words, " (", size, ").") if size else (*words, ".")


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (sentence("rose", bound(912), bound(1252)), True),
        (sentence("fell", bound(912), bound(1252)), False),
        (sentence("rose", bound(912), bound(1252), changed(37.3)), True),
        (sentence("rose", bound(912), bound(1252), changed(27.3)), False),
        # 311 to 386 is 24.1 per cent, not the 24.2 that was once printed
        (sentence("rose", bound(311), bound(386), changed(24.1)), True),
        (sentence("rose", bound(311), bound(386), changed(24.2)), False),
        # rounded ends leave room: 6.9 to 9.4 may be 2.4 to 2.6 points
        (
            sentence(
                "rose",
                bound(6.9, Unit.PERCENT, 1),
                bound(9.4, Unit.PERCENT, 1),
                changed(2.5, Unit.PERCENTAGE_POINTS),
            ),
            True,
        ),
        (
            sentence(
                "rose",
                bound(6.9, Unit.PERCENT, 1),
                bound(9.4, Unit.PERCENT, 1),
                changed(36.2, Unit.PERCENTAGE_POINTS),
            ),
            False,
        ),
        (sentence("rose", bound(0), bound(30)), True),
    ],
)
def test_a_change_is_recomputed_from_the_numbers_printed(words, right):
    assert (list(misdirected([words])) == []) is right


def test_a_category_whose_name_holds_a_digit_is_no_figure():
    words = ("The largest: Safeguarding Children L2 (", bound(411), ").")
    assert len(list(unbound([words]))) == 1
    assert list(unbound([words], {"Safeguarding Children L2"})) == []
