"""Writes the page of a long run: what it tried, how much of it, and what failed."""

import os
import platform
import re
import subprocess
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

_EXAMPLES = re.compile(r"(\d+) passing, (\d+) failing")


class SoakPage:
    """Gathers what each test reports, in the process that prints, and writes it at the end."""

    def __init__(self, page: Path, root: Path) -> None:
        self.page = page
        self.root = root
        self.began = time.monotonic()
        self.outcomes: Counter[str] = Counter()
        self.failed: list[str] = []
        self.tallies: Counter[str] = Counter()
        self.examples: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count one test's outcome, its tallies and its examples, each once."""
        if report.when == "call" or report.outcome != "passed":
            self.outcomes[report.outcome] += 1
        if report.failed:
            self.failed.append(report.nodeid)
        if report.when != "teardown":
            return
        for name, value in report.user_properties:
            if name == "tally":
                what, number = value
                self.tallies[what] += number
            elif name == "hypothesis":
                tried = sum(int(good) + int(bad) for good, bad in _EXAMPLES.findall(value))
                self.examples[report.nodeid] += tried

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the page whole, or not at all where nothing ran."""
        if not self.outcomes:
            return
        seed = session.config.getoption("randomly_seed", None)
        text = self.text(seed, time.monotonic() - self.began)
        part = self.page.with_suffix(".part")
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        part.replace(self.page)

    def text(self, seed: object, seconds: float) -> str:
        """The page as Markdown."""
        of_what = "of the site" if self.page.stem.endswith("site") else "of the core"
        commit = self._git("rev-parse", "--short=12", "HEAD")
        if commit and self._git("status", "--porcelain"):
            commit += ", with changes not committed"
        facts = [
            ("Date", date.today().isoformat()),
            ("Commit", commit or "not known (not a git checkout)"),
            ("Seed", str(seed)),
            ("Python", platform.python_version()),
            ("Cores", str(os.cpu_count())),
            ("Seconds", f"{seconds:,.0f}"),
            ("Tests passed", f"{self.outcomes['passed']:,}"),
            ("Tests failed", f"{self.outcomes['failed']:,}"),
            ("Tests skipped", f"{self.outcomes['skipped']:,}"),
            ("Cases made by Hypothesis", f"{self.examples.total():,}"),
        ]
        facts += [
            (what.capitalize(), f"{number:,}") for what, number in sorted(self.tallies.items())
        ]
        lines = [
            f"# What the last long run {of_what} did",
            "",
            "`make soak` wrote this page. It runs the tests that are too long for `make test`, and"
            " the generative tests with fresh cases, a thousand each where a case is cheap.",
            "",
            "| What | How much |",
            "| --- | ---: |",
            *(f"| {name} | {value} |" for name, value in facts),
            "",
        ]
        if self.examples:
            lines += ["## Cases by test", "", "| Test | Cases |", "| --- | ---: |"]
            lines += [
                f"| `{test}` | {number:,} |" for test, number in sorted(self.examples.items())
            ]
            lines.append("")
        if self.failed:
            lines += ["## What failed", "", *(f"- `{test}`" for test in sorted(self.failed)), ""]
        return "\n".join(lines)

    def _git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=self.root, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()
