"""A reader doubts a number and follows its thread: by keyboard, by pointer, with no script."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Opener

CHANGE = "34.2%"


def given_focus_on(page: Page, text: str) -> Locator:
    """Puts the keyboard's focus before the first such figure and tabs on to it."""
    figure = page.locator("main a.figure", has_text=text).first
    page.locator("#page-main").focus()
    when_tabbing_to(page, figure)
    return figure


def when_tabbing_to(page: Page, goal: Locator) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if goal.evaluate("element => element === document.activeElement"):
            return
    pytest.fail("the keyboard never came to it")


def then_the_window_tells_of(page: Page, text: str) -> Locator:
    window = page.get_by_role("dialog", name="Where this figure comes from")
    expect(window).to_be_visible()
    expect(window.locator(".thread-title strong")).to_have_text(text)
    return window


def test_the_keyboard_alone_opens_a_thread_and_comes_back(open_report: Opener) -> None:
    page = open_report()
    figure = given_focus_on(page, CHANGE)
    page.keyboard.press("Enter")
    window = then_the_window_tells_of(page, CHANGE)
    expect(window.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(window).to_be_hidden()
    expect(figure).to_be_focused()


def test_the_keyboard_stays_in_the_window_and_its_button_closes_it(open_report: Opener) -> None:
    page = open_report()
    figure = given_focus_on(page, CHANGE)
    page.keyboard.press("Enter")
    window = then_the_window_tells_of(page, CHANGE)
    when_tabbing_to(page, window.get_by_role("button", name="Close"))
    page.keyboard.press("Enter")
    expect(window).to_be_hidden()
    expect(figure).to_be_focused()


def test_a_calculation_leads_to_its_inputs_and_back(open_report: Opener) -> None:
    page = open_report()
    figure = given_focus_on(page, CHANGE)
    page.keyboard.press("Enter")
    window = then_the_window_tells_of(page, CHANGE)
    when_tabbing_to(page, window.locator("a.figure", has_text="845"))
    page.keyboard.press("Enter")
    then_the_window_tells_of(page, "845")
    when_tabbing_to(page, window.get_by_role("button", name="Back"))
    page.keyboard.press("Enter")
    then_the_window_tells_of(page, CHANGE)
    page.keyboard.press("Escape")
    expect(figure).to_be_focused()


def test_the_window_leads_to_where_a_figure_is_printed_first(open_report: Opener) -> None:
    page = open_report()
    later = page.locator("#table-enquiries a.figure, .slots a.figure", has_text="1,134").first
    later.click()
    window = then_the_window_tells_of(page, "1,134")
    window.get_by_role("link", name="Where it is printed first").click()
    expect(window).to_be_hidden()
    expect(page.locator(".summary a.figure", has_text="1,134")).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 800, 390, 320])
def test_the_window_stands_within_the_screen(open_report: Opener, width: int) -> None:
    page = open_report(width)
    for at in (0, 4):
        page.locator(".summary a.figure").nth(at).click()
        box = page.get_by_role("dialog").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= 900
        page.keyboard.press("Escape")


def test_on_a_wide_screen_the_window_does_not_cover_its_figure(open_report: Opener) -> None:
    page = open_report()
    for figure in page.locator(".summary a.figure").all():
        at = figure.bounding_box()
        figure.click()
        window = page.get_by_role("dialog").bounding_box()
        assert at is not None
        assert window is not None
        apart = (
            window["x"] >= at["x"] + at["width"]
            or window["x"] + window["width"] <= at["x"]
            or window["y"] >= at["y"] + at["height"]
            or window["y"] + window["height"] <= at["y"]
        )
        assert apart, figure.text_content()
        page.keyboard.press("Escape")


def test_a_press_outside_the_window_closes_it(open_report: Opener) -> None:
    page = open_report()
    page.locator(".summary a.figure").first.click()
    page.mouse.click(5, 880)
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_without_a_script_a_figure_leads_to_its_entry_and_the_entry_back(
    open_report: Opener,
) -> None:
    page = open_report(javascript=False)
    figure = page.locator(".summary a.figure", has_text=CHANGE)
    address = figure.get_attribute("href")
    assert address is not None
    figure.click()
    entry = page.locator(address)
    expect(entry).to_be_in_viewport()
    expect(page.get_by_role("dialog")).to_have_count(0)
    entry.get_by_role("link", name="Where it is printed first").click()
    expect(figure).to_be_in_viewport()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_every_figure_leads_to_an_entry_that_is_there(
    open_report: Opener, javascript: bool
) -> None:
    page = open_report(javascript=javascript)
    lost = page.evaluate(
        "Array.from(document.querySelectorAll('a.figure'), a => a.getAttribute('href'))"
        ".filter(href => !document.querySelector('.threads li' + href))"
    )
    assert page.locator("a.figure").count() > 190
    assert lost == []


def test_the_keyboard_reaches_every_figure(open_report: Opener) -> None:
    page = open_report()
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    out_of_reach = page.evaluate(
        "Array.from(document.querySelectorAll('main a.figure')).filter(link => {"
        "  link.focus();"
        "  return document.activeElement !== link || link.tabIndex !== 0;"
        "}).length"
    )
    assert out_of_reach == 0
