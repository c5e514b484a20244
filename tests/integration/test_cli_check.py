"""`goldenthread check`: its notes, its JSON, its exit codes, and files it cannot read."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from goldenthread.cli import main
from goldenthread.figures import FigureBook
from tests.factories import a_figure
from tests.factories.reports import a_page, a_pdf, a_word_document

WRONG = """\
# The front door

Referrals rose from 310 to 386, an increase of 21.3%. The group looked at 40 cases.

Team\tQ1\tQ2\tTotal
North\t12\t14\t26
South\t20\t25\t45
West\t7\t8\t15
East\t30\t31\t71
Total\t69\t78\t157
"""
RIGHT = "Referrals rose from 310 to 386, an increase of 24.5%. The group looked at 40 cases.\n"
KEYS = ["file", "locator", "kind", "severity", "printed", "expected", "message", "evidence"]


def run(*arguments: str | Path, **environment: str) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)], env=environment)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    return tmp_path / "wrong.txt"


@pytest.fixture
def right(tmp_path: Path) -> Path:
    (tmp_path / "right.txt").write_text(RIGHT, encoding="utf-8")
    return tmp_path / "right.txt"


def test_notes_give_place_words_reason_and_what_would_be_right(wrong: Path) -> None:
    result = run(wrong)
    assert result.exit_code == 1
    assert result.stdout.startswith("These cannot be right\n---------------------\n\n")
    notes = result.stdout.split("\n\n")
    total = next(note for note in notes if "(total)" in note)
    head, _, rest = " ".join(total.split()).partition(" (total) ")
    assert head == f"{wrong}, line 9, column 4"
    assert rest.startswith("“71” ")
    assert "Because: 30 + 31 = 61, not 71" in rest
    assert total.endswith("\n    Would be right: 61")
    assert re.match(r"\d errors, no warnings, no notes. Read: 1 file with 1 table,", notes[-1])


def test_a_right_text_says_so_and_how_much_was_understood(right: Path) -> None:
    result = run(right)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert " ".join(result.stdout.split()).startswith("No errors, no warnings, no notes. Read: 1")


def test_json_is_the_contract(wrong: Path) -> None:
    result = run(wrong, "--format", "json")
    assert result.exit_code == 1
    said = json.loads(result.stdout)
    assert list(said) == ["schema", "faults", "read"]
    assert said["schema"] == 1
    assert list(said["read"]) == ["tables", "numbers", "statements", "understood"]
    assert said["read"]["tables"] == 1
    assert 0 < said["read"]["understood"] <= said["read"]["statements"]
    for fault in said["faults"]:
        assert list(fault) == KEYS
        assert fault["severity"] in ("error", "warning", "note")
        assert fault["file"] == str(wrong)
        assert all(isinstance(value, str) for value in fault.values())


def test_faults_come_by_severity_then_file_then_place(wrong: Path, tmp_path: Path) -> None:
    other = tmp_path / "another.txt"
    other.write_text(WRONG, encoding="utf-8")
    faults = json.loads(run(wrong, other, "--format", "json").stdout)["faults"]
    order = ["error", "warning", "note"]
    keys = [(order.index(each["severity"]), [str(wrong), str(other)].index(each["file"]))
            for each in faults]  # fmt: skip
    assert keys == sorted(keys)
    places = [each["locator"] for each in faults if each["file"] == str(wrong)]
    numbers = [int(place.split()[1].rstrip(",")) for place in places]
    assert numbers == sorted(numbers)


def test_a_second_run_prints_the_same(wrong: Path, right: Path) -> None:
    assert run(wrong, right).stdout == run(wrong, right).stdout


@pytest.mark.parametrize("columns", ["50", "80", "200"])
def test_lines_are_wrapped_to_the_terminal(wrong: Path, columns: str) -> None:
    lines = run(wrong, COLUMNS=columns).stdout.splitlines()
    longest = max(len(word) for line in lines for word in line.split())
    assert max(map(len, lines)) <= max(min(int(columns), 96), longest + 4)


@pytest.mark.parametrize(
    ("encoding", "minus"), [("cp1252", "386 - 310"), ("ascii", "386 - 310"), ("utf-8", "386 − 310")]
)
def test_any_encoding_of_a_pipe_will_do(wrong: Path, encoding: str, minus: str) -> None:
    result = CliRunner(charset=encoding).invoke(main, ["check", str(wrong)])
    assert result.exit_code == 1
    assert minus in result.stdout


def test_every_format_is_read_together(tmp_path: Path, wrong: Path) -> None:
    files = [
        a_page(tmp_path / "a.html"),
        a_word_document(tmp_path / "b.docx"),
        a_pdf(tmp_path / "c.pdf"),
        wrong,
    ]
    said = json.loads(run(*files, "--format", "json").stdout)
    assert said["read"]["tables"] == 6
    assert {fault["file"] for fault in said["faults"]} == {str(wrong)}


def test_a_file_that_cannot_be_read_hides_no_other(wrong: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"nothing of the kind")
    result = run(tmp_path / "broken.pdf", wrong, tmp_path)
    assert result.exit_code == 2
    assert "(total)" in result.stdout
    said = result.stderr.splitlines()
    assert [line.startswith("goldenthread: ") for line in said] == [True, True]
    assert "broken.pdf" in said[0]
    assert "is a folder" in said[1]


def test_nothing_readable_is_one_sentence_and_no_output(tmp_path: Path) -> None:
    result = run(tmp_path / "missing.docx", "--format", "json")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1


def test_a_file_named_twice_is_read_once(right: Path) -> None:
    assert "1 file " in " ".join(run(right, right).stdout.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing argument 'FILE...'"),
        (["x.txt", "--area", "Nowhere at all"], "Nowhere at all"),
        (["x.txt", "--book", "nowhere"], "'nowhere' does not exist"),
        (["x.txt", "--book", "."], "--book needs --area"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_area_is_named_as_other_commands_have_it(right: Path) -> None:
    for area in ("Luton", "821", "E06000032"):
        assert run(right, "--area", area).exit_code == 0


def test_a_figure_book_is_opened(right: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.parquet"
    FigureBook.of([a_figure(386)]).write(book)
    assert run(right, "--area", "Luton", "--book", book).exit_code == 0


def test_the_reference_files_are_proof_read_in_time(shared: Path) -> None:
    files = [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "figures").glob("*.csv"))]
    result = run(*files, "--format", "json")
    assert result.exit_code == 1
    said = json.loads(result.stdout)
    assert said["read"]["tables"] == 7 + 8
    assert {fault["file"] for fault in said["faults"]} <= {str(file) for file in files}
