"""The documentation is true: links lead somewhere, commands exist, examples run."""

import importlib.util
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from goldenthread.cli import main
from tests.factories.committed import ROOT, files, name

PAGES = files(".md")
DECISIONS = files(".md", under="docs/decisions")
PARTS = ["Why a decision was needed", "What was considered", "What was decided", "What follows"]

# Pages of what a command found, which may not have been run yet.
RESULTS = ("soak.md", "soak-site.md", "bench.md", "load.md")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
TARGETS = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


@cache
def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path, kind: str) -> list[str]:
    return [body for info, body in FENCE.findall(text_of(page)) if info.strip() == kind]


@cache
def headings(page: Path) -> set[str]:
    """The addresses within a page, as the usual readers of Markdown make them."""
    titles = re.findall(r"^#+ (.+)$", FENCE.sub("", text_of(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_link_leads_somewhere() -> None:
    lost = []
    for page in PAGES:
        for target in LINK.findall(FENCE.sub("", text_of(page))):
            if target.startswith(("http://", "https://")):
                continue
            file, _, place = target.partition("#")
            aim = (page.parent / file).resolve() if file else page
            if not aim.exists() or (place and aim.suffix == ".md" and place not in headings(aim)):
                lost.append(f"{name(page)}: {target}")
    assert lost == []


def test_every_make_command_named_exists() -> None:
    named = {
        (name(page), command)
        for page in PAGES
        for command in re.findall(r"(?:`|^\$ |^    )make ([a-z]+)(?=[`\s])", text_of(page), re.M)
    }
    assert len(named) > 5
    assert {each for each in named if each[1] not in TARGETS} == set()


def test_every_page_that_shows_python_is_run_by_a_test() -> None:
    """The test beside the room the page is about runs its blocks; it names the page."""
    tests = "\n".join(path.read_text(encoding="utf-8") for path in files(".py", under="tests"))
    shown = [page for page in PAGES if re.search(r"^```python", text_of(page), re.MULTILINE)]
    assert shown
    assert [name(page) for page in shown if page.name not in tests] == []


def commands() -> Iterator[tuple[str, list[str], list[str]]]:
    """Each command in a console block: its page, its words, the lines shown under it."""
    for page in PAGES:
        for body in blocks(page, "console"):
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                line, _, shown = part.partition("\n")
                lines = [each.strip() for each in shown.splitlines() if each.strip()]
                yield name(page), shlex.split(line), [each for each in lines if each != "..."]


def test_examples_in_the_console_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each ``$ goldenthread`` in a console block ends well and prints the lines shown under it.

    A line ``...`` in the block stands for lines left out. ``$ make`` and ``$ git`` are not run.
    """
    monkeypatch.chdir(tmp_path)
    ran = 0
    for page, (program, *arguments), shown in commands():
        if program in ("make", "git", "cd"):
            continue
        assert program.endswith("goldenthread"), f"{page}: {program} is run by no test"
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, f"{page}: {arguments}: {result.output}"
        missing = [line for line in shown if line not in result.output]
        assert missing == [], f"{page}: {arguments} prints:\n{result.output}"
        ran += 1
    assert ran, "no page shows how the command is used"


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATED = generator()


@pytest.mark.parametrize("page", GENERATED.PAGES)
def test_generated_pages_are_up_to_date(page: str) -> None:
    kept = ROOT / "docs" / "reference" / page
    assert kept.exists(), f"run `make docs` and commit {page}"
    assert text_of(kept) == GENERATED.text_of(page), f"run `make docs` and commit {page}"


def test_every_page_is_in_the_contents() -> None:
    index = ROOT / "docs" / "README.md"
    listed = {(index.parent / target).resolve() for target in LINK.findall(text_of(index))}
    results = {index.parent / "reference" / result for result in RESULTS}
    pages = set(files(".md", under="docs")) - results - {index}
    assert {name(page) for page in pages - listed} == set()


def test_decisions_are_numbered_without_gap_or_double() -> None:
    numbers = [page.name[:4] for page in DECISIONS]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


@pytest.mark.parametrize("page", DECISIONS, ids=name)
def test_a_decision_is_one_page_and_says_what_was_rejected(page: Path) -> None:
    title = text_of(page).splitlines()[0]
    assert title.startswith(f"# {int(page.name[:4])}. ")
    assert re.findall(r"^## (.+)$", text_of(page), re.MULTILINE) == PARTS
    assert text_of(page).count("\n") <= 60
