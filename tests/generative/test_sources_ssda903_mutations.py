"""Whatever is done to a 903 return, reading it ends in rows, faults or one sentence."""

import re
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.nouns import GoldenThreadError, Severity
from goldenthread.sources import ssda903
from goldenthread.tables import Return
from tests.factories.mutations import mutated
from tests.factories.statutory import SECRETS, TABLES, as_file, as_markup

MARKUP = as_markup().encode()
READ_INTO = {
    "header.csv": "person",
    "episodes.csv": "cla_episodes",
    "reviews.csv": "cla_reviews",
    "uasc.csv": "immigration_status",
    "oc2.csv": "cla_yearly_outcomes",
    "oc3.csv": "care_leavers",
    "ad1.csv": "permanence",
    "placed.csv": "permanence",
    "permanence.csv": "cla_previous_permanence",
    "missing.csv": "missing",
    "workers.csv": "involvements",
    "liberty.csv": "deprivation_of_liberty",
}


def read(contents: dict[str, bytes]) -> Return | None:
    """The return of these files, or None where one sentence refused it."""
    with tempfile.TemporaryDirectory() as folder:
        files = [as_file(Path(folder), name, content) for name, content in contents.items()]
        for file in files:
            ssda903.recognises(file)
        try:
            got = ssda903.read(files, area="821")
        except GoldenThreadError as error:
            said, got = str(error), None
    if got is None:
        assert said.endswith(".")
        assert not [secret for secret in SECRETS if secret in said]
        return None
    holds_together(got)
    return got


# The file is told where the return is of several.
_PLACE = re.compile(r"([^,]+\.csv, row|row|CHILD) \d")


def holds_together(got: Return) -> None:
    """Every row that came in is kept or reported; every fault says what to do, and no text."""
    worse = [fault for fault in got.found if fault.severity is not Severity.NOTE]
    broken = any(fault.rule == "file_breaks_off" for fault in worse)
    for name, balance in got.balances.items():
        assert got.tables[name].num_rows <= balance.kept <= balance.came_in
        assert len(worse) >= balance.reported or broken, name
    for fault in got.found:
        said = f"{fault.message}{fault.place}"
        assert fault.message.endswith("."), fault
        assert not [secret for secret in SECRETS if secret in said], fault
    for name, place in got.places.items():
        for row in range(got.tables[name].num_rows):
            assert _PLACE.match(place(row, "person_id"))


@given(st.sampled_from(sorted(TABLES)), st.data())
def test_a_mutated_table_is_rows_and_faults(name, data):
    read({name: data.draw(mutated(TABLES[name].encode()))})


@given(st.data())
def test_a_mutated_table_beside_the_others_is_rows_and_faults(data):
    name = data.draw(st.sampled_from(sorted(TABLES)))
    contents = {each: text.encode() for each, text in TABLES.items()}
    read(contents | {name: data.draw(mutated(contents[name]))})


@given(mutated(MARKUP))
def test_mutated_xml_is_rows_and_faults(content):
    read({"903.xml": content})


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_a_sentence(content):
    assert read({"a.csv": content}) is None


CELLS = st.text(st.sampled_from('0123456789/,"; \t-QX9'), max_size=12) | st.sampled_from(
    ["01/04/2023", '"', '""', '"a"', '"a,b"', 'a"b', '"a""b"', "QX9 7ZZ", "M", "1", "", "é"]
)


@given(
    st.sampled_from(sorted(TABLES)),
    st.lists(st.lists(CELLS, min_size=1, max_size=14), max_size=8),
    st.sampled_from(["\n", "\r\n"]),
)
def test_every_line_came_in(name, lines, end):
    """The plain count of lines with something in them is the second way."""
    head = TABLES[name].partition("\n")[0]
    body = [",".join(line) for line in lines]
    got = read({name: end.join([head, *body]).encode()})
    assert got is not None
    least = [line for line in body if any(each.isalnum() for each in line)]
    most = [line for line in body if line.strip(",")]
    assert len(least) <= got.balances[READ_INTO[name]].came_in <= len(most), body
