"""The guide to measuring elsewhere is run on the embedded engine, as far as that goes."""

import re
import shlex
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from goldenthread import engines
from goldenthread.cli import main
from goldenthread.figures import FigureBook
from goldenthread.sources import parquet
from goldenthread.tables import catalogue
from tests.factories.records import made_up

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "measure-on-another-engine.md"
TEXT = PAGE.read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with records in it, which is the working folder."""
    monkeypatch.chdir(tmp_path)
    parquet.write(made_up(), tmp_path / "records")
    return tmp_path


def test_its_program_measures_what_the_command_does(folder: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    names: dict = {"__name__": "guide"}
    exec(compile(code, PAGE.name, "exec"), names)
    engine = engines.open("duckdb")
    made = names["measured"](folder / "records", engine)
    engine.close()
    book = folder / "figures.parquet"
    told = book.read_bytes()
    assert FigureBook.open(book).to_arrow().num_rows == made > 500
    _, command = next(block for block in commands() if "--engine" not in block[1])
    assert CliRunner().invoke(main, command[1:]).exit_code in (0, 1)
    assert book.read_bytes() == told


def commands() -> list[tuple[str, list[str]]]:
    """The measuring commands of the page."""
    found = []
    for body in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL):
        for line in body.replace("\\\n", "").splitlines():
            if line.startswith("goldenthread measure"):
                found.append((line, shlex.split(line)))
    return found


def test_every_command_names_an_engine_and_options_that_there_are() -> None:
    assert len(commands()) == 5
    for line, words in commands():
        done = CliRunner().invoke(main, [*words[1:], "--help"])
        assert done.exit_code == 0, line
        if "--engine" in words:
            assert words[words.index("--engine") + 1] in engines.NAMES


def test_the_folder_is_as_it_says(folder: Path) -> None:
    held = {each.name for each in (folder / "records").iterdir()}
    assert "records.json" in held
    for name in held - {"records.json"}:
        columns = pq.read_schema(folder / "records" / name).names
        assert columns == catalogue()[name.removesuffix(".parquet")].schema.names
