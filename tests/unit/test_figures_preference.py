"""An indicator that names the source to be shown first."""

from goldenthread.figures import FigureBook, Prefer
from goldenthread.nouns import Figure, Period, Symbol, Unit
from tests.factories import a_figure, a_thread


def test_an_indicator_may_ask_for_a_source_to_be_shown_first() -> None:
    def share(value: float | None, source: str, year: int) -> Figure:
        return a_figure(
            value,
            None if value else Symbol.CONFIDENTIAL,
            indicator="assessments_within_45_working_days",
            unit=Unit.PERCENT,
            period=Period.financial_year(year),
            thread=a_thread(source=source, locator=f"{source} {year}"),
        )

    book = FigureBook.of(
        [
            *(share(80, "dfe.c2", 2024), share(81, "lait", 2024)),
            *(share(82, "dfe.c2", 2023), share(None, "lait", 2023)),
            *(share(None, "dfe.c2", 2022), share(83, "lait", 2022)),
        ]
    )
    for how in ({"report_year": 2024}, {}, {"report_year": 2024, "prefer": Prefer.LATEST}):
        shelf = book.shelf(**how)
        shown = shelf.about("assessments_within_45_working_days", "821")
        # A symbol is no reason to pass over a value.
        assert [each.value for each in shown] == [83, 82, 81]
