"""Writes the page of a long run: what it tried, how much of it, and what failed."""

import os
import platform
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.soak_notebook import Notebook, Told, commit_tried

_EXAMPLES = re.compile(r"(\d+) passing, (\d+) failing")


class SoakPage:
    """Gathers what each test reports, in the process that prints, and writes it at the end."""

    def __init__(self, page: Path, root: Path, seed: object) -> None:
        self.page = page
        self.began = time.monotonic()
        self.commit, self.clean = commit_tried(root)
        self.notebook = Notebook(
            root / "build" / "soak" / f"{page.stem}.jsonl", self.commit if self.clean else ""
        )
        self.notebook.open(str(seed))
        self.done_before = frozenset(self.notebook.told)
        self.running: dict[str, Told] = {}

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: object) -> None:
        """Tell each process which tests an earlier sitting did."""
        node.workerinput["done_before"] = sorted(self.done_before)  # type: ignore[attr-defined]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count one test's outcome, its tallies and its examples, each once."""
        told = self.running.setdefault(report.nodeid, Told(report.nodeid))
        if report.outcome == "failed" or told.outcome == "passed":
            told.outcome = report.outcome
        if report.when in ("setup", "call"):
            return
        # Its teardown, or the end of a process that broke down under it.
        for name, value in report.user_properties:
            if name == "tally":
                told.tallies.append((value[0], value[1]))
            elif name == "hypothesis":
                tried = sum(int(good) + int(bad) for good, bad in _EXAMPLES.findall(value))
                told.examples = (told.examples or 0) + tried
        self.notebook.tell(self.running.pop(report.nodeid), time.monotonic() - self.began)

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Write the page whole, or not at all where nothing ran or the run was broken off.

        What failed in an earlier sitting fails the run still; that nothing was left to do does not.
        """
        ended = {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}
        if self.done_before:
            ended.add(pytest.ExitCode.NO_TESTS_COLLECTED)
        if exitstatus not in ended:
            return
        part = self.page.with_suffix(".part")
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(self.text(), encoding="utf-8")
        part.replace(self.page)
        if any(self.notebook.told[test].outcome == "failed" for test in self.done_before):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        elif exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
            session.exitstatus = pytest.ExitCode.OK
        self.notebook.close()

    def text(self) -> str:
        """The page as Markdown."""
        of_what = "of the site" if self.page.stem.endswith("site") else "of the core"
        lines = [
            f"# What the last long run {of_what} did",
            "",
            "`make soak` wrote this page. It runs the tests that are too long for `make test`, and"
            " the generative tests with fresh cases, a thousand each where a case is cheap.",
            "",
            "| What | How much |",
            "| --- | ---: |",
            *(f"| {name} | {value} |" for name, value in self._facts()),
            "",
        ]
        examples = self._examples()
        if examples:
            lines += ["## Cases by test", "", "| Test | Cases |", "| --- | ---: |"]
            lines += [f"| `{test}` | {number:,} |" for test, number in sorted(examples.items())]
            lines.append("")
        failed = [each.test for each in self.notebook.told.values() if each.outcome == "failed"]
        if failed:
            lines += ["## What failed", "", *(f"- `{test}`" for test in sorted(failed)), ""]
        return "\n".join(lines)

    def _facts(self) -> Iterator[tuple[str, str]]:
        told, sittings = self.notebook.told.values(), self.notebook.sittings
        outcomes = Counter(each.outcome for each in told)
        yield "Date", date.today().isoformat()
        changed = ", with changes not committed" if self.commit and not self.clean else ""
        yield "Commit", self.commit + changed or "not known (not a git checkout)"
        yield "Seed" if len(sittings) == 1 else "Seeds", ", ".join(each.seed for each in sittings)
        yield "Python", platform.python_version()
        yield "Cores", str(os.cpu_count())
        if len(sittings) > 1:
            yield "Sittings, each going on where the one before was broken off", str(len(sittings))
        yield "Seconds", f"{sum(each.seconds for each in sittings):,.0f}"
        for outcome in ("passed", "failed", "skipped"):
            yield f"Tests {outcome}", f"{outcomes[outcome]:,}"
        yield "Cases made by Hypothesis", f"{sum(self._examples().values()):,}"
        tallies: Counter[str] = Counter()
        for each in told:
            for what, number in each.tallies:
                tallies[what] += number
        for what, number in sorted(tallies.items()):
            yield what.capitalize(), f"{number:,}"

    def _examples(self) -> dict[str, int]:
        told = self.notebook.told.values()
        return {each.test: each.examples for each in told if each.examples is not None}


def leave_out_done(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests that an earlier sitting of this long run did."""
    done: set[str] = set()
    if (worker := getattr(config, "workerinput", None)) is not None:
        done = set(worker.get("done_before", ()))
    elif page := config.pluginmanager.get_plugin("soak page"):
        done = set(page.done_before)
    left_out = [item for item in items if item.nodeid in done]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item.nodeid not in done]
