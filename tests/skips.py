"""What may be skipped: a missing tool with its reason, and nothing of the sort where CI is true."""

import os
import shutil
from typing import NoReturn

import pytest

WITHOUT_SHARED = "the reference files (../shared) are not beside this repository"
IN_CI = os.environ.get("CI", "").lower() == "true"


def need_tool(*names: str) -> str:
    """The path of the first tool found of these; skips without one, or fails in CI."""
    for name in names:
        if found := shutil.which(name):
            return found
    do_without(f"needs one of: {', '.join(names)}")


def do_without(reason: str) -> NoReturn:
    """A tool is missing: skips, saying so, or fails in CI."""
    if IN_CI:
        pytest.fail(f"{reason}; CI must not skip it")
    pytest.skip(reason)


def pytest_configure(config: pytest.Config) -> None:
    """By itself, as a plug-in of one run, this module judges that run's skips."""
    config.pluginmanager.register(Skips())


class Skips:
    """Fails the run for a skip that gives no reason, and in CI for one that CI must not have."""

    def __init__(self) -> None:
        self.refused: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Look at each skip as it is reported."""
        self._judge(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """And at each module that skips itself whole."""
        self._judge(report)

    def _judge(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if not report.skipped or not isinstance(report.longrepr, tuple):
            return
        reason = report.longrepr[2].removeprefix("Skipped: ").removeprefix("Skipped").strip()
        if reason in ("", "unconditional skip"):
            self.refused.append(f"{report.nodeid}: skipped without a stated reason")
        elif IN_CI and reason != WITHOUT_SHARED:
            self.refused.append(f"{report.nodeid}: CI must not skip it ({reason})")

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Turn a run that would pass into one that fails."""
        if self.refused and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Name every skip that is refused."""
        if self.refused:
            terminalreporter.section("skips that are not allowed", red=True, bold=True)
            for line in self.refused:
                terminalreporter.write_line(line)
