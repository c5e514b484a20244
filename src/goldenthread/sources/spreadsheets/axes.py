"""Finds out what each heading says, by the mapping's axis for its row or column."""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from goldenthread.nouns import Area, GoldenThreadError
from goldenthread.nouns.register import find_area
from goldenthread.sources.spreadsheets.cells import DoesNotFitError
from goldenthread.sources.spreadsheets.headings import fold, read_period, split_marks
from goldenthread.sources.spreadsheets.mapping import Axis, Mapping, Meaning

_LIKE_A_TOTAL = re.compile(r"(grand |sub)?totals?\b.*|all|overall|sum|.* totals?")


@dataclass(frozen=True, slots=True)
class Said:
    """What one heading says. ``leave`` is True where the mapping leaves its cells out."""

    meaning: Meaning = field(default_factory=Meaning)
    marks: tuple[str, ...] = ()
    leave: bool = False
    grand: bool = False


class Headings:
    """One axis and the headings met on it so far."""

    def __init__(self, axis: Axis) -> None:
        self.axis = axis
        self._values = {fold(heading): meaning for heading, meaning in axis.values.items()}
        self._totals = {fold(heading) for heading in axis.totals}
        self._grand = {fold(heading) for heading in axis.grand_totals}
        self._ignore = {fold(heading) for heading in axis.ignore}
        self._sections = {fold(heading) for heading in axis.sections}
        self._met: set[str] = set()

    def is_section(self, text: str) -> bool:
        """True for a heading that only names the group of the rows below it."""
        found = fold(text) in self._sections
        if found:
            self._met.add(fold(text))
        return found

    def says(self, text: str) -> Said:
        """What a heading says. Raises DoesNotFitError where it says nothing."""
        words, marks = split_marks(text)
        key = fold(text)
        self._met.add(key)
        if self.axis.means == "ignore":
            return Said()
        if key in self._ignore:
            return Said(leave=True)
        if key in self._totals or key in self._grand:
            return Said(marks=marks, grand=key in self._grand)
        if key in self._values:
            return Said(self._values[key], marks)
        if not key:
            raise DoesNotFitError(
                "no_heading", "there is no heading here: write one, or name what is meant"
            )
        return Said(self._as_printed(words, key), marks)

    def _as_printed(self, words: str, key: str) -> Meaning:
        axis = self.axis
        if axis.means == "period":
            try:
                return Meaning(period=read_period(words, axis.year, axis.kind))
            except ValueError as error:
                raise DoesNotFitError("unknown_period", str(error)) from error
        if axis.means == "area":
            return Meaning(area=words)
        if axis.means == "indicator" or (self._values and not axis.as_printed):
            near = get_close_matches(key, [*self._values, *self._totals], n=1)
            hint = f" (is it {near[0]!r}?)" if near else ""
            raise DoesNotFitError(
                "unknown_heading",
                f"this heading is not in the mapping{hint}: correct it, or add it to values or "
                "ignore",
            )
        if _LIKE_A_TOTAL.fullmatch(key):
            raise DoesNotFitError(
                "undeclared_total",
                "this heading looks like a total: add it to totals, so that it is not counted "
                "as one category more, or to values if it is one",
            )
        if ";" in words:
            raise DoesNotFitError(
                "unknown_heading", "a heading with a semicolon needs other words: add it to values"
            )
        return Meaning(breakdown={str(axis.dimension): words})

    def never_met(self) -> tuple[str, ...]:
        """Headings that the mapping names and the table does not have."""
        axis = self.axis
        named = (*axis.values, *axis.totals, *axis.grand_totals, *axis.sections, *axis.ignore)
        return tuple(heading for heading in named if fold(heading) not in self._met)


class Areas:
    """The areas of one mapping: its own table first, then the register of English councils."""

    def __init__(self, mapping: Mapping, name: str) -> None:
        """Raises GoldenThreadError where the mapping itself names an area nobody knows."""
        self._known: dict[str, Area | None] = {
            fold(heading): Area(
                place.code, place.name or heading, place.kind, place.region, (), place.members
            )
            for heading, place in mapping.areas.items()
        }
        axes = (*mapping.columns, *mapping.rows)
        meanings = [meaning for axis in axes for meaning in axis.values.values()]
        for meaning in (mapping, *meanings, *mapping.cell):
            if meaning.area is not None and self.find(meaning.area) is None:
                raise GoldenThreadError(
                    f"{name}, area: nobody knows {meaning.area!r}; correct it, or add under "
                    f'[areas] a line such as "{meaning.area}" = '
                    '{ code = "luton-dallow", kind = "ward" }.'
                )

    def find(self, words: str) -> Area | None:
        """The area that a heading names, or None."""
        key = fold(words)
        if key not in self._known:
            try:
                self._known[key] = find_area(words)
            except GoldenThreadError:
                self._known[key] = None
        return self._known[key]
