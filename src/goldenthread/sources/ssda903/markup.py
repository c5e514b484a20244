"""Reads the XML form of the return, as its schema (CLA.xsd) has it, into the same tables as CSV."""

from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.sources.ssda903 import layout
from goldenthread.sources.ssda903.block import Block
from goldenthread.sources.statutory.elements import Progress, gather
from goldenthread.sources.statutory.gathered import Gathered
from goldenthread.sources.statutory.layout import Kind, Layout, folded
from goldenthread.tables import Found

CHILD = "CHILD"

_HEADER = ("CHILDID", "UPN", "SEX", "DOB", "ETHNIC", "UASC", "MOTHER", "MC_DOB")
_ADOPTED = ("DATE_INT", "DATE_MATCH", "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR")
_LEFT_CARE = ("IN_TOUCH", "ACTIV", "ACCOM")

LAYOUT = Layout(
    child=CHILD,
    kinds=(
        Kind(CHILD, (*_HEADER, "DUC", *_ADOPTED, *_LEFT_CARE)),
        Kind("AREVIEW", ("REVIEW", "REVIEW_CODE"), within=CHILD),
        Kind("AMISSING", ("MISSING", "MIS_START", "MIS_END"), within=CHILD),
        Kind("PERMANENCE", ("PREV_PERM", "LA_PERM", "DATE_PERM"), within=CHILD),
        Kind(
            "OC2",
            (
                "SDQ_SCORE", "SDQ_REASON", "CONVICTED", "HEALTH_CHECK", "IMMUNISATIONS",
                "TEETH_CHECK", "HEALTH_ASSESSMENT", "SUBSTANCE_MISUSE", "INTERVENTION_RECEIVED",
                "INTERVENTION_OFFERED",
            ),
            within=CHILD,
        ),
        Kind(
            "AD_PLACED",
            ("DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
            within=CHILD,
        ),
        Kind(
            "EPISODE",
            (
                "DECOM", "RNE", "LS", "CIN", "PL", "PL_POST", "HOME_POST", "URN",
                "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE",
            ),
            within=CHILD,
            spellings={"PLACE": "PL"},
        ),
    ),
    holders=folded("EXPSSDA903", "HEADER"),
    passed_over=folded(),
)  # fmt: skip

# Elements of their own, and the table each is.
_KINDS = (
    ("EPISODE", layout.EPISODES),
    ("AREVIEW", layout.REVIEWS),
    ("AMISSING", layout.MISSING),
    ("PERMANENCE", layout.PREVIOUS),
    ("OC2", layout.OC2),
    ("AD_PLACED", layout.PLACED),
)
# Cells of the child that are a row of a table where one of them is filled.
_OF_CHILD = (
    (("DUC",), layout.UASC),
    (_ADOPTED, layout.AD1),
    (_LEFT_CARE, layout.OC3),
)
# What the columns of the tables are called in the XML, where it is otherwise.
_CALLED = {"CHILD": "CHILDID", "PLACE": "PL"}


def read(path: Path, file: str, found: Found, progress: Progress | None = None) -> list[Block]:
    """The tables of an XML return, with the faults and errors of ``elements.gather``."""
    gathered = gather(path, LAYOUT, file, found, progress)
    every = np.arange(gathered.size(CHILD))
    blocks = [_block(gathered, CHILD, layout.HEADER, every, file, gathered.lost.get(CHILD, 0))]
    for kind, name in _KINDS:
        rows = np.arange(gathered.size(kind))
        blocks.append(_block(gathered, kind, name, rows, file, gathered.lost.get(kind, 0)))
    for cells, name in _OF_CHILD:
        told = np.zeros(len(every), dtype=bool)
        for cell in cells:
            told |= _filled(gathered.cell(CHILD, cell))
        if name == layout.UASC:
            told |= _is_one(gathered.cell(CHILD, "UASC"))
        blocks.append(_block(gathered, CHILD, name, np.flatnonzero(told), file))
    return blocks


def _block(
    gathered: Gathered, kind: str, name: str, rows: np.ndarray, file: str, lost: int = 0
) -> Block:
    told = layout.LAYOUTS[name]
    own = LAYOUT.by_folded[kind.casefold()].cells
    columns: dict[str, pa.Array] = {}
    for column in (*told.columns, *told.unusual):
        cell = _CALLED.get(column, column)
        if cell in own:
            columns[column] = gathered.cell(kind, cell).take(pa.array(rows))
        elif column in ("CHILD", "DOB"):
            columns[column] = gathered.of_child(kind, cell).take(pa.array(rows))
    return Block(told, file, columns, partial(_place, gathered, kind, own, rows), lost)


def _place(
    gathered: Gathered, kind: str, own: tuple[str, ...], rows: np.ndarray, row: int, column: str
) -> str:
    cell = _CALLED.get(column, column)
    if cell in own:
        return gathered.place(kind, int(rows[row]), cell)
    return gathered.child_place(kind, int(rows[row]), cell)


def _filled(texts: pa.Array) -> np.ndarray:
    tidy = pc.utf8_trim_whitespace(texts.fill_null(""))
    return np.asarray(pc.not_equal(tidy, ""))


def _is_one(texts: pa.Array) -> np.ndarray:
    return np.asarray(pc.equal(pc.utf8_trim_whitespace(texts.fill_null("")), "1"))
