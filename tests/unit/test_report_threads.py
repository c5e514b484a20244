"""Threads of printed figures: other known values, and none beside a value that is kept back."""

from datetime import date

from goldenthread.comparisons.chance import FAMILY_CLUSTERING
from goldenthread.disclosure import release
from goldenthread.figures import FigureBook
from goldenthread.nouns import Figure, Symbol, Unit
from goldenthread.report.blocks.methods import _CLUSTERED
from goldenthread.report.document import Document, Paragraph
from goldenthread.report.threads import threads
from goldenthread.wording import Bound
from goldenthread.wording.numbers import printed
from tests.factories import a_figure, a_thread

LAIT = a_thread(source="lait", vintage="2025", locator="row 7, column Values")


def printing(figure: Figure) -> Document:
    """A document that prints one figure."""
    released = release([figure])[figure.id]
    return Document(
        title="T",
        subtitle="S",
        partnership="P",
        area="Luton",
        year="2023-24",
        as_of=date(2024, 11, 1),
        edition="E",
        summary=(Paragraph((Bound(released, printed(released)),)),),
        sections=(),
        threads=(),
        sources=(),
    )


def others_of(figure: Figure, *known: Figure) -> list[str]:
    (entry,) = threads(printing(figure), FigureBook.of([figure, *known]), {})
    return [other.printed for other in entry.also_known_as]


def test_the_other_values_of_a_figure_are_named():
    shown = a_figure(20.8, unit=Unit.PERCENT, decimals=1)
    assert others_of(shown, a_figure(21, unit=Unit.PERCENT, thread=LAIT)) == ["21%"]


def test_no_other_value_says_what_the_source_withholds():
    hidden = a_figure(symbol=Symbol.CONFIDENTIAL, unit=Unit.PERCENT, denominator=22)
    assert others_of(hidden, a_figure(81.8, unit=Unit.PERCENT, decimals=1, thread=LAIT)) == []


def test_no_other_value_says_what_we_withhold():
    assert others_of(a_figure(3), a_figure(3, thread=LAIT)) == []


def test_an_other_value_too_small_to_print_is_withheld():
    assert others_of(a_figure(6), a_figure(4, thread=LAIT)) == ["c"]


def test_the_words_about_families_say_the_factor_that_is_used():
    assert FAMILY_CLUSTERING == 2.0
    assert "vary twice as much" in _CLUSTERED[0]
