"""Someone who uses assistive technology reads the report: axe finds nothing to complain of."""

import pytest
from playwright.sync_api import Page

from tests.journeys.axe import axe_faults
from tests.journeys.conftest import Opener


def when_everything_is_unfolded(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")


def when_a_thread_is_open(page: Page) -> None:
    page.locator("main a.figure").first.click()


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_axe_finds_nothing(open_report: Opener, width: int, script: bool) -> None:
    page = open_report(width, script=script)
    when_everything_is_unfolded(page)
    assert axe_faults(page) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_in_an_open_thread(open_report: Opener, width: int) -> None:
    page = open_report(width)
    when_a_thread_is_open(page)
    assert axe_faults(page) == []


def test_axe_does_find_faults_where_there_are_some(open_report: Opener) -> None:
    page = open_report()
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('h1').remove()")
    page.evaluate("document.querySelector('main p').style.color = '#bbb'")
    broken = {fault.split(":")[0] for fault in axe_faults(page)}
    assert {"html-has-lang", "page-has-heading-one", "color-contrast"} <= broken
