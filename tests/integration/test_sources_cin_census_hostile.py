"""A census that is an attack, or none: one sentence, or what can be read, and little memory."""

import subprocess
import sys
from pathlib import Path

import pytest

from goldenthread.nouns import GoldenThreadError
from goldenthread.sources import cin_census
from tests.factories.statutory import HEADER, SECRETS, a_census, a_child, another, as_file

WHOLE = a_census()
SECRET_FILE = "QZX-secret"


def doubled(times: int) -> str:
    """Entities each twice the one before."""
    each = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, times))
    return f'<!DOCTYPE Message [<!ENTITY a0 "4711">{each}]>'


HOSTILE = {
    "entities that double": doubled(60) + WHOLE.replace(">N4<", ">&a59;<"),
    "a file from the machine": '<!DOCTYPE Message [<!ENTITY a SYSTEM "secret.txt">]>'
    + WHOLE.replace(">N4<", ">&a;<"),
    "a type from elsewhere": f'<!DOCTYPE Message SYSTEM "census.dtd">{WHOLE}',
    "a parameter from elsewhere": '<!DOCTYPE Message [<!ENTITY % a SYSTEM "secret.txt"> %a;]>'
    + WHOLE,
    "an entity nobody declares": WHOLE.replace(">N4<", ">&a;<"),
    "depth without end": "<Message>" + "<Child>" * 100_000,
    "depth within a child": WHOLE.replace("<Ethnicity>", "<Ethnicity>" * 1_000),
    "a text without end": WHOLE.replace(">N4<", f">{'N' * 10_500_000}<"),
    "nothing": "",
    "a page": "<!doctype html><html><body><p>4711</p></body></html>",
    "a census without a child": f"<Message>{HEADER}<Children/></Message>",
    "a wrong encoding": f'<?xml version="1.0" encoding="UTF-16"?>{WHOLE}',
    "no encoding there is": f'<?xml version="1.0" encoding="QZX-4711"?>{WHOLE}',
    "a table": "CHILD,DOB\nQZX-4711-A,01/01/2010\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    as_file(tmp_path, "secret.txt", SECRET_FILE)
    file = as_file(tmp_path, "census.xml", HOSTILE[name])
    with pytest.raises(GoldenThreadError) as refused:
        cin_census.read([file])
    said = str(refused.value)
    assert said.startswith("census.xml ")
    assert said.endswith(".")
    assert said.count(". ") == 0
    assert not [secret for secret in (*SECRETS, SECRET_FILE) if secret in said]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldenThreadError, match=r"^gone.xml cannot be opened"):
        cin_census.read([tmp_path / "gone.xml"])
    assert not cin_census.recognises(tmp_path / "gone.xml")
    assert not cin_census.recognises(tmp_path)


def test_what_stands_before_an_attack_is_kept(tmp_path: Path) -> None:
    text = a_census(a_child(), another(1).replace(">N4<", f">{'N' * 10_500_000}<"))
    got = cin_census.read([as_file(tmp_path, "census.xml", text)])
    assert got.balances["person"].as_json() == {"in": 2, "kept": 1, "reported": 1}
    assert "file_breaks_off" in got.found.by_rule()


# The peak of a process that does nothing but read one census.
READING = """
import resource, sys
from pathlib import Path
from goldenthread.sources import cin_census
got = cin_census.read([Path(sys.argv[1])])
print(got.found.by_rule().get("unknown_column", 0))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_memory_does_not_grow_with_what_nobody_keeps(tmp_path: Path) -> None:
    def peak(times: int) -> int:
        """In kilobytes, of a census with so many strange elements in a child and beside it."""
        junk = "<junk>of no use</junk>\n" * times
        text = WHOLE.replace("<Children>", f"<Children>{junk}")
        file = as_file(tmp_path, "census.xml", text.replace("<CINdetails>", f"<CINdetails>{junk}"))
        done = subprocess.run(
            [sys.executable, "-c", READING, str(file)], capture_output=True, text=True, check=True
        )
        told, most = done.stdout.split()
        assert told == "1"
        return int(most)

    assert peak(80_000) < peak(80) + 8_000


def test_a_census_is_known_by_its_beginning(tmp_path: Path) -> None:
    def known(text: str | bytes) -> bool:
        return cin_census.recognises(as_file(tmp_path, "any", text))

    assert known(WHOLE)
    assert known(WHOLE.encode("utf-16"))
    assert known(f'\ufeff<?xml version="1.0"?>\n{WHOLE}')
    assert known(f"<CINdetailsCollection>{a_child()}</CINdetailsCollection>")
    assert known(WHOLE.replace("<", "<c:").replace("<c:/", "</c:"))
    assert not known(WHOLE.replace("<Collection>CIN", "<Collection>SC"))
    assert not known("CHILD,DOB,LAchildID\n")
    assert not known("<EXPSSDA903><CHILD/></EXPSSDA903>")
    assert not known(b"PK\x03\x04")
    assert not known(b"")
    assert not known(bytes(range(256)))
