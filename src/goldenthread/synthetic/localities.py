"""Made-up localities for the made-up postcodes of homes: neighbourhoods of no place."""

from collections.abc import Iterator
from pathlib import Path

# The districts of homes run from ZZ10 to ZZ49; the last is in no locality.
_DISTRICTS = {
    "Northside": range(10, 17),
    "Southside": range(17, 25),
    "Riverside": range(25, 31),
    "Old Town": range(31, 40),
    "Hilltop": range(40, 49),
}
# One sector, and one whole postcode, are of another locality than their district.
_APART = (("ZZ16 9", "Southside"), ("ZZ31 1AB", "Riverside"))


def write_localities(area: str, folder: Path) -> Path:
    """The table of localities of an area, by its code, as ``localities.csv`` in a folder."""
    file = folder / "localities.csv"
    text = "".join(f"{line}\n" for line in _lines(area))
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def _lines(area: str) -> Iterator[str]:
    yield "postcode,locality,area"
    for locality, districts in _DISTRICTS.items():
        yield from (f"ZZ{number},{locality},{area}" for number in districts)
    yield from (f"{postcode},{locality},{area}" for postcode, locality in _APART)
