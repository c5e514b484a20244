"""The XML form of a 903 return: the same tables as the CSV files, places by element and line."""

from pathlib import Path

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources import ssda903
from goldenthread.tables import Return
from tests.factories.statutory import CHILDREN, TABLES, a_return, as_file, as_markup

A, B, C = CHILDREN
# The schema is older than these tables.
NEWER = ("workers.csv", "liberty.csv")
MARKUP = as_markup()


def read(folder: Path, text: str | bytes, **given) -> Return:
    return ssda903.read(
        [as_file(folder, "903.xml", text)], **({"area": "821", "year": 2024} | given)
    )


def test_both_forms_give_the_same_tables(tmp_path: Path) -> None:
    marked = read(tmp_path, MARKUP)
    told = ssda903.read(
        a_return(tmp_path, [name for name in TABLES if name not in NEWER]), area="821", year=2024
    )
    assert marked.found.by_rule() == {}
    assert set(marked.tables) == set(told.tables)
    for name, table in told.tables.items():
        rows = marked.tables[name].to_pylist()
        assert sorted(map(str, rows)) == sorted(map(str, table.to_pylist())), name
        assert marked.balances[name] == told.balances[name]
    assert marked.coverage == told.coverage


@pytest.mark.parametrize(
    ("before", "after", "rule", "place"),
    [
        ("<DEC>14/08/2023", "<DEC>14/88/2023", "date_cannot_be",
         "CHILD 1 / EPISODE 1 / DEC, line 4"),
        ("<REVIEW_CODE>PN1", "<REVIEW_CODE>PN9", "unknown_code",
         "CHILD 1 / AREVIEW 1 / REVIEW_CODE, line 3"),
        ("<ACTIV>F2", "<ACTIV>QX9", "unknown_code", "CHILD 1 / ACTIV, line 3"),
        ("<NB_ADOPTR>2", "<NB_ADOPTR>QX9", "number_unreadable", "CHILD 2 / NB_ADOPTR, line 8"),
        ("<OC2>", "<OC2><QZX>1</QZX>", "unknown_column", "CHILD 1 / OC2 1, line 3"),
    ],
)  # fmt: skip
def test_faults_stand_at_the_element(
    tmp_path: Path, before: str, after: str, rule: str, place: str
) -> None:
    got = read(tmp_path, MARKUP.replace(before, after, 1))
    assert [(each.rule, each.place) for each in got.found] == [(rule, place)]
    assert all(each.reported == 0 for each in got.balances.values())


def test_a_file_that_breaks_off_gives_the_children_before(tmp_path: Path) -> None:
    got = read(tmp_path, MARKUP[: MARKUP.rindex("<ETHNIC>")])
    assert got.found.by_rule() == {"file_breaks_off": 1}
    assert got.balances["person"].as_json() == {"in": 3, "kept": 2, "reported": 1}


def test_what_is_hostile_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldenThreadError, match="document type"):
        read(tmp_path, '<!DOCTYPE EXPSSDA903 [<!ENTITY a "b">]>' + MARKUP)


def test_xml_is_known_by_its_beginning(tmp_path: Path) -> None:
    def known(text: str | bytes) -> bool:
        return ssda903.recognises(as_file(tmp_path, "any", text))

    assert known(MARKUP)
    assert known(MARKUP.encode("utf-16"))
    assert known(MARKUP.replace("EXPSSDA903", "RETURN"))
    assert not known("<Message><Children><Child/></Children></Message>")
    assert not known("<html>")
    assert not ssda903.recognises(tmp_path)


def test_the_year_is_found_in_the_episodes(tmp_path: Path) -> None:
    got = read(tmp_path, MARKUP, year=None)
    assert got.year == 2024
    assert got.found.by_rule() == {"year_inferred": 1}
