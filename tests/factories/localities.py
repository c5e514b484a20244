"""Made-up localities of two councils, whose postcodes are nobody’s, dated and of every length."""

from datetime import date

from goldenthread.nouns.localities import Localities, LocalityLine

_BEFORE, _FROM = date(2023, 3, 31), date(2023, 4, 1)

# Council, (part of a) postcode, locality, the first day and the last.
LINES = (
    ("821", "ZZ10", "Northside", None, None),
    ("821", "ZZ10 2", "Riverside", None, None),
    ("821", "ZZ10 2BB", "Hilltop", _FROM, None),
    ("821", "ZZ11 1", "Northside", None, _BEFORE),
    ("821", "ZZ11 1", "Hilltop", _FROM, date(2023, 12, 31)),
    ("822", "ZZ10", "Southside", date(2022, 1, 1), None),
)

# One of each kind: by its district, sector and whole, dated, in no line, of nobody, no postcode.
POSTCODES = (
    "ZZ10 1AA", "zz102aa", "ZZ10 2BB", "ZZ11 1AA", "ZZ12 1AA", "ZZ99 3VZ", "ZZ10", "ZZ1 02AA",
)  # fmt: skip


def some_localities() -> Localities:
    """The lines as a table that was read."""
    return Localities(
        tuple(LocalityLine(*line, number=number) for number, line in enumerate(LINES, 2))
    )
