"""A newcomer's first minutes: Luton's real report opened, read, traced and left, with axe."""

import pytest
from playwright.sync_api import Page

from goldenthread.report.make import make_report
from tests.journeys.axe import axe_faults
from tests.journeys.conftest import Opener


@pytest.fixture(scope="session")
def report_file(tmp_path_factory):
    """Luton's report in place of the made-up one."""
    out = tmp_path_factory.mktemp("luton") / "report"
    make_report(out=out)
    return out / "index.html"


@pytest.fixture
def page(open_report: Opener) -> Page:
    return open_report()


def when_i_read_what_stands_out(page: Page) -> str:
    return page.locator("main").inner_text()


def when_i_choose_the_number_of_enquiries(page: Page) -> None:
    page.locator("main a.figure", has_text="1,252").first.focus()
    page.keyboard.press("Enter")


def then_its_thread_is_open(page: Page) -> str:
    dialog = page.locator("dialog[open]")
    dialog.wait_for()
    return dialog.inner_text()


def when_i_close_it(page: Page) -> None:
    page.keyboard.press("Escape")


def then_i_am_where_i_was(page: Page) -> None:
    assert page.evaluate("document.activeElement.textContent.trim()") == "1,252"


def test_a_number_is_followed_to_its_source_and_back_by_keyboard(page):
    assert "Section 47 enquiries rose from 912" in when_i_read_what_stands_out(page)
    when_i_choose_the_number_of_enquiries(page)
    thread = then_its_thread_is_open(page)
    assert "c4_children_in_need_section_47s_and_icpcs_2013_to_2024.csv" in thread
    assert "row 94, column Section47" in thread
    assert axe_faults(page) == []
    when_i_close_it(page)
    then_i_am_where_i_was(page)


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_in_the_whole_report(open_report: Opener, width):
    page = open_report(width)
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert axe_faults(page) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_never_scrolls_sideways(open_report: Opener, width):
    page = open_report(width, javascript=False)
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(overflow) <= 0
