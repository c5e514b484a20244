"""An agency is replaced by another in mid-year.

Given police who owe returns and an answer, when the business unit records who takes over from them,
then what is open is the new force's, its lead finds it, and what was accepted keeps the old name.
"""

import re

from playwright.sync_api import Browser, expect

from tests.journeys.someone import Someone

OLD, NEW = "Bedfordshire Police", "Four Counties Police (made up)"
ACCEPTED = "Police: front door and domestic abuse"
QUESTION = "Are notices of all stations in this?"


def test_what_is_open_follows_and_what_is_past_keeps_its_name(browser: Browser, site: str):
    # Somebody has asked the police something.
    partner = Someone(browser, site, "lead.partner@luton.example", 1280)
    partner.page.goto("/figures/police_notices/ask/?year=2026-27")
    partner.page.get_by_label("What do you want to know?").fill(QUESTION)
    partner.page.get_by_label("Who is to answer?").select_option(label=OLD)
    partner.press("Ask")
    partner.sees("Your question has been asked")
    partner.leaves()

    # The business unit adds the new force, and says when and how it takes over.
    unit = Someone(browser, site, "business.unit@luton.example", 1280)
    unit.page.goto("/agencies/")
    unit.page.locator("main").get_by_role("button", name="Add an agency").click()
    unit.page.get_by_label("Name", exact=True).fill(NEW)
    unit.page.get_by_label("Short name").fill("Four Counties")
    unit.page.get_by_label("Safeguarding partner").check()
    unit.page.get_by_label("Sector").select_option(label="Police")
    unit.page.get_by_label("Whose children").fill("Luton\nBedford")
    _on(unit, "1", "7", "2026")
    unit.looks()
    unit.press("Add it")
    unit.sees(f"{NEW} takes part from 1 July 2026")
    unit.follow(OLD)
    unit.follow("Record who takes over from it")
    unit.looks()
    unit.page.get_by_label("Which agency takes over").select_option(label=NEW)
    unit.page.get_by_label("Replaced by it").check()
    _on(unit, "1", "7", "2026")
    unit.press("Continue")
    unit.sees("Check your answers")
    unit.looks()
    unit.page.locator("main").get_by_role("button").first.click()
    unit.sees(f"Until 30 June 2026; then was replaced by {NEW}")
    unit.looks()
    unit.page.goto("/agencies/")
    unit.sees("Took part earlier")
    unit.looks()

    # What is owed is the new force's; what was accepted is still called after the old one.
    unit.page.goto("/returns/")
    unit.looks()
    main = unit.page.locator("main")
    expect(main.get_by_role("row").filter(has_text="Four Counties").first).to_be_visible()
    unit.page.goto("/returns/?state=accepted")
    accepted = main.get_by_role("row").filter(has_text=ACCEPTED)
    expect(accepted).to_contain_text("Police")
    expect(accepted).not_to_contain_text("Four Counties")
    accepted.get_by_role("link").click()
    unit.sees(OLD)
    unit.looks()

    # Its lead is let in, and finds returns and the question on the first page.
    unit.page.goto("/people/give-a-role/")
    unit.page.get_by_label("Email address").fill("trainer@luton.example")
    unit.page.get_by_label("Role").select_option(label="Agency lead")
    unit.page.get_by_label("Agency", exact=True).select_option(label=NEW)
    unit.looks()
    unit.page.locator("main").get_by_role("button").first.click()
    unit.sees("Four Counties")
    unit.leaves()

    lead = Someone(browser, site, "trainer@luton.example", 360)
    lead.sees("Four Counties, July to September 2026")
    lead.sees(QUESTION)
    lead.looks()
    lead.page.goto("/returns/?state=accepted")
    accepted = lead.page.get_by_role("table", name="Returns: accepted")
    accepted.get_by_role("link", name=re.compile(ACCEPTED)).click()
    lead.sees(OLD)
    lead.looks()
    lead.leaves()


def _on(someone: Someone, day: str, month: str, year: str) -> None:
    for box, number in (("Day", day), ("Month", month), ("Year", year)):
        someone.page.get_by_label(box, exact=True).fill(number)
