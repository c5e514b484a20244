"""Every dependency is declared with a reason, pinned with a digest, and the versions agree."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import chain

import pytest

from tests.factories.committed import ROOT, files, name

TEXT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
PROJECT = tomllib.loads(TEXT)
CORE = PROJECT["project"]["dependencies"]
EXTRAS = PROJECT["project"]["optional-dependencies"]
GROUPS = PROJECT["dependency-groups"]
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def plain(requirement: str) -> str:
    match = PLAIN.match(requirement)
    assert match, requirement
    return re.sub(r"[._]", "-", match[0]).lower()


def pinned(file: str) -> dict[str, str]:
    text = (ROOT / file).read_text(encoding="utf-8")
    return {
        plain(n): v for n, v in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE)
    }


def test_every_dependency_says_what_it_is_for() -> None:
    silent = []
    for requirement in [*CORE, *chain(*EXTRAS.values()), *chain(*GROUPS.values())]:
        lines = [line for line in TEXT.splitlines() if line.strip().startswith(f'"{requirement}"')]
        if any(len(line.partition("#")[2].split()) < 3 for line in lines) or not lines:
            silent.append(requirement)
    assert silent == [], "say at its line what it is for"


@pytest.mark.parametrize(
    "file",
    [
        "requirements.txt",
        "requirements-site.txt",
        "requirements-test.txt",
        "requirements-spark.txt",
    ],
)
def test_every_requirement_is_pinned_by_digest(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+==\S+", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_what_is_declared_is_pinned_and_the_files_agree() -> None:
    report, test = pinned("requirements.txt"), pinned("requirements-test.txt")
    for requirement in [*CORE, *EXTRAS["report"], *GROUPS["build"]]:
        assert plain(requirement) in report, f"{requirement}: run make lock"
    for requirement in GROUPS["test"]:
        assert plain(requirement) in test, f"{requirement}: run make lock"
    assert {n: v for n, v in report.items() if test.get(n) != v} == {}
    site = pinned("requirements-site.txt")
    for requirement in [*EXTRAS["site"], *EXTRAS["postgres"]]:
        assert plain(requirement) in site, f"{requirement}: run make lock"
    assert {n: v for n, v in site.items() if test.get(n) != v} == {}
    spark = pinned("requirements-spark.txt")
    assert {n: v for n, v in test.items() if spark.get(n) != v} == {}
    for requirement in EXTRAS["postgres"]:
        assert plain(requirement) in test, f"{requirement}: run make lock"
    for requirement in EXTRAS["spark"]:
        assert plain(requirement) in spark, f"{requirement}: run make lock"


def test_the_fuzzer_is_pinned_by_digest_and_nothing_with_it() -> None:
    (requirement,) = GROUPS["fuzz"]
    text = (ROOT / "requirements-fuzz.txt").read_text(encoding="utf-8")
    assert list(pinned("requirements-fuzz.txt")) == [plain(requirement)]
    assert text.count("--hash=sha256:") == len(text.strip().splitlines()) - 1


# A library that another one documents as the place to import some of its names from.
PART_OF = {"pydantic_core": "pydantic", "py4j": "pyspark"}


def test_what_is_imported_is_declared() -> None:
    """The core imports only its own dependencies; what draws, renders or computes, its extras."""
    given_by = packages_distributions()
    core = {plain(each) for each in CORE}
    drawing = core | {plain(each) for each in EXTRAS["report"]}
    computing = core | {plain(each) for each in [*EXTRAS["postgres"], *EXTRAS["spark"]]}
    site = drawing | {plain(each) for each in [*EXTRAS["site"], *EXTRAS["postgres"]]}
    undeclared = []
    for path in files(".py", under="src"):
        package, room, *_ = path.relative_to(ROOT / "src").parts
        allowed = {"charts": drawing, "report": drawing, "engines": computing}.get(room, core)
        allowed = site if package == "goldenthread_site" else allowed
        for module in _imported(ast.parse(path.read_text(encoding="utf-8"))):
            if module in sys.stdlib_module_names or module == package:
                continue
            if module == "goldenthread" and package == "goldenthread_site":
                continue  # never the other way: an import contract
            known = PART_OF.get(module, module)
            if not {plain(each) for each in given_by.get(known, [known])} & allowed:
                undeclared.append(f"{name(path)} imports {module}")
    assert undeclared == [], "declare it in pyproject.toml, with a reason"


def test_the_python_versions_agree() -> None:
    least = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert PROJECT["tool"]["ruff"]["target-version"] == f"py{least.replace('.', '')}"
    assert PROJECT["tool"]["mypy"]["python_version"] == least
    assert f"--python-version {least}" in (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"python{least}" in (ROOT / ".ci" / "python").read_text(encoding="utf-8")
    assert sys.version_info >= tuple(int(part) for part in least.split("."))
    said = re.compile(r"Python (?:version )?(3\.\d+)")
    for path in [*files(".md"), ROOT / "Makefile"]:
        for version in said.findall(path.read_text(encoding="utf-8")):
            assert version == least, f"{name(path)} says Python {version}"


def _imported(tree: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found
