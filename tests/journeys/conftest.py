"""What every journey shares: a browser, opened once, and the made-up report as a file to open."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree
from typing import cast

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from goldenthread.report.html import render
from tests.factories.documents import a_document
from tests.factories.postgres import programs, server
from tests.factories.served import Empty, served_site
from tests.journeys.ways import FIRST, WAYS, OnItsWay, Way
from tests.skips import do_without, need_tool

Opener = Callable[..., Page]

# No journey is a race: a page that is made ready for the first time is waited for, on a machine
# that is busy with other tests too.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's own Chromium, without a window."""
    program = need_tool("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def way(request: pytest.FixtureRequest) -> Way:
    """How a journey through the site is gone; those through a report have ways of their own."""
    found: Way = getattr(request, "param", FIRST)
    return found


@pytest.fixture(scope="module")
def browser(chromium: Browser, way: Way) -> Browser:
    """The browser, every window of which goes this way."""
    return chromium if way is FIRST else cast(Browser, OnItsWay(chromium, way))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Send every journey through the site all the ways; but the first they are for the soak."""
    if not {"site", "empty_site"} & set(metafunc.fixturenames):
        return
    needs_scripts = metafunc.definition.get_closest_marker("needs_javascript")
    ways = [each for each in WAYS if each.scripts or not needs_scripts]
    params = [
        pytest.param(each, id=str(each), marks=[] if each is FIRST else [pytest.mark.soak])
        for each in ways
    ]
    metafunc.parametrize("way", params, indirect=True, scope="module")


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, way: Way, request: pytest.FixtureRequest
) -> Iterator[str]:
    """The address of the partnership's site with its example, served for one module."""
    home = tmp_path_factory.mktemp("site")
    if not way.postgresql:
        copytree(request.getfixturevalue("loaded"), home, dirs_exist_ok=True)
    with _database(way) as database, served_site(home, database=database) as address:
        yield address


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory: pytest.TempPathFactory, way: Way) -> Iterator[Empty]:
    """The same with nothing and nobody in it."""
    home = tmp_path_factory.mktemp("empty")
    with _database(way) as database, served_site(home, "--empty", database=database) as address:
        yield Empty(address, home, database)


@contextmanager
def _database(way: Way) -> Iterator[str]:
    """The address of a PostgreSQL database where the way asks for one."""
    if not way.postgresql:
        yield ""
        return
    folder = programs()
    if folder is None:
        do_without("needs PostgreSQL (initdb)")
    with server(folder) as address:
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
