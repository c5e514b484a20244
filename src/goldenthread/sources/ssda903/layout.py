"""The tables of the 903 return: their columns, and how each is told by them.

Files are named as it pleases whoever exports them, so a table is known by the columns that only it
has. CHILD and DOB stand in most of them and tell nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

HEADER = "header"
EPISODES = "episodes"
REVIEWS = "reviews"
UASC = "uasc"
OC2 = "oc2"
OC3 = "oc3"
AD1 = "ad1"
PLACED = "placed for adoption"
PREVIOUS = "previous permanence"
MISSING = "missing"
WORKERS = "social worker episodes"
LIBERTY = "deprivation of liberty"

_SHARED = frozenset({"CHILD", "DOB", "SEX"})
_SPELLINGS = {"CHILDID": "CHILD", "CHILD_ID": "CHILD", "ETHNICITY": "ETHNIC"}
_NOT_A_LETTER = re.compile(r"[^A-Z0-9]+")


@dataclass(frozen=True)
class Layout:
    """One table of the return.

    ``mandatory`` columns are those whose absence is a fault. ``unusual`` ones are read where they
    stand, and seldom do. ``passed_over`` are known, and wanted by no table of ours.
    """

    name: str
    columns: tuple[str, ...]
    mandatory: tuple[str, ...]
    spellings: Mapping[str, str] = field(default_factory=dict)
    unusual: tuple[str, ...] = ()
    passed_over: frozenset[str] = frozenset()

    @cached_property
    def telling(self) -> frozenset[str]:
        """The columns that tell the table from others."""
        return frozenset(self.columns) - _SHARED

    def column(self, heading: str) -> str | None:
        """The column a heading stands for, or None."""
        name = self.spelt(heading)
        known = (*self.columns, *self.unusual, *self.passed_over)
        return name if name in known else None

    def spelt(self, heading: str) -> str:
        """A heading as the return writes it."""
        name = tidy(heading)
        return self.spellings.get(name, _SPELLINGS.get(name, name))


def _layout(
    name: str,
    columns: str,
    mandatory: str,
    spellings: Mapping[str, str] | None = None,
    unusual: str = "",
    passed_over: str = "",
) -> Layout:
    return Layout(
        name,
        tuple(columns.split()),
        tuple(mandatory.split()),
        spellings or {},
        tuple(unusual.split()),
        frozenset(passed_over.split()),
    )


LAYOUTS: Mapping[str, Layout] = {
    each.name: each
    for each in (
        _layout(
            HEADER,
            "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB",
            "CHILD SEX DOB ETHNIC",
            unusual="UASC",  # stands in the header of the XML
        ),
        _layout(
            EPISODES,
            "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE HOME_POST "
            "PL_POST URN",
            "CHILD DECOM RNE LS CIN PLACE DEC REC",
            {"PL": "PLACE"},
            unusual="PL_DISTANCE PL_LOCATION",  # worked out by whoever collects the return
            passed_over="PL_LA",
        ),
        _layout(REVIEWS, "CHILD DOB REVIEW REVIEW_CODE", "CHILD REVIEW REVIEW_CODE"),
        _layout(UASC, "CHILD SEX DOB DUC", "CHILD DUC"),
        _layout(
            OC2,
            "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK "
            "HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED",
            "CHILD SDQ_SCORE CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT "
            "SUBSTANCE_MISUSE",
        ),
        _layout(OC3, "CHILD DOB IN_TOUCH ACTIV ACCOM", "CHILD DOB IN_TOUCH ACTIV ACCOM"),
        _layout(
            AD1,
            "CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR",
            "CHILD DATE_INT DATE_MATCH",
            {"NB_ADOPTER": "NB_ADOPTR"},
        ),
        _layout(
            PLACED,
            "CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED",
            "CHILD DATE_PLACED",
        ),
        _layout(PREVIOUS, "CHILD DOB PREV_PERM LA_PERM DATE_PERM", "CHILD PREV_PERM"),
        _layout(MISSING, "CHILD DOB MISSING MIS_START MIS_END", "CHILD MISSING MIS_START MIS_END"),
        _layout(
            WORKERS,
            "CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON",
            "CHILD SW_ID SW_DECOM SW_DEC",
        ),
        _layout(LIBERTY, "CHILD DOB DOLO_START DOLO_END", "CHILD DOLO_START DOLO_END"),
    )
}


def tidy(heading: str) -> str:
    """A heading as the return writes it, whatever the case and the spaces."""
    return _NOT_A_LETTER.sub("_", heading.strip().strip("\ufeff\"'").upper()).strip("_")


def known_by(headings: Sequence[str]) -> Layout | None:
    """The table that a line of headings is of: the one most of whose own columns it names.

    None where it is none, or where neither CHILD nor three of them stand in the line.
    """

    def told(layout: Layout) -> int:
        return len(layout.telling & {layout.spelt(heading) for heading in headings})

    best = max(LAYOUTS.values(), key=told)
    named = "CHILD" in {best.spelt(heading) for heading in headings}
    return best if told(best) >= (1 if named else 3) else None
