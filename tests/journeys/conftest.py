"""What every journey shares: a browser, opened once, and the made-up report as a file to open."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from goldenthread.report.html import render
from tests.conftest import need_tool
from tests.factories.documents import a_document
from tests.factories.served import served_site

Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's own Chromium, without a window."""
    program = need_tool("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the partnership's site with its example, served for one module."""
    with served_site(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture(scope="session")
def report_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Northmoor's report, rendered once."""
    file = tmp_path_factory.mktemp("report") / "index.html"
    file.write_text(render(a_document()), encoding="utf-8")
    return file


def without_script(file: Path) -> Path:
    """A copy of the page beside it, its script cut out."""
    bare = file.with_name("bare.html")
    html, cuts = re.subn("<script>.*?</script>", "", file.read_text("utf-8"), flags=re.DOTALL)
    if cuts != 1:
        raise ValueError(f"the page should hold one script, not {cuts}")
    bare.write_text(html, encoding="utf-8")
    return bare


@pytest.fixture
def open_report(browser: Browser, report_file: Path) -> Iterator[Opener]:
    """Opens the report at a width in pixels, with or without JavaScript.

    With ``script=False`` the browser runs scripts but the page's own is cut out: the same page
    as without JavaScript, in which a journey can still run axe. Whatever the browser complains
    of (a refused style, a script's error) fails the journey.
    """
    contexts = []
    complaints: list[str] = []

    def opened(width: int = 1280, *, javascript: bool = True, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto((report_file if script else without_script(report_file)).as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
