"""What may stand in no committed file: addresses of registries, paths of a machine, people."""

import re

from tests.factories.committed import ROOT, committed, name, texts

# Written in pieces, so that this file does not hold what it looks for.
REGISTRIES = ("pypi", "pythonhosted", "npmjs", "debian", "conda-forge", "yarnpkg")
REGISTRY = re.compile(rf"//[a-z0-9.-]*({'|'.join(REGISTRIES)})[a-z0-9.-]*", re.IGNORECASE)
MACHINE = re.compile(
    r"(?<![\w.])(/wo"
    r"rk|/fa"
    r"rm|/ro"
    r"ot|/home/[a-z]\w*|/Users/[a-z]\w*|/tmp/[a-z]\w+)/"
    r"|\bC:\\\\?Users\\\\?\w+"
)
# Addresses that end in .example are nobody's, and never will be.
EMAIL = re.compile(r"[\w.+-]+@(?![\w.-]*\.example\b)[\w-]+(\.[\w-]+)+")
LOCKS = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "yarn.lock", "pnpm-lock.yaml"}


def found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name(path)}, line {number}: {match[0]}"
        for path in texts()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (match := pattern.search(line))
    ]


def test_there_is_something_to_look_at() -> None:
    assert len(texts()) > 100
    assert ROOT / "Makefile" in texts()


def test_no_registry_is_named() -> None:
    assert REGISTRY.search("see https://files." + "python" + "hosted.org/x")
    assert found(REGISTRY) == []


def test_no_path_of_a_machine_is_committed() -> None:
    assert MACHINE.search("open('/ho" + "me/someone/x')")
    assert found(MACHINE) == []


def test_no_address_of_a_person_is_committed() -> None:
    assert EMAIL.search("write to someone" + "@" + "example.org")
    assert found(EMAIL) == []


def test_no_lock_file_with_addresses_is_committed() -> None:
    assert {path.name for path in committed()} & LOCKS == set()
    for path in ROOT.glob("requirements*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text, path.name
        assert "file:" not in text, path.name


def test_text_files_end_in_one_newline_and_have_unix_line_ends() -> None:
    for path in texts():
        content = path.read_bytes()
        if content and path.suffix in {".py", ".md", ".toml"}:
            assert b"\r" not in content, name(path)
            assert content.endswith(b"\n"), name(path)
            assert not content.endswith(b"\n\n"), name(path)


def test_no_name_is_refused_by_another_system() -> None:
    names = [name(path) for path in committed()]
    assert len({each.lower() for each in names}) == len(names)
    assert [each for each in names if re.search(r'[<>:"|?*\\]', each)] == []
