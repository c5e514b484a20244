"""Makes figures of one cell, from what its row, its column and the whole table say of it."""

from dataclasses import replace
from typing import Any

from goldenthread.nouns import Breakdown, Figure, FigureKey, Quality, Symbol, Thread, Unit
from goldenthread.sources.spreadsheets.axes import Areas, Said
from goldenthread.sources.spreadsheets.cells import DoesNotFitError, Reading, read_part, split_cell
from goldenthread.sources.spreadsheets.grid import Cell
from goldenthread.sources.spreadsheets.mapping import Mapping, Meaning, Part

_WORSE = [Quality.GOOD, Quality.CAUTION, Quality.POOR]
_FIELDS = tuple(name for name in Meaning.model_fields if name != "breakdown")


class Maker:
    """Holds what is the same for every cell of a table, and which things were already said."""

    def __init__(self, mapping: Mapping, areas: Areas, source: str, file: str, digest: str) -> None:
        self._mapping = mapping
        self._areas = areas
        self._thread = Thread(
            source=source,
            file=file,
            digest=digest,
            vintage=mapping.vintage or str(mapping.published.year),
            known_since=mapping.published,
        )
        self._places: dict[tuple[FigureKey, str], str] = {}
        self._unknown_marks: list[tuple[str, str]] = []

    def check(self, said: Said) -> None:
        """Raises DoesNotFitError for a heading that names an area nobody knows."""
        if said.meaning.area is not None and self._areas.find(said.meaning.area) is None:
            raise DoesNotFitError(
                "unknown_area",
                "no area is known by this name: correct it, or add it under [areas] in the "
                "mapping with its code and kind",
            )

    def take_unknown_marks(self) -> list[tuple[str, str]]:
        """The marks met since last asked that no footnote explains, each with its place."""
        taken, self._unknown_marks = self._unknown_marks, []
        return taken

    def make(self, cell: Cell, place: str, said: tuple[Said, ...]) -> list[Figure]:
        """The cell's figures, none where the mapping leaves it out. Raises DoesNotFitError."""
        mapping = self._mapping
        if not cell.text:
            if mapping.blank == "ignore":
                return []
            if mapping.blank == "fault":
                raise DoesNotFitError(
                    "blank",
                    "this cell is empty: write the number, or n/a where there is none, or say "
                    'blank = "x" in the mapping',
                )
        texts: tuple[str, ...] = ("",) * len(mapping.cell)
        if cell.text:
            texts = split_cell(cell, len(mapping.cell), mapping.separator, mapping.symbols)
        made = [
            self._one(part, text, cell.stored, place, said)
            for part, text in zip(mapping.cell, texts, strict=True)
        ]
        figures = _with_numerators([figure for figure in made if figure])
        # Only once the whole cell fits is it entered, so that half a cell is never kept.
        for figure in figures:
            self._refuse_twice(figure)
        for figure in figures:
            self._places[figure.key, figure.thread.definition] = place
        return figures

    def _one(
        self, part: Part, text: str, stored: bool, place: str, said: tuple[Said, ...]
    ) -> Figure | None:
        meanings: tuple[Meaning, ...] = (self._mapping, *(each.meaning for each in said), part)
        known = _together(meanings)
        for needed in ("indicator", "unit", "period", "area"):
            if known[needed] is None:
                raise DoesNotFitError(
                    "not_said",
                    f"the mapping does not say this cell's {needed}: give its heading one in "
                    "values, or add its heading to ignore",
                )
        breakdown: Breakdown = known["breakdown"]
        if part.whole == "ignore" and not breakdown:
            return None
        reading = self._read(text, stored, known)
        marks = [*(mark for each in said for mark in each.marks), *reading.marks]
        quality, note = self._quality(known["quality"], known["quality_note"], marks, place)
        return Figure(
            indicator=known["indicator"],
            unit=known["unit"],
            area=self._area(known["area"]),
            period=known["period"],
            thread=replace(
                self._thread,
                locator=place,
                definition=f"{known['indicator']}:{known['definition']}",
            ),
            value=reading.value,
            symbol=reading.symbol,
            breakdown=breakdown,
            decimals=reading.decimals,
            status=known["status"],
            quality=quality,
            quality_note=note,
            sensitivity=known["sensitivity"],
        )

    def _read(self, text: str, stored: bool, known: dict[str, Any]) -> Reading:
        unit, decimals = known["unit"], known["decimals"]
        if not text and isinstance(self._mapping.blank, Symbol):
            places = unit.decimals if decimals is None else decimals
            return Reading(None, self._mapping.blank, places)
        return read_part(text, stored, unit, decimals, self._mapping.symbols)

    def _area(self, words: str) -> Any:
        return self._areas.find(words)

    def _quality(
        self, quality: Quality, note: str, marks: list[str], place: str
    ) -> tuple[Quality, str]:
        notes = [note] if note else []
        for mark in dict.fromkeys(marks):
            footnote = self._mapping.footnotes.get(mark)
            if footnote is None:
                self._unknown_marks.append((mark, place))
                quality = max(quality, Quality.CAUTION, key=_WORSE.index)
                notes.append(f"marked {mark} in the table, which does not say why")
            else:
                quality = max(quality, footnote.quality, key=_WORSE.index)
                notes.append(footnote.note)
        return quality, "; ".join(notes)

    def _refuse_twice(self, figure: Figure) -> None:
        earlier = self._places.get((figure.key, figure.thread.definition))
        if earlier is not None:
            raise DoesNotFitError(
                "duplicate",
                f"this cell is about the same thing as {earlier}: take one of the two out, or "
                "say in the mapping what tells them apart",
            )


def _together(meanings: tuple[Meaning, ...]) -> dict[str, Any]:
    """Everything said, the later and more special word before the earlier."""
    known: dict[str, Any] = dict.fromkeys(_FIELDS)
    breakdown: dict[str, str] = {}
    for meaning in meanings:
        breakdown |= meaning.breakdown
        known |= meaning.said
    return known | {"breakdown": Breakdown.of(**breakdown)}


def _with_numerators(figures: list[Figure]) -> list[Figure]:
    """A percentage printed beside the count it was worked from takes that count along."""
    counts = {each.indicator: each.value for each in figures if each.unit is Unit.COUNT}
    return [
        replace(each, numerator=counts[each.indicator])
        if each.unit is Unit.PERCENT and each.known and counts.get(each.indicator) is not None
        else each
        for each in figures
    ]
