"""The command reads like a manual page, and whatever goes wrong is one sentence."""

import errno
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from goldenthread.cli import COMMANDS, main
from goldenthread.cli.failures import Sentences
from goldenthread.cli.manual import page
from goldenthread.cli.verbs import Verb
from goldenthread.nouns import GoldenThreadError


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_help_has_what_a_manual_page_has() -> None:
    text = run("--help").stdout
    headings = re.findall(r"^(\S.*):$", text, re.MULTILINE)
    verbs = [f"{verb}: {verb.meaning}" for verb in Verb]
    assert headings == [*verbs, "Options", "Examples", "Files", "Exit codes", "More"]
    assert max(len(line) for line in text.splitlines()) <= 80


def test_every_example_in_the_help_is_a_command_with_its_options() -> None:
    examples = re.findall(r"\$ goldenthread (.+)$", run("--help").stdout, re.MULTILINE)
    assert len(examples) >= 5
    for example in examples:
        name, *arguments = example.split()
        command = main.get_command(click.Context(main), name)
        assert command is not None, example
        known = {text for option in command.params for text in option.opts}
        assert {each for each in arguments if each.startswith("--")} <= known, example


@pytest.mark.parametrize("listed", COMMANDS, ids=lambda listed: listed.name)
def test_a_command_says_of_itself_what_the_list_says_of_it(listed) -> None:
    command = listed.load()
    assert command.name == listed.name
    assert command.get_short_help_str(200) == listed.line
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"{listed.name} {option.name} has no help"


def test_help_and_version_load_no_analytical_library() -> None:
    code = (
        "import sys; from goldenthread.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'ibis', 'duckdb', 'pandas', 'pyarrow', 'httpx', 'typst'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["weigh"], "No such command 'weigh': see `goldenthread --help`."),
        (["areas", "--nothing"], "No such option '--nothing': see `goldenthread areas --help`."),
        (["figures", "--restated", "--bases"], "two lists: ask for one at a time"),
        (["report", "--out", "x", "--data", "nowhere"], "Directory 'nowhere' does not exist"),
    ],
)
def test_a_wrong_command_line_is_one_sentence(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("goldenthread: ")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_error_of_ours_is_its_own_sentence() -> None:
    result = run("indicators", "section_74_enquiries")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("goldenthread: There is no indicator called")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (GoldenThreadError("Do this\n  instead."), "goldenthread: Do this instead.\n"),
        (PermissionError(errno.EACCES, "Permission denied", "out/x"), "out/x: Permission denied"),
        (ZeroDivisionError("8 children"), "--debug"),
        (OSError("nothing more is known"), "OSError in the program"),
    ],
)
def test_any_error_is_one_sentence_and_exit_code_two(error: Exception, said: str) -> None:
    @click.command()
    def fails() -> None:
        with Sentences(debug=False):
            raise error

    result = CliRunner().invoke(fails)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert "8 children" not in result.stderr


def test_debug_shows_where_an_error_arose() -> None:
    result = run("--debug", "indicators", "nonsense")
    assert isinstance(result.exception, GoldenThreadError)


@pytest.mark.parametrize(
    "error", [click.Abort(), click.exceptions.Exit(1), BrokenPipeError(errno.EPIPE, "x")]
)
def test_what_click_knows_how_to_end_is_left_to_it(error: Exception) -> None:
    with pytest.raises(type(error)), Sentences(debug=False):
        raise error


def test_the_committed_page_is_the_generated_one() -> None:
    committed = Path(__file__).resolve().parents[2] / "docs" / "reference" / "command-line.md"
    assert committed.read_text(encoding="utf-8") == page(), "run `make docs` and commit the page"
