"""Whose children a figure counts: a place, a set of places, or an agency's footprint."""

from dataclasses import dataclass
from enum import StrEnum


class AreaKind(StrEnum):
    """What sort of area; figures of unlike kinds are never put into one series."""

    WARD = "ward"
    COUNCIL = "council"
    REGION = "region"
    COUNTRY = "country"
    NEIGHBOUR_SET = "neighbour_set"
    PARTNERSHIP = "partnership"
    FOOTPRINT = "footprint"


@dataclass(frozen=True, slots=True)
class Area:
    """A place or set of places.

    ``code`` is the stable key of the figure book: for a council the Department for Education's
    three-digit code (``821``), because Office for National Statistics codes change when a
    boundary moves and then lose Gateshead and Northumberland; for a region or country its ONS
    code (``E12000006``); otherwise a slug of our own (``pan-bedfordshire``).
    """

    code: str
    name: str
    kind: AreaKind
    region: str = ""
    ons_codes: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """The name as a sentence says it: Bristol, where lists have ``Bristol, City of``."""
        for ending in (", City of", ", County of"):
            if self.name.endswith(ending):
                return self.name.removesuffix(ending)
        return self.name

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class NeighbourSet:
    """Which areas count as alike, by whose model of which year.

    ``area`` and ``members`` are area codes, the nearest neighbour first. ``close`` is how many of
    the members the model itself calls at least somewhat close, None where it does not say.
    """

    name: str
    year: int
    area: str
    members: tuple[str, ...]
    close: int | None = None
