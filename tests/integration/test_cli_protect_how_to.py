"""The how-to on publishing is followed to the letter: its folders are written, its commands run."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from goldenthread.cli import main

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "publish-safely.md"
BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_folder_and_command_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = []
    for _, name, body in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if name:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(body, encoding="utf-8")
            continue
        command, _, shown = body.removeprefix("$ ").partition("\n")
        program, *arguments = shlex.split(command)
        assert program == "goldenthread"
        done = CliRunner().invoke(main, arguments)
        assert done.exit_code == 0, done.output
        assert done.stdout.startswith(shown), f"{command} prints:\n{done.stdout}"
        ran.append(arguments[0])
    assert ran == ["protect", "attack", "protect", "protect"]
    leagrave = (tmp_path / "safe-leagrave" / "leagrave.csv").read_text(encoding="utf-8")
    assert leagrave == "ward,month,value\nLeagrave,2024-01,c\nLeagrave,2024-02,c\n"
    assert "Leagrave,2024-02,0\n" in (tmp_path / "rounded" / "contacts.csv").read_text()
