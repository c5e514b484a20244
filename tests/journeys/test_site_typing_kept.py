"""Someone types, their session ends, they send: they sign in again and find their typing there.

Given a lead partner who writes a question, and whose session ends meanwhile, when they press Ask
and sign in again, then the form comes back with what they wrote, and Ask sends it. All of it
without JavaScript.
"""

import pytest
from playwright.sync_api import Browser, Page, expect

from goldenthread_site.directory.example.loading import PASSWORD
from tests.journeys.axe import axe_faults

QUESTION = "What lies behind it?\nIs it “recording” & practice, or <only> one of them?"
WIDTHS = [1280, 360]


def sign_in(page: Page, address: str) -> None:
    page.locator("input[name=login]").fill(address)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in", exact=True).click()


def session_ends(page: Page) -> None:
    """As after half a day, or when the site signs everyone out."""
    page.context.clear_cookies(name="sessionid")


@pytest.mark.parametrize("width", WIDTHS)
def test_typing_outlives_the_session_of_whoever_typed_it(browser: Browser, site: str, width: int):
    viewport = {"width": width, "height": 900}
    context = browser.new_context(base_url=site, viewport=viewport, java_script_enabled=False)
    page = context.new_page()
    page.goto("/account/login/?next=/figures/section_47_enquiries/ask/")
    sign_in(page, "lead.partner@luton.example")
    text = page.get_by_label("What do you want to know?")
    text.fill(QUESTION)
    page.get_by_label("Who is to answer?").select_option(label="Bedfordshire Police")

    session_ends(page)
    page.locator("main").get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("h1")).to_have_text("Sign in")

    # Someone else at the same computer sees nothing of it.
    sign_in(page, "scrutineer@luton.example")
    expect(text).to_have_value("")
    expect(page.locator("main")).not_to_contain_text("What you typed")
    session_ends(page)

    page.goto("/account/login/?next=/figures/section_47_enquiries/ask/")
    sign_in(page, "lead.partner@luton.example")
    expect(page.locator("main")).to_contain_text("Nothing of it was saved")
    expect(text).to_have_value(QUESTION)
    chosen = page.locator("select[name=asked_of] option:checked")
    expect(chosen).to_have_text("Bedfordshire Police")
    page.locator("main").get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator("main")).to_contain_text("Your question has been asked")
    expect(page.locator("main")).to_contain_text("or <only> one of them?")
    page.goto("/figures/section_47_enquiries/ask/")
    expect(text).to_have_value("")
    context.close()


def test_the_page_that_gives_typing_back_keeps_nobody_out(browser: Browser, site: str):
    context = browser.new_context(base_url=site, viewport={"width": 360, "height": 900})
    page = context.new_page()
    page.goto("/account/login/?next=/figures/section_47_enquiries/ask/")
    sign_in(page, "lead.partner@luton.example")
    page.get_by_label("What do you want to know?").fill(QUESTION)
    session_ends(page)
    page.locator("main").get_by_role("button", name="Ask", exact=True).click()
    sign_in(page, "lead.partner@luton.example")
    expect(page.locator("main")).to_contain_text("What you typed stands in the form again")
    assert axe_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    context.close()
