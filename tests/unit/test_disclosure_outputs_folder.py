"""Outputs replace only what was written before, whole, and no name leads out of the folder."""

import threading
from pathlib import Path

import pytest

from goldenthread.disclosure import outputs
from goldenthread.disclosure.outputs import MANIFEST, settle, write_whole
from goldenthread.nouns import GoldenThreadError

OLD = {"index.html": b"<p>old</p>", "report.pdf": b"%PDF old", "data/figures.csv": b"a,b\n"}
NEW = {"index.html": b"<p>new</p>", "tables.xlsx": b"PK new"}


def held(folder: Path) -> dict[str, bytes]:
    """Every file of the folder but the list of outputs."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def cannot_exchange(_one: Path, _other: Path) -> bool:
    """A system without the one step, such as Windows."""
    return False


@pytest.fixture(params=["one step", "two renames"])
def swapping(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of putting a folder in place: the system's one step, and without it."""
    if request.param == "two renames":
        monkeypatch.setattr(outputs, "exchange", cannot_exchange)
    return str(request.param)


def test_disclosure_outputs_are_exactly_what_was_given(tmp_path: Path, swapping: str) -> None:
    folder = tmp_path / "build" / "luton-2023-24"
    write_whole(folder, OLD)
    assert held(folder) == OLD
    write_whole(folder, NEW)
    assert held(folder) == NEW
    assert [path.name for path in folder.parent.iterdir()] == ["luton-2023-24"]


def test_disclosure_outputs_written_twice_are_the_same_bytes(tmp_path: Path, swapping: str) -> None:
    write_whole(tmp_path / "out", OLD)
    first = (tmp_path / "out" / MANIFEST).read_bytes()
    write_whole(tmp_path / "out", dict(reversed(OLD.items())))
    assert (tmp_path / "out" / MANIFEST).read_bytes() == first


def test_disclosure_outputs_fill_an_empty_folder(tmp_path: Path, swapping: str) -> None:
    (tmp_path / "out").mkdir()
    write_whole(tmp_path / "out", NEW)
    assert held(tmp_path / "out") == NEW


def test_disclosure_outputs_leave_a_folder_with_other_files_alone(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_whole(folder, OLD)
    (folder / "notes").mkdir()
    (folder / "notes" / "for the board.docx").write_bytes(b"mine")
    before = held(folder)
    with pytest.raises(GoldenThreadError, match=r"for the board\.docx.*move them away"):
        write_whole(folder, NEW)
    assert held(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_disclosure_outputs_leave_a_folder_they_never_wrote_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"somebody's site")
    with pytest.raises(GoldenThreadError, match="not written by Golden Thread"):
        write_whole(tmp_path, NEW)
    assert (tmp_path / "index.html").read_bytes() == b"somebody's site"


def test_disclosure_outputs_leave_a_file_that_somebody_changed_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "out", OLD)
    (tmp_path / "out" / "index.html").write_bytes(b"edited by hand")
    with pytest.raises(GoldenThreadError, match=r"changed since they were written \(index\.html\)"):
        write_whole(tmp_path / "out", NEW)
    assert (tmp_path / "out" / "index.html").read_bytes() == b"edited by hand"


def test_disclosure_outputs_may_replace_a_folder_where_one_was_deleted(tmp_path: Path) -> None:
    write_whole(tmp_path / "out", OLD)
    (tmp_path / "out" / "report.pdf").unlink()
    write_whole(tmp_path / "out", NEW)
    assert held(tmp_path / "out") == NEW


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "~$tables.xlsx", ".~lock.tables.xlsx#"])
def test_disclosure_outputs_overlook_what_programs_leave_behind(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / "out", OLD)
    (tmp_path / "out" / name).write_bytes(b"")
    write_whole(tmp_path / "out", NEW)
    assert held(tmp_path / "out") == NEW


def test_disclosure_outputs_follow_no_link_planted_inside(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    write_whole(tmp_path / "out", OLD)
    (tmp_path / "out" / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(GoldenThreadError, match="link"):
        write_whole(tmp_path / "out", NEW)


def test_disclosure_outputs_need_a_folder_and_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(GoldenThreadError, match="is a file: name a folder"):
        write_whole(tmp_path / "out", NEW)
    assert (tmp_path / "out").read_bytes() == b"a file"


def test_disclosure_outputs_say_when_their_own_list_is_broken(tmp_path: Path) -> None:
    write_whole(tmp_path / "out", OLD)
    (tmp_path / "out" / MANIFEST).write_text("[1, 2", encoding="utf-8")
    with pytest.raises(GoldenThreadError, match="cannot be read: delete the folder"):
        write_whole(tmp_path / "out", NEW)
    assert held(tmp_path / "out") == OLD


@pytest.mark.parametrize(
    "name",
    [
        *("", "/etc/passwd", "../up", "a/../../up", "C:\\x", "a\\b", "./a", "a//b", "NUL"),
        *("con.txt", "a/aux.html", "dot.", "a\nb", "a:b", "what?", MANIFEST),
    ],
)
def test_disclosure_outputs_take_no_name_that_leads_elsewhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"not a plain relative file name|list of outputs itself"):
        write_whole(tmp_path / "out", {name: b"x"})
    assert list(tmp_path.iterdir()) == []


def test_disclosure_outputs_take_no_two_names_that_windows_holds_as_one(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="given twice"):
        write_whole(tmp_path / "out", {"Index.html": b"", "index.html": b""})


def test_disclosure_outputs_come_back_when_the_new_cannot_take_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, when a file of the folder is open in another program."""
    folder = tmp_path / "out"
    write_whole(folder, OLD)
    monkeypatch.setattr(outputs, "exchange", cannot_exchange)
    rename = Path.rename

    def refuse_new(path: Path, target: Path) -> Path:
        if path.name.endswith(".new"):
            raise PermissionError(13, "in use", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(GoldenThreadError, match="close the files"):
        write_whole(folder, NEW)
    assert held(folder) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_disclosure_outputs_settle_what_a_killed_run_left(tmp_path: Path) -> None:
    """Killed between the two renames: the old outputs come back whole, the rest goes."""
    folder = tmp_path / "out"
    write_whole(folder, OLD)
    folder.rename(tmp_path / ".out.old")
    write_whole(tmp_path / ".out.new", NEW)
    settle(folder)
    assert held(folder) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_disclosure_outputs_do_not_bring_back_half_a_folder(tmp_path: Path) -> None:
    """Killed while the old outputs were being removed, then the new ones deleted by hand."""
    write_whole(tmp_path / ".out.old", OLD)
    (tmp_path / ".out.old" / "report.pdf").unlink()
    settle(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_disclosure_outputs_wait_for_one_another(tmp_path: Path) -> None:
    """Many runs into one folder at once: one of them is left, whole."""
    versions = [{f"{n}.txt": bytes([n]) * 5000, "same": bytes([n])} for n in range(6)]
    failures: list[BaseException] = []

    def run(version: dict[str, bytes]) -> None:
        try:
            write_whole(tmp_path / "out", version)
        except (OSError, GoldenThreadError) as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(version,)) for version in versions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert held(tmp_path / "out") in versions
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
