"""The return of children looked after of a year as one XML file, child by child.

It carries what its schema has: social workers and deprivation of liberty are in the CSV files only.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from goldenthread.synthetic.projections.ssda903 import Table, returned
from goldenthread.synthetic.projections.view import View

_EPISODE = ("DECOM", "RNE", "LS", "CIN", "PLACE", "PL_POST", "HOME_POST", "URN", "PLACE_PROVIDER",
            "DEC", "REC", "REASON_PLACE_CHANGE")  # fmt: skip
_NAMES = {"CHILD": "CHILDID", "PLACE": "PL"}

Row = Mapping[str, str]


def write(view: View, folder: Path) -> Sequence[Path]:
    """One file for the return."""
    tables = returned(view)
    rows = {name: _by_child(table) for name, table in tables.items()}
    path = folder / f"ssda903_{view.area}_{view.year}.xml"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('<?xml version="1.0" encoding="utf-8"?>\n<EXPSSDA903>\n')
        for child, person in rows["header"].items():
            of_child = {name: found.get(child, []) for name, found in rows.items()}
            file.write("<CHILD>" + _header(person[0], of_child))
            for row in of_child["episodes"]:
                file.write(f"\n<EPISODE>{_elements(row, _EPISODE)}</EPISODE>")
            file.write("</CHILD>\n")
        file.write("</EXPSSDA903>\n")
    return [path]


def _header(person: Row, rows: Mapping[str, list[Row]]) -> str:
    parts = [_elements(person, ("CHILD", "UPN", "SEX", "DOB", "ETHNIC"))]
    asylum = rows["uasc"][:1]
    parts.append(f"<UASC>{'1' if asylum else '0'}</UASC>")
    parts += [_elements(row, ("DUC",)) for row in asylum]
    parts += [_inside(row) for row in rows["ad1"][:1]]
    parts += [_inside(row) for row in rows["oc3"][:1]]
    for name, around in (("missing", "AMISSING"), ("reviews", "AREVIEW")):
        parts += [f"<{around}>{_inside(row)}</{around}>" for row in rows[name]]
    parts.append(_elements(person, ("MOTHER", "MC_DOB")))
    parts += [f"<PERMANENCE>{_inside(row)}</PERMANENCE>" for row in rows["previous_permanence"][:1]]
    parts += [f"<OC2>{_inside(row)}</OC2>" for row in rows["oc2"][:1]]
    parts += [f"<AD_PLACED>{_inside(row)}</AD_PLACED>" for row in rows["placed_for_adoption"]]
    return f"<HEADER>{''.join(parts)}</HEADER>"


def _inside(row: Row) -> str:
    return _elements(row, [name for name in row if name not in ("CHILD", "DOB", "SEX")])


def _elements(row: Row, names: Sequence[str]) -> str:
    made = []
    for name in names:
        element = _NAMES.get(name, name)
        made.append(f"<{element}>{row[name]}</{element}>" if row[name] else f"<{element}/>")
    return "".join(made)


def _by_child(table: Table) -> dict[str, list[Row]]:
    columns = {name: [text or "" for text in each.to_pylist()] for name, each in table.items()}
    found: dict[str, list[Row]] = {}
    for at, child in enumerate(columns["CHILD"]):
        found.setdefault(child, []).append({name: each[at] for name, each in columns.items()})
    return found
